import { sql } from 'kysely';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Moment } from '#app/kernel/moment.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { settingAt } from '#app/kernel/setting-at.server.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import { getMoney, type MoneyKey, momentOf } from '#app/ledger/money.server.ts';
import {
  filtersOf,
  type LayoutColumn,
  type LineFilter,
  type TableLayout,
  tableLayout,
} from './table-layout.ts';
import type { ComputedTable } from './table-reader.ts';
import { expandRows, type TableFigure, type TablePlace, type TreeNode } from './table-row.ts';
import { tableValues } from './table-value.ts';

export type TableHead = { code: string; titleNl: string; titleEn: string; layout: TableLayout };

/** The scheme of a table, for its page and its export. */
export type TableFrame = {
  schemeId: string;
  code: string;
  name: string;
  institution: string;
  notice: string;
};

type FrameRow = TableFrame & {
  nodes: TreeNode[];
  units: TreeNode[];
  measures: { code: string; name: string }[];
  ownFunds: string[];
  tables: (Omit<TableHead, 'layout'> & { layout: unknown })[];
};

/** The tables of a scheme with their layouts, in printing order. Two statements. @throws Missing */
export async function listTables(tx: Tx, actor: Actor, scheme: string): Promise<TableHead[]> {
  const rows = await tx
    .selectFrom('scheme')
    .leftJoin('tableLayout', (join) =>
      join
        .onRef('tableLayout.institutionId', '=', 'scheme.institutionId')
        .onRef('tableLayout.schemeId', '=', 'scheme.schemeId'),
    )
    .select(['tableLayout.code', 'titleNl', 'titleEn', 'layout'])
    .where('scheme.institutionId', '=', actor.institutionId)
    .where('scheme.code', '=', scheme)
    .orderBy('tableLayout.sort')
    .execute();
  if (rows.length === 0) throw new Missing('scheme');
  return rows.flatMap(({ code, titleNl, titleEn, layout }) =>
    code === null ? [] : [{ code, titleNl: titleNl!, titleEn: titleEn!, layout: tableLayout.parse(layout) }],
  );
}

export type TableAsked = { scheme: string; table: string; asOf: string | null; knownOn?: string | null };

export type TableAnswer = {
  frame: TableFrame;
  /** the day of the columns without one of their own */
  asOf: string;
  /** as far as recorded by the end of this day; null: everything */
  knownOn: string | null;
  /** the table and those that its document prints below it */
  tables: (ComputedTable & TableHead)[];
  /** what its checks compare with */
  others: ComputedTable[];
};

/**
 * One table, computed: a statement for the scheme with its names and layouts, and one for the figures of
 * each day that its columns ask for.
 * @throws Missing
 */
export async function getTable(
  tx: Tx,
  actor: Actor,
  { scheme, table, asOf, knownOn = null }: TableAsked,
  now: Date,
): Promise<TableAnswer> {
  const { nodes, units, measures, ownFunds, tables, ...frame } = await getFrame(tx, actor, {
    scheme,
    knownOn,
  });
  const heads = tables.map((one) => ({ ...one, layout: tableLayout.parse(one.layout) }));
  const main = heads.find((head) => head.code === table);
  if (!main) throw new Missing('table');
  const shown = [main, ...heads.filter((head) => main.layout.beside.includes(head.code))];
  const needed = new Set(shown.flatMap((head) => [head.code, ...othersOf(head.layout)]));
  const all = heads.filter((head) => needed.has(head.code));
  const day = asOf ?? main.layout.asOf ?? momentOf(null, now).date;
  const asked = all.map(({ layout }) => ({ layout, day }));
  const figures = await getFigures(tx, frame.schemeId, { asked, knownOn });
  const place: TablePlace = { nodes, units, measures, ownFunds, figures, asOf: day };
  const computed = all.map((head) => {
    const rows = expandRows(head.layout, place);
    return { ...head, rows, values: tableValues(head.layout, place, rows) };
  });
  return {
    frame,
    asOf: day,
    knownOn,
    tables: shown.map((head) => computed.find((one) => one.code === head.code)!),
    others: computed,
  };
}

/**
 * Every table of a scheme, each as of the day of its own document, for the checks: a statement for the scheme
 * and one for each day that any of them asks for. At an earlier moment those that were printed by then.
 * @throws Missing
 */
export async function getPrintedTables(
  tx: Tx,
  actor: Actor,
  { scheme, ...moment }: { scheme: string } & Moment,
  now: Date,
): Promise<(ComputedTable & TableHead)[]> {
  const { nodes, units, measures, ownFunds, tables, schemeId } = await getFrame(tx, actor, {
    scheme,
    knownOn: moment.knownOn,
  });
  const [until] = [moment.asOf, moment.knownOn].filter((day) => day !== null).toSorted();
  const asked = tables.flatMap((one) => {
    const layout = tableLayout.parse(one.layout);
    const days = [layout.asOf, ...layout.columns.map((column) => 'asOf' in column && column.asOf)];
    if (until && days.some((day) => day && day > until)) return [];
    return [{ ...one, layout, day: layout.asOf ?? momentOf(moment.asOf, now).date }];
  });
  const figures = await getFigures(tx, schemeId, { asked, knownOn: moment.knownOn });
  return asked.map(({ day, ...head }) => {
    const place: TablePlace = { nodes, units, measures, ownFunds, figures, asOf: day };
    const rows = expandRows(head.layout, place);
    return { ...head, rows, values: tableValues(head.layout, place, rows) };
  });
}

