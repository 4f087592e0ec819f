import { nameOf } from '#app/plan/plan-words.ts';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Step } from './cycle.server.ts';
import { yearName } from './cycle-words.ts';
import { standings } from './moment.ts';
import type { Moment } from './moment-list.server.ts';
import { dueText, MomentCells, MomentList } from './standing.tsx';

type MatrixProps = {
  moments: readonly Moment[];
  units: readonly { unit: string; unitNl: string; unitEn: string; unitKind: string }[];
  steps: readonly Step[];
  year: number | null;
  academic: boolean;
};

/** Units by moments: what each owes, by when, and how it stands; on a narrow screen by month. */
export function CycleMatrix({ moments, units, steps, year, academic }: MatrixProps) {
  const text = useText();
  const locale = useLocale();
  const kinds = [...Map.groupBy(units, (unit) => unit.unitKind)];
  const counts = standings
    .map((standing) => ({ standing, count: moments.filter((one) => one.standing === standing).length }))
    .filter(({ count }) => count > 0)
    .map(({ standing, count }) => text(`cycle.sum.${standing}`, { count }));
  return (
    <>
      <p className="cycle-sum">
        {text('cycle.sum', {
          total: moments.length,
          parts: new Intl.ListFormat(locale).format(counts),
        })}
      </p>
      <div className="cycle-matrix">
        {kinds.map(([kind, ones]) => {
          const rows = new Set(ones.map((one) => one.unit));
          const own = moments.filter((one) => rows.has(one.unit));
          const dueOf = (code: string) =>
            own
              .filter((one) => one.step === code)
              .map((one) => one.firstDueOn)
              .toSorted()[0]!;
          const columns = steps
            .filter((step) => own.some((one) => one.step === step.code))
            .toSorted((a, b) => dueOf(a.code).localeCompare(dueOf(b.code)));
          return (
            <DataTable
              key={kind}
              caption={text('cycle.caption', { kind, year: yearName(year ?? 0, academic) })}
              rowHead={text('cycle.unit')}
              columns={columns.map((step) => ({
                key: step.code,
                head: (
                  <>
                    {nameOf(step, locale)}
                    <small className="moment-due">
                      {dueText({ dueOn: dueOf(step.code), precision: step.precision }, locale, 'short')}
                    </small>
                  </>
                ),
                kind: 'text' as const,
              }))}
              rows={ones.map((unit) => ({
                key: unit.unit,
                head: nameOf({ nameNl: unit.unitNl, nameEn: unit.unitEn }, locale),
                cells: Object.fromEntries(
                  [
                    ...Map.groupBy(
                      own.filter((one) => one.unit === unit.unit),
                      (one) => one.step,
                    ),
                  ].map(([step, ones]) => [step, <MomentCells key={step} moments={ones} />]),
                ),
              }))}
            />
          );
        })}
      </div>
      <div className="cycle-list">
        <ByMonth moments={moments} />
      </div>
    </>
  );
}

function ByMonth({ moments }: { moments: readonly Moment[] }) {
  const locale = useLocale();
  return [...Map.groupBy(moments, (one) => one.dueOn.slice(0, 7))].map(([month, ones]) => (
    <section key={month} aria-labelledby={`month-${month}`}>
      <h2 className="cycle-month" id={`month-${month}`}>
        {formatDate(`${month}-01`, locale).replace(/^\d+ /, '')}
      </h2>
      <MomentList moments={ones} />
    </section>
  ));
}
