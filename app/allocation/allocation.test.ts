import fc from 'fast-check';
import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { sum } from '#app/kernel/money.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { en } from './allocation.en.ts';
import { nl } from './allocation.nl.ts';
import { type Allocation, type AllocationInput, allocate } from './allocation.ts';
import type { HeadCount } from './head-count.ts';
import { type Line, type Receiver, receiverOf } from './receiver.ts';
import type { Rule, TariffGroup } from './rule.ts';
import { type Step, type StepKind, stepKinds } from './step.ts';

const units = ['A', 'B', 'C', 'D'];
const nodes = ['T1', 'T2', 'T3'];
const basis = { definition: 'eer', date: '2021-10-01' };
const unit = (code: string): Receiver => ({ unit: code, node: null });
const node = (code: string): Receiver => ({ unit: null, node: code });

const heads = fc.nat(4_000);
const cents = fc.integer({ min: 0, max: 3_000_000_00 });
const amount = fc.oneof(fc.nat(20_000_00), fc.nat(2_000_000_00));
const weight = fc.integer({ min: 0, max: 10_000 });
const positive = fc.integer({ min: 1, max: 10_000 });
const unitAmounts = fc
  .subarray(units, { minLength: 1 })
  .chain((codes) =>
    fc.tuple(...codes.map((code) => fc.record({ to: fc.constant(unit(code)), cents: amount }))),
  );
const unitWeights = fc.tuple(
  ...units.map((code, i) => fc.record({ to: fc.constant(unit(code)), weight: i === 0 ? positive : weight })),
);
const nodeWeights = fc.tuple(
  ...nodes.map((code, i) => fc.record({ to: fc.constant(node(code)), weight: i === 0 ? positive : weight })),
);
const take = fc.oneof(
  fc.record({ cents: amount }),
  fc.record({
    basisPoints: fc.integer({ min: 0, max: 10_000 }),
    of: fc.constantFrom('total' as const, 'left' as const),
  }),
);
const chargedTo = fc.constantFrom('pool' as const, 'others' as const, 'others-equally' as const);
const tariff = { centsPerHead: fc.integer({ min: 0, max: 600_00 }), heads: fc.constant(basis) };
const group = (name: string, codes: string[]): fc.Arbitrary<TariffGroup> =>
  fc.record({ group: fc.constant(name), ...tariff, to: fc.constant(codes.map(unit)) });
const within = fc.option(fc.constantFrom([node('T1')], nodes.map(node)), { nil: undefined });

const byWeights: fc.Arbitrary<Rule> = fc.record({
  kind: fc.constant('weights' as const),
  weights: unitWeights,
});
const lowCeilings: fc.Arbitrary<Rule> = amount.map((cents) => ({
  kind: 'ceiling',
  amounts: [...units, 'JOINT'].map((code) => ({ to: unit(code), cents })),
}));

