import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';

/** A document as an address names it: the codes of its scheme and of itself. */
export type DocumentAddress = { scheme: string; document: string };

/** Every version of a document in order of number, with whose it is and what kind; empty for an unknown one. */
export async function listVersions(tx: Tx, actor: Actor, { scheme, document }: DocumentAddress) {
  return tx
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
    .select(['d.documentId', 'd.unitId', 'v.versionId', 'v.number', 'v.status', 'k.hasMeasures', 'k.stage'])
    .where('d.institutionId', '=', actor.institutionId)
    .where('s.code', '=', scheme)
    .where('d.code', '=', document)
    .orderBy('v.number')
    .execute();
}
