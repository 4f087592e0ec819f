import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { SchemeEntry } from './scheme-file.ts';
import { codesOf, tableRows } from './table-rows.server.ts';

/** The scenarios of a scheme, after its documents. */
export async function importScenarios(tx: Tx, book: CodeBook, scheme: SchemeEntry): Promise<void> {
  const { institutionId } = book;
  const schemeId = book.id('scheme', scheme.code);
  await insertAll(
    tx,
    'scenario',
    scheme.scenarios.map(({ fund, document, allocation, ...rest }, sort) => ({
      ...{ institutionId, scenarioId: newId(), schemeId, sort },
      ...rest,
      fundId: book.id('fund', scheme.code, fund),
      documentId: document === null ? null : book.id('document', scheme.code, document),
      rules: JSON.stringify(allocation.rules),
      inputs: JSON.stringify(allocation.inputs),
      result: allocation.result === null ? null : JSON.stringify(allocation.result),
    })),
  );
}

/** The scenarios of each scheme, by its code. */
export async function exportScenarios(tx: Tx, institutionId: string) {
  const schemes = codesOf(await tableRows(tx, institutionId, 'scheme'), 'schemeId');
  const funds = codesOf(await tableRows(tx, institutionId, 'fund'), 'fundId');
  const documents = codesOf(await tableRows(tx, institutionId, 'document'), 'documentId');
  const rows = await tableRows(tx, institutionId, 'scenario', 'sort');
  const bySchemes = Map.groupBy(rows, (row) => schemes.get(row.schemeId)!);
  return new Map(
    [...bySchemes].map(([scheme, list]) => [
      scheme,
      list.map(({ code, name, description, shared, rules, inputs, result, ...rest }) => ({
        ...{ code, name, description, fund: funds.get(rest.fundId), shared },
        allocation: { rules, inputs, result },
        ...{ outcome: rest.outcome, reason: rest.reason, source: rest.source },
        document: rest.documentId && documents.get(rest.documentId),
        keptAt: new Date(rest.keptAt).toISOString(),
      })),
    ]),
  );
}
