import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { fteToCents, type Rate, rateIn } from '#app/kernel/fte-rate.ts';
import { countsAsExercised } from './right.server.ts';
import type { TraceFacts, TraceLine, TraceVersion } from './trace.ts';

export type TraceQuery = {
  schemeId: string;
  /** in force at this moment, and before it */
  at: Date;
  /** as far as recorded by this moment; everything when left out */
  knownOn?: Date | null;
  /** as if this version came in force at `at`, in place of its document's own */
  candidate?: { versionId: string; documentId: string } | null;
};

/**
 * Everything that the chains of a scheme run over: `traceLines(facts)` classes every euro, `traceNew(facts,
 * lines)` judges lines that are not booked yet. Three statements, whatever the size of the scheme.
 */
export async function readTraceFacts(tx: Tx, actor: Actor, query: TraceQuery): Promise<TraceFacts> {
  const versions = await readVersions(tx, actor, query);
  const { rates, ownFunds, parents, drafted } = await readSetting(tx, query);
  const lines = await readLines(tx, query, rates);
  return {
    lines,
    versions,
    ownFunds: new Set(ownFunds),
    parents: new Map(parents.map(({ unit, parent }) => [unit, parent])),
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
       where i.institution_id = current_institution() and i.recorded @> ${known}
         and lower(i.valid) <= ${at}::timestamptz
         and i.version_id is distinct from ${candidate?.versionId ?? null}::uuid
       group by i.version_id, i.document_id
      union all
      select ${candidate?.versionId ?? null}::uuid, ${at}::timestamptz, 'infinity', true
       where ${document}::uuid is not null
    )`;
}

async function readVersions(tx: Tx, actor: Actor, query: TraceQuery): Promise<TraceVersion[]> {
  const name = sql.raw(actor.locale === 'en' ? 'name_en' : 'name_nl');
  const candidate = query.candidate?.versionId ?? null;
  const { rows } = await sql<TraceVersion>`
    with ${force(query)}
    select v.version_id, d.document_id, d.code as document, d.title, k.${name} as kind, k.stage, u.code as unit,
           v.number, v.content_hash as hash, v.source <> '' as sourced, v.source,
           to_char(f.from_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as from,
           case when f.until_at < 'infinity' then to_char(f.until_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') end as until,
           coalesce((select jsonb_agg(jsonb_build_object('body', b.${name}, 'kind', c.kind, 'outcome', c.outcome,
                 'on', c.decided_on) order by c.decided_on, c.asked_on)
              from decision c join body b on b.institution_id = c.institution_id and b.body_id = c.body_id
             where c.institution_id = v.institution_id and c.version_id = v.version_id), '[]') ||
             case when v.version_id = ${candidate}::uuid
               then '[{"body": "", "kind": "adoption", "outcome": "given", "on": null}]'::jsonb else '[]' end as decisions,
           (select count(*)::int from right_rule r
             where r.institution_id = v.institution_id and r.kind_id = d.kind_id and r.prior
               and not exists (select from decision x where x.institution_id = v.institution_id
                     and x.version_id = v.version_id and x.rule_id = r.rule_id and x.version_hash = v.content_hash
                     and ${countsAsExercised})) as missing,
           coalesce((select jsonb_agg(jsonb_build_object('measureId', t.measure_id, 'code', m.code, 'name', t.name, 'firstYear', t.first_year,
                 'lastYear', t.last_year) order by t.sort)
              from measure_text t join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id
             where t.institution_id = v.institution_id and t.version_id = v.version_id), '[]') as measures
      from force f
      join version v on v.institution_id = current_institution() and v.version_id = f.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
      join unit u on u.institution_id = d.institution_id and u.unit_id = d.unit_id
     where d.scheme_id = ${query.schemeId} and k.stage in ('granted', 'allocated', 'budgeted', 'realised')
     order by f.from_at, d.code, v.number`.execute(tx);
  return rows;
}

type Setting = {
  rates: Rate[];
  ownFunds: string[];
  parents: { unit: string; parent: string | null }[];
  drafted: string[];
};

async function readSetting(tx: Tx, { schemeId, at }: TraceQuery): Promise<Setting> {
  const { rows } = await sql<Setting>`
    select coalesce((select json_agg(json_build_object('fromYear', r.from_year, 'fteCents', r.fte_cents))
              from scheme_rate r where r.institution_id = current_institution() and r.scheme_id = ${schemeId}), '[]') as rates,
           (select coalesce(array_agg(f.code), '{}') from fund f
             where f.institution_id = current_institution() and f.scheme_id = ${schemeId} and f.own) as own_funds,
           -- where a unit hangs now, or last hung: an old year's faculty still has its university above it
           (select coalesce(json_agg(json_build_object('unit', u.code, 'parent', p.code)), '[]') from unit u
              left join lateral (select a.code from unit_placement l
                   join unit a on a.institution_id = l.institution_id and a.unit_id = l.parent_id
                  where l.institution_id = u.institution_id and l.unit_id = u.unit_id
                  order by l.valid @> ${at}::date desc, upper(l.valid) desc limit 1) p on true
             where u.institution_id = current_institution()) as parents,
           (select coalesce(array_agg(m.measure_id), '{}') from measure m
              join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
             where m.institution_id = current_institution() and d.scheme_id = ${schemeId}
               and not exists (select from in_force i where i.institution_id = d.institution_id
                     and i.document_id = d.document_id)) as drafted`.execute(tx);
  return rows[0]!;
}

type Row = Omit<TraceLine, 'cents'> & { cents: number; fteMilli: number };

async function readLines(tx: Tx, query: TraceQuery, rates: readonly Rate[]): Promise<TraceLine[]> {
  const { rows } = await sql<Row>`
    with ${force(query)}
    -- summed by id first and named after, as the money statements are: a hundred thousand lines, ten thousand names
    select x.line_id, x.stage, x.version_id, f.code as fund, u.code as unit, n.code as node, x.measure_id, x.year,
           x.cents, x.fte_milli, x.count, x.counts,
           x.version_id in (select v.version_id from carry_over_rule c
             join document d on d.institution_id = c.institution_id and d.kind_id = c.kind_id
             join version v on v.institution_id = d.institution_id and v.document_id = d.document_id
            where c.institution_id = current_institution() and d.scheme_id = ${query.schemeId}) as carries
      from (select min(x.line_id::text) as line_id, x.stage, x.version_id, x.fund_id, x.unit_id, x.node_id, x.measure_id,
                   x.year, coalesce(sum(x.cents), 0)::bigint as cents,
                   coalesce(sum(x.fte_milli) filter (where x.cents is null), 0)::bigint as fte_milli,
                   count(*)::int as count, z.now_in as counts, min(x.sort) as sort
              from force z
              join ledger_line x on x.institution_id = current_institution() and x.version_id = z.version_id
             where not x.memo and x.scheme_id = ${query.schemeId} and x.stage in ('granted', 'allocated', 'budgeted', 'realised')
               and (z.now_in or x.stage = 'budgeted')
             group by x.stage, x.version_id, x.fund_id, x.unit_id, x.node_id, x.measure_id, x.year, z.now_in) x
      join fund f on f.institution_id = current_institution() and f.fund_id = x.fund_id
      join unit u on u.institution_id = current_institution() and u.unit_id = x.unit_id
      left join node n on n.institution_id = current_institution() and n.node_id = x.node_id
     order by x.year, u.sort, u.code, n.sort, x.sort`.execute(tx);
  return rows.map(({ fteMilli, ...line }) => {
    const rate = fteMilli === 0 ? null : rateIn(line.year, rates);
    return { ...line, cents: line.cents + (rate ? fteToCents(fteMilli, rate) : 0) };
  });
}
