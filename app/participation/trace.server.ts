import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { fteToCents, type Rate, rateIn } from '#app/kernel/fte-rate.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import { placesFromLines } from '#app/ledger/place-total.server.ts';
import { dossierAt } from './right.server.ts';
import type { TraceFacts, TraceLine, TraceVersion } from './trace.ts';
import type { UnitBefore, UnitPlace } from './trace-unit.ts';

export type TraceQuery = {
  schemeId: string;
  /** in force at this moment, and before it */
  at: Date;
  /** as far as recorded by this moment; everything when left out */
  knownOn?: Date | null;
  /** as if this version came in force at `at`, in place of its document's own */
  candidate?: { versionId: string; documentId: string } | null;
  /** lines that no chain can tell apart come as one: for sums, which stay what they are */
  together?: boolean;
};

/**
 * Everything that the chains of a scheme run over: `traceLines(facts)` classes every euro, `traceNew(facts,
 * lines)` judges lines that are not booked yet. Three statements, whatever the size of the scheme.
 */
export async function readTraceFacts(tx: Tx, actor: Actor, query: TraceQuery): Promise<TraceFacts> {
  const versions = await readVersions(tx, actor, query);
  const { rates, ownFunds, parents, places, before, drafted } = await readSetting(tx, query);
  const lines = await readLines(tx, query, rates);
  return {
    lines,
    versions,
    ownFunds: new Set(ownFunds),
    parents: new Map(parents.map(({ unit, parent }) => [unit, parent])),
    places: Map.groupBy(places, (one) => one.unit),
    before: Map.groupBy(before, (one) => one.became),
    drafted: new Set(drafted),
  };
}

/** Versions in force at any time up to the moment, with the days of it; `now_in` is in force at the moment. */
function force({ at, knownOn, candidate }: TraceQuery): RawBuilder<unknown> {
  const known = sql`coalesce(${knownOn ?? null}::timestamptz, now())`;
  const document = candidate?.documentId ?? null;
  return sql`force as (
      select i.version_id, min(lower(i.valid)) as from_at, max(case when i.document_id = ${document}::uuid
               then least(upper(i.valid), ${at}::timestamptz) else coalesce(upper(i.valid), 'infinity') end) as until_at,
             bool_or(i.valid @> ${at}::timestamptz) and i.document_id is distinct from ${document}::uuid as now_in
        from in_force i
       where i.institution_id = current_institution()
         -- for the planner's guess, as in treeAndForce: it expects one version otherwise, and names lines in nested loops
         and coalesce(i.recorded @> ${known} and lower(i.valid) <= ${at}::timestamptz
               and i.version_id is distinct from ${candidate?.versionId ?? null}::uuid, false)
       group by i.version_id, i.document_id
      union all
      select ${candidate?.versionId ?? null}::uuid, ${at}::timestamptz, 'infinity', true
       where ${document}::uuid is not null
    )`;
}

async function readVersions(tx: Tx, actor: Actor, query: TraceQuery): Promise<TraceVersion[]> {
  const name = sql.raw(actor.locale === 'en' ? 'name_en' : 'name_nl');
  const candidate = query.candidate?.versionId ?? null;
  const { asked, decided, exercised } = dossierAt(query);
  const { rows } = await sql<TraceVersion>`
    with ${force(query)},
    -- once for all versions, and kept: the planner expects one version, and would read all measures for each
    promised as materialized (
      select t.version_id, jsonb_agg(jsonb_build_object('measureId', t.measure_id, 'code', m.code, 'name', t.name,
               'firstYear', t.first_year, 'lastYear', t.last_year) order by t.sort, m.code) as measures
        from measure_text t join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id
       where t.institution_id = current_institution() and t.version_id = any(array(select version_id from force))
       group by t.version_id
    )
    select v.version_id, d.document_id, d.code as document, d.title, k.${name} as kind, k.stage, u.code as unit,
           v.number, v.content_hash as hash, v.source <> '' as sourced, v.source,
           to_char(f.from_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as from,
           case when f.until_at < 'infinity' then to_char(f.until_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') end as until,
           coalesce((select jsonb_agg(jsonb_build_object('body', b.${name}, 'kind', x.kind,
                 'outcome', case when ${decided} then x.outcome end, 'on', case when ${decided} then x.decided_on end)
                 order by x.decided_on, x.asked_on, b.code, x.kind)
              from decision x join body b on b.institution_id = x.institution_id and b.body_id = x.body_id
             where x.institution_id = v.institution_id and x.version_id = v.version_id and ${asked}), '[]') ||
             case when v.version_id = ${candidate}::uuid
               then '[{"body": "", "kind": "adoption", "outcome": "given", "on": null}]'::jsonb else '[]' end as decisions,
           (select count(*)::int from ${settingAt('right_rule', query.knownOn)} r
             where r.institution_id = v.institution_id and r.kind_id = d.kind_id and r.prior
               and not exists (select from decision x where x.institution_id = v.institution_id
                     and x.version_id = v.version_id and x.rule_id = r.rule_id and x.version_hash = v.content_hash
                     and ${exercised})) as missing,
           coalesce(m.measures, '[]') as measures
      from force f
      join version v on v.institution_id = current_institution() and v.version_id = f.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
      left join promised m on m.version_id = v.version_id
     where d.scheme_id = ${query.schemeId} and k.stage in ('granted', 'allocated', 'budgeted', 'realised')
     order by f.from_at, d.code, v.number`.execute(tx);
  return rows;
}

