import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import type { Named } from '#app/plan/plan-part.server.ts';

/** What one report asked of those who wrote it. */
export type ReportBurden = {
  document: string;
  title: string;
  unit: Named;
  /** of the period that it tells of */
  firstYear: number;
  version: number;
  draft: boolean;
  /** answers written, in all places where a question is asked */
  written: number;
  /** passages of lower reports used instead of writing them again */
  quotes: number;
  /** null: nobody said */
  minutes: number | null;
};

/** What a template asks, what it takes from lower reports, and what it fills by itself. */
export type TemplateBurden = {
  kind: Named;
  levels: string[];
  asked: number;
  required: number;
  /** of those asked: for which lower answers stand ready */
  reused: number;
  /** chapters, tables and charts that nobody writes */
  computed: number;
  reports: ReportBurden[];
};

/**
 * The burden meter: the kinds of document in words of a scheme, with what each asks and what writing it took, and their
 * reports that were submitted or are being written, newest first. One statement.
 * @throws Missing
 */
export async function getBurden(
  tx: Tx,
  actor: Actor,
  { scheme }: { scheme: string },
): Promise<TemplateBurden[]> {
  const { rows } = await sql<TemplateBurden & { known: boolean }>`
    select json_build_object('code', k.code, 'nameNl', k.name_nl, 'nameEn', k.name_en) as kind, k.unit_kinds as levels,
           q.asked, q.required, q.reused, q.computed, coalesce(r.reports, '[]') as reports
      from scheme s
      join document_kind k on k.institution_id = s.institution_id and k.scheme_id = s.scheme_id and k.stage is null
      cross join lateral (
        select count(*) filter (where q.asks)::int as asked, count(*) filter (where q.asks and q.required)::int as required,
               count(*) filter (where q.asks and exists (select from question_source x
                 where x.institution_id = q.institution_id and x.question_id = q.question_id))::int as reused,
               coalesce(sum(jsonb_array_length(q.blocks)), 0)::int as computed
          from question q where q.institution_id = k.institution_id and q.kind_id = k.kind_id) q
      left join lateral (
        select json_agg(json_build_object('document', d.code, 'title', d.title, 'firstYear', d.first_year, 'version', v.number, 'draft', v.status = 'draft',
                 'unit', json_build_object('code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en),
                 'written', (select count(*) from section a where a.institution_id = v.institution_id and a.version_id = v.version_id),
                 'quotes', (select count(*) from section_quote a where a.institution_id = v.institution_id and a.version_id = v.version_id),
                 'minutes', (select sum(w.minutes) from version w where w.institution_id = d.institution_id
                               and w.document_id = d.document_id and w.number <= v.number))
                 order by d.first_year desc, u.sort, u.code) as reports
          from document d
          join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
          join lateral (select w.* from version w where w.institution_id = d.institution_id and w.document_id = d.document_id
                          and w.status in ('submitted', 'adopted', 'draft')
                         order by w.status = 'draft', w.number desc limit 1) v on true
         where d.institution_id = k.institution_id and d.kind_id = k.kind_id) r on true
     where s.institution_id = ${actor.institutionId} and s.code = ${scheme}
     order by k.sort, k.code`.execute(tx);
  if (rows.length > 0) return rows;
  const known = await tx
    .selectFrom('scheme')
    .select('schemeId')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', scheme)
    .executeTakeFirst();
  if (!known) throw new Missing('scheme');
  return [];
}

/** A question that draws on lower reports: what was asked there is not asked again. */
export type Reuse = {
  kind: string;
  textNl: string;
  textEn: string;
  sources: { kind: string; textNl: string; textEn: string; yearsBefore: number }[];
};

/** Which questions of a scheme draw on which, the highest report last. One statement. */
export async function listReuse(tx: Tx, actor: Actor, { scheme }: { scheme: string }): Promise<Reuse[]> {
  const { rows } = await sql<Reuse>`
    select k.code as kind, q.text_nl, q.text_en,
           json_agg(json_build_object('kind', sk.code, 'textNl', sq.text_nl, 'textEn', sq.text_en,
             'yearsBefore', x.years_before) order by sk.sort, sk.code, sq.sort, sq.code) as sources
      from scheme s
      join document_kind k on k.institution_id = s.institution_id and k.scheme_id = s.scheme_id
      join question q on q.institution_id = k.institution_id and q.kind_id = k.kind_id and q.asks
      join question_source x on x.institution_id = q.institution_id and x.question_id = q.question_id
      join question sq on sq.institution_id = x.institution_id and sq.question_id = x.source_id
      join document_kind sk on sk.institution_id = sq.institution_id and sk.kind_id = sq.kind_id
     where s.institution_id = ${actor.institutionId} and s.code = ${scheme}
     group by k.sort, k.code, q.sort, q.code, q.text_nl, q.text_en
     order by k.sort, k.code, q.sort, q.code`.execute(tx);
  return rows;
}
