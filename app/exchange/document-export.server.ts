import type { Tx } from '#app/kernel/db.server.ts';
import { lower } from '#app/kernel/db.server.ts';
import { codesOf, tableRows } from './table-rows.server.ts';
import { exportContent } from './version-export.server.ts';

/** The documents of each scheme (by its code) with all their versions. */
export async function exportDocuments(tx: Tx, institutionId: string) {
  const schemes = codesOf(await tableRows(tx, institutionId, 'scheme'), 'schemeId');
  const kinds = codesOf(await tableRows(tx, institutionId, 'documentKind'), 'kindId');
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const documents = await tableRows(tx, institutionId, 'document');
  const documentCodes = codesOf(documents, 'documentId');
  const bodies = codesOf(await tableRows(tx, institutionId, 'body'), 'bodyId');
  const authors = await tableRows(tx, institutionId, 'documentAuthor', 'sort');
  const ended = await tableRows(tx, institutionId, 'measure');
  const versions = await exportVersions(tx, institutionId);
  const entries = documents.map(({ documentId, schemeId, kindId, unitId, amendsId, ...document }) => ({
    scheme: schemes.get(schemeId)!,
    entry: {
      code: document.code,
      kind: kinds.get(kindId),
      unit: units.get(unitId),
      title: document.title,
      firstYear: document.firstYear,
      lastYear: document.lastYear,
      amends: amendsId && documentCodes.get(amendsId),
      authors: authors
        .filter((one) => one.documentId === documentId)
        .map(({ bodyId, nameNl, nameEn, part, source }) => ({
          ...{ body: bodyId && bodies.get(bodyId), nameNl, nameEn, part, source },
        })),
      endedMeasures: ended
        .filter((measure) => measure.documentId === documentId && measure.endedFrom !== null)
        .map((measure) => ({ measure: measure.code, from: measure.endedFrom })),
      versions: versions.get(documentId) ?? [],
    },
  }));
  const byScheme = Map.groupBy(entries, (one) => one.scheme);
  return new Map([...byScheme].map(([scheme, list]) => [scheme, list.map((one) => one.entry)]));
}

async function exportVersions(tx: Tx, institutionId: string) {
  const versions = await tableRows(tx, institutionId, 'version');
  const force = await firstForce(tx, institutionId);
  const content = await exportContent(tx, institutionId);
  const entries = versions.map(({ versionId, documentId, number, status, note, source, ...at }) => ({
    documentId,
    entry: {
      ...{ number, status, note, source },
      createdAt: iso(at.createdAt),
      submittedAt: at.submittedAt && iso(at.submittedAt),
      adoptedAt: at.adoptedAt && iso(at.adoptedAt),
      inForce: force.get(versionId) ?? null,
      ...content(versionId),
    },
  }));
  const byDocument = Map.groupBy(entries, (one) => one.documentId);
  return new Map([...byDocument].map(([id, list]) => [id, list.map((one) => one.entry)]));
}

/**
 * From when a version is in force and when that was recorded, as it was put in force: of the rows that tell
 * of it, the one recorded first. Later rows only shorten it.
 */
async function firstForce(tx: Tx, institutionId: string) {
  const first = new Map<string, { from: string; recordedAt: string }>();
  for (const { versionId, valid, recorded } of await tableRows(tx, institutionId, 'inForce')) {
    const from = lower(valid);
    const recordedAt = lower(recorded);
    if (from === null || recordedAt === null) continue;
    const found = first.get(versionId);
    if (!found || Date.parse(recordedAt) < Date.parse(found.recordedAt)) {
      first.set(versionId, { from: iso(from), recordedAt: iso(recordedAt) });
    }
  }
  return first;
}

function iso(moment: Date | string): string {
  return new Date(moment).toISOString();
}
