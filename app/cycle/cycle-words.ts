import type { Stage } from '#app/ledger/ledger.ts';
import type { DueRule } from './due-rule.ts';
import type { Product, Standing } from './moment.ts';

/** What pages about the cycle say in the same way. Pure. */

/** The tone that repeats what a standing says in words. */
export const standingTone = {
  done: 'ok',
  late: 'warn',
  cancelled: 'neutral',
  gone: 'warn',
  overdue: 'error',
  busy: 'accent',
  soon: 'accent',
  open: 'neutral',
} as const satisfies Record<Standing, string>;

/** A year of a cycle as it is named: 2025, or 2025-2026 when it counts in academic years. */
export function yearName(year: number, academic: boolean): string {
  return academic ? `${year}\u2013${year + 1}` : String(year);
}

type RuleWords = {
  key: string;
  params: Record<string, string | number>;
  /** months to be named, as first days of a leap year */
  months?: string[];
};

const inLeapYear = (month: number, day = 1) =>
  `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The message key of a due rule and its parameters; dates come as ISO day of a leap year, to be formatted. */
export function ruleWords(rule: DueRule): RuleWords {
  if (rule.kind === 'agreed') return { key: 'cycle.rule.agreed', params: {} };
  if (rule.kind === 'from') {
    const { count, unit, step } = rule;
    const when = count < 0 ? 'before' : count > 0 ? 'after' : 'same';
    return { key: 'cycle.rule.from', params: { count: Math.abs(count), unit, step, when } };
  }
  const distance = rule.offset === 0 ? '' : rule.offset > 0 ? 'Later' : 'Earlier';
  const year = `${rule.year}${distance}`;
  if (rule.kind === 'months') {
    const { months, day, nth, weekday } = rule;
    const often = months.length === 12 ? 'all' : String(months.length);
    const params = { often, day: day ?? 0, nth, weekday, year };
    const inOrder = rule.year === 'academic' ? months.toSorted(byAcademic) : months.toSorted((a, b) => a - b);
    return { key: 'cycle.rule.months', params, months: inOrder.map((month) => inLeapYear(month)) };
  }
  if (rule.kind === 'weekly') {
    const { weekday, every } = rule;
    const months = [inLeapYear(rule.month), inLeapYear(rule.through)];
    return { key: 'cycle.rule.weekly', params: { weekday, every, year }, months };
  }
  if (rule.kind === 'week') {
    const { nth, weekday } = rule;
    return { key: 'cycle.rule.week', params: { nth, weekday, year, date: inLeapYear(rule.month) } };
  }
  const last = new Date(Date.UTC(2024, rule.month, 0)).getUTCDate();
  const date = inLeapYear(rule.month, Math.min(rule.day, last));
  return { key: 'cycle.rule.day', params: { before: String(rule.before), year, date } };
}

const byAcademic = (a: number, b: number) => ((a + 3) % 12) - ((b + 3) % 12);

/** Where a document is read, by the stage of its lines. */
export function documentHref(
  scheme: string,
  one: { document: string; stage: Stage | null; unit: string; covered: number },
): string {
  const base = `/schemes/${scheme}`;
  if (one.stage === 'granted' || one.stage === 'expected') return `${base}/funding`;
  if (one.stage === 'allocated') return `${base}/allocation/${one.document}`;
  if (one.stage === 'realised') return `${base}/realisation/${one.unit}/${one.covered}`;
  return `${base}/plans/${one.document}`;
}

/** Where a unit writes and hands in its progress or its indicators over a year. */
export function handedHref(one: {
  scheme: string;
  product: Product | null;
  unit: string;
  covered: number;
}): string {
  const part = one.product === 'indicators' ? 'indicators/fill' : 'progress';
  return `/schemes/${one.scheme}/${part}/${one.unit}/${one.covered}`;
}

/** The address of a moment. */
export function momentHref(one: { scheme: string; momentId: string }): string {
  return `/schemes/${one.scheme}/cycle/${one.momentId}`;
}
