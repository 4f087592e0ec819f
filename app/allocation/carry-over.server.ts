import { sql } from 'kysely';
import { isPresent, presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { inEuros, type Rate } from '#app/kernel/fte-rate.ts';
import { type FieldError, Missing } from '#app/kernel/rejection.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import { schemeIdOf } from '#app/scheme/scheme.server.ts';
import { listCarryOvers } from './allocation-list.server.ts';
import { type Carry, type CarryLine, carriesOf, carryErrors, type YearEnd } from './carry-over.ts';
import { type AllocationSetting, getSetting } from './setting.server.ts';
import type { AllocationDocument, AllocationVersion } from './version.ts';

/**
 * How every year ended, per fund and unit that was given money: what was allocated, what was spent there and
 * below, and whether the reports are final. One statement.
 * @param ask.document of carry-overs whose own lines do not count: those that are being looked at
 * @param ask.moment the state of which it is told; now when left out
 */
export async function readYearEnds(
  tx: Tx,
  actor: Actor,
  {
    setting,
    document,
    moment = presently,
  }: { setting: AllocationSetting; document: string | null; moment?: VersionMoment | undefined },
): Promise<YearEnd[]> {
  const { held } = versionAt(moment);
  const { rows } = await sql<EndRow>`
    with force as (
      select i.version_id, d.code, k.stage from in_force i
        join document d on d.institution_id = i.institution_id and d.document_id = i.document_id
        join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
       where i.institution_id = ${actor.institutionId} and d.scheme_id = ${setting.schemeId}
         and k.stage in ('allocated', 'realised') and ${held})
    select l.stage, f.code as fund, u.code as unit, l.year, sum(l.cents)::bigint as cents,
           (sum(l.fte_milli) filter (where l.cents is null))::bigint as fte_milli,
           coalesce(bool_or(l.mark is not null), false) as open,
           (select coalesce(json_agg(json_build_object('fromYear', r.from_year, 'fteCents', r.fte_cents)), '[]')
              from ${settingAt('scheme_rate', moment.knownOn)} r where r.institution_id = ${actor.institutionId}
               and r.scheme_id = ${setting.schemeId}) as rates
      from force x
      join ledger_line l on l.institution_id = ${actor.institutionId} and l.version_id = x.version_id
      join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
      join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
     where x.code is distinct from ${document} or x.stage = 'realised'
     group by l.stage, f.code, f.sort, u.code, u.sort, l.year
     order by f.sort, f.code, u.sort, u.code, l.year`.execute(tx);
  return yearEnds(rows, setting);
}

type EndRow = {
  stage: 'allocated' | 'realised';
  fund: string;
  unit: string;
  year: number;
  cents: number | null;
  fteMilli: number | null;
  open: boolean;
  rates: Rate[];
};

/** Spending counts at the unit that was given the money: itself, or the nearest above it. */
function yearEnds(rows: readonly EndRow[], { units, firstYear, lastYear }: AllocationSetting): YearEnd[] {
  const parents = parentsOf(units);
  const given = rows.filter((row) => row.stage === 'allocated');
  const places = new Set(given.map((row) => `${row.fund} ${row.unit}`));
  const payer = ({ fund, unit }: EndRow) => {
    for (let at: string | null = unit; at !== null; at = parents.get(at) ?? null) {
      if (places.has(`${fund} ${at}`)) return `${fund} ${at}`;
    }
    return null;
  };
  const spent = Map.groupBy(
    rows.filter((row) => row.stage === 'realised'),
    (row) => `${payer(row)} ${row.year}`,
  );
  return [...places].flatMap((place) => {
    const [fund = '', unit = ''] = place.split(' ');
    return Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i).flatMap((year) => {
      const own = given.filter((row) => row.fund === fund && row.unit === unit && row.year === year);
      const used = spent.get(`${place} ${year}`) ?? [];
      if (own.length === 0 && used.length === 0) return [];
      return [
        {
          ...{ fund, unit, year },
          allocated: euros(own),
          realised: used.length === 0 ? null : euros(used),
          final: used.length > 0 && used.every((row) => !row.open),
        },
      ];
    });
  });
}

function euros(rows: readonly EndRow[]): number {
  const apart = rows.flatMap(({ year, cents, fteMilli }) => [
    { year, cents, fteMilli: null, mark: null },
    { year, cents: null, fteMilli, mark: null },
  ]);
  return inEuros(apart, rows[0]?.rates ?? []).cents;
}

