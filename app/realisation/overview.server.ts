import { sql } from 'kysely';
import { isPresent, presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { inEuros, type Rate } from '#app/kernel/fte-rate.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import { canRecord } from './realisation.ts';
import { readTree } from './report.server.ts';
import { reportUnits } from './report-unit.ts';

type Named = { code: string; nameNl: string; nameEn: string };

/** One unit and year: what is in force, and what waits. Amounts in cents. */
export type OverviewCell = {
  year: number;
  /** null: nothing is booked */
  realised: number | null;
  /** null: no budget is in force */
  budget: number | null;
  /** how the year is expected to end; null: no forecast is in force */
  forecast: number | null;
  provisional: boolean;
  /** number of the version in force */
  version: number | null;
  /** number of a newer version that waits for adoption */
  waiting: number | null;
};
export type OverviewUnit = {
  unit: Named;
  cells: OverviewCell[];
  mayRecord: boolean;
  /** names of the roles that may book for it */
  bookers: { nameNl: string; nameEn: string }[];
};
export type Overview = { scheme: Named; years: number[]; units: OverviewUnit[]; hasKind: boolean };

/**
 * Every unit that reports its spending, by year, as it stood at a moment. Six statements.
 * @throws Missing for an unknown scheme
 */
export async function listReports(
  tx: Tx,
  actor: Actor,
  { scheme, moment = presently }: { scheme: string; moment?: VersionMoment },
  now: Date,
): Promise<Overview> {
  const head = await readHead(tx, actor, { scheme, knownOn: moment.knownOn });
  const tree = await readTree(tx, actor, moment.asOf);
  const booked = await readBooked(tx, actor, { schemeId: head.schemeId, moment, now });
  const budgets = await readSums(tx, actor, { schemeId: head.schemeId, moment, now, stage: 'budgeted' });
  const forecasts = await readSums(tx, actor, { schemeId: head.schemeId, moment, now, stage: 'forecast' });
  const bookers = await readBookers(tx, actor);
  const years = Array.from({ length: head.lastYear - head.firstYear + 1 }, (_, i) => head.firstYear + i);
  const reporting = tree.filter(
    (unit) =>
      booked.some((one) => one.unitId === unit.unitId) || (unit.open && head.unitKinds.includes(unit.kind)),
  );
  const units = reporting.map(({ unitId, parentId: _, ...unit }): OverviewUnit => {
    const { own, above } = reportUnits(tree, unitId, head.unitKinds);
    return {
      unit: { code: unit.code, nameNl: unit.nameNl, nameEn: unit.nameEn },
      mayRecord: isPresent(moment) && canRecord(actor, { unitId }),
      bookers: rolesOf(bookers, above),
      cells: years.map((year) => {
        const inForce = booked.find((one) => one.unitId === unitId && one.year === year && one.inForce);
        const newest = booked.find((one) => one.unitId === unitId && one.year === year);
        const expected = forecasts.filter((line) => line.unitId === unitId && line.year === year);
        const planned = budgets.filter((line) => own.has(line.unitId) && line.year === year);
        return {
          year,
          realised: inForce ? euros([inForce], head.rates) : null,
          budget: planned.length > 0 ? euros(planned, head.rates) : null,
          forecast: expected.length > 0 ? euros(expected, head.rates) : null,
          provisional: inForce?.provisional ?? false,
          version: inForce?.number ?? null,
          waiting: newest && !newest.inForce && newest.status === 'submitted' ? newest.number : null,
        };
      }),
    };
  });
  const { code, nameNl, nameEn } = head;
  return { scheme: { code, nameNl, nameEn }, years, units, hasKind: head.unitKinds.length > 0 };
}

type Sums = { year: number; cents: number | null; fteMilli: number | null };

function euros(lines: readonly Sums[], rates: readonly Rate[]): number {
  // cents and the FTE without a euro figure are apart, so that both count
  const apart = lines.flatMap(({ year, cents, fteMilli }) => [
    { year, cents, fteMilli: null, mark: null },
    { year, cents: null, fteMilli, mark: null },
  ]);
  return inEuros(apart, rates).cents;
}

type Head = Named & {
  schemeId: string;
  firstYear: number;
  lastYear: number;
  unitKinds: string[];
  rates: Rate[];
};

async function readHead(
  tx: Tx,
  actor: Actor,
  { scheme, knownOn }: { scheme: string; knownOn: Date | null },
): Promise<Head> {
  const { rows } = await sql<Head>`
    select s.scheme_id, s.code, s.name_nl, s.name_en, s.first_year, s.last_year,
           coalesce((select array_agg(distinct e.kind) from document_kind a, unnest(a.unit_kinds) e(kind)
             where a.institution_id = s.institution_id and a.scheme_id = s.scheme_id
               and a.stage = 'realised'), '{}') as unit_kinds,
           (select coalesce(json_agg(json_build_object('fromYear', r.from_year, 'fteCents', r.fte_cents)), '[]')
              from ${settingAt('scheme_rate', knownOn)} r where r.institution_id = s.institution_id and r.scheme_id = s.scheme_id) as rates
      from scheme s where s.institution_id = ${actor.institutionId} and s.code = ${scheme}`.execute(tx);
  const [head] = rows;
  if (!head) throw new Missing('scheme');
  return head;
}

type Scope = { schemeId: string; moment: VersionMoment; now: Date };
type BookedSum = Sums & {
  unitId: string;
  number: number;
  status: string;
  inForce: boolean;
  provisional: boolean;
};

/** Versions with what they say of each year; newest first. */
async function readBooked(tx: Tx, actor: Actor, { schemeId, moment, now }: Scope): Promise<BookedSum[]> {
  const { inForce, status, existed } = versionAt(moment, now);
  const { rows } = await sql<BookedSum>`
    select d.unit_id, l.year, v.number, ${status} as status, sum(l.cents)::bigint as cents,
           (sum(l.fte_milli) filter (where l.cents is null))::bigint as fte_milli,
           coalesce(bool_or(l.mark = 'provisional'), false) as provisional,
           ${inForce} as in_force
      from document d
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id and k.stage = 'realised'
      join version v on v.institution_id = d.institution_id and v.document_id = d.document_id and v.status <> 'draft' and ${existed}
      join ledger_line l on l.institution_id = v.institution_id and l.version_id = v.version_id
           and l.stage = 'realised'
     where d.institution_id = ${actor.institutionId} and d.scheme_id = ${schemeId}
     group by d.unit_id, l.year, v.institution_id, v.version_id order by v.number desc`.execute(tx);
  return rows;
}

/** What is in force of a stage, per unit and year. */
async function readSums(
  tx: Tx,
  actor: Actor,
  { schemeId, moment, now, stage }: Scope & { stage: 'budgeted' | 'forecast' },
): Promise<(Sums & { unitId: string })[]> {
  const { held } = versionAt(moment, now);
  const { rows } = await sql<Sums & { unitId: string }>`
    select l.unit_id, l.year, sum(l.cents)::bigint as cents,
           (sum(l.fte_milli) filter (where l.cents is null))::bigint as fte_milli
      from ledger_line l
      join in_force i on i.institution_id = l.institution_id and i.version_id = l.version_id
           and ${held}
     where l.institution_id = ${actor.institutionId} and l.scheme_id = ${schemeId} and l.stage = ${stage}
     group by l.unit_id, l.year`.execute(tx);
  return rows;
}

type Booker = { roleId: string; unitId: string | null; nameNl: string; nameEn: string };

/** Roles that may book, with where they are held today. */
async function readBookers(tx: Tx, actor: Actor): Promise<Booker[]> {
  const { rows } = await sql<Booker>`
    select distinct r.role_id, m.unit_id, r.name_nl, r.name_en, r.sort
      from mandate m
      join role r on r.institution_id = m.institution_id and r.role_id = m.role_id
     where m.institution_id = ${actor.institutionId} and m.valid @> current_date and m.body_id is null
       and 'realisation.write' = any(r.permissions)
     order by r.sort desc, r.name_nl`.execute(tx);
  return rows;
}

function rolesOf(bookers: readonly Booker[], above: ReadonlySet<string>): OverviewUnit['bookers'] {
  const here = bookers.filter((booker) => booker.unitId === null || above.has(booker.unitId));
  return [...new Map(here.map(({ roleId, nameNl, nameEn }) => [roleId, { nameNl, nameEn }])).values()];
}
