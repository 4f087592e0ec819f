import { inEuros, type Rate } from '#app/kernel/fte-rate.ts';
import { exact, sum } from '#app/kernel/money.ts';
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
export type Total = { value: number; pm: number; provisional: number; open: number };
export type ColumnTotal = Total & {
  /** In euros: the cents that FTE without an amount of their own stand for, and the FTE that no rate converts. */
  converted: number;
  withoutRate: number;
  /** Limit less total and converted FTE, in cents; null when the limit is unknown. */
  remainder: number | null;
};

function totalOf(cells: Cells, keys: readonly CellKey[]): Total {
  const total = { value: 0, pm: 0, provisional: 0, open: 0 };
  for (const key of keys) {
    const { value, mark } = cellAt(cells, key);
    total.value += value ?? 0;
    if (mark === 'pm') total.pm += 1;
    else if (mark === 'provisional') total.provisional += 1;
    else if (mark !== undefined) total.open += 1;
  }
  exact(total.value);
  return total;
}

/** The rows that add up in a unit; a row without unit is in euros, a memo row adds nothing. */
export function linesOf(rows: readonly GridRow[], unit: GridUnit): GridRow[] {
  return rows.filter((row) => row.kind !== 'group' && !row.memo && (row.unit ?? 'eur') === unit);
}

/** The total of one row over the years shown. */
export function rowTotal(cells: Cells, row: GridRow, columns: readonly GridColumn[]): Total {
  return totalOf(
    cells,
    columns.map((column) => keyOf(row.id, column.year)),
  );
}

type Frame = { unit: GridUnit; rates?: readonly Rate[] };

/** The total of one year over the rows of a unit, and what is left of its limit. */
export function columnTotal(
  cells: Cells,
  rows: readonly GridRow[],
  { column, unit, rates = [] }: Frame & { column: GridColumn },
): ColumnTotal {
  const own = linesOf(rows, unit).map((row) => keyOf(row.id, column.year));
  const total = totalOf(cells, own);
  if (unit === 'fte') return { ...total, converted: 0, withoutRate: 0, remainder: null };
  const lines = linesOf(rows, 'fte').map((row) => ({
    year: column.year,
    cents: row.euroRow === undefined ? null : cellAt(cells, keyOf(row.euroRow, column.year)).value,
    fteMilli: cellAt(cells, keyOf(row.id, column.year)).value,
    mark: null,
  }));
  const fte = inEuros(lines, rates);
  const { convertedCents: converted, withoutRateMilli: withoutRate } = fte;
  const { limit } = column;
  const remainder = typeof limit === 'number' ? limit - total.value - converted : null;
  return { ...total, converted, withoutRate, remainder };
}

/** The total of all years; remainder over the years only when each year's limit is known. */
export function grandTotal(each: readonly ColumnTotal[]): ColumnTotal {
  const of = (pick: (total: ColumnTotal) => number) => sum(each.map(pick));
  const remainders = each.map((total) => total.remainder);
  return {
    value: of((total) => total.value),
    pm: of((total) => total.pm),
    provisional: of((total) => total.provisional),
    open: of((total) => total.open),
    converted: of((total) => total.converted),
    withoutRate: of((total) => total.withoutRate),
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
