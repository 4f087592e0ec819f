import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import { importChanges } from './change-exchange.server.ts';
import type { CodeBook } from './code-book.ts';
import type { VersionEntry } from './document-file.ts';
import type { DocumentImport } from './document-import.server.ts';
import type { KindEntry, SchemeEntry } from './scheme-file.ts';

/** Steps of the measures, covered units, judgements and changes of a draft. */
export async function importPlanParts(
  task: DocumentImport,
  version: VersionEntry,
  versionId: string,
): Promise<void> {
  const { tx, book, scheme, document } = task;
  await importChanges(task, version, versionId);
  const own = { institutionId: book.institutionId, versionId };
  await insertAll(
    tx,
    'measureStep',
    version.measures.flatMap((measure) =>
      measure.steps.map(({ unit, ...step }, index) => ({
        ...own,
        measureId: book.id('measure', scheme.code, document.code, measure.code),
        unitId: book.idOrNull('unit', unit),
        ...step,
        sort: index + 1,
      })),
    ),
  );
  await insertAll(
    tx,
    'versionUnit',
    version.covers.map((unit) => ({ ...own, unitId: book.id('unit', unit) })),
  );
  await insertAll(
    tx,
    'requirementJudgement',
    version.judgements.map(({ requirement, met, reason, by, at }) => ({
      ...own,
      requirementId: book.id('requirement', scheme.code, document.kind, requirement),
      ...{ met, reason, judgedBy: by, judgedAt: new Date(at) },
    })),
  );
}

/** The requirements of a kind of document, after its questions. */
export async function importRequirements(
  tx: Tx,
  book: CodeBook,
  { scheme, kind }: { scheme: SchemeEntry; kind: KindEntry },
): Promise<void> {
  const { institutionId } = book;
  const kindId = book.id('kind', scheme.code, kind.code);
  const known = kind.requirements.map(({ questions, ...rest }, sort) => ({
    row: {
      institutionId,
      requirementId: book.set(newId(), 'requirement', scheme.code, kind.code, rest.code),
      kindId,
      ...rest,
      sort,
    },
    questions,
  }));
  await insertAll(
    tx,
    'requirement',
    known.map(({ row }) => row),
  );
  await insertAll(
    tx,
    'requirementQuestion',
    known.flatMap(({ row, questions }) =>
      questions.map((question) => ({
        institutionId,
        requirementId: row.requirementId,
        questionId: book.id('question', scheme.code, kind.code, question),
      })),
    ),
  );
}
