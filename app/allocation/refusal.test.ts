import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { type FieldError, InvalidInput } from '#app/kernel/rejection.ts';
import { en } from './allocation.en.ts';
import { headCountSchema, rulesSchema } from './allocation.input.ts';
import { nl } from './allocation.nl.ts';
import { type AllocationInput, allocate } from './allocation.ts';
import { compareAllocations, differencesPerUnit } from './comparison.ts';
import type { HeadCount } from './head-count.ts';
import type { Receiver } from './receiver.ts';
import { changeOf, hasNewMoney } from './rerun.ts';
import { type Rule, ruleKinds } from './rule.ts';
import { runOf } from './run.ts';
import { stepKinds } from './step.ts';

const basis = { definition: 'eer', date: '2021-10-01' };
const unit = (code: string): Receiver => ({ unit: code, node: null });
const node = (code: string): Receiver => ({ unit: null, node: code });
const count = (code: string, heads: number | null, date = basis.date): HeadCount => {
  return { unit: code, definition: 'eer', date, heads };
};
const dutch = createIntl({ locale: 'nl', messages: nl });

/** What is refused, as `path code`, after proving that both catalogues say it without a gap. */
function refused(input: Partial<AllocationInput>): string[] {
  const errors = errorsOf(input);
  for (const { code, params } of errors) {
    for (const [locale, messages] of [['nl', nl] as const, ['en', en] as const]) {
      const strict = createIntl({ locale, messages, onError: (error) => expect.fail(error.message) });
      expect(strict.formatMessage({ id: `rejection.${code}` }, params)).not.toContain('{');
    }
  }
  return errors.map(({ path, code }) => `${path} ${code.replace('allocation.', '')}`);
}

function errorsOf(input: Partial<AllocationInput>): FieldError[] {
  try {
    allocate({ rules: [], totals: new Map([[2022, 1_000_00]]), headCounts: [], ...input });
  } catch (thrown) {
    if (thrown instanceof InvalidInput) return thrown.errors;
    throw thrown;
  }
  return [];
}

const tariff: Rule = { kind: 'tariff', centsPerHead: 500_00, heads: basis, to: [unit('A'), unit('B')] };
const weights = (...given: number[]): Rule => ({
  kind: 'weights',
  weights: given.map((weight, i) => ({ to: unit('ABCD'[i] ?? ''), weight })),
});

describe('head counts', () => {
  test('below zero, missing, masked, of another date and given twice are each refused, all at once', () => {
    const to = ['A', 'B', 'C', 'D', 'E'].map(unit);
    const headCounts = [
      count('A', -1),
      count('B', 10, '2022-10-01'),
      count('C', null),
      count('E', 1),
      count('E', 2),
    ];
    expect(refused({ rules: [{ ...tariff, to } as Rule], headCounts })).toEqual([
      'headCounts.0.heads heads-negative',
      'headCounts.4.heads heads-twice',
      'rules.0.to.1 heads-other-date',
      'rules.0.to.2 heads-unknown',
      'rules.0.to.3 heads-missing',
    ]);
  });

  test('a yearly reference date asks another count for each year', () => {
    const heads = { definition: 'eer', date: { month: 10, day: 1, yearsBefore: 1 } };
    const totals = new Map([
      [2022, 1],
      [2023, 1],
    ]);
    const rules: Rule[] = [{ ...tariff, heads, to: [unit('A')], centsPerHead: 1 } as Rule];
    expect(errorsOf({ rules, totals, headCounts: [count('A', 1)] })).toEqual([
      {
        path: 'rules.0.to.0',
        code: 'allocation.heads-other-date',
        params: { unit: 'A', definition: 'eer', date: '2022-10-01', year: 2023, found: '2021-10-01' },
      },
    ]);
  });

  test('all zero as weights, or asked of a receiver without a unit', () => {
    const rules: Rule[] = [
      { kind: 'heads', heads: basis, to: [unit('A')] },
      { kind: 'heads', heads: basis, to: [node('T1')] },
    ];
    expect(refused({ rules, headCounts: [count('A', 0)] })).toEqual([
      'rules.0.heads heads-zero',
      'rules.1.to.0 head-without-unit',
    ]);
  });
});

