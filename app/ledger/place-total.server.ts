/**
 * The lines of a version summed by place and year: stage, fund, unit, node and measure. Of a frozen version they are
 * kept in `place_total`, written once because its lines never change again. Memo lines are in no sum.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';

const columns = sql.raw(
  'institution_id, line_id, version_id, scheme_id, stage, fund_id, unit_id, node_id, measure_id, year, cents, fte_milli, lines, sort',
);

/** The sums of these versions as rows like those of `place_total`, from their lines. */
export function placesFromLines(versions: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select institution_id, min(line_id::text)::uuid as line_id, version_id, scheme_id, stage, fund_id, unit_id, node_id,
           measure_id, year, coalesce(sum(cents), 0)::bigint as cents,
           coalesce(sum(fte_milli) filter (where cents is null), 0)::bigint as fte_milli,
           count(*)::integer as lines, min(sort) as sort
      from ledger_line
     where institution_id = current_institution() and version_id in (${versions}) and not memo
     group by institution_id, version_id, scheme_id, stage, fund_id, unit_id, node_id, measure_id, year`;
}

/** Keeps the sums of a version that freezes. */
export async function writePlaceTotals(tx: Tx, versionId: string): Promise<void> {
  await sql`insert into place_total (${columns}) ${placesFromLines(sql`${versionId}::uuid`)}`.execute(tx);
}

/** Versions of which a kept sum is not what its lines give. */
export async function wrongPlaceTotals(tx: Tx, institutionId: Actor['institutionId']): Promise<string[]> {
  const kept = sql`select ${columns} from place_total where institution_id = ${institutionId}`;
  const given = placesFromLines(
    sql`select version_id from version where institution_id = ${institutionId} and content_hash is not null`,
  );
  const { rows } = await sql<{ versionId: string }>`
    with kept as (${kept}), given as (${given})
    select distinct version_id
      from ((select * from kept except select * from given) union all (select * from given except select * from kept)) x
     order by version_id`.execute(tx);
  return rows.map((row) => row.versionId);
}
