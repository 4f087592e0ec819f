import { sql } from 'kysely';
import { type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { years } from '#app/kernel/period.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import { momentOf } from '#app/ledger/money.server.ts';
import { type FundingDocument, type FundingRow, type FundingStage, fundingRows } from './funding.ts';

type Named = { code: string; nameNl: string; nameEn: string };

/** What a page or machine must know of a scheme to speak of its funding. */
export type FundingFrame = {
  schemeId: string;
  code: string;
  firstYear: number;
  lastYear: number;
  funds: (Named & { fundId: string; own: boolean })[];
  /** the kinds of documents that carry funding, and the units of which they speak; the institution first */
  kinds: (Named & {
    kindId: string;
    stage: FundingStage;
    units: (Named & { unitId: string; inside: boolean })[];
  })[];
};

export type Funding = FundingFrame & { asOf: string; rows: FundingRow[]; documents: FundingDocument[] };

/**
 * The funding of a scheme on a day, as far as recorded by another: per fund and year, and the documents with all their versions. Two
 * statements.
 * @throws Missing
 */
export async function getFunding(
  tx: Tx,
  actor: Actor,
  {
    scheme,
    asOf,
    knownOn,
    now,
  }: { scheme: string; asOf?: string | null; knownOn?: string | null; now?: Date },
): Promise<Funding> {
  const known = knownOn ? momentOf(knownOn).at : null;
  const frame = await getFundingFrame(tx, actor, scheme, known);
  const moment = momentOf(asOf, now);
  const documents = await readDocuments(tx, actor, frame.schemeId, {
    asOf: moment.at,
    knownOn: known,
  });
  const rows = fundingRows(
    documents,
    frame.funds.map((fund) => fund.code),
    years(frame.firstYear, frame.lastYear),
  );
  return { ...frame, asOf: moment.date, rows, documents };
}

/** @param knownOn which funds there were as far as was known; today's when left out @throws Missing */
export async function getFundingFrame(
  tx: Tx,
  actor: Actor,
  scheme: string,
  knownOn: Date | null = null,
): Promise<FundingFrame> {
  const { rows } = await sql<FundingFrame>`
    select s.scheme_id, s.code, s.first_year, s.last_year,
      coalesce((select jsonb_agg(jsonb_build_object('fundId', f.fund_id, 'code', f.code, 'nameNl', f.name_nl,
                'nameEn', f.name_en, 'own', f.own) order by f.sort, f.code)
         from ${settingAt('fund', knownOn)} f where f.institution_id = s.institution_id and f.scheme_id = s.scheme_id), '[]') as funds,
      coalesce((select jsonb_agg(jsonb_build_object('kindId', k.kind_id, 'code', k.code, 'nameNl', k.name_nl,
                'nameEn', k.name_en, 'stage', k.stage, 'units', coalesce((select
                  jsonb_agg(jsonb_build_object('unitId', u.unit_id, 'code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en,
                    'inside', exists (select from unit_placement p where p.institution_id = u.institution_id and p.unit_id = u.unit_id))
                    order by not exists (select from unit_placement p where p.institution_id = u.institution_id
                                            and p.unit_id = u.unit_id) desc, u.sort, u.code)
                  from unit u where u.institution_id = k.institution_id and u.kind = any(k.unit_kinds)), '[]'))
                order by k.sort, k.code)
         from document_kind k where k.institution_id = s.institution_id and k.scheme_id = s.scheme_id
          and k.stage in ('expected', 'granted')), '[]') as kinds
      from scheme s where s.institution_id = ${actor.institutionId} and s.code = ${scheme}`.execute(tx);
  if (!rows[0]) throw new Missing('scheme');
  return rows[0];
}

async function readDocuments(
  tx: Tx,
  actor: Actor,
  schemeId: string,
  moment: VersionMoment,
): Promise<FundingDocument[]> {
  const { held } = versionAt(moment);
  // of what had not been recorded by then nothing is told, of a later day what lies ahead is
  const told = moment.knownOn === null ? sql`true` : sql`lower(i.recorded) <= ${moment.knownOn}::timestamptz`;
  const { rows } = await sql<FundingDocument>`
    with said as (
      select v.institution_id, v.document_id, v.version_id, v.number,
             jsonb_build_object('versionId', v.version_id, 'number', v.number, 'note', v.note, 'source', v.source,
               'hash', v.content_hash,
               'from', (min(lower(i.valid)) at time zone 'Europe/Amsterdam')::date,
               'inForce', bool_or(${held}),
               'lines', coalesce((select jsonb_agg(jsonb_build_object('fund', f.code, 'year', l.year,
                    'cents', coalesce(l.cents, l.memo_cents), 'provisional', l.mark is not distinct from 'provisional',
                    'memo', l.memo, 'note', l.note) order by f.sort, f.code, l.year)
                  from ledger_line l join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
                 where l.institution_id = v.institution_id and l.version_id = v.version_id), '[]'),
               'files', coalesce((select jsonb_agg(jsonb_build_object('attachmentId', a.attachment_id, 'name', a.name,
                    'mediaType', a.media_type, 'bytes', length(b.bytes)) order by a.name)
                  from attachment a join file b on b.institution_id = a.institution_id and b.sha256 = a.sha256
                 where a.institution_id = v.institution_id and a.version_id = v.version_id), '[]')) as version
        from version v
        join in_force i on i.institution_id = v.institution_id and i.version_id = v.version_id
       where v.institution_id = ${actor.institutionId} and v.status = 'adopted' and ${told}
       group by v.institution_id, v.version_id
    )
    select d.document_id, d.code, d.title,
           jsonb_build_object('unitId', u.unit_id, 'code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en,
             'inside', exists (select from unit_placement p where p.institution_id = u.institution_id and p.unit_id = u.unit_id)) as unit,
           jsonb_build_object('code', k.code, 'nameNl', k.name_nl, 'nameEn', k.name_en, 'stage', k.stage) as kind,
           jsonb_agg(s.version order by s.number) as versions
      from document d
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      join said s on s.institution_id = d.institution_id and s.document_id = d.document_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where d.institution_id = ${actor.institutionId} and d.scheme_id = ${schemeId}
       and k.stage in ('expected', 'granted')
     group by d.institution_id, d.document_id, k.institution_id, k.kind_id, u.institution_id, u.unit_id
     order by k.sort, k.code, d.first_year, u.sort, u.code, d.code`.execute(tx);
  return rows;
}
