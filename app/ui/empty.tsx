import type { ReactNode } from 'react';

/** Nothing here yet: says why, and what to do next. */
export function Empty(props: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{props.title}</p>
      {props.children ? <p>{props.children}</p> : null}
      {props.action ? <div className="row">{props.action}</div> : null}
    </div>
  );
}
