import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { SchemeEntry } from './scheme-file.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** The proposals of a scheme to do things together; after its documents. */
export async function importBundles(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const measureId = ({ document, measure }: { document: string; measure: string }) =>
    book.id('measure', scheme.code, document, measure);
  const all = scheme.bundles.map((one) => ({ ...one, own: { institutionId, bundleId: newId() } }));
  await insertAll(
    tx,
    'bundle',
    all.map(({ own, goal, measure, parts: _, answers: __, ...rest }) => ({
      ...own,
      schemeId: book.id('scheme', scheme.code),
      nodeId: book.id('node', goal.framework, goal.node),
      measureId: measure && measureId(measure),
      ...rest,
    })),
  );
  await insertAll(
    tx,
    'bundlePart',
    all.flatMap(({ own, parts }) => parts.map((part) => ({ ...own, measureId: measureId(part) }))),
  );
  await insertAll(
    tx,
    'bundleAnswer',
    all.flatMap(({ own, answers }) =>
      answers.map(({ unit, ...rest }) => ({ ...own, unitId: book.id('unit', unit), ...rest })),
    ),
  );
}

/** Per scheme: its proposals to do things together. */
export async function exportBundles(tx: Tx, institutionId: string) {
  const bundles = await tableRows(tx, institutionId, 'bundle');
  const parts = Map.groupBy(await tableRows(tx, institutionId, 'bundlePart'), (one) => one.bundleId);
  const answers = Map.groupBy(await tableRows(tx, institutionId, 'bundleAnswer'), (one) => one.bundleId);
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const frameworks = codesOf(await tableRows(tx, institutionId, 'framework'), 'frameworkId');
  const documents = codesOf(await tableRows(tx, institutionId, 'document'), 'documentId');
  const nodes = new Map((await tableRows(tx, institutionId, 'node')).map((one) => [one.nodeId, one]));
  const measures = new Map(
    (await tableRows(tx, institutionId, 'measure')).map((one) => [
      one.measureId,
      { document: documents.get(one.documentId), measure: one.code },
    ]),
  );
  return (schemeId: string) => ({
    bundles: bundles
      .filter((one) => one.schemeId === schemeId)
      .map(({ bundleId, nodeId, measureId, name, reason, status, ending, proposedOn }) => ({
        goal: { framework: frameworks.get(nodes.get(nodeId)!.frameworkId), node: nodes.get(nodeId)!.code },
        ...{ name, reason, status, ending, proposedOn },
        measure: measureId && measures.get(measureId),
        parts: (parts.get(bundleId) ?? []).map((part) => measures.get(part.measureId)),
        answers: (answers.get(bundleId) ?? []).map(({ unitId, answer, reason: said, answeredOn }) => ({
          ...{ unit: units.get(unitId), answer, reason: said, answeredOn },
        })),
      })),
  });
}
