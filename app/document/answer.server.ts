import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Reason } from '#app/kernel/rejection.ts';
import type { LockedVersion } from './document.server.ts';
import { isEmptyRichText, type RichDocument } from './rich-text.ts';

type Asked = { text: string; place: string | null; body: RichDocument | null };

/**
 * The required questions of a document's kind that a version leaves open, in every place where they are
 * asked: once, per theme of the scheme, or per unit below the document's. One statement.
 * @returns refusals in the actor's language, for who submits documents without a page of gaps
 */
export async function openQuestions(tx: Tx, actor: Actor, version: LockedVersion): Promise<Reason[]> {
  const name = actor.locale === 'en' ? sql.ref('p.nameEn') : sql.ref('p.nameNl');
  const text = actor.locale === 'en' ? sql.ref('q.textEn') : sql.ref('q.textNl');
  const { rows } = await sql<Asked>`
    with recursive below(unit_id) as (
      select ${version.unitId}::uuid
      union select p.unit_id from unit_placement p join below b on p.parent_id = b.unit_id
       where p.institution_id = ${actor.institutionId} and p.valid @> current_date)
    select ${text} as text, ${name} as place, a.body
      from question q
      cross join lateral (
        select null::uuid as node_id, null::uuid as unit_id, null as name_nl, null as name_en, 0 as sort, '' as code
         where q.per = 'document'
        union all
        select n.node_id, null, n.name_nl, n.name_en, n.sort, n.code from scheme s
          join node n on n.institution_id = s.institution_id and n.framework_id = s.theme_framework_id
          left join scheme_exclusion x on x.institution_id = s.institution_id and x.scheme_id = s.scheme_id
               and x.node_id = n.node_id
         where q.per = 'theme' and s.institution_id = q.institution_id and s.scheme_id = ${version.schemeId}
           and n.parent_id is null and (q.node_id = n.node_id or q.node_id is null and x.node_id is null)
        union all
        select null, u.unit_id, u.name_nl, u.name_en, u.sort, u.code from below b
          join unit u on u.institution_id = q.institution_id and u.unit_id = b.unit_id
         where q.per = 'unit' and u.unit_id <> ${version.unitId}
           and (cardinality(q.unit_kinds) = 0 or u.kind = any(q.unit_kinds))) p
      left join section a on a.institution_id = q.institution_id and a.question_id = q.question_id
           and a.version_id = ${version.versionId} and a.node_id is not distinct from p.node_id
           and a.unit_id is not distinct from p.unit_id
     where q.institution_id = ${actor.institutionId} and q.kind_id = ${version.kindId} and q.required and q.asks
     order by q.sort, q.code, p.sort, p.code`.execute(tx);
  return rows
    .filter((one) => one.body === null || isEmptyRichText(one.body))
    .map(
      ({ text: question, place }): Reason =>
        place === null
          ? { code: 'plan.unanswered', params: { question } }
          : { code: 'plan.unanswered-place', params: { question, place } },
    );
}
