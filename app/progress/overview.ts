import { type BasisPoints, shareOf, sum } from '#app/kernel/money.ts';
import type { ProgressMeasure, UnitProgress } from './progress.server.ts';
import { noEntry } from './progress.ts';

/** Units × statuses, and what can be said of several units together. Pure. */

export type ProgressFilter = {
  theme: string | null;
  status: string | null;
  fund: string | null;
  unit: string | null;
};

/** What an address asks for. */
export function filterOf(search: URLSearchParams): ProgressFilter {
  const of = (name: string) => search.get(name) || null;
  return { theme: of('theme'), status: of('status'), fund: of('fund'), unit: of('unit') };
}

/** The status of a measure of which nothing was handed in. */
export const untold = 'none';

export function statusOf({ entry }: Pick<ProgressMeasure, 'entry'>): string {
  return (entry ?? noEntry).status ?? untold;
}

type Shown = { theme: string; funds: readonly string[]; entry: ProgressMeasure['entry'] };

/** Does a measure belong to what is asked for? The status is left out where a table counts by it. */
export function isAsked(measure: Shown, filter: Omit<ProgressFilter, 'unit'>): boolean {
  return (
    (filter.theme === null || measure.theme === filter.theme) &&
    (filter.fund === null || measure.funds.includes(filter.fund)) &&
    (filter.status === null || statusOf(measure) === filter.status)
  );
}

/** How many measures of each status, by its code; `none` is not told. */
export function countByStatus(measures: readonly Pick<ProgressMeasure, 'entry'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const measure of measures) counts.set(statusOf(measure), (counts.get(statusOf(measure)) ?? 0) + 1);
  return counts;
}

export type Statement = {
  /** units with at least one such measure, of how many, and how many measures those are */
  units: number;
  of: number;
  measures: number;
  /** the least and the most that one of them budgets for these measures, of all that it budgets; null: no budget */
  least: BasisPoints | null;
  most: BasisPoints | null;
};

/** What can be said over units: so many of them do this, and spend from so much to so much of their budget on it. */
export function statementOf(
  units: readonly { measures: readonly (Shown & Pick<ProgressMeasure, 'budget'>)[] }[],
  filter: Omit<ProgressFilter, 'unit'>,
): Statement {
  const having = units
    .map(({ measures }) => ({ measures, asked: measures.filter((one) => isAsked(one, filter)) }))
    .filter(({ asked }) => asked.length > 0);
  const shares = having.flatMap(({ measures, asked }) => {
    const share = shareOf(budgetOf(asked), budgetOf(measures));
    return share === null ? [] : [share];
  });
  return {
    ...{ units: having.length, of: units.length, measures: sum(having.map(({ asked }) => asked.length)) },
    least: shares.length > 0 ? Math.min(...shares) : null,
    most: shares.length > 0 ? Math.max(...shares) : null,
  };
}

function budgetOf(measures: readonly Pick<ProgressMeasure, 'budget'>[]): number {
  return sum(measures.map(({ budget }) => budget?.cents ?? null));
}

/** Budget and spending of several measures together, in whole cents; how many amounts are not known. */
export function moneyOf(measures: readonly Pick<ProgressMeasure, 'budget' | 'spent'>[]) {
  const total = (side: 'budget' | 'spent') => {
    const known = measures.flatMap((one) => one[side] ?? []);
    if (known.length === 0) return null;
    return { cents: sum(known.map((one) => one.cents)), unknown: sum(known.map((one) => one.unknown)) };
  };
  return { budget: total('budget'), spent: total('spent') };
}

/** How far a unit is with its year. */
export function stageOf({ report }: Pick<UnitProgress, 'report'>): 'empty' | 'draft' | 'submitted' {
  if (!report) return 'empty';
  return report.submittedAt === null ? 'draft' : 'submitted';
}
