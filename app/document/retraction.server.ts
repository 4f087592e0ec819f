import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, Missing } from '#app/kernel/rejection.ts';
import { lockVersion, moveVersion } from './document.server.ts';
import { canRetract, type Retraction, retractPermission } from './version.ts';
import { type DocumentAddress, listVersions } from './version-list.server.ts';

type Retracting = DocumentAddress & {
  /** its number; the newest that is not a draft when left out */
  version?: number;
  action: Retraction;
  reason: string;
};

/**
 * Takes a submitted version of any kind of document out of the running, with the reason: those who decide on
 * it return it to its writers, those who submitted it withdraw it. It stays as it was submitted. What was
 * asked of a body about it lapses: nothing is left to decide on; what a body decided stands in its dossier.
 * @throws Missing; Rejection `forbidden`, `version.wrong-status`
 */
export async function retractVersion(
  tx: Tx,
  actor: Actor,
  { scheme, document, version, action, reason }: Retracting,
): Promise<{ version: number }> {
  const submitted = (await listVersions(tx, actor, { scheme, document })).filter(
    (row) => row.status !== 'draft',
  );
  const wanted = submitted.filter((row) => version === undefined || row.number === version).at(-1);
  if (!wanted) throw new Missing('version');
  if (!canRetract(actor, action, wanted)) throw forbidden(retractPermission(action, wanted.stage));
  const locked = await lockVersion(tx, actor, wanted.versionId);
  await moveVersion(tx, actor, locked, action, { note: reason });
  return { version: locked.number };
}
