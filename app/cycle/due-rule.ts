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

type Counted = Extract<DueRule, { year: string }>;

/** The calendar year in which a month of the rule's year falls. */
function yearOf(rule: Counted, year: number, month: number): number {
  const later = rule.year === 'academic' && month < academicMonth ? 1 : 0;
  return year + rule.offset + later;
}

/** A day of a month; one that the month lacks is its last. */
function onDay(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${two(month)}-${two(Math.min(day, last))}`;
}

/** The first such day of the week on or after a day; 1 is Monday. */
function firstWeekday(date: string, weekday: number): string {
  const stands = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return dayAfter(date, (weekday - stands + 7) % 7);
}

/** A day of the nth full week of a month. */
function inWeek(year: number, month: number, { nth, weekday }: { nth: number; weekday: number }): string {
  const monday = firstWeekday(onDay(year, month, 1), 1);
  return dayAfter(monday, (nth - 1) * 7 + weekday - 1);
}

/**
 * The days on which a step is due in a year of the cycle, as ISO dates, the first first.
 * @param rules the rules of all steps by code, for those that count from another step
 * @returns none when the rule counts from a step that is not there or in a circle, or has no day of its own
 */
export function dueDates(rule: DueRule, year: number, rules: ReadonlyMap<string, DueRule>): string[] {
  return resolve(rule, year, { rules, seen: new Set() });
}

/** The only or first day of the year; null when there is none. */
export function dueDate(rule: DueRule, year: number, rules: ReadonlyMap<string, DueRule>): string | null {
  return dueDates(rule, year, rules)[0] ?? null;
}

/**
 * Does a rule give a day, for some unit in some year? What counts from a step whose day is agreed unit by unit does.
 */
export function hasDay(rule: DueRule, year: number, rules: ReadonlyMap<string, DueRule>): boolean {
  if (dueDate(rule, year, rules) !== null) return true;
  const seen = new Set<string>();
  let at: DueRule | undefined = rule;
  while (at?.kind === 'from' && !seen.has(at.step)) {
    seen.add(at.step);
    at = rules.get(at.step);
  }
  return at !== undefined && at.kind === 'agreed';
}

type Walk = { rules: ReadonlyMap<string, DueRule>; seen: ReadonlySet<string> };

function resolve(rule: DueRule, year: number, { rules, seen }: Walk): string[] {
  switch (rule.kind) {
    case 'day': {
      const date = onDay(yearOf(rule, year, rule.month), rule.month, rule.day);
      return [rule.before ? dayAfter(date, -1) : date];
    }
    case 'week':
      return [inWeek(yearOf(rule, year, rule.month), rule.month, rule)];
    case 'from': {
      const other = rules.get(rule.step);
      if (!other || seen.has(rule.step)) return [];
      const from = resolve(other, year, { rules, seen: new Set([...seen, rule.step]) });
      return from.map((date) => dayAfter(date, rule.count * (rule.unit === 'week' ? 7 : 1)));
    }
    case 'months':
      return [...new Set(rule.months)]
        .map((month) => {
          const at = yearOf(rule, year, month);
          return rule.day === null ? inWeek(at, month, rule) : onDay(at, month, rule.day);
        })
        .toSorted();
    case 'weekly': {
      const last = onDay(yearOf(rule, year, rule.through), rule.through, 31);
      const dates: string[] = [];
      let date = firstWeekday(onDay(yearOf(rule, year, rule.month), rule.month, 1), rule.weekday);
      for (; date <= last; date = dayAfter(date, rule.every * 7)) dates.push(date);
      return dates;
    }
    case 'agreed':
      return [];
  }
}

/** Does a step come in this year of the cycle? */
export function comesIn(
  step: { firstYear: number; lastYear: number; everyYears: number },
  year: number,
): boolean {
  return year >= step.firstYear && year <= step.lastYear && (year - step.firstYear) % step.everyYears === 0;
}

type Coming = { code: string; rule: DueRule; firstYear: number; lastYear: number; everyYears: number };

/**
 * The days of a step in a year; none when it does not come in it, or when what it counts from does not: four weeks
 * after a review is no day in a year without one.
 */
export function daysOf(step: Coming, year: number, steps: readonly Coming[]): string[] {
  for (let at: Coming | undefined = step, left = steps.length + 1; at && left > 0; left -= 1) {
    if (!comesIn(at, year)) return [];
    const { rule }: Coming = at;
    at = rule.kind === 'from' ? steps.find((one) => one.code === rule.step) : undefined;
  }
  return dueDates(step.rule, year, new Map(steps.map(({ code, rule }) => [code, rule])));
}

/** Do any of the rules count in academic years? Then a year of the cycle is named 2025-2026. */
export function hasAcademic(rules: readonly DueRule[]): boolean {
  return rules.some((rule) => 'year' in rule && rule.year === 'academic');
}
