import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import { useText } from './text.tsx';

/**
 * Something to know before going on. The tone is also said in a word, so that colour is never alone.
 * `live` announces it when it appears after an action.
 */
export function Notice(props: { tone?: Tone; title?: ReactNode; live?: boolean; children?: ReactNode }) {
  const text = useText();
  const tone = props.tone ?? 'neutral';
  return (
    <div className={`notice tone-${tone}`} role={props.live ? 'status' : undefined}>
      <p className="notice-title">
        {tone === 'neutral' || tone === 'accent' ? null : (
          <span className="notice-kind">{text(`ui.tone.${tone}`)}</span>
        )}
        {props.title}
      </p>
      {props.children ? <div className="notice-body">{props.children}</div> : null}
    </div>
  );
}
