import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { holdsOn } from '#app/organisation/organisation.ts';
import { listUnitsEver } from '#app/organisation/unit.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { listSteps } from './cycle.server.ts';
import { comesIn, type DueRule, dueDate } from './due-rule.ts';
import { canManageCycle } from './moment.ts';

/**
 * Makes the moments of a year, for every unit that exists on the day they are due. A year that was started
 * before gets what it lacks (a new unit, a new step); what is there stays as it is.
 * @returns how many moments were made
 * @throws Rejection `forbidden`, `cycle.nothing` (no step comes in that year), `cycle.complete`; Missing
 */
export async function startYear(
  tx: Tx,
  actor: Actor,
  { scheme, year }: { scheme: string; year: number },
): Promise<{ year: number; made: number }> {
  if (!canManageCycle(actor)) throw forbidden('cycle.manage');
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const steps = await listSteps(tx, actor, schemeId);
  const rules = new Map<string, DueRule>(steps.map((step) => [step.code, step.rule]));
  const { units } = await listUnitsEver(tx, institutionId);
  const wanted = steps
    .filter((step) => comesIn(step, year))
    .flatMap((step) => {
      const dueOn = dueDate(step.rule, year, rules);
      if (dueOn === null) return [];
      const startsOn = step.starts && dueDate(step.starts, year, rules);
      const meetsOn = step.meets && dueDate(step.meets, year, rules);
      return units
        .filter((unit) => step.unitKinds.includes(unit.kind) && holdsOn(unit, dueOn))
        .filter((unit) => canManageCycle(actor, unit.unitId))
        .map(({ unitId }) => ({ stepId: step.stepId, unitId, dueOn, startsOn, meetsOn }));
    });
  if (wanted.length === 0) throw new Rejection('cycle.nothing', { year: String(year) });
  const made = await tx
    .insertInto('moment')
    .values(
      wanted.map(({ dueOn, ...rest }) => ({
        ...{ institutionId, momentId: newId(), schemeId, year, ...rest },
        ...{ dueOn, firstDueOn: dueOn },
      })),
    )
    .onConflict((on) => on.columns(['institutionId', 'stepId', 'unitId', 'year']).doNothing())
    .returning('momentId')
    .execute();
  if (made.length === 0) throw new Rejection('cycle.complete', { year: String(year) });
  const after = { scheme, year, made: made.length };
  await record(tx, actor, 'cycle.start', { kind: 'scheme', id: schemeId }, { after });
  return { year, made: made.length };
}
