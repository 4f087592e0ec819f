import type { FieldError } from '#app/kernel/rejection.ts';
import type { HeadBasis, HeadBook } from './head-count.ts';
import { inside, type Receiver } from './receiver.ts';
import { appliesIn, type Rule, type TariffGroup } from './rule.ts';

export type HeadUse = { field: string; heads: HeadBasis; to: Receiver[]; asWeights: boolean };

/** Where a rule asks for heads. */
export function headUses(rule: Rule): HeadUse[] {
  const use = (field: string, { heads, to }: Pick<TariffGroup, 'heads' | 'to'>, asWeights: boolean) => {
    return { field, heads, to, asWeights };
  };
  if (rule.kind === 'tariff') return [use('to', rule, false)];
  if (rule.kind === 'heads') return [use('to', rule, true)];
  if (rule.kind !== 'tariff-per-group') return [];
  return rule.groups.map((group, i) => use(`groups.${i}.to`, group, false));
}

type HeadCheck = { rule: Rule; path: string; years: readonly number[]; book: HeadBook };

/** Each unit needs its heads; the same missing count is said once, not once per year or holder. */
export function checkHeads(use: HeadUse, { rule, path, years: all, book }: HeadCheck): FieldError[] {
  const errors = new Map<string, FieldError>();
  const years = all.filter((year) => appliesIn(rule, year));
  for (const holder of rule.within ?? [null]) {
    const units = use.to.map((to) => inside(holder, to).unit);
    for (const [i, unit] of units.entries()) {
      const at = `${path}.${use.field}.${i}`;
      if (unit === null)
        errors.set(at, { path: at, code: 'allocation.head-without-unit', params: { ...use.to[i] } });
      else {
        for (const year of years) {
          const problem = book.problem(unit, use.heads, year);
          if (problem) errors.set(`${at} ${unit} ${problem.params.date}`, { path: at, ...problem });
        }
      }
    }
    for (const year of use.asWeights ? years : []) {
      if (errors.size > 0 || units.length === 0) continue;
      const zero = units.every((unit) => book.heads(unit ?? '', use.heads, year) === 0);
      if (zero)
        errors.set(`zero ${year}`, {
          path: `${path}.heads`,
          code: 'allocation.heads-zero',
          params: { year },
        });
    }
  }
  return [...errors.values()];
}
