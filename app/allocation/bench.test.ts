import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { benchOf } from './bench.ts';
import { type BenchState, pressed, stateOfForm } from './bench-form.ts';
import { runBench } from './bench-run.ts';
import type { HeadCount } from './head-count.ts';
import type { Rule } from './rule.ts';
import { fieldsOf } from './rule-text.ts';
import { runOf } from './run.ts';

const units = ['recht', 'beta', 'mens'];
const counts: HeadCount[] = units.map((unit, i) => {
  return { unit, definition: 'eer', date: '2021-10-01', heads: 1000 * (i + 1) };
});
const heads = { definition: 'eer', date: '2021-10-01' };
const to = units.map((unit) => ({ unit, node: null }));

/** Rules of the kinds that scenarios are made of; they may well ask more than there is. */
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    kind: fc.constant('tariff' as const),
    centsPerHead: fc.nat(90_000),
    heads: fc.constant(heads),
    to: fc.constant(to),
  }),
  fc.record({ kind: fc.constant('heads' as const), heads: fc.constant(heads), to: fc.constant(to) }),
  fc.nat(9_000).map((basisPoints): Rule => {
    return { kind: 'reserve', to: { unit: 'recht', node: null }, take: { basisPoints, of: 'total' } };
  }),
  fc
    .array(fc.nat(9), { minLength: 3, maxLength: 3 })
    .map((list): Rule => ({ kind: 'weights', weights: to.map((one, i) => ({ to: one, weight: list[i]! })) })),
  fc.constant<Rule>({ kind: 'remainder', to: null }),
);
const rules = fc.array(rule, { minLength: 1, maxLength: 4 });
const years = [2022, 2023];
const totals = { 2022: 5_000_000_01, 2023: 6_000_000_02 };

const frame = {
  headCounts: counts,
  earlier: [],
  years,
  vocabulary: { units: units.map((code) => ({ code })), themes: [] },
  byBasis: { granted: { totals }, expected: { totals: {} }, left: { totals: {} }, own: { totals: {} } },
  fixed: {},
};

function stateWith(lists: Rule[][]): BenchState {
  const print = (hundredths: number) => formatAmount(hundredths, 'eur2', 'nl');
  const columns = lists.map((list, i) => {
    return { from: `new:${i + 1}`, name: `${i}`, rules: fieldsOf(list, print), revision: null };
  });
  return {
    fund: 'F',
    columns,
    open: 0,
    base: 0,
    year: null,
    show: 'amount',
    basis: 'granted',
    own: {},
    why: '',
  };
}

/** The form that a state stands in on the page. */
function formOf({ columns, open, ...state }: BenchState): [string, string][] {
  const fields = columns[open]!.rules!.flatMap(({ fields }, i) =>
    Object.entries(fields).flatMap(([name, values]) =>
      values.map((value): [string, string] => [`rules.${i}.${name}`, value]),
    ),
  );
  return [
    ['fund', state.fund],
    ['basis', state.basis],
    ['base', String(state.base)],
    ['open', String(open)],
    ['columns', JSON.stringify(columns)],
    ...fields,
  ];
}

