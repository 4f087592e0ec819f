import { type FieldError, InvalidInput } from '#app/kernel/rejection.ts';
import { allocate } from './allocation.ts';
import type { HeadCount } from './head-count.ts';
import { type OwnMoney, readTotals } from './own-totals.ts';
import type { Line } from './receiver.ts';
import type { Rule } from './rule.ts';
import { type RuleFields, rulesOfForm } from './rule-form.ts';
import { readRules } from './rule-read.ts';
import { type RunResult, resultOf, type TotalsBasis } from './run.ts';

/** What rules run on while somebody types: evidence, and within which bounds. */
export type LiveEvidence = {
  headCounts: HeadCount[];
  earlier: Line[];
  years: readonly number[];
  vocabulary: { units: readonly { code: string }[]; themes: readonly { code: string }[] };
};

export type LiveFrame = LiveEvidence & {
  rules: readonly RuleFields[];
  basis: TotalsBasis;
  byBasis: Record<TotalsBasis, OwnMoney>;
};

export type LiveRun = {
  totals: Record<string, number>;
  rules: Rule[];
  /** years whose money is provisional, and with it all that comes of it */
  provisional: number[];
  result: RunResult | null;
  problems: FieldError[];
};

/**
 * What the rules of a form give now, by the same functions as on the server: while somebody types in the
 * browser, and where no script runs after each press of a button.
 * @param form the fields as they are; null before anything was typed
 */
export function liveRun(form: readonly [string, string][] | null, frame: LiveFrame): LiveRun {
  const rules = form ? rulesOfForm(form) : frame.rules;
  const basis = (form?.find(([name]) => name === 'basis')?.[1] as TotalsBasis | undefined) ?? frame.basis;
  const own = form && basis === 'own' ? readTotals(form) : null;
  return runFields(rules, own ?? { ...frame.byBasis[basis], errors: [] }, frame);
}

type Money = OwnMoney & { errors: FieldError[] };

/** What rules as typed give on money; what cannot be read or carried out is said, and nothing comes out. */
export function runFields(
  fields: readonly RuleFields[],
  { totals, provisional = [], pm = [], errors }: Money,
  { headCounts, earlier, years, vocabulary }: LiveEvidence,
): LiveRun {
  const { rules, ...read } = readRules(fields);
  const problems = [...read.errors, ...errors];
  const run = { totals, provisional, rules };
  if (problems.length > 0) return { ...run, result: null, problems };
  try {
    const allocation = allocate({
      rules,
      totals: new Map(Object.entries(totals).map(([year, cents]) => [Number(year), cents])),
      open: pm,
      headCounts,
      earlier,
      units: new Set(vocabulary.units.map((unit) => unit.code)),
      nodes: new Set(vocabulary.themes.map((theme) => theme.code)),
      period: { first: years[0] ?? 0, last: years.at(-1) ?? 0 },
    });
    return { ...run, result: resultOf(allocation), problems: [] };
  } catch (thrown) {
    if (thrown instanceof InvalidInput) return { ...run, result: null, problems: thrown.errors };
    throw thrown;
  }
}
