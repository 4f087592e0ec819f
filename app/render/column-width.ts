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

/** The most characters of marks that any figure of the table carries. */
export function markRoom(table: LaidOutTable): number {
  const cells = table.rows.flatMap((row) => row.cells.filter((cell) => cell.numeric));
  return Math.max(0, ...cells.map((cell) => cell.marks.join(' ').length));
}

/**
 * How far, in points, a figure with `marks` characters of raised marks stays from the right edge of its
 * column, so that the digits of all figures stand under each other and the marks hang beside them. A raised
 * character is about 0.65 of the size high and 0.55 of that wide.
 */
export function markIndent(marks: number, room: number, size: number): number {
  return Math.round((room - marks) * size * 0.65 * 0.55 * 10) / 10;
}
