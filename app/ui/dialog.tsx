import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button, type ButtonKind } from './button.tsx';
import { HiddenFields } from './frame.tsx';
import { useText } from './text.tsx';

type ConfirmProps = {
  title: string;
  /** Exactly what will happen, one sentence each: what changes, for whom, what can no longer be undone. */
  effects: readonly ReactNode[];
  /** Further fields of the form: a reason, a date, a hash that was seen. */
  children?: ReactNode;
  /** The button that does it, named after the act (`Indienen`), never `OK`. */
  act: string;
  kind?: Extract<ButtonKind, 'primary' | 'danger'>;
  action?: string;
  fields?: Readonly<Record<string, string>>;
  cancelHref?: string;
};

/** The form of a binding act: says what will happen, then asks. Stands on a page or in a dialog. */
export function Confirmation(props: ConfirmProps & { onCancel?: () => void; titleId?: string }) {
  const text = useText();
  const made = useId();
  const titleId = props.titleId ?? made;
  return (
    <form method="post" action={props.action} className="confirm" aria-labelledby={titleId}>
      <HiddenFields fields={props.fields} />
      <h2 id={titleId}>{props.title}</h2>
      <p className="sub">{text('ui.confirm.effects')}</p>
      <ul className="effects">
        {props.effects.map((effect, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences without identity
          <li key={index}>{effect}</li>
        ))}
      </ul>
      {props.children}
      <div className="form-actions">
        <Button kind={props.kind ?? 'primary'}>{props.act}</Button>
        {props.onCancel ? (
          <Button type="button" onClick={props.onCancel}>
            {text('ui.confirm.cancel')}
          </Button>
        ) : props.cancelHref ? (
          <a className="button button-secondary" href={props.cancelHref}>
            {text('ui.confirm.cancel')}
          </a>
        ) : null}
      </div>
    </form>
  );
}

/**
 * A binding act behind a button. Without script the button opens the same form in the page (`details`);
 * with it, a modal dialog that Escape closes and that gives the focus back.
 */
export function ConfirmDialog(props: ConfirmProps & { open: string; openKind?: ButtonKind }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  if (!live) {
    return (
      <details className="confirm-inline">
        <summary className={`button button-${props.openKind ?? 'secondary'}`}>{props.open}</summary>
        <Confirmation {...props} titleId={titleId} />
      </details>
    );
  }
  return (
    <>
      <Button type="button" kind={props.openKind} onClick={() => dialog.current?.showModal()}>
        {props.open}
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={titleId}>
        <Confirmation {...props} titleId={titleId} onCancel={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}
