import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, Missing } from '#app/kernel/rejection.ts';
import { lockVersion, moveVersion } from './document.server.ts';
import { canRetract, type Retraction, retractPermission } from './version.ts';

type Retracting = {
  scheme: string;
  document: string;
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
  const rows = await tx
    .selectFrom('document as d')
    .innerJoin('scheme as s', (on) =>
      on.onRef('s.institutionId', '=', 'd.institutionId').onRef('s.schemeId', '=', 'd.schemeId'),
    )
    .innerJoin('documentKind as k', (on) =>
      on.onRef('k.institutionId', '=', 'd.institutionId').onRef('k.kindId', '=', 'd.kindId'),
    )
    .innerJoin('version as v', (on) =>
      on.onRef('v.institutionId', '=', 'd.institutionId').onRef('v.documentId', '=', 'd.documentId'),
    )
    .select(['d.unitId', 'k.stage', 'v.versionId', 'v.number'])
    .where('d.institutionId', '=', actor.institutionId)
    .where('s.code', '=', scheme)
    .where('d.code', '=', document)
    .where('v.status', '<>', 'draft')
    .orderBy('v.number')
    .execute();
  const wanted = rows.filter((row) => version === undefined || row.number === version).at(-1);
  if (!wanted) throw new Missing('version');
  if (!canRetract(actor, action, wanted)) throw forbidden(retractPermission(action, wanted.stage));
  const locked = await lockVersion(tx, actor, wanted.versionId);
  await moveVersion(tx, actor, locked, action, { note: reason });
  return { version: locked.number };
}
