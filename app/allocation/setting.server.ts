import { sql } from 'kysely';
import { presently, type VersionMoment, versionAt } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import type { CarryRule } from './carry-over.ts';
import type { HeadCount } from './head-count.ts';
import type { Line } from './receiver.ts';
import type { RunBounds, RunInputs, TotalsBasis } from './run.ts';

type Named = { code: string; nameNl: string; nameEn: string };

/** Money in force: per fund, document and year, in cents. */
type Held = {
  stage: 'expected' | 'granted' | 'allocated';
  fund: string;
  document: string;
  unit: string;
  node: string | null;
  year: number;
  cents: number;
  /** a part of it is provisional */
  provisional: boolean;
  /** moved from or to another year: it is neither given out nor free again */
  carried: boolean;
};

/** What an allocation of a scheme is made from and held against. */
export type AllocationSetting = {
  schemeId: string;
  code: string;
  firstYear: number;
  lastYear: number;
  funds: (Named & { fundId: string })[];
  /** the themes of the money, and what is below them */
  themes: (Named & { nodeId: string })[];
  definitions: Named[];
  /** the kinds of documents that allocate, the unit that writes them, and how many prior rights they ask */
  kinds: (Named & { kindId: string; unitId: string | null; priorRights: number })[];
  /** the kinds that only carry money over from year to year, each with its rule */
  carryKinds: (AllocationSetting['kinds'][number] & { rule: CarryRule })[];
  /** as the tree stands today, parents first */
  units: (Named & { unitId: string; kind: string; depth: number })[];
  headCounts: HeadCount[];
  held: Held[];
};

/** As it stands at a moment; now when left out. Four statements. @throws Missing */
export async function getSetting(
  tx: Tx,
  actor: Actor,
  scheme: string,
  moment = presently,
): Promise<AllocationSetting> {
  const frame = await readFrame(tx, actor, { scheme, knownOn: moment.knownOn });
  return {
    ...frame,
    units: await readUnits(tx, actor, moment),
    headCounts: await readHeadCounts(tx, actor),
    held: await readHeld(tx, actor, frame.schemeId, moment),
  };
}

type Frame = Omit<AllocationSetting, 'units' | 'headCounts' | 'held'>;
type KindRow = AllocationSetting['kinds'][number] & { rule: CarryRule | null };

async function readFrame(
  tx: Tx,
  actor: Actor,
  { scheme, knownOn }: { scheme: string; knownOn: Date | null },
): Promise<Frame> {
  const { rows } = await sql<Omit<Frame, 'kinds' | 'carryKinds'> & { kinds: KindRow[] }>`
    select s.scheme_id, s.code, s.first_year, s.last_year,
      coalesce((select jsonb_agg(jsonb_build_object('fundId', f.fund_id, 'code', f.code, 'nameNl', f.name_nl,
                'nameEn', f.name_en) order by not f.own, f.sort, f.code)
         from ${settingAt('fund', knownOn)} f where f.institution_id = s.institution_id and f.scheme_id = s.scheme_id), '[]') as funds,
      coalesce((select jsonb_agg(jsonb_build_object('nodeId', n.node_id, 'code', n.code, 'nameNl', n.name_nl,
                'nameEn', n.name_en) order by n.sort, n.code)
         from node n where n.institution_id = s.institution_id and n.framework_id = s.theme_framework_id), '[]') as themes,
      coalesce((select jsonb_agg(jsonb_build_object('code', d.code, 'nameNl', d.name_nl, 'nameEn', d.name_en) order by d.code)
         from head_count_definition d where d.institution_id = s.institution_id), '[]') as definitions,
      coalesce((select jsonb_agg(jsonb_build_object('kindId', k.kind_id, 'code', k.code, 'nameNl', k.name_nl,
                'nameEn', k.name_en,
                'priorRights', (select count(*) from ${settingAt('right_rule', knownOn)} r where r.institution_id = k.institution_id
                                   and r.kind_id = k.kind_id and r.prior),
                'rule', (select jsonb_build_object('shareBasis', c.share_basis, 'lastYear', c.last_year,
                  'advance', c.advance, 'source', c.source) from ${settingAt('carry_over_rule', knownOn)} c
                  where c.institution_id = k.institution_id and c.kind_id = k.kind_id),
                'unitId', (select u.unit_id from unit u
                  where u.institution_id = k.institution_id and u.kind = any(k.unit_kinds)
                  order by not exists (select from unit_placement p where p.institution_id = u.institution_id
                                          and p.unit_id = u.unit_id) desc, u.sort, u.code limit 1))
                order by k.sort, k.code)
         from document_kind k where k.institution_id = s.institution_id and k.scheme_id = s.scheme_id
          and k.stage = 'allocated'), '[]') as kinds
      from scheme s where s.institution_id = ${actor.institutionId} and s.code = ${scheme}`.execute(tx);
  if (!rows[0]) throw new Missing('scheme');
  return {
    ...rows[0],
    kinds: rows[0].kinds.flatMap(({ rule, ...kind }) => (rule ? [] : [kind])),
    carryKinds: rows[0].kinds.flatMap(({ rule, ...kind }) => (rule ? [{ ...kind, rule }] : [])),
  };
}

