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

/** How many lines of a place have no figure (of which masked), and how many a provisional one. */
export type PlaceMarks = { unknown: number; masked: number; provisional: number };

/** What the lines of places say besides their numbers, by the id that names the place; without those that say nothing. */
export async function readPlaceMarks(
  tx: Tx,
  { institutionId }: Pick<Actor, 'institutionId'>,
  lineIds: readonly string[],
): Promise<Map<string, PlaceMarks>> {
  if (lineIds.length === 0) return new Map();
  const { rows } = await sql<PlaceMarks & { lineId: string }>`
    select p.line_id, count(*) filter (where l.mark = 'provisional')::int as provisional,
           count(*) filter (where l.cents is null and l.fte_milli is null)::int as unknown,
           count(*) filter (where l.mark = 'masked' and l.cents is null and l.fte_milli is null)::int as masked
      from place_total p
      join ledger_line l on l.institution_id = p.institution_id and l.version_id = p.version_id and l.stage = p.stage
           and l.fund_id = p.fund_id and l.unit_id = p.unit_id and l.year = p.year and not l.memo
           and l.node_id is not distinct from p.node_id and l.measure_id is not distinct from p.measure_id
     where p.institution_id = ${institutionId} and p.line_id = any(${[...lineIds]}::uuid[]) and l.mark is not null
     group by p.line_id`.execute(tx);
  return new Map(rows.map(({ lineId, ...marks }) => [lineId, marks]));
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
