import {
  createDocument,
  createDraft,
  lockVersion,
  moveVersion,
  putInForce,
} from '#app/document/document.server.ts';
import type { VersionAction, VersionStatus } from '#app/document/version.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { freezeVersion } from '#app/ledger/freeze.server.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import { importDecisions } from './decision-import.server.ts';
import type { DocumentEntry, VersionEntry } from './document-file.ts';
import { importDossierEvents } from './dossier-exchange.server.ts';
import type { InstitutionFile } from './institution-file.ts';
import type { SchemeEntry } from './scheme-file.ts';
import { importContent } from './version-import.server.ts';

/** What the parts of a document's import share. */
export type DocumentImport = {
  tx: Tx;
  actor: Actor;
  book: CodeBook;
  file: InstitutionFile;
  scheme: SchemeEntry;
  document: DocumentEntry;
};

/** All documents of a scheme, version by version, with the dates at which things happened. */
export async function importDocuments(
  shared: Omit<DocumentImport, 'scheme' | 'document'>,
  scheme: SchemeEntry,
): Promise<void> {
  const firstDrafts = new Map<string, string>();
  for (const document of amendedFirst(scheme.documents)) {
    const versionId = await importIdentity({ ...shared, scheme, document });
    firstDrafts.set(document.code, versionId);
  }
  // after all documents: a line may be booked on a measure of another document; amended ones first, because changes
  // are stated from a version that is there
  for (const document of sourcesFirst(scheme.documents)) {
    const task = { ...shared, scheme, document };
    for (const version of document.versions.toSorted((a, b) => a.number - b.number)) {
      await importVersion(task, version, version.number === 1 ? firstDrafts.get(document.code)! : null);
    }
    await importForce(task);
  }
  for (const document of scheme.documents) await importDossierEvents({ ...shared, scheme, document });
}

/** As amendedFirst, with what is quoted before what quotes it: a quote names a version that is there. */
function sourcesFirst(documents: DocumentEntry[]): DocumentEntry[] {
  const byCode = new Map(documents.map((one) => [one.code, one]));
  const order = new Set<DocumentEntry>();
  const met = new Set<DocumentEntry>();
  const place = (document: DocumentEntry) => {
    if (met.has(document)) return;
    met.add(document);
    for (const { quotes } of document.versions) {
      for (const { document: source } of quotes) {
        const quoted = byCode.get(source);
        if (quoted && quoted !== document) place(quoted);
      }
    }
    order.add(document);
  };
  for (const document of amendedFirst(documents)) place(document);
  return [...order];
}

/** An amended document stands before the ones that amend it; the check of the file refuses circles. */
function amendedFirst(documents: DocumentEntry[]): DocumentEntry[] {
  const placed = new Set<string>();
  const order: DocumentEntry[] = [];
  while (order.length < documents.length) {
    const next = documents.filter((one) => !placed.has(one.code) && (!one.amends || placed.has(one.amends)));
    if (next.length === 0) throw new Error('unchecked file: documents amend each other');
    for (const one of next) placed.add(one.code);
    order.push(...next);
  }
  return order;
}

async function importIdentity({ tx, actor, book, scheme, document }: DocumentImport): Promise<string> {
  const { code, kind, unit, title, firstYear, lastYear, amends } = document;
  const { documentId, versionId } = await createDocument(tx, actor, {
    schemeId: book.id('scheme', scheme.code),
    kindId: book.id('kind', scheme.code, kind),
    unitId: book.id('unit', unit),
    ...{ code, title, firstYear, lastYear },
    amendsId: book.idOrNull('document', scheme.code, amends),
  });
  book.set(documentId, 'document', scheme.code, code);
  await insertAll(
    tx,
    'documentAuthor',
    document.authors.map(({ body, ...author }, sort) => ({
      ...{ institutionId: book.institutionId, authorId: newId(), documentId },
      ...{ ...author, bodyId: book.idOrNull('body', body), sort },
    })),
  );
  const createdAt = document.versions.map((version) => version.createdAt).toSorted()[0];
  await tx
    .updateTable('document')
    .set({ createdAt })
    .where('institutionId', '=', actor.institutionId)
    .where('documentId', '=', documentId)
    .execute();
  const measures = new Set(document.versions.flatMap((version) => version.measures.map((one) => one.code)));
  await insertAll(
    tx,
    'measure',
    [...measures].map((measure) => ({
      institutionId: actor.institutionId,
      measureId: book.set(newId(), 'measure', scheme.code, code, measure),
      documentId,
      code: measure,
      endedFrom: document.endedMeasures.find((ended) => ended.measure === measure)?.from ?? null,
    })),
  );
  return versionId;
}

/** The steps that bring a draft to where the file says it stands. */
const path: Record<VersionStatus, VersionAction[]> = {
  draft: [],
  submitted: [],
  returned: ['return'],
  adopted: ['adopt'],
  withdrawn: ['withdraw'],
};

async function importVersion(
  task: DocumentImport,
  version: VersionEntry,
  draftId: string | null,
): Promise<void> {
  const { tx, actor, book, scheme, document } = task;
  const { note, source, createdAt } = version;
  const documentId = book.id('document', scheme.code, document.code);
  const versionId = draftId ?? (await createDraft(tx, actor, { documentId, note, source }));
  book.set(versionId, 'version', scheme.code, document.code, String(version.number));
  await tx
    .updateTable('version')
    .set({ note, source, createdAt, minutes: version.minutes })
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', versionId)
    .execute();
  const parts = await importContent(task, version, versionId);
  if (version.status === 'draft') return;
  const at = new Date(version.submittedAt!);
  const hash = await freezeVersion(tx, actor, await lockVersion(tx, actor, versionId), { parts, at });
  await importDecisions(task, version, { versionId, hash });
  for (const action of path[version.status]) {
    const moved = await lockVersion(tx, actor, versionId);
    const when = action === 'adopt' ? { at: new Date(version.adoptedAt!) } : {};
    await moveVersion(tx, actor, moved, action, when);
  }
}

async function importForce({ tx, actor, book, scheme, document }: DocumentImport): Promise<void> {
  const inForce = document.versions
    .flatMap(({ number, inForce }) => (inForce ? [{ number, ...inForce }] : []))
    .toSorted((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
  for (const { number, from, recordedAt } of inForce) {
    await putInForce(tx, actor, {
      documentId: book.id('document', scheme.code, document.code),
      versionId: book.id('version', scheme.code, document.code, String(number)),
      from: new Date(from),
      recordedAt: new Date(recordedAt),
    });
  }
}