async function readUnits(tx: Tx, actor: Actor, { asOf }: VersionMoment): Promise<AllocationSetting['units']> {
  const day = asOf === null ? sql`current_date` : sql`${asOf}::date`;
  const { rows } = await sql<AllocationSetting['units'][number]>`
    with recursive tree as (
      select u.unit_id, u.code, u.name_nl, u.name_en, u.kind, 0 as depth, array[lpad(u.sort::text, 6, '0') || u.code] as path
        from unit u where u.institution_id = ${actor.institutionId} and u.valid @> ${day} and not exists (
          select from unit_placement p where p.institution_id = u.institution_id and p.unit_id = u.unit_id
             and p.valid @> ${day})
      union all
      select u.unit_id, u.code, u.name_nl, u.name_en, u.kind, t.depth + 1, t.path || (lpad(u.sort::text, 6, '0') || u.code)
        from tree t join unit_placement p on p.institution_id = ${actor.institutionId} and p.parent_id = t.unit_id
             and p.valid @> ${day}
        join unit u on u.institution_id = p.institution_id and u.unit_id = p.unit_id
    ) select unit_id, code, name_nl, name_en, kind, depth from tree order by path`.execute(tx);
  return rows;
}

async function readHeadCounts(tx: Tx, actor: Actor): Promise<HeadCount[]> {
  return tx
    .selectFrom('headCount as h')
    .innerJoin('headCountDefinition as d', (on) =>
      on.onRef('d.institutionId', '=', 'h.institutionId').onRef('d.definitionId', '=', 'h.definitionId'),
    )
    .innerJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'h.institutionId').onRef('u.unitId', '=', 'h.unitId'),
    )
    .select(['u.code as unit', 'd.code as definition', 'h.referenceDate as date', 'h.heads'])
    .where('h.institutionId', '=', actor.institutionId)
    .orderBy('d.code')
    .orderBy('h.referenceDate')
    .orderBy('u.code')
    .execute();
}

async function readHeld(tx: Tx, actor: Actor, schemeId: string, moment: VersionMoment): Promise<Held[]> {
  const { held } = versionAt(moment);
  const { rows } = await sql<Held>`
    select t.stage, f.code as fund, d.code as document, u.code as unit, n.code as node, t.year, t.cents,
           t.provisional > 0 as provisional,
           exists (select from ${settingAt('carry_over_rule', moment.knownOn)} c where c.institution_id = d.institution_id
                      and c.kind_id = d.kind_id) as carried
      from version_total t
      join in_force i on i.institution_id = t.institution_id and i.version_id = t.version_id
           and ${held}
      join document d on d.institution_id = i.institution_id and d.document_id = i.document_id
      join fund f on f.institution_id = t.institution_id and f.fund_id = t.fund_id
      join unit u on u.institution_id = t.institution_id and u.unit_id = t.unit_id
      left join node n on n.institution_id = t.institution_id and n.node_id = t.node_id
     where t.institution_id = ${actor.institutionId} and t.scheme_id = ${schemeId} and t.with_cents > 0
       and t.stage in ('expected', 'granted', 'allocated')
     order by t.year, u.code, n.code, d.code`.execute(tx);
  return rows;
}

