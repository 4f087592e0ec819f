import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount } from '#app/kernel/amount-text.ts';
import {
  exactDecimal,
  formatDate,
  formatQuantity,
  plainNumber,
  precisionOf,
  printedUnits,
} from './format.ts';
import type { Language, NumberFormat } from './report.ts';
import { money, share } from './report.ts';

const kinds = [
  ['money', { money: 'keur' }],
  ['money', { money: 'eur' }],
  ['money', { money: 'eurCents' }],
  ['fte', { fteDecimals: 1 }],
  ['fte', { fteDecimals: 2 }],
  ['share', { shareDecimals: 0 }],
  ['share', { shareDecimals: 1 }],
  ['count', {}],
] as const satisfies [string, NumberFormat][];

describe('printing exact quantities', () => {
  test('prints as Dutch and English readers expect', () => {
    const print = (cents: number, unit: 'keur' | 'eur' | 'eurCents', language: Language) =>
      formatQuantity(cents, { kind: 'money', format: { money: unit }, language });
    expect(print(1_733_900_000, 'keur', 'nl')).toBe('17.339');
    expect(print(-7_500_000, 'keur', 'nl')).toBe('\u221275');
    expect(print(123_456_789, 'eur', 'nl')).toBe('1.234.568');
    expect(print(123_456_789, 'eurCents', 'nl')).toBe('1.234.567,89');
    expect(print(123_456_789, 'eurCents', 'en')).toBe('1,234,567.89');
    expect(print(5, 'eurCents', 'en')).toBe('0.05');
    const fte = { kind: 'fte', format: { fteDecimals: 2 }, language: 'nl' } as const;
    expect(formatQuantity(12_345, fte)).toBe('12,35');
    expect(formatQuantity(9_410, { kind: 'share', format: { shareDecimals: 1 }, language: 'nl' })).toBe(
      '94,1',
    );
  });

  test('rounds half away from zero, on both sides', () => {
    const keur = { kind: 'money', language: 'nl' } as const;
    expect(formatQuantity(150_000, keur)).toBe('2');
    expect(formatQuantity(-150_000, keur)).toBe('\u22122');
    expect(formatQuantity(149_999, keur)).toBe('1');
    // Rounds to zero: without a minus.
    expect(formatQuantity(-49_999, keur)).toBe('0');
  });

  test('what is printed reads back as the rounded value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom<Language>('nl', 'en'),
        fc.maxSafeInteger(),
        ([kind, format], language, value) => {
          const precision = precisionOf(kind, format)!;
          const printed = formatQuantity(value, { kind, format, language });
          const read = readAmount(printed, precision.decimals, language === 'nl' ? '.' : ',');
          expect(read).toEqual({ kind: 'value', value: printedUnits(value, precision) });
        },
      ),
    );
  });

  test('agrees with the formatter of the platform', () => {
    fc.assert(
      fc.property(fc.constantFrom<Language>('nl', 'en'), fc.integer(), (language, n) => {
        const platform = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(n);
        expect(formatQuantity(n, { kind: 'count', language })).toBe(platform.replace('-', '\u2212'));
      }),
    );
  });

  test('exact decimal text keeps every cent and equals the plain number', () => {
    fc.assert(
      fc.property(fc.constantFrom('keur', 'eur', 'eurCents'), fc.maxSafeInteger(), (unit, cents) => {
        const format: NumberFormat = { money: unit as 'keur' };
        const text = exactDecimal(money(cents), format)!;
        expect(Number(text)).toBe(plainNumber(money(cents), format));
        const places = unit === 'keur' ? 5 : 2;
        const [whole = '', fraction = ''] = text.split('.');
        expect(BigInt(whole + fraction.padEnd(places, '0'))).toBe(BigInt(cents));
      }),
    );
    expect(exactDecimal(share(3_456))).toBe('34.56');
    expect(exactDecimal(money(0))).toBe('0');
    expect(exactDecimal({ kind: 'pm' })).toBeNull();
  });

  test('refuses a quantity that is not an exact integer', () => {
    expect(() => formatQuantity(0.5, { kind: 'count', language: 'nl' })).toThrow(RangeError);
  });

  test('dates in words, whatever the time zone of the machine', () => {
    expect(formatDate('2021-07-01', 'nl')).toBe('1 juli 2021');
    expect(formatDate('2021-07-01', 'en')).toBe('1 July 2021');
  });
});
