import type { Cents } from '#app/kernel/money.ts';
import { compareReceivers, keyOf, type Line, type Receiver } from './receiver.ts';

/** One receiver in one year in two allocations, in cents; null: it has no line there (not the same as 0). */
export type Difference = Receiver & { year: number; a: Cents | null; b: Cents | null; difference: Cents };

type Lines = { lines: readonly Line[]; unallocated: ReadonlyMap<number, Cents> };

/**
 * Two allocations side by side, per year and receiver. The row with unit and node null is what is not
 * allocated, so the differences of a year sum to the difference of its totals. `difference` is b - a.
 */
export function compareAllocations(a: Lines, b: Lines): Difference[] {
  const rows = new Map<string, Difference>();
  const put = (side: 'a' | 'b', { year, cents, unit, node }: Line) => {
    const key = `${year} ${keyOf({ unit, node })}`;
    const row = rows.get(key) ?? { year, unit, node, a: null, b: null, difference: 0 };
    const next = { ...row, [side]: (row[side] ?? 0) + cents };
    rows.set(key, { ...next, difference: (next.b ?? 0) - (next.a ?? 0) });
  };
  for (const line of withUnallocated(a)) put('a', line);
  for (const line of withUnallocated(b)) put('b', line);
  return [...rows.values()].toSorted((x, y) => x.year - y.year || compareReceivers(x, y));
}

/** The same differences per unit, its nodes taken together. */
export function differencesPerUnit(differences: readonly Difference[]): Difference[] {
  const rows = new Map<string, Difference>();
  for (const { year, unit, node, a, b } of differences) {
    // Money on a node without a unit is given out: it must not run together with what is not allocated.
    const kept = unit === null ? node : null;
    const key = `${year} ${keyOf({ unit, node: kept })}`;
    const row = rows.get(key);
    const next = { year, unit, node: kept, a: add(row?.a, a), b: add(row?.b, b) };
    rows.set(key, { ...next, difference: (next.b ?? 0) - (next.a ?? 0) });
  }
  return [...rows.values()];
}

function withUnallocated({ lines, unallocated }: Lines): Line[] {
  return [...lines, ...[...unallocated].map(([year, cents]) => ({ year, unit: null, node: null, cents }))];
}

function add(a: Cents | null | undefined, b: Cents | null): Cents | null {
  return a === null || a === undefined ? b : a + (b ?? 0);
}
