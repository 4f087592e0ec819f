/**
 * The figures of a published table, computed from ledger figures: pure. A value is exact (cents,
 * thousandths of FTE, basis points); what is not known stays so in every sum it is a part of.
 */
import { shareOf } from '#app/kernel/money.ts';
import type { LayoutColumn, LineFilter, TableLayout } from './table-layout.ts';
import { matches, type TablePlace, type TableRow } from './table-row.ts';

export type Value =
  | { state: 'known'; amount: number; provisional?: true }
  /** a part is to be determined; `known` is the sum of the others */
  | { state: 'pm'; known: number; provisional?: true }
  /** lines exist, but not in this unit */
  | { state: 'unknown' }
  /** no line: nothing was ever meant to stand here */
  | { state: 'absent' };

/** The values of all rows, in the order of the columns. */
export function tableValues(layout: TableLayout, place: TablePlace, rows: TableRow[]): Map<string, Value[]> {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const amounts = new Map<string, Value>();
  const amount = (key: string, column: Moment): Value => {
    const at = `${key} ${column.stage} ${column.year} ${column.asOf ?? ''}`;
    const found = amounts.get(at);
    if (found) return found;
    const row = byKey.get(key)!;
    const value = row.parts
      ? combine(
          row.parts.map((part) => ({ value: amount(part.row, column), sign: part.sign })),
          row.kind,
        )
      : row.lines
        ? combine(
            row.lines.map(({ filter, sign }) => ({
              value: lineValue(filter, column, { layout, place }),
              sign,
            })),
            row.lines.length > 1 ? 'result' : 'line',
          )
        : ({ state: 'absent' } as const);
    amounts.set(at, value);
    return value;
  };
  return new Map(
    rows.map((row) => {
      const values = new Map<string, Value>();
      const cell = (column: LayoutColumn): Value => {
        const known = values.get(column.key);
        if (known) return known;
        const value = columnValue(row, column, { amount, cell, layout });
        values.set(column.key, value);
        return value;
      };
      return [row.key, layout.columns.map(cell)];
    }),
  );
}

type Moment = Pick<Extract<LayoutColumn, { kind: 'figure' }>, 'stage' | 'year' | 'asOf'>;
type Ways = {
  amount: (key: string, column: Moment) => Value;
  cell: (column: LayoutColumn) => Value;
  layout: TableLayout;
};

const absent: Value = { state: 'absent' };

function columnValue(row: TableRow, column: LayoutColumn, { amount, cell, layout }: Ways): Value {
  switch (column.kind) {
    case 'figure':
      return amount(row.key, column);
    case 'share':
      return hasShare(row) ? shareValue(amount(row.key, column), amount(column.of, column)) : absent;
    case 'given': {
      const share = column.shares[row.key];
      return share === undefined ? absent : { state: 'known', amount: Math.round(share * 100) };
    }
    case 'difference': {
      const side = (key: string) => cell(layout.columns.find((one) => one.key === key)!);
      return combine(
        [
          { value: side(column.from), sign: 1 },
          { value: side(column.minus), sign: -1 },
        ],
        'result',
      );
    }
  }
}

/** Lines and their totals have a share; what stands below a total (revenue, result) has none. */
export function hasShare(row: Pick<TableRow, 'kind'>): boolean {
  return row.kind === 'line' || row.kind === 'subtotal' || row.kind === 'total';
}

/** Basis points that print as the exact share does: 46.496% must not become 46.50% and print as 47%. */
function shareValue(part: Value, whole: Value): Value {
  if (part.state === 'absent' || whole.state === 'absent') return absent;
  if (part.state !== 'known' || whole.state !== 'known') return { state: 'unknown' };
  const share = shareOf(part.amount, whole.amount);
  if (share === null) return absent;
  const printed = Math.round((part.amount * 100) / whole.amount);
  const nudge = Math.round(share / 100) > printed ? -1 : Math.round(share / 100) < printed ? 1 : 0;
  const said = part.provisional || whole.provisional ? { provisional: true as const } : {};
  return { state: 'known', amount: share + nudge, ...said };
}

function lineValue(
  filter: LineFilter,
  column: Moment,
  at: { layout: TableLayout; place: TablePlace },
): Value {
  const stage = filter.stage ?? column.stage;
  const asOf = column.asOf ?? at.place.asOf;
  const inFte = at.layout.unit.startsWith('fte');
  const found = at.place.figures.filter(
    (figure) =>
      figure.stage === stage &&
      figure.year === column.year &&
      figure.asOf === asOf &&
      matches(figure, filter, at),
  );
  const parts = found.flatMap((figure): { value: Value; sign: 1 }[] => {
    const amount = inFte ? figure.fteMilli : figure.cents;
    const said = figure.provisional > 0 ? { provisional: true as const } : {};
    if (figure.unknown > 0) return [{ value: { state: 'pm', known: amount ?? 0, ...said }, sign: 1 }];
    return [{ value: amount === null ? { state: 'unknown' } : { state: 'known', amount, ...said }, sign: 1 }];
  });
  return combine(parts, 'line');
}

/**
 * Adds values up. An absent part adds nothing to a sum, but a result without one of its parts (revenue that
 * nobody has stated yet) does not exist.
 */
function combine(parts: { value: Value; sign: 1 | -1 }[], kind: TableRow['kind']): Value {
  const there = parts.filter(({ value }) => value.state !== 'absent');
  if (there.length === 0 || (kind === 'result' && there.length < parts.length)) return absent;
  if (there.some(({ value }) => value.state === 'unknown')) return { state: 'unknown' };
  let known = 0;
  for (const { value, sign } of there) {
    known += sign * (value.state === 'known' ? value.amount : value.state === 'pm' ? value.known : 0);
  }
  const said = there.some(({ value }) => 'provisional' in value) ? { provisional: true as const } : {};
  return there.some(({ value }) => value.state === 'pm')
    ? { state: 'pm', known, ...said }
    : { state: 'known', amount: known, ...said };
}
