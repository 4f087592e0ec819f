import { formatExact } from '#app/kernel/amount-format.ts';
import {
  cellAt,
  decimalsOf,
  type GridCell,
  type GridRow,
  type GridState,
  type GridUnit,
  keyOf,
  type Place,
} from './grid-model.ts';

/** A block of cells, both ends included; rows that take no value may lie in it. */
export type Range = { top: number; bottom: number; left: number; right: number };

/** The block between where selecting began and the focus, or null when it is one cell. */
export function rangeOf({ anchor, focus }: Pick<GridState, 'anchor' | 'focus'>): Range | null {
  if (anchor === null || (anchor.row === focus.row && anchor.column === focus.column)) return null;
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** The block, or the one cell in focus as a block. */
export function selectedOf(state: GridState): Range {
  const { row, column } = state.focus;
  return rangeOf(state) ?? { top: row, bottom: row, left: column, right: column };
}

/** Whether a cell lies in a block. */
export function inRange(range: Range | null, { row, column }: Place): boolean {
  if (range === null) return false;
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** The rows of a block that take values. */
export function linesIn(state: GridState, range: Range): GridRow[] {
  return state.rows.slice(range.top, range.bottom + 1).filter((row) => row.kind !== 'group');
}

/** The text that stands in a cell: a number in the reader's notation (with a star when provisional), pm, or what could not be read. */
export function cellText(cell: GridCell, unit: GridUnit, locale: 'nl' | 'en'): string {
  if (cell.raw !== undefined) return cell.raw;
  if (cell.mark === 'pm') return 'pm';
  if (cell.value === null) return '';
  return formatExact(cell.value, decimalsOf(unit), locale) + (cell.mark === 'provisional' ? '*' : '');
}

/**
 * What goes to the clipboard: the selected block as lines of cells between tabs, every digit that counts, in
 * the reader's notation. Headings are left out, as pasting passes over them.
 * @returns `sure`: no cell of it is still asked about, so the notation may travel with it
 */
export function copyOf(
  state: GridState,
  locale: 'nl' | 'en',
): { text: string; cells: number; sure: boolean } {
  const range = selectedOf(state);
  const columns = state.columns.slice(range.left, range.right + 1);
  const lines = linesIn(state, range).map((line) =>
    columns.map(({ year }) => ({ cell: cellAt(state.cells, keyOf(line.id, year)), unit: line.unit })),
  );
  const cells = lines.flat();
  return {
    text: lines
      .map((line) => line.map(({ cell, unit }) => quoted(cellText(cell, unit ?? 'eur', locale))).join('\t'))
      .join('\n'),
    cells: cells.length,
    sure: cells.every(({ cell }) => cell.mark !== 'ambiguous'),
  };
}

// As spreadsheets write a cell that would otherwise read as several.
function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
