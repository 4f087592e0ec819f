/** The rules of an allocation with what a table that went round changed in them. Pure. */
import type { OwnMoney } from '#app/allocation/own-totals.ts';
import type { Receiver } from '#app/allocation/receiver.ts';
import type { Amount, Rule, Take } from '#app/allocation/rule.ts';
import { starred } from '#app/render/fill-in.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { FilledValue } from './fill-in-read.ts';
import type { RulesFrame } from './rules-sheet.ts';

/** Rules and money with what was changed in them; an emptied amount or weight is taken out. */
export function changedRules(
  { rules, own }: Pick<RulesFrame, 'rules' | 'own'>,
  changes: readonly CellChange[],
): { rules: Rule[]; own: OwnMoney | null } {
  const byRule = Map.groupBy(changes, ({ key }) => Number(key[0]));
  return {
    rules: rules.map((rule, i) => (byRule.get(i + 1) ?? []).reduce(changedRule, rule)),
    own: own && (byRule.get(0) ?? []).reduce(changedMoney, own),
  };
}

function changedMoney(own: OwnMoney, { key, after }: CellChange): OwnMoney {
  const year = key[1]!;
  const { [year]: _, ...totals } = own.totals;
  const others = (list: readonly number[] = []) => list.filter((one) => one !== Number(year));
  const { cents, mark } = read(after);
  return {
    totals: after === null || mark === 'pm' ? totals : { ...totals, [year]: cents },
    provisional: [...others(own.provisional), ...(mark === 'provisional' ? [Number(year)] : [])].sort(),
    pm: [...others(own.pm), ...(mark === 'pm' ? [Number(year)] : [])].sort(),
  };
}

function read(after: FilledValue): { cents: number; mark: 'pm' | 'provisional' | null } {
  const star = starred(after);
  if (star !== null) return { cents: star, mark: 'provisional' };
  return typeof after === 'number' ? { cents: after, mark: null } : { cents: 0, mark: 'pm' };
}

function changedRule(rule: Rule, { key, after }: CellChange): Rule {
  const [, group = '', unit = '', node = ''] = key;
  const to = { unit: unit || null, node: node || null };
  const isIt = (one: { to: Receiver }) => one.to.unit === to.unit && one.to.node === to.node;
  const { cents, mark } = read(after);
  const star = mark === 'provisional' ? ({ provisional: true } as const) : {};
  const put = <T extends { to: Receiver }>(list: readonly T[], make: (old: T | undefined) => T): T[] => {
    if (after === null) return list.filter((one) => !isIt(one));
    return list.some(isIt) ? list.map((one) => (isIt(one) ? make(one) : one)) : [...list, make(undefined)];
  };
  const taken = (take: Take | undefined): Take | undefined =>
    take && ('cents' in take ? { cents, ...star } : { ...take, basisPoints: cents });
  switch (rule.kind) {
    case 'fixed':
    case 'floor':
    case 'ceiling': {
      const amounts = put(rule.amounts, (old): Amount => {
        const memo = old?.memo ? ({ memo: true } as const) : {};
        return { to, cents, ...(mark && { mark }), ...memo };
      });
      return { ...rule, amounts };
    }
    case 'tariff': {
      const { provisional: _, ...rest } = rule;
      return { ...rest, centsPerHead: cents, ...star };
    }
    case 'tariff-per-group':
      return {
        ...rule,
        groups: rule.groups.map((one) => {
          const { provisional: _, ...rest } = one;
          return one.group === group ? { ...rest, centsPerHead: cents, ...star } : one;
        }),
      };
    case 'ratio':
    case 'weights':
      if (to.unit === null && to.node === null) return { ...rule, take: taken(rule.take)! };
      return { ...rule, weights: put(rule.weights, () => ({ to, weight: cents })) };
    case 'reserve':
      return { ...rule, take: taken(rule.take)! };
    case 'heads':
    case 'keep-ratio-of':
      return { ...rule, take: taken(rule.take)! };
    case 'remainder':
      return rule;
  }
}
