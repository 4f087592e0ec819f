import { describe, expect, test } from 'vitest';
import { sum } from '#app/kernel/money.ts';
import { type AllocationInput, allocate, reasonsOf } from './allocation.ts';
import leiden from './fixtures/leiden.json' with { type: 'json' };
import utrecht from './fixtures/utrecht-medicine.json' with { type: 'json' };
import type { Line, Receiver } from './receiver.ts';
import type { Rule, Weighted } from './rule.ts';

const unit = (code: string): Receiver => ({ unit: code, node: null });
const node = (code: string): Receiver => ({ unit: null, node: code });
const amount = (lines: readonly Line[], year: number, unit: string | null, node: string | null) =>
  lines.find((line) => line.year === year && line.unit === unit && line.node === node)?.cents ?? Number.NaN;
const weights = (shares: Record<string, number>): Weighted[] =>
  Object.entries(shares).map(([code, weight]) => ({ to: unit(code), weight }));
const inCents = (amounts: Record<string, number>, factor: number) =>
  new Map(Object.entries(amounts).map(([year, value]) => [Number(year), value * factor]));

describe('Utrecht, Geneeskunde 2019-2024', () => {
  const totals = inCents(utrecht.totals, 100);
  const years = [...totals.keys()];
  const ratio: Rule = {
    kind: 'ratio',
    weights: [
      { to: node('U1'), weight: 3 },
      { to: node('U2'), weight: 2 },
      { to: node('U3'), weight: 1 },
    ],
  };
  const within = [node('U1')];
  const run = (rules: Rule[]) => allocate({ rules: [ratio, ...rules], totals, headCounts: [] }).lines;
  const fixed = { to: unit('KGW'), cents: utrecht.fixedForKgw * 100 };

  /** The largest distance of a printed FTE from the amount at the fitted price. */
  const residual = (lines: readonly Line[]) =>
    Math.max(
      ...Object.entries(utrecht.theme1Fte).flatMap(([programme, printed]) =>
        Object.entries(printed).map(([year, fte]) =>
          Math.abs(fte - amount(lines, Number(year), programme, 'U1') / 100 / utrecht.fitted.eurPerFte),
        ),
      ),
    );

  test('3:2:1 gives the published theme amounts within EUR 0.50, in all 18 cells', () => {
    const lines = run([]);
    const misses = Object.entries(utrecht.themes).flatMap(([theme, printed]) =>
      Object.entries(printed).map(([year, euros]) =>
        Math.abs(amount(lines, Number(year), null, theme) - euros * 100),
      ),
    );
    expect(misses).toHaveLength(18);
    expect(Math.max(...misses)).toBeLessThanOrEqual(50);
  });

  const offTheTop = (shares: Record<string, number>): Rule[] => [
    { kind: 'fixed', amounts: [fixed], chargedTo: 'pool', within },
    { kind: 'weights', weights: weights(shares), within },
  ];
  const chargedToOthers = (others: Record<string, number>): Rule[] => {
    const { kgw } = utrecht.fitted.modelB;
    const shares = Object.entries(others).map(([code, share]) => [code, share * (10_000 - kgw)] as const);
    const all = { ...Object.fromEntries(shares), KGW: kgw * sum(Object.values(others)) };
    return [
      { kind: 'weights', weights: weights(all), within },
      { kind: 'fixed', amounts: [fixed], chargedTo: 'others', within },
    ];
  };

  test('theme 1 over programmes by shares, EUR 40,000 for one off the top: at most 0.0066 FTE off', () => {
    const { free, whole } = utrecht.fitted.modelA;
    const lines = run(offTheTop(whole));
    expect(residual(lines)).toBeLessThanOrEqual(0.0066);
    for (const year of years) {
      const programmes = lines.filter((line) => line.year === year && line.unit !== null);
      expect(sum(programmes.map((line) => line.cents))).toBe((totals.get(year) ?? 0) / 2);
    }
    // Free shares give 0.0066 while they give out 100.04%; scaled to the whole they miss one cell by more.
    expect(residual(run(offTheTop(free)))).toBeCloseTo(0.0069, 4);
  });

  test('theme 1 over programmes, EUR 40,000 charged to the others only: at most 0.0074 FTE off', () => {
    const { free, whole } = utrecht.fitted.modelB;
    expect(residual(run(chargedToOthers(whole)))).toBeLessThanOrEqual(0.0074);
    expect(residual(run(chargedToOthers(free)))).toBeCloseTo(0.0077, 4);
  });

  test('without the fixed amount the same shares are far off, and so they are when it is charged equally', () => {
    const { whole } = utrecht.fitted.modelA;
    expect(residual(run([{ kind: 'weights', weights: weights(whole), within }]))).toBeGreaterThan(0.05);
    const rules = chargedToOthers(utrecht.fitted.modelB.whole).map(
      (rule): Rule => (rule.kind === 'fixed' ? { ...rule, chargedTo: 'others-equally' } : rule),
    );
    expect(residual(run(rules))).toBeGreaterThan(0.02);
  });

  test('the reasons say how a programme came to its amount', () => {
    const allocation = allocate({
      rules: [
        ratio,
        { kind: 'fixed', amounts: [fixed], chargedTo: 'pool', within },
        { kind: 'weights', weights: weights(utrecht.fitted.modelA.free), within },
      ],
      totals,
      headCounts: [],
    });
    const steps = reasonsOf(allocation, 2019, { unit: 'KGW', node: 'U1' })?.steps ?? [];
    expect(steps.map(({ rule, kind, delta, after }) => [rule, kind, delta, after])).toEqual([
      [1, 'fixed', 4_000_000, 4_000_000],
      [2, 'weights', 2_089_341, 6_089_341],
    ]);
    expect(steps[1]?.params).toEqual({ cents: 40_660_850, weight: 514, whole: 10_003 });
  });
});

