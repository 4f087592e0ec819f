import { matchesPattern, type Pattern, readPattern, specificity } from './intake-pattern.ts';
import { withinMonths } from './intake-period.ts';

/** What a rule looks at: patterns as they are kept. */
export type RulePatterns = {
  costCentre: string;
  account: string;
  /** stands in the description, whatever its capitals; empty: any */
  contains: string;
  fromMonth: string | null;
  throughMonth: string | null;
};
/** Rows of the books that no rule can tell apart. */
export type Cell = { period: string; costCentre: string; account: string; description: string };

type Compiled<R> = {
  rule: R;
  costCentre: Pattern;
  account: Pattern;
  contains: string;
  weight: number;
};

/**
 * The function that finds a row's rule: of all rules that match, the one whose patterns say most (see
 * `specificity`; a text counts as an exact code and longer texts more, months count least); of equals the
 * first in order. A rule whose pattern cannot be read matches nothing.
 */
export function ruleMatcher<R extends RulePatterns>(rules: readonly R[]): (cell: Cell) => R | null {
  const compiled = rules
    .flatMap((rule) => compile(rule))
    // sort is stable, so equals stay in their order and the first that matches wins
    .toSorted((a, b) => b.weight - a.weight);
  return (cell) => {
    const text = cell.description.toLowerCase();
    const found = compiled.find(
      (one) =>
        matchesPattern(one.costCentre, cell.costCentre) &&
        matchesPattern(one.account, cell.account) &&
        (one.contains === '' || text.includes(one.contains)) &&
        withinMonths(cell.period, one.rule.fromMonth, one.rule.throughMonth),
    );
    return found?.rule ?? null;
  };
}

/** How much a rule says, for the screen that explains why it wins. */
export function ruleWeight(rule: RulePatterns): number {
  return compile(rule)[0]?.weight ?? 0;
}

function compile<R extends RulePatterns>(rule: R): Compiled<R>[] {
  const costCentre = readPattern(rule.costCentre);
  const account = readPattern(rule.account);
  if (!costCentre || !account) return [];
  const contains = rule.contains.trim().toLowerCase();
  const weight =
    specificity(costCentre) +
    specificity(account) +
    (contains === '' ? 0 : 100 + Math.min(contains.length, 200) / 10) +
    (rule.fromMonth === null ? 0 : 0.1) +
    (rule.throughMonth === null ? 0 : 0.1);
  return [{ rule, costCentre, account, contains, weight }];
}

/** A rule in one line without words of a language, as a booking keeps it: `3: 4711* / 40000-40999 ‘reis’`. */
export function ruleLine(rule: RulePatterns & { number: number }): string {
  const { number, costCentre, account, contains, fromMonth, throughMonth } = rule;
  const text = contains === '' ? '' : ` ‘${contains}’`;
  const months = fromMonth || throughMonth ? ` ${fromMonth ?? ''}…${throughMonth ?? ''}` : '';
  return `${number}: ${costCentre || '*'} / ${account || '*'}${text}${months}`;
}
