import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { placeKey } from '#app/realisation/realisation.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import { canonicalFinance, type FinanceEntry, type PlaceEntry } from './finance-file.ts';
import type { SchemeEntry } from './scheme-file.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** Files of the finance system and what was made of them, after documents, layouts and rules. */
export async function importFinance(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { files, parts, corrections, forecastBasis } = scheme.finance;
  if (files.length + parts.length + corrections.length + forecastBasis.length === 0) return;
  const { institutionId } = book;
  const schemeId = book.id('scheme', scheme.code);
  const layouts = new Map(
    (await tableRows(tx, institutionId, 'intakeLayout')).map((one) => [one.signature, one.layoutId]),
  );
  const versions = await versionIds(tx, institutionId, schemeId);
  const versionOf = ({ document, version }: { document: string; version: number }) => {
    const found = versions.get(`${document} ${version}`);
    if (!found) throw new Error(`unchecked file: no version ${version} of ${document}`);
    return found;
  };
  const key = ({ unit, fund, measure, node, component, costKind }: PlaceEntry) => {
    const measureId = measure && book.id('measure', scheme.code, measure.document, measure.measure);
    return placeKey({ unit, fund, node, measureId, component, costKind });
  };
  const fileIds = new Map<string, string>();
  for (const { unit, base64, layout, rows, ...rest } of files) {
    const bytes = Buffer.from(base64, 'base64');
    const sha = sha256(bytes);
    const fileId = newId();
    fileIds.set(`${unit} ${rest.year} ${rest.number}`, fileId);
    await tx
      .insertInto('file')
      .values({ institutionId, sha256: sha, bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('intakeFile')
      .values({
        ...{ institutionId, fileId, schemeId, unitId: book.id('unit', unit), sha256: sha, ...rest },
        layoutId: layout === null ? null : (layouts.get(layout) ?? null),
        ...{ rowCount: rows.length, cents: rows.reduce((sum, row) => sum + row[6], 0) },
      })
      .execute();
    await insertAll(
      tx,
      'intakeLine',
      rows.map(([rowNumber, period, costCentre, account, description, reference, cents, bookedOn]) => ({
        ...{ institutionId, fileId, rowNumber, period, costCentre, account, description, reference },
        ...{ cents, bookedOn },
      })),
    );
  }
  await insertAll(
    tx,
    'intakePart',
    parts.map(({ document, version, file, place, rows, ...rest }) => ({
      ...{ institutionId, partId: newId(), versionId: versionOf({ document, version }) },
      fileId: fileIds.get(`${file.unit} ${file.year} ${file.number}`)!,
      place: place && key(place),
      rowNumbers: rows,
      ...rest,
    })),
  );
  await insertAll(
    tx,
    'intakeCorrection',
    corrections.map(({ document, version, unit, place, ...rest }) => ({
      ...{ institutionId, correctionId: newId(), versionId: versionOf({ document, version }), schemeId },
      ...{ unitId: book.id('unit', unit), place: key(place), ...rest },
    })),
  );
  await insertAll(
    tx,
    'forecastBasis',
    forecastBasis.map(({ document, version, place, ...rest }) => ({
      ...{ institutionId, versionId: versionOf({ document, version }), place: key(place), ...rest },
    })),
  );
}

async function versionIds(tx: Tx, institutionId: string, schemeId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('version as v')
    .innerJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'v.institutionId').onRef('d.documentId', '=', 'v.documentId'),
    )
    .select(['v.versionId', 'v.number', 'd.code'])
    .where('v.institutionId', '=', institutionId)
    .where('d.schemeId', '=', schemeId)
    .execute();
  return new Map(rows.map((row) => [`${row.code} ${row.number}`, row.versionId]));
}

