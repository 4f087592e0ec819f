import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { lockBody } from './body.server.ts';
import { type Charter, charterFields } from './charter.ts';
import type { charterInput } from './organisation.input.ts';
import { requireRevision } from './unit.server.ts';

/** The charter of a body. One statement. */
export async function getCharter(tx: Tx, institutionId: string, bodyId: string): Promise<Charter> {
  return tx
    .selectFrom('body')
    .select(charterFields)
    .where('institutionId', '=', institutionId)
    .where('bodyId', '=', bodyId)
    .executeTakeFirstOrThrow();
}

/** Lays down what a body is for. @throws Missing; Rejection `forbidden`, `conflict` */
export async function putCharter(
  tx: Tx,
  actor: Actor,
  code: string,
  { revision, ...charter }: z.output<typeof charterInput>,
): Promise<{ revision: number }> {
  const body = await lockBody(tx, actor, code);
  requireRevision(body, revision);
  const before = await getCharter(tx, actor.institutionId, body.bodyId);
  await tx
    .updateTable('body')
    .set({ ...charter, revision: revision + 1 })
    .where('institutionId', '=', actor.institutionId)
    .where('bodyId', '=', body.bodyId)
    .execute();
  await record(tx, actor, 'body.charter', { kind: 'body', id: body.bodyId }, { before, after: charter });
  return { revision: revision + 1 };
}
