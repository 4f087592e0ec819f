import { sql } from 'kysely';
import type { Actor, Locale } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import type { Tree } from '#app/ledger/ledger.ts';
import {
  getMoney,
  type MoneyKey,
  type MoneyQuery,
  type MoneyRow,
  momentOf,
} from '#app/ledger/money.server.ts';
import type { MoneyAddress } from './money-filter.ts';
import { getFunding } from './money-funding.server.ts';
import type { Figure, MoneyView, Slice } from './money-view.ts';
import { type OtherUnit, unitNotes } from './unit-note.ts';

export type MoneyFilter = {
  scheme: string;
  asOf: string | null;
  knownOn: string | null;
  unit: string | null;
  /** a fund's code, `all`, or null for the scheme's own funds */
  fund: string | null;
  slice: Slice;
  tree?: Tree;
  /** memo lines too: one statement more */
  memos?: boolean;
};

export type Named = { code: string; name: string };
export type UnitOption = Named & { depth: number };

export type SchemeFrame = {
  schemeId: string;
  code: string;
  name: string;
  firstYear: number;
  lastYear: number;
  institution: string;
  notice: string;
  themes: (Named & { excluded: string | null })[];
  funds: (Named & { own: boolean })[];
  units: UnitOption[];
  /** units that the tree of the day does not have: gone by then, or yet to come */
  others: OtherUnit[];
};

/**
 * Everything that a page about the money of a scheme names: its years, themes (with why one is left out),
 * funds and the unit tree as it stood on a day. One statement.
 * @param at the day (ISO date), and as far as what was left out and which funds there are was known by then
 * @throws Missing
 */
export async function getSchemeFrame(
  tx: Tx,
  actor: Actor,
  scheme: string,
  at: string | { day: string; knownOn: Date | null },
): Promise<SchemeFrame> {
  const { day, knownOn } = typeof at === 'string' ? { day: at, knownOn: null } : at;
  const name = sql.raw(actor.locale === 'en' ? 'name_en' : 'name_nl');
  const notice = sql.raw(actor.locale === 'en' ? 'notice_en' : 'notice_nl');
  const { rows } = await sql<Omit<SchemeFrame, 'units' | 'others'> & { units: PlacedUnit[] }>`
    select s.scheme_id, s.code, s.${name} as name, s.first_year, s.last_year, i.${name} as institution, i.${notice} as notice,
      coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'name', n.${name}, 'excluded', x.reason) order by n.sort, n.code)
         from node n left join ${settingAt('scheme_exclusion', knownOn)} x on x.institution_id = n.institution_id and x.node_id = n.node_id and x.scheme_id = s.scheme_id
        where n.institution_id = s.institution_id and n.framework_id = s.theme_framework_id and n.parent_id is null), '[]') as themes,
      coalesce((select jsonb_agg(jsonb_build_object('code', f.code, 'name', f.${name}, 'own', f.own) order by f.sort, f.code)
         from ${settingAt('fund', knownOn)} f where f.institution_id = s.institution_id and f.scheme_id = s.scheme_id), '[]') as funds,
      coalesce((select json_agg(json_build_object('id', u.unit_id, 'parent', p.parent_id, 'code', u.code, 'name', u.${name},
                  'valid', u.valid @> ${day}::date, 'gone', case when not u.valid @> ${day}::date then jsonb_build_object(
                    'through', case when upper(u.valid) <= ${day}::date then upper(u.valid) - 1 end,
                    'became', coalesce((select jsonb_agg(jsonb_build_object('code', a.code, 'on', c.on_date) order by a.sort, a.code)
                       from unit_succession c join unit a on a.institution_id = c.institution_id and a.unit_id = c.successor_id
                      where c.institution_id = u.institution_id and c.predecessor_id = u.unit_id
                        and c.on_date <= ${day}::date), '[]')) end) order by u.sort, u.code)
         from unit u left join unit_placement p on p.institution_id = u.institution_id and p.unit_id = u.unit_id and p.valid @> ${day}::date
        where u.institution_id = s.institution_id), '[]') as units
      from scheme s join institution i on i.institution_id = s.institution_id
     where s.institution_id = ${actor.institutionId} and s.code = ${scheme}`.execute(tx);
  if (!rows[0]) throw new Missing('scheme');
  const units = inTreeOrder(rows[0].units);
  const shown = new Set(units.map((unit) => unit.code));
  const others = rows[0].units.flatMap(({ code, name, gone }) =>
    shown.has(code) ? [] : [{ code, name, through: null, became: [], ...gone }],
  );
  return { ...rows[0], units, others };
}

type PlacedUnit = Named & {
  id: string;
  parent: string | null;
  valid: boolean;
  gone: Pick<OtherUnit, 'through' | 'became'> | null;
};

