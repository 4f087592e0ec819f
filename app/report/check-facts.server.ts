/** What the checks of a scheme are computed from, beside its tables and its money. */
import { sql } from 'kysely';
import { earliest, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import type { Acceptance } from './acceptance.ts';
import type { FundTerm, PricedLine } from './open-check.ts';

export type SpentMeasure = {
  unit: string;
  unitName: string;
  measure: string;
  name: string;
  year: number;
  budgeted: number;
  realised: number;
};

export type CheckFacts = {
  /** of the own funds and all others, by year; expected and granted alike */
  amounts: { fund: string; year: number; cents: number }[];
  terms: FundTerm[];
  acceptances: Acceptance[];
};

/** The moment that checks are of, and the clock of the caller. */
type CheckMoment = VersionMoment & { now: Date };

/** The funds' terms and money, and by then the newest word on each difference. One statement. */
export async function getCheckFacts(
  tx: Tx,
  actor: Actor,
  schemeId: string,
  moment: CheckMoment,
): Promise<CheckFacts> {
  const { held } = versionAt(moment, moment.now);
  const until = earliest(moment.asOf, moment.knownOn);
  const name = sql.raw(actor.locale === 'en' ? 'name_en' : 'name_nl');
  const { rows } = await sql<CheckFacts>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('fund', f.code, 'fundName', f.${name}, 'fromYear', t.from_year,
                 'toYear', t.to_year, 'nationalCents', t.national_cents, 'shareBasis', t.share_basis,
                 'basis', t.basis, 'source', t.source) order by f.sort, f.code, t.sort)
         from ${settingAt('fund_term', moment.knownOn)} t join fund f on f.institution_id = t.institution_id and f.fund_id = t.fund_id
        where t.institution_id = ${actor.institutionId} and f.scheme_id = ${schemeId}), '[]') as terms,
      coalesce((select jsonb_agg(jsonb_build_object('fund', x.code, 'year', x.year, 'cents', x.cents) order by x.code, x.year)
         from (select f.code, l.year, sum(l.cents) as cents from ledger_line l
                 join in_force i on i.institution_id = l.institution_id and i.version_id = l.version_id
                      and ${held}
                 join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
                where l.institution_id = ${actor.institutionId} and l.scheme_id = ${schemeId}
                  and l.stage in ('expected', 'granted') and l.cents is not null
                  and exists (select from ${settingAt('fund_term', moment.knownOn)} t where t.institution_id = f.institution_id and t.fund_id = f.fund_id)
                group by f.code, l.year) x), '[]') as amounts,
      coalesce((select jsonb_agg(jsonb_build_object('code', a.code, 'whereKey', a.where_key, 'stated', a.stated,
                 'computed', a.computed, 'accepted', a.accepted, 'reason', a.reason,
                 'by', coalesce(c.name, a.by_name), 'at', a.at))
         from (select distinct on (code, where_key) * from accepted_difference
                where institution_id = ${actor.institutionId} and scheme_id = ${schemeId}
                  and (${until}::timestamptz is null or at <= ${until}::timestamptz)
                order by code, where_key, sort desc) a
         left join account c on c.institution_id = a.institution_id and c.login = a.by_name and a.by_kind = 'account'),
       '[]') as acceptances`.execute(tx);
  return rows[0]!;
}

/** Measures on which more was spent in a year than their plan in force says, unit by unit. One statement. */
export async function getOverspent(
  tx: Tx,
  actor: Actor,
  schemeId: string,
  moment: CheckMoment,
): Promise<SpentMeasure[]> {
  const { held } = versionAt(moment, moment.now);
  const name = sql.raw(actor.locale === 'en' ? 'name_en' : 'name_nl');
  const { rows } = await sql<SpentMeasure>`
    with force as (select i.version_id from in_force i where i.institution_id = ${actor.institutionId}
                    and coalesce(${held}, false)),
    spent as (
      select unit_id, measure_id, year, (sum(cents) filter (where stage = 'realised'))::bigint as realised,
             (sum(cents) filter (where stage = 'budgeted'))::bigint as budgeted
        from ledger_line
       where institution_id = ${actor.institutionId} and scheme_id = ${schemeId} and measure_id is not null
         and stage in ('budgeted', 'realised') and version_id in (select version_id from force)
       group by unit_id, measure_id, year
      having sum(cents) filter (where stage = 'realised') > sum(cents) filter (where stage = 'budgeted')
         -- an amount that is still open cannot be passed, nor one that is planned in FTE alone
         and bool_and(stage <> 'budgeted' or cents is not null))
    select u.code as unit, u.${name} as unit_name, m.code as measure, coalesce(t.name, m.code) as name, s.year,
           s.budgeted, s.realised
      from spent s
      join unit u on u.institution_id = ${actor.institutionId} and u.unit_id = s.unit_id
      join measure m on m.institution_id = ${actor.institutionId} and m.measure_id = s.measure_id
      left join lateral (select t.name from measure_text t
           join version v on v.institution_id = t.institution_id and v.version_id = t.version_id and v.status = 'adopted'
          where t.institution_id = m.institution_id and t.measure_id = m.measure_id
          order by v.number desc limit 1) t on true
     order by s.year, u.sort, u.code, m.code limit 500`.execute(tx);
  return rows;
}

/** Budget lines in force that state both euros and FTE, with the rate of their year. One statement. */
export async function getPricedLines(
  tx: Tx,
  actor: Actor,
  scheme: { schemeId: string; code: string },
  moment: CheckMoment,
): Promise<PricedLine[]> {
  const { held } = versionAt(moment, moment.now);
  const name = sql.raw(actor.locale === 'en' ? 'name_en' : 'name_nl');
  const { rows } = await sql<Omit<PricedLine, 'href'> & { document: string }>`
    select concat_ws('/', d.code, m.code, l.component, l.cost_kind, f.code, u.code, l.year) as key,
           l.cents, l.fte_milli, r.fte_cents as rate_cents, l.year, u.${name} as unit, d.code as document,
           concat_ws(', ', coalesce(t.name, d.title), nullif(l.component, ''), nullif(l.cost_kind, '')) as what
      from ledger_line l
      join in_force i on i.institution_id = l.institution_id and i.version_id = l.version_id
           and ${held}
      join version v on v.institution_id = l.institution_id and v.version_id = l.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
      join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
      left join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
      left join measure_text t on t.institution_id = l.institution_id and t.version_id = l.version_id
           and t.measure_id = l.measure_id
      join lateral (select fte_cents from ${settingAt('scheme_rate', moment.knownOn)} r where r.institution_id = l.institution_id
           and r.scheme_id = l.scheme_id and r.from_year <= l.year order by from_year desc limit 1) r on true
     where l.institution_id = ${actor.institutionId} and l.scheme_id = ${scheme.schemeId} and l.stage = 'budgeted'
       and l.cents is not null and l.fte_milli is not null
       -- half a hundredth of an FTE at the rate: nearer than that is rounding
       and abs(l.cents - l.fte_milli::numeric * r.fte_cents / 1000) > r.fte_cents::numeric / 200
     order by key limit 500`.execute(tx);
  return rows.map((row) => ({ ...row, href: `/schemes/${scheme.code}/plans/${row.document}/budget` }));
}

export type TieRow = {
  code: string;
  owner: string;
  nameNl: string;
  nameEn: string;
  note: string;
  left: unknown;
  right: unknown;
  /** one amount for each printed figure; null is not known */
  leftFigures: (number | null)[];
  rightFigures: (number | null)[];
};

/** The ties of a scheme, or that ask it for a side, each side with its figures. One statement for all. */
export async function getTieRows(
  tx: Tx,
  actor: Actor,
  scheme: string,
  moment: CheckMoment,
): Promise<TieRow[]> {
  const { institutionId } = actor;
  const { held } = versionAt(moment, moment.now);
  const day = isoDate(moment.asOf ?? moment.now);
  const { rows } = await sql<TieRow>`
    with recursive force as (select i.version_id from in_force i where i.institution_id = ${institutionId}
                    and coalesce(${held}, false)),
    ut(unit_id, codes) as (
      select u.unit_id, array[u.code] from unit u where u.institution_id = ${institutionId} and not exists (
        select from unit_placement p where p.institution_id = u.institution_id and p.unit_id = u.unit_id
           and p.valid @> ${day}::date)
      union all
      select p.unit_id, ut.codes || u.code from ut
        join unit_placement p on p.institution_id = ${institutionId} and p.parent_id = ut.unit_id and p.valid @> ${day}::date
        join unit u on u.institution_id = p.institution_id and u.unit_id = p.unit_id),
    nt(node_id, codes) as (
      select n.node_id, array[n.code] from node n where n.institution_id = ${institutionId} and n.parent_id is null
      union all
      select n.node_id, nt.codes || n.code from nt join node n on n.institution_id = ${institutionId} and n.parent_id = nt.node_id),
    asked as (
      select t.*, s.code as owner, s.first_year as begins from ${settingAt('tie', moment.knownOn)} t
        join scheme s on s.institution_id = t.institution_id and s.scheme_id = t.scheme_id
       where t.institution_id = ${institutionId}
         and ${scheme} in (s.code, t.left_side ->> 'scheme', t.right_side ->> 'scheme')),
    side as (select tie_id, 'left' as hand, left_side as q from asked
             union all select tie_id, 'right', right_side from asked),
    figure as (
      select side.tie_id, side.hand, x.fund_id, x.node_id, x.measure_id, x.component, x.year,
             case when bool_or(x.cents is null) then null else sum(x.cents) end as cents
        from side
        join scheme s on s.institution_id = ${institutionId} and s.code = side.q ->> 'scheme'
        join ledger_line x on x.institution_id = s.institution_id and x.scheme_id = s.scheme_id and x.stage = side.q ->> 'stage'
             and x.version_id in (select version_id from force)
             -- as on the money page: a memo line is in no total, and a line in FTE alone has no euros
             and not x.memo and (x.cents is not null or x.fte_milli is null)
        join fund f on f.institution_id = x.institution_id and f.fund_id = x.fund_id
        left join measure m on m.institution_id = x.institution_id and m.measure_id = x.measure_id
        left join ut on ut.unit_id = x.unit_id
        left join nt on nt.node_id = x.node_id
       where (side.q -> 'funds' = '[]' or side.q -> 'funds' ? f.code)
         and (side.q -> 'components' = '[]' or side.q -> 'components' ? x.component)
         and (side.q -> 'years' = '[]' or side.q -> 'years' @> to_jsonb(x.year))
         and (side.q ->> 'unit' is null or side.q ->> 'unit' = any(ut.codes))
         and (side.q ->> 'node' is null or side.q ->> 'node' = any(nt.codes))
         and (side.q ->> 'measure' is null or side.q ->> 'measure' = m.code)
       group by side.tie_id, side.hand, x.fund_id, x.node_id, x.measure_id, x.component, x.year)
    select a.code, a.owner, a.name_nl, a.name_en, a.note, a.left_side as left, a.right_side as right,
           coalesce((select jsonb_agg(cents) from figure g where g.tie_id = a.tie_id and g.hand = 'left'), '[]') as left_figures,
           coalesce((select jsonb_agg(cents) from figure g where g.tie_id = a.tie_id and g.hand = 'right'), '[]') as right_figures
      from asked a order by a.begins, a.owner, a.sort, a.code`.execute(tx);
  return rows;
}
