import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { BundleAnswer, BundleStatus } from './coherence.ts';
import type { Named } from './plan-part.server.ts';

/** A proposal to do together what several plans mean to do each, with the answers of their units. */
export type Bundle = {
  bundleId: string;
  goal: Named & { key: string };
  name: string;
  reason: string;
  status: BundleStatus;
  ending: string;
  proposedOn: string;
  /** the joint measure that came of it */
  measure: { document: string; code: string } | null;
  revision: number;
  /** the measures that it takes together, as their plans call them now */
  parts: { measureId: string; document: string; code: string; name: string; unitId: string }[];
  answers: {
    unitId: string;
    unit: Named;
    answer: BundleAnswer | null;
    reason: string;
    answeredOn: string | null;
  }[];
};

/** The proposals of a scheme, those that wait first, then the newest. One statement. */
export async function listBundles(tx: Tx, actor: Actor, schemeId: string): Promise<Bundle[]> {
  const { rows } = await sql<Bundle>`
    select b.bundle_id, b.name, b.reason, b.status, b.ending, b.proposed_on, b.revision,
           json_build_object('code', n.code, 'nameNl', n.name_nl, 'nameEn', n.name_en,
             'key', f.code || '/' || n.code) as goal,
           case when b.measure_id is null then null
                else json_build_object('document', jd.code, 'code', jm.code) end as measure,
           (select json_agg(json_build_object('measureId', p.measure_id, 'document', d.code, 'code', m.code,
                     'unitId', d.unit_id, 'name', coalesce((select t.name from measure_text t
                       join version v on v.institution_id = t.institution_id and v.version_id = t.version_id
                      where t.institution_id = p.institution_id and t.measure_id = p.measure_id
                      order by v.status = 'draft', v.number desc limit 1), m.code))
                     order by d.code, m.code)
              from bundle_part p
              join measure m on m.institution_id = p.institution_id and m.measure_id = p.measure_id
              join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
             where p.institution_id = b.institution_id and p.bundle_id = b.bundle_id) as parts,
           (select json_agg(json_build_object('unitId', a.unit_id, 'answer', a.answer, 'reason', a.reason,
                     'answeredOn', a.answered_on, 'unit',
                     json_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en))
                     order by u.sort, u.code)
              from bundle_answer a
              join unit u on u.institution_id = a.institution_id and u.unit_id = a.unit_id
             where a.institution_id = b.institution_id and a.bundle_id = b.bundle_id) as answers
      from bundle b
      join node n on n.institution_id = b.institution_id and n.node_id = b.node_id
      join framework f on f.institution_id = n.institution_id and f.framework_id = n.framework_id
      left join measure jm on jm.institution_id = b.institution_id and jm.measure_id = b.measure_id
      left join document jd on jd.institution_id = jm.institution_id and jd.document_id = jm.document_id
     where b.institution_id = ${actor.institutionId} and b.scheme_id = ${schemeId}
     order by b.status <> 'proposed', b.proposed_on desc, b.name, b.bundle_id`.execute(tx);
  return rows;
}
