import { getCycle } from '#app/cycle/cycle.server.ts';
import { comesIn, hasAcademic } from '#app/cycle/due-rule.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type Milestone, milestonesOf, monthBars, monthsOf } from './milestone.ts';

/**
 * The milestones of a scheme's cycle in a year, and the months in which each level works on them.
 * @param year the year asked for; null is the newest that was started, or the first that has a milestone
 * @throws Missing
 */
export async function getMilestones(
  tx: Tx,
  actor: Actor,
  { scheme, year, now }: { scheme: string; year: number | null; now: Date },
) {
  const cycle = await getCycle(tx, actor, { scheme, year, now });
  const steps = cycle.steps.filter((step) => step.milestone !== null);
  const first = Math.min(...steps.map((step) => step.firstYear));
  const last = Math.max(...steps.map((step) => step.lastYear));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter((one) =>
    steps.some((step) => comesIn(step, one)),
  );
  const shown = cycle.year ?? years[0] ?? Number(isoDate(now).slice(0, 4));
  const milestones: Milestone[] = milestonesOf(cycle.steps, cycle.moments, shown);
  // A year of the cycle is the calendar year here unless a milestone counts in academic ones.
  const academic = hasAcademic(steps.map((step) => step.rule));
  return {
    ...{ year: shown, years, academic, milestones },
    bars: monthBars(milestones, monthsOf(shown, academic), cycle.depths),
  };
}
