import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type Cents, sum } from '#app/kernel/money.ts';
import type { IntakeRow } from './intake-row.ts';
import type { CellGroup } from './intake-settle.ts';

/** Rows sent in one statement: few enough that it leaves at once, while the next rows are read. */
const rowsAtOnce = 2_000;
/** Between the values of a column, which travels as one text: no value holds it (see `cut` of intake-read.ts). */
const separator = '\u001f';

/**
 * Stores the rows of a file as they come, and sums them. Measured against COPY by bench/.
 * @returns how many, their cents, and the periods that occur
 */
export async function insertIntakeLines(
  tx: Tx,
  file: { institutionId: string; fileId: string },
  rows: Iterable<IntakeRow>,
): Promise<{ rows: number; cents: Cents; periods: Set<string> }> {
  const total = { rows: 0, cents: 0, periods: new Set<string>() };
  let some: IntakeRow[] = [];
  let storing: Promise<void> = Promise.resolve();
  const flush = async () => {
    total.rows += some.length;
    total.cents = sum([total.cents, ...some.map((row) => row.cents)]);
    await storing;
    if (some.length > 0) storing = insertSome(tx, file, some);
    // what went wrong is told where it is awaited: with the next rows, or at the end
    storing.catch(() => undefined);
    some = [];
    // lets the statement go out: the database stores these rows while we read the next
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (const row of rows) {
    some.push(row);
    total.periods.add(row.period);
    if (some.length >= rowsAtOnce) await flush();
  }
  await flush();
  await storing;
  return total;
}

async function insertSome(
  tx: Tx,
  { institutionId, fileId }: { institutionId: string; fileId: string },
  rows: readonly IntakeRow[],
): Promise<void> {
  const column = (pick: (row: IntakeRow) => string | number) => rows.map(pick).join(separator) + separator;
  const texts = (pick: (row: IntakeRow) => string | number) =>
    sql`string_to_array(${column(pick)}, ${separator})`;
  // the last separator: without it an empty text would be no value at all
  await sql`
    insert into intake_line (institution_id, file_id, row_number, period, cost_centre, account, description,
                             reference, cents, booked_on)
    select ${institutionId}::uuid, ${fileId}::uuid, r.n::int, r.period, r.cost_centre, r.account, r.description,
           r.reference, r.cents::bigint, nullif(r.booked_on, '')::date
      from unnest(${texts((row) => row.rowNumber)}, ${texts((row) => row.period)},
                  ${texts((row) => row.costCentre)}, ${texts((row) => row.account)},
                  ${texts((row) => row.description)}, ${texts((row) => row.reference)},
                  ${texts((row) => row.cents)}, ${texts((row) => row.bookedOn ?? '')})
           as r(n, period, cost_centre, account, description, reference, cents, booked_on)
     where r.n <> ''`.execute(tx);
}

export type IntakeScope = { schemeId: string; unitId: string; year: number };

/**
 * The rows of a unit's year in groups that no rule can tell apart, each with whether it counts: the model
 * `linesThatCount` (intake-position.ts) in SQL.
 * @param several whether more than one file was read: of one file every row counts, and sorting all rows by
 *   their texts can be left out
 * @param texts whether some rule looks at descriptions; without it rows that differ in it alone are one group
 * @param rowNumbers whether the rows of each group are named
 */
export async function readGroups(
  tx: Tx,
  actor: Actor,
  it: IntakeScope & { several: boolean; texts: boolean; rowNumbers: boolean },
): Promise<CellGroup[]> {
  const { schemeId, unitId, year, several, texts, rowNumbers } = it;
  const { rows } = await sql<CellGroup>`
    with f as (select file_id, complete, row_number() over (order by as_of, sha256 collate "C") as rank
                 from intake_file where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}
                  and unit_id = ${unitId} and year = ${year} and status = 'read'),
    l as (select l.*, ${
      several
        ? sql`
                 max(f.rank) over (partition by l.period, l.cost_centre, l.account, l.reference) = f.rank
                 and coalesce(max(f.rank) filter (where f.complete) over (partition by l.period, l.cost_centre), 0)
                     <= f.rank`
        : sql`true`
    } as counting
            from intake_line l join f on f.file_id = l.file_id
           where l.institution_id = ${actor.institutionId})
    select file_id, period, cost_centre, account, ${texts ? sql`description` : sql`'' as description`},
           counting, count(*)::int as rows, sum(cents)::bigint as cents
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
