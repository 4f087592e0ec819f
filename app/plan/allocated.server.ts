import { type RawBuilder, sql } from 'kysely';
import { presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { AllocatedLine } from './budget.ts';
import { unitsBelow } from './plan-part.server.ts';

type Ask = { schemeId: string; unitId: string; moment?: VersionMoment | undefined };

/** What is allocated now in the scheme, by fund and year; `ours` went to this unit or one below it. */
export async function readAllocated(tx: Tx, actor: Actor, ask: Ask): Promise<AllocatedLine[]> {
  const { rows } = await allocatedLines(actor, ask).execute(tx);
  return rows;
}

/** The lines of readAllocated as one value of another statement. */
export function allocatedJson(actor: Actor, ask: Ask): RawBuilder<AllocatedLine[]> {
  return sql`(select coalesce(json_agg(json_build_object('fund', fund, 'year', year, 'ours', ours, 'cents', cents,
      'fteMilli', fte_milli, 'mark', mark)), '[]') from (${allocatedLines(actor, ask)}) a)`;
}

function allocatedLines(
  actor: Actor,
  { schemeId, unitId, moment = presently }: Ask,
): RawBuilder<AllocatedLine> {
  const { held } = versionAt(moment);
  return sql<AllocatedLine>`
    with recursive below(unit_id) as (${unitsBelow(actor, unitId)})
    select f.code as fund, l.year, exists (select from below b where b.unit_id = l.unit_id) as ours,
           sum(l.cents)::bigint as cents, sum(l.fte_milli)::bigint as fte_milli,
           case when l.cents is null and l.fte_milli is null then 'pm' else l.mark end as mark
      from ledger_line l join fund f using (institution_id, fund_id)
     where l.institution_id = ${actor.institutionId} and l.scheme_id = ${schemeId} and l.stage = 'allocated' and not l.memo
       -- the few versions that allocate, by their totals: their lines are found, the others' not read
       and l.version_id = any(array(select t.version_id from version_total t
             join in_force i on i.institution_id = t.institution_id and i.version_id = t.version_id
                  and coalesce(${held}, false)
            where t.institution_id = ${actor.institutionId} and t.scheme_id = ${schemeId} and t.stage = 'allocated'
            group by t.version_id))
     group by 1, 2, 3, l.cents is null, 6`;
}
