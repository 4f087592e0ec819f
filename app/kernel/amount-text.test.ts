import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount } from './amount-text.ts';

const value = (n: number) => ({ kind: 'value', value: n });

describe('readAmount', () => {
  test.each([
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1234', 123_400],
    ['12,5', 1_250],
    ['12.5', 1_250],
    ['€ 3.000.000', 300_000_000],
    ['3,000,000', 300_000_000],
    ['-12', -1_200],
    ['\u221212', -1_200],
    ['(1.234,00)', -123_400],
    ['0,125', 'invalid'],
    ['0', 0],
  ])('%s', (text, expected) => {
    expect(readAmount(text, 2)).toEqual(
      expected === 'invalid' ? { kind: 'invalid' } : value(expected as number),
    );
  });

  test('1.234 could be a thousand or one and a bit: it is asked, not guessed', () => {
    expect(readAmount('1.234', 2)).toEqual({ kind: 'ambiguous', asThousands: 123_400, asDecimal: 123 });
    expect(readAmount('1,234', 3)).toEqual({ kind: 'ambiguous', asThousands: 1_234_000, asDecimal: 1_234 });
  });

  test('the notation around it decides where it is known', () => {
    expect(readAmount('1.234', 2, '.')).toEqual(value(123_400));
    expect(readAmount('1.234', 3, ',')).toEqual(value(1_234));
    expect(readAmount('0,125', 3, '.')).toEqual(value(125));
  });

  test.each(['', ' ', '-', '\u00a0'])('nothing stands in "%s"', (text) => {
    expect(readAmount(text, 2)).toEqual({ kind: 'empty' });
  });

  test.each(['pm', 'PM', 'p.m.', 'pm*'])('%s is a value of its own', (text) => {
    expect(readAmount(text, 2)).toEqual({ kind: 'pm' });
  });

  test.each(['twaalf', '12a', '1.23.4', '1,2,3', '12.', '--1', '1e9', '99999999999999999', '=1+1'])(
    '%s is not a number',
    (text) => {
      expect(readAmount(text, 2)).toEqual({ kind: 'invalid' });
    },
  );

  test('a plain amount reads as it does behind a euro sign, whatever the notation around it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^-?\d{1,5}[.,]\d{1,3}$/),
        fc.constantFrom(2, 3),
        fc.constantFrom('.' as const, ',' as const, undefined),
        (text, decimals, grouping) => {
          expect(readAmount(text, decimals, grouping)).toEqual(readAmount(`€${text}`, decimals, grouping));
        },
      ),
    );
  });

  test('what Dutch or English prints is read back exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
        fc.constantFrom('nl-NL', 'en-GB'),
        (cents, locale) => {
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100);
          expect(readAmount(text, 2)).toEqual(value(cents));
        },
      ),
    );
  });
});
