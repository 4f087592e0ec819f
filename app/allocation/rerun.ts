import type { FieldError } from '#app/kernel/rejection.ts';
import { compareAllocations, type Difference, differencesPerUnit } from './comparison.ts';
import { byYear, type Run, type RunResult } from './run.ts';

/** The money of a year, as an allocation ran on it and as it is now; null: no amount. Cents. */
export type YearOfMoney = {
  year: number;
  was: number | null;
  now: number | null;
  /** which of the two is provisional */
  provisional: { was: boolean; now: boolean };
};

/** What other money does to an allocation with the same rules. */
export type MoneyChange = {
  years: YearOfMoney[];
  /** per unit and year; null when the rules cannot be carried out on the new money: `problems` says why */
  differences: Difference[] | null;
  problems: FieldError[];
};

/** An allocation on new money: what came out, or why nothing did. */
export type Again = { run: Run | null; problems: FieldError[]; totals: Record<string, number> };

/** The money of two runs by year, and what each unit gets more or less. Pure. */
export function changeOf(before: Run, { run, problems, totals }: Again): MoneyChange {
  const known = new Set([...Object.keys(before.inputs.totals), ...Object.keys(totals)]);
  const starred = (one: Run | null, year: string) => Boolean(one?.inputs.provisional?.includes(Number(year)));
  const years = [...known].toSorted().map((year) => ({
    year: Number(year),
    was: before.inputs.totals[year] ?? null,
    now: totals[year] ?? null,
    provisional: { was: starred(before, year), now: starred(run, year) },
  }));
  const side = ({ lines, unallocated }: RunResult) => ({ lines, unallocated: byYear(unallocated) });
  const differences = run && differencesPerUnit(compareAllocations(side(before.result), side(run.result)));
  return { years, differences, problems };
}

/** Whether there is other money now. */
export function hasNewMoney({ years }: MoneyChange): boolean {
  return years.some(({ was, now }) => was !== now);
}
