import { type Selectable, sql } from 'kysely';
import type { DB, Tx } from '#app/kernel/db.server.ts';

/** Every row that an institution has in a table; in the order of `sort`, where asked. */
export async function tableRows<T extends keyof DB & string>(
  tx: Tx,
  institutionId: string,
  table: T,
  order: 'sort' | null = null,
): Promise<Selectable<DB[T]>[]> {
  const { rows } = await sql<Selectable<DB[T]>>`
    select * from ${sql.table(table)} where institution_id = ${institutionId}
    ${order ? sql`order by ${sql.ref(order)}` : sql``}`.execute(tx);
  return rows;
}

/** Codes by id, from rows that carry both. */
export function codesOf<R extends { code: string }, K extends keyof R>(rows: R[], id: K): Map<R[K], string> {
  return new Map(rows.map((row) => [row[id], row.code]));
}
