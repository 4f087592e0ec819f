import type { ReactNode } from 'react';
import { formatExact } from '#app/kernel/amount-format.ts';
import { nameOf } from '#app/kernel/name.ts';
import type { Step } from '#app/plan/step.ts';
import { stepTarget, stepYears } from '#app/plan/step-words.tsx';
import { Link } from '#app/ui/link.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { ProgressMeasure } from './progress.server.ts';
import { type Entry, meets, noEntry, tellings } from './progress.ts';
import type { ProgressFrame } from './progress-read.server.ts';
import { historyHref, SpentOf, StatusWord } from './progress-words.tsx';
import { anchorOf } from './year-summary.tsx';

/** The steps of a measure that can be counted, and have begun by the end of a year. */
export function stepsToCount({ steps }: { steps: readonly Step[] }, year: number): Step[] {
  return steps.filter((one) => one.targetMilli !== null && (one.firstYear === null || one.firstYear <= year));
}

type HeadProps = { measure: ProgressMeasure; frame: ProgressFrame; children: ReactNode };

/** A measure with its theme, its owner and its money; what is told of it stands below. */
export function MeasureHead({ measure, frame, children }: HeadProps) {
  const text = useText();
  const locale = useLocale();
  const theme = frame.themes.find((one) => one.code === measure.theme);
  return (
    <section id={anchorOf(measure)} className="progress-card" aria-labelledby={`${anchorOf(measure)}-name`}>
      <header>
        <h2 id={`${anchorOf(measure)}-name`}>{measure.name}</h2>
        <p className="sub">
          <SeriesKey series={measure.series} />{' '}
          {[theme ? nameOf(theme, locale) : '', measure.owner].filter(Boolean).join(' · ')} ·{' '}
          <Link href={historyHref(frame.code, measure)}>{text('progress.history')}</Link>
        </p>
        <SpentOf budget={measure.budget} spent={measure.spent} />
      </header>
      <div className="progress-grid">{children}</div>
    </section>
  );
}

/** What the plan promises: the words, and how things stand when the period is over. */
export function Promised({ measure }: { measure: ProgressMeasure }) {
  const text = useText();
  const ends = measure.steps.filter((one) => one.kind === 'end-state');
  return (
    <div className="progress-promise">
      <h3>{text('progress.promise')}</h3>
      <p className="said">{measure.description}</p>
      {ends.map((step) => (
        <p className="progress-end" key={step.code}>
          <b>{text('step.kind.end-state')}</b> {step.text}
          {stepTarget(text, step) ? <small>{stepTarget(text, step)}</small> : null}
        </p>
      ))}
    </div>
  );
}

/** What is counted of a step, and how much was promised. */
export function StepToCount({ step }: { step: Step }) {
  const text = useText();
  return (
    <p>
      <b>{text(`step.kind.${step.kind}`)}</b> {step.text}{' '}
      <small>{[stepYears(step), stepTarget(text, step)].filter(Boolean).join(' · ')}</small>
    </p>
  );
}

/** What was reached of the steps that can be counted, beside what was promised, in words. */
export function StepsReached({ steps, entry }: { steps: readonly Step[]; entry: Entry }) {
  const text = useText();
  const locale = useLocale();
  const told = steps.flatMap((step) => {
    const reached = entry.steps.find((one) => one.code === step.code);
    return reached ? [{ step, reached }] : [];
  });
  if (told.length === 0) return null;
  return (
    <ul className="ruled">
      {told.map(({ step, reached }) => {
        const met = meets(step, reached.reachedMilli);
        return (
          <li key={step.code}>
            <StepToCount step={step} />
            <p>
              {reached.reachedMilli === null
                ? null
                : text('progress.reached.is', {
                    number: formatExact(reached.reachedMilli, 3, locale),
                    unit: step.targetUnit,
                  })}{' '}
              {met === null ? null : <b>{text(met ? 'progress.met' : 'progress.not-met')}</b>}{' '}
              {reached.note ? <small>{reached.note}</small> : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** The words of an entry, each under its head; what was not said is left out. */
export function EntryWords({ entry }: { entry: Entry }) {
  const text = useText();
  return (
    <dl className="progress-words">
      {tellings.map((one) =>
        entry[one] ? (
          <div key={one}>
            <dt>{text(`progress.${one}`)}</dt>
            <dd className="said">{entry[one]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

type ToldProps = { measure: ProgressMeasure; frame: ProgressFrame; year: number };

/** One measure as it was handed in, with last year's words folded below. */
export function MeasureTold({ measure, frame, year }: ToldProps) {
  const text = useText();
  const entry = measure.entry ?? noEntry;
  return (
    <MeasureHead measure={measure} frame={frame}>
      <Promised measure={measure} />
      <div className="progress-fields">
        <p>
          <StatusWord code={entry.status} statuses={frame.statuses} />
        </p>
        <EntryWords entry={entry} />
        <StepsReached steps={measure.steps} entry={entry} />
        {measure.last ? (
          <details className="disclosure">
            <summary>{text('progress.last-year', { year: String(year - 1) })}</summary>
            <div className="disclosure-body">
              <StatusWord code={measure.last.status} statuses={frame.statuses} />
              <EntryWords entry={measure.last} />
            </div>
          </details>
        ) : null}
      </div>
    </MeasureHead>
  );
}
