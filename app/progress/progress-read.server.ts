import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Rate } from '#app/kernel/fte-rate.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { stepsOf } from '#app/plan/plan-content.server.ts';
import type { Step } from '#app/plan/step.ts';
import type { Entry, Status } from './progress.ts';

export type Named = { code: string; nameNl: string; nameEn: string };

export type ProgressFrame = Named & {
  schemeId: string;
  firstYear: number;
  lastYear: number;
  statuses: (Status & { revision: number; used: boolean })[];
  themes: Named[];
  funds: Named[];
  rates: Rate[];
};

/** What a page about progress knows of the scheme. One statement. @throws Missing */
export async function readFrame(tx: Tx, actor: Actor, scheme: string): Promise<ProgressFrame> {
  const { rows } = await sql<ProgressFrame>`
    select s.scheme_id, s.code, s.name_nl, s.name_en, s.first_year, s.last_year,
           (select coalesce(json_agg(json_build_object('code', p.code, 'nameNl', p.name_nl, 'nameEn', p.name_en,
               'meaningNl', p.meaning_nl, 'meaningEn', p.meaning_en, 'deviates', p.deviates, 'revision', p.revision,
               'used', exists (select from progress_entry e where e.institution_id = p.institution_id
                                  and e.status_id = p.status_id)) order by p.sort, p.code), '[]')
              from progress_status p where p.institution_id = s.institution_id and p.scheme_id = s.scheme_id) as statuses,
           (select coalesce(json_agg(json_build_object('code', n.code, 'nameNl', n.name_nl, 'nameEn', n.name_en)
               order by n.sort, n.code), '[]') from node n
             where n.institution_id = s.institution_id and n.framework_id = s.theme_framework_id) as themes,
           (select coalesce(json_agg(json_build_object('code', f.code, 'nameNl', f.name_nl, 'nameEn', f.name_en)
               order by f.sort, f.code), '[]') from fund f
             where f.institution_id = s.institution_id and f.scheme_id = s.scheme_id) as funds,
           (select coalesce(json_agg(json_build_object('fromYear', r.from_year, 'fteCents', r.fte_cents)
               order by r.from_year), '[]') from scheme_rate r
             where r.institution_id = s.institution_id and r.scheme_id = s.scheme_id) as rates
      from scheme s where s.institution_id = ${actor.institutionId} and s.code = ${scheme}`.execute(tx);
  const [frame] = rows;
  if (!frame) throw new Missing('scheme');
  return frame;
}

/** What a plan promises of one measure. */
export type Promised = {
  unitId: string;
  measureId: string;
  versionId: string;
  /** code of the plan, its version's number, and whether that version answers for the year */
  document: string;
  version: number;
  answers: boolean;
  code: string;
  name: string;
  description: string;
  owner: string;
  /** code of its theme, and the place of that theme in its framework */
  theme: string;
  series: number;
  steps: Step[];
};

export type Scope = {
  schemeId: string;
  /** null is every unit */
  unitId: string | null;
  year: number;
  now: Date;
};

/**
 * The measures that a year is told of: of the plans that were in force when it ended (or are now, while it runs; a
 * plan that came later answers for it too), and of the versions that reports on it were written against.
 */
export async function readPromises(tx: Tx, actor: Actor, scope: Scope): Promise<Promised[]> {
  const { institutionId } = actor;
  const end = new Date(Date.UTC(scope.year + 1, 0, 1) - 1);
  const at = end < scope.now ? end : scope.now;
  const unit = scope.unitId === null ? sql`` : sql`and d.unit_id = ${scope.unitId}`;
  const { rows } = await sql<Promised>`
    with answering as (
      select distinct on (i.document_id) i.version_id
        from in_force i
        join document d on d.institution_id = i.institution_id and d.document_id = i.document_id
       where i.institution_id = ${institutionId} and d.scheme_id = ${scope.schemeId} ${unit}
         and upper_inf(i.recorded) and lower(i.valid) <= ${scope.now}::timestamptz
       order by i.document_id, i.valid @> ${at}::timestamptz desc, lower(i.valid)),
    told as (
      select distinct e.version_id, e.measure_id from progress_entry e
        join progress_report r on r.institution_id = e.institution_id and r.report_id = e.report_id
       where e.institution_id = ${institutionId} and r.scheme_id = ${scope.schemeId} and r.year = ${scope.year}
         ${scope.unitId === null ? sql`` : sql`and r.unit_id = ${scope.unitId}`}),
    themes as (
      select n.node_id, n.code, row_number() over (order by n.sort, n.code) as place from node n
        join scheme s on s.institution_id = n.institution_id and s.theme_framework_id = n.framework_id
       where n.institution_id = ${institutionId} and s.scheme_id = ${scope.schemeId})
    select d.unit_id, m.measure_id, t.version_id, d.code as document, v.number as version, m.code, t.name, t.description,
           t.owner, n.code as theme, n.place::int as series, ${stepsOf} as steps,
           t.version_id in (select version_id from answering) and ${scope.year}::int between t.first_year and t.last_year
             and (m.ended_from is null or m.ended_from > ${scope.year}) as answers
      from measure_text t
      join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id
      join version v on v.institution_id = t.institution_id and v.version_id = t.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join themes n on n.node_id = t.node_id
     where t.institution_id = ${institutionId}
       and (t.version_id in (select version_id from answering)
            or (t.version_id, t.measure_id) in (select version_id, measure_id from told))
     order by d.amends_id nulls first, d.code, n.place, t.sort, m.code, v.number`.execute(tx);
  return rows;
}