type Setting = {
  rates: Rate[];
  ownFunds: string[];
  parents: { unit: string; parent: string | null }[];
  places: (UnitPlace & { unit: string })[];
  before: (UnitBefore & { became: string })[];
  drafted: string[];
};

async function readSetting(tx: Tx, { schemeId, at, knownOn }: TraceQuery): Promise<Setting> {
  const { rows } = await sql<Setting>`
    select coalesce((select json_agg(json_build_object('fromYear', r.from_year, 'fteCents', r.fte_cents))
              from ${settingAt('scheme_rate', knownOn)} r where r.institution_id = current_institution() and r.scheme_id = ${schemeId}), '[]') as rates,
           (select coalesce(array_agg(f.code), '{}') from ${settingAt('fund', knownOn)} f
             where f.institution_id = current_institution() and f.scheme_id = ${schemeId} and f.own) as own_funds,
           -- where a unit hangs now, or last hung: an old year's faculty still has its university above it
           (select coalesce(json_agg(json_build_object('unit', u.code, 'parent', p.code)), '[]') from unit u
              left join lateral (select a.code from unit_placement l
                   join unit a on a.institution_id = l.institution_id and a.unit_id = l.parent_id
                  where l.institution_id = u.institution_id and l.unit_id = u.unit_id
                  order by l.valid @> ${at}::date desc, upper(l.valid) desc limit 1) p on true
             where u.institution_id = current_institution()) as parents,
           (select coalesce(json_agg(json_build_object('unit', u.code, 'parent', a.code, 'from', lower(l.valid),
                'until', upper(l.valid)) order by u.code, l.valid), '[]') from unit_placement l
              join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
              join unit a on a.institution_id = l.institution_id and a.unit_id = l.parent_id
             where l.institution_id = current_institution() and exists (select from unit_placement o
                where o.institution_id = l.institution_id and o.unit_id = l.unit_id and o.valid <> l.valid)) as places,
           (select coalesce(json_agg(json_build_object('became', b.code, 'unit', u.code, 'on', c.on_date)
                order by c.on_date, u.sort, u.code), '[]') from unit_succession c
              join unit u on u.institution_id = c.institution_id and u.unit_id = c.predecessor_id
              join unit b on b.institution_id = c.institution_id and b.unit_id = c.successor_id
             where c.institution_id = current_institution()) as before,
           (select coalesce(array_agg(m.measure_id), '{}') from measure m
              join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
             where m.institution_id = current_institution() and d.scheme_id = ${schemeId}
               and not exists (select from in_force i where i.institution_id = d.institution_id
                     and i.document_id = d.document_id and lower(i.valid) <= ${at}::timestamptz
                     and i.recorded @> coalesce(${knownOn ?? null}::timestamptz, now()))) as drafted`.execute(
    tx,
  );
  return rows[0]!;
}

type Stage = TraceLine['stage'];
/** line, stage, version, fund, unit, node, measure, year, cents, FTE, lines, whether it counts, whether it carries */
type Fields = [
  ...[string, Stage, string, string, string, string | null, string | null],
  ...[number, number, number, number, boolean, boolean],
];

const anyMeasure = sql.lit('00000000-0000-0000-0000-000000000000');