describe('rules', () => {
  test('every broken rule is refused at once, each at its place', () => {
    const rules: Rule[] = [
      weights(0, 0),
      weights(1, -1),
      { kind: 'ratio', weights: [] },
      { kind: 'ratio', weights: [{ to: unit('A'), weight: 1 }] },
      { kind: 'reserve', to: unit('A'), take: { basisPoints: 10_001, of: 'total' } },
      { kind: 'reserve', to: unit('X'), take: { cents: -1 } },
      { kind: 'remainder', to: node('T9') },
      { kind: 'remainder', to: null, years: [2022, 2031] },
      { kind: 'remainder', to: { unit: null, node: null } },
      { kind: 'remainder', to: unit('A'), within: [unit('A')] },
      { ...tariff, to: [] } as Rule,
      { kind: 'floor', amounts: [0, 1].map((cents) => ({ to: unit('A'), cents })) },
    ];
    const units = new Set(['A', 'B']);
    expect(refused({ rules, units, nodes: new Set(['T1']) })).toEqual([
      'rules.0.weights weights-zero',
      'rules.1.weights.1.weight weight-negative',
      'rules.2.weights ratio-empty',
      'rules.3.weights.0.to ratio-without-node',
      'rules.4.take.basisPoints share-outside',
      'rules.5.to unknown-unit',
      'rules.5.take.cents amount-negative',
      'rules.6.to unknown-node',
      'rules.7.years year-outside',
      'rules.8.to receiver-empty',
      'rules.9.to receiver-itself',
      'rules.10.to no-receivers',
      'rules.11.amounts.1.to receiver-twice',
    ]);
  });

  test('two fixed amounts for one receiver in the same year; in other years they are fine', () => {
    const fixed = (years: number[]): Rule => {
      return { kind: 'fixed', amounts: [{ to: unit('A'), cents: 1 }], chargedTo: 'pool', years };
    };
    const totals = new Map([
      [2022, 10],
      [2023, 10],
    ]);
    expect(refused({ rules: [fixed([2022]), fixed([2022, 2023])], totals })).toEqual([
      'rules.1.amounts.0.to fixed-twice',
    ]);
    expect(refused({ rules: [fixed([2022]), fixed([2023])], totals })).toEqual([]);
  });

  test('a total below zero, and a year outside the scheme', () => {
    const totals = new Map([
      [2022, -1],
      [2031, 5],
    ]);
    expect(refused({ totals, period: { first: 2019, last: 2024 } })).toEqual([
      'totals.2022 total-negative',
      'totals.2031 year-outside-scheme',
    ]);
  });
});

describe('money', () => {
  test('a rule that gives out more than there is says how much is short, in each year', () => {
    const totals = new Map([
      [2022, 1_000_00],
      [2023, 2_000_00],
      [2024, 1_500_00],
    ]);
    const errors = errorsOf({ rules: [tariff], totals, headCounts: [count('A', 1), count('B', 3)] });
    expect(errors.map(({ path, params }) => [path, params.rule, params.year, params.short])).toEqual([
      ['rules.0', 1, 2022, 1_000_00],
      ['rules.0', 1, 2024, 500_00],
    ]);
    expect(dutch.formatMessage({ id: 'rejection.allocation.over' }, errors[0]?.params)).toBe(
      'Regel 1 geeft in 2022 €\u00a02.000,00, maar er is nog €\u00a01.000,00: €\u00a01.000,00 te kort. Verlaag de regel of een eerdere regel.',
    );
  });

  test('charges that the others cannot pay, floors above what there is, a ratio and a holder of nothing', () => {
    const charged = (chargedTo: 'others' | 'others-equally', cents: number): Rule => {
      return { kind: 'fixed', amounts: [{ to: unit('C'), cents }], chargedTo };
    };
    const floor: Rule = { kind: 'floor', amounts: ['A', 'B'].map((c) => ({ to: unit(c), cents: 600_00 })) };
    const cases: [Rule[], string][] = [
      [[charged('others', 1), weights(1, 1)], 'rules.0 others-short'],
      [[weights(1, 1), charged('others', 1_000_01)], 'rules.1 others-short'],
      [[weights(1, 9), charged('others-equally', 400_00)], 'rules.1 other-short'],
      [[weights(1, 1), floor], 'rules.1 floor-short'],
      [[{ kind: 'keep-ratio-of', basis: 'earlier' }], 'rules.0 no-ratio'],
      [[{ ...weights(1), within: [node('T1')] }], 'rules.0 within-nothing'],
    ];
    for (const [rules, expected] of cases) expect(refused({ rules })).toEqual([expected]);
  });

  test('numbers too large to compute exactly are refused, not rounded', () => {
    const rules: Rule[] = [{ ...tariff, centsPerHead: 2 ** 50 } as Rule];
    const headCounts = [count('A', 100_000), count('B', 0)];
    expect(refused({ rules, headCounts })).toEqual(['rules.0 too-large']);
    expect(refused({ rules: [weights(2 ** 53 - 1, 2 ** 53 - 1)] })).toEqual(['rules.0 too-large']);
  });

  test('reserves and fixed amounts are not charged to the benefit of others', () => {
    const { lines } = allocate({
      rules: [
        { kind: 'reserve', to: unit('JOINT'), take: { basisPoints: 1_000, of: 'total' } },
        weights(1, 1),
        { kind: 'fixed', amounts: [{ to: unit('C'), cents: 100_00 }], chargedTo: 'others' },
      ],
      totals: new Map([[2022, 1_000_00]]),
      headCounts: [],
    });
    expect(lines.map((line) => [line.unit, line.cents])).toEqual([
      ['A', 400_00],
      ['B', 400_00],
      ['C', 100_00],
      ['JOINT', 100_00],
    ]);
  });
});

