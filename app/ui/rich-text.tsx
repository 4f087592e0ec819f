import { type ComponentType, type ReactNode, useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RichDocument } from '#app/kernel/rich-text.ts';
import { describedBy, FieldNotes } from './form.tsx';
import type { EditorProps } from './rich-text-editor.tsx';
import { useText } from './text.tsx';

const loadEditor = () => import('./rich-text-editor.tsx');

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
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | null>(null);
  useEffect(() => {
    let gone = false;
    // Judged when the editor has come, and replaced in the same breath: a key struck between the two would be lost.
    const arrived = ({ RichTextEditor }: Awaited<ReturnType<typeof loadEditor>>) => {
      const area = document.getElementById(id);
      const untouched = area instanceof HTMLTextAreaElement && area.value.trim() === props.plain.trim();
      if (!gone && untouched && document.activeElement !== area)
        flushSync(() => setEditor(() => RichTextEditor));
    };
    // when it cannot come the text area goes on
    loadEditor().then(arrived, () => undefined);
    return () => {
      gone = true;
    };
  }, [id, props.plain]);
  return (
    <div className={props.error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id} id={`${id}-label`} className="field-label">
        {props.label}
      </label>
      <FieldNotes {...props} id={id} />
      {Editor ? (
        <Editor
          id={id}
          name={`${props.name}:json`}
          label={props.label}
          value={props.value}
          described={describedBy(id, props)}
          invalid={Boolean(props.error)}
          onChange={props.onChange}
        />
      ) : (
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
      )}
    </div>
  );
}
