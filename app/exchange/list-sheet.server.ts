import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { problemOf } from '#app/kernel/problem.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { CellChange, CellRefusal } from './fill-in-difference.ts';
import type { Saved } from './fill-in-post.server.ts';
import { type Sheet, sinceShown } from './fill-in-sheet.ts';
import { type ChangedRow, changedRows, type ListFrame, listSheet } from './list-sheet.ts';

/** A list that goes round: how it is read, and the use case that writes one of its rows. */
export type ListRound = {
  /** @throws Missing; Rejection `forbidden` */
  read: (tx: Tx, actor: Actor) => Promise<ListFrame>;
  save: (tx: Tx, actor: Actor, row: ChangedRow) => Promise<unknown>;
};

/**
 * The list as a table that goes round. What a file would change is tried by the use case itself and taken back, so
 * that a row is refused before saving in the words of saving.
 */
export async function readListSheet(tx: Tx, actor: Actor, { read, save }: ListRound): Promise<Sheet> {
  const frame = await read(tx, actor);
  return {
    ...listSheet(frame, wordsOf),
    trial: (changes) =>
      tryRows(tx, changedRows(frame, changes), { frame, save: (row) => save(tx, actor, row) }),
  };
}

type Trial = { frame: ListFrame; save: (row: ChangedRow) => Promise<unknown> };

/** Saves row by row and takes everything back. @returns the rows that cannot be saved, each with why */
async function tryRows(tx: Tx, rows: readonly ChangedRow[], { frame, save }: Trial): Promise<CellRefusal[]> {
  const refused: CellRefusal[] = [];
  await sql`savepoint whole`.execute(tx);
  for (const row of rows) {
    await sql`savepoint one`.execute(tx);
    try {
      await save(row);
      await sql`release savepoint one`.execute(tx);
    } catch (error) {
      await sql`rollback to savepoint one`.execute(tx);
      refused.push(...refusalsOf(error, row, frame));
    }
  }
  await sql`rollback to savepoint whole`.execute(tx);
  return refused;
}

/** What was thrown, at the cells that it is about; a defect is thrown on. */
function refusalsOf(error: unknown, { row, key }: ChangedRow, { fields }: ListFrame): CellRefusal[] {
  const problem = problemOf(error);
  if (!problem) throw error;
  const at = { row, key: [...key] };
  if (problem.errors.length === 0)
    return [{ ...at, field: null, code: problem.code, params: problem.params }];
  return problem.errors.map(({ path, code, params }) => {
    const field = path.split('.')[0] ?? '';
    return { ...at, field: fields.some((one) => one.key === field) ? field : null, code, params };
  });
}

/** Saves the rows that were shown, all or none; what somebody else changed meanwhile comes back. @throws as `save` */
export async function saveListSheet(
  tx: Tx,
  actor: Actor,
  { read, save }: ListRound,
  changes: readonly CellChange[],
): Promise<Saved> {
  const frame = await read(tx, actor);
  const { still, moved } = sinceShown(changes, { sheet: listSheet(frame, wordsOf), locale: actor.locale });
  if (moved.length > 0) return { saved: null, still, moved };
  for (const row of changedRows(frame, still)) await save(tx, actor, row);
  return { saved: still.length };
}
