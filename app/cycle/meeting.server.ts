import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { lockMoment, type MomentAddress } from './moment.server.ts';
import { canManageCycle } from './moment.ts';

/**
 * Sets the day of the meeting at which the body treats a moment; null when it is not known (any more).
 * @throws Missing; Rejection `forbidden`, `conflict`
 */
export async function setMeeting(
  tx: Tx,
  actor: Actor,
  at: MomentAddress & { now: Date },
  input: { meetsOn: string | null; revision: number },
): Promise<{ revision: number }> {
  const before = await lockMoment(tx, actor, { ...at, revision: input.revision });
  if (!canManageCycle(actor, before.unitId)) throw forbidden('cycle.manage');
  const revision = before.revision + 1;
  await tx
    .updateTable('moment')
    .set({ meetsOn: input.meetsOn, revision })
    .where('institutionId', '=', actor.institutionId)
    .where('momentId', '=', before.momentId)
    .execute();
  await record(
    tx,
    actor,
    'moment.meeting',
    { kind: 'moment', id: before.momentId },
    { before: { meetsOn: before.meetsOn }, after: { meetsOn: input.meetsOn } },
  );
  return { revision };
}
