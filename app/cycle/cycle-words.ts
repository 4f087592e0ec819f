import type { Stage } from '#app/ledger/ledger.ts';
import type { DueRule } from './due-rule.ts';
import type { Standing } from './moment.ts';

/** What pages about the cycle say in the same way. Pure. */

/** The tone that repeats what a standing says in words. */
export const standingTone = {
  done: 'ok',
  late: 'warn',
  cancelled: 'neutral',
  overdue: 'error',
  busy: 'accent',
  soon: 'accent',
  open: 'neutral',
} as const satisfies Record<Standing, string>;

/** A year of a cycle as it is named: 2025, or 2025-2026 when it counts in academic years. */
export function yearName(year: number, academic: boolean): string {
  return academic ? `${year}\u2013${year + 1}` : String(year);
}

/** The message key of a due rule and its parameters; dates come as ISO day of a leap year, to be formatted. */
export function ruleWords(rule: DueRule): { key: string; params: Record<string, string | number> } {
  if (rule.kind === 'from') {
    const { count, unit, step } = rule;
    const when = count < 0 ? 'before' : count > 0 ? 'after' : 'same';
    return { key: 'cycle.rule.from', params: { count: Math.abs(count), unit, step, when } };
  }
  const distance = rule.offset === 0 ? '' : rule.offset > 0 ? 'Later' : 'Earlier';
  const year = `${rule.year}${distance}`;
  const month = String(rule.month).padStart(2, '0');
  if (rule.kind === 'week') {
    const { nth, weekday } = rule;
    return { key: 'cycle.rule.week', params: { nth, weekday, year, date: `2024-${month}-01` } };
  }
  const last = new Date(Date.UTC(2024, rule.month, 0)).getUTCDate();
  const day = String(Math.min(rule.day, last)).padStart(2, '0');
  return {
    key: 'cycle.rule.day',
    params: { before: String(rule.before), year, date: `2024-${month}-${day}` },
  };
}

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

/** The address of a moment. */
export function momentHref(one: { scheme: string; momentId: string }): string {
  return `/schemes/${one.scheme}/cycle/${one.momentId}`;
}
