import type { LaidOutTable } from './layout.ts';
import type { TableMeasure } from './page.ts';
import { textShare } from './page.ts';

/** Widths in points, filling the page: figures as measured, the rest shared by labels and words. */
export function columnWidths(table: LaidOutTable, measure: TableMeasure): number[] {
  const shares = table.columns.map(({ numeric, longest }) => (numeric ? 0 : textShare(longest)));
  const numbers = table.columns.filter((column) => column.numeric).length * measure.numberWidth;
  const rest = Math.max(100, measure.room - numbers);
  const share = rest / shares.reduce((sum, value) => sum + value, 1);
  return [
    share,
    ...table.columns.map(({ numeric }, c) => (numeric ? measure.numberWidth : shares[c]! * share)),
  ];
}
