import { sql } from 'kysely';
import { presently, type VersionMoment } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Rate } from '#app/kernel/fte-rate.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import type { Tree } from '#app/ledger/ledger.ts';
import { allocatedJson } from './allocated.server.ts';
import type { AllocatedLine, Quantity } from './budget.ts';

/**
 * The budget lines of a version as `readLines` tells them and JSON writes them, with their sums per fund and year,
 * what those are told of and what is allocated.
 */
export async function readBudgetText(
  tx: Tx,
  actor: Actor,
  ask: {
    schemeId: string;
    unitId: string;
    versionId: string;
    moment?: VersionMoment | undefined;
    tree?: Tree | undefined;
  },
): Promise<BudgetText> {
  const { schemeId, versionId, moment = presently } = ask;
  const { rows } = await sql<BudgetText>`
    with line as materialized (
      select * from ledger_line where institution_id = ${actor.institutionId} and version_id = ${versionId}
    )
    select coalesce((select string_agg(row_to_json(x)::text, ',' order by n.sort, n.code, t.sort, m.code, l.sort, u.sort,
                       l.component, l.cost_kind, l.year, l.line_id)
        from line l join fund f using (institution_id, fund_id)
        join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
        left join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
        left join measure_text t on t.institution_id = l.institution_id and t.version_id = l.version_id
             and t.measure_id = l.measure_id
        left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id,
        lateral (select coalesce(m.code, '') as measure, l.component, u.code as unit, f.code as fund, l.cost_kind as "costKind",
                   l.year, l.cents, l.fte_milli as "fteMilli", l.mark, l.note, n.code as node, case when l.memo then
                     (select row_to_json(a) from (select l.memo_cents as cents, l.memo_fte_milli as "fteMilli") a) end as memo) x
        ), '') as lines,
      (select coalesce(json_agg(s), '[]') from (
         select f.code as fund, l.year, sum(l.cents)::bigint as cents, sum(l.fte_milli)::bigint as "fteMilli", l.mark,
                count(*)::int as count
           from line l join fund f using (institution_id, fund_id) where not l.memo
          group by f.code, l.year, l.cents is null, l.mark) s) as sums,
      (select coalesce(array_agg(code order by sort, code), '{}') from ${settingAt('fund', moment.knownOn)} f
        where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}) as funds,
      (select coalesce(json_agg(json_build_object('fromYear', from_year, 'fteCents', fte_cents) order by from_year), '[]')
         from ${settingAt('scheme_rate', moment.knownOn)} r where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}) as rates,
      ${allocatedJson(actor, ask)} as allocated`.execute(tx);
  return rows[0]!;
}

type BudgetText = {
  lines: string;
  sums: (Quantity & { fund: string; year: number; count: number })[];
  funds: string[];
  rates: Rate[];
  allocated: AllocatedLine[];
};