describe('Leiden 2022-2024', () => {
  const rest = inCents(leiden.notAllocated, 100_000);
  const years = [...rest.keys()];
  const of = (figures: Record<string, number>, year: number) => figures[String(year)] ?? Number.NaN;
  const shared = (year: number) => of(leiden.shared, year) * 100_000;
  const toFaculties = (year: number) =>
    (of(leiden.grant, year) - of(leiden.notAllocated, year)) * 100_000 - shared(year);
  const earlier: Line[] = years.flatMap((year) => [
    { year, unit: 'shared', node: null, cents: shared(year) },
    { year, unit: 'faculties', node: null, cents: toFaculties(year) },
  ]);

  test('the rest in the ratio of the allocation, shared : faculties, gives the derived amounts', () => {
    const { lines, unallocated } = allocate({
      rules: [{ kind: 'keep-ratio-of', basis: 'earlier' }],
      totals: rest,
      headCounts: [],
      earlier,
    });
    for (const year of years) {
      const kilo = (code: string) => (amount(lines, year, code, null) / 100_000).toFixed(1);
      expect(kilo('shared')).toBe(of(leiden.derived.restToShared, year).toFixed(1));
      expect(kilo('faculties')).toBe(of(leiden.derived.restToFaculties, year).toFixed(1));
      expect(unallocated.get(year)).toBe(0);
      const heads = toFaculties(year) / 100 / leiden.tariffEurPerHead;
      const perHead = leiden.tariffEurPerHead + amount(lines, year, 'faculties', null) / 100 / heads;
      expect(perHead.toFixed(2)).toBe(of(leiden.derived.eurPerHead, year).toFixed(2));
    }
  });

  test('the part of the faculties goes on over the faculties by head count, counted together for the ratio', () => {
    const basis = { definition: 'eer', date: { month: 10, day: 1, yearsBefore: 1 } };
    const faculties = ['F1', 'F2'];
    const { lines } = allocate({
      rules: [
        {
          kind: 'keep-ratio-of',
          basis: 'earlier',
          groups: [
            { to: unit('faculties'), of: faculties.map(unit) },
            { to: unit('shared'), of: [unit('shared')] },
          ],
        },
        { kind: 'heads', heads: basis, to: faculties.map(unit), within: [unit('faculties')] },
      ],
      totals: new Map([[2023, 97_500_000]]),
      headCounts: [
        { unit: 'F1', definition: 'eer', date: '2022-10-01', heads: 3 },
        { unit: 'F2', definition: 'eer', date: '2022-10-01', heads: 1 },
      ],
      earlier: [
        { year: 2023, unit: 'F1', node: 'T1', cents: 400_000_000 },
        { year: 2023, unit: 'F1', node: 'T2', cents: 800_000_000 },
        { year: 2023, unit: 'F2', node: 'T1', cents: toFaculties(2023) - 1_200_000_000 },
        { year: 2023, unit: 'shared', node: null, cents: shared(2023) },
      ],
    });
    expect(lines.map((line) => line.unit)).toEqual(['F1', 'F2', 'shared']);
    expect((amount(lines, 2023, 'shared', null) / 100_000).toFixed(1)).toBe('84.6');
    const [first, second] = [amount(lines, 2023, 'F1', null), amount(lines, 2023, 'F2', null)];
    expect(Math.abs(first - 3 * second)).toBeLessThan(4);
  });

  test('a reserve, EUR 500 per head and the remainder not yet allocated (fictional heads)', () => {
    const basis = { definition: 'eer', date: '2021-10-01' };
    const heads = { F1: 11_000, F2: 20_464 };
    const input: AllocationInput = {
      rules: [
        { kind: 'reserve', to: unit('shared'), take: { cents: shared(2022) } },
        { kind: 'tariff', centsPerHead: 500_00, heads: basis, to: Object.keys(heads).map(unit) },
        { kind: 'remainder', to: null },
      ],
      totals: new Map([[2022, of(leiden.grant, 2022) * 100_000]]),
      headCounts: Object.entries(heads).map(([code, count]) => ({ unit: code, ...basis, heads: count })),
    };
    const allocation = allocate(input);
    expect(allocation.lines).toEqual([
      { year: 2022, unit: 'F1', node: null, cents: 550_000_000 },
      { year: 2022, unit: 'F2', node: null, cents: 1_023_200_000 },
      { year: 2022, unit: 'shared', node: null, cents: 89_800_000 },
    ]);
    expect(allocation.unallocated.get(2022)).toBe(of(leiden.notAllocated, 2022) * 100_000);
    const pool = reasonsOf(allocation, 2022, { unit: null, node: null })?.steps ?? [];
    expect(pool.map((step) => step.kind)).toEqual(['total', 'given', 'given', 'remainder-open']);
  });
});
