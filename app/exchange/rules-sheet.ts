/** The amounts, tariffs, shares and weights of an allocation's rules as a table that goes round. Pure. */
import type { OwnMoney } from '#app/allocation/own-totals.ts';
import type { Receiver } from '#app/allocation/receiver.ts';
import type { Rule, Take } from '#app/allocation/rule.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { type FillIn, starred } from '#app/render/fill-in.ts';
import type { Words } from './budget-sheet.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { FilledValue } from './fill-in-read.ts';
import type { Sheet, Why } from './fill-in-sheet.ts';

type Named = { code: string; nameNl: string; nameEn: string };

export type RulesFrame = {
  title: string;
  stamp: string;
  rules: readonly Rule[];
  /** the amounts given by hand, when the rules divide those */
  own: OwnMoney | null;
  years: readonly number[];
  units: readonly Named[];
  themes: readonly Named[];
};

/** In what a number of a rule is; shares are in hundredths of a percent. */
type Measure = 'euro' | 'head' | 'percent' | 'weight';

export type RuleRow = {
  /** `rule`, `group` (or year), `unit`, `theme`: what names the row; rule 0 is the money itself */
  key: [string, string, string, string];
  measure: Measure;
  value: FilledValue;
  memo: boolean;
};

const starOf = (cents: number, provisional?: boolean) => (provisional ? `${cents}*` : cents);
const place = (n: number, { unit, node }: Receiver, group = ''): RuleRow['key'] => [
  String(n),
  group,
  unit ?? '',
  node ?? '',
];
const nobody: Receiver = { unit: null, node: null };

/** The rows of all rules, in their order. */
export function ruleRows({ rules, own, years }: Pick<RulesFrame, 'rules' | 'own' | 'years'>): RuleRow[] {
  const money = own
    ? years.map((year): RuleRow => {
        const cents = own.totals[String(year)];
        const known = cents === undefined ? null : starOf(cents, own.provisional?.includes(year));
        const value = own.pm?.includes(year) ? 'pm' : known;
        return { key: ['0', String(year), '', ''], measure: 'euro', value, memo: false };
      })
    : [];
  return [...money, ...rules.flatMap((rule, i) => rowsOf(rule, i + 1))];
}

function rowsOf(rule: Rule, n: number): RuleRow[] {
  const row = (key: RuleRow['key'], measure: Measure, value: FilledValue): RuleRow => {
    return { key, measure, value, memo: false };
  };
  const take = (given: Take | undefined): RuleRow[] => {
    if (!given) return [];
    if ('cents' in given) return [row(place(n, nobody), 'euro', starOf(given.cents, given.provisional))];
    return [row(place(n, nobody), 'percent', given.basisPoints)];
  };
  switch (rule.kind) {
    case 'fixed':
    case 'floor':
    case 'ceiling':
      return rule.amounts.map(({ to, cents, mark, memo = false }) => ({
        ...row(place(n, to), 'euro', mark === 'pm' ? 'pm' : starOf(cents, mark === 'provisional')),
        memo,
      }));
    case 'tariff':
      return [row(place(n, nobody), 'head', starOf(rule.centsPerHead, rule.provisional))];
    case 'tariff-per-group':
      return rule.groups.map(({ group, centsPerHead, provisional }) =>
        row(place(n, nobody, group), 'head', starOf(centsPerHead, provisional)),
      );
    case 'ratio':
    case 'weights':
      return [
        ...take(rule.take),
        ...rule.weights.map(({ to, weight }) => row(place(n, to), 'weight', weight)),
      ];
    case 'reserve':
    case 'heads':
    case 'keep-ratio-of':
      return take(rule.take);
    case 'remainder':
      return [];
  }
}

const measureOf = (frame: RulesFrame, [number = '', ...key]: readonly string[]): Measure | null => {
  const rows = ruleRows(frame).filter((row) => row.key[0] === number);
  const same = rows.find((row) => row.key.slice(1).join('|') === key.join('|'));
  if (same) return same.measure;
  // a receiver may be added to a list of amounts or weights
  const kind = frame.rules[Number(number) - 1]?.kind;
  if (kind === 'fixed' || kind === 'floor' || kind === 'ceiling') return 'euro';
  return kind === 'ratio' || kind === 'weights' ? 'weight' : null;
};

