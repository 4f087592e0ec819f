import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Acceptance, settle } from './acceptance.ts';
import { centsCheck } from './open-check.ts';

const place = fc.constantFrom('a', 'b', 'c');
const amount = fc.integer({ min: -5, max: 5 });

function check(whereKey: string, stated: number, computed: number) {
  return centsCheck({ code: 'tie', whereKey, class: 'error', stated, computed, place: [], href: '' });
}

function word(whereKey: string, stated: number, computed: number, accepted = true): Acceptance {
  return {
    code: 'tie',
    whereKey,
    stated,
    computed,
    accepted,
    reason: 'r',
    by: 'controller',
    at: '2026-01-01',
  };
}

describe('accepted differences', () => {
  test('an acceptance holds for these very figures and opens when either moves', () => {
    const accepted = [word('a', 100, 90)];
    expect(settle([check('a', 100, 90)], accepted).accepted).toHaveLength(1);
    for (const [stated, computed] of [
      [101, 90],
      [100, 91],
    ] as const) {
      const { open } = settle([check('a', stated, computed)], accepted);
      expect(open).toMatchObject([{ stated, before: { stated: 100, computed: 90, reason: 'r' } }]);
    }
  });

  test('a later word takes it back, and a new one may follow', () => {
    const words = [word('a', 1, 2), word('a', 1, 2, false)];
    expect(settle([check('a', 1, 2)], words).open).toMatchObject([{ before: null }]);
    expect(settle([check('a', 1, 2)], [...words, word('a', 1, 2)]).accepted).toHaveLength(1);
  });

  test('every check is in exactly one list, and accepted only with its own figures', () => {
    const checks = fc.uniqueArray(fc.tuple(place, amount, amount), { selector: ([key]) => key });
    const words = fc.array(fc.tuple(place, amount, amount, fc.boolean()));
    fc.assert(
      fc.property(checks, words, (found, said) => {
        const all = found.map((one) => check(...one));
        const { open, accepted } = settle(
          all,
          said.map((one) => word(...one)),
        );
        expect([...open, ...accepted].map((one) => one.whereKey).toSorted()).toEqual(
          all.map((one) => one.whereKey).toSorted(),
        );
        for (const one of accepted) {
          const last = said.findLast(([key]) => key === one.whereKey)!;
          expect(last).toEqual([one.whereKey, one.stated, one.computed, true]);
        }
      }),
    );
  });
});
