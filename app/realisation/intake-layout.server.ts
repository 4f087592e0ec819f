import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { openSheets, type RowSheet } from '#app/ledger/table-read.ts';
import { findIntakeHeader, type IntakeHeader, type IntakeMapping } from './intake-layout.ts';

export type IntakeTable = { header: IntakeHeader; sheet: RowSheet };

/**
 * The heads and rows of a file.
 * @throws InvalidInput `table.…`, `intake.no-header`
 */
export async function tableOf(bytes: Uint8Array, name: string): Promise<IntakeTable> {
  const sheets = await openSheets(bytes, name);
  const header = findIntakeHeader(sheets);
  if (!header) throw new InvalidInput([{ path: 'file', code: 'intake.no-header', params: { file: name } }]);
  return { header, sheet: sheets[header.sheet]! };
}

/** How files with the same heads were read before. */
export type Layout = { layoutId: string; mapping: IntakeMapping; confirmedBy: string; confirmedAt: Date };

export async function readLayout(tx: Tx, actor: Actor, signature: string): Promise<Layout | null> {
  const row = await tx
    .selectFrom('intakeLayout')
    .select(['layoutId', 'mapping', 'confirmedBy', 'confirmedAt'])
    .where('institutionId', '=', actor.institutionId)
    .where('signature', '=', signature)
    .executeTakeFirst();
  return row ? { ...row, mapping: row.mapping as IntakeMapping } : null;
}

/** Remembers how a file was read, for those with the same heads. */
export async function rememberLayout(
  tx: Tx,
  actor: Actor,
  it: {
    header: IntakeHeader;
    mapping: IntakeMapping;
    layout: Layout | null;
    file: { name: string };
    now: Date;
  },
): Promise<string> {
  const { header, mapping, layout, file, now } = it;
  const layoutId = layout?.layoutId ?? newId();
  const values = { mapping: JSON.stringify(mapping), confirmedBy: actor.name, confirmedAt: now };
  await tx
    .insertInto('intakeLayout')
    .values({
      ...{ institutionId: actor.institutionId, layoutId, signature: header.signature },
      ...{ name: file.name, ...values },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['institutionId', 'signature'])
        .doUpdateSet((eb) => ({ ...values, revision: eb('intakeLayout.revision', '+', 1) })),
    )
    .execute();
  return layoutId;
}
