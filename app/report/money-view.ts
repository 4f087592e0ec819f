/**
 * The money of a scheme as the annual reports print it: years across, one slice down (themes, units, funds
 * or cost kinds), budgeted beside realised, and below the total what was granted, what is not yet allocated
 * and the result. Pure: from figures to the report table that the page shows and every export writes.
 */
import { sum } from '#app/kernel/money.ts';
import { years } from '#app/kernel/period.ts';
import type { Stage, Tree } from '#app/ledger/ledger.ts';
import {
  type Cell,
  type Column,
  empty,
  type NumberFormat,
  type Row,
  share,
  type Table,
} from '#app/render/report.ts';
import { countSigns, type SignCounts, signsOfSum, sumCell } from './figure-sign.ts';
import { fundingRows } from './funding-row.ts';
import type { UnitNote } from './unit-note.ts';

export const slices = ['node', 'unit', 'fund', 'costKind'] as const;
export type Slice = (typeof slices)[number];
export const prints = ['keur', 'eur', 'fte', 'share'] as const;
/** Thousands of euros, euros, FTE, or shares of the column's total. */
export type Print = (typeof prints)[number];

/** One sum: a stage of a slice's key in a year. */
export type Figure = {
  stage: Stage;
  key: string | null;
  year: number;
  cents: number | null;
  fteMilli: number | null;
} & SignCounts;

/** What was expected, granted and allocated for a year, as known at that year's start and as known now. */
export type Funding = {
  stage: 'expected' | 'granted' | 'allocated';
  year: number;
  atStart: number | null;
  now: number;
  /** of which came from other years, less what went there: together zero over the years */
  carriedAtStart: number;
  carriedNow: number;
  /** what the two sums hold besides numbers */
  signsAtStart: SignCounts;
  signsNow: SignCounts;
};

export type MoneyView = {
  firstYear: number;
  lastYear: number;
  slice: Slice;
  tree: Tree;
  /** in printing order; `excluded` marks a theme that the scheme leaves out */
  keys: { key: string | null; label: string; excluded?: string; note?: UnitNote }[];
  figures: Figure[];
  /** sums of memo lines, which stand beside the table and in none of its totals */
  memos: Figure[];
  funding: Funding[];
};

export type MoneyWords = (key: string, params?: Record<string, string | number>) => string;

export type ColumnSpec = { key: string; year: number; stage: 'budgeted' | 'realised' | 'forecast' };

/**
 * The address behind one figure: of a column's key (`*` for its total), or of the funding beside it. The day
 * is given where a figure is of another day than the page's.
 */
export type FigureHref = (
  /** `flow`: a figure that is itself a difference, and opens to what it is made of */
  column: Pick<ColumnSpec, 'year'> & { stage: Stage | 'flow' },
  key: string | null,
  day?: string,
) => string;

/** The columns: for each year what was budgeted and, where there is any, what was realised and what is forecast. */
export function moneyColumns(view: MoneyView): ColumnSpec[] {
  const booked = (year: number, stage: Stage) =>
    [...view.figures, ...view.memos].some((f) => f.year === year && f.stage === stage);
  return years(view.firstYear, view.lastYear).flatMap((year) => {
    const pair: ColumnSpec[] = [{ key: `B${year}`, year, stage: 'budgeted' }];
    if (booked(year, 'realised')) pair.push({ key: `R${year}`, year, stage: 'realised' });
    if (booked(year, 'forecast')) pair.push({ key: `P${year}`, year, stage: 'forecast' });
    return pair;
  });
}

/**
 * Builds the table.
 * @param href the address behind one figure; null leaves the figures without links
 */
