import { type RawBuilder, sql } from 'kysely';
import type { VersionStatus } from '#app/document/version.ts';
import { isPresent, presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import { type Actor, type Locale, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Rate } from '#app/kernel/fte-rate.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import type { EntryMeasure, EntryUnit } from './entry.ts';
import { type BookedLine, canRecord } from './realisation.ts';
import { reportUnits, type TreeUnit } from './report-unit.ts';

type Named = { code: string; nameNl: string; nameEn: string };
export type ReportAddress = { scheme: string; unit: string; year: number };
type AtMoment = { moment?: VersionMoment };

export type ReportVersion = {
  versionId: string;
  number: number;
  status: VersionStatus;
  note: string;
  source: string;
  /** ISO instants */
  submittedAt: string | null;
  adoptedAt: string | null;
  inForce: boolean;
  /** what it says about the year; null when no line has a euro figure */
  cents: number | null;
  fteMilli: number | null;
  provisional: boolean;
  files: { attachmentId: string; name: string }[];
};

export type ReportNode = Named & { excludedReason: string | null; series: number };
export type ReportMeasure = EntryMeasure & {
  inForce: boolean;
  /** of a plan of the unit itself, or of one below it that reports through it */
  own: boolean;
};

/** A unit's spending in a year: what is in force, the budget beside it, and what may be named. */
export type Report = {
  scheme: Named & { schemeId: string; firstYear: number; lastYear: number };
  unit: Named & { unitId: string };
  year: number;
  kind: Named & { kindId: string; prior: boolean };
  document: { documentId: string; code: string; firstYear: number; lastYear: number } | null;
  /** newest first */
  versions: ReportVersion[];
  lines: BookedLine[];
  budget: BookedLine[];
  measures: ReportMeasure[];
  units: (EntryUnit & { unitId: string })[];
  funds: (Named & { fundId: string; own: boolean })[];
  nodes: (ReportNode & { nodeId: string })[];
  rates: Rate[];
  mayRecord: boolean;
  locale: Locale;
};

/**
 * Everything about one unit and year. Six statements, whatever its size.
 * @param moment the state of which it is told; at another than now nothing may be recorded
 * @param now the clock: the budget and the report that are in force now
 * @throws Missing for an unknown scheme or unit, a year outside the scheme, or a unit that reports nothing
 */
export async function getReport(
  tx: Tx,
  actor: Actor,
  { moment = presently, ...address }: ReportAddress & AtMoment,
  now: Date,
): Promise<Report> {
  const head = await readHead(tx, actor, address);
  const tree = await readTree(tx, actor, moment.asOf);
  const { own, related } = reportUnits(tree, head.unit.unitId, head.reportingKinds);
  const scope = { actor, now, moment, year: address.year, schemeId: head.scheme.schemeId };
  const documentId = head.document?.documentId ?? null;
  const versions = await readVersions(tx, scope, documentId);
  const all = await readLines(tx, scope, { documentId, units: [...own] });
  const measures = await readMeasures(tx, scope, { own: [...own], related: [...related] });
  const setting = await readSetting(tx, scope);
  const { reportingKinds: _, ...rest } = head;
  return {
    ...rest,
    year: address.year,
    versions,
    lines: all.filter((line) => line.stage === 'realised').map(withoutStage),
    budget: all.filter((line) => line.stage === 'budgeted').map(withoutStage),
    measures,
    units: tree.map(({ unitId, code, nameNl, nameEn }) => ({
      unitId,
      code,
      nameNl,
      nameEn,
      own: own.has(unitId),
      mayRecord: isPresent(moment) && may(actor, 'realisation.write', unitId),
    })),
    ...setting,
    mayRecord: isPresent(moment) && canRecord(actor, head.unit),
    locale: actor.locale,
  };
}

type Scope = { actor: Actor; now: Date; moment: VersionMoment; year: number; schemeId: string };
type Head = Pick<Report, 'scheme' | 'unit' | 'kind' | 'document'> & { reportingKinds: string[] };

async function readHead(tx: Tx, actor: Actor, { scheme, unit, year }: ReportAddress): Promise<Head> {
  const { rows } = await sql<Head>`
    select json_build_object('schemeId', s.scheme_id, 'code', s.code, 'nameNl', s.name_nl, 'nameEn', s.name_en,
             'firstYear', s.first_year, 'lastYear', s.last_year) as scheme,
           json_build_object('unitId', u.unit_id, 'code', u.code, 'nameNl', u.name_nl, 'nameEn', u.name_en) as unit,
           json_build_object('kindId', k.kind_id, 'code', k.code, 'nameNl', k.name_nl, 'nameEn', k.name_en,
             'prior', exists (select from right_rule r where r.institution_id = k.institution_id
                               and r.kind_id = k.kind_id and r.prior)) as kind,
           case when d.document_id is not null then json_build_object('documentId', d.document_id, 'code', d.code,
             'firstYear', d.first_year, 'lastYear', d.last_year) end as document,
           (select array_agg(distinct e.kind) from document_kind a, unnest(a.unit_kinds) e(kind)
             where a.institution_id = s.institution_id and a.scheme_id = s.scheme_id
               and a.stage = 'realised') as reporting_kinds
      from scheme s
      join unit u on u.institution_id = s.institution_id and u.code = ${unit}
      left join lateral (select d.* from document d
             join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
            where d.institution_id = s.institution_id and d.scheme_id = s.scheme_id and d.unit_id = u.unit_id
              and k.stage = 'realised' and ${year}::int between d.first_year and d.last_year
            order by d.last_year - d.first_year, k.sort, d.created_at limit 1) d on true
      join lateral (select k.* from document_kind k
            where k.institution_id = s.institution_id and k.scheme_id = s.scheme_id and k.stage = 'realised'
              and (k.kind_id = d.kind_id or (d.kind_id is null and u.kind = any(k.unit_kinds)))
            order by k.sort, k.code limit 1) k on true
     where s.institution_id = ${actor.institutionId} and s.code = ${scheme}
       and ${year}::int between s.first_year and s.last_year`.execute(tx);
  const [head] = rows;
  if (!head) throw new Missing('report');
  return head;
}

/** The units of the institution as they hang at a moment; today when left out. */
export async function readTree(tx: Tx, actor: Actor, at: Date | null = null): Promise<TreeUnit[]> {
  const day = at === null ? sql`current_date` : sql`${at}::date`;
  const { rows } = await sql<TreeUnit>`
    select u.unit_id, u.code, u.kind, u.name_nl, u.name_en, p.parent_id, u.valid @> ${day} as open
      from unit u
      left join unit_placement p on p.institution_id = u.institution_id and p.unit_id = u.unit_id
           and p.valid @> ${day}
     where u.institution_id = ${actor.institutionId} order by u.sort, u.code`.execute(tx);
  return rows;
}

function forceAt({ actor, now, moment }: Pick<Scope, 'actor' | 'now' | 'moment'>): RawBuilder<unknown> {
  const { held } = versionAt(moment, now);
  return sql`force as (select i.version_id from in_force i where i.institution_id = ${actor.institutionId} and ${held})`;
}

// of a unit that has booked nothing yet there is no document, and no version
async function readVersions(tx: Tx, scope: Scope, documentId: string | null): Promise<ReportVersion[]> {
  const { status, existed } = versionAt(scope.moment, scope.now);
  const { rows } = await sql<ReportVersion>`
    with ${forceAt(scope)}
    select v.version_id, v.number, ${status} as status, v.note, v.source, to_json(v.submitted_at) as submitted_at,
           to_json(v.adopted_at) as adopted_at, v.version_id in (select version_id from force) as in_force,
           t.cents, t.fte_milli, coalesce(t.provisional, false) as provisional,
           coalesce((select json_agg(json_build_object('attachmentId', a.attachment_id, 'name', a.name) order by a.name)
              from attachment a where a.institution_id = v.institution_id and a.version_id = v.version_id), '[]') as files
      from version v
      left join lateral (select sum(l.cents)::bigint as cents, sum(l.fte_milli)::bigint as fte_milli,
                                bool_or(l.mark = 'provisional') as provisional from ledger_line l
            where l.institution_id = v.institution_id and l.version_id = v.version_id and l.stage = 'realised'
              and l.year = ${scope.year}) t on true
     where v.institution_id = ${scope.actor.institutionId} and v.document_id = ${documentId}::uuid and v.status <> 'draft' and ${existed}
     order by v.number desc`.execute(tx);
  return rows;
}

type StagedLine = BookedLine & { stage: string };

async function readLines(
  tx: Tx,
  scope: Scope,
  { documentId, units }: { documentId: string | null; units: string[] },
): Promise<StagedLine[]> {
  const { rows } = await sql<StagedLine>`
    with ${forceAt(scope)}
    select l.stage, u.code as unit, f.code as fund, n.code as node, l.measure_id, l.component, l.cost_kind,
           sum(l.cents)::bigint as cents, sum(l.fte_milli)::bigint as fte_milli, coalesce(min(l.mark) filter (where l.mark <> 'provisional'), max(l.mark)) as mark,
           case when l.memo then json_build_object('cents', sum(l.memo_cents), 'fteMilli', sum(l.memo_fte_milli)) end as memo,
           string_agg(nullif(l.note, ''), ' ' order by l.sort) as note
      from ledger_line l
      join version v on v.institution_id = l.institution_id and v.version_id = l.version_id
      join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
      join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
      left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
      left join measure m on m.institution_id = l.institution_id and m.measure_id = l.measure_id
     where l.institution_id = ${scope.actor.institutionId} and l.scheme_id = ${scope.schemeId}
       and l.year = ${scope.year} and l.version_id in (select version_id from force)
       and ((l.stage = 'budgeted' and l.unit_id = any(${units}::uuid[]))
            or (l.stage = 'realised' and v.document_id = ${documentId}::uuid))
     group by l.stage, u.code, f.code, n.code, l.measure_id, l.component, l.cost_kind, m.code, l.memo
     order by min(n.sort), m.code, min(l.sort), l.component, l.cost_kind`.execute(tx);
  return rows.map((row) => ({ ...row, note: row.note ?? '' }));
}

function withoutStage({ stage: _, ...line }: StagedLine): BookedLine {
  return line;
}

/** Measures of plans of these units: as the plan in force has them, or as they last were adopted. */
async function readMeasures(
  tx: Tx,
  scope: Scope,
  { own, related }: { own: string[]; related: string[] },
): Promise<ReportMeasure[]> {
  const { rows } = await sql<ReportMeasure>`
    with ${forceAt(scope)}
    select m.measure_id, m.code, t.name, t.node, d.code as plan, t.first_year, t.last_year, m.ended_from, t.in_force,
           d.unit_id = any(${own}::uuid[]) as own
      from measure m
      join document d on d.institution_id = m.institution_id and d.document_id = m.document_id
      join lateral (select mt.name, n.code as node, mt.first_year, mt.last_year, mt.sort, n.sort as node_sort,
                           mt.version_id in (select version_id from force) as in_force
             from measure_text mt
             join version v on v.institution_id = mt.institution_id and v.version_id = mt.version_id
             join node n on n.institution_id = mt.institution_id and n.node_id = mt.node_id
            where mt.institution_id = m.institution_id and mt.measure_id = m.measure_id and v.status = 'adopted'
            order by in_force desc, v.number desc limit 1) t on true
     where m.institution_id = ${scope.actor.institutionId} and d.scheme_id = ${scope.schemeId}
       and d.unit_id = any(${related}::uuid[])
     order by t.node_sort, t.sort, m.code, d.code`.execute(tx);
  return rows;
}

async function readSetting(tx: Tx, scope: Scope): Promise<Pick<Report, 'funds' | 'nodes' | 'rates'>> {
  const { rows } = await sql<Pick<Report, 'funds' | 'nodes' | 'rates'>>`
    select (select coalesce(json_agg(json_build_object('fundId', f.fund_id, 'code', f.code, 'nameNl', f.name_nl,
               'nameEn', f.name_en, 'own', f.own) order by f.sort, f.code), '[]') from ${settingAt('fund', scope.moment.knownOn)} f
             where f.institution_id = s.institution_id and f.scheme_id = s.scheme_id) as funds,
           (select coalesce(json_agg(json_build_object('nodeId', n.node_id, 'code', n.code, 'nameNl', n.name_nl,
               'nameEn', n.name_en, 'excludedReason', x.reason, 'series', n.place) order by n.place), '[]')
              from (select *, row_number() over (order by sort, code) as place from node
                     where institution_id = s.institution_id and framework_id = s.theme_framework_id) n
              left join ${settingAt('scheme_exclusion', scope.moment.knownOn)} x on x.institution_id = s.institution_id and x.scheme_id = s.scheme_id
                   and x.node_id = n.node_id) as nodes,
           (select coalesce(json_agg(json_build_object('fromYear', r.from_year, 'fteCents', r.fte_cents)
               order by r.from_year), '[]') from ${settingAt('scheme_rate', scope.moment.knownOn)} r
             where r.institution_id = s.institution_id and r.scheme_id = s.scheme_id) as rates
      from scheme s where s.institution_id = ${scope.actor.institutionId} and s.scheme_id = ${scope.schemeId}`.execute(
    tx,
  );
  return rows[0]!;
}
