import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fteToCents } from '#app/kernel/fte-rate.ts';
import { otherSide, yearRates } from './budget-rate.ts';

const rates = [
  { fromYear: 2022, fteCents: 8_400_000 },
  { fromYear: 2024, fteCents: 9_000_000 },
];
const line = (year: number, cents: number | null, fteMilli: number | null) => ({ year, cents, fteMilli });

describe('the side that was not entered', () => {
  test('is converted at the rate of its own year', () => {
    expect(otherSide([line(2023, null, 500)], rates)).toEqual({ side: 'eur', cents: 4_200_000 });
    expect(otherSide([line(2023, null, 500), line(2024, null, 500)], rates)).toEqual({
      side: 'eur',
      cents: 8_700_000,
    });
    expect(otherSide([line(2024, 4_500_000, null)], rates)).toEqual({ side: 'fte', fteMilli: 500 });
  });

  test('is not there when both were entered, neither was, or no rate is known', () => {
    expect(otherSide([line(2023, 100, 5)], rates)).toBeNull();
    expect(otherSide([line(2023, 100, null), line(2023, null, 5)], rates)).toBeNull();
    expect(otherSide([line(2023, null, null)], rates)).toBeNull();
    expect(otherSide([line(2021, null, 500)], rates)).toBeNull();
  });
});

describe('the price that both sides imply', () => {
  test('one that is printed to the hundredth leaves a window; the stated price may lie outside it', () => {
    const [year] = yearRates([line(2022, 8_400_000, 1_000)], rates);
    expect(year).toEqual({
      year: 2022,
      stated: 8_400_000,
      window: { least: 8_358_208, most: 8_442_212 },
      within: true,
      of: 1,
    });
    expect(yearRates([line(2024, 8_400_000, 1_000)], rates)).toMatchObject([{ within: false }]);
    expect(yearRates([line(2021, 8_400_000, 1_000)], rates)).toMatchObject([{ stated: null, within: false }]);
  });

  test('amounts that no one price gives say so', () => {
    const both = [line(2022, 8_400_000, 1_000), line(2022, 9_900_000, 1_000)];
    expect(yearRates(both, rates)).toMatchObject([{ window: null, within: false, of: 2 }]);
  });

  test('whatever is priced at the stated rate lies within its window', () => {
    const fte = fc.integer({ min: 1, max: 50_000 });
    fc.assert(
      fc.property(fc.array(fte, { minLength: 1, maxLength: 20 }), (all) => {
        const lines = all.map((milli) => line(2022, fteToCents(milli, rates[0]!), milli));
        expect(yearRates(lines, rates)).toMatchObject([{ within: true, of: all.length }]);
      }),
    );
  });
});
