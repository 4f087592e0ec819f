import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judgeProduct,
  judgeRatio,
  judgeShare,
  judgeSum,
  known,
  ONE,
  type Part,
  toNumber,
  unknown,
} from './check.ts';

const parts = (...values: number[]): Part[] => values.map((value) => ({ figure: known(value), sign: 1 }));

describe('sums', () => {
  it('is exact in tenths, where binary numbers are not', () => {
    const tenths: Part[] = [1, 2].map((value) => ({ figure: known(value, 1), sign: 1 }));
    expect(judgeSum(known(3, 1), tenths)).toMatchObject({ class: 'exact' });
  });

  it('takes half a unit per part and half for the total, no more', () => {
    // three parts: (3 + 1) / 2 = 2 units
    expect(judgeSum(known(12), parts(2, 3, 5))).toMatchObject({ class: 'rounding', difference: 2n * ONE });
    expect(judgeSum(known(13), parts(2, 3, 5))).toMatchObject({ class: 'error', difference: 3n * ONE });
    expect(judgeSum(known(2, 2), [{ figure: known(3, 2), sign: 1 }])).toMatchObject({ class: 'rounding' });
  });

  it('subtracts by sign', () => {
    const result: Part[] = [
      { figure: known(17_259), sign: 1 },
      { figure: known(16_790), sign: -1 },
      { figure: known(629), sign: -1 },
    ];
    expect(judgeSum(known(-159), result)).toMatchObject({ class: 'rounding', computed: -160n * ONE });
    expect(judgeSum(known(-169), result)).toMatchObject({ class: 'error' });
  });

  it('does not judge over an unknown part, unless no value of it could be right', () => {
    const open: Part[] = [...parts(40, 50), { figure: unknown, sign: 1 }];
    expect(judgeSum(known(80), open)).toEqual({ class: 'unjudged' });
    const masked: Part[] = [
      ...parts(40, 50),
      { figure: { kind: 'unknown', least: 0n, most: 4n * ONE }, sign: 1 },
    ];
    expect(judgeSum(known(93), masked)).toEqual({ class: 'unjudged' });
    expect(judgeSum(known(80), masked)).toMatchObject({ class: 'error' });
    expect(judgeSum(known(100), masked)).toMatchObject({ class: 'error' });
  });

  it('never calls the rounded sum of any amounts an error', () => {
    const cents = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(cents, (amounts) => {
        const total = Math.round(amounts.reduce((a, b) => a + b, 0) / 1000);
        const verdict = judgeSum(known(total), parts(...amounts.map((amount) => Math.round(amount / 1000))));
        expect(verdict.class).not.toBe('error');
      }),
    );
  });
});

describe('shares, ratios and products', () => {
  it('compares a share with the percentage as printed', () => {
    expect(judgeShare(known(47), known(8_084), known(17_339))).toMatchObject({ class: 'exact' });
    expect(judgeShare(known(48), known(8_084), known(17_339))).toMatchObject({
      class: 'error',
      computed: 47n * ONE,
      difference: ONE,
    });
  });

  it('lets a share of small rounded figures be off by their rounding', () => {
    // 1 of 3 may be 1.4 of 2.6: 54%
    expect(judgeShare(known(50), known(1), known(3))).toMatchObject({ class: 'rounding' });
    expect(judgeShare(known(70), known(1), known(3))).toMatchObject({ class: 'error' });
    expect(judgeShare(known(10), known(1), known(0))).toEqual({ class: 'unjudged' });
  });

  it('recomputes a ratio and a product', () => {
    expect(judgeRatio(known(258, 1), known(27_670), known(10_718, 1))).toMatchObject({ class: 'exact' });
    expect(judgeRatio(known(268, 1), known(27_670), known(10_718, 1))).toMatchObject({ class: 'error' });
    expect(judgeProduct(known(84_000), known(12, 1), known(70_000))).toMatchObject({ class: 'exact' });
    expect(judgeProduct(known(85_000), known(12, 1), known(70_000))).toMatchObject({ class: 'rounding' });
    expect(judgeProduct(known(94_000), known(12, 1), known(70_000))).toMatchObject({ class: 'error' });
  });

  it('shows 10^-8 as an ordinary number', () => {
    expect(toNumber(-1n)).toBe(-1e-8);
    expect(toNumber(1_355_443n * ONE)).toBe(1_355_443);
  });
});
