import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenAlong, type Sum } from './mask.ts';

/** Fractions of whole numbers, exact: the check does not share arithmetic with what it checks. */
type Fraction = { n: bigint; d: bigint };
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const fraction = (n: bigint, d: bigint): Fraction => {
  const g = gcd(n, d) || 1n;
  return { n: n / g, d: d / g };
};
const minus = (a: Fraction, b: Fraction) => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
const times = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d);
const over = (a: Fraction, b: Fraction) => fraction(a.n * b.d, a.d * b.n);

/** Which unknowns have one value only, when all sums hold: those that no solution of the homogeneous system moves. */
function determined(sums: readonly Sum[], hidden: readonly string[]): string[] {
  const rows = sums.map(({ whole, parts }) =>
    hidden.map((key) =>
      fraction(BigInt((key === whole ? 1 : 0) - parts.filter((one) => one === key).length), 1n),
    ),
  );
  const pivots: { row: number; column: number }[] = [];
  for (let column = 0; column < hidden.length; column++) {
    const row = rows.findIndex((one, r) => r >= pivots.length && one[column]!.n !== 0n);
    if (row < 0) continue;
    const top = pivots.length;
    [rows[top], rows[row]] = [rows[row]!, rows[top]!];
    const head = rows[top]!;
    const lead = head[column]!;
    rows[top] = head.map((one) => over(one, lead));
    for (const [r, one] of rows.entries()) {
      const factor = one[column]!;
      if (r !== top && factor.n !== 0n) {
        rows[r] = one.map((value, c) => minus(value, times(factor, rows[top]![c]!)));
      }
    }
    pivots.push({ row: top, column });
  }
  const free = hidden.map((_, column) => column).filter((c) => !pivots.some((one) => one.column === c));
  return pivots
    .filter(({ row }) => free.every((column) => rows[row]![column]!.n === 0n))
    .map(({ column }) => hidden[column]!);
}

/** Units by splits with their totals: what an indicator of a year holds. */
const tables = fc
  .record({
    units: fc.integer({ min: 1, max: 5 }),
    splits: fc.integer({ min: 1, max: 3 }),
    heads: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 15, maxLength: 15 }),
  })
  .map(({ units, splits, heads }) => {
    const values = new Map<string, number>();
    const sums: Sum[] = [];
    const unit = Array.from({ length: units }, (_, u) => `u${u}`);
    const split = Array.from({ length: splits }, (_, s) => `s${s}`);
    for (const [u, one] of unit.entries()) {
      for (const [s, part] of split.entries()) values.set(`${one} ${part}`, heads[u * 3 + s]!);
    }
    const total = (keys: string[]) => keys.reduce((sum, key) => sum + values.get(key)!, 0);
    for (const one of unit) {
      const parts = split.map((part) => `${one} ${part}`);
      values.set(`${one} `, total(parts));
      sums.push({ whole: `${one} `, parts });
    }
    for (const part of [...split, '']) {
      const parts = unit.map((one) => `${one} ${part}`);
      values.set(`all ${part}`, total(parts));
      sums.push({ whole: `all ${part}`, parts });
    }
    sums.push({ whole: 'all ', parts: split.map((part) => `all ${part}`) });
    return { values, sums };
  });

describe('masking', () => {
  test('[000-59] no small figure follows from the others, by whatever sums of sums', () => {
    fc.assert(
      fc.property(tables, ({ values, sums }) => {
        const figures = [...values].map(([key, size]) => ({ key, size, small: size > 0 && size < 5 }));
        const along = hiddenAlong(figures, sums);
        const hidden = [...figures.filter((one) => one.small).map((one) => one.key), ...along];
        expect(determined(sums, hidden)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('nothing is hidden where nothing is small; one small part takes the smallest beside it', () => {
    const sums = [{ whole: 't', parts: ['a', 'b', 'c'] }];
    const figure = (key: string, size: number, small = false) => ({ key, size, small });
    expect(hiddenAlong([figure('t', 60), figure('a', 10), figure('b', 20), figure('c', 30)], sums)).toEqual(
      new Set(),
    );
    expect(
      hiddenAlong([figure('t', 53), figure('a', 3, true), figure('b', 20), figure('c', 30)], sums),
    ).toEqual(new Set(['b']));
    expect(hiddenAlong([figure('t', 4), figure('a', 4, true)], [{ whole: 't', parts: ['a'] }])).toEqual(
      new Set(['t']),
    );
  });
});
