import type { Tx } from '#app/kernel/db.server.ts';

/** The nodes of the other frameworks, to link to. */
export async function listOtherNodes(tx: Tx, institutionId: string, frameworkId: string) {
  return tx
    .selectFrom('node as n')
    .innerJoin('framework as f', (on) =>
      on.onRef('f.institutionId', '=', 'n.institutionId').onRef('f.frameworkId', '=', 'n.frameworkId'),
    )
    .select(['n.code', 'n.nameNl', 'n.nameEn'])
    .select(['f.code as framework', 'f.nameNl as frameworkNl', 'f.nameEn as frameworkEn'])
    .where('n.institutionId', '=', institutionId)
    .where('n.frameworkId', '!=', frameworkId)
    .orderBy('f.code')
    .orderBy('n.sort')
    .execute();
}
