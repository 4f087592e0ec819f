import type { Insertable } from 'kysely';
import type { DB, Tx } from '#app/kernel/db.server.ts';

/** PostgreSQL takes 65,535 parameters in a statement; the widest table has 17 columns. */
const rowsAtOnce = 1000;

/** Inserts rows in few statements; none for none. */
export async function insertAll<T extends keyof DB & string>(
  tx: Tx,
  table: T,
  rows: Insertable<DB[T]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await tx
      .insertInto(table)
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
  }
}
