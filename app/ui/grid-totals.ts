import { sum } from '#app/kernel/money.ts';
import {
  type CellKey,
  type Cells,
  cellAt,
  type GridColumn,
  type GridRow,
  type GridUnit,
  keyOf,
} from './grid-model.ts';

/** A sum of known values, with how many parts are not a number yet: those never vanish in it. */
export type Total = { value: number; pm: number; open: number };
export type ColumnTotal = Total & {
  /** Limit less total, in cents; null when the limit is unknown. */
  remainder: number | null;
};

function totalOf(cells: Cells, keys: readonly CellKey[]): Total {
  const found = keys.map((key) => cellAt(cells, key));
  return {
    value: sum(found.map((cell) => cell.value)),
    pm: found.filter((cell) => cell.mark === 'pm').length,
    open: found.filter((cell) => cell.mark === 'invalid' || cell.mark === 'ambiguous').length,
  };
}

/** The rows that carry amounts in a unit; a row without unit is in euros. */
export function linesOf(rows: readonly GridRow[], unit: GridUnit): GridRow[] {
  return rows.filter((row) => row.kind !== 'group' && (row.unit ?? 'eur') === unit);
}

/** The total of one row over the years shown. */
export function rowTotal(cells: Cells, row: GridRow, columns: readonly GridColumn[]): Total {
  return totalOf(
    cells,
    columns.map((column) => keyOf(row.id, column.year)),
  );
}

/** The total of one year over the rows of a unit, and what is left of its limit. */
export function columnTotal(
  cells: Cells,
  rows: readonly GridRow[],
  at: { column: GridColumn; unit: GridUnit },
): ColumnTotal {
  const total = totalOf(
    cells,
    linesOf(rows, at.unit).map((row) => keyOf(row.id, at.column.year)),
  );
  const { limit } = at.column;
  return { ...total, remainder: at.unit === 'eur' && typeof limit === 'number' ? limit - total.value : null };
}

/** The total of everything in a unit; remainder over the years only when each year's limit is known. */
export function grandTotal(
  cells: Cells,
  rows: readonly GridRow[],
  at: { columns: readonly GridColumn[]; unit: GridUnit },
): ColumnTotal {
  const each = at.columns.map((column) => columnTotal(cells, rows, { column, unit: at.unit }));
  const remainders = each.map((total) => total.remainder);
  return {
    value: sum(each.map((total) => total.value)),
    pm: sum(each.map((total) => total.pm)),
    open: sum(each.map((total) => total.open)),
    remainder: each.length > 0 && remainders.every((part) => part !== null) ? sum(remainders) : null,
  };
}

/** The cells whose text reads two ways, in reading order. */
export function askedCells(
  cells: Cells,
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
): CellKey[] {
  const keys = rows.flatMap((row) => columns.map((column) => keyOf(row.id, column.year)));
  return keys.filter((key) => cells[key]?.mark === 'ambiguous');
}
