import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';

type Names = { code: string; nameNl: string; nameEn: string };

/** What commitments, accounts and proposals of a scheme can refer to. */
export type CouncilFrame = {
  units: (Names & { unitId: string })[];
  bodies: (Names & { bodyId: string; kind: string; unitId: string })[];
  roles: Names[];
  documents: { code: string; title: string; unitNl: string; unitEn: string; versions: number[] }[];
  measures: { document: string; title: string; code: string; name: string }[];
  changes: { document: string; title: string; version: number; code: string; subject: string }[];
};

/** Everything that the forms offer. Two statements. @throws Missing */
export async function getCouncilFrame(tx: Tx, actor: Actor, scheme: string): Promise<CouncilFrame> {
  const { institutionId } = actor;
  const schemeId = await schemeIdOf(tx, institutionId, scheme);
  const { rows } = await sql<CouncilFrame>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('unitId', u.unit_id, 'code', u.code, 'nameNl', u.name_nl,
           'nameEn', u.name_en) order by u.sort, u.name_nl), '[]') from unit u
        where u.institution_id = ${institutionId} and u.valid @> current_date) as units,
      (select coalesce(jsonb_agg(jsonb_build_object('bodyId', b.body_id, 'code', b.code, 'kind', b.kind,
           'unitId', b.unit_id, 'nameNl', b.name_nl, 'nameEn', b.name_en) order by b.name_nl), '[]') from body b
        where b.institution_id = ${institutionId} and b.valid @> current_date) as bodies,
      (select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'nameNl', r.name_nl, 'nameEn', r.name_en)
           order by r.sort, r.code), '[]') from role r where r.institution_id = ${institutionId}) as roles,
      (select coalesce(jsonb_agg(jsonb_build_object('code', d.code, 'title', d.title, 'unitNl', u.name_nl,
           'unitEn', u.name_en, 'versions', d.versions) order by u.sort, d.first_year desc, d.title), '[]')
         from (select d.*, array(select v.number from version v where v.institution_id = d.institution_id
                  and v.document_id = d.document_id and v.status <> 'draft' order by v.number desc) as versions
                 from document d where d.institution_id = ${institutionId} and d.scheme_id = ${schemeId}) d
         join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id) as documents,
      (select coalesce(jsonb_agg(jsonb_build_object('document', d.code, 'title', d.title, 'code', m.code,
           'name', coalesce((select t.name from measure_text t join version w on w.institution_id = t.institution_id
                and w.version_id = t.version_id where t.institution_id = m.institution_id
                and t.measure_id = m.measure_id order by w.number desc limit 1), m.code)) order by d.title, m.code), '[]')
         from measure m join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
        where m.institution_id = ${institutionId} and d.scheme_id = ${schemeId}) as measures,
      (select coalesce(jsonb_agg(jsonb_build_object('document', d.code, 'title', d.title, 'version', v.number,
           'code', c.code, 'subject', coalesce(nullif(c.subject, ''), nullif(left(c.reason, 80), ''), c.code))
           order by d.title, v.number desc, c.sort), '[]')
         from plan_change c
         join version v on v.institution_id = c.institution_id and v.version_id = c.version_id
         join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
        where c.institution_id = ${institutionId} and d.scheme_id = ${schemeId} and v.status <> 'draft') as changes`.execute(
    tx,
  );
  return rows[0]!;
}
