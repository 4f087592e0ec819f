import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';

/** What of a scheme can itself be evidence: `v:document/number`, `d:decision`, `c:consultation`. */
export type EvidenceTargets = {
  value: string;
  label: string;
  group: 'version' | 'decision' | 'consultation';
}[];

/** Submitted versions, decisions with an outcome and consultations of a scheme, the newest first. One statement. */
export async function evidenceTargets(tx: Tx, actor: Actor, scheme: string): Promise<EvidenceTargets> {
  const { rows } = await sql<EvidenceTargets[number]>`
    with s as (select scheme_id from scheme where institution_id = ${actor.institutionId} and code = ${scheme}),
    versions as (
      select v.*, d.code, d.title from version v
        join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
       where v.institution_id = ${actor.institutionId} and d.scheme_id in (select scheme_id from s)
         and v.content_hash is not null)
    select value, label, "group" from (
      select 1 as part, 'v:' || code || '/' || number as value, title || ' (' || number || ')' as label, 'version' as "group",
             submitted_at::date as day from versions
      union all
      select 2, 'd:' || x.decision_id, b.name_nl || ': ' || v.title || ' (' || v.number || ')', 'decision', x.decided_on
        from decision x
        join versions v on v.institution_id = x.institution_id and v.version_id = x.version_id
        join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
       where x.outcome is not null
      union all
      select 3, 'c:' || c.consultation_id, c.title || ' (' || c.on_text || ')', 'consultation', c.sort_date
        from consultation c
       where c.institution_id = ${actor.institutionId} and c.scheme_id in (select scheme_id from s)) t
     order by part, day desc, label`.execute(tx);
  return rows;
}