// Depth first from the units that hang under nothing and existed on the day: cheaper here than a recursive query.
function inTreeOrder(units: readonly PlacedUnit[]): UnitOption[] {
  const below = Map.groupBy(units, (unit) => unit.parent);
  const walk = (unit: PlacedUnit, depth: number): UnitOption[] => [
    { code: unit.code, name: unit.name, depth },
    ...(below.get(unit.id) ?? []).flatMap((child) => walk(child, depth + 1)),
  ];
  return (below.get(null) ?? []).filter((unit) => unit.valid).flatMap((unit) => walk(unit, 0));
}

/** Deeper than any tree of units. */
const deepest = 99;

/** The figures of the money page, and of its exports: three statements, and one for memo lines. */
export async function getMoneyView(
  tx: Tx,
  actor: Actor,
  filter: MoneyFilter,
  now: Date,
): Promise<{ frame: SchemeFrame; view: MoneyView; asOf: string }> {
  const moment = momentOf(filter.asOf, now);
  const knownOn = filter.knownOn ? momentOf(filter.knownOn).at : null;
  const frame = await getSchemeFrame(tx, actor, filter.scheme, { day: filter.asOf ?? isoDate(now), knownOn });
  const depth = frame.units.find((unit) => unit.code === filter.unit)?.depth;
  const gone = frame.others.some((unit) => unit.code === filter.unit);
  if (filter.unit !== null && depth === undefined && !gone) throw new Missing('unit');
  const query: MoneyQuery = {
    schemeId: frame.schemeId,
    groupBy: ['stage', filter.slice as MoneyKey, 'year'],
    asOf: moment.at,
    knownOn,
    unit: filter.unit,
    ...fundFilter(filter.fund),
    stage: ['budgeted', 'realised', 'forecast'],
    // a unit that the tree of the day has not: as deep as its figures go
    unitLevel: filter.slice === 'unit' ? (gone ? deepest : (depth ?? 0) + 1) : null,
    tree: filter.tree,
    nodeLevel: 0,
  };
  const figure = ({ stage, year, [filter.slice]: key, ...row }: MoneyRow): Figure => {
    const { cents, fteMilli, unknown, masked, provisional } = row;
    return {
      ...{ stage: stage!, key: key ?? null, year: year! },
      ...{ cents, fteMilli, unknown, masked, provisional },
    };
  };
  const figures = (await getMoney(tx, query)).map(figure);
  const memos = filter.memos ? (await getMoney(tx, { ...query, memo: 'only' })).map(figure) : [];
  const funding = await getFunding(tx, frame.schemeId, { ...filter, at: moment.at, knownOn });
  return {
    frame,
    asOf: moment.date,
    view: {
      slice: filter.slice,
      firstYear: frame.firstYear,
      lastYear: frame.lastYear,
      tree: filter.tree ?? 'asOf',
      keys: keysOf(filter, frame, { figures: [...figures, ...memos], locale: actor.locale }),
      figures,
      memos,
      funding,
    },
  };
}

/** Which funds count: the scheme's own unless a fund or all are asked for. */
export function fundFilter(fund: string | null): { fund: string | null; ownFunds: boolean } {
  return { fund: fund === 'all' ? null : fund, ownFunds: fund === null };
}

/** The filter of one figure of the page, for its lines and its origin. */
export function lineFilter(
  address: MoneyAddress,
  at: Date,
  { units }: Pick<SchemeFrame, 'units'>,
): Omit<MoneyQuery, 'groupBy' | 'schemeId'> {
  const { cell, slice, unit } = address;
  const key = cell && cell.key !== '*' ? cell.key : undefined;
  const own =
    key === undefined || slice === 'unit' ? {} : key === null ? { withoutNode: true } : { [slice]: key };
  return {
    asOf: at,
    knownOn: address.knownOn ? momentOf(address.knownOn).at : null,
    ...fundFilter(address.fund),
    unit: slice === 'unit' && key ? key : unit,
    // the row of the unit that is looked at, among those below it, is what it holds itself
    unitAlone: slice === 'unit' && key != null && key === (unit ?? units[0]?.code),
    tree: address.tree,
    ...(cell && { stage: [cell.stage], year: cell.year }),
    ...own,
  };
}

function keysOf(
  { slice, tree = 'asOf' }: Pick<MoneyFilter, 'slice' | 'tree'>,
  frame: SchemeFrame,
  { figures, locale }: { figures: Figure[]; locale: Locale },
): MoneyView['keys'] {
  const used = new Set(figures.map((figure) => figure.key));
  const notes = slice === 'unit' ? unitNotes(frame, { tree, locale }) : null;
  const all: MoneyView['keys'] = {
    node: frame.themes.map((t) => ({ key: t.code, label: t.name, excluded: t.excluded ?? undefined })),
    unit: [...frame.units, ...frame.others]
      .filter((u) => used.has(u.code))
      .map((u) => ({ key: u.code, label: u.name, note: notes?.get(u.code) })),
    fund: frame.funds.map((f) => ({ key: f.code, label: f.name })),
    costKind: [...used]
      .filter((key) => key)
      .toSorted()
      .map((key) => ({ key, label: key! })),
  }[slice];
  const rest = [...used].filter((key) => !all.some((one) => one.key === key));
  return [...all, ...rest.map((key) => ({ key, label: key || '–' }))];
}
