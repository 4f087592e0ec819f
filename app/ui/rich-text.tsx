import { lazy, type ReactNode, Suspense, useEffect, useId, useState } from 'react';
import type { RichDocument } from '#app/kernel/rich-text.ts';
import { describedBy, FieldNotes } from './form.tsx';
import { useText } from './text.tsx';

const loadEditor = () => import('./rich-text-editor.tsx');
const Editor = lazy(() => loadEditor().then((module) => ({ default: module.RichTextEditor })));

export type RichTextFieldProps = {
  id?: string;
  /** Sends `<name>` (plain text, without script) or `<name>:json` (the document): `readRichText` reads both. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  value: RichDocument | null;
  /** The same text without mark-up (`toPlainText`), for the editor without script. */
  plain: string;
  onChange?: (document: RichDocument) => void;
};

/**
 * The text of a section. A text area first; when the script has come, an editor with headings, lists, bold,
 * italic and links over the same field. What was typed in the meantime stays: then the text area remains.
 */
export function RichTextField(props: RichTextFieldProps) {
  const text = useText();
  const made = useId();
  const id = props.id ?? made;
  const [mode, setMode] = useState<'plain' | 'rich'>('plain');
  useEffect(() => {
    let gone = false;
    // judged when the editor has come: what is typed while it loads is not lost
    const arrived = () => {
      const area = document.getElementById(id);
      const untouched = area instanceof HTMLTextAreaElement && area.value.trim() === props.plain.trim();
      if (!gone && untouched && document.activeElement !== area) setMode('rich');
    };
    // when it cannot come the text area goes on
    loadEditor().then(arrived, () => undefined);
    return () => {
      gone = true;
    };
  }, [id, props.plain]);
  const plain = (
    <>
      <p id={`${id}-plain`} className="field-hint">
        {text('ui.text.plain-hint')}
      </p>
      <textarea
        id={id}
        name={props.name}
        className="input said"
        rows={8}
        defaultValue={props.plain}
        aria-describedby={[describedBy(id, props), `${id}-plain`].filter(Boolean).join(' ')}
        aria-invalid={props.error ? true : undefined}
      />
    </>
  );
  return (
    <div className={props.error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id} id={`${id}-label`} className="field-label">
        {props.label}
      </label>
      <FieldNotes {...props} id={id} />
      {mode === 'plain' ? (
        plain
      ) : (
        <Suspense fallback={plain}>
          <Editor
            id={id}
            name={`${props.name}:json`}
            label={props.label}
            value={props.value}
            described={describedBy(id, props)}
            invalid={Boolean(props.error)}
            onChange={props.onChange}
          />
        </Suspense>
      )}
    </div>
  );
}
