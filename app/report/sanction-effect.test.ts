import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectYears, type SanctionEffect } from '#app/scheme/sanction.ts';
import { sanctionLoss, unallocated, type YearMoney } from './sanction-effect.ts';

const cents = fc.integer({ min: 0, max: 10_000_000_000 });
const first = 2019;
const last = 2024;
const years = [2019, 2020, 2021, 2022, 2023, 2024];

const money = fc
  .array(
    fc.record({
      amount: fc.option(cents, { nil: null }),
      units: fc.array(fc.tuple(fc.constantFrom('recht', 'beta', 'zorg'), cents), { maxLength: 3 }),
    }),
    { minLength: 6, maxLength: 6 },
  )
  .map((all): YearMoney[] =>
    all.map(({ amount, units }, i) => ({
      ...{ year: years[i]!, amount, stage: amount === null ? null : 'granted' },
      units: new Map(units),
    })),
  );
const effect: fc.Arbitrary<SanctionEffect> = fc.oneof(
  fc.record({
    kind: fc.constant('withhold' as const),
    fromYear: fc.integer({ min: first, max: last }),
    lastYear: fc.integer({ min: first, max: last }),
    shareBasis: fc.integer({ min: 1, max: 10_000 }),
  }),
  fc.record({
    kind: fc.constant('no-growth' as const),
    year: fc.integer({ min: first + 1, max: last }),
    over: fc.integer({ min: first, max: last }),
  }),
);
const sum = (all: Iterable<number>) => [...all].reduce((total, one) => total + one, 0);
const amountOf = (all: readonly YearMoney[], year: number) => all.find((one) => one.year === year)!.amount;

describe('what a sanction would cost', () => {
  test('takes no more than there is, and units and rest bear exactly the loss', () => {
    fc.assert(
      fc.property(money, effect, (all, one) => {
        const found = sanctionLoss(one, all);
        expect(found.years.map((year) => year.year)).toEqual(effectYears(one));
        for (const { year, loss, units } of found.years) {
          const amount = amountOf(all, year);
          if (loss === null) {
            expect(units.size).toBe(0);
            continue;
          }
          expect(loss).toBeGreaterThanOrEqual(0);
          expect(loss).toBeLessThanOrEqual(amount!);
          if (units.size > 0) expect(sum(units.values())).toBe(loss);
        }
        expect(found.total).toBe(sum(found.years.map(({ loss }) => loss ?? 0)));
        expect(sum(found.units.values())).toBeLessThanOrEqual(found.total);
        expect(found.partial).toBe(found.years.some(({ loss }) => loss === null));
      }),
    );
  });

  test('withholding all of it costs the years together; half of it half, to a cent a year', () => {
    fc.assert(
      fc.property(money, (all) => {
        const known = all.map((one) => ({ ...one, amount: one.amount ?? 0 }));
        const all4 = { kind: 'withhold', fromYear: 2021, lastYear: 2024 } as const;
        const whole = sanctionLoss({ ...all4, shareBasis: 10_000 }, known);
        expect(whole.total).toBe(sum(known.slice(2).map(({ amount }) => amount)));
        const half = sanctionLoss({ ...all4, shareBasis: 5_000 }, known);
        expect(Math.abs(half.total * 2 - whole.total)).toBeLessThanOrEqual(4);
      }),
    );
  });

  test('no growth costs the increase, and nothing when there is none', () => {
    fc.assert(
      fc.property(money, (all) => {
        const found = sanctionLoss({ kind: 'no-growth', year: 2024, over: 2023 }, all);
        const [now, before] = [amountOf(all, 2024), amountOf(all, 2023)];
        const expected = now === null || before === null ? null : Math.max(0, now - before);
        expect(found.years[0]!.loss).toBe(expected);
      }),
    );
  });

  test('an amount that is not known makes its year unknown, never nothing', () => {
    const all: YearMoney[] = years.map((year) => ({
      ...{ year, amount: year === 2022 ? null : 100, stage: 'granted' },
      units: new Map([['recht', 60]]),
    }));
    const found = sanctionLoss({ kind: 'withhold', fromYear: 2021, lastYear: 2024, shareBasis: 10_000 }, all);
    expect(found).toMatchObject({ total: 300, partial: true });
    expect(found.years.map(({ loss }) => loss)).toEqual([100, null, 100, 100]);
    expect([...found.units]).toEqual([
      ['recht', 180],
      [unallocated, 120],
    ]);
  });
});