/** The tables that a table's checks compare with. */
function othersOf(layout: TableLayout): string[] {
  const same = layout.rows.flatMap((row) => (row.sameAs ? [row.sameAs.table] : []));
  return layout.rate ? [...same, layout.rate.table] : same;
}

async function getFrame(
  tx: Tx,
  actor: Actor,
  { scheme, knownOn }: { scheme: string; knownOn: string | null },
): Promise<FrameRow> {
  const known = knownOn === null ? null : momentOf(knownOn).at;
  const name = sql.raw(actor.locale === 'en' ? 'name_en' : 'name_nl');
  const notice = sql.raw(actor.locale === 'en' ? 'notice_en' : 'notice_nl');
  const { rows } = await sql<FrameRow>`
    select s.scheme_id, s.code, s.${name} as name, i.${name} as institution, i.${notice} as notice,
      coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'name', n.${name}, 'parent', p.code,
                  'aliases', coalesce((select jsonb_agg(jsonb_build_object('name', a.name, 'context', a.context)
                       order by a.name, a.context)
                     from node_alias a where a.institution_id = n.institution_id and a.node_id = n.node_id), '[]'))
                order by n.sort, n.code)
         from node n left join node p on p.institution_id = n.institution_id and p.node_id = n.parent_id
        where n.institution_id = s.institution_id and n.framework_id = s.theme_framework_id), '[]') as nodes,
      coalesce((select jsonb_agg(jsonb_build_object('code', u.code, 'name', u.${name}, 'parent', p.code) order by u.sort, u.code)
         from unit u
         left join lateral (select parent_id from unit_placement q where q.institution_id = u.institution_id
            and q.unit_id = u.unit_id order by upper(q.valid) desc nulls first limit 1) q on true
         left join unit p on p.institution_id = u.institution_id and p.unit_id = q.parent_id
        where u.institution_id = s.institution_id), '[]') as units,
      coalesce((select jsonb_agg(jsonb_build_object('code', m.code, 'name', m.name) order by m.sort, m.code) from (
          select distinct on (m.code) m.code, t.name, t.sort
            from document d join measure m on m.institution_id = d.institution_id and m.document_id = d.document_id
            join measure_text t on t.institution_id = m.institution_id and t.measure_id = m.measure_id
            join version v on v.institution_id = t.institution_id and v.version_id = t.version_id and v.status = 'adopted'
           where d.institution_id = s.institution_id and d.scheme_id = s.scheme_id
           order by m.code, v.number desc) m), '[]') as measures,
      coalesce((select jsonb_agg(f.code) from ${settingAt('fund', known)} f where f.institution_id = s.institution_id
          and f.scheme_id = s.scheme_id and f.own), '[]') as own_funds,
      coalesce((select jsonb_agg(jsonb_build_object('code', l.code, 'titleNl', l.title_nl, 'titleEn', l.title_en,
                  'layout', l.layout) order by l.sort)
         from ${settingAt('table_layout', known)} l where l.institution_id = s.institution_id and l.scheme_id = s.scheme_id), '[]') as tables
      from scheme s join institution i on i.institution_id = s.institution_id
     where s.institution_id = ${actor.institutionId} and s.code = ${scheme}`.execute(tx);
  if (!rows[0]) throw new Missing('scheme');
  return rows[0];
}

type Wanted = { asOf: string; memo: boolean; carried?: boolean; stages: Set<Stage>; keys: Set<MoneyKey> };

/** The figures that layouts ask for: one statement per day, and one more for memos or carry-overs apart. */
async function getFigures(
  tx: Tx,
  schemeId: string,
  { asked, knownOn }: { asked: readonly { layout: TableLayout; day: string }[]; knownOn: string | null },
): Promise<TableFigure[]> {
  const wanted = new Map<string, Wanted>();
  for (const { layout, day } of asked) {
    const filters = layout.rows.flatMap(filtersOf);
    for (const column of layout.columns) {
      if (column.kind !== 'figure' && column.kind !== 'share') continue;
      for (const filter of filters) {
        const [asOf, memo] = [column.asOf ?? day, filter.memo === true];
        const { carried } = filter;
        const said = { asOf, memo, ...(carried !== undefined && { carried }) };
        const key = JSON.stringify(said);
        const entry = wanted.get(key) ?? { ...said, stages: new Set(), keys: new Set() };
        wanted.set(key, entry);
        want(entry, filter, column);
      }
    }
  }
  const found: TableFigure[] = [];
  for (const { asOf, memo, carried, stages, keys } of wanted.values()) {
    const apart = { ...(carried !== undefined && { carried }), ...(memo && { memo }) };
    const rows = await getMoney(tx, {
      schemeId,
      groupBy: ['stage', 'year', 'fund', ...keys],
      stage: [...stages],
      asOf: momentOf(asOf).at,
      knownOn: knownOn === null ? null : momentOf(knownOn).at,
      ...(carried !== undefined && { carried }),
      ...(memo && { memo: 'only' }),
    });
    found.push(...rows.map((row) => ({ ...row, asOf, ...apart })));
  }
  return found;
}

const lineKeys = ['unit', 'node', 'measure', 'component', 'costKind'] as const;

function want(entry: Wanted, filter: LineFilter, column: Extract<LayoutColumn, { stage: Stage }>): void {
  entry.stages.add(filter.stage ?? column.stage);
  for (const key of lineKeys) if (filter[key] !== undefined) entry.keys.add(key);
}
