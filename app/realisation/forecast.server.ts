import { sql } from 'kysely';
import { presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { ForecastMethod } from './forecast.ts';
import { type ForecastRow, forecastRows } from './forecast-row.ts';
import { monthsOf } from './intake-period.ts';
import { getReport, type Report, type ReportAddress } from './report.server.ts';

export type ForecastKind = { kindId: string; code: string; nameNl: string; nameEn: string; prior: boolean };
type Saved = { place: string; method: ForecastMethod; reason: string; cents: number };

export type Forecast = {
  report: Report;
  /** null: the scheme has no kind of document for forecasts of this unit */
  kind: ForecastKind | null;
  /** months that the realised figures cover, 0-12 */
  months: number;
  rows: ForecastRow[];
  /** the version in force */
  version: { number: number; at: string; months: number; note: string } | null;
  newest: number;
};

export type ForecastAddress = ReportAddress & { now: Date };
type AtMoment = { moment?: VersionMoment };
type Then = { moment: VersionMoment; now: Date };

/**
 * How the year is expected to end, beside what is budgeted and realised: as saved, or as proposed.
 * @param months the months that the realised figures cover; left out, the last month that was booked from a
 *   file, or those of the calendar
 * @param moment the state of which it is told; now when left out
 * @throws Missing
 */
export async function getForecast(
  tx: Tx,
  actor: Actor,
  { now, months, moment = presently, ...address }: ForecastAddress & { months?: number | null } & AtMoment,
): Promise<Forecast> {
  const report = await getReport(tx, actor, { ...address, moment }, now);
  const head = await readForecastHead(tx, actor, report, { moment, now });
  const saved = await readSaved(tx, actor, head.version?.versionId ?? null, address.year);
  const covered = months ?? (await readMonths(tx, actor, report, { moment, now }));
  const { version } = head;
  return {
    report,
    kind: head.kind,
    months: covered,
    rows: forecastRows(report, { months: covered, saved }),
    version: version && {
      ...{ number: version.number, at: version.at, note: version.note },
      months: saved[0]?.months ?? 0,
    },
    newest: head.newest,
  };
}

type Head = {
  kind: ForecastKind | null;
  documentId: string | null;
  newest: number;
  version: { versionId: string; number: number; at: string; note: string } | null;
};

/** The document of a unit's forecast, and its kind. */
export async function readForecastHead(
  tx: Tx,
  actor: Actor,
  { scheme, unit, year }: Report,
  { moment, now }: Then,
): Promise<Head> {
  const { held } = versionAt(moment, now);
  const { rows } = await sql<Head>`
    select json_build_object('kindId', k.kind_id, 'code', k.code, 'nameNl', k.name_nl, 'nameEn', k.name_en,
             'prior', exists (select from right_rule r where r.institution_id = k.institution_id
                               and r.kind_id = k.kind_id and r.prior)) as kind, d.document_id,
           coalesce((select max(v.number) from version v where v.institution_id = d.institution_id
              and v.document_id = d.document_id and v.status <> 'draft'), 0) as newest,
           (select json_build_object('versionId', v.version_id, 'number', v.number, 'at', v.submitted_at, 'note', v.note)
              from version v join in_force i on i.institution_id = v.institution_id and i.version_id = v.version_id
                   and ${held}
             where v.institution_id = d.institution_id and v.document_id = d.document_id
             order by v.number desc limit 1) as version
      from unit u
      join document_kind k on k.institution_id = u.institution_id and k.scheme_id = ${scheme.schemeId}
           and k.stage = 'forecast' and u.kind = any(k.unit_kinds)
      left join document d on d.institution_id = u.institution_id and d.kind_id = k.kind_id and d.unit_id = u.unit_id
           and d.first_year = ${year} and d.last_year = ${year}
     where u.institution_id = ${actor.institutionId} and u.unit_id = ${unit.unitId}
     order by k.sort, k.code limit 1`.execute(tx);
  return rows[0] ?? { kind: null, documentId: null, newest: 0, version: null };
}

async function readSaved(
  tx: Tx,
  actor: Actor,
  versionId: string | null,
  year: number,
): Promise<(Saved & { months: number })[]> {
  const { rows } = await sql<Saved & { months: number }>`
    select b.place, b.method, b.reason, b.months, l.cents
      from forecast_basis b
      join lateral (select sum(l.cents)::bigint as cents from ledger_line l
             join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
             join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
             left join node n on n.institution_id = l.institution_id and n.node_id = l.node_id
            where l.institution_id = b.institution_id and l.version_id = b.version_id and l.year = ${year}
              and concat_ws(chr(31), u.code, f.code, coalesce(l.measure_id::text, 'node:' || n.code),
                            l.component, l.cost_kind) = b.place) l on l.cents is not null
     where b.institution_id = ${actor.institutionId} and b.version_id = ${versionId}::uuid`.execute(tx);
  return rows;
}

/** The last month of the year that was booked from a file; without files, the months that have passed. */
async function readMonths(
  tx: Tx,
  actor: Actor,
  { document, year }: Report,
  { moment, now }: Then,
): Promise<number> {
  const { held } = versionAt(moment, now);
  const { rows } = await sql<{ period: string }>`
    select distinct p.period from intake_part p
      join in_force i on i.institution_id = p.institution_id and i.version_id = p.version_id
           and ${held}
     where p.institution_id = ${actor.institutionId} and i.document_id = ${document?.documentId ?? null}::uuid
       and p.place is not null and p.period like ${`${year}-%`}`.execute(tx);
  if (rows.length > 0) return Math.max(...rows.map(({ period }) => monthsOf(period).last));
  const then = moment.asOf ?? now;
  const passed = (then.getUTCFullYear() - year) * 12 + then.getUTCMonth();
  return Math.max(0, Math.min(12, passed));
}
