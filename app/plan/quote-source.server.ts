import { sql } from 'kysely';
import type { RichDocument } from '#app/document/rich-text.ts';
import type { VersionStatus } from '#app/document/version.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import type { Named } from './plan-part.server.ts';

/** What one lower report answers; no document when it was not begun, no version when it was not submitted. */
export type LowerAnswer = {
  /** code of the question of the higher report */
  asked: string;
  kind: Named;
  /** the question of the lower report */
  question: string;
  textNl: string;
  textEn: string;
  unit: Named;
  document: string | null;
  title: string | null;
  version: number | null;
  status: VersionStatus | null;
  hash: string | null;
  node: string | null;
  unitCode: string | null;
  body: RichDocument | null;
};

type Asked = {
  head: { schemeId: string; kindId: string; unitId: string; firstYear: number; lastYear: number };
  /** of this question only; of all when left out */
  question?: string;
  /** the theme or unit for which it is answered */
  node?: string | null;
  unit?: string | null;
};

/**
 * The answers that a report draws on: of each unit at or below its own (or below the unit it is asked for), what the
 * newest submitted version of the lower report says, and which units have none yet. A unit that is gone counts with
 * the reports that it wrote. One statement.
 */
export async function readLower(
  tx: Tx,
  actor: Actor,
  { head, question, node = null, unit = null }: Asked,
): Promise<LowerAnswer[]> {
  const { institutionId } = actor;
  const { rows } = await sql<LowerAnswer>`
    with recursive below(unit_id) as (
      select coalesce((select unit_id from unit where institution_id = ${institutionId} and code = ${unit}), ${head.unitId}::uuid)
      union select p.unit_id from unit_placement p join below b on p.parent_id = b.unit_id
       where p.institution_id = ${institutionId}),
    source as (
      select q.code as asked, q.sort as place, qs.source_id, qs.years_before, sq.code, sq.sort, sq.per, sq.text_nl,
             sq.text_en, k.kind_id, k.unit_kinds,
             json_build_object('code', k.code, 'nameNl', k.name_nl, 'nameEn', k.name_en) as kind
        from question q
        join question_source qs on qs.institution_id = q.institution_id and qs.question_id = q.question_id
        join question sq on sq.institution_id = qs.institution_id and sq.question_id = qs.source_id
        join document_kind k on k.institution_id = sq.institution_id and k.kind_id = sq.kind_id
       where q.institution_id = ${institutionId} and q.kind_id = ${head.kindId}
         and (${question ?? null}::text is null or q.code = ${question ?? null}))
    select c.asked, c.kind, c.code as question, c.text_nl, c.text_en,
           json_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en) as unit,
           d.code as document, d.title, v.number as version, v.status, v.content_hash as hash,
           n.code as node, su.code as unit_code, s.body
      from source c
      join unit u on u.institution_id = ${institutionId} and u.kind = any(c.unit_kinds)
           and u.unit_id in (select unit_id from below)
      left join document d on d.institution_id = u.institution_id and d.kind_id = c.kind_id and d.unit_id = u.unit_id
           and d.first_year <= ${head.lastYear} - c.years_before and d.last_year >= ${head.firstYear} - c.years_before
      left join lateral (select w.version_id, w.number, w.status, w.content_hash from version w
          where w.institution_id = d.institution_id and w.document_id = d.document_id
            and w.status in ('submitted', 'adopted') order by w.number desc limit 1) v on true
      left join section s on s.institution_id = u.institution_id and s.version_id = v.version_id
           and s.question_id = c.source_id
      left join node n on n.institution_id = s.institution_id and n.node_id = s.node_id
      left join unit su on su.institution_id = s.institution_id and su.unit_id = s.unit_id
     where (d.document_id is not null or u.valid @> current_date)
       and (${node}::text is null or n.code is null or n.code = ${node})
     order by c.place, c.asked, u.sort, u.code, d.first_year, c.sort, c.code, n.sort, su.sort`.execute(tx);
  return rows;
}

/** Where passages of a document are quoted, and whether the quoted version is still the newest submitted one. */
export type QuotedIn = {
  document: string;
  title: string;
  unit: Named;
  version: number;
  status: VersionStatus;
  ofVersion: number;
  newest: number;
};

/** The versions that quote a document, those that count now: its newest per document, newest first. One statement. */
export async function listQuotedIn(tx: Tx, actor: Actor, documentId: string): Promise<QuotedIn[]> {
  const { rows } = await sql<QuotedIn>`
    select distinct on (d.title, d.document_id) d.code as document, d.title,
           json_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en) as unit, v.number as version,
           v.status, min(o.number) over (partition by v.version_id) as of_version,
           (select max(w.number) from version w where w.institution_id = o.institution_id
               and w.document_id = o.document_id and w.status in ('submitted', 'adopted')) as newest
      from version o
      join section_quote x on x.institution_id = o.institution_id and x.source_version_id = o.version_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
           and v.status in ('draft', 'submitted', 'adopted')
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where o.institution_id = ${actor.institutionId} and o.document_id = ${documentId}
     order by d.title, d.document_id, v.number desc`.execute(tx);
  return rows;
}

/** Copies the quotes of a version into the next draft of its document. */
export async function copyQuotes(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  await sql`
    insert into section_quote (institution_id, quote_id, version_id, question_id, node_id, unit_id, sort,
      source_version_id, source_hash, source_question_id, source_node_id, source_unit_id, passages, body)
    select institution_id, gen_random_uuid(), ${to}, question_id, node_id, unit_id, sort, source_version_id, source_hash,
           source_question_id, source_node_id, source_unit_id, passages, body
      from section_quote where institution_id = ${actor.institutionId} and version_id = ${from}`.execute(tx);
}

/** The quotes as the frozen content holds them, each with the hash of the version it comes from; nothing without any. */
export async function quotesContent(tx: Tx, actor: Actor, versionId: string): Promise<Record<string, Json>> {
  const { rows } = await sql<Record<string, Json>>`
    select q.code as question, n.code as node, u.code as unit, d.code as document, v.number as version,
           x.source_hash as hash, xq.code as of_question, xn.code as of_node, xu.code as of_unit, x.passages, x.body
      from section_quote x
      join question q on q.institution_id = x.institution_id and q.question_id = x.question_id
      join question xq on xq.institution_id = x.institution_id and xq.question_id = x.source_question_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.source_version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      left join node n on n.institution_id = x.institution_id and n.node_id = x.node_id
      left join unit u on u.institution_id = x.institution_id and u.unit_id = x.unit_id
      left join node xn on xn.institution_id = x.institution_id and xn.node_id = x.source_node_id
      left join unit xu on xu.institution_id = x.institution_id and xu.unit_id = x.source_unit_id
     where x.institution_id = ${actor.institutionId} and x.version_id = ${versionId}
     order by x.sort, x.quote_id`.execute(tx);
  return rows.length > 0 ? { quotes: rows } : {};
}