export function moneyTable(view: MoneyView, print: Print, words: MoneyWords, href: FigureHref | null): Table {
  const columns = moneyColumns(view);
  const figure = (key: string | null, column: ColumnSpec) =>
    view.figures.find((f) => f.key === key && f.year === column.year && f.stage === column.stage);
  const totals = columns.map((column) => columnTotal(view, column));
  const notes: Table['footnotes'] = [];
  const lines: Row[] = view.keys.map(({ key, label, excluded, note }) => {
    const cells = columns.map((column, i) => {
      const found = figure(key, column);
      const link = found && href ? { href: href(column, key) } : {};
      return cellOf(found ?? null, print, totals[i]!, link);
    });
    const spent = excluded !== undefined && cells.some((cell) => cell.kind !== 'empty');
    const said = spent
      ? words('money.note.excluded', { theme: label, reason: excluded })
      : note && words(`money.unit-note.${note.code}`, note.params);
    if (!said) return { kind: 'line', key: `line-${key}`, label, cells };
    const mark = letter(notes.length);
    notes.push({ mark, inlines: [{ text: said }] });
    return { kind: 'line', key: `line-${key}`, label, cells, marks: [mark] };
  });
  const total: Row = {
    kind: 'total',
    key: 'total',
    label: words('money.total'),
    cells: columns.map((column, i) =>
      cellOf(totals[i]!, print, totals[i]!, href ? { href: href(column, '*') } : {}),
    ),
  };
  const aside = memoRows(view, columns, { print, words, href });
  const below =
    print === 'keur' || print === 'eur' ? fundingRows(view, columns, totals, { words, href }) : [];
  return {
    caption: words(`money.table.${view.slice}`),
    unitNote:
      words(`money.unit.${print}`) + (view.tree === 'year' ? ` · ${words('money.tree.by-year')}` : ''),
    columns: columns.map((column) => head(column, columns, words)),
    rows: [...lines, total, ...aside, ...below],
    footnotes: notes,
    format: formats[print],
  };
}

const formats: Record<Print, NumberFormat> = {
  keur: { money: 'keur' },
  eur: { money: 'eur' },
  fte: { fteDecimals: 2 },
  share: { shareDecimals: 0 },
};

export type Total = Pick<Figure, 'cents' | 'fteMilli'> & SignCounts;

/** The sum of a column; null where no part of it has a figure of that kind. */
export function columnTotal(view: MoneyView, column: ColumnSpec): Total {
  const parts = view.figures.filter((f) => f.year === column.year && f.stage === column.stage);
  const all = (pick: (f: Figure) => number | null) =>
    parts.some((f) => pick(f) !== null) ? sum(parts.map(pick)) : null;
  return {
    cents: all((f) => f.cents),
    fteMilli: all((f) => f.fteMilli),
    ...countSigns(parts),
  };
}

function cellOf(found: Total | null, print: Print, whole: Total, extras: { href?: string }): Cell {
  if (!found) return empty;
  if (print === 'share') {
    if (found.cents === null || !whole.cents) return empty;
    // a share of a sum that is provisional or lacks parts is so itself
    const signs = signsOfSum(countSigns([found, whole]));
    const said = { ...extras, ...(signs.length > 0 && { signs }) };
    return share(Math.round((found.cents * 10_000) / whole.cents), said);
  }
  return print === 'fte'
    ? sumCell(found.fteMilli, found, { unit: 'fte', ...extras })
    : sumCell(found.cents, found, { unit: 'money', ...extras });
}

/** A row for each key with memo lines: printed below the total, and in no sum. */
function memoRows(
  view: MoneyView,
  columns: ColumnSpec[],
  { print, words, href }: { print: Print; words: MoneyWords; href: FigureHref | null },
): Row[] {
  if (print === 'share') return [];
  return view.keys.flatMap(({ key, label }): Row[] => {
    const own = view.memos.filter((memo) => memo.key === key);
    const cells = columns.map((column) => {
      const found = own.find((memo) => memo.year === column.year && memo.stage === column.stage);
      if (!found) return empty;
      return cellOf(found, print, found, href ? { href: href(column, key) } : {});
    });
    if (cells.every((cell) => cell.kind === 'empty')) return [];
    return [{ kind: 'plain', key: `memo-${key}`, label: words('money.row.memo', { label }), cells }];
  });
}

function head(column: ColumnSpec, all: ColumnSpec[], words: MoneyWords): Column {
  return {
    key: column.key,
    label: words(`money.stage.short.${column.stage}`),
    description: words(`money.stage.${column.stage}`),
    groups: [String(column.year)],
    ...(column.stage !== 'budgeted' && all.length > 1 && { tone: 'quiet' }),
  };
}

/** Note marks: a, b … z, aa … */
export function letter(index: number): string {
  const first = index >= 26 ? String.fromCharCode(96 + Math.floor(index / 26)) : '';
  return first + String.fromCharCode(97 + (index % 26));
}
