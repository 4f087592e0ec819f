import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount } from '#app/kernel/amount-format.ts';
import { rulesSchema } from './allocation.input.ts';
import { allocate } from './allocation.ts';
import { liveRun } from './live-run.ts';
import { ownTexts, readTotals } from './own-totals.ts';
import type { Amount, Rule } from './rule.ts';
import { readRules } from './rule-read.ts';
import { fieldsOf } from './rule-text.ts';

const unit = (code: string) => ({ unit: code, node: null });
const heads = { definition: 'eer', date: '2021-10-01' };
const headCounts = ['a', 'b'].map((code) => ({
  unit: code,
  definition: 'eer',
  date: heads.date,
  heads: 100,
}));
const run = (rules: Rule[], cents = 100_000_00) =>
  allocate({ rules, totals: new Map([[2022, cents]]), headCounts });
const starred = (rules: Rule[]) =>
  run(rules)
    .lines.filter((line) => line.provisional)
    .map((line) => line.unit);
const fixed = (amounts: Amount[], chargedTo: 'pool' | 'others' = 'pool'): Rule => ({
  kind: 'fixed',
  amounts,
  chargedTo,
});
const tariff: Rule = { kind: 'tariff', centsPerHead: 10_000, heads, to: ['a', 'b'].map(unit) };
const rest: Rule = { kind: 'remainder', to: unit('b') };
const sure: Amount = { to: unit('a'), cents: 1_000_00 };
const star: Amount = { ...sure, mark: 'provisional' };

describe('a provisional amount in a rule', () => {
  test('[002-18] makes provisional who gets it, and what follows from what is left of it; not what stands apart', () => {
    expect(starred([fixed([sure]), tariff, rest])).toEqual([]);
    expect(starred([fixed([star])])).toEqual(['a']);
    expect(starred([fixed([{ ...star, to: unit('c') }]), tariff])).toEqual(['c']);
    expect(starred([fixed([{ ...star, to: unit('c') }]), rest])).toEqual(['b', 'c']);
    expect(starred([{ ...tariff, provisional: true }])).toEqual(['a', 'b']);
    const half: Rule = { kind: 'reserve', to: unit('d'), take: { basisPoints: 5_000, of: 'total' } };
    expect(starred([fixed([{ ...star, to: unit('c') }]), half])).toEqual(['c']);
    const left: Rule = { kind: 'reserve', to: unit('d'), take: { basisPoints: 5_000, of: 'left' } };
    expect(starred([fixed([{ ...star, to: unit('c') }]), left])).toEqual(['c', 'd']);
  });

  test('who pays for it, or is brought to a floor with it, is provisional too', () => {
    expect(starred([tariff, fixed([{ ...star, to: unit('c') }], 'others')])).toEqual(['a', 'b', 'c']);
    expect(starred([tariff, fixed([{ ...sure, to: unit('c') }], 'others')])).toEqual([]);
    const floor: Rule = { kind: 'floor', amounts: [{ to: unit('a'), cents: 12_000_00 }] };
    expect(starred([tariff, floor])).toEqual([]);
    expect(starred([{ ...tariff, provisional: true }, floor])).toEqual(['a', 'b']);
  });

  test('[000-79] [002-19] pm and memos take nothing and are kept beside the lines', () => {
    const amounts: Amount[] = [
      sure,
      { to: unit('b'), cents: 0, mark: 'pm' },
      { to: unit('c'), cents: 5_000_00, memo: true },
    ];
    const { lines, asides, unallocated } = run([fixed(amounts)]);
    expect(lines).toEqual([{ ...unit('a'), year: 2022, cents: 1_000_00 }]);
    expect(unallocated.get(2022)).toBe(99_000_00);
    expect(asides).toEqual([
      { ...unit('b'), year: 2022, cents: null, pm: true, memo: false },
      { ...unit('c'), year: 2022, cents: 5_000_00, pm: false, memo: true },
    ]);
    expect(() => run([{ kind: 'ceiling', amounts: [star] }])).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ code: 'allocation.bound-marked' })] }),
    );
  });

  test('marks move no cent: the same amounts come out with stars as without', () => {
    const euro = fc.integer({ min: 0, max: 5_000_00 });
    fc.assert(
      fc.property(euro, euro, fc.boolean(), fc.boolean(), (first, second, one, two) => {
        const rules = (marks: boolean): Rule[] => [
          fixed([{ to: unit('c'), cents: first, ...(marks && one && { mark: 'provisional' as const }) }]),
          { ...tariff, ...(marks && two && { provisional: true as const }) },
          fixed([{ to: unit('d'), cents: second }], 'others'),
          rest,
        ];
        const bare = ({ provisional: _, ...line }: ReturnType<typeof run>['lines'][number]) => line;
        expect(run(rules(true)).lines.map(bare)).toEqual(run(rules(false)).lines);
      }),
    );
  });
});

describe('as typed', () => {
  const rules: Rule[] = [
    fixed([sure, { ...star, to: unit('b') }, { to: unit('c'), cents: 0, mark: 'pm' }]),
    fixed([{ to: unit('d'), cents: 7_50, memo: true }]),
    { ...tariff, provisional: true },
    { kind: 'reserve', to: unit('e'), take: { cents: 50, provisional: true } },
  ];

  test('stars, pm and memos come back from the form as the same rules, and are what machines may send', () => {
    for (const locale of ['nl', 'en'] as const) {
      const fields = fieldsOf(rules, (hundredths) => formatAmount(hundredths, 'eur2', locale));
      expect(fields[0]!.fields['amounts.1.cents']![0]).toMatch(/\*$/);
      expect(readRules(fields)).toEqual({ rules, errors: [] });
    }
    expect(rulesSchema.parse(rules)).toEqual(rules);
    const [fields] = fieldsOf([tariff], String);
    const pm = { ...fields!, fields: { ...fields!.fields, centsPerHead: ['pm'] } };
    expect(readRules([pm]).errors).toMatchObject([{ code: 'allocation.pm-here' }]);
  });

  test('[002-18] [000-79] an own amount may be provisional or pm: its year is divided, or stays open', () => {
    const form: [string, string][] = [
      ['basis', 'own'],
      ['totals.2022', '1.000,00*'],
      ['totals.2023', 'pm'],
      ['totals.2024', ''],
      ['rules.0.kind', 'remainder'],
      ['rules.0.to.unit', 'a'],
      ['rules.0.years', '2022'],
      ['rules.0.years', '2023'],
    ];
    const own = readTotals(form);
    expect(own).toEqual({ totals: { 2022: 1_000_00 }, provisional: [2022], pm: [2023], errors: [] });
    expect(ownTexts(own, (cents) => formatAmount(cents, 'eur2', 'nl'))).toEqual({
      ...{ 2022: '1.000,00*', 2023: 'pm' },
    });
    const none = { totals: {} };
    const live = liveRun(form, {
      ...{ headCounts, earlier: [], years: [2022, 2023, 2024], rules: [], basis: 'granted' },
      vocabulary: { units: [{ code: 'a' }], themes: [] },
      byBasis: { granted: none, expected: none, left: none, own: none },
    });
    expect(live).toMatchObject({ problems: [], provisional: [2022] });
    expect(live.result!.lines).toEqual([{ ...unit('a'), year: 2022, cents: 1_000_00 }]);
    expect(live.result!.asides).toEqual([
      { unit: null, node: null, year: 2023, cents: null, pm: true, memo: false },
    ]);
  });
});
