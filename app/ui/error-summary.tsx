import { useEffect, useId, useRef, useState } from 'react';
import { FieldLink } from './field-link.tsx';
import { useText } from './text.tsx';

/**
 * Everything that is wrong with a form, above it, each linking to its field. Takes the focus when it
 * appears, so that nobody has to look for it.
 * @param errors field ids (the `id` given to the field) with the words; without id it is only listed
 */
export function ErrorSummary(props: { errors: readonly { id?: string; text: string }[]; title?: string }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const any = props.errors.length > 0;
  const ids = props.errors.map((error) => error.id ?? '').join(' ');
  const [labels, setLabels] = useState<Record<string, string>>({});
  // the page holds the labels; focus moves once the summary stands
  useEffect(() => {
    if (!any) return;
    setLabels(Object.fromEntries(ids.split(' ').map((id) => [id, labelOf(id)])));
    box.current?.focus();
  }, [any, ids]);
  const say = ({ id, text: words }: { id?: string; text: string }) => {
    const label = id ? labels[id] : '';
    return label && !words.includes(label) ? `${label}: ${words}` : words;
  };
  if (!any) return null;
  return (
    <div ref={box} className="notice tone-error" role="alert" aria-labelledby={titleId} tabIndex={-1}>
      <p className="notice-title" id={titleId}>
        {props.title ?? text('ui.form.errors', { count: props.errors.length })}
      </p>
      <ul className="error-list">
        {props.errors.map((error) => (
          <li key={`${error.id ?? ''} ${error.text}`}>
            {error.id ? <FieldLink id={error.id}>{say(error)}</FieldLink> : error.text}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a field is called on this page, without what stands behind its name; empty where it has no label. */
function labelOf(id: string): string {
  const field = id === '' ? null : document.getElementById(id);
  if (!field) return '';
  const label =
    'labels' in field ? (field as HTMLInputElement).labels?.[0] : field.querySelector(':scope > legend');
  const own = label?.firstChild?.textContent ?? field.getAttribute('aria-label') ?? '';
  return own.trim();
}
