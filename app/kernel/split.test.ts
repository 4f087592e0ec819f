import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from './money.ts';
import { Rejection } from './rejection.ts';
import { split } from './split.ts';

const weights = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.nat(1_000_000)), {
    minLength: 1,
    maxLength: 40,
    selector: ([key]) => key,
  })
  .filter((list) => list.some(([, weight]) => weight > 0));
const total = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('split', () => {
  test('parts sum to the whole, each within one unit of its exact share', () => {
    fc.assert(
      fc.property(total, weights, (amount, list) => {
        const parts = split(amount, new Map(list));
        expect(sum(parts.values())).toBe(amount);
        const whole = sum(list.map(([, weight]) => weight));
        for (const [key, weight] of list) {
          expect(Math.abs(parts.get(key)! - (amount * weight) / whole)).toBeLessThan(1 + 1e-3);
        }
      }),
    );
  });

  test('the order in which weights are given changes nothing', () => {
    fc.assert(
      fc.property(total, weights, (amount, list) => {
        const forward = split(amount, new Map(list));
        const backward = split(amount, new Map(list.toReversed()));
        for (const [key] of list) expect(backward.get(key)).toBe(forward.get(key));
      }),
    );
  });

  test('a weight of zero gets nothing, and more weight never gets less', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), weights, (amount, list) => {
        const parts = split(amount, new Map(list));
        const sorted = list.toSorted((a, b) => a[1] - b[1]);
        for (const [key, weight] of list) if (weight === 0) expect(parts.get(key)).toBe(0);
        for (let i = 1; i < sorted.length; i += 1) {
          if (sorted[i]![1] > sorted[i - 1]![1]) {
            expect(parts.get(sorted[i]![0])!).toBeGreaterThanOrEqual(parts.get(sorted[i - 1]![0])!);
          }
        }
      }),
    );
  });

  test('refuses weights that are all zero, negative or broken', () => {
    expect(() => split(100, new Map([['a', 0]]))).toThrow(Rejection);
    expect(() => split(100, new Map([['a', -1]]))).toThrow(Rejection);
    expect(() => split(100, new Map([['a', 0.5]]))).toThrow(Rejection);
    expect(() => split(0.5, new Map([['a', 1]]))).toThrow(RangeError);
  });
});
