/** The unit tree that figures are added up by: docs/decisions/0012-which-tree.md. */
import { type RawBuilder, sql } from 'kysely';
import type { MoneyQuery } from './money.server.ts';

type TreeQuery = Pick<MoneyQuery, 'schemeId' | 'asOf' | 'tree' | 'versionId'>;

const here = sql`institution_id = current_institution()`;

/**
 * The tables `up` and `ut` of a `with recursive`, each with a comma before it. `ut` has of each unit `codes`, the
 * path from the root under which its figures are shown, and `chain`, that path with the units that have gone
 * into others in it; by each year's own tree also the `year`. A unit without a place on the day stands under
 * what it became, where that is one unit, and otherwise where it last hung, or first will: so nothing is lost.
 * Every unit has one unit above it at most and the walk begins where there is none: it ends on any data.
 */
export function unitTree(query: TreeQuery): RawBuilder<unknown> {
  const byYear = query.tree === 'year';
  const day = byYear
    ? sql`make_date(y.year, 12, 31)`
    : sql`coalesce(${query.asOf ?? null}::timestamptz, now())::date`;
  const year = (table: string) => (byYear ? sql`${sql.ref(`${table}.year`)},` : sql``);
  const inYear = byYear ? sql`year,` : sql``;
  return sql`${byYear ? yearsOf(query) : sql``}, up(unit_id, ${inYear} code, up_id, folded) as (
      select u.unit_id, ${year('y')} u.code, coalesce(p.parent_id, s.unit_id, n.parent_id),
             p.parent_id is null and s.unit_id is not null
        from unit u ${byYear ? sql`cross join years y` : sql``}
        left join unit_placement p on p.institution_id = u.institution_id and p.unit_id = u.unit_id
             -- for the planner's guess, as in treeAndForce
             and coalesce(p.valid @> ${day}, false)
        left join lateral (select (array_agg(distinct c.successor_id))[1] as unit_id from unit_succession c
           where p.parent_id is null and c.institution_id = u.institution_id and c.predecessor_id = u.unit_id
             and c.on_date <= ${day} having count(distinct c.successor_id) = 1) s on true
        left join lateral (select q.parent_id from unit_placement q
           where p.parent_id is null and s.unit_id is null and q.institution_id = u.institution_id and q.unit_id = u.unit_id
           order by case when upper(q.valid) <= ${day} then upper(q.valid) end desc nulls last, lower(q.valid)
           limit 1) n on true
       where u.${here}
    ), ut(unit_id, ${inYear} codes, chain) as (
      select up.unit_id, ${year('up')} array[up.code], array[up.code] from up where up.up_id is null
      union all
      select up.unit_id, ${year('up')} case when up.folded then ut.codes else ut.codes || up.code end, ut.chain || up.code
        from ut join up on up.up_id = ut.unit_id ${byYear ? sql`and up.year = ut.year` : sql``}
    )`;
}

/** The years that the scheme has figures of. */
function yearsOf({ schemeId, versionId }: TreeQuery): RawBuilder<unknown> {
  const from =
    versionId != null
      ? sql`ledger_line where ${here} and version_id = ${versionId}`
      : sql`version_total where ${here} and scheme_id = ${schemeId}`;
  return sql`, years(year) as (select distinct year from ${from})`;
}

/** The lines or totals `x` of a unit and all below it, or of what is shown as its own alone. */
export function ofUnit({
  tree,
  unit,
  unitAlone,
}: Pick<MoneyQuery, 'tree' | 'unitAlone'> & {
  unit?: string | RawBuilder<string> | null;
}): RawBuilder<unknown> {
  const within = unitAlone ? sql`${unit} = codes[cardinality(codes)]` : sql`${unit} = any(chain)`;
  if (tree === 'year') return sql`(x.unit_id, x.year) in (select unit_id, year from ut where ${within})`;
  // as an array, not a join: the planner then finds the totals first, whatever it thinks of these few ids
  return sql`x.unit_id = any(array(select unit_id from ut where ${within}))`;
}

/** Beside each line or total `x`, or group of them, the place of its unit. */
export function besideUnit(tree: MoneyQuery['tree']): RawBuilder<unknown> {
  return tree === 'year'
    ? sql`left join ut on ut.unit_id = x.unit_id and ut.year = x.year`
    : sql`left join ut on ut.unit_id = x.unit_id`;
}
