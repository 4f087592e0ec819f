import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { fileOf, type IntakeAddress, openIntake } from './intake-file.server.ts';
import { readLayout, tableOf } from './intake-layout.server.ts';
import { type IntakeMapping, proposeMapping, rowsOf } from './intake-layout.ts';
import { lastBookedOn } from './intake-read.ts';
import { keptFile } from './kept-file.server.ts';
import type { Report } from './report.server.ts';

/** What the page shows that asks how a file is to be read. */
export type FileView = {
  file: { number: number; name: string; status: string; rows: number; cents: number; asOf: string | null };
  heads: string[];
  /** the first rows below the heads, as they stand */
  sample: string[][];
  mapping: IntakeMapping;
  known: { by: string; at: string } | null;
  /** the last booking date in the file, ISO */
  lastDay: string | null;
};

/** @throws Missing; Rejection `forbidden` */
export async function getIntakeFile(
  tx: Tx,
  actor: Actor,
  { number, ...address }: IntakeAddress & { number: number },
): Promise<FileView & { report: Report }> {
  const { report, scope } = await openIntake(tx, actor, address);
  const file = await fileOf(tx, actor, scope, number);
  const { header, sheet } = await tableOf(await keptFile(tx, actor, file.sha256), file.name);
  const layout = await readLayout(tx, actor, header.signature);
  const mapping = layout?.mapping ?? proposeMapping(header, sheet);
  return {
    report,
    file: {
      ...{ number, name: file.name, status: file.status, rows: file.rowCount, cents: file.cents },
      asOf: file.asOf,
    },
    heads: header.heads,
    sample: rowsOf(sheet, header.row + 1, header.row + 6).map((cells) =>
      header.heads.map((_, column) => (cells[column]?.text ?? '').slice(0, 60)),
    ),
    mapping,
    known: layout ? { by: layout.confirmedBy, at: layout.confirmedAt.toISOString() } : null,
    lastDay: lastBookedOn(sheet, { header, mapping }),
  };
}
