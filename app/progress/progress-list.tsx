import { formatAmount } from '#app/kernel/amount-format.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Link } from '#app/ui/link.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { isAsked, moneyOf, type ProgressFilter, type Statement, untold } from './overview.ts';
import type { UnitProgress } from './progress.server.ts';
import type { ProgressFrame } from './progress-read.server.ts';
import { historyHref, SpentOf, StatusWord, yearHref } from './progress-words.tsx';

type StatementProps = { statement: Statement; filter: ProgressFilter; frame: ProgressFrame; year: number };

/** One sentence over all units, counted from what they told: never typed. */
export function StatementLine({ statement, filter, frame, year }: StatementProps) {
  const text = useText();
  const locale = useLocale();
  const name = (list: readonly { code: string; nameNl: string; nameEn: string }[], code: string | null) => {
    const found = list.find((one) => one.code === code);
    return found ? nameOf(found, locale) : null;
  };
  const about = [
    name(frame.themes, filter.theme),
    filter.status === untold ? text('progress.untold') : name(frame.statuses, filter.status),
    name(frame.funds, filter.fund),
  ].filter((one) => one !== null);
  const share = (points: number) => formatAmount(points, 'percent', locale);
  const { units, of, measures, least, most } = statement;
  return (
    <p className="progress-statement">
      {text('progress.statement', { units, of, measures, about: about.join(', ') || 'none' })}
      {least === null || most === null || about.length === 0
        ? null
        : ` ${text('progress.statement.share', {
            year: String(year),
            least: share(least),
            most: share(most),
            same: least === most ? 'yes' : 'no',
          })}`}
    </p>
  );
}

type RowsProps = { frame: ProgressFrame; units: readonly UnitProgress[]; filter: ProgressFilter };

/** The measures behind the counts, by unit, each with its words and its money. */
export function MeasureRows({ frame, units, filter }: RowsProps) {
  const text = useText();
  const locale = useLocale();
  return (
    <section id="measures" className="progress-found">
      <h2>{text('progress.found')}</h2>
      {units.map(({ unit, year, measures }) => {
        const found = measures.filter((one) => isAsked(one, filter));
        if (found.length === 0) return null;
        return (
          <section key={unit.code}>
            <h3>
              <Link href={yearHref(frame.code, unit.code, year)}>{nameOf(unit, locale)}</Link>{' '}
              <small>
                <SpentOf {...moneyOf(found)} />
              </small>
            </h3>
            <ul className="ruled">
              {found.map((one) => (
                <li key={`${one.document} ${one.code}`} className="progress-row">
                  <div>
                    <SeriesKey series={one.series} />{' '}
                    <Link href={historyHref(frame.code, one)}>{one.name}</Link>
                    {one.owner ? <small>{one.owner}</small> : null}
                  </div>
                  <p className="progress-said">
                    {one.entry?.done || text('progress.untold')}
                    {one.entry?.deviation ? (
                      <small>
                        <b>{text('progress.deviation')}</b> {one.entry.deviation}
                      </small>
                    ) : null}
                    {one.entry?.waitsFor ? (
                      <small>
                        <b>{text('progress.waitsFor')}</b> {one.entry.waitsFor}
                      </small>
                    ) : null}
                  </p>
                  <div className="end">
                    <StatusWord code={one.entry?.status ?? null} statuses={frame.statuses} />
                    <small>
                      <SpentOf budget={one.budget} spent={one.spent} />
                    </small>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
