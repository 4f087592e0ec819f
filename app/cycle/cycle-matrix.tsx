import { nameOf } from '#app/kernel/name.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Step } from './cycle.server.ts';
import { yearName } from './cycle-words.ts';
import { isSettled, standings } from './moment.ts';
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

type Months = [month: string, moments: Moment[]][];

/** Month by month; months in which nothing waits fold together, so that what is due stands first. */
function ByMonth({ moments }: { moments: readonly Moment[] }) {
  const text = useText();
  const locale = useLocale();
  const months: Months = [...Map.groupBy(moments, (one) => one.dueOn.slice(0, 7))];
  const settled = ([, ones]: Months[number]) => ones.every((one) => isSettled(one.standing));
  if (months.every(settled)) return <MonthList months={months} />;
  const runs: { folded: boolean; months: Months }[] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last?.folded === settled(month)) last.months.push(month);
    else runs.push({ folded: settled(month), months: [month] });
  }
  const name = ([month]: Months[number]) => monthName(month, locale);
  return runs.map(({ folded, months: own }) =>
    folded ? (
      <Disclosure
        key={own[0]![0]}
        summary={text('cycle.settled', {
          ...{ from: name(own[0]!), through: name(own.at(-1)!), months: own.length },
          count: own.reduce((sum, [, ones]) => sum + ones.length, 0),
        })}
      >
        <MonthList months={own} />
      </Disclosure>
    ) : (
      <MonthList key={own[0]![0]} months={own} />
    ),
  );
}

const monthName = (month: string, locale: 'nl' | 'en') =>
  formatDate(`${month}-01`, locale).replace(/^\d+ /, '');

function MonthList({ months }: { months: Months }) {
  const locale = useLocale();
  return months.map(([month, ones]) => (
    <section key={month} aria-labelledby={`month-${month}`}>
      <h2 className="cycle-month" id={`month-${month}`}>
        {monthName(month, locale)}
      </h2>
      <MomentList moments={ones} />
    </section>
  ));
}
