import { dayAfter } from '#app/kernel/period.ts';
import type { DueRule } from './due-rule.input.ts';

export type { DueRule } from './due-rule.input.ts';

/**
 * When a step of a cycle is due, as data. A cycle has years: year 2025 is the calendar year 2025 and the
 * academic year that begins in it, so that steps of both kinds stand in one cycle.
 */

/** The month in which the academic year begins, on its first day (WHW art. 1.1, under k). */
const academicMonth = 9;

const two = (value: number) => String(value).padStart(2, '0');

/** The calendar year in which a month of the rule's year falls. */
function yearOf(rule: Extract<DueRule, { month: number }>, year: number): number {
  const later = rule.year === 'academic' && rule.month < academicMonth ? 1 : 0;
  return year + rule.offset + later;
}

/**
 * The day on which a step is due in a year of the cycle, as an ISO date.
 * @param rules the rules of all steps by code, for those that count from another step
 * @returns null when the rule counts from a step that is not there, or in a circle
 */
export function dueDate(rule: DueRule, year: number, rules: ReadonlyMap<string, DueRule>): string | null {
  return resolve(rule, year, rules, new Set());
}

function resolve(
  rule: DueRule,
  year: number,
  rules: ReadonlyMap<string, DueRule>,
  seen: ReadonlySet<string>,
): string | null {
  switch (rule.kind) {
    case 'day': {
      const at = yearOf(rule, year);
      const last = new Date(Date.UTC(at, rule.month, 0)).getUTCDate();
      const date = `${at}-${two(rule.month)}-${two(Math.min(rule.day, last))}`;
      return rule.before ? dayAfter(date, -1) : date;
    }
    case 'week': {
      const first = `${yearOf(rule, year)}-${two(rule.month)}-01`;
      const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
      const monday = dayAfter(first, (7 - weekday) % 7);
      return dayAfter(monday, (rule.nth - 1) * 7 + rule.weekday - 1);
    }
    case 'from': {
      const other = rules.get(rule.step);
      if (!other || seen.has(rule.step)) return null;
      const from = resolve(other, year, rules, new Set([...seen, rule.step]));
      return from && dayAfter(from, rule.count * (rule.unit === 'week' ? 7 : 1));
    }
  }
}

/** Does a step come in this year of the cycle? */
export function comesIn(
  step: { firstYear: number; lastYear: number; everyYears: number },
  year: number,
): boolean {
  return year >= step.firstYear && year <= step.lastYear && (year - step.firstYear) % step.everyYears === 0;
}

/** Do any of the rules count in academic years? Then a year of the cycle is named 2025-2026. */
export function hasAcademic(rules: readonly DueRule[]): boolean {
  return rules.some((rule) => rule.kind !== 'from' && rule.year === 'academic');
}
