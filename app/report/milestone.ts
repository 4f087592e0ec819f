import type { Step } from '#app/cycle/cycle.server.ts';
import { comesIn, type DueRule, dueDate } from '#app/cycle/due-rule.ts';
import type { Moment } from '#app/cycle/moment-list.server.ts';

/**
 * The milestones of a cycle in one year: what must be there when, on which level, with which right of whom and
 * at which meeting. From the steps, and from the moments where the year was started. Pure.
 */

export type Milestone = {
  step: Step;
  /** the days on which it is due, first to last: units may differ once moments were moved */
  due: string[];
  /** the meetings at which bodies treat it */
  meets: string[];
  /** from when work on it runs: the first day of any unit; null when not known */
  startsOn: string | null;
  /** the body, when one and the same stands in all moments */
  body: { nameNl: string; nameEn: string } | null;
};

/** @param year the year of the cycle; moments of other years and cancelled ones do not count */
export function milestonesOf(steps: readonly Step[], moments: readonly Moment[], year: number): Milestone[] {
  const rules = new Map<string, DueRule>(steps.map((step) => [step.code, step.rule]));
  return steps
    .filter((step) => step.milestone !== null && comesIn(step, year))
    .toSorted((a, b) => a.milestone! - b.milestone!)
    .map((step) => {
      const own = moments.filter((one) => one.step === step.code && one.year === year);
      const held = own.filter((one) => one.status !== 'cancelled');
      // Before the year was started, the rules say what it will be.
      const dated = own.length > 0 ? held : [foreseen(step, year, rules)];
      const bodies = new Set(held.map((one) => one.bodyId));
      const body = bodies.size === 1 ? held[0]! : null;
      return {
        step,
        due: days(dated.map((one) => one.dueOn)),
        meets: days(dated.map((one) => one.meetsOn)),
        startsOn: days(dated.map((one) => one.startsOn))[0] ?? null,
        body: body?.bodyNl && body.bodyEn ? { nameNl: body.bodyNl, nameEn: body.bodyEn } : null,
      };
    });
}

function foreseen(step: Step, year: number, rules: ReadonlyMap<string, DueRule>) {
  const on = (rule: DueRule | null) => rule && dueDate(rule, year, rules);
  return { dueOn: on(step.rule), meetsOn: on(step.meets), startsOn: on(step.starts) };
}

const days = (all: readonly (string | null)[]) => [...new Set(all.filter((day) => day !== null))].toSorted();

/** The months of a cycle's year, as `2018-05`: from January, or from September for an academic year. */
export function monthsOf(year: number, academic: boolean): string[] {
  return Array.from({ length: 12 }, (_, i) => {
    const at = new Date(Date.UTC(year, (academic ? 8 : 0) + i, 1));
    return at.toISOString().slice(0, 7);
  });
}

/** One level of the organisation over the months of a year. */
export type MonthBar = {
  level: string;
  months: {
    month: string;
    /** work on a milestone of this level runs in it */
    runs: boolean;
    /** places, among the milestones, of what is due in it */
    due: number[];
  }[];
  /** places of milestones of which it is not known from when work runs */
  open: number[];
  /** places of milestones that are due outside these months */
  outside: number[];
};

/**
 * In which months each level works on its milestones. Where it is not known from when, only the month in which
 * it is due is marked: a bar is never guessed.
 * @param depths how deep the units of a kind stand in the tree: the deepest level comes first
 */
export function monthBars(
  milestones: readonly Milestone[],
  months: readonly string[],
  depths: ReadonlyMap<string, number> = new Map(),
): MonthBar[] {
  const depth = (level: string) => depths.get(level) ?? 0;
  const levels = [...new Set(milestones.flatMap(({ step }) => step.unitKinds))].toSorted(
    (a, b) => depth(b) - depth(a),
  );
  return levels.map((level) => {
    const own = milestones.filter(({ step }) => step.unitKinds.includes(level));
    const place = ({ step }: Milestone) => step.milestone!;
    const runs = (month: string) =>
      own.some(({ startsOn, due }) => {
        const last = due.at(-1)?.slice(0, 7);
        return startsOn !== null && last !== undefined && startsOn.slice(0, 7) <= month && month <= last;
      });
    return {
      level,
      months: months.map((month) => ({
        month,
        runs: runs(month),
        due: own.filter(({ due }) => due.some((day) => day.startsWith(month))).map(place),
      })),
      open: own.filter(({ startsOn }) => startsOn === null).map(place),
      outside: own
        .filter(({ due }) => due.length > 0 && !due.some((day) => months.includes(day.slice(0, 7))))
        .map(place),
    };
  });
}
