import { describe, expect, test } from 'vitest';
import { type LetterFrame, readLetterAmounts } from './letter-form.ts';

const frame: LetterFrame = {
  funds: ['k'],
  years: [2022, 2023],
  current: [{ fund: 'k', year: 2022, cents: 100_00, provisional: true, memo: false, note: 'eerst' }],
};

describe('amounts of a letter as typed', () => {
  test.each([
    ['1.234.567,89', 123_456_789],
    ['1,234,567.89', 123_456_789],
    ['€ 17.259.000', 1_725_900_000],
    ['0', 0],
  ])('%s is read', (raw, cents) => {
    const { amounts, errors } = readLetterAmounts({ 'amount.k.2022': raw }, frame);
    expect(errors).toEqual([]);
    expect(amounts).toEqual([{ fund: 'k', year: 2022, cents, provisional: false, memo: false, note: '' }]);
  });

  test('1.234 may be a thousand or one: it is asked, with both readings', () => {
    const { amounts, errors } = readLetterAmounts({ 'amount.k.2022': '1.234' }, frame);
    expect(amounts).toEqual([]);
    expect(errors).toEqual([
      {
        path: 'amount.k.2022',
        code: 'amount.ambiguous',
        params: { raw: '1.234', thousands: 1234_00, decimal: 1_23 },
      },
    ]);
  });

  test('[000-79] pm, a star and the memo tick are each read as what they say', () => {
    const read = (typed: Record<string, string>) => readLetterAmounts(typed, frame).amounts[0];
    expect(read({ 'amount.k.2022': 'pm', 'provisional.k.2022': 'on' })).toMatchObject({
      ...{ cents: null, provisional: false, memo: false },
    });
    expect(read({ 'amount.k.2022': '15.000,00 *' })).toMatchObject({ cents: 15_000_00, provisional: true });
    expect(read({ 'amount.k.2022': '15.000,00', 'memo.k.2022': 'on' })).toMatchObject({
      ...{ cents: 15_000_00, provisional: false, memo: true },
    });
    const asked = readLetterAmounts({ 'amount.k.2022': '1.234*' }, frame);
    expect(asked.errors[0]).toMatchObject({ code: 'amount.ambiguous', params: { raw: '1.234*' } });
    const pm = { fund: 'k', year: 2022, cents: null, provisional: false, memo: false, note: '' };
    const removed = readLetterAmounts({ 'amount.k.2022': '' }, { ...frame, current: [pm] });
    expect(removed.errors[0]?.code).toBe('funding.pm-removed');
  });

  test('text, an amount below zero and an amount that vanishes are each said at their field', () => {
    const { errors } = readLetterAmounts({ 'amount.k.2023': 'veel' }, frame);
    expect(errors.map((error) => `${error.path} ${error.code}`)).toEqual([
      'amount.k.2022 funding.amount-removed',
      'amount.k.2023 amount.invalid',
    ]);
    expect(readLetterAmounts({ 'amount.k.2022': '-5' }, frame).errors[0]?.code).toBe('funding.negative');
  });

  test('an amount that stays keeps its explanation; one that changes asks its own', () => {
    const same = { 'amount.k.2022': '100,00', 'provisional.k.2022': 'on' };
    expect(readLetterAmounts(same, frame).amounts[0]).toMatchObject({ provisional: true, note: 'eerst' });
    expect(readLetterAmounts({ 'amount.k.2022': '100,00' }, frame).amounts[0]).toMatchObject({
      provisional: false,
      note: '',
    });
  });
});
