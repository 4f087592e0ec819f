/** What one FTE costs according to a published table in FTE and the table in euros beside it: pure. */
import type { Locale } from '#app/kernel/actor.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { divideHalfAway } from '#app/kernel/money.ts';
import { ONE } from '#app/ledger/check.ts';
import { impliedRate, type RatePair } from '#app/ledger/implied-rate.ts';
import { type ComputedTable, TableReader } from './table-reader.ts';
import { columnName } from './table-view.ts';

/** The printed price and the window that the figures imply, in cents; the window is rounded to ten cents. */
export type TableRate = {
  printed: number;
  least: number;
  most: number;
  fitting: number;
  of: number;
  /** keys of the columns that no single price can give */
  without: string[];
  table: string;
};

/** @returns null when the table names no rate, or its printed figures imply no common one */
export function tableRate(table: ComputedTable, others: readonly ComputedTable[]): TableRate | null {
  const { rate } = table.layout;
  const euros = rate && others.find((other) => other.code === rate.table);
  if (!rate || !euros) return null;
  const own = new TableReader(table);
  const theirs = new TableReader(euros);
  const pairs = table.rows.flatMap(({ key }) =>
    table.layout.columns.flatMap(({ key: column }, c): RatePair[] => {
      const there = euros.layout.columns.findIndex((one) => one.key === column);
      if (typeof own.printed(key, c) !== 'number' || there < 0 || !euros.values.has(key)) return [];
      const amount = theirs.figure(key, there);
      return amount ? [{ column, euros: amount, fte: own.figure(key, c)! }] : [];
    }),
  );
  const implied = impliedRate(pairs);
  if (!implied) return null;
  const { fitting, of, without } = implied;
  const window = { least: tenCents(implied.least), most: tenCents(implied.most) };
  return { printed: rate.cents, ...window, fitting, of, without, table: euros.code };
}

/** 10^-8 of a euro as cents, to the nearest ten. */
function tenCents(value: bigint): number {
  return Number(divideHalfAway(value * 10n, ONE)) * 10;
}

/** A table's rate with its amounts and columns as text. */
export function shownRate(table: ComputedTable, others: readonly ComputedTable[], locale: Locale) {
  const rate = tableRate(table, others);
  if (!rate) return null;
  const { printedTo } = table.layout.rate!;
  const euros = (cents: number) => formatAmount(cents, 'eur2', locale);
  return {
    printed: euros(rate.printed),
    // the printed price is itself rounded, to whole thousands say
    printedFrom: euros(rate.printed - printedTo / 2),
    printedTo: euros(rate.printed + printedTo / 2),
    least: euros(rate.least),
    most: euros(rate.most),
    fitting: rate.fitting,
    of: rate.of,
    without: rate.without
      .map((key) => columnName(table.layout.columns.find((column) => column.key === key)!, locale))
      .join(', '),
    within: rate.least <= rate.printed && rate.printed <= rate.most,
  };
}