function refusalOf(frame: RulesFrame, key: readonly string[]): Why | null {
  const [number = '', group = '', unit = '', node = ''] = key;
  if (ruleRows(frame).some((row) => row.key.join('|') === key.join('|'))) return null;
  if (measureOf(frame, key) === null || group !== '' || (unit === '' && node === '')) {
    return { code: 'fill-in.rules.no-row', params: { rule: number } };
  }
  const known = (code: string, list: readonly Named[]) =>
    code === '' || list.some((one) => one.code === code);
  if (!known(unit, frame.units)) return { code: 'plan.unknown', params: { what: unit } };
  return known(node, frame.themes) ? null : { code: 'plan.unknown', params: { what: node } };
}

function judge(frame: RulesFrame, { key, after }: CellChange): Why | null {
  const kind = frame.rules[Number(key[0]) - 1]?.kind;
  const measure = measureOf(frame, key);
  const list = kind === 'fixed' || kind === 'floor' || kind === 'ceiling' || measure === 'weight';
  const why = (code: string): Why => ({ code: `fill-in.rules.${code}`, params: {} });
  if (after === null) return list || key[0] === '0' ? null : why('needed');
  const number = typeof after === 'string' ? starred(after) : after;
  if (number !== null && number < 0) return why('negative');
  if (after === 'pm') return kind === 'fixed' || key[0] === '0' ? null : why('no-pm');
  const plain = kind === 'floor' || kind === 'ceiling' || measure === 'percent' || measure === 'weight';
  return typeof after === 'string' && plain ? why('no-star') : null;
}

/** @param wordsOf the words of a language */
export function rulesSheet(frame: RulesFrame, wordsOf: (locale: Locale) => Words): Sheet {
  return {
    table: (locale) => tableOf(frame, locale, wordsOf(locale)),
    isWord: (text) => text.toLowerCase() === 'pm',
    decimalsOf: (key) => (measureOf(frame, key) === 'weight' ? 0 : 2),
    refuse: (key) => refusalOf(frame, key),
    judge: (change) => judge(frame, change),
    canon: (_, value) => (typeof value === 'string' && value.toLowerCase() === 'pm' ? 'pm' : value),
  };
}

/** A rule and whom its number is for, in words. */
export function ruleRowName(
  { rules, units, themes }: Pick<RulesFrame, 'units' | 'themes'> & { rules: readonly Pick<Rule, 'kind'>[] },
  [number = '', group = '', unit = '', node = '']: readonly string[],
  { locale, words }: { locale: Locale; words: Words },
): string {
  const kind = rules[Number(number) - 1]?.kind;
  const name = (code: string, list: readonly Named[]) => {
    const one = list.find((each) => each.code === code);
    return one ? (locale === 'en' ? one.nameEn : one.nameNl) : code;
  };
  const rule =
    number === '0' ? words('fill-in.rules.money') : kind ? words(`allocation.kind.${kind}`) : number;
  return [rule, group, name(unit, units), name(node, themes)].filter(Boolean).join(' · ');
}

function tableOf(frame: RulesFrame, locale: Locale, words: Words): FillIn {
  const key = (name: string, width: number) => ({ head: words(`fill-in.rules.${name}`), key: true, width });
  return {
    name: words('fill-in.rules.sheet'),
    title: frame.title,
    lead: [words('fill-in.rules.lead')],
    stamp: frame.stamp,
    language: locale,
    begins: true,
    labels: [
      key('rule', 8),
      { head: words('fill-in.name'), key: false, width: 56 },
      key('group', 16),
      key('unit', 16),
      key('theme', 12),
      { head: words('fill-in.budget.side'), key: false, width: 18 },
    ],
    fields: [{ key: 'value', head: words('fill-in.rules.value'), width: 20 }],
    rows: ruleRows(frame).map((row) => {
      const [number, group, unit, node] = row.key;
      const beside = row.memo ? ` · ${words('plan.budget.memo')}` : '';
      const name = `${ruleRowName(frame, row.key, { locale, words })}${beside}`;
      return {
        labels: [number, name, group, unit, node, words(`fill-in.rules.in.${row.measure}`)],
        decimals: row.measure === 'weight' ? 0 : 2,
        values: [row.value],
      };
    }),
  };
}
