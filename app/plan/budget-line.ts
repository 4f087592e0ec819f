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
  /** of a memo line its cents and thousandths of FTE, else null */
  memo: [number | null, number | null] | null,
];

/** The line that the fields tell of. @throws RangeError when an amount is beyond what a number holds exactly */
export function lineOf(fields: LineFields): BudgetLine & { node: string | null } {
  const [measure, component, unit, fund, costKind, year, cents, fteMilli, mark, note, node, memo] = fields;
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
    memo: memo && { cents: memo[0] && exact(memo[0]), fteMilli: memo[1] && exact(memo[1]) },
  };
}