/** The unit above each, from a list with the parents first. */
function parentsOf(units: AllocationSetting['units']): Map<string, string | null> {
  const path: string[] = [];
  return new Map(
    units.map(({ code, depth }) => {
      path[depth] = code;
      return [code, depth === 0 ? null : path[depth - 1]!];
    }),
  );
}

/** The carry-over documents of a scheme by its code. Two statements. @throws Missing */
export async function listCarryOversOf(tx: Tx, actor: Actor, scheme: string): Promise<AllocationDocument[]> {
  return listCarryOvers(tx, actor, await schemeIdOf(tx, actor.institutionId, scheme));
}

export type CarryKind = AllocationSetting['carryKinds'][number];
export type CarryOverview = {
  setting: AllocationSetting;
  documents: AllocationDocument[];
  ends: YearEnd[];
};

/** What the years of a scheme left over, and the documents that move it. Six statements. @throws Missing */
export async function getCarryOverview(
  tx: Tx,
  actor: Actor,
  scheme: string,
  moment = presently,
): Promise<CarryOverview> {
  const setting = await getSetting(tx, actor, scheme, moment);
  const documents = await listCarryOvers(tx, actor, setting.schemeId, moment);
  return { setting, documents, ends: await readYearEnds(tx, actor, { setting, document: null, moment }) };
}

export type CarryView = Omit<CarryOverview, 'documents'> & {
  kind: CarryKind;
  document: AllocationDocument;
  version: AllocationVersion;
  revision: number;
  carries: Carry[];
  /** of a draft, and of what waits for a decision: what stands in its way now */
  problems: FieldError[];
};

export type CarryAddress = {
  scheme: string;
  document: string;
  version?: number | null;
  moment?: VersionMoment;
};

/**
 * One version of a carry-over document: the one that is asked for, else the one in force at an earlier moment, else
 * the newest. Seven statements.
 * @throws Missing
 */
export async function getCarryOver(tx: Tx, actor: Actor, address: CarryAddress): Promise<CarryView> {
  const { moment = presently } = address;
  const setting = await getSetting(tx, actor, address.scheme, moment);
  const documents = await listCarryOvers(tx, actor, setting.schemeId, moment);
  const document = documents.find((one) => one.code === address.document);
  const kind = setting.carryKinds.find((one) => one.code === document?.kind.code);
  if (!document || !kind) throw new Missing('carry-over');
  const version =
    address.version == null
      ? ((isPresent(moment) ? undefined : document.versions.find((one) => one.inForce)) ??
        document.versions.at(-1))
      : document.versions.find((one) => one.number === address.version);
  if (!version) throw new Missing('version');
  const { revision, carries } = await readCarries(tx, actor, version.versionId);
  const ends = await readYearEnds(tx, actor, { setting, document: document.code, moment });
  const open = version.status === 'draft' || version.status === 'submitted';
  const problems = open ? problemsOf({ setting, kind, ends, carries, reason: version.note }) : [];
  return { setting, kind, document, version, revision, carries, ends, problems };
}

type Judging = Pick<CarryView, 'setting' | 'kind' | 'ends' | 'carries'> & { reason: string };

/** Everything that keeps these carry-overs from being decided. */
export function problemsOf({ setting, kind, ends, carries, reason }: Judging): FieldError[] {
  const period = { first: setting.firstYear, last: setting.lastYear };
  if (carries.length === 0) return [{ path: 'carries', code: 'carry.none', params: {} }];
  return carryErrors(carries, { ends, rule: kind.rule, period, reason });
}

/** What a version carries over, and its revision. */
export async function readCarries(
  tx: Tx,
  actor: Actor,
  versionId: string,
): Promise<{ revision: number; carries: Carry[] }> {
  const { rows } = await sql<{ revision: number; lines: CarryLine[] }>`
    select v.revision, coalesce((select json_agg(json_build_object('fund', f.code, 'unit', u.code, 'year', l.year,
             'cents', l.cents, 'component', l.component, 'note', l.note) order by l.sort)
        from ledger_line l
        join fund f on f.institution_id = l.institution_id and f.fund_id = l.fund_id
        join unit u on u.institution_id = l.institution_id and u.unit_id = l.unit_id
       where l.institution_id = v.institution_id and l.version_id = v.version_id), '[]') as lines
      from version v where v.institution_id = ${actor.institutionId} and v.version_id = ${versionId}`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Missing('version');
  return { revision: row.revision, carries: carriesOf(row.lines) };
}
