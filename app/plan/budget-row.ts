import {
  type BudgetLine,
  type CellPlace,
  type CellValue,
  placeKey,
  rowKey,
  type Side,
  shownOf,
  sideOf,
} from './budget.ts';

/** A row of the budget grid: all that places an amount but its year, and which side of it is entered. */
export type BudgetRowPlace = Omit<CellPlace, 'year'> & { side: Side };
/** A row of the grid on the page, with the id that its fields carry. */
export type BudgetRow = BudgetRowPlace & { id: string };

/** A row's id, as form fields and addresses carry it. */
export function rowIdOf(row: BudgetRowPlace): string {
  const { measure, component, unit, fund, costKind, side } = row;
  return [measure, component, unit, fund, costKind, side].map(encodeURIComponent).join('~');
}

/** The id of the row that holds the same amounts in euros; of a row in euros its own. */
export function euroIdOf(rowId: string): string {
  return rowId.replace(/~fte$/, '~eur');
}

/** The row that an id names, or null when it is none. */
export function rowOf(id: string): BudgetRowPlace | null {
  const parts = id.split('~');
  if (parts.length !== 6) return null;
  try {
    const [measure, component, unit, fund, costKind, side] = parts.map(decodeURIComponent) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    if (side !== 'eur' && side !== 'fte') return null;
    return { measure, component, unit, fund, costKind, side };
  } catch {
    return null;
  }
}

type Measure = { code: string };

/**
 * The rows of one fund's grid, measure by measure: those that hold an amount, those that were asked for, and
 * a row in euros for a measure that has none yet.
 */
export function budgetRows(
  lines: readonly BudgetLine[],
  measures: readonly Measure[],
  { fund, unit, asked }: { fund: string; unit: string; asked: readonly BudgetRowPlace[] },
): BudgetRow[] {
  const rows = new Map<string, BudgetRowPlace>();
  const add = (place: BudgetRowPlace | BudgetLine, side: Side) => {
    const key = `${side} ${rowKey(place)}`;
    const { measure, component, unit, costKind } = place;
    if (!rows.has(key)) rows.set(key, { measure, component, unit, fund, costKind, side });
  };
  for (const line of lines) {
    if (line.fund !== fund) continue;
    const { cents, fteMilli } = shownOf(line);
    if (cents !== null || fteMilli === null) add(line, 'eur');
    if (fteMilli !== null) add(line, 'fte');
  }
  for (const row of asked) if (row.fund === fund) add(row, row.side);
  const rowsOf = Map.groupBy(rows.values(), (row) => row.measure);
  const first = { component: '', unit, fund, costKind: '', side: 'eur' as const };
  return measures
    .flatMap(({ code }) => rowsOf.get(code) ?? [{ measure: code, ...first }])
    .map((row) => ({ ...row, id: rowIdOf(row) }));
}

/** The keys `<row id>:<year>` of the cells whose amount is provisional. */
export function provisionalKeys(
  lines: readonly BudgetLine[],
  rows: readonly BudgetRow[],
  years: readonly number[],
): string[] {
  const marked = new Set(lines.filter((line) => line.mark === 'provisional').map(placeKey));
  if (marked.size === 0) return [];
  return rows.flatMap((row) =>
    years.filter((year) => marked.has(placeKey({ ...row, year }))).map((year) => `${row.id}:${year}`),
  );
}

/** What the ticks of the form change: those that are ticked now against those that stood ticked. */
export function readProvisional(
  form: FormData,
): (Omit<CellPlace, 'year'> & { year: number; provisional: boolean })[] {
  const before = new Set(JSON.parse(String(form.get('provisional-seen') ?? '[]')) as string[]);
  const now = new Set([...form.keys()].flatMap((name) => name.match(/^provisional:(.+:\d{4})$/)?.[1] ?? []));
  return [...new Set([...before, ...now])].flatMap((key) => {
    if (before.has(key) === now.has(key)) return [];
    const at = key.lastIndexOf(':');
    const row = rowOf(key.slice(0, at));
    if (!row) return [];
    const { side: _, ...place } = row;
    return [{ ...place, year: Number(key.slice(at + 1)), provisional: now.has(key) }];
  });
}

/** The rows whose amounts stand beside the totals, by the id of their euros. */
export function memoRows(lines: readonly BudgetLine[], rows: readonly BudgetRow[]): string[] {
  const memos = new Set(lines.filter((line) => line.memo != null).map(rowKey));
  return [...new Set(rows.filter((row) => memos.has(rowKey(row))).map((row) => euroIdOf(row.id)))];
}

/** What the memo ticks of the form change. */
export function readMemos(form: FormData): (Omit<CellPlace, 'year'> & { memo: boolean })[] {
  if (!form.has('memo-seen')) return [];
  const before = new Set(JSON.parse(String(form.get('memo-seen'))) as string[]);
  const now = new Set([...form.keys()].flatMap((name) => name.match(/^memo:(.+)$/)?.[1] ?? []));
  return [...new Set([...before, ...now])].flatMap((id) => {
    const row = rowOf(id);
    if (!row || before.has(id) === now.has(id)) return [];
    const { side: _, ...place } = row;
    return [{ ...place, memo: now.has(id) }];
  });
}

/** What the rows of a grid hold, year by year: `rows[id][i]` stands in `years[i]`. Ids once, not with every cell. */
export type GridValues = {
  years: readonly number[];
  rows: Readonly<Record<string, readonly CellValue[]>>;
};

/** What each cell of the rows holds. */
export function gridValues(
  lines: readonly BudgetLine[],
  rows: readonly BudgetRow[],
  years: readonly number[],
): GridValues {
  const linesOf = Map.groupBy(lines, rowKey);
  const held = (row: BudgetRow) => {
    const stored = new Map(linesOf.get(rowKey(row))?.map((line) => [line.year, line]));
    return years.map((year) => sideOf(stored.get(year), row.side));
  };
  return { years, rows: Object.fromEntries(rows.map((row) => [row.id, held(row)])) };
}

/** What one cell holds; null as well where there is no such cell. */
export function valueIn({ years, rows }: GridValues, rowId: string, year: number): CellValue {
  return rows[rowId]?.[years.indexOf(year)] ?? null;
}
