import { exact } from '#app/kernel/money.ts';
import type { BudgetLine } from './budget.ts';

/** A budget line as the database sends it: its fields in this order. Thousands of them travel as one text. */
export type LineFields = [
  measure: string,
  component: string,
  unit: string,
  fund: string,
  costKind: string,
  year: number,
  cents: number | null,
  fteMilli: number | null,
  mark: BudgetLine['mark'],
  note: string,
  node: string | null,
];

/** The line that the fields tell of. @throws RangeError when an amount is beyond what a number holds exactly */
export function lineOf(fields: LineFields): BudgetLine & { node: string | null } {
  const [measure, component, unit, fund, costKind, year, cents, fteMilli, mark, note, node] = fields;
  return {
    measure,
    component,
    unit,
    fund,
    costKind,
    year,
    cents: cents === null ? null : exact(cents),
    fteMilli: fteMilli === null ? null : exact(fteMilli),
    mark,
    note,
    node,
  };
}