/** What came from the finance system, of each scheme by its code. */
export async function exportFinance(tx: Tx, institutionId: string): Promise<Map<string, FinanceEntry>> {
  const schemes = await tableRows(tx, institutionId, 'scheme');
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const documents = new Map(
    (await tableRows(tx, institutionId, 'document')).map((one) => [one.documentId, one]),
  );
  const measures = new Map(
    (await tableRows(tx, institutionId, 'measure')).map((one) => [one.measureId, one]),
  );
  const versions = new Map(
    (
      await tx
        .selectFrom('version')
        .select(['versionId', 'documentId', 'number'])
        .where('institutionId', '=', institutionId)
        .execute()
    ).map((one) => [one.versionId, { document: documents.get(one.documentId)!, number: one.number }]),
  );
  const placeOf = (text: string): PlaceEntry => {
    const [unit = '', fund = '', what = '', component = '', costKind = ''] = text.split('\u001f');
    const measure = measures.get(what);
    const owner = measure && documents.get(measure.documentId)!.code;
    return {
      ...{ unit, fund, measure: measure ? { document: owner!, measure: measure.code } : null },
      ...{ node: measure ? null : what.replace(/^node:/, ''), component, costKind },
    };
  };
  const layouts = new Map(
    (await tableRows(tx, institutionId, 'intakeLayout')).map((one) => [one.layoutId, one.signature]),
  );
  const files = await tableRows(tx, institutionId, 'intakeFile');
  const fileById = new Map(files.map((one) => [one.fileId, one]));
  const lines = Map.groupBy(await tableRows(tx, institutionId, 'intakeLine'), (line) => line.fileId);
  const wanted = [...new Set(files.map((one) => one.sha256))];
  const bytes = new Map(
    wanted.length === 0
      ? []
      : (
          await tx
            .selectFrom('file')
            .select(['sha256', 'bytes'])
            .where('institutionId', '=', institutionId)
            .where('sha256', 'in', wanted)
            .execute()
        ).map((one) => [one.sha256, one.bytes.toString('base64')]),
  );
  const parts = await tableRows(tx, institutionId, 'intakePart');
  const corrections = await tableRows(tx, institutionId, 'intakeCorrection');
  const bases = await tableRows(tx, institutionId, 'forecastBasis');
  const at = (versionId: string) => {
    const { document, number } = versions.get(versionId)!;
    return { document: document.code, version: number };
  };
  const inScheme = (schemeId: string) => (row: { versionId: string }) =>
    versions.get(row.versionId)!.document.schemeId === schemeId;
  return new Map(
    schemes.map(({ schemeId, code }) => [
      code,
      canonicalFinance({
        files: files
          .filter((one) => one.schemeId === schemeId)
          .map((one) => ({
            ...{ unit: units.get(one.unitId)!, year: one.year, number: one.number, name: one.name },
            ...{ base64: bytes.get(one.sha256)!, status: one.status as 'read', asOf: one.asOf },
            ...{ complete: one.complete, layout: one.layoutId && layouts.get(one.layoutId)! },
            ...{ withdrawnNote: one.withdrawnNote, uploadedBy: one.uploadedBy },
            uploadedAt: one.uploadedAt.toISOString(),
            rows: (lines.get(one.fileId) ?? []).map((line): FinanceEntry['files'][number]['rows'][number] => [
              ...([line.rowNumber, line.period, line.costCentre, line.account] as const),
              ...([line.description, line.reference, line.cents, line.bookedOn] as const),
            ]),
          })),
        parts: parts.filter(inScheme(schemeId)).map((one) => {
          const { unitId, year, number } = fileById.get(one.fileId)!;
          return {
            ...at(one.versionId),
            file: { unit: units.get(unitId)!, year, number },
            place: one.place === null ? null : placeOf(one.place),
            ...{ period: one.period, costCentre: one.costCentre, account: one.account, rule: one.rule },
            ...{ reason: one.reason, cents: one.cents, rows: one.rowNumbers },
          };
        }),
        corrections: corrections.filter(inScheme(schemeId)).map((one) => ({
          ...at(one.versionId),
          ...{ unit: units.get(one.unitId)!, year: one.year, place: placeOf(one.place), period: one.period },
          ...{ cents: one.cents, reason: one.reason },
        })),
        forecastBasis: bases.filter(inScheme(schemeId)).map((one) => ({
          ...at(one.versionId),
          ...{ place: placeOf(one.place), method: one.method as 'hand', reason: one.reason },
          ...{ months: one.months, realisedCents: one.realisedCents },
        })),
      }),
    ]),
  );
}
