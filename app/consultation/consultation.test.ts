import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { canWriteConsultation, countErrors, maskCounts, maskQuote } from './consultation.ts';

const maskedBelow = 5;

const heads = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 200 }));
const part = fc.record({ name: fc.constantFrom('a', 'b', 'c'), heads, about: fc.boolean() });
const counts = fc.record({
  invited: fc.option(heads),
  present: fc.option(heads),
  answered: fc.option(heads),
  parts: fc.array(part, { maxLength: 4 }),
});

describe('masking the counts of individuals', () => {
  test('no shown number is one to four', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const shown = maskCounts(given, maskedBelow);
        for (const value of [
          shown.invited,
          shown.present,
          shown.answered,
          ...shown.parts.map((one) => one.heads),
        ]) {
          if (typeof value === 'number') expect(value === 0 || value >= maskedBelow).toBe(true);
        }
      }),
    );
  });

  test('a masked part never follows from the total and the other parts', () => {
    fc.assert(
      fc.property(fc.array(heads, { minLength: 1, maxLength: 4 }), (list) => {
        const parts = list.map((one, i) => ({ name: String(i), heads: one, about: false }));
        const answered = list.reduce((sum, one) => sum + one, 0);
        const shown = maskCounts({ invited: null, present: null, answered, parts }, maskedBelow);
        const unseen = shown.parts.filter((one) => typeof one.heads !== 'number').length;
        expect(unseen === 1 && typeof shown.answered === 'number').toBe(false);
        // what says fewer than five is fewer than five
        for (const [i, one] of shown.parts.entries()) {
          if (one.heads === 'masked') expect(list[i]).toBeLessThan(maskedBelow);
        }
      }),
    );
  });

  test('what is not small is left as it is, and unknown stays unknown', () => {
    const given = {
      invited: 16,
      present: 9,
      answered: null,
      parts: [{ name: 'docenten', heads: 80, about: true }],
    };
    expect(maskCounts(given, maskedBelow)).toEqual(given);
    expect(maskCounts({ invited: 0, present: 3, answered: null, parts: [] }, maskedBelow)).toMatchObject({
      invited: 0,
      present: 'masked',
    });
  });

  test('a remainder of one to four is as telling as a small part', () => {
    const parts = [
      { name: 'docenten', heads: 80, about: false },
      { name: 'studenten', heads: 55, about: false },
    ];
    const shown = maskCounts({ invited: null, present: null, answered: 138, parts }, maskedBelow);
    expect(shown.parts.map((one) => one.heads)).toEqual([80, 'hidden']);
  });
});

describe('counts that cannot be', () => {
  test('more present than invited, parts larger than their whole', () => {
    const parts = [{ name: 'a', heads: 8, about: false }];
    const errors = countErrors({ invited: 5, present: 6, answered: 7, parts });
    expect(errors.map((one) => `${one.path} ${one.code}`)).toEqual([
      'present consultation.more-than-invited',
      'answered consultation.more-than-invited',
      'parts consultation.parts-too-many',
    ]);
    expect(countErrors({ invited: 16, present: 9, answered: null, parts })).toEqual([]);
  });
});

test('a faculty writes its own, a council secretary those of the council', () => {
  const actor = (mandate: { unitIds: string[] | null; bodyId: string | null }): Actor => ({
    ...{ institutionId: 'i', accountId: 'a', kind: 'account', name: 'x', locale: 'nl' },
    mandates: [{ role: 'r', permissions: ['consultation.write'], ...mandate }],
  });
  const writer = actor({ unitIds: ['recht'], bodyId: null });
  expect(canWriteConsultation(writer, { unitId: 'recht', bodyId: null })).toBe(true);
  expect(canWriteConsultation(writer, { unitId: 'beta', bodyId: null })).toBe(false);
  const secretary = actor({ unitIds: [], bodyId: 'fr' });
  expect(canWriteConsultation(secretary, { unitId: 'recht', bodyId: 'fr' })).toBe(true);
  expect(canWriteConsultation(secretary, { unitId: 'recht', bodyId: null })).toBe(false);
});

describe('quotes', () => {
  const quote = { text: 'Wij worden niet gehoord', speakers: 'jaar 3', heads: 7 };
  const talk = { answered: null, present: 12 };

  test('[000-61] a quote is not shown of a group that is small, or of which nobody knows the size', () => {
    expect(maskQuote(quote, talk, 5)).toEqual(quote);
    expect(maskQuote({ ...quote, heads: 4 }, talk, 5)).toEqual({ masked: 'small' });
    expect(maskQuote({ ...quote, heads: null }, talk, 5)).toMatchObject({ text: quote.text });
    expect(maskQuote({ ...quote, heads: null }, { answered: null, present: null }, 5)).toEqual({
      masked: 'unknown',
    });
    // the institution says what small is
    expect(maskQuote(quote, talk, 10)).toEqual({ masked: 'small' });
  });

  test('the words of a quote never pass when any number known of its group is small', () => {
    fc.assert(
      fc.property(
        fc.option(heads),
        fc.option(heads),
        fc.integer({ min: 2, max: 20 }),
        (size, answered, below) => {
          const shown = maskQuote({ ...quote, heads: size }, { answered, present: null }, below);
          const known = [size, answered].filter((one) => one !== null);
          expect('text' in shown).toBe(known.length > 0 && known.every((one) => one >= below));
        },
      ),
    );
  });
});
