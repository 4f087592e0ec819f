import type { ReactNode } from 'react';

/** A part of the page that unfolds, without script: for what is needed now and then. */
export function Disclosure(props: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={props.open || undefined}>
      <summary>{props.summary}</summary>
      <div className="disclosure-body">{props.children}</div>
    </details>
  );
}
