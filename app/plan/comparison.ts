import { type EuroSum, inEuros, type Rate } from '#app/kernel/fte-rate.ts';
import type { BudgetLine } from './budget.ts';

/** What changed between two versions of a plan, in money. Pure. */

type Side = {
  measures: readonly { code: string; name: string; node: string }[];
  lines: readonly (BudgetLine & { node: string | null })[];
};

type Ways = {
  rates: readonly Rate[];
  themes: readonly string[];
  /** the topmost theme of a node */
  root: (node: string) => string;
};

export type MeasureChange = {
  code: string;
  name: string;
  kind: 'new' | 'stopped' | 'extended' | 'reduced' | 'unchanged';
  before: number | null;
  after: number | null;
};

export type ThemeChange = {
  /** code of the theme; null for lines that stand under none */
  theme: string | null;
  /** cents over all years, FTE converted at the scheme's rates; null where the side has no line */
  before: number | null;
  after: number | null;
  difference: number;
  measures: MeasureChange[];
};

/**
 * The change of each theme's budget, with the measures that made it. The differences of the measures sum to
 * the theme's, but for the rounding of converted FTE.
 */
export function compareBudgets(before: Side, after: Side, { rates, themes, root }: Ways): ThemeChange[] {
  const themeOf = (line: { node: string | null }) => (line.node === null ? null : root(line.node));
  const total = (side: Side, keep: (line: Side['lines'][number]) => boolean): number | null => {
    const lines = side.lines.filter(keep);
    return lines.length === 0 ? null : cents(inEuros(lines, rates));
  };
  const of = [...themes, null].map((theme): ThemeChange => {
    const was = total(before, (line) => themeOf(line) === theme);
    const is = total(after, (line) => themeOf(line) === theme);
    const codes = [...after.measures, ...before.measures]
      .filter((measure) => root(measure.node) === theme)
      .map((measure) => measure.code);
    return {
      theme,
      before: was,
      after: is,
      difference: (is ?? 0) - (was ?? 0),
      measures: [...new Set(codes)].map((code) =>
        changeOf(code, {
          was: before.measures.find((measure) => measure.code === code),
          is: after.measures.find((measure) => measure.code === code),
          before: total(before, (line) => line.measure === code),
          after: total(after, (line) => line.measure === code),
        }),
      ),
    };
  });
  return of.filter((change) => change.before !== null || change.after !== null || change.measures.length > 0);
}

function cents(sum: EuroSum): number {
  return sum.cents;
}

type Pair = {
  was: { name: string } | undefined;
  is: { name: string } | undefined;
  before: number | null;
  after: number | null;
};

function changeOf(code: string, { was, is, before, after }: Pair): MeasureChange {
  const more = (after ?? 0) - (before ?? 0);
  const kind = !was ? 'new' : !is ? 'stopped' : more > 0 ? 'extended' : more < 0 ? 'reduced' : 'unchanged';
  return { code, name: (is ?? was)?.name ?? code, kind, before, after };
}

type YearAmount = {
  /** cents with FTE converted; null where the side has no line */
  value: number | null;
  /** the amount holds a part that is not known yet */
  pm: boolean;
  provisional: boolean;
};
/** A year, or null for all years together. */
export type YearChange = { year: number | null; before: YearAmount; after: YearAmount; difference: number };
type ThemeYears = { theme: string | null; years: YearChange[] };

/**
 * Before, after and difference of each theme in each year and over all years, and of all lines together.
 * Themes without a line on either side are left out.
 */
export function compareYears(
  before: readonly Side['lines'][number][],
  after: readonly Side['lines'][number][],
  { rates, themes, root, years }: Ways & { years: readonly number[] },
): { themes: ThemeYears[]; total: YearChange[] } {
  const amount = (lines: readonly Side['lines'][number][]): YearAmount => {
    const sum = inEuros(lines, rates);
    return {
      value: lines.length === 0 ? null : sum.cents,
      pm: sum.unknown > 0,
      provisional: sum.provisional > 0,
    };
  };
  const changes = (keep: (line: Side['lines'][number]) => boolean) =>
    [...years, null].map((year): YearChange => {
      const here = (line: Side['lines'][number]) => keep(line) && (year === null || line.year === year);
      const was = amount(before.filter(here));
      const is = amount(after.filter(here));
      return { year, before: was, after: is, difference: (is.value ?? 0) - (was.value ?? 0) };
    });
  const themeOf = (line: Side['lines'][number]) => (line.node === null ? null : root(line.node));
  return {
    themes: [...themes, null]
      .map((theme) => ({ theme, years: changes((line) => themeOf(line) === theme) }))
      .filter(({ years: of }) => of.some((one) => one.before.value !== null || one.after.value !== null)),
    total: changes(() => true),
  };
}
