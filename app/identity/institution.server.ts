import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';

/** The actor's institution: its names, and the notice that every page of a fictional one carries. */
export async function getInstitution(tx: Tx, actor: Actor) {
  return tx
    .selectFrom('institution')
    .select(['code', 'nameNl', 'nameEn', 'noticeNl', 'noticeEn'])
    .where('institutionId', '=', actor.institutionId)
    .executeTakeFirstOrThrow();
}
