import type { Tx } from '#app/kernel/db.server.ts';
import { contentHash, sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { dateRange } from '#app/kernel/period.ts';
import { contentOf } from '#app/progress/progress.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import { decisionIdOf } from './council-import.server.ts';
import type { EvidenceFile } from './progress-file.ts';
import type { SchemeEntry } from './scheme-file.ts';

/** What units told of their measures, and the evidence; after documents, decisions and consultations. */
export async function importProgress(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const own = { institutionId, schemeId: book.id('scheme', scheme.code) };
  const statuses = scheme.progressStatuses.map((one, sort) => ({ ...own, statusId: newId(), ...one, sort }));
  await insertAll(tx, 'progressStatus', statuses);
  const statusIds = new Map(statuses.map((one) => [one.code, one.statusId]));
  await importReports(tx, book, { scheme, own, statusIds });
  await importEvidence(tx, book, { scheme, own });
  await importJudgements(tx, book, scheme);
}

async function importJudgements(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const counts = new Map<string, number>();
  await insertAll(
    tx,
    'promiseJudgement',
    scheme.promiseJudgements.map(({ document, measure, version, criterion, met, reason, by, at }) => {
      const key = [document, measure, version, criterion].join(' ');
      const number = (counts.get(key) ?? 0) + 1;
      counts.set(key, number);
      return {
        ...{ institutionId: book.institutionId, judgementId: newId(), number, met, reason },
        versionId: book.id('version', scheme.code, document, String(version)),
        measureId: book.id('measure', scheme.code, document, measure),
        nodeId: book.id('node', scheme.criteria!, criterion),
        ...{ judgedBy: by, judgedAt: at },
      };
    }),
  );
}

type Own = { institutionId: string; schemeId: string };
type Scope = { scheme: SchemeEntry; own: Own; statusIds: Map<string, string> };

type NewReport = SchemeEntry['progress'][number] & { reportId: string };

async function importReports(tx: Tx, book: CodeBook, { scheme, own, statusIds }: Scope): Promise<void> {
  const reports = scheme.progress.map((one): NewReport => ({ ...one, reportId: newId() }));
  const idOf = (one: NewReport, number: number) =>
    reports.find((other) => other.unit === one.unit && other.year === one.year && other.number === number)
      ?.reportId;
  // one is written at a time: what was submitted first stands before its correction begins
  const rounds = Map.groupBy(reports, (one) => one.number);
  for (const [, round] of [...rounds].toSorted(([a], [b]) => a - b)) {
    await insertAll(
      tx,
      'progressReport',
      round.map((one) => ({
        ...{ ...own, reportId: one.reportId, unitId: book.id('unit', one.unit), year: one.year },
        ...{ number: one.number, summary: one.summary, reason: one.reason },
        correctsId: one.number > 1 ? idOf(one, one.number - 1)! : null,
      })),
    );
    await importEntries(tx, book, { scheme, own, statusIds, reports: round });
    await submitAll(tx, { scheme, own }, round);
  }
}

async function importEntries(
  tx: Tx,
  book: CodeBook,
  { scheme, own, statusIds, reports }: Scope & { reports: readonly NewReport[] },
): Promise<void> {
  const { institutionId } = own;
  const entries = reports.flatMap(({ reportId, entries: told }) =>
    told.map(({ document, measure, version, status, steps, ...words }) => ({
      key: { institutionId, reportId, measureId: book.id('measure', scheme.code, document, measure) },
      versionId: book.id('version', scheme.code, document, String(version)),
      statusId: status === null ? null : statusIds.get(status)!,
      ...{ steps, words },
    })),
  );
  await insertAll(
    tx,
    'progressEntry',
    entries.map(({ key, versionId, statusId, words }) => ({ ...key, versionId, statusId, ...words })),
  );
  await insertAll(
    tx,
    'progressStep',
    entries.flatMap(({ key, steps }) => steps.map((step) => ({ ...key, ...step }))),
  );
}

async function submitAll(
  tx: Tx,
  { scheme, own: { institutionId } }: Omit<Scope, 'statusIds'>,
  reports: readonly NewReport[],
): Promise<void> {
  for (const { reportId, submittedAt, submittedBy, ...told } of reports) {
    if (submittedAt === null) continue;
    await tx
      .updateTable('progressReport')
      .set({
        submittedAt,
        submittedBy,
        contentHash: contentHash(contentOf({ scheme: scheme.code, ...told })),
      })
      .where('institutionId', '=', institutionId)
      .where('reportId', '=', reportId)
      .execute();
  }
}

async function importEvidence(
  tx: Tx,
  book: CodeBook,
  { scheme, own }: Omit<Scope, 'statusIds'>,
): Promise<void> {
  if (scheme.evidence.length === 0) return;
  const { institutionId } = own;
  const refer = await references(tx, book, scheme);
  const all = scheme.evidence.map((one) => ({ ...one, evidenceId: newId() }));
  for (const { file } of all) {
    if (!file) continue;
    const bytes = Buffer.from(file.base64, 'base64');
    await tx
      .insertInto('file')
      .values({ institutionId, sha256: sha256(bytes), bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await insertAll(
    tx,
    'evidence',
    all.map(
      ({ file, unit, periodFrom, periodThrough, version, decision, consultation, for: _, ...rest }) => ({
        ...own,
        ...rest,
        unitId: book.id('unit', unit),
        period: periodFrom || periodThrough ? dateRange(periodFrom, periodThrough) : null,
        sha256: file && sha256(Buffer.from(file.base64, 'base64')),
        fileName: file?.name ?? null,
        mediaType: file?.mediaType ?? null,
        ...refer({ version, decision, consultation }),
      }),
    ),
  );
  await insertAll(
    tx,
    'evidenceLink',
    all.flatMap(({ evidenceId, for: subjects }) =>
      subjects.map(({ measure, year, step, ...other }) => ({
        ...{ institutionId, linkId: newId(), evidenceId, year, step },
        measureId: measure && book.id('measure', scheme.code, measure.document, measure.measure),
        atVersionId: measure && book.id('version', scheme.code, measure.document, String(measure.version)),
        ...refer(other),
      })),
    ),
  );
}

type Target = Pick<EvidenceFile, 'version' | 'decision' | 'consultation'>;

async function references(tx: Tx, book: CodeBook, scheme: SchemeEntry) {
  const consultations = await tx
    .selectFrom('consultation')
    .select(['consultationId', 'sortDate', 'title'])
    .where('institutionId', '=', book.institutionId)
    .where('schemeId', '=', book.id('scheme', scheme.code))
    .execute();
  const held = new Map(consultations.map((one) => [`${one.sortDate} ${one.title}`, one.consultationId]));
  return ({ version, decision, consultation }: Target) => ({
    versionId: version && book.id('version', scheme.code, version.document, String(version.version)),
    decisionId: decision && decisionIdOf(book, scheme, decision),
    consultationId: consultation && held.get(`${consultation.date} ${consultation.title}`)!,
  });
}
