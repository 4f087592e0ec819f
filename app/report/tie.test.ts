import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeTie } from './tie.ts';

const kEuro = 100_000;

describe('a tie', () => {
  test('within rounding: two figures in k EUR may miss by a whole k EUR together', () => {
    const left = { figures: [89 * kEuro, 64 * kEuro], unitCents: kEuro };
    expect(judgeTie(left, { figures: [15_400_000], unitCents: 100 })).toMatchObject({
      state: 'rounding',
      left: 15_300_000,
      difference: -100_000,
      slack: 100_050,
    });
    expect(judgeTie(left, { figures: [13_432_000], unitCents: 100 }).state).toBe('broken');
  });

  test('nothing recorded, or an amount that is not known, is neither right nor wrong', () => {
    expect(judgeTie({ figures: [], unitCents: 100 }, { figures: [100], unitCents: 100 }).state).toBe(
      'unknown',
    );
    expect(
      judgeTie({ figures: [100, null], unitCents: 100 }, { figures: [100], unitCents: 100 }),
    ).toMatchObject({
      state: 'unknown',
      left: null,
      right: 100,
    });
  });

  test('figures that only print a true amount never break it', () => {
    const unit = fc.constantFrom(1, 100, 100_000);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 8 }),
        unit,
        unit,
        (parts, a, b) => {
          const round = (cents: number, to: number) => Math.round(cents / to) * to;
          const total = parts.reduce((sum, cents) => sum + cents, 0);
          const left = { figures: parts.map((cents) => round(cents, a)), unitCents: a };
          const verdict = judgeTie(left, { figures: [round(total, b)], unitCents: b });
          expect(verdict.state).not.toBe('broken');
          expect(Math.abs(verdict.difference!)).toBeLessThanOrEqual(verdict.slack);
        },
      ),
    );
  });

  test('turned round it says the same with the other sign', () => {
    const side = fc.record({
      figures: fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 5 }),
      unitCents: fc.constantFrom(1, 100, 100_000),
    });
    fc.assert(
      fc.property(side, side, (a, b) => {
        const [one, other] = [judgeTie(a, b), judgeTie(b, a)];
        expect(other.state).toBe(one.state);
        expect(other.difference).toBe(0 - one.difference!);
      }),
    );
  });
});
