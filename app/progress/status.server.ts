import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, Missing, Rejection } from '#app/kernel/rejection.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import type { StatusInput } from './progress.input.ts';

/**
 * Adds a status to the words of a scheme, or changes one that was seen.
 * @throws Missing; Rejection `forbidden`, `conflict`
 */
export async function putStatus(
  tx: Tx,
  actor: Actor,
  scheme: string,
  { revision, ...input }: StatusInput,
): Promise<{ revision: number }> {
  if (!may(actor, 'admin.scheme')) throw forbidden('admin.scheme');
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const all = await statusesOf(tx, institutionId, schemeId);
  const stored = all.find((one) => one.code === input.code);
  if ((stored?.revision ?? 0) !== revision)
    throw new Rejection('conflict', { revision: stored?.revision ?? 0 });
  const statusId = stored?.statusId ?? newId();
  if (stored) {
    await tx
      .updateTable('progressStatus')
      .set({ ...input, revision: revision + 1 })
      .where('institutionId', '=', institutionId)
      .where('statusId', '=', statusId)
      .execute();
  } else {
    await tx
      .insertInto('progressStatus')
      .values({ institutionId, schemeId, statusId, ...input, sort: all.length })
      .execute();
  }
  const { statusId: _, ...before } = stored ?? { statusId };
  await record(
    tx,
    actor,
    'progress-status.put',
    { kind: 'progress_status', id: statusId },
    { before: stored ? before : null, after: { scheme, ...input } },
  );
  return { revision: revision + 1 };
}

/** Takes a status that no progress uses away. @throws Missing; Rejection `forbidden`, `conflict`, `progress.status-used` */
export async function removeStatus(
  tx: Tx,
  actor: Actor,
  { scheme, code }: { scheme: string; code: string },
  seen: { revision: number },
): Promise<void> {
  if (!may(actor, 'admin.scheme')) throw forbidden('admin.scheme');
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const stored = (await statusesOf(tx, institutionId, schemeId)).find((one) => one.code === code);
  if (!stored) throw new Missing('status');
  if (stored.revision !== seen.revision) throw new Rejection('conflict', { revision: stored.revision });
  const used = await tx
    .selectFrom('progressEntry')
    .select('reportId')
    .where('institutionId', '=', institutionId)
    .where('statusId', '=', stored.statusId)
    .limit(1)
    .executeTakeFirst();
  if (used) throw new Rejection('progress.status-used', { code });
  await tx
    .deleteFrom('progressStatus')
    .where('institutionId', '=', institutionId)
    .where('statusId', '=', stored.statusId)
    .execute();
  const { statusId, ...before } = stored;
  await record(tx, actor, 'progress-status.remove', { kind: 'progress_status', id: statusId }, { before });
}

function statusesOf(tx: Tx, institutionId: string, schemeId: string) {
  return tx
    .selectFrom('progressStatus')
    .select(['statusId', 'code', 'nameNl', 'nameEn', 'meaningNl', 'meaningEn', 'deviates', 'revision'])
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .forUpdate()
    .execute();
}
