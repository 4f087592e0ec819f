import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'ok' | 'warn' | 'error' | 'accent';

/** A short state in words; the tone only repeats what the word says. */
export function Badge(props: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge tone-${props.tone ?? 'neutral'}`}>{props.children}</span>;
}
