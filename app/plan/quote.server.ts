import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { RichDocument } from '#app/document/rich-text.ts';
import type { VersionStatus } from '#app/document/version.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { lockAnswers, type PlanAddress } from './draft.server.ts';
import type { Named } from './plan-part.server.ts';
import { carriedPassages, quotedText } from './quote.ts';
import { findPlace, type SectionPlace } from './section.server.ts';

/** A quote as it stands in an answer, with what its source says by now. */
export type Quote = {
  quoteId: string;
  question: string;
  node: string | null;
  unit: string | null;
  body: RichDocument;
  passages: number[];
  source: {
    document: string;
    title: string;
    version: number;
    hash: string;
    unit: Named;
    kind: Named;
    question: string;
    node: string | null;
    unitCode: string | null;
  };
  /** a version of the source that was submitted after the quoted one; its answer is null when that is gone */
  newer: { version: number; status: VersionStatus; body: RichDocument | null } | null;
};

const namedOf = (alias: string) =>
  sql.raw(`json_build_object('code', ${alias}.code, 'nameNl', ${alias}.name_nl, 'nameEn', ${alias}.name_en)`);

/** The quotes of a version in the order in which they stand. One statement. */
export async function readQuotes(tx: Tx, actor: Actor, versionId: string): Promise<Quote[]> {
  const { rows } = await sql<Quote>`
    select x.quote_id, q.code as question, n.code as node, u.code as unit, x.body, x.passages,
           json_build_object('document', d.code, 'title', d.title, 'version', v.number, 'hash', x.source_hash,
             'unit', ${namedOf('du')}, 'kind', ${namedOf('k')}, 'question', xq.code, 'node', xn.code,
             'unitCode', xu.code) as source,
           case when w.version_id is not null then json_build_object('version', w.number, 'status', w.status,
             'body', s.body) end as newer
      from section_quote x
      join question q on q.institution_id = x.institution_id and q.question_id = x.question_id
      join question xq on xq.institution_id = x.institution_id and xq.question_id = x.source_question_id
      join version v on v.institution_id = x.institution_id and v.version_id = x.source_version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join unit du on du.institution_id = d.institution_id and du.unit_id = d.unit_id
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      left join node n on n.institution_id = x.institution_id and n.node_id = x.node_id
      left join unit u on u.institution_id = x.institution_id and u.unit_id = x.unit_id
      left join node xn on xn.institution_id = x.institution_id and xn.node_id = x.source_node_id
      left join unit xu on xu.institution_id = x.institution_id and xu.unit_id = x.source_unit_id
      left join lateral (select l.version_id, l.number, l.status from version l
          where l.institution_id = v.institution_id and l.document_id = v.document_id and l.number > v.number
            and l.status in ('submitted', 'adopted') order by l.number desc limit 1) w on true
      left join section s on s.institution_id = x.institution_id and s.version_id = w.version_id
           and s.question_id = x.source_question_id and s.node_id is not distinct from x.source_node_id
           and s.unit_id is not distinct from x.source_unit_id
     where x.institution_id = ${actor.institutionId} and x.version_id = ${versionId}
     order by q.sort, q.code, n.sort, u.sort, x.sort, x.quote_id`.execute(tx);
  return rows;
}

/** A passage that somebody chose: of which document, version and answer. */
export type Chosen = {
  document: string;
  version: number;
  question: string;
  node?: string | null;
  unit?: string | null;
  passages: number[];
};

/**
 * Quotes passages of lower reports in an answer of a draft, behind what is quoted there already.
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`, `quote.not-drawn`, `quote.not-submitted`
 */
export async function addQuotes(
  tx: Tx,
  actor: Actor,
  { chosen, ...place }: SectionPlace & { chosen: readonly Chosen[] },
): Promise<{ quotes: string[] }> {
  const version = await lockAnswers(tx, actor, place);
  const found = await findPlace(tx, actor, version, place);
  const { institutionId } = actor;
  const quotes: string[] = [];
  for (const one of chosen) {
    const source = await findSource(
      tx,
      actor,
      { schemeId: version.schemeId, questionId: found.questionId },
      one,
    );
    const quoteId = newId();
    const body = quotedText(source.body, one.passages);
    await sql`
      insert into section_quote (institution_id, quote_id, version_id, question_id, node_id, unit_id, sort,
        source_version_id, source_hash, source_question_id, source_node_id, source_unit_id, passages, body)
      select ${institutionId}, ${quoteId}, ${version.versionId}, ${found.questionId}, ${found.nodeId}, ${found.unitId},
             coalesce((select max(sort) + 1 from section_quote where institution_id = ${institutionId}
                        and version_id = ${version.versionId}), 0),
             ${source.versionId}, ${source.hash}, ${source.questionId}, ${source.nodeId}, ${source.unitId},
             ${one.passages}::integer[], ${JSON.stringify(body)}::jsonb`.execute(tx);
    const after = { ...one, node: one.node ?? null, unit: one.unit ?? null, hash: source.hash };
    await record(tx, actor, 'quote.add', { kind: 'version', id: version.versionId }, { after });
    quotes.push(quoteId);
  }
  return { quotes };
}

