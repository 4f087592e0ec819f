import type { Step } from '#app/plan/step.ts';
import { Link } from '#app/ui/link.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { HistoryYear } from './history.server.ts';
import { EntryWords, StepsReached } from './measure-told.tsx';
import type { ProgressFrame } from './progress-read.server.ts';
import { SpentOf, StatusWord, yearHref } from './progress-words.tsx';

type Props = { years: readonly HistoryYear[]; frame: ProgressFrame; unit: string; steps: readonly Step[] };

/** Each year of a measure: how it stood, what was said, what it cost. */
export function HistoryYears({ years, frame, unit, steps }: Props) {
  const text = useText();
  const locale = useLocale();
  return (
    <section>
      <h2>{text('history.years')}</h2>
      <ol className="ruled history">
        {years.map(({ year, entry, budget, spent }) => (
          <li key={year} className="history-year">
            <div>
              <h3>
                <Link href={yearHref(frame.code, unit, year)}>{year}</Link>
              </h3>
              <SpentOf budget={budget} spent={spent} />
            </div>
            <div>
              <p>
                <StatusWord code={entry?.status ?? null} statuses={frame.statuses} />{' '}
                {entry ? (
                  <small>
                    {text('progress.submitted-on', { date: formatDate(entry.submittedAt, locale, 'short') })}
                    {entry.number > 1
                      ? ` · ${text('progress.number', { number: String(entry.number) })}`
                      : ''}
                  </small>
                ) : null}
              </p>
              {entry ? (
                <>
                  <EntryWords entry={entry} />
                  <StepsReached steps={steps} entry={entry} />
                </>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