describe('allocations side by side', () => {
  test('what the form gives in the browser is what the server runs, for random rules', () => {
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 3 }), (lists) => {
        const { runs } = runBench(stateOfForm(formOf(stateWith(lists))), frame);
        for (const [i, list] of lists.entries()) {
          let served: unknown = null;
          try {
            const inputs = { fund: 'F', basis: 'granted' as const, totals, headCounts: counts, earlier: [] };
            served = runOf(list, inputs, {
              units: new Set(units),
              nodes: new Set(),
              period: { first: 2022, last: 2023 },
            }).result;
          } catch {
            expect(runs[i]!.problems.length).toBeGreaterThan(0);
          }
          expect(runs[i]!.result).toEqual(served);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the differences of units and of what is left sum to the difference of the totals', () => {
    fc.assert(
      fc.property(rules, rules, fc.constantFrom(null, 2022, 2023), (a, b, year) => {
        const { runs, bench } = runBench({ ...stateWith([a, b]), year }, frame);
        if (runs.some((run) => run.result === null)) return;
        const sum = bench.rows.reduce((total, row) => total + (row.cells[1]!.difference ?? 0), 0);
        // Where neither gives anything to anybody there is nothing to compare.
        expect(sum).toBe(bench.allocated[1]!.difference ?? 0);
        expect(sum + (bench.unallocated[1]!.difference ?? 0)).toBe(bench.totals[1]!.difference);
        const moves = bench.moves[1]!;
        expect(moves.more + moves.less + moves.same).toBe(bench.rows.length);
      }),
      {
        numRuns: 60,
        examples: [[[{ kind: 'remainder', to: null }], [{ kind: 'remainder', to: null }], null]],
      },
    );
  });

  test('a provisional year marks every figure of it, a provisional amount its own, and a difference both', () => {
    const fixed: Rule = {
      kind: 'fixed',
      amounts: [
        { to: to[0]!, cents: 100_00, mark: 'provisional' },
        { to: to[1]!, cents: 0, mark: 'pm' },
      ],
      chargedTo: 'pool',
    };
    const signsIn = (year: number) => {
      const money = { ...frame.byBasis, granted: { totals, provisional: [2023] } };
      const state = { ...stateWith([[{ kind: 'heads', heads, to }], [fixed]]), year };
      const { bench } = runBench(state, { ...frame, byBasis: money });
      const signs = (unit: string, side: 0 | 1) =>
        bench.rows.find((row) => row.receiver.unit === unit)!.cells[side]!;
      return { bench, signs };
    };
    const sure = signsIn(2022);
    expect(sure.signs('recht', 0).signs).toEqual([]);
    expect(sure.signs('recht', 1)).toMatchObject({
      signs: ['provisional'],
      differenceSigns: ['provisional'],
    });
    expect(sure.signs('beta', 1).signs).toEqual(['pm']);
    expect(sure.bench.unallocated[1]!.signs).toEqual(['provisional']);
    expect(sure.bench.totals[1]!.signs).toEqual([]);
    const open = signsIn(2023);
    expect(open.signs('mens', 0).signs).toEqual(['provisional']);
    expect(open.bench.totals[0]!.signs).toEqual(['provisional']);
  });

  test('a unit without a usable count has its row and its reason, and the others are not compared', () => {
    const all: Rule = { kind: 'heads', heads: { definition: 'eer', date: '2022-10-01' }, to };
    const { runs, bench } = runBench(stateWith([[{ kind: 'remainder', to: null }], [all]]), frame);
    expect(runs[1]!.problems.map((one) => [one.params.unit, one.code])).toEqual(
      units.map((unit) => [unit, 'allocation.heads-other-date']),
    );
    expect(bench.rows.map((row) => row.receiver.unit).toSorted()).toEqual(units.toSorted());
    expect(bench.rows.every((row) => row.cells[1]!.difference === null)).toBe(true);
  });

  test('per head divides by the count of the rules; a missing one leaves it unknown', () => {
    const result = {
      lines: [{ unit: 'recht', node: null, year: 2022, cents: 500_000_00 }],
      unallocated: {},
      reasons: [],
    };
    const ask = { base: 0, years: [2022], heads: { basis: heads, counts } };
    expect(benchOf([{ totals: {}, result }], ask).rows[0]!.cells[0]!.perHead).toBe(500_00);
    const other = { ...ask, heads: { basis: { ...heads, date: '2020-10-01' }, counts } };
    expect(benchOf([{ totals: {}, result }], other).rows[0]!.cells[0]!.perHead).toBeNull();
  });

  test('buttons add, open, copy and take away; more than five never stand side by side', () => {
    const press = {
      beginning: { units, themes: [], definition: 'eer', date: '2021-10-01' },
      add: 'remainder' as const,
      rulesOf: () => null,
      names: { begun: (pattern: string) => pattern, copy: (name: string) => `${name}!` },
    };
    let state = pressed('begin:tariff', stateWith([[]]), press);
    expect(state.columns.map((one) => one.name)).toEqual(['0', 'tariff']);
    expect(state.open).toBe(1);
    expect(state.columns[1]!.rules!.map((one) => one.kind)).toEqual(['tariff', 'remainder']);
    for (let i = 0; i < 9; i += 1) state = pressed('copy.1', state, press);
    expect(state.columns).toHaveLength(5);
    expect(new Set(state.columns.map((one) => one.from)).size).toBe(5);
    expect(pressed('drop.4', state, press)).toMatchObject({ open: 3 });
  });
});