type Source = {
  versionId: string;
  hash: string | null;
  status: VersionStatus;
  questionId: string;
  nodeId: string | null;
  unitId: string | null;
  body: RichDocument;
  drawn: boolean;
};

/** The submitted answer that is quoted. */
async function findSource(
  tx: Tx,
  actor: Actor,
  { schemeId, questionId }: { schemeId: string; questionId: string },
  { document, version, question, node = null, unit = null }: Chosen,
): Promise<Source> {
  const { rows } = await sql<Source>`
    select v.version_id, v.content_hash as hash, v.status, s.question_id, s.node_id, s.unit_id, s.body,
           exists (select from question_source qs where qs.institution_id = s.institution_id
              and qs.question_id = ${questionId} and qs.source_id = s.question_id) as drawn
      from document d
      join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
      join section s on s.institution_id = v.institution_id and s.version_id = v.version_id
      join question q on q.institution_id = s.institution_id and q.question_id = s.question_id
      left join node n on n.institution_id = s.institution_id and n.node_id = s.node_id
      left join unit u on u.institution_id = s.institution_id and u.unit_id = s.unit_id
     where d.institution_id = ${actor.institutionId} and d.scheme_id = ${schemeId} and d.code = ${document}
       and v.number = ${version} and q.code = ${question} and n.code is not distinct from ${node}
       and u.code is not distinct from ${unit}`.execute(tx);
  const [source] = rows;
  if (!source) throw new Missing('section');
  if (!source.drawn) throw new Rejection('quote.not-drawn', { document });
  if (source.hash === null) throw new Rejection('quote.not-submitted', { document });
  return source;
}

type QuoteAt = PlanAddress & { quote: string };

/** A quote of the draft, locked with it. @throws Missing; Rejection `forbidden`, `plan.no-draft` */
async function lockQuote(tx: Tx, actor: Actor, { quote, ...plan }: QuoteAt) {
  const version = await lockAnswers(tx, actor, plan);
  const found = (await readQuotes(tx, actor, version.versionId)).find((one) => one.quoteId === quote);
  if (!found) throw new Missing('quote');
  return { version, found };
}

const told = ({ question, source, passages }: Quote) => {
  const { document, version, hash } = source;
  return { question, document, version, hash, passages };
};

/** Takes a quote out of a draft. @throws Missing; Rejection `forbidden`, `plan.no-draft` */
export async function removeQuote(tx: Tx, actor: Actor, at: QuoteAt): Promise<void> {
  const { version, found } = await lockQuote(tx, actor, at);
  await tx
    .deleteFrom('sectionQuote')
    .where('institutionId', '=', actor.institutionId)
    .where('quoteId', '=', found.quoteId)
    .execute();
  const subject = { kind: 'version', id: version.versionId };
  await record(tx, actor, 'quote.remove', subject, { before: told(found) });
}

/**
 * Puts what the newest submitted version of the source says in the place of what was quoted.
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`, `quote.nothing-newer`
 */
export async function takeOverQuote(tx: Tx, actor: Actor, at: QuoteAt): Promise<void> {
  const { version, found } = await lockQuote(tx, actor, at);
  const { newer, source, body, passages } = found;
  if (!newer?.body) throw new Rejection('quote.nothing-newer', { document: source.title });
  const kept = carriedPassages(body, passages, newer.body);
  const { rows } = await sql<{ hash: string }>`
    update section_quote x set source_version_id = v.version_id, source_hash = v.content_hash,
           passages = ${kept}::integer[], body = ${JSON.stringify(quotedText(newer.body, kept))}::jsonb
      from version o, version v
     where x.institution_id = ${actor.institutionId} and x.quote_id = ${found.quoteId}
       and o.institution_id = x.institution_id and o.version_id = x.source_version_id
       and v.institution_id = o.institution_id and v.document_id = o.document_id and v.number = ${newer.version}
    returning x.source_hash as hash`.execute(tx);
  const after = { ...told(found), version: newer.version, hash: rows[0]!.hash, passages: kept };
  const subject = { kind: 'version', id: version.versionId };
  await record(tx, actor, 'quote.take-over', subject, { before: told(found), after });
}
