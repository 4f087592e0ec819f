import { DECIMALS, type Figure, known, ONE, unknown } from '#app/ledger/check.ts';
import type { LayoutColumn, Printed, PrintUnit, TableLayout } from './table-layout.ts';
import type { TableRow } from './table-row.ts';
import type { Value } from './table-value.ts';

/** A computed table: its layout, rows and values. */
export type ComputedTable = {
  code: string;
  layout: TableLayout;
  rows: TableRow[];
  values: Map<string, Value[]>;
};

/** Exact units (cents, thousandths, basis points) in one printed unit, and its decimals. */
export function scaleOf(column: LayoutColumn, unit: PrintUnit): { exact: number; decimals: number } {
  if (column.kind === 'share' || column.kind === 'given') return { exact: 100, decimals: 0 };
  return {
    keur: { exact: 100_000, decimals: 0 },
    eur: { exact: 100, decimals: 0 },
    fte1: { exact: 1000, decimals: 1 },
    fte2: { exact: 1000, decimals: 2 },
  }[unit];
}

/** Reads one computed table and what was printed of it. */
export class TableReader {
  readonly table: ComputedTable;
  readonly #rows: Map<string, TableRow>;
  constructor(table: ComputedTable) {
    this.table = table;
    this.#rows = new Map(table.rows.map((row) => [row.key, row]));
  }
  row(key: string): TableRow {
    return this.#rows.get(key)!;
  }
  scale(c: number) {
    return scaleOf(this.table.layout.columns[c]!, this.table.layout.unit);
  }
  /** undefined when the layout says nothing about this row */
  printed(key: string, c: number): Printed | undefined {
    const row = this.table.layout.published[key];
    return row ? row[c]! : undefined;
  }
  value(key: string, c: number): Value {
    return this.table.values.get(key)![c]!;
  }
  /** Our value as a figure of the printed unit; null where there is none. */
  ours(key: string, c: number): Figure | null {
    const value = this.value(key, c);
    if (value.state === 'absent') return null;
    if (value.state !== 'known') return unknown;
    const { exact, decimals } = this.scale(c);
    const unit = 10n ** BigInt(DECIMALS - decimals);
    return { kind: 'known', value: (BigInt(value.amount) * ONE) / BigInt(exact), unit };
  }
  /** What was printed, or ours where the document prints nothing that can be read. */
  figure(key: string, c: number): Figure | null {
    const printed = this.printed(key, c);
    if (printed === undefined || printed === 'lost' || printed === null) return this.ours(key, c);
    return printed === 'pm'
      ? unknown
      : known(Math.round(printed * 10 ** this.scale(c).decimals), this.scale(c).decimals);
  }
  /** The lines at the bottom of a computed row, with their signs. */
  leaves(key: string, sign: 1 | -1 = 1): { row: string; sign: 1 | -1 }[] {
    const { parts } = this.row(key);
    if (!parts) return [{ row: key, sign }];
    return parts.flatMap((part) => this.leaves(part.row, (part.sign * sign) as 1 | -1));
  }
}

/** Whether two figures print the same in the coarser of their units. */
export function printsAlike(a: Figure | null, b: Figure | null): boolean {
  if (a?.kind !== 'known' || b?.kind !== 'known') return false;
  if (a.unit < b.unit) return printsAlike(b, a);
  return rounded(a).value === rounded({ ...b, unit: a.unit }).value;
}

/** Rounded to its own last digit, half away from zero. */
export function rounded<F extends Figure>(figure: F): F {
  if (figure.kind !== 'known') return figure;
  const { value, unit } = figure;
  const size = value < 0n ? -value : value;
  const up = ((2n * size + unit) / (2n * unit)) * unit;
  return { ...figure, value: value < 0n ? -up : up };
}

/** The value of a known figure in 10^-8; 0 of an unknown one. */
export function knownValue(figure: Figure): bigint {
  return figure.kind === 'known' ? figure.value : 0n;
}