/** Rules of every kind. */
const rule: fc.Arbitrary<Rule> = fc.oneof(
  lowCeilings,
  fc.record({ kind: fc.constant('reserve' as const), to: fc.constant(unit('JOINT')), take }),
  fc.record({ kind: fc.constant('fixed' as const), amounts: unitAmounts, chargedTo, within }),
  fc.record({ kind: fc.constant('tariff' as const), ...tariff, to: fc.constant(units.map(unit)), within }),
  fc.record({
    kind: fc.constant('tariff-per-group' as const),
    groups: fc.tuple(group('low', ['A', 'B']), group('high', ['B', 'C'])),
    within,
  }),
  fc.record({
    kind: fc.constant('ratio' as const),
    weights: nodeWeights,
    take: fc.option(take, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('weights' as const), weights: unitWeights, within }),
  fc.record({ kind: fc.constant('weights' as const), weights: unitWeights, take, within }),
  fc.record({
    kind: fc.constant('heads' as const),
    heads: fc.constant(basis),
    to: fc.constant(units.map(unit)),
    within,
  }),
  fc.record({ kind: fc.constant('floor' as const), amounts: unitAmounts, within }),
  fc.record({ kind: fc.constant('ceiling' as const), amounts: unitAmounts, within }),
  fc.record({
    kind: fc.constant('keep-ratio-of' as const),
    basis: fc.constant('so-far' as const),
    take,
    within,
  }),
  fc.record({ kind: fc.constant('remainder' as const), to: fc.constantFrom(null, unit('JOINT')) }),
);

const anything: fc.Arbitrary<AllocationInput> = fc.record({
  rules: fc
    .tuple(fc.array(byWeights, { maxLength: 1 }), fc.array(rule, { maxLength: 10 }))
    .map(([first, others]) => [...first, ...others]),
  totals: fc.tuple(fc.nat(30_000_000_00), fc.nat(30_000_000_00)).map(
    ([first, second]) =>
      new Map([
        [2022, first],
        [2023, second],
      ]),
  ),
  headCounts: fc.tuple(
    ...units.map((code) => heads.map((count): HeadCount => ({ unit: code, ...basis, heads: count }))),
  ),
});

/** The allocation, or null when the rules are refused. */
function attempt(given: AllocationInput): Allocation | null {
  try {
    return allocate(given);
  } catch (thrown) {
    if (thrown instanceof InvalidInput) return null;
    throw thrown;
  }
}

/** Rules of every kind in any order, without those that would be refused there. */
const input = anything.map((given) => {
  const rules: Rule[] = [];
  for (const next of given.rules) if (attempt({ ...given, rules: [...rules, next] })) rules.push(next);
  return { ...given, rules };
});

const seen = new Map<StepKind, Step>();

/** Runs a property and remembers which kinds of steps took part in it. */
function holds(property: (allocation: Allocation, given: AllocationInput) => void): void {
  fc.assert(
    fc.property(input, (given) => {
      const allocation = allocate(given);
      property(allocation, given);
      for (const step of allocation.reasons.flatMap(({ steps }) => steps)) seen.set(step.kind, step);
    }),
    { numRuns: 500 },
  );
}

const shuffled = <T>(list: readonly T[]): T[] => list.toReversed();

/** The same rules with every list of receivers in another order. */
function reordered(given: Rule): Rule {
  switch (given.kind) {
    case 'fixed':
    case 'floor':
    case 'ceiling':
      return { ...given, amounts: shuffled(given.amounts) };
    case 'tariff':
    case 'heads':
      return { ...given, to: shuffled(given.to) };
    case 'tariff-per-group':
      return { ...given, groups: shuffled(given.groups.map((g) => ({ ...g, to: shuffled(g.to) }))) };
    case 'ratio':
    case 'weights':
      return { ...given, weights: shuffled(given.weights) };
    default:
      return given;
  }
}

describe('any rules', () => {
  test('the lines and what is not allocated sum to the total of each year', () => {
    holds(({ lines, unallocated }, { totals }) => {
      for (const [year, total] of totals) {
        const given = sum(lines.filter((line) => line.year === year).map((line) => line.cents));
        expect(given + (unallocated.get(year) ?? Number.NaN)).toBe(total);
      }
    });
  });

  test('no amount is negative, nor is what is not allocated', () => {
    holds(({ lines, unallocated }) => {
      expect(lines.filter((line) => line.cents < 0)).toEqual([]);
      expect([...unallocated.values()].filter((left) => left < 0)).toEqual([]);
    });
  });

  test('the steps of each receiver sum to its amount, each with its amount after', () => {
    holds(({ lines, unallocated, reasons }) => {
      const amounts = new Map(lines.map((line) => [`${line.year} ${line.unit} ${line.node}`, line.cents]));
      for (const [year, left] of unallocated) amounts.set(`${year} null null`, left);
      for (const { year, unit, node, steps } of reasons) {
        let after = 0;
        for (const step of steps) {
          after += step.delta;
          expect(step.after).toBe(after);
        }
        expect(after).toBe(amounts.get(`${year} ${unit} ${node}`) ?? 0);
        amounts.delete(`${year} ${unit} ${node}`);
      }
      expect([...amounts]).toEqual([]);
    });
  });

  test('the order of units and of head counts does not matter', () => {
    holds((allocation, given) => {
      const other = allocate({
        rules: given.rules.map(reordered),
        totals: new Map(shuffled([...given.totals])),
        headCounts: shuffled(given.headCounts),
      });
      expect(other.lines).toEqual(allocation.lines);
      expect(other.unallocated).toEqual(allocation.unallocated);
    });
  });

  test('running it again gives the same, steps included', () => {
    holds((allocation, given) => expect(allocate(given)).toEqual(allocation));
  });

  test('keeping the ratio of an allocation over the same amount gives the same allocation', () => {
    holds(({ lines }) => {
      const given = lines.filter((line) => line.year === 2022);
      const total = sum(given.map((line) => line.cents));
      if (total === 0) return;
      const again = allocate({
        rules: [{ kind: 'keep-ratio-of', basis: 'earlier' }],
        totals: new Map([[2022, total]]),
        headCounts: [],
        earlier: lines,
      });
      expect(again.lines).toEqual(given);
    });
  });
});

test('rules of every kind took part in the properties above, each with an effect', () => {
  expect(stepKinds.filter((kind) => !seen.has(kind))).toEqual([]);
});

test.each([['nl', nl] as const, ['en', en] as const])(
  'every step reads as a sentence in %s',
  (locale, messages) => {
    const intl = createIntl({ locale, messages, onError: (error) => expect.fail(error.message) });
    for (const { kind, params } of seen.values()) {
      const text = intl.formatMessage({ id: `allocation.step.${kind}` }, params);
      expect(text).toMatch(/^[^{}]+\.$/);
    }
  },
);

describe('single kinds', () => {
  const counts = fc.tuple(heads, heads, heads, heads);
  const run = (rules: Rule[], total: number, counted: number[] = [], earlier: Line[] = []) =>
    allocate({
      rules,
      totals: new Map([[2022, total]]),
      headCounts: counted.map((count, i) => ({ unit: units[i] ?? '', ...basis, heads: count })),
      earlier,
    });
  const of = (allocation: Allocation, key: string) => {
    const { unit, node } = receiverOf(key);
    return allocation.lines.find((line) => line.unit === unit && line.node === node)?.cents ?? 0;
  };
  const a = JSON.stringify(['A', null]);

  test('under a tariff more heads never get less, and every unit gets heads times tariff', () => {
    fc.assert(
      fc.property(counts, fc.nat(5_000), fc.nat(600_00), (counted, more, centsPerHead) => {
        const rules: Rule[] = [{ kind: 'tariff', centsPerHead, heads: basis, to: units.map(unit) }];
        const total = (sum(counted) + more) * centsPerHead;
        const before = run(rules, total, counted);
        const after = run(rules, total, [counted[0] + more, ...counted.slice(1)]);
        expect(of(after, a)).toBeGreaterThanOrEqual(of(before, a));
        expect(before.lines.map((line) => line.cents)).toEqual(counted.map((count) => count * centsPerHead));
      }),
    );
  });

  test('by head count more heads never get less', () => {
    fc.assert(
      fc.property(counts, fc.nat(5_000), cents, (counted, more, total) => {
        fc.pre(sum(counted) > 0);
        const rules: Rule[] = [{ kind: 'heads', heads: basis, to: units.map(unit) }];
        const before = run(rules, total, counted);
        const after = run(rules, total, [counted[0] + more, ...counted.slice(1)]);
        expect(of(after, a)).toBeGreaterThanOrEqual(of(before, a));
      }),
    );
  });

  test('weights times a factor divide the same; tariff and total times a factor give as many times more', () => {
    fc.assert(
      fc.property(
        unitWeights,
        cents,
        counts,
        fc.integer({ min: 1, max: 50 }),
        (weights, total, counted, k) => {
          const scaled = weights.map(({ to, weight }) => ({ to, weight: weight * k }));
          expect(run([{ kind: 'weights', weights: scaled }], total).lines).toEqual(
            run([{ kind: 'weights', weights }], total).lines,
          );
          const rules = (factor: number): Rule[] => [
            { kind: 'reserve', to: unit('JOINT'), take: { basisPoints: 1_000, of: 'total' } },
            { kind: 'tariff', centsPerHead: 7 * factor, heads: basis, to: units.map(unit) },
          ];
          const pool = sum(counted) * 70;
          const once = run(rules(1), pool, counted).lines;
          const times = run(rules(k), pool * k, counted).lines;
          expect(times).toEqual(once.map((line) => ({ ...line, cents: line.cents * k })));
        },
      ),
    );
  });

  test('after a floor nobody is below it and nobody fell below it to pay for others', () => {
    fc.assert(
      fc.property(unitWeights, cents, fc.nat(100), (weights, total, percent) => {
        const floor = Math.floor((total / units.length) * (percent / 100));
        const amounts = units.map((code) => ({ to: unit(code), cents: floor }));
        const lines = run(
          [
            { kind: 'weights', weights },
            { kind: 'floor', amounts },
          ],
          total,
        ).lines;
        expect(Math.min(...lines.map((line) => line.cents))).toBeGreaterThanOrEqual(floor);
        expect(sum(lines.map((line) => line.cents))).toBe(total);
      }),
    );
  });

  test('after a ceiling nobody is above it, and money returns only when all are at it', () => {
    fc.assert(
      fc.property(unitWeights, cents, fc.nat(200), (weights, total, percent) => {
        fc.pre(weights.every(({ weight }) => weight > 0));
        const ceiling = Math.ceil((total / units.length) * (percent / 100));
        const amounts = units.map((code) => ({ to: unit(code), cents: ceiling }));
        const { lines, unallocated } = run(
          [
            { kind: 'weights', weights },
            { kind: 'ceiling', amounts },
          ],
          total,
        );
        expect(Math.max(...lines.map((line) => line.cents))).toBeLessThanOrEqual(ceiling);
        // Without a single free cent a receiver has no proportion to take more by.
        const poor = lines.some((line) => line.cents === 0);
        if (!poor) expect(unallocated.get(2022)).toBe(Math.max(0, total - ceiling * units.length));
      }),
    );
  });
});
