import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from './link.tsx';

/** `primary` once per form; `danger` for what destroys or binds; `quiet` reads as a link. */
export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  kind?: ButtonKind;
  /** Work is under way: says so, and refuses a second press. */
  busy?: boolean;
  small?: boolean;
};

function buttonClass(kind: ButtonKind = 'secondary', small = false): string {
  return `button button-${kind}${small ? ' button-small' : ''}`;
}

export function Button({ kind, busy, small, type = 'submit', children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(kind, small)}
      aria-busy={busy || undefined}
      disabled={busy || rest.disabled}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: { href: string; kind?: ButtonKind; small?: boolean; children: ReactNode }) {
  return (
    <Link href={props.href} className={buttonClass(props.kind, props.small)}>
      {props.children}
    </Link>
  );
}