/**
 * The amounts to divide, in cents by year.
 * @param document the document that allocates: its own lines in force do not count as given out
 */
export function totalsOf(
  setting: AllocationSetting,
  { fund, basis, document }: { fund: string; basis: TotalsBasis; document: string | null },
): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { stage, year, cents, ...held } of setting.held) {
    if (held.fund !== fund) continue;
    if (stage === (basis === 'expected' ? 'expected' : 'granted')) totals[year] = (totals[year] ?? 0) + cents;
  }
  if (basis !== 'left') return totals;
  for (const { stage, year, cents, ...held } of setting.held) {
    if (stage !== 'allocated' || held.carried) continue;
    if (held.fund !== fund || held.document === document) continue;
    if (totals[year] !== undefined) totals[year] -= cents;
  }
  return totals;
}

/** The years whose amount to divide rests on a provisional grant (or expectation) or was given so, in order. */
export function provisionalYears(
  setting: AllocationSetting,
  { fund, basis, provisional = [] }: Pick<RunInputs, 'fund' | 'basis' | 'provisional'>,
): number[] {
  const source = basis === 'expected' ? 'expected' : 'granted';
  const years = setting.held
    .filter((held) => held.stage === source && held.fund === fund && held.provisional)
    .map(({ year }) => year);
  return basis === 'own' ? provisional : [...new Set(years)].toSorted((a, b) => a - b);
}

/** The allocation in force, that a rule may look back at; and the head counts that are known. */
export function evidenceOf(
  setting: AllocationSetting,
  fund: string,
): Pick<RunInputs, 'headCounts' | 'earlier'> {
  const earlier = setting.held
    .filter((held) => held.stage === 'allocated' && held.fund === fund && !held.carried)
    .map(({ unit, node, year, cents }): Line => ({ unit, node, year, cents }));
  return { headCounts: setting.headCounts, earlier };
}

/** What a run of this scheme must stay within. */
export function boundsOf(setting: AllocationSetting): RunBounds {
  return {
    units: new Set(setting.units.map((unit) => unit.code)),
    nodes: new Set(setting.themes.map((theme) => theme.code)),
    period: { first: setting.firstYear, last: setting.lastYear },
  };
}

export type Excess = { year: number; asked: number; available: number; short: number };

/**
 * The years in which lines, with what other documents in force allocate, pass the money there is: what was
 * granted, or as long as nothing is, what was expected.
 */
export function excesses(
  setting: AllocationSetting,
  { fund, document, lines }: { fund: string; document: string; lines: readonly Line[] },
): Excess[] {
  const granted = totalsOf(setting, { fund, basis: 'granted', document });
  const expected = totalsOf(setting, { fund, basis: 'expected', document });
  const asked = new Map<number, number>();
  for (const line of lines) asked.set(line.year, (asked.get(line.year) ?? 0) + line.cents);
  for (const held of setting.held) {
    const given = held.stage === 'allocated' && held.fund === fund && !held.carried;
    const others = given && held.document !== document;
    if (others && asked.has(held.year)) asked.set(held.year, asked.get(held.year)! + held.cents);
  }
  return [...asked].flatMap(([year, cents]) => {
    const available = granted[year] ?? expected[year] ?? 0;
    return cents > available ? [{ year, asked: cents, available, short: cents - available }] : [];
  });
}
