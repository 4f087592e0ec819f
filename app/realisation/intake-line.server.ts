import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { IntakeRow } from './intake-read.ts';
import type { CellGroup } from './intake-settle.ts';

/** Rows sent in one statement; each column travels as one array, so parameters never run out. */
const rowsAtOnce = 10_000;

/** Stores the rows of a file. Measured against COPY by bench/. */
export async function insertIntakeLines(
  tx: Tx,
  { institutionId, fileId }: { institutionId: string; fileId: string },
  rows: readonly IntakeRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce);
    await sql`
      insert into intake_line (institution_id, file_id, row_number, period, cost_centre, account, description,
                               reference, cents, booked_on)
      select ${institutionId}::uuid, ${fileId}::uuid, r.* from unnest(
        ${some.map((row) => row.rowNumber)}::int[], ${some.map((row) => row.period)}::text[],
        ${some.map((row) => row.costCentre)}::text[], ${some.map((row) => row.account)}::text[],
        ${some.map((row) => row.description)}::text[], ${some.map((row) => row.reference)}::text[],
        ${some.map((row) => row.cents)}::bigint[], ${some.map((row) => row.bookedOn)}::date[]) as r`.execute(
      tx,
    );
  }
}

export type IntakeScope = { schemeId: string; unitId: string; year: number };

/**
 * The rows of a unit's year in groups that no rule can tell apart, each with whether it counts: the model
 * `linesThatCount` (intake-position.ts) in SQL.
 * @param texts whether some rule looks at descriptions; without it rows that differ in it alone are one group
 * @param rowNumbers whether the rows of each group are named
 */
export async function readGroups(
  tx: Tx,
  actor: Actor,
  { schemeId, unitId, year, texts, rowNumbers }: IntakeScope & { texts: boolean; rowNumbers: boolean },
): Promise<CellGroup[]> {
  const { rows } = await sql<CellGroup>`
    with f as (select file_id, complete, row_number() over (order by as_of, sha256 collate "C") as rank
                 from intake_file where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}
                  and unit_id = ${unitId} and year = ${year} and status = 'read'),
    l as (select l.*, f.rank,
                 max(f.rank) over (partition by l.period, l.cost_centre, l.account, l.reference) as named,
                 max(f.rank) filter (where f.complete) over (partition by l.period, l.cost_centre) as covered
            from intake_line l join f on f.file_id = l.file_id
           where l.institution_id = ${actor.institutionId})
    select file_id, period, cost_centre, account, ${texts ? sql`description` : sql`'' as description`},
           rank = named and coalesce(covered, 0) <= rank as counting, count(*)::int as rows,
           sum(cents)::bigint as cents
           ${rowNumbers ? sql`, array_agg(row_number order by row_number) as row_numbers` : sql``}
      from l group by 1, 2, 3, 4, 5, 6 order by 2, 3, 4, 5, 1`.execute(tx);
  return rows;
}

/** A row of a file with where it came from. */
export type SourceRow = {
  file: string;
  fileNumber: number;
  rowNumber: number;
  period: string;
  costCentre: string;
  account: string;
  description: string;
  reference: string;
  bookedOn: string | null;
  cents: number;
  rule: string;
};

/** The finance rows behind one place of a booked version, oldest period first; at most `limit`. */
export async function readSourceRows(
  tx: Tx,
  actor: Actor,
  { versionId, place, limit }: { versionId: string; place: string; limit: number },
): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select f.name as file, f.number as file_number, l.row_number, l.period, l.cost_centre, l.account, l.description,
           l.reference, l.booked_on, l.cents, p.rule
      from intake_part p
      cross join lateral unnest(p.row_numbers) as r(row_number)
      join intake_line l on l.institution_id = p.institution_id and l.file_id = p.file_id
           and l.row_number = r.row_number
      join intake_file f on f.institution_id = p.institution_id and f.file_id = p.file_id
     where p.institution_id = ${actor.institutionId} and p.version_id = ${versionId} and p.place = ${place}
     order by l.period, f.number, l.row_number limit ${limit}`.execute(tx);
  return rows;
}
