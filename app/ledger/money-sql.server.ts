/** The parts of the money query's SQL. */
import { type RawBuilder, sql } from 'kysely';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import type { MoneyKey, MoneyQuery } from './money.server.ts';
import { besideUnit, ofUnit, unitTree } from './unit-tree-sql.server.ts';

export type Filter = Omit<MoneyQuery, 'groupBy'>;
type Levels = Pick<MoneyQuery, 'unitLevel' | 'nodeLevel' | 'tree'>;

/** What a line or a total knows of each key: the column that names are looked up by. */
const idOf: Record<MoneyKey, string> = {
  stage: 'stage',
  fund: 'fund_id',
  unit: 'unit_id',
  node: 'node_id',
  measure: 'measure_id',
  component: 'component',
  costKind: 'cost_kind',
  year: 'year',
};

const nameOf: Record<MoneyKey, RawBuilder<unknown>> = {
  stage: sql`x.stage`,
  fund: sql`f.code`,
  unit: sql`u.code`,
  node: sql`n.code`,
  measure: sql`m.code`,
  component: sql`x.component`,
  costKind: sql`x.cost_kind`,
  year: sql`x.year`,
};

const joinOf: Partial<Record<MoneyKey, RawBuilder<unknown>>> = {
  fund: sql`join fund f on f.institution_id = current_institution() and f.fund_id = x.fund_id`,
  unit: sql`join unit u on u.institution_id = current_institution() and u.unit_id = x.unit_id`,
  node: sql`left join node n on n.institution_id = current_institution() and n.node_id = x.node_id`,
  measure: sql`left join measure m on m.institution_id = current_institution() and m.measure_id = x.measure_id`,
};

/** The code of a key, for units and nodes at most so deep in their tree. */
export function nameColumn(key: MoneyKey, { unitLevel, nodeLevel }: Levels): RawBuilder<unknown> {
  const level = { unit: unitLevel, node: nodeLevel }[key as 'unit'];
  if (level == null) return nameOf[key];
  const codes = sql.ref(key === 'unit' ? 'ut.codes' : 'nt.codes');
  return sql`coalesce(${codes}[least(${sql.lit(level)} + 1, cardinality(${codes}))], ${nameOf[key]})`;
}

/** The ids that these keys group by; by each year's own tree a unit is named per year. */
export function idColumns(keys: readonly MoneyKey[], { unitLevel, tree }: Levels): RawBuilder<unknown>[] {
  const perYear = tree === 'year' && unitLevel != null && keys.includes('unit') && !keys.includes('year');
  return [...keys, ...(perYear ? (['year'] as const) : [])].map((key) => sql.ref(`x.${idOf[key]}`));
}

/** The unit tree asked for, the node tree, and the versions in force then. */
export function treeAndForce(query: Filter): RawBuilder<unknown> {
  const asOf = sql`coalesce(${query.asOf ?? null}::timestamptz, now())`;
  const knownOn = sql`coalesce(${query.knownOn ?? null}::timestamptz, now())`;
  const needUnits = query.unit != null || query.unitLevel != null;
  const needNodes = query.node != null || query.nodeLevel != null;
  // The outer coalesce changes nothing but the planner's guess. Under row-level security it may not look at
  // the statistics of a range and takes `@>` twice for one row in 40,000; of a coalesce it guesses half.
  return sql`with recursive force as (
      select version_id from in_force
       where institution_id = current_institution() and coalesce(valid @> ${asOf} and recorded @> ${knownOn}, false)
    )${needUnits ? unitTree(query) : sql``}${
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

/** The names of these keys, and the trees that a level asks for. */
export function joins(
  keys: readonly MoneyKey[],
  { unitLevel, nodeLevel, tree: which }: Levels,
): RawBuilder<unknown> {
  const tree = [
    keys.includes('unit') && unitLevel != null ? besideUnit(which) : sql``,
    keys.includes('node') && nodeLevel != null ? sql`left join nt on nt.node_id = x.node_id` : sql``,
  ];
  return sql.join([...keys.flatMap((key) => joinOf[key] ?? []), ...tree], sql` `);
}

/**
 * What is asked of a line or total `x` by its own columns alone, so that it can be summed before it is named.
 * @param fromLines `x` is a line, which may be a memo; a total holds none
 */
export function conditions(query: Filter, fromLines: boolean): RawBuilder<unknown> {
  const inForce = sql`x.version_id in (select version_id from force)`;
  const all: RawBuilder<unknown>[] = [
    sql`x.institution_id = current_institution()`,
    sql`x.scheme_id = ${query.schemeId}`,
    // Of totals all of a scheme are read, half of them in force as the coalesce makes the planner guess. By itself it
    // guesses fewer the more institutions there are: at sixty one row for 720, named in nested loops.
    query.versionId != null
      ? sql`x.version_id = ${query.versionId}`
      : fromLines
        ? inForce
        : sql`coalesce(${inForce}, false)`,
  ];
  if (fromLines && !query.memo) all.push(sql`not x.memo`);
  if (query.memo === 'only') all.push(sql`x.memo`);
  if (query.carried !== undefined) {
    all.push(sql`${sql.raw(query.carried ? '' : 'not')} x.version_id = any(array(
      select v.version_id from ${settingAt('carry_over_rule', query.knownOn)} c
        join document d on d.institution_id = c.institution_id and d.kind_id = c.kind_id
        join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
       where c.institution_id = current_institution() and d.scheme_id = ${query.schemeId}))`);
  }
  // as arrays, not joins: the planner then finds the totals first, whatever it thinks of these few ids
  const among = (ids: RawBuilder<unknown>) => sql`= any(array(${ids}))`;
  const funds = (which: RawBuilder<unknown>) =>
    sql`x.fund_id ${among(sql`select fund_id from ${settingAt('fund', query.knownOn)} f where institution_id = current_institution() and ${which}`)}`;
  if (query.stage?.length) all.push(sql`x.stage in (${sql.join(query.stage)})`);
  if (query.fund != null) all.push(funds(sql`code = ${query.fund}`));
  if (query.ownFunds) all.push(funds(sql`scheme_id = ${query.schemeId} and own`));
  if (query.unit != null) all.push(ofUnit(query));
  if (query.node != null)
    all.push(sql`x.node_id ${among(sql`select node_id from nt where ${query.node} = any(codes)`)}`);
  if (query.withoutNode) all.push(sql`x.node_id is null`);
  if (query.measure != null)
    all.push(
      sql`x.measure_id ${among(
        sql`select measure_id from measure where institution_id = current_institution() and code = ${query.measure}`,
      )}`,
    );
  if (query.component != null) all.push(sql`x.component = ${query.component}`);
  if (query.costKind != null) all.push(sql`x.cost_kind = ${query.costKind}`);
  if (query.year != null) all.push(sql`x.year = ${query.year}`);
  return sql.join(all, sql` and `);
}

export function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
