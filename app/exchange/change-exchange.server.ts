import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { VersionEntry } from './document-file.ts';
import type { DocumentImport } from './document-import.server.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** What a draft changes from an earlier version, which is imported before it. */
export async function importChanges(
  { tx, book, scheme, document }: DocumentImport,
  { changes }: VersionEntry,
  versionId: string,
): Promise<void> {
  if (!changes) return;
  const { from } = changes;
  const own = { institutionId: book.institutionId, versionId };
  const baseId = book.id('version', scheme.code, from.document, String(from.version));
  await tx
    .insertInto('planBase')
    .values({ ...own, baseId })
    .execute();
  const rows = changes.stated.map(
    ({ before, after, unit, from: out, to, factor, cause, body, ...rest }, index) => ({
      links: [
        ...before.map((one) => ({ side: 'before' as const, of: from.document, one })),
        ...after.map((one) => ({ side: 'after' as const, of: document.code, one })),
      ],
      row: {
        ...own,
        changeId: book.set(newId(), 'change', scheme.code, document.code, rest.code),
        ...rest,
        unitId: book.idOrNull('unit', unit),
        fromNodeId: book.idOrNull('node', scheme.themes, out),
        toNodeId: book.idOrNull('node', scheme.themes, to),
        factorComparator: factor?.comparison ?? null,
        factorMilli: factor?.milli ?? null,
        causeId: book.idOrNull('node', scheme.causes, cause),
        bodyId: book.idOrNull('body', body),
        sort: index + 1,
      },
    }),
  );
  await insertAll(
    tx,
    'planChange',
    rows.map(({ row }) => row),
  );
  await insertAll(
    tx,
    'planChangeMeasure',
    rows.flatMap(({ row, links }) =>
      links.map(({ side, of, one }) => ({
        ...own,
        changeId: row.changeId,
        side,
        measureId: book.id('measure', scheme.code, of, one),
      })),
    ),
  );
}

/** What a version changes, by its id. */
export async function exportChanges(tx: Tx, institutionId: string) {
  const nodes = codesOf(await tableRows(tx, institutionId, 'node'), 'nodeId');
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const bodies = codesOf(await tableRows(tx, institutionId, 'body'), 'bodyId');
  const documents = codesOf(await tableRows(tx, institutionId, 'document'), 'documentId');
  const measures = codesOf(await tableRows(tx, institutionId, 'measure'), 'measureId');
  const versions = new Map(
    (await tableRows(tx, institutionId, 'version')).map((one) => [one.versionId, one]),
  );
  const bases = new Map(
    (await tableRows(tx, institutionId, 'planBase')).map((one) => [one.versionId, one.baseId]),
  );
  const stated = Map.groupBy(
    await tableRows(tx, institutionId, 'planChange', 'sort'),
    (one) => one.versionId,
  );
  const links = Map.groupBy(await tableRows(tx, institutionId, 'planChangeMeasure'), (one) => one.changeId);
  const linked = (changeId: string, side: 'before' | 'after') =>
    (links.get(changeId) ?? [])
      .filter((one) => one.side === side)
      .map((one) => measures.get(one.measureId)!)
      .toSorted();
  return (versionId: string) => {
    const base = versions.get(bases.get(versionId) ?? '');
    if (!base) return null;
    return {
      from: { document: documents.get(base.documentId), version: base.number },
      stated: (stated.get(versionId) ?? []).map((one) => ({
        ...{ code: one.code, kind: one.kind, subject: one.subject, size: one.size, cents: one.cents },
        ...{ before: linked(one.changeId, 'before'), after: linked(one.changeId, 'after') },
        ...{ unit: one.unitId && units.get(one.unitId), cause: one.causeId && nodes.get(one.causeId) },
        from: one.fromNodeId && nodes.get(one.fromNodeId),
        to: one.toNodeId && nodes.get(one.toNodeId),
        factor: one.factorComparator && { comparison: one.factorComparator, milli: one.factorMilli },
        ...{ otherMoney: one.otherMoney, fromYear: one.fromYear, decidedOn: one.decidedOn },
        body: one.bodyId && bodies.get(one.bodyId),
        ...{ reason: one.reason, source: one.source },
      })),
    };
  };
}
