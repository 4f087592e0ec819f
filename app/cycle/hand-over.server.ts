import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { holdsOn } from '#app/organisation/organisation.ts';
import { listUnitsEver } from '#app/organisation/unit.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { canManageCycle } from './moment.ts';
import { listMoments } from './moment-list.server.ts';
import { insertMoments } from './start.server.ts';

/**
 * Hands over what units still owed that are no more on the day: each such moment is cancelled with the reason, and
 * whatever took the unit's place gets the moment, unless it has one.
 * @param reason begins the reason of each; the name of the successor follows it
 * @throws Rejection `forbidden`, `cycle.no-gone`; Missing
 */
export async function handOver(
  tx: Tx,
  actor: Actor,
  { scheme, year, now, reason }: { scheme: string; year: number; now: Date; reason: string },
): Promise<{ closed: number; made: number }> {
  if (!canManageCycle(actor)) throw forbidden('cycle.manage');
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const all = await listMoments(tx, actor, { scheme, year }, isoDate(now));
  const gone = all.filter((one) => one.standing === 'gone' && canManageCycle(actor, one.unitId));
  if (gone.length === 0) throw new Rejection('cycle.no-gone', { year: String(year) });
  const { units } = await listUnitsEver(tx, institutionId);
  const links = await tx
    .selectFrom('unitSuccession')
    .select(['predecessorId', 'successorId'])
    .where('institutionId', '=', institutionId)
    .where('predecessorId', 'in', [...new Set(gone.map((one) => one.unitId))])
    .execute();
  const rows = await tx
    .selectFrom('moment')
    .select(['momentId', 'stepId', 'startsOn', 'meetsOn'])
    .where('institutionId', '=', institutionId)
    .where(
      'momentId',
      'in',
      gone.map((one) => one.momentId),
    )
    .where('stepId', 'is not', null)
    .execute();
  const wanted = rows.flatMap((row) => {
    const { unitId, nth, dueOn } = gone.find((one) => one.momentId === row.momentId)!;
    return links
      .filter((one) => one.predecessorId === unitId)
      .filter((one) => units.some((unit) => unit.unitId === one.successorId && holdsOn(unit, dueOn)))
      .map(({ successorId }) => ({
        ...{ stepId: row.stepId, unitId: successorId, year, nth, dueOn, topics: [] },
        ...{ startsOn: row.startsOn, meetsOn: row.meetsOn },
      }));
  });
  const made = wanted.length > 0 ? (await insertMoments(tx, actor, schemeId, wanted)).length : 0;
  for (const one of gone) {
    const heir = actor.locale === 'en' ? one.heirEn : one.heirNl;
    await tx
      .updateTable('moment')
      .set({ status: 'cancelled', reason: heir ? `${reason}: ${heir}` : reason, revision: one.revision + 1 })
      .where('institutionId', '=', institutionId)
      .where('momentId', '=', one.momentId)
      .execute();
  }
  const after = { scheme, year, closed: gone.length, made };
  await record(tx, actor, 'cycle.hand-over', { kind: 'scheme', id: schemeId }, { after });
  return { closed: gone.length, made };
}
