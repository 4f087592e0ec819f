import { sql } from 'kysely';
import { presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { readLines, readMeasures } from './plan-part.server.ts';
import type { FamilyVersion } from './version-family.ts';

/**
 * The versions of a document, of the one it amends and of those that amend it, as they stood at a moment: the oldest
 * document first.
 */
export async function readFamily(
  tx: Tx,
  actor: Actor,
  { documentId, moment = presently }: { documentId: string; moment?: VersionMoment },
): Promise<FamilyVersion[]> {
  const { inForce, status, existed } = versionAt(moment);
  const { rows } = await sql<FamilyVersion>`
    select d.code as document, d.title, d.kind_id, d.unit_id, v.version_id, v.number, ${status} as status,
           v.content_hash, v.submitted_at, v.adopted_at, ${inForce} as in_force,
           case when d.document_id = o.document_id then 'own' when d.document_id = o.amends_id then 'amended'
             else 'amending' end as relation
      from document o
      join document d on d.institution_id = o.institution_id
           and (d.document_id = o.document_id or d.document_id = o.amends_id or d.amends_id = o.document_id)
      join version v on v.institution_id = d.institution_id and v.document_id = d.document_id and ${existed}
     where o.institution_id = ${actor.institutionId} and o.document_id = ${documentId}
     order by (d.document_id = o.amends_id) desc nulls last, (d.document_id = o.document_id) desc, d.code, v.number`.execute(
    tx,
  );
  const iso = (at: unknown) => (at instanceof Date ? at.toISOString() : (at as string | null));
  return rows.map((row) => ({ ...row, submittedAt: iso(row.submittedAt), adoptedAt: iso(row.adoptedAt) }));
}

export type SideContent = Awaited<ReturnType<typeof readSideContent>>;

/** The measures and the budget of a version. Two statements. */
export async function readSideContent(tx: Tx, actor: Actor, versionId: string) {
  return {
    measures: await readMeasures(tx, actor, versionId),
    lines: await readLines(tx, actor, versionId),
  };
}
