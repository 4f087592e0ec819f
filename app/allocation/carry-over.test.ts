import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '#app/kernel/money.ts';
import {
  type CarryRule,
  carriedByYear,
  carriesOf,
  carryErrors,
  carryLines,
  leftOf,
  mostOf,
  proposeCarry,
  type YearEnd,
} from './carry-over.ts';

const period = { first: 2022, last: 2027 };
const free: CarryRule = { shareBasis: null, lastYear: null, advance: true, source: 'test' };
const end = (part: Partial<YearEnd> = {}): YearEnd => ({
  ...{ fund: 'kwaliteit', unit: 'recht', year: 2022 },
  ...{ allocated: 100_000, realised: 70_000, final: true },
  ...part,
});
const carry = (part = {}) => ({
  ...{ fund: 'kwaliteit', unit: 'recht', year: 2022, to: 2023, cents: 10_000, reason: 'Vacature' },
  ...part,
});
const codes = (errors: readonly { path: string; code: string }[]) =>
  errors.map(({ path, code }) => `${path} ${code}`);
const wrong = (carries: Parameters<typeof carryErrors>[0], more = {}) =>
  codes(carryErrors(carries, { ends: [end()], rule: free, period, reason: '', ...more }));

const anyEnd = fc.record({
  fund: fc.constantFrom('kwaliteit', 'npo'),
  unit: fc.constantFrom('recht', 'beta', 'wis'),
  year: fc.integer({ min: 2022, max: 2025 }),
  allocated: fc.integer({ min: 0, max: 5_000_000_00 }),
  realised: fc.option(fc.integer({ min: 0, max: 5_000_000_00 })),
  final: fc.boolean(),
});
const ends = fc.uniqueArray(anyEnd, { selector: (one) => `${one.fund} ${one.unit} ${one.year}` });
const anyRule = fc.record({
  shareBasis: fc.option(fc.integer({ min: 0, max: 10_000 })),
  lastYear: fc.constant(null),
  advance: fc.boolean(),
  source: fc.constant('test'),
});

