/**
 * The price of one FTE that printed pairs of euros and FTE imply: pure. A printed figure stands at most half
 * of its last digit from the true one, so each pair allows a window of prices; pairs of one column (a year)
 * share a price, and columns whose windows meet share it too.
 */
import { type Figure, ONE } from './check.ts';

/** The same amount twice, in the column (the year) that it is printed in. */
export type RatePair = { column: string; euros: Figure; fte: Figure };

/** `least` and `most` in 10^-8 of the unit of the euros; every price between them gives all `fitting` figures. */
export type ImpliedRate = {
  least: bigint;
  most: bigint;
  fitting: number;
  of: number;
  /** columns of which no single price gives every figure, in order */
  without: string[];
};

/**
 * The window of prices that gives every FTE figure of every column that has a price at all.
 * @returns null when no pair can be read, or when the columns do not share a price
 */
export function impliedRate(pairs: readonly RatePair[]): ImpliedRate | null {
  const windows = new Map<string, { least: bigint; most: bigint; count: number }>();
  for (const { column, euros, fte } of pairs) {
    const window = windowOf(euros, fte);
    if (!window) continue;
    const held = windows.get(column);
    windows.set(column, held ? { ...meet(held, window), count: held.count + 1 } : { ...window, count: 1 });
  }
  const priced = [...windows.values()].filter(({ least, most }) => least <= most);
  if (priced.length === 0) return null;
  const { least, most } = priced.reduce(meet);
  if (least > most) return null;
  const of = [...windows.values()].reduce((total, { count }) => total + count, 0);
  return {
    least,
    most,
    fitting: priced.reduce((total, { count }) => total + count, 0),
    of,
    without: [...windows].flatMap(([column, window]) => (window.least > window.most ? [column] : [])),
  };
}

type Window = { least: bigint; most: bigint };

/** The prices p for which euros / p prints as this FTE; null when nothing bounds them. */
function windowOf(euros: Figure, fte: Figure): Window | null {
  if (euros.kind !== 'known' || fte.kind !== 'known' || euros.value <= 0n) return null;
  const fewest = 2n * fte.value - fte.unit;
  if (fewest <= 0n) return null;
  const least = 2n * euros.value - euros.unit;
  const most = 2n * euros.value + euros.unit;
  // inward: a price in the window really prints as stated
  return { least: ceiling(least * ONE, 2n * fte.value + fte.unit), most: (most * ONE) / fewest };
}

function meet<W extends Window>(a: W, b: Window): W {
  const narrower = { ...a };
  if (b.least > a.least) narrower.least = b.least;
  if (b.most < a.most) narrower.most = b.most;
  return narrower;
}

/** a / b rounded up, for positive numbers. */
function ceiling(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}
