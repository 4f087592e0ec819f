import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { holdsOn, type Unit } from '#app/organisation/organisation.ts';
import { listUnitsEver } from '#app/organisation/unit.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { listSteps, type Step, type StepTopic } from './cycle.server.ts';
import { comesIn, type DueRule, daysOf, dueDates, hasDay } from './due-rule.ts';
import { topicsOn } from './meeting.ts';
import { canManageCycle } from './moment.ts';

/** A moment to be made, with the topics that return on its agenda. */
export type NewMoment = {
  stepId: string | null;
  unitId: string;
  year: number;
  nth: number;
  dueOn: string;
  startsOn?: string | null;
  meetsOn?: string | null;
  title?: string;
  bodyId?: string;
  topics: readonly StepTopic[];
};

/**
 * Makes the moments of a year, for every unit that exists on the day they are due, with the topics that return on
 * the agendas of its meetings. A year that was started before gets what it lacks (a new unit, a new step); what is
 * there stays as it is.
 * @returns how many moments were made, and the steps that should come in the year but count from one that does not
 * @throws Rejection `forbidden`, `cycle.nothing` (no step comes in that year), `cycle.complete`; Missing
 */
export async function startYear(
  tx: Tx,
  actor: Actor,
  { scheme, year }: { scheme: string; year: number },
): Promise<{ year: number; made: number; undated: string[] }> {
  if (!canManageCycle(actor)) throw forbidden('cycle.manage');
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const steps = await listSteps(tx, actor, schemeId);
  const { units } = await listUnitsEver(tx, institutionId);
  const wanted = foreseen(
    steps,
    units.filter((unit) => canManageCycle(actor, unit.unitId)),
    year,
  );
  if (wanted.length === 0) throw new Rejection('cycle.nothing', { year: String(year) });
  const made = (await insertMoments(tx, actor, schemeId, wanted)).length;
  if (made === 0) throw new Rejection('cycle.complete', { year: String(year) });
  const undated = steps
    .filter((step) => comesIn(step, year) && daysOf(step, year, steps).length === 0)
    .filter((step) => !isAgreed(step, steps))
    .map((step) => step.code);
  const after = { scheme, year, made };
  await record(tx, actor, 'cycle.start', { kind: 'scheme', id: schemeId }, { after });
  return { year, made, undated };
}

/** Is its day, or that of the step it counts from, agreed unit by unit? */
function isAgreed(step: Step, steps: readonly Step[]): boolean {
  const rules = new Map<string, DueRule>(steps.map((one) => [one.code, one.rule]));
  return dueDates(step.rule, step.firstYear, rules).length === 0 && hasDay(step.rule, step.firstYear, rules);
}

/** The moments that the steps foresee in a year, for each unit that is there on the day. Pure. */
export function foreseen(steps: readonly Step[], units: readonly Unit[], year: number): NewMoment[] {
  const rules = new Map<string, DueRule>(steps.map((step) => [step.code, step.rule]));
  return steps.flatMap((step) => {
    const days = daysOf(step, year, steps);
    const starts = step.starts ? dueDates(step.starts, year, rules) : [];
    const meets = step.meets ? dueDates(step.meets, year, rules) : [];
    const topics = topicsOn(step.topics, days);
    return days.flatMap((dueOn, i) =>
      units
        .filter((unit) => step.unitKinds.includes(unit.kind) && holdsOn(unit, dueOn))
        .map(({ unitId }) => ({
          ...{ stepId: step.stepId, unitId, year, nth: i + 1, dueOn, topics: topics[i]! },
          startsOn: starts[i] ?? starts[0] ?? null,
          meetsOn: meets[i] ?? meets[0] ?? null,
        })),
    );
  });
}

/** Inserts moments with their topics; one that is there stays as it is. @returns the ids of the new ones */
export async function insertMoments(
  tx: Tx,
  actor: Actor,
  schemeId: string,
  wanted: readonly NewMoment[],
): Promise<string[]> {
  const { institutionId } = actor;
  const rows = wanted.map(({ topics, ...rest }) => ({ topics, row: { ...rest, momentId: newId() } }));
  const made = await tx
    .insertInto('moment')
    .values(rows.map(({ row }) => ({ institutionId, schemeId, firstDueOn: row.dueOn, ...row })))
    .onConflict((on) => on.columns(['institutionId', 'stepId', 'unitId', 'year', 'nth']).doNothing())
    .returning('momentId')
    .execute();
  const ids = new Set(made.map((one) => one.momentId));
  const items = rows
    .filter(({ row }) => ids.has(row.momentId))
    .flatMap(({ topics, row }) =>
      topics.map(({ topicId }, sort) => ({
        ...{ institutionId, itemId: newId(), momentId: row.momentId, topicId, sort },
        kind: 'standing' as const,
      })),
    );
  if (items.length > 0) await tx.insertInto('agendaItem').values(items).execute();
  return rows.map(({ row }) => row.momentId).filter((id) => ids.has(id));
}