describe('carry-over: nothing is made and nothing lost', () => {
  test('the lines of any proposal cancel out, per fund and unit', () => {
    fc.assert(
      fc.property(ends, anyRule, (all, rule) => {
        const lines = carryLines(proposeCarry(all, rule, { year: 2023, to: 2024 }));
        for (const own of Map.groupBy(lines, (line) => `${line.fund} ${line.unit}`).values()) {
          expect(sum(own.map((line) => line.cents))).toBe(0);
        }
        expect(sum(carriedByYear(lines).values())).toBe(0);
      }),
    );
  });

  test('the lines give back the carry-overs they were made from, in any order', () => {
    fc.assert(
      fc.property(ends, anyRule, fc.boolean(), (all, rule, turned) => {
        const carries = proposeCarry(all, rule, { year: 2022, to: 2026 });
        const lines = carryLines(carries);
        const back = carriesOf(turned ? lines.toReversed() : lines);
        expect(turned ? back.toReversed() : back).toEqual(carries);
      }),
    );
  });

  test('what is proposed needs nothing but a reason, and afterwards nothing is left to propose', () => {
    fc.assert(
      fc.property(ends, (all) => {
        const rule = { ...free, advance: false };
        const carries = proposeCarry(all, rule, { year: 2022, to: 2023 });
        const frame = { ends: all, rule, period };
        expect(carryErrors(carries, { ...frame, reason: 'Omdat' })).toEqual([]);
        expect(codes(carryErrors(carries, { ...frame, reason: '' }))).toEqual(
          carries.map((_, i) => `carries.${i}.reason carry.reason`),
        );
        const moved = carryLines(carries);
        const after = all.map((one) => ({
          ...one,
          allocated:
            one.allocated +
            sum(
              moved
                .filter((line) => line.fund === one.fund && line.unit === one.unit && line.year === one.year)
                .map((line) => line.cents),
            ),
        }));
        expect(proposeCarry(after, rule, { year: 2022, to: 2023 })).toEqual([]);
      }),
    );
  });

  test('no proposal passes what is left, nor the share that the rule allows', () => {
    fc.assert(
      fc.property(anyEnd, anyRule, (one, rule) => {
        const most = mostOf(one, rule);
        const left = leftOf(one);
        if (most === null || left === null) expect(most).toBe(left);
        else {
          expect(Math.abs(most)).toBeLessThanOrEqual(Math.abs(left));
          if (most > 0 && rule.shareBasis !== null) {
            expect(most * 10_000).toBeLessThanOrEqual(one.allocated * rule.shareBasis);
          }
          if (!rule.advance) expect(most).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('what is left of a year', () => {
  test('is not known before its final report: that is not zero', () => {
    expect(leftOf(end())).toBe(30_000);
    expect(leftOf(end({ final: false }))).toBeNull();
    expect(leftOf(end({ realised: null }))).toBeNull();
    expect(leftOf(end({ realised: 0 }))).toBe(100_000);
  });
});

describe('refusals, each at its field', () => {
  test('a carry-over within its bounds passes', () => {
    expect(wrong([carry({ cents: 30_000 })])).toEqual([]);
    expect(wrong([carry(), carry({ to: 2024, cents: 20_000 })])).toEqual([]);
  });

  test('more than is left, also in parts; of a year without a final report; of a unit without money', () => {
    expect(wrong([carry({ cents: 30_001 })])).toEqual(['carries.0.cents carry.over-left']);
    expect(wrong([carry({ cents: 20_000 }), carry({ to: 2024, cents: 10_001 })])).toEqual([
      'carries.0.cents carry.over-left',
    ]);
    expect(wrong([carry()], { ends: [end({ final: false })] })).toEqual(['carries.0.cents carry.not-final']);
    expect(wrong([carry({ unit: 'beta' })])).toEqual(['carries.0.cents carry.no-money']);
  });

  test('beyond the rule: its share, its last year, or an advance where there is none', () => {
    const rule = { ...free, shareBasis: 2_000, lastYear: 2024, advance: false };
    expect(wrong([carry({ cents: 20_000 })], { rule })).toEqual([]);
    expect(wrong([carry({ cents: 20_001 })], { rule })).toEqual(['carries.0.cents carry.over-share']);
    expect(wrong([carry({ to: 2025 })], { rule })).toEqual(['carries.0.to carry.too-late']);
    expect(wrong([carry({ to: 2028 })])).toEqual(['carries.0.to carry.too-late']);
    expect(wrong([carry({ cents: -1 })], { rule })).toEqual([
      'carries.0.cents carry.no-advance',
      'carries.0.cents carry.to-short',
    ]);
  });

  test('to the same year or an earlier one, nothing at all, twice, without a reason', () => {
    expect(wrong([carry({ to: 2022 })])).toEqual(['carries.0.to carry.not-later']);
    expect(wrong([carry({ cents: 0 })])).toEqual(['carries.0.cents carry.zero']);
    expect(wrong([carry(), carry()])).toEqual(['carries.1.cents carry.twice']);
    expect(wrong([carry({ reason: '' })])).toEqual(['carries.0.reason carry.reason']);
  });
});

describe('a pre-investment is the same move with a minus', () => {
  const early = end({ allocated: 0, realised: 40_000 });
  const later = end({ year: 2023, allocated: 100_000, realised: null, final: false });

  test('spent before any money came: a later year pays it back, and no more than it has', () => {
    const back = carry({ cents: -40_000 });
    expect(proposeCarry([early, later], free, { year: 2022, to: 2023 })).toMatchObject([{ cents: -40_000 }]);
    expect(wrong([back], { ends: [early, later] })).toEqual([]);
    expect(carryLines([back]).map(({ year, cents }) => [year, cents])).toEqual([
      [2022, 40_000],
      [2023, -40_000],
    ]);
    expect(wrong([carry({ cents: -40_001 })], { ends: [early, later] })).toEqual([
      'carries.0.cents carry.over-spent',
    ]);
    expect(wrong([back], { ends: [early, { ...later, allocated: 39_999 }] })).toEqual([
      'carries.0.cents carry.to-short',
    ]);
    expect(wrong([carry({ cents: -1 })], { ends: [end(), later] })).toEqual([
      'carries.0.cents carry.over-spent',
    ]);
  });
});
