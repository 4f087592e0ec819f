import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PayerLine, payersOf } from './payer.ts';

const funds = [
  { code: 'own', own: true },
  { code: 'other', own: false },
];

describe('who pays', () => {
  test('a year that only another fund pays is a substitution; a shared one is not', () => {
    const line = (fund: string, year: number, cents: number | null): PayerLine => ({
      ...{ measure: 'm', fund, year, cents },
      unknown: cents === null ? 1 : 0,
    });
    const lines = [
      line('other', 2022, 15_100_000),
      line('own', 2023, 1),
      line('own', 2024, 1),
      line('other', 2024, null),
    ];
    const [found] = payersOf(lines, ['m', 'leeg'], funds);
    expect(found!.substituted).toEqual([{ year: 2022, fund: 'other' }]);
    expect(found!.funds.map((one) => one.fund)).toEqual(['own', 'other']);
    expect(payersOf(lines, ['leeg'], funds)).toEqual([]);
  });

  test('no euro is lost or counted twice', () => {
    const lines = fc.uniqueArray(
      fc.record({
        measure: fc.constantFrom('a', 'b'),
        fund: fc.constantFrom('own', 'other'),
        year: fc.integer({ min: 2022, max: 2025 }),
        cents: fc.option(fc.integer({ min: 0, max: 1e9 })),
        unknown: fc.constant(0),
      }),
      { selector: (line) => `${line.measure} ${line.fund} ${line.year}` },
    );
    fc.assert(
      fc.property(lines, (all) => {
        const shown = payersOf(all, ['a', 'b'], funds).flatMap((one) =>
          one.funds.flatMap((fund) => Object.values(fund.years)),
        );
        expect(new Set(shown)).toEqual(new Set(all));
        expect(shown).toHaveLength(all.length);
      }),
    );
  });
});
