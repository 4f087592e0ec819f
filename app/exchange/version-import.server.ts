import { type Json, sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import { measuresContent } from '#app/plan/measure.server.ts';
import { partsContent } from '#app/plan/plan-content.server.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { VersionEntry } from './document-file.ts';
import type { DocumentImport } from './document-import.server.ts';
import { importPlanParts } from './plan-part-import.server.ts';
import { importQuotes } from './report-exchange.server.ts';
import { richText } from './section-text.ts';

/**
 * What a draft holds: sections, measures, lines, allocation and attachments.
 * @returns what its frozen content holds beside sections and lines
 */
export async function importContent(
  task: DocumentImport,
  version: VersionEntry,
  versionId: string,
): Promise<Record<string, Json>> {
  const { tx, actor, book, scheme, document } = task;
  const { institutionId } = book;
  await insertAll(
    tx,
    'section',
    version.sections.map(({ question, node, unit, body }) => ({
      institutionId,
      sectionId: newId(),
      versionId,
      questionId: book.id('question', scheme.code, document.kind, question),
      nodeId: book.idOrNull('node', scheme.themes, node),
      unitId: book.idOrNull('unit', unit),
      body: JSON.stringify(richText(body)),
    })),
  );
  await importMeasures(task, version, versionId);
  await importPlanParts(task, version, versionId);
  await importQuotes(task, version, versionId);
  await importLines(task, version, versionId);
  await importAttachments(task, version, versionId);
  if (version.allocation) {
    const { rules, inputs, result } = version.allocation;
    const run = {
      rules: JSON.stringify(rules),
      inputs: JSON.stringify(inputs),
      result: JSON.stringify(result),
    };
    await tx
      .insertInto('allocationRun')
      .values({ institutionId, versionId, ...run })
      .execute();
  }
  return {
    ...(version.measures.length > 0 && { measures: await measuresContent(tx, actor, versionId) }),
    ...(version.allocation && { allocation: version.allocation }),
    ...(await partsContent(tx, actor, versionId)),
    ...(version.printed !== null && { printed: version.printed }),
  };
}

async function importMeasures(
  { tx, book, scheme, document }: DocumentImport,
  version: VersionEntry,
  versionId: string,
): Promise<void> {
  const own = { institutionId: book.institutionId, versionId };
  const idOf = (code: string) => book.id('measure', scheme.code, document.code, code);
  await insertAll(
    tx,
    'measureText',
    version.measures.map(({ code, node, serves: _, steps: __, ...rest }, sort) => ({
      ...own,
      measureId: idOf(code),
      nodeId: book.id('node', scheme.themes, node),
      ...rest,
      sort,
    })),
  );
  await insertAll(
    tx,
    'measureNode',
    version.measures.flatMap(({ code, serves }) =>
      serves.map(({ framework, node }) => ({
        ...own,
        measureId: idOf(code),
        nodeId: book.id('node', framework, node),
      })),
    ),
  );
}

async function importLines(
  { tx, book, scheme, document }: DocumentImport,
  version: VersionEntry,
  versionId: string,
): Promise<void> {
  const kind = scheme.documentKinds.find((one) => one.code === document.kind);
  const stageOf = (stage: Stage | null): Stage => {
    const found = stage ?? kind?.stage;
    if (!found) throw new Error('unchecked file: a line without stage');
    return found;
  };
  await insertAll(
    tx,
    'ledgerLine',
    version.lines.map(({ stage, fund, unit, node, measure, measureOf, cents, fteMilli, ...rest }, sort) => ({
      institutionId: book.institutionId,
      lineId: newId(),
      versionId,
      stage: stageOf(stage),
      schemeId: book.id('scheme', scheme.code),
      fundId: book.id('fund', scheme.code, fund),
      unitId: book.id('unit', unit),
      nodeId: book.idOrNull('node', scheme.themes, node),
      measureId: book.idOrNull('measure', scheme.code, measureOf ?? document.code, measure),
      ...rest,
      cents: rest.memo ? null : cents,
      fteMilli: rest.memo ? null : fteMilli,
      memoCents: rest.memo ? cents : null,
      memoFteMilli: rest.memo ? fteMilli : null,
      sort,
    })),
  );
}

async function importAttachments(
  { tx, book }: DocumentImport,
  version: VersionEntry,
  versionId: string,
): Promise<void> {
  const { institutionId } = book;
  for (const { name, mediaType, base64 } of version.attachments) {
    const bytes = Buffer.from(base64, 'base64');
    const sha = sha256(bytes);
    await tx
      .insertInto('file')
      .values({ institutionId, sha256: sha, bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('attachment')
      .values({ institutionId, attachmentId: newId(), versionId, sha256: sha, name, mediaType })
      .execute();
  }
}
