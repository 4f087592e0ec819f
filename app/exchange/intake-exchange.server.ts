import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { InstitutionFile } from './institution-file.ts';
import type { SchemeEntry } from './scheme-file.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** How the files of the finance system are read. */
export async function importIntakeLayouts(tx: Tx, book: CodeBook, file: InstitutionFile): Promise<void> {
  const { institutionId } = book;
  await insertAll(
    tx,
    'intakeLayout',
    file.intakeLayouts.map(({ mapping, ...rest }) => ({
      ...{ institutionId, layoutId: newId(), mapping: JSON.stringify(mapping) },
      ...rest,
    })),
  );
}

/** Rules and closed periods of a scheme, after its documents: rules name measures. */
export async function importIntake(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const schemeId = book.id('scheme', scheme.code);
  await insertAll(
    tx,
    'intakeRule',
    scheme.intakeRules.map(({ unit, measure, node, fund, targetUnit, ...rest }, index) => ({
      ...{ institutionId, ruleId: newId(), schemeId, unitId: book.id('unit', unit), sort: index + 1 },
      measureId: measure && book.id('measure', scheme.code, measure.document, measure.measure),
      nodeId: book.idOrNull('node', scheme.themes, node),
      fundId: book.idOrNull('fund', scheme.code, fund),
      targetUnitId: book.idOrNull('unit', targetUnit),
      ...rest,
    })),
  );
  await insertAll(
    tx,
    'closedPeriod',
    scheme.closedPeriods.map((one) => ({ institutionId, schemeId, ...one })),
  );
}

export async function exportIntakeLayouts(tx: Tx, institutionId: string) {
  const rows = await tableRows(tx, institutionId, 'intakeLayout');
  return rows.map(({ signature, name, mapping, confirmedBy, confirmedAt }) => ({
    ...{ signature, name, mapping, confirmedBy },
    confirmedAt: confirmedAt.toISOString(),
  }));
}

/** Rules and closed periods of each scheme, by its code. */
export async function exportIntake(tx: Tx, institutionId: string) {
  const schemes = await tableRows(tx, institutionId, 'scheme');
  const units = codesOf(await tableRows(tx, institutionId, 'unit'), 'unitId');
  const nodes = codesOf(await tableRows(tx, institutionId, 'node'), 'nodeId');
  const funds = codesOf(await tableRows(tx, institutionId, 'fund'), 'fundId');
  const documents = codesOf(await tableRows(tx, institutionId, 'document'), 'documentId');
  const measures = new Map(
    (await tableRows(tx, institutionId, 'measure')).map((one) => [
      one.measureId,
      { document: documents.get(one.documentId), measure: one.code },
    ]),
  );
  const rules = await tableRows(tx, institutionId, 'intakeRule', 'sort');
  const closed = await tableRows(tx, institutionId, 'closedPeriod');
  return new Map(
    schemes.map(({ schemeId, code }) => [
      code,
      {
        intakeRules: rules
          .filter((one) => one.schemeId === schemeId)
          .map((one) => ({
            ...{ unit: units.get(one.unitId), costCentre: one.costCentre, account: one.account },
            ...{ contains: one.contains, fromMonth: one.fromMonth, throughMonth: one.throughMonth },
            ...{ outcome: one.outcome, measure: one.measureId && measures.get(one.measureId) },
            ...{ node: one.nodeId && nodes.get(one.nodeId), fund: one.fundId && funds.get(one.fundId) },
            targetUnit: one.targetUnitId && units.get(one.targetUnitId),
            ...{ component: one.component, costKind: one.costKind, reason: one.reason },
          })),
        closedPeriods: closed
          .filter((one) => one.schemeId === schemeId)
          .map(({ period, closedBy, closedAt, note }) => ({
            ...{ period, closedBy, closedAt: closedAt.toISOString(), note },
          })),
      },
    ]),
  );
}
