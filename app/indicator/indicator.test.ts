import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionFor, isSmall, printedMilli, printedValue } from './indicator.ts';

const bare = { valueMilli: null, numeratorMilli: null, denominatorMilli: null };
const observation = { ...bare, spreadMilli: null, respondents: null, mark: null };
const rules = { decimals: 1, individuals: true, scaleLow: null, scaleHigh: null };

describe('figures', () => {
  test('a ratio is computed exactly from its numerator and denominator, and rounded once', () => {
    const ratio = { ...bare, numeratorMilli: 27_670_000, denominatorMilli: 1_071_800 };
    expect(printedValue(ratio, { kind: 'ratio', decimals: 1 })).toBe(258);
    expect(printedValue(ratio, { kind: 'ratio', decimals: 3 })).toBe(25_816);
    const share = { ...bare, numeratorMilli: 2000, denominatorMilli: 3000 };
    expect(printedValue(share, { kind: 'percentage', decimals: 1 })).toBe(667);
  });

  test('printing never differs from the exact value by more than half a digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 0, max: 3 }),
        (numeratorMilli, denominatorMilli, decimals) => {
          const printed = BigInt(
            printedValue({ ...bare, numeratorMilli, denominatorMilli }, { kind: 'ratio', decimals })!,
          );
          const off = printed * BigInt(denominatorMilli) - BigInt(numeratorMilli) * 10n ** BigInt(decimals);
          expect(2n * (off < 0n ? -off : off) <= BigInt(denominatorMilli)).toBe(true);
        },
      ),
    );
  });

  test('values print half away from zero', () => {
    expect([printedMilli(2850, 1), printedMilli(-2850, 1), printedMilli(2849, 1)]).toEqual([29, -29, 28]);
  });

  test('[000-59] groups below the threshold are small; nil, and things that are no persons, are not', () => {
    const count = (valueMilli: number) => ({ ...observation, valueMilli });
    const small = (valueMilli: number, individuals = true) =>
      isSmall(count(valueMilli), { ...rules, kind: 'count', individuals }, 5);
    expect([small(0), small(1000), small(4000), small(5000), small(4000, false)]).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    const mean = (respondents: number) =>
      isSmall({ ...observation, valueMilli: 4000, respondents }, { ...rules, kind: 'mean' }, 5);
    expect([mean(4), mean(5)]).toEqual([true, false]);
    const share = (numeratorMilli: number, denominatorMilli: number) =>
      isSmall({ ...observation, numeratorMilli, denominatorMilli }, { ...rules, kind: 'percentage' }, 5);
    expect([
      share(40_000, 80_000),
      share(3000, 80_000),
      share(78_000, 80_000),
      share(80_000, 80_000),
    ]).toEqual([false, true, true, false]);
  });

  test('a year is measured by the latest definition that began by then', () => {
    const versions = [
      { number: 1, fromYear: 2021 },
      { number: 2, fromYear: 2024 },
    ];
    expect([2019, 2023, 2024, 2026].map((year) => definitionFor(versions, year)?.number)).toEqual([
      1, 1, 2, 2,
    ]);
  });
});
