import { sql } from 'kysely';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { canWriteProgress } from './progress.ts';

/** A year of a unit that is being written. */
export type ProgressWork = {
  scheme: string;
  schemeNl: string;
  schemeEn: string;
  unit: string;
  unitNl: string;
  unitEn: string;
  year: number;
  /** measures of which something is told */
  told: number;
};

/** The years of the actor's units that were begun and not handed in. One statement, none for who writes no progress. */
export async function listProgressWork(tx: Tx, actor: Actor): Promise<ProgressWork[]> {
  if (!may(actor, 'progress.write')) return [];
  const { rows } = await sql<ProgressWork & { unitId: string }>`
    select s.code as scheme, s.name_nl as scheme_nl, s.name_en as scheme_en, u.unit_id, u.code as unit,
           u.name_nl as unit_nl, u.name_en as unit_en, r.year,
           (select count(*) from progress_entry e where e.institution_id = r.institution_id
               and e.report_id = r.report_id)::int as told
      from progress_report r
      join scheme s on s.institution_id = r.institution_id and s.scheme_id = r.scheme_id
      join unit u on u.institution_id = r.institution_id and u.unit_id = r.unit_id
     where r.institution_id = ${actor.institutionId} and r.submitted_at is null
     order by r.year, u.sort, u.code, s.code`.execute(tx);
  return rows.filter((one) => canWriteProgress(actor, one)).map(({ unitId: _, ...one }) => one);
}
