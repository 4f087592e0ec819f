import type { HeadBasis } from './head-count.ts';
import type { Receiver } from './receiver.ts';
import type { Amount, Rule, RuleKind, Take, TariffGroup, Weighted } from './rule.ts';
import { type Fields, type RuleFields, receiverText } from './rule-form.ts';

/** Prints a number for a field, every digit that counts: cents as euros, basis points as percents. */
export type PrintHundredths = (hundredths: number) => string;

type Written = Record<string, string[]>;

/** Rules as a form shows them. What is read back from it is the same rule. */
export function fieldsOf(rules: readonly Rule[], print: PrintHundredths): RuleFields[] {
  return rules.map((rule) => ({ kind: rule.kind, fields: { ...common(rule), ...own(rule, print) } }));
}

function common(rule: Rule): Fields {
  return {
    kind: [rule.kind satisfies RuleKind],
    ...(rule.note && { note: [rule.note] }),
    ...(rule.years && { years: rule.years.map(String) }),
    ...(rule.within && { within: rule.within.map(receiverText) }),
  };
}

function own(rule: Rule, print: PrintHundredths): Written {
  switch (rule.kind) {
    case 'reserve':
      return { ...place('to', rule.to), ...take(rule.take, print) };
    case 'fixed':
      return {
        ...amounts(rule.amounts, print),
        chargedTo: [rule.chargedTo],
        others: (rule.others ?? []).map(receiverText),
      };
    case 'floor':
    case 'ceiling':
      return { ...amounts(rule.amounts, print), others: (rule.others ?? []).map(receiverText) };
    case 'tariff':
      return perHead('', { group: '', ...rule }, print);
    case 'tariff-per-group':
      return Object.assign({}, ...rule.groups.map((group, g) => perHead(`groups.${g}.`, group, print)));
    case 'ratio':
    case 'weights':
      return { ...weights(rule.weights), ...take(rule.take, print) };
    case 'heads':
      return { ...heads('', rule.heads), to: rule.to.map(receiverText), ...take(rule.take, print) };
    case 'keep-ratio-of':
      return {
        basis: [rule.basis],
        basisYear: [rule.basisYear === undefined ? '' : String(rule.basisYear)],
        ...Object.assign(
          {},
          ...(rule.groups ?? []).map((group, g) => ({
            ...place(`groups.${g}.to`, group.to),
            [`groups.${g}.of`]: group.of.map(receiverText),
          })),
        ),
        ...take(rule.take, print),
      };
    case 'remainder':
      return rule.to === null ? {} : place('to', rule.to);
  }
}

function place(name: string, { unit, node }: Receiver): Written {
  return { [`${name}.unit`]: [unit ?? ''], [`${name}.node`]: [node ?? ''] };
}

function amounts(list: readonly Amount[], print: PrintHundredths): Written {
  return Object.assign(
    {},
    ...list.map(({ to, cents, mark, memo }, i) => ({
      ...place(`amounts.${i}`, to),
      [`amounts.${i}.cents`]: [mark === 'pm' ? 'pm' : print(cents) + star(mark === 'provisional')],
      ...(memo && { [`amounts.${i}.memo`]: ['on'] }),
    })),
  );
}

const star = (provisional: boolean | undefined) => (provisional ? '*' : '');

function weights(list: readonly Weighted[]): Written {
  return Object.assign(
    {},
    ...list.map(({ to, weight }, i) => ({
      ...place(`weights.${i}`, to),
      [`weights.${i}.weight`]: [String(weight)],
    })),
  );
}

function take(given: Take | undefined, print: PrintHundredths): Written {
  if (given === undefined) return { 'take.how': ['all'] };
  if ('cents' in given)
    return { 'take.how': ['cents'], 'take.value': [print(given.cents) + star(given.provisional)] };
  return { 'take.how': [given.of], 'take.value': [print(given.basisPoints)] };
}

function heads(prefix: string, { definition, date }: HeadBasis): Written {
  const own: Written =
    typeof date === 'string'
      ? { 'heads.mode': ['date'], 'heads.date': [date] }
      : {
          'heads.mode': ['yearly'],
          'heads.day': [String(date.day)],
          'heads.month': [String(date.month)],
          'heads.yearsBefore': [String(date.yearsBefore)],
        };
  const all: Written = { 'heads.definition': [definition], ...own };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [prefix + name, value]));
}

function perHead(prefix: string, group: TariffGroup, print: PrintHundredths): Written {
  return {
    [`${prefix}group`]: [group.group],
    [`${prefix}centsPerHead`]: [print(group.centsPerHead) + star(group.provisional)],
    ...heads(prefix, group.heads),
    [`${prefix}to`]: group.to.map(receiverText),
  };
}
