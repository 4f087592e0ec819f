import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { rulesSchema } from './allocation.input.ts';
import type { Line } from './receiver.ts';
import type { Rule } from './rule.ts';
import { runInputsSchema } from './run.input.ts';
import type { RunInputs, RunResult } from './run.ts';

export type KeptRun = {
  rules: Rule[] | null;
  inputs: RunInputs | null;
  result: RunResult | null;
  lines: Line[];
};

/** The runs of versions, or the lines of one that was recorded without rules. One statement. */
export async function readRuns(tx: Tx, actor: Actor, versionIds: string[]): Promise<Map<string, KeptRun>> {
  const { rows } = await sql<{
    versionId: string;
    rules: unknown;
    inputs: unknown;
    result: RunResult | null;
    lines: Line[];
  }>`
    select v.version_id, r.rules, r.inputs, r.result, coalesce((
        select jsonb_agg(jsonb_build_object('unit', u.code, 'node', n.code, 'year', l.year, 'cents', l.cents)
                   || case when l.mark = 'provisional' then '{"provisional": true}'::jsonb else '{}'::jsonb end
                 order by l.year, l.sort)
          from ledger_line l
          join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
          left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
         where l.institution_id = v.institution_id and l.version_id = v.version_id and l.cents is not null), '[]') as lines
      from version v
      left join allocation_run r on r.institution_id = v.institution_id and r.version_id = v.version_id
     where v.institution_id = ${actor.institutionId} and v.version_id = any(${versionIds}::uuid[])`.execute(
    tx,
  );
  return new Map(
    rows.map(({ versionId, rules, inputs, ...row }) => {
      const { data } = runInputsSchema.safeParse(inputs);
      const kept = data && { totals: {}, headCounts: [], earlier: [], ...data };
      const run = { ...row, rules: rulesSchema.safeParse(rules).data ?? null, inputs: kept ?? null };
      return [versionId, run];
    }),
  );
}
