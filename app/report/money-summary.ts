import { sum } from '#app/kernel/money.ts';
import { years } from '#app/kernel/period.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import type { Sign } from '#app/render/report.ts';
import { countSigns, noSigns, signsOfSum } from './figure-sign.ts';
import { columnTotal, type MoneyView } from './money-view.ts';

/** One year of the money from grant to spending, in cents; null where nothing is known yet. */
export type Bar = {
  year: number;
  granted: number | null;
  allocated: number | null;
  budgeted: number | null;
  realised: number | null;
  /** what is left of what was allocated, after what was spent or else budgeted */
  left: number | null;
  /** what each of the sums holds besides numbers */
  signs: Record<'granted' | 'allocated' | 'budgeted' | 'realised' | 'left', Sign[]>;
  /** the budget's parts, in the order of the table */
  parts: { label: string; series: number; value: number }[];
};

/** The year that a money bar shows: the one asked for, else the year of the date, within the scheme. */
export function barOf(view: MoneyView, asked: number | null, asOf: string): Bar {
  const year = asked ?? Math.min(Math.max(Number(asOf.slice(0, 4)), view.firstYear), view.lastYear);
  const total = (stage: Extract<Stage, 'budgeted' | 'realised'>) =>
    columnTotal(view, { key: '', year, stage });
  const found = (stage: 'granted' | 'allocated') =>
    view.funding.find((f) => f.stage === stage && f.year === year);
  const funded = (stage: 'granted' | 'allocated') => found(stage)?.now ?? null;
  const [spent, planned] = [total('realised'), total('budgeted')];
  const [allocated, budgeted, realised] = [funded('allocated'), planned.cents, spent.cents];
  const used = realised ?? budgeted;
  const given = found('allocated')?.signsNow ?? noSigns;
  return {
    year,
    granted: funded('granted'),
    allocated,
    budgeted,
    realised,
    left: allocated === null || used === null ? null : allocated - used,
    signs: {
      granted: signsOfSum(found('granted')?.signsNow ?? noSigns),
      allocated: signsOfSum(given),
      budgeted: signsOfSum(planned),
      realised: signsOfSum(spent),
      left: signsOfSum(countSigns([given, realised === null ? planned : spent])),
    },
    parts: view.keys.flatMap(({ key, label }, i) => {
      const own = view.figures.filter((f) => f.key === key && f.year === year && f.stage === 'budgeted');
      const cents = sum(own.map((f) => f.cents));
      return cents > 0 ? [{ label, series: i + 1, value: cents }] : [];
    }),
  };
}

/** One bar of shares: a year and what each key was budgeted in it, in cents. */
export type ShareBar = { label: string; parts: Record<string, number> };

/** The budget of each year by key, for a picture of shares; years without a budget are absent. */
export function sharesOf(view: MoneyView): ShareBar[] {
  return years(view.firstYear, view.lastYear).flatMap((year) => {
    const own = view.figures.filter((f) => f.year === year && f.stage === 'budgeted' && f.cents !== null);
    const parts = Object.fromEntries(own.map((f) => [f.key ?? '', f.cents!]));
    return sum(Object.values(parts)) > 0 ? [{ label: String(year), parts }] : [];
  });
}
