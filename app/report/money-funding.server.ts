import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/kernel/db.server.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import type { Tree } from '#app/ledger/ledger.ts';
import { ofUnit, unitTree } from '#app/ledger/unit-tree-sql.server.ts';
import type { Funding } from './money-view.ts';

type FundingFilter = {
  unit: string | null;
  fund: string | null;
  tree?: Tree;
  at: Date;
  knownOn: Date | null;
};

/**
 * What was expected, granted and allocated per year, as known when the year began and at the moment asked.
 * A unit's own share is what was allocated to it and below; what was granted to the whole is then not its.
 */
export async function getFunding(tx: Tx, schemeId: string, filter: FundingFilter): Promise<Funding[]> {
  const { unit, tree, at, knownOn } = filter;
  const { rows } = await sql<Funding>`
    with recursive moment as (
      select ${at}::timestamptz as at, coalesce(${knownOn}::timestamptz, now()) as known
    ), carrying as (
      select v.version_id from ${settingAt('carry_over_rule', knownOn)} c
        join document d on d.institution_id = c.institution_id and d.kind_id = c.kind_id
        join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
       where c.institution_id = current_institution() and d.scheme_id = ${schemeId}
    )${unit === null ? sql`` : unitTree({ schemeId, asOf: at, tree })}
    select x.stage, x.year,
      (sum(x.cents) filter (where i.valid @> least(m.at, make_timestamptz(x.year, 1, 2, 0, 0, 0, 'Europe/Amsterdam') - interval '1 millisecond')))::bigint as at_start,
      coalesce(sum(x.cents) filter (where i.valid @> m.at), 0)::bigint as now,
      coalesce(sum(x.cents) filter (where x.version_id in (select version_id from carrying)
        and i.valid @> least(m.at, make_timestamptz(x.year, 1, 2, 0, 0, 0, 'Europe/Amsterdam') - interval '1 millisecond')), 0)::bigint as carried_at_start,
      coalesce(sum(x.cents) filter (where x.version_id in (select version_id from carrying)
        and i.valid @> m.at), 0)::bigint as carried_now,
      ${signs(sql`i.valid @> least(m.at, make_timestamptz(x.year, 1, 2, 0, 0, 0, 'Europe/Amsterdam') - interval '1 millisecond')`)} as signs_at_start,
      ${signs(sql`i.valid @> m.at`)} as signs_now
      from version_total x cross join moment m
      -- coalesce: see treeAndForce of the ledger
      join in_force i on i.institution_id = current_institution() and i.version_id = x.version_id and coalesce(i.recorded @> m.known, false)
     where x.institution_id = current_institution() and x.scheme_id = ${schemeId}
       and x.stage in ('expected', 'granted', 'allocated')
       and x.fund_id = any(array(select fund_id from ${settingAt('fund', knownOn)} f where institution_id = current_institution()
             and (case ${filter.fund ?? ''} when '' then own when 'all' then true else code = ${filter.fund} end)))
       and ${unit === null ? sql`true` : ofUnit(filter)}
     group by x.stage, x.year
    having bool_or(i.valid @> m.at)`.execute(tx);
  return rows;
}

/** What the totals that are in force then hold besides numbers. */
function signs(then: RawBuilder<unknown>): RawBuilder<unknown> {
  const all = (column: string) => sql`coalesce(sum(${sql.ref(`x.${column}`)}) filter (where ${then}), 0)`;
  return sql`json_build_object('unknown', ${all('unknown')}, 'masked', ${all('masked')}, 'provisional', ${all('provisional')})`;
}