/**
 * What may be summed for sums: places whose chains run alike and whose amounts have one sign. A budget's chain asks
 * for its plan, fund, unit and year, not for the measure; FTE alone stay apart, as each is rounded.
 */
const together = sql`
  select min(line_id::text) as line_id, version_id, measure_id, fund_id, unit_id, year, node_id, stage, now_in,
         sum(cents)::bigint as cents, sum(fte_milli)::bigint as fte_milli, sum(lines)::int as lines
    from (select line_id, version_id, fund_id, unit_id, year, stage, now_in, cents, fte_milli, lines,
                 case when stage = 'realised' then measure_id when measure_id is not null then ${anyMeasure}::uuid end as measure_id,
                 case when measure_id is null then node_id end as node_id,
                 case when fte_milli <> 0 then line_id end as apart
            from place where now_in or measure_id is null) p
   group by version_id, measure_id, fund_id, unit_id, year, node_id, sign(cents), apart, stage, now_in`;

/**
 * The code of what `x` belongs to, looked up in one object of all of the institution: ten thousand lines joined to
 * three tables cost as much as reading them, and many times that where the planner expects a few.
 */
function codeOf(table: 'fund' | 'unit' | 'node'): RawBuilder<unknown> {
  const id = sql.ref(`${table}_id`);
  return sql`(select jsonb_object_agg(${id}, code) from ${sql.table(table)}
               where institution_id = current_institution()) ->> x.${id}::text`;
}

const inOrder = sql`order by x.year, u.sort, u.code, n.sort, n.code, f.sort, f.code, x.stage, d.code, v.number, x.sort`;
const besideOrder = sql`
      join fund f on f.institution_id = current_institution() and f.fund_id = x.fund_id
      join unit u on u.institution_id = current_institution() and u.unit_id = x.unit_id
      join version v on v.institution_id = current_institution() and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      left join node n on n.institution_id = current_institution() and n.node_id = x.node_id`;

async function readLines(tx: Tx, query: TraceQuery, rates: readonly Rate[]): Promise<TraceLine[]> {
  const candidate = query.candidate?.versionId ?? null;
  // a version has one scheme; the planner takes the two for independent, and expects none of its lines
  const here = sql`coalesce(p.scheme_id = ${query.schemeId}, false) and p.stage in ('granted', 'allocated', 'budgeted', 'realised')`;
  // one row of JSON: ten thousand rows cost the driver four times as much
  const { rows } = await sql<{ lines: Fields[] }>`
    with ${force(query)},
    place as (
      select p.*, z.now_in from force z
        join place_total p on p.institution_id = current_institution() and p.version_id = z.version_id
       where ${here} and (z.now_in or p.stage = 'budgeted')
      union all
      select p.*, true as now_in from (${placesFromLines(
        sql`select version_id from version where institution_id = current_institution()
             and version_id = ${candidate}::uuid and content_hash is null`,
      )}) p where ${here}
    ),
    x as (${query.together ? together : sql`select * from place`}),
    carry as (
      select v.version_id from ${settingAt('carry_over_rule', query.knownOn)} c
        join document d on d.institution_id = c.institution_id and d.kind_id = c.kind_id
        join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
       where c.institution_id = current_institution() and d.scheme_id = ${query.schemeId}
    )
    select coalesce(json_agg(json_build_array(x.line_id, x.stage, x.version_id, ${codeOf('fund')}, ${codeOf('unit')},
             ${codeOf('node')}, x.measure_id, x.year, x.cents, x.fte_milli, x.lines, x.now_in,
             x.version_id in (select version_id from carry)) ${query.together ? sql`` : inOrder}), '[]') as lines
      from x ${query.together ? sql`` : besideOrder}`.execute(tx);
  return rows[0]!.lines.map((fields) => lineOf(fields, rates));
}

function lineOf(fields: Fields, rates: readonly Rate[]): TraceLine {
  const [lineId, stage, versionId, fund, unit, node, measureId, ...rest] = fields;
  const [year, euros, fteMilli, count, counts, carries] = rest;
  const rate = fteMilli === 0 ? null : rateIn(year, rates);
  const cents = euros + (rate ? fteToCents(fteMilli, rate) : 0);
  return { lineId, stage, versionId, fund, unit, node, measureId, year, cents, count, counts, carries };
}
