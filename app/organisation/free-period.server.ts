import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import type { FreePeriod } from './free-period.ts';
import type { freePeriodInput } from './organisation.input.ts';
import { requireRevision } from './unit.server.ts';

export type KeptPeriod = FreePeriod & { periodId: string; revision: number };

/** The recess periods and free days, oldest first; of those that end on or after a day when one is given. */
export async function listFreePeriods(
  tx: Tx,
  institutionId: string,
  since: string | null = null,
): Promise<KeptPeriod[]> {
  const rows = await tx
    .selectFrom('freePeriod')
    .select(['periodId', 'kind', 'nameNl', 'nameEn', 'firstDay as from', 'lastDay as through'])
    .select('revision')
    .where('institutionId', '=', institutionId)
    .$if(since !== null, (query) => query.where('lastDay', '>=', since))
    .orderBy('firstDay')
    .orderBy('lastDay')
    .execute();
  return rows;
}

/** May this actor change the calendar of the institution? */
export function canEditCalendar(actor: Actor): boolean {
  return may(actor, 'admin.organisation');
}

function requireEditor(actor: Actor): void {
  if (!canEditCalendar(actor)) throw forbidden('admin.organisation');
}

/** A period by its id and the revision of it that was seen. */
export type PeriodAt = { periodId: string; revision: number };

/**
 * Adds a recess period or a free day, or changes one. Terms that were asked before keep their last day.
 * @param at the one that changes; null for a new one
 * @throws Missing; InvalidInput `field.period`, `free-period.overlaps`, `free-period.long`; Rejection `forbidden`,
 *   `conflict`
 */
export async function putFreePeriod(
  tx: Tx,
  actor: Actor,
  at: PeriodAt | null,
  { from, through = from, ...rest }: z.output<typeof freePeriodInput>,
): Promise<PeriodAt> {
  requireEditor(actor);
  const before = at && (await lockPeriod(tx, actor, at));
  const all = await listFreePeriods(tx, actor.institutionId);
  const errors: InvalidInput['errors'] = [];
  if (through < from) errors.push({ path: 'through', code: 'field.period', params: {} });
  const days = (Date.parse(through) - Date.parse(from)) / 86_400_000;
  if (days > 120) errors.push({ path: 'through', code: 'free-period.long', params: { days: days + 1 } });
  const over = all.find(
    (one) =>
      one.periodId !== at?.periodId && one.kind === rest.kind && one.from <= through && from <= one.through,
  );
  if (over) errors.push({ path: 'from', code: 'free-period.overlaps', params: { name: over.nameNl } });
  if (errors.length > 0) throw new InvalidInput(errors);
  const id = at?.periodId ?? newId();
  const revision = at ? at.revision + 1 : 1;
  const values = { ...rest, firstDay: from, lastDay: through, revision };
  await tx
    .insertInto('freePeriod')
    .values({ institutionId: actor.institutionId, periodId: id, ...values })
    .onConflict((conflict) => conflict.columns(['institutionId', 'periodId']).doUpdateSet(values))
    .execute();
  const after = { ...rest, from, through };
  await record(tx, actor, 'free-period.put', { kind: 'free-period', id }, { before, after });
  return { periodId: id, revision };
}

/** Takes a period out of the calendar. @throws Missing; Rejection `forbidden`, `conflict` */
export async function removeFreePeriod(tx: Tx, actor: Actor, at: PeriodAt): Promise<{ removed: boolean }> {
  requireEditor(actor);
  const { nameNl, from, through } = await lockPeriod(tx, actor, at);
  await tx
    .deleteFrom('freePeriod')
    .where('institutionId', '=', actor.institutionId)
    .where('periodId', '=', at.periodId)
    .execute();
  const before = { nameNl, firstDay: from, lastDay: through };
  await record(tx, actor, 'free-period.remove', { kind: 'free-period', id: at.periodId }, { before });
  return { removed: true };
}

/** A period as it stands, locked, if it stands as it was seen. @throws Missing; Rejection `conflict` */
async function lockPeriod(tx: Tx, actor: Actor, { periodId, revision }: PeriodAt): Promise<FreePeriod> {
  if (!/^[0-9a-f-]{36}$/.test(periodId)) throw new Missing('free-period');
  const found = await tx
    .selectFrom('freePeriod')
    .select(['kind', 'nameNl', 'nameEn', 'firstDay as from', 'lastDay as through', 'revision'])
    .where('institutionId', '=', actor.institutionId)
    .where('periodId', '=', periodId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new Missing('free-period');
  requireRevision(found, revision);
  const { revision: _, ...stands } = found;
  return stands;
}
