import type { ReactNode } from 'react';
import type { AmountUnit } from '#app/kernel/amount-format.ts';
import { Badge, type Tone } from './badge.tsx';
import { Link } from './link.tsx';
import { type AmountSign, Money } from './money.tsx';
import { useText } from './text.tsx';

export type TraceStep = {
  key: string;
  title: ReactNode;
  /** Opens the document or the lines of this step. */
  href?: string;
  /** Whole cents or thousandths, by the unit of the chain; absent where a step has no amount. */
  value?: number | null;
  /** What the amount says besides its number. */
  signs?: readonly AmountSign[];
  /** By which rule, whose decision, when. */
  reason?: ReactNode;
  /** `open`: not there yet; `broken`: the chain does not tie here. */
  state?: 'done' | 'open' | 'broken';
};

/** The chain from grant to realisation behind one figure, with the reason beside each step. */
export function Trace(props: {
  /** What the chain tells; where the figure comes from when left out. */
  title?: ReactNode;
  /** What the figure is: `begroot · 2023 · thema 1`. */
  subject: ReactNode;
  /** The figure itself, printed in full. */
  figure: ReactNode;
  verdict?: { tone: Tone; text: ReactNode };
  unit: AmountUnit;
  steps: readonly TraceStep[];
  children?: ReactNode;
}) {
  const text = useText();
  return (
    <>
      <h2>{props.title ?? text('ui.trace.title')}</h2>
      <Badge>{props.subject}</Badge>
      <p className="figure">{props.figure}</p>
      {props.verdict ? <Badge tone={props.verdict.tone}>{props.verdict.text}</Badge> : null}
      <ol className="trace">
        {props.steps.map((step) => (
          <Step key={step.key} step={step} unit={props.unit} />
        ))}
      </ol>
      {props.children}
    </>
  );
}

function Step({ step, unit }: { step: TraceStep; unit: AmountUnit }) {
  const text = useText();
  const state = step.state ?? 'done';
  return (
    <li className={`trace-${state}`}>
      <div className="trace-head">
        <b>{step.href ? <Link href={step.href}>{step.title}</Link> : step.title}</b>
        {typeof step.value === 'number' ? (
          <span className="trace-value">
            <Money value={step.value} unit={unit} signs={step.signs} />
          </span>
        ) : null}
      </div>
      {state === 'done' ? null : <span className="trace-state">{text(`ui.trace.${state}`)}</span>}
      {step.reason ? <div className="trace-reason">{step.reason}</div> : null}
    </li>
  );
}
