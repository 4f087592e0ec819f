import { useText } from '#app/ui/text.tsx';
import { moneyOf } from './overview.ts';
import type { ProgressMeasure, UnitProgress } from './progress.server.ts';
import { completeness, gapsOf } from './progress.ts';
import type { ProgressFrame } from './progress-read.server.ts';
import { SpentOf } from './progress-words.tsx';

/** The anchor of a measure on the page of a year. */
export function anchorOf({ document, code }: Pick<ProgressMeasure, 'document' | 'code'>): string {
  return `m-${document}-${code}`;
}

/** Stays in sight while one fills in: how much is complete, what the unit spent, and the way to each measure. */
export function YearSummary({ told, frame }: { told: UnitProgress; frame: ProgressFrame }) {
  const text = useText();
  const { complete, of } = completeness(told.measures, frame.statuses);
  return (
    <div className="progress-head">
      <p>
        <b>{text('progress.complete', { complete, of })}</b> <SpentOf {...moneyOf(told.measures)} />
      </p>
      <nav aria-label={text('progress.measures')}>
        {told.measures.map((one, index) => {
          const open = gapsOf(one.entry, frame.statuses).length;
          return (
            <a key={anchorOf(one)} href={`#${anchorOf(one)}`} className={open === 0 ? 'complete' : undefined}>
              {index + 1}
              <span className="visually-hidden">
                {' '}
                {one.name} {open === 0 ? text('progress.is-complete') : text('progress.is-open', { open })}
              </span>
              {open === 0 ? <span aria-hidden="true"> ✓</span> : null}
            </a>
          );
        })}
      </nav>
    </div>
  );
}
