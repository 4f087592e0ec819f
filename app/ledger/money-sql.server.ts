/** The parts of the money query's SQL. */
import { type RawBuilder, sql } from 'kysely';
import type { MoneyKey, MoneyQuery } from './money.server.ts';

export type Filter = Omit<MoneyQuery, 'groupBy'>;

export const columnOf: Record<MoneyKey, RawBuilder<unknown>> = {
  stage: sql`x.stage`,
  fund: sql`f.code`,
  unit: sql`u.code`,
  node: sql`n.code`,
  measure: sql`m.code`,
  component: sql`x.component`,
  costKind: sql`x.cost_kind`,
  year: sql`x.year`,
};

export function levelColumn(tree: 'ut' | 'nt', level: number | null | undefined): RawBuilder<unknown> {
  const own = tree === 'ut' ? columnOf.unit : columnOf.node;
  if (level == null) return own;
  const t = sql.ref(`${tree}.codes`);
  return sql`coalesce(${t}[least(${sql.lit(level)} + 1, cardinality(${t}))], ${own})`;
}

/** The unit tree as it stood at the moment asked for, the node tree, and the versions in force then. */
export function treeAndForce(query: Filter): RawBuilder<unknown> {
  const asOf = sql`coalesce(${query.asOf ?? null}::timestamptz, now())`;
  const knownOn = sql`coalesce(${query.knownOn ?? null}::timestamptz, now())`;
  const needUnits = query.unit != null || query.unitLevel != null;
  const needNodes = query.node != null || query.nodeLevel != null;
  return sql`with recursive force as (
      select version_id from in_force
       where institution_id = current_institution() and valid @> ${asOf} and recorded @> ${knownOn}
    )${
      needUnits
        ? sql`, ut(unit_id, codes) as (
      select u.unit_id, array[u.code] from unit u
       where u.institution_id = current_institution() and not exists (
         select from unit_placement p where p.institution_id = u.institution_id and p.unit_id = u.unit_id
            and p.valid @> (${asOf})::date)
      union all
      select p.unit_id, ut.codes || u.code from ut
        join unit_placement p on p.institution_id = current_institution() and p.parent_id = ut.unit_id
             and p.valid @> (${asOf})::date
        join unit u on u.institution_id = p.institution_id and u.unit_id = p.unit_id
    )`
        : sql``
    }${
      needNodes
        ? sql`, nt(node_id, codes) as (
      select n.node_id, array[n.code] from node n
       where n.institution_id = current_institution() and n.parent_id is null
      union all
      select n.node_id, nt.codes || n.code from nt
        join node n on n.institution_id = current_institution() and n.parent_id = nt.node_id
    )`
        : sql``
    }`;
}

export function joins(query: Filter, fromLines: boolean): RawBuilder<unknown> {
  const needUnits = query.unit != null || query.unitLevel != null;
  const needNodes = query.node != null || query.nodeLevel != null;
  return sql`
    join fund f on f.institution_id = x.institution_id and f.fund_id = x.fund_id
    join unit u on u.institution_id = x.institution_id and u.unit_id = x.unit_id
    left join node n on n.institution_id = x.institution_id and n.node_id = x.node_id
    ${needUnits ? sql`left join ut on ut.unit_id = x.unit_id` : sql``}
    ${needNodes ? sql`left join nt on nt.node_id = x.node_id` : sql``}
    ${fromLines ? sql`left join measure m on m.institution_id = x.institution_id and m.measure_id = x.measure_id` : sql``}`;
}

export function conditions(query: Filter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [
    sql`x.institution_id = current_institution()`,
    sql`x.scheme_id = ${query.schemeId}`,
    query.versionId != null
      ? sql`x.version_id = ${query.versionId}`
      : sql`x.version_id in (select version_id from force)`,
  ];
  if (query.stage?.length) all.push(sql`x.stage in (${sql.join(query.stage)})`);
  if (query.fund != null) all.push(sql`f.code = ${query.fund}`);
  if (query.ownFunds) all.push(sql`f.own`);
  if (query.unit != null) all.push(sql`${query.unit} = any(ut.codes)`);
  if (query.node != null) all.push(sql`${query.node} = any(nt.codes)`);
  if (query.withoutNode) all.push(sql`x.node_id is null`);
  if (query.measure != null) all.push(sql`m.code = ${query.measure}`);
  if (query.component != null) all.push(sql`x.component = ${query.component}`);
  if (query.costKind != null) all.push(sql`x.cost_kind = ${query.costKind}`);
  if (query.year != null) all.push(sql`x.year = ${query.year}`);
  return sql.join(all, sql` and `);
}

export function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
