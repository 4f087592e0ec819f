import { type RawBuilder, sql } from 'kysely';
import { presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Tree } from '#app/ledger/ledger.ts';
import { ofUnit, unitTree } from '#app/ledger/unit-tree-sql.server.ts';
import type { AllocatedLine } from './budget.ts';

type Ask = {
  schemeId: string;
  unitId: string;
  moment?: VersionMoment | undefined;
  /** by which what went to a unit below is found: that of the moment, or of each year; the first when left out */
  tree?: Tree | undefined;
};

/**
 * What is allocated at a moment in the scheme, by fund and year; `ours` went to this unit or one below it, by the
 * rules of docs/decisions/0012-which-tree.md: also to a unit that is gone.
 */
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
  { schemeId, unitId, moment = presently, tree }: Ask,
): RawBuilder<AllocatedLine> {
  const { held } = versionAt(moment);
  return sql<AllocatedLine>`
    with recursive own as (
      select code from unit where institution_id = ${actor.institutionId} and unit_id = ${unitId}
    )${unitTree({ schemeId, asOf: moment.asOf, tree })}
    select f.code as fund, x.year, ${ofUnit({ tree, unit: sql<string>`(select code from own)` })} as ours,
           sum(x.cents)::bigint as cents, sum(x.fte_milli)::bigint as fte_milli,
           case when x.cents is null and x.fte_milli is null then 'pm' else x.mark end as mark
      from ledger_line x join fund f using (institution_id, fund_id)
     where x.institution_id = ${actor.institutionId} and x.scheme_id = ${schemeId} and x.stage = 'allocated' and not x.memo
       -- the few versions that allocate, by their totals: their lines are found, the others' not read
       and x.version_id = any(array(select t.version_id from version_total t
             join in_force i on i.institution_id = t.institution_id and i.version_id = t.version_id
                  and coalesce(${held}, false)
            where t.institution_id = ${actor.institutionId} and t.scheme_id = ${schemeId} and t.stage = 'allocated'
            group by t.version_id))
     group by 1, 2, 3, x.cents is null, 6`;
}
