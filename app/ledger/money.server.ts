import { type RawBuilder, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { earliest, type VersionMoment } from '#app/document/version-at.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Moment } from '#app/kernel/moment.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { Mark, Stage, Tree } from './ledger.ts';
import { conditions, idColumns, joins, nameColumn, snake, treeAndForce } from './money-sql.server.ts';

export const moneyKeys = [
  'stage',
  'fund',
  'unit',
  'node',
  'measure',
  'component',
  'costKind',
  'year',
] as const;
export type MoneyKey = (typeof moneyKeys)[number];

/** Which figures: of a scheme, at a moment; or of one version, whatever its status. */
export type MoneyQuery = {
  schemeId: string;
  groupBy: readonly MoneyKey[];
  /** in force at this moment; now when left out */
  asOf?: Date | null;
  /** as far as recorded by this moment; everything when left out */
  knownOn?: Date | null;
  /** only this version's lines: a draft's own figures, or what one document said */
  versionId?: string | null;
  /** codes; a unit or node stands for itself and all below it */
  stage?: readonly Stage[];
  fund?: string | null;
  /** only the scheme's own funds, not those that pay for the same activities in turn */
  ownFunds?: boolean;
  unit?: string | null;
  /** of the unit only what is shown as its own, not what stands below it */
  unitAlone?: boolean;
  node?: string | null;
  /** only what stands on no node at all */
  withoutNode?: boolean;
  measure?: string | null;
  component?: string | null;
  costKind?: string | null;
  year?: number | null;
  /** how deep units and nodes are told apart: 0 is the root, 1 what hangs under it; all when left out */
  unitLevel?: number | null;
  nodeLevel?: number | null;
  /** units stand where they hang as of the moment, or where each line's own calendar year had them at its end */
  tree?: Tree;
  /** of carry-over documents: only what they move between years, or all but that; both when left out */
  carried?: boolean;
  /** memo lines, which are in no total: instead of the others, or as lines among them; without them when left out */
  memo?: 'only' | 'with';
};

/** One group: the codes it is grouped by (null: on no node, say) and its exact sums. */
export type MoneyRow = {
  stage?: Stage;
  fund?: string;
  unit?: string;
  node?: string | null;
  measure?: string | null;
  component?: string;
  costKind?: string;
  year?: number;
  /** null when no line of the group has a euro figure: unknown is not zero */
  cents: number | null;
  fteMilli: number | null;
  /** lines without any figure (pm, masked) */
  unknown: number;
  /** of which masked */
  masked: number;
  /** lines whose figure is provisional */
  provisional: number;
};

const lineOnly: MoneyKey[] = ['measure', 'component', 'costKind'];

/**
 * The general money query: the lines of the versions in force, grouped and filtered, in one statement.
 * Frozen totals answer it unless it asks for what only lines know (measure, component, cost kind) or for a
 * single version.
 */
export async function getMoney(tx: Tx, query: MoneyQuery): Promise<MoneyRow[]> {
  const fromLines =
    query.versionId != null ||
    query.groupBy.some((key) => lineOnly.includes(key)) ||
    query.measure != null ||
    query.component != null ||
    query.costKind != null ||
    query.memo === 'only';
  const [cents, fte] =
    query.memo === 'only' ? [sql`x.memo_cents`, sql`x.memo_fte_milli`] : [sql`x.cents`, sql`x.fte_milli`];
  const none = sql`${cents} is null and ${fte} is null`;
  const ids = idColumns(query.groupBy, query);
  const names = query.groupBy.map((key) => nameColumn(key, query));
  const named = query.groupBy.map((key, i) => sql`${names[i]!} as ${sql.id(snake(key))}`);
  const by = (keys: RawBuilder<unknown>[], order = sql``) =>
    keys.length ? sql`group by ${sql.join(keys)} ${order}` : sql``;
  const sums = fromLines
    ? sql`sum(${cents})::bigint as cents, sum(${fte})::bigint as fte_milli,
          count(*) filter (where ${none}) as unknown, count(*) filter (where x.mark = 'masked' and ${none}) as masked,
          count(*) filter (where x.mark = 'provisional') as provisional`
    : sql`(sum(x.cents) filter (where x.with_cents > 0))::bigint as cents,
          (sum(x.fte_milli) filter (where x.with_fte > 0))::bigint as fte_milli, sum(x.unknown) as unknown,
          sum(x.masked) as masked, sum(x.provisional) as provisional`;
  // Summed by id first and named after: thousands of totals become tens of groups before any join.
  const { rows } = await sql<MoneyRow>`
    ${treeAndForce(query)}
    select ${sql.join([...named, sql`sum(x.cents)::bigint as cents`])}, sum(x.fte_milli)::bigint as fte_milli,
           coalesce(sum(x.unknown), 0)::int as unknown, coalesce(sum(x.masked), 0)::int as masked,
           coalesce(sum(x.provisional), 0)::int as provisional
      from (select ${sql.join([...ids, sums])} from ${fromLines ? sql`ledger_line` : sql`version_total`} x
             where ${conditions(query, fromLines)} ${by(ids)}) x
      ${joins(query.groupBy, query)} ${by(names, names.length ? sql`order by ${sql.join(names)}` : sql``)}`.execute(
    tx,
  );
  return rows;
}

/** One line with the document that carries it. */
export type MoneyLine = {
  lineId: string;
  stage: Stage;
  fund: string;
  unit: string;
  node: string | null;
  measure: string | null;
  measureId: string | null;
  /** what the version that carries the line calls the measure; of a report, what the newest plan adopted by then does */
  measureName: string | null;
  component: string;
  costKind: string;
  year: number;
  cents: number | null;
  fteMilli: number | null;
  mark: Mark | null;
  /** outside every total; its amounts are these, and it has no others */
  memo: boolean;
  memoCents: number | null;
  memoFteMilli: number | null;
  note: string;
  documentId: string;
  documentTitle: string;
  documentCode: string;
  kind: string;
  versionId: string;
  versionNumber: number;
  versionSource: string;
  contentHash: string | null;
};

/** The lines behind a figure and the document of each: the same filters as the figure, no grouping. Memo lines last. */
export async function getMoneyLines(
  tx: Tx,
  query: Omit<MoneyQuery, 'groupBy'>,
  limit = 500,
): Promise<MoneyLine[]> {
  const by = earliest(query.asOf ?? null, query.knownOn ?? null);
  const adoptedFirst = by === null ? sql`` : sql`w.adopted_at <= ${by}::timestamptz desc,`;
  const { rows } = await sql<MoneyLine>`
    ${treeAndForce(query)}
    select x.line_id, x.stage, f.code as fund, u.code as unit, n.code as node, m.code as measure,
           x.measure_id, coalesce(mt.name, planned.name) as measure_name, x.component,
           x.cost_kind, x.year, x.cents, x.fte_milli, x.mark, x.memo, x.memo_cents, x.memo_fte_milli, x.note, d.document_id, d.title as document_title,
           d.code as document_code, k.code as kind, v.version_id, v.number as version_number,
           v.source as version_source, v.content_hash
      from ledger_line x ${joins(['fund', 'unit', 'node', 'measure'], {})}
      left join measure_text mt on mt.institution_id = x.institution_id and mt.version_id = x.version_id
           and mt.measure_id = x.measure_id
      -- a report carries no measures of its own: then as the newest plan that was adopted by then calls it
      left join lateral (select t.name from measure_text t
           join version w on w.institution_id = t.institution_id and w.version_id = t.version_id
          where t.institution_id = x.institution_id and t.measure_id = x.measure_id and w.status = 'adopted'
          order by ${adoptedFirst} w.number desc limit 1) planned on mt.name is null
      join version v on v.institution_id = x.institution_id and v.version_id = x.version_id
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
     where ${conditions(query, true)}
     order by x.memo, x.year, u.sort, u.code, n.sort, m.code, f.sort, d.code, v.number, x.sort, x.line_id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/**
 * Refuses filters on codes that do not exist: an empty answer would look like no money.
 * @throws InvalidInput `money.unknown` for each
 */
export async function refuseUnknown(
  tx: Tx,
  schemeId: string,
  codes: Pick<MoneyQuery, 'fund' | 'unit' | 'node'>,
): Promise<void> {
  const { fund = null, unit = null, node = null } = codes;
  if (fund === null && unit === null && node === null) return;
  const { rows } = await sql<{ fund: boolean; unit: boolean; node: boolean }>`
    select ${fund}::text is null or exists (select from fund where institution_id = current_institution()
             and scheme_id = ${schemeId} and code = ${fund}) as fund,
           ${unit}::text is null or exists (select from unit where institution_id = current_institution()
             and code = ${unit}) as unit,
           ${node}::text is null or exists (select from node n join scheme s on s.institution_id = n.institution_id
             and s.theme_framework_id = n.framework_id where n.institution_id = current_institution()
             and s.scheme_id = ${schemeId} and n.code = ${node}) as node`.execute(tx);
  const errors = Object.entries(rows[0]!)
    .filter(([, exists]) => !exists)
    .map(([key]) => ({
      path: `query ${key}`,
      code: 'money.unknown',
      params: { what: codes[key as 'fund'] ?? '' },
    }));
  if (errors.length > 0) throw new InvalidInput(errors);
}

/** The moment of an address for versions: the end of each of its days; null is now, and all that is recorded. */
export function versionMoment({ asOf, knownOn }: Partial<Moment>): VersionMoment {
  return {
    asOf: asOf ? momentOf(asOf).at : null,
    knownOn: knownOn ? momentOf(knownOn).at : null,
  };
}

/**
 * The moment that a date stands for: the end of that day in the Netherlands, so that what was adopted on
 * the day itself counts. Without a date it is now.
 */
export function momentOf(
  date: string | null | undefined,
  now: Date = new Date(),
): { date: string; at: Date } {
  if (!date) return { date: isoDate(now), at: now };
  const midnight = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime('Europe/Amsterdam');
  return { date, at: new Date(midnight.epochMilliseconds - 1) };
}
