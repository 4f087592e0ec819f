import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { PackUnit } from './pack.ts';

type Row = {
  unit: string;
  nameNl: string;
  nameEn: string;
  year: number;
  side: 'after' | 'before';
  cents: number;
};

/**
 * The money of a request by unit and year, of a version whose lines stand under no theme; beside it that of the
 * version it is compared with. One statement.
 * @returns in the order of the units; years in which nothing stands are left out
 */
export async function readPackUnits(
  tx: Tx,
  actor: Actor,
  { decisionId, earlier }: { decisionId: string; earlier: { versionId: string } | null },
): Promise<PackUnit[]> {
  const { rows } = await sql<Row>`
    select u.code as unit, u.name_nl, u.name_en, l.year,
           case when l.version_id = x.version_id then 'after' else 'before' end as side, sum(l.cents)::float8 as cents
      from decision x
      join ledger_line l on l.institution_id = x.institution_id
       and l.version_id in (x.version_id, ${earlier?.versionId ?? null}::uuid)
      join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
     where x.institution_id = ${actor.institutionId} and x.decision_id = ${decisionId} and l.cents is not null
     group by u.sort, u.code, u.name_nl, u.name_en, l.year, side
     order by u.sort, u.code, l.year`.execute(tx);
  return [...Map.groupBy(rows, (one) => one.unit).values()].map((own) => {
    const first = own[0]!;
    const of = (side: Row['side']) => own.filter((one) => one.side === side);
    const sum = (lines: readonly Row[]) =>
      lines.length === 0 ? null : lines.reduce((all, one) => all + one.cents, 0);
    return {
      ...{ unit: first.unit, name: { nameNl: first.nameNl, nameEn: first.nameEn } },
      years: Object.fromEntries(of('after').map((one) => [one.year, one.cents])),
      ...{ before: sum(of('before')), after: sum(of('after')) },
    };
  });
}