describe('comparison', () => {
  const rules: Rule[] = [
    weights(1, 3),
    { kind: 'ratio', weights: [{ to: node('T1'), weight: 1 }], within: [unit('A')] },
  ];
  const input = { rules, totals: new Map([[2022, 1_000_00]]), headCounts: [] };

  test('a run again on the final grant gives the difference per receiver, and they sum to that of the grant', () => {
    const inputs = {
      fund: 'F',
      basis: 'granted' as const,
      totals: { 2022: 1_000_00 },
      headCounts: [],
      earlier: [],
    };
    const before = runOf(rules, { ...inputs, provisional: [2022] });
    const totals = { 2022: 1_100_00 };
    const run = runOf(rules, { ...inputs, totals });
    const { differences, ...change } = changeOf(before, { run, problems: [], totals });
    expect(hasNewMoney({ ...change, differences })).toBe(true);
    const provisional = { was: true, now: false };
    expect(change.years).toEqual([{ year: 2022, was: 1_000_00, now: 1_100_00, provisional }]);
    expect(differences).toEqual([
      { year: 2022, unit: 'A', node: null, a: 250_00, b: 275_00, difference: 25_00 },
      { year: 2022, unit: 'B', node: null, a: 750_00, b: 825_00, difference: 75_00 },
      { year: 2022, unit: null, node: null, a: 0, b: 0, difference: 0 },
    ]);
    const same = { run: before, problems: [], totals: before.inputs.totals };
    expect(hasNewMoney(changeOf(before, same))).toBe(false);
  });

  test('a receiver in one scenario only has no amount in the other; per unit its nodes are taken together', () => {
    const a = allocate(input);
    const b = allocate({ ...input, rules: [weights(1, 0, 1)] });
    const rows = differencesPerUnit(compareAllocations(a, b)).map((row) => [
      row.unit,
      row.a,
      row.b,
      row.difference,
    ]);
    expect(rows).toEqual([
      ['A', 250_00, 500_00, 250_00],
      ['B', 750_00, 0, -750_00],
      ['C', null, 500_00, 500_00],
      [null, 0, 0, 0],
    ]);
  });
});

describe('input and texts', () => {
  test('rules and head counts read from JSON run as they are', () => {
    const rules = rulesSchema.parse([
      { kind: 'reserve', to: { unit: 'JOINT' }, take: { basisPoints: 1000 } },
      { kind: 'tariff', centsPerHead: 100, heads: basis, to: [{ unit: 'A' }] },
      { kind: 'remainder', to: null },
    ]);
    const headCounts = [headCountSchema.parse(count('A', 5))];
    const { lines } = allocate({ rules, headCounts, totals: new Map([[2022, 1_000_00]]) });
    expect(lines.map((line) => line.cents)).toEqual([5_00, 100_00]);
    expect(
      rulesSchema.safeParse([{ kind: 'tariff', centsPerHead: 1.5 }, { kind: 'unheard-of' }]).success,
    ).toBe(false);
  });

  test('every kind of rule and step has its text, and no text is without one', () => {
    expect(Object.keys(en)).toEqual(Object.keys(nl));
    const of = (prefix: string) =>
      Object.keys(nl)
        .filter((key) => key.startsWith(prefix))
        .toSorted();
    expect(of('allocation.kind.')).toEqual(ruleKinds.map((kind) => `allocation.kind.${kind}`).toSorted());
    expect(of('allocation.step.')).toEqual(stepKinds.map((kind) => `allocation.step.${kind}`).toSorted());
  });
});
