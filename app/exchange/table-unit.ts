/** Percentages and printed units: decided for a whole table, since single cells do not tell. */
import { ONE } from '#app/ledger/check.ts';
import type { Value } from './table-number.ts';
import type { Line } from './table-shape.ts';

/** A row is one of percentages by its figures; by its words only when they may be percentages. */
export function settlePercent(row: Line, values: Value[]): void {
  const known = values.filter((value) => value.state === 'known');
  const signs = known.filter((value) => value.percent).length;
  const large = known.some((value) => abs(value.value) >= 1000n * ONE);
  if (known.length > 0 && signs === known.length) row.roles.add('percent');
  else if (signs > 0 || large || /%\s+\S+\s+\S/.test(row.label)) row.roles.delete('percent');
}

/** Under a % heading 0.48 may be written for 48: such lines are brought to per cent. */
export function toPercent(values: Value[][], rows: Line[], columns: Line[]): Value[][] {
  const fractions = (list: Value[]): boolean => {
    const known = list.filter((value) => value.state === 'known');
    return (
      known.every((value) => !value.percent && abs(value.value) <= 2n * ONE) &&
      known.some((value) => value.value % ONE !== 0n)
    );
  };
  const rowIs = rows.map((row, r) => row.roles.has('percent') && fractions(values[r]!));
  const columnIs = columns.map(
    (column, c) => column.roles.has('percent') && fractions(values.map((row) => row[c]!)),
  );
  return values.map((row, r) =>
    row.map((value, c) =>
      value.state === 'known' && (rowIs[r] || columnIs[c])
        ? { ...value, value: value.value * 100n, unit: value.unit * 100n, percent: true }
        : value,
    ),
  );
}

/**
 * One printed unit for all cells that share one. Spreadsheets drop trailing zeros (`0.5`, `1`), so the
 * finest digit of the table counts; but a row or column of large whole numbers among small fractions
 * (euros among FTE) keeps its own.
 */
export function sharpen(values: Value[][], columns: Line[]): Value[][] {
  const finest = { amount: ONE * 10n ** 12n, percent: ONE * 10n ** 12n };
  const key = (value: Extract<Value, { state: 'known' }>, c: number) =>
    value.percent || columns[c]!.roles.has('percent') ? 'percent' : 'amount';
  let largeFraction = false;
  for (const row of values) {
    row.forEach((value, c) => {
      if (value.state !== 'known') return;
      const kind = key(value, c);
      if (value.unit < finest[kind]) finest[kind] = value.unit;
      if (kind === 'amount' && value.unit < ONE && abs(value.value) >= 1000n * ONE) largeFraction = true;
    });
  }
  const isLargeWhole = (list: Value[]): boolean => {
    const known = list.filter((value) => value.state === 'known');
    return (
      !largeFraction &&
      known.every((value) => value.unit >= ONE) &&
      known.some((value) => abs(value.value) >= 1000n * ONE)
    );
  };
  const wholeRows = values.map(isLargeWhole);
  const wholeColumns = columns.map((_, c) => isLargeWhole(values.map((row) => row[c]!)));
  return values.map((row, r) =>
    row.map((value, c) => {
      if (value.state !== 'known') return value;
      const own = wholeRows[r] || wholeColumns[c];
      const kind = key(value, c);
      return kind === 'amount' && own ? value : { ...value, unit: min(value.unit, finest[kind]) };
    }),
  );
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
