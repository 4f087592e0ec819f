import { describe, expect, test } from 'vitest';
import type { Rule } from './rule.ts';
import {
  arrange,
  groupNames,
  newRule,
  type RuleFields,
  readIntent,
  rulesOfForm,
  usedRowsOf,
} from './rule-form.ts';
import { readRules } from './rule-read.ts';
import { fieldsOf } from './rule-text.ts';

const print = (hundredths: number) => (hundredths / 100).toFixed(2).replace('.', ',');
const unit = (code: string) => ({ unit: code, node: null });
const node = (code: string) => ({ unit: null, node: code });
const heads = { definition: 'eer', date: '2021-10-01' };
const yearly = { definition: 'eer', date: { month: 10, day: 1, yearsBefore: 1 } };

const rules: Rule[] = [
  { kind: 'reserve', to: unit('a'), take: { basisPoints: 1250, of: 'total' }, note: 'besluit 1' },
  { kind: 'fixed', amounts: [{ to: unit('a'), cents: 4_000_000 }], chargedTo: 'others', others: [unit('b')] },
  { kind: 'tariff', centsPerHead: 500_00, heads, to: [unit('a'), { unit: 'b', node: 'T1' }], years: [2022] },
  {
    kind: 'tariff-per-group',
    groups: [{ group: 'laag', centsPerHead: 1_00, heads: yearly, to: [unit('a')] }],
  },
  {
    kind: 'ratio',
    weights: [
      { to: node('T1'), weight: 3 },
      { to: node('T2'), weight: 2 },
    ],
  },
  { kind: 'weights', weights: [{ to: unit('a'), weight: 5882 }], take: { cents: 7 }, within: [node('T1')] },
  { kind: 'heads', heads: yearly, to: [unit('a')], take: { basisPoints: 5000, of: 'left' } },
  { kind: 'floor', amounts: [{ to: unit('a'), cents: 1 }] },
  { kind: 'ceiling', amounts: [{ to: unit('a'), cents: 1_23 }], others: [unit('b'), node('T1')] },
  {
    kind: 'keep-ratio-of',
    basis: 'earlier',
    basisYear: 2021,
    groups: [{ to: unit('a'), of: [unit('a'), unit('b')] }],
  },
  { kind: 'keep-ratio-of', basis: 'so-far' },
  { kind: 'remainder', to: null },
  { kind: 'remainder', to: unit('b') },
];

/** As a browser sends it. */
function sent(form: readonly RuleFields[]): [string, string][] {
  return form.flatMap(({ fields }, i) =>
    Object.entries(fields).flatMap(([name, values]) =>
      values.map((value): [string, string] => [`rules.${i}.${name}`, value]),
    ),
  );
}

describe('rules as a form', () => {
  test('every kind of rule comes back as it went in', () => {
    const read = readRules(rulesOfForm(sent(fieldsOf(rules, print))));
    expect(read.errors).toEqual([]);
    expect(read.rules).toEqual(rules);
  });

  test('rows that wait for more are not kept for having been sent empty: a form does not grow by itself', () => {
    const fields = {
      'weights.0.unit': ['a'],
      'weights.0.weight': ['3'],
      'weights.1.unit': [''],
      'weights.1.weight': [''],
      'weights.2.unit': ['b'],
      'weights.3.unit': [''],
      'groups.0.heads.definition': ['eer'],
      'groups.0.group': ['alfa'],
      'groups.1.heads.definition': ['eer'],
    };
    expect(usedRowsOf(fields, 'weights', ['unit', 'node', 'weight'])).toEqual([0, 1, 2]);
    expect(usedRowsOf(fields, 'groups', groupNames)).toEqual([0]);
  });

  test('rows without a value are left out, what is typed wrongly is said at its field', () => {
    const form: RuleFields[] = [
      newRule('weights', { units: ['a', 'b'], themes: [], definition: '', date: '' }),
      { kind: 'reserve', fields: { kind: ['reserve'], 'take.how': ['cents'], 'take.value': ['1.234'] } },
      { kind: 'tariff', fields: { kind: ['tariff'], centsPerHead: [''], 'heads.definition': ['eer'] } },
      {
        kind: 'heads',
        fields: {
          kind: ['heads'],
          'heads.definition': ['eer'],
          'heads.date': ['2021-10-01'],
          'take.how': ['left'],
          'take.value': ['veel'],
        },
      },
    ];
    const read = readRules(form);
    expect(read.rules[0]).toEqual({ kind: 'weights', weights: [] });
    expect(read.errors.map((error) => `${error.path} ${error.code}`)).toEqual([
      'rules.1.take.value amount.ambiguous',
      'rules.2.centsPerHead field.required',
      'rules.2.heads.date field.required',
      'rules.3.take.value allocation.share-text',
    ]);
  });

  test('a rule moves up and down and goes; what is typed moves with it', () => {
    const form = fieldsOf(rules.slice(0, 3), print);
    const kinds = (list: readonly RuleFields[]) => list.map((rule) => rule.kind);
    expect(kinds(arrange(form, readIntent('up.2')))).toEqual(['reserve', 'tariff', 'fixed']);
    expect(kinds(arrange(form, readIntent('down.0')))).toEqual(['fixed', 'reserve', 'tariff']);
    expect(kinds(arrange(form, readIntent('remove.1')))).toEqual(['reserve', 'tariff']);
    expect(arrange(form, readIntent('up.0'))).toEqual(form);
    expect(arrange(form, readIntent('down.2'))).toEqual(form);
    expect(arrange(form, readIntent('remove.9'))).toEqual(form);
    expect(arrange(form, readIntent('down.0'))[1]).toEqual(form[0]);
  });

  test('a field that is not of a rule, or a kind that does not exist, is left out', () => {
    expect(
      rulesOfForm([
        ['rules.0.kind', 'bestaat-niet'],
        ['x', 'y'],
        ['rules.1.note', 'z'],
      ]),
    ).toEqual([]);
  });
});
