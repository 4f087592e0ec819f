import { sql } from 'kysely';
import type { RichDocument } from '#app/document/rich-text.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { quotedText } from '#app/plan/quote.ts';
import type { BlockSpec } from '#app/scheme/block.input.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { VersionEntry } from './document-file.ts';
import type { DocumentImport } from './document-import.server.ts';
import type { ReportQuestionEntry } from './report-file.ts';
import type { SchemeEntry } from './scheme-file.ts';
import { richText } from './section-text.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** The columns of a question that its report template fills. */
export function questionColumns(report: ReportQuestionEntry) {
  const { part = null, filled = false, fixedNl = '', fixedEn = '', blocks = [] } = report ?? {};
  return { part: part ?? 'chapter', asks: !filled, fixedNl, fixedEn, blocks: JSON.stringify(blocks) };
}

/** What the questions of a scheme draw on; after all its kinds, because the higher may stand before the lower. */
export async function importSources(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  await insertAll(
    tx,
    'questionSource',
    scheme.documentKinds.flatMap((kind) =>
      kind.questions.flatMap((one) =>
        (one.report?.drawsOn ?? []).map((source) => ({
          institutionId: book.institutionId,
          questionId: book.id('question', scheme.code, kind.code, one.code),
          sourceId: book.id('question', scheme.code, source.kind, source.question),
          yearsBefore: source.yearsBefore ?? 0,
        })),
      ),
    ),
  );
}

/** The report template of a question; null for one that is only asked. */
export async function exportTemplates(tx: Tx, institutionId: string) {
  const kinds = codesOf(await tableRows(tx, institutionId, 'documentKind', 'sort'), 'kindId');
  const questions = new Map(
    (await tableRows(tx, institutionId, 'question', 'sort')).map((one) => [one.questionId, one]),
  );
  const order = [...questions.keys()];
  const sources = Map.groupBy(
    (await tableRows(tx, institutionId, 'questionSource')).toSorted(
      (a, b) => order.indexOf(a.sourceId) - order.indexOf(b.sourceId),
    ),
    (one) => one.questionId,
  );
  type Row = {
    questionId: string;
    part: string;
    asks: boolean;
    fixedNl: string;
    fixedEn: string;
    blocks: unknown;
  };
  return ({ questionId, part, asks, fixedNl, fixedEn, ...rest }: Row) => {
    const blocks = rest.blocks as BlockSpec[];
    const drawsOn = (sources.get(questionId) ?? []).map(({ sourceId, yearsBefore }) => {
      const source = questions.get(sourceId)!;
      return { kind: kinds.get(source.kindId), question: source.code, yearsBefore: yearsBefore || null };
    });
    const plain = part === 'chapter' && asks && !fixedNl && !fixedEn && blocks.length + drawsOn.length === 0;
    if (plain) return null;
    return { part: part === 'chapter' ? null : part, filled: !asks, fixedNl, fixedEn, blocks, drawsOn };
  };
}

/** The quotes of a version, their words taken from the versions that they name. */
export async function importQuotes(
  { tx, book, scheme, document }: DocumentImport,
  version: VersionEntry,
  versionId: string,
): Promise<void> {
  if (version.quotes.length === 0) return;
  const { institutionId } = book;
  const { rows: hashes } = await sql<{ versionId: string; hash: string }>`
    select version_id, content_hash as hash from version
     where institution_id = ${institutionId} and content_hash is not null`.execute(tx);
  await insertAll(
    tx,
    'sectionQuote',
    version.quotes.map((quote, sort) => {
      const source = scheme.documents.find((one) => one.code === quote.document)!;
      const sourceVersionId = book.id('version', scheme.code, quote.document, String(quote.version));
      const section = source.versions
        .find((one) => one.number === quote.version)!
        .sections.find(
          (one) =>
            one.question === quote.ofQuestion && one.node === quote.ofNode && one.unit === quote.ofUnit,
        )!;
      const body = quotedText(richText(section.body) as unknown as RichDocument, quote.passages);
      return {
        institutionId,
        quoteId: newId(),
        versionId,
        questionId: book.id('question', scheme.code, document.kind, quote.question),
        nodeId: book.idOrNull('node', scheme.themes, quote.node),
        unitId: book.idOrNull('unit', quote.unit),
        sort,
        sourceVersionId,
        sourceHash: hashes.find((one) => one.versionId === sourceVersionId)!.hash,
        sourceQuestionId: book.id('question', scheme.code, source.kind, quote.ofQuestion),
        sourceNodeId: book.idOrNull('node', scheme.themes, quote.ofNode),
        sourceUnitId: book.idOrNull('unit', quote.ofUnit),
        passages: quote.passages,
        body: JSON.stringify(body),
      };
    }),
  );
}

/** The quotes, printed report and minutes of a version, by its id. */
export async function exportReportParts(tx: Tx, institutionId: string) {
  const { rows: quotes } = await sql<{ versionId: string }>`
    select sq.version_id, q.code as question, n.code as node, u.code as unit, d.code as document, v.number as version,
           oq.code as of_question, xn.code as of_node, xu.code as of_unit, sq.passages
      from section_quote sq
      join question q on q.institution_id = sq.institution_id and q.question_id = sq.question_id
      join version v on v.institution_id = sq.institution_id and v.version_id = sq.source_version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join question oq on oq.institution_id = sq.institution_id and oq.question_id = sq.source_question_id
      left join node n on n.institution_id = sq.institution_id and n.node_id = sq.node_id
      left join unit u on u.institution_id = sq.institution_id and u.unit_id = sq.unit_id
      left join node xn on xn.institution_id = sq.institution_id and xn.node_id = sq.source_node_id
      left join unit xu on xu.institution_id = sq.institution_id and xu.unit_id = sq.source_unit_id
     where sq.institution_id = ${institutionId}
     order by sq.version_id, sq.sort, sq.quote_id`.execute(tx);
  const { rows: frozen } = await sql<{ versionId: string; printed: Json; minutes: number | null }>`
    select version_id, content -> 'printed' as printed, minutes from version
     where institution_id = ${institutionId} and (content ? 'printed' or minutes is not null)`.execute(tx);
  const byVersion = Map.groupBy(quotes, (one) => one.versionId);
  const frozenBy = new Map(frozen.map((one) => [one.versionId, one]));
  return (versionId: string) => ({
    quotes: (byVersion.get(versionId) ?? []).map(({ versionId: _, ...quote }) => quote),
    printed: frozenBy.get(versionId)?.printed ?? null,
    minutes: frozenBy.get(versionId)?.minutes ?? null,
  });
}
