import { sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Tree } from './ledger.ts';
import { unitTree } from './unit-tree-sql.server.ts';

/** Where the figures of a unit and year are shown: the codes from the root, and those with what went into them. */
export type UnitPath = { codes: readonly string[]; chain: readonly string[] };
export type UnitPaths = (unit: string, year: number) => UnitPath;

/** The place of every unit in the tree asked for, as money is added up by it. One statement. */
export async function readUnitPaths(
  tx: Tx,
  { schemeId, asOf, tree }: { schemeId: string; asOf: Date; tree: Tree },
): Promise<UnitPaths> {
  const byYear = tree === 'year';
  const { rows } = await sql<UnitPath & { unit: string; year: number | null }>`
    with recursive scheme_of as (select ${schemeId}::uuid)${unitTree({ schemeId, asOf, tree })}
    select u.code as unit, ${byYear ? sql`ut.year` : sql`null`} as year, ut.codes, ut.chain
      from ut join unit u on u.institution_id = current_institution() and u.unit_id = ut.unit_id`.execute(tx);
  const paths = new Map(rows.map(({ unit, year, codes, chain }) => [`${unit} ${year}`, { codes, chain }]));
  return (unit, year) => paths.get(`${unit} ${byYear ? year : null}`) ?? { codes: [unit], chain: [unit] };
}