export type StoredReport = {
  reportId: string;
  unitId: string;
  year: number;
  number: number;
  summary: string;
  reason: string;
  /** ISO instant; null while it is written */
  submittedAt: string | null;
  submittedBy: string;
  contentHash: string | null;
  revision: number;
  entries: (Entry & { measureId: string; versionId: string })[];
};

/** The reports on a year and on the one before it, the newest first. */
export async function readReports(tx: Tx, actor: Actor, scope: Omit<Scope, 'now'>): Promise<StoredReport[]> {
  const { rows } = await sql<StoredReport>`
    select r.report_id, r.unit_id, r.year, r.number, r.summary, r.reason, to_json(r.submitted_at) #>> '{}' as submitted_at,
           r.submitted_by, r.content_hash, r.revision,
           coalesce((select json_agg(json_build_object('measureId', e.measure_id, 'versionId', e.version_id,
               'status', p.code, 'done', e.done, 'result', e.result, 'effect', e.effect, 'deviation', e.deviation,
               'waitsFor', e.waits_for, 'nextStep', e.next_step, 'steps', coalesce((
                 select json_agg(json_build_object('code', s.code, 'reachedMilli', s.reached_milli, 'note', s.note)
                          order by s.code) from progress_step s where s.institution_id = e.institution_id
                    and s.report_id = e.report_id and s.measure_id = e.measure_id), '[]')))
              from progress_entry e
              left join progress_status p on p.institution_id = e.institution_id and p.status_id = e.status_id
             where e.institution_id = r.institution_id and e.report_id = r.report_id), '[]') as entries
      from progress_report r
     where r.institution_id = ${actor.institutionId} and r.scheme_id = ${scope.schemeId}
       and r.year in (${scope.year}, ${scope.year - 1})
       ${scope.unitId === null ? sql`` : sql`and r.unit_id = ${scope.unitId}`}
     order by r.year desc, r.number desc`.execute(tx);
  return rows;
}

export type MeasureLine = {
  measureId: string;
  stage: 'budgeted' | 'realised';
  fund: string;
  year: number;
  cents: number | null;
  fteMilli: number | null;
  mark: string | null;
};

/** What is in force of the budget and the spending of measures; FTE where a line has no euro figure. */
export async function readMoney(
  tx: Tx,
  actor: Actor,
  {
    schemeId,
    year,
    now,
    measureId,
  }: { schemeId: string; year: number | null; now: Date; measureId?: string },
): Promise<MeasureLine[]> {
  const { rows } = await sql<MeasureLine>`
    select l.measure_id, l.stage, f.code as fund, l.year, sum(l.cents)::bigint as cents,
           (sum(l.fte_milli) filter (where l.cents is null))::bigint as fte_milli,
           min(l.mark) filter (where l.mark <> 'provisional') as mark
      from ledger_line l
      join in_force i on i.institution_id = l.institution_id and i.version_id = l.version_id
           and i.valid @> ${now}::timestamptz and upper_inf(i.recorded)
      join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
     where l.institution_id = ${actor.institutionId} and l.scheme_id = ${schemeId} and not l.memo
       and l.stage in ('budgeted', 'realised')
       and ${measureId === undefined ? sql`l.measure_id is not null` : sql`l.measure_id = ${measureId}`}
       ${year === null ? sql`` : sql`and l.year = ${year}`}
     group by l.measure_id, l.stage, f.code, l.year, l.mark order by l.year, f.code`.execute(tx);
  return rows;
}
