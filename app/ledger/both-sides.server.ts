import { sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Stage } from './ledger.ts';
import type { MoneyQuery } from './money.server.ts';
import { conditions, treeAndForce } from './money-sql.server.ts';

/** A line that names both euros and FTE, each above nought: what it implies about the price of one FTE. */
export type BothSides = { stage: Stage; year: number; cents: number; fteMilli: number };

/** Every line of a filter that names both sides; few of all do. One statement. */
export async function getBothSides(tx: Tx, query: Omit<MoneyQuery, 'groupBy'>): Promise<BothSides[]> {
  const { rows } = await sql<BothSides>`
    ${treeAndForce(query)}
    select x.stage, x.year, x.cents, x.fte_milli from ledger_line x
     where ${conditions(query, true)} and x.cents > 0 and x.fte_milli > 0
     order by x.year, x.line_id`.execute(tx);
  return rows;
}
