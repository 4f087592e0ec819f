/**
 * Finds the tables in a sheet: where headings stand, which columns are labels, which carry figures.
 * Nothing here knows a theme, a year or a university; only words (`table-word.ts`) and positions.
 */

import type { Cell, Sheet } from '#app/ledger/table-read.ts';
import { columnLines, inherit } from './table-heading.ts';
import { type Grouping, groupingVote, readValue, type Value } from './table-number.ts';
import { isBlank, isYear, rowKinds, type Span, spans } from './table-rows.ts';
import { settlePercent, sharpen, toPercent } from './table-unit.ts';
import { numberingOf, type Role, rolesOf } from './table-word.ts';

/** A row or a column of figures. `index` is its 0-based place in the sheet. */
export type Line = {
  index: number;
  label: string;
  roles: Set<Role>;
  /** the texts of the heading above a column, outermost first; empty for rows */
  parts: string[];
  /** lines with an equal group belong together: the year of a column, or the heading above a pair */
  group: string;
  numbering: string[] | null;
  indent: number;
  bold: boolean;
  /** a blank line or a heading without figures stands before it */
  opens: boolean;
};

export type Table = {
  sheet: string;
  rows: Line[];
  columns: Line[];
  /** the figure at a place in `rows` and `columns` (not in the sheet) */
  at(row: number, column: number): Value;
};

/** The tables of one sheet. `ambiguous` decides texts such as `1.234` when nothing in the sheet does. */
export function findTables(sheet: Sheet, ambiguous: Grouping | null): Table[] {
  const cells = sheet.rows;
  const kinds = rowKinds(cells);
  const fallback = majority(cells.flat()) ?? ambiguous;
  let previous: { span: Span; table: Table } | null = null;
  const tables: Table[] = [];
  for (const span of spans(cells, kinds)) {
    const table = tableOf(sheet, span, fallback, previous?.span.headings ?? []);
    if (table === null) continue;
    previous = { span, table };
    tables.push(table);
  }
  return tables;
}

/** Whether the sheet has numbers that nothing in it tells apart: thousands or three decimals. */
export function isAmbiguous(sheet: Sheet): boolean {
  const cells = sheet.rows.flat();
  return (
    majority(cells) === null &&
    cells.some((cell) => cell.number === null && groupingVote(cell.text) === 'either')
  );
}

function majority(cells: Cell[]): Grouping | null {
  let balance = 0;
  for (const cell of cells) {
    const vote = cell.number === null && cell.text !== '' ? groupingVote(cell.text) : null;
    if (vote === '.') balance += 1;
    if (vote === ',') balance -= 1;
  }
  return balance > 0 ? '.' : balance < 0 ? ',' : null;
}

function tableOf(sheet: Sheet, span: Span, fallback: Grouping | null, earlier: number[]): Table | null {
  const cells = sheet.rows;
  const grouping = majority(span.rows.flatMap((r) => cells[r]!)) ?? fallback;
  const width = Math.max(...span.rows.map((r) => cells[r]!.length));
  const read = (r: number, c: number): Value => {
    const cell = cells[r]![c];
    return cell === undefined ? { state: 'blank' } : readValue(cell, grouping);
  };
  const counts = Array.from({ length: width }, (_, c) => countStates(span.rows, c, read, cells));
  const labels = labelColumns(counts);
  const valueColumns = counts
    .map((count, c) => ({ count, c }))
    .filter(({ count, c }) => c >= labels && count.known > 0 && count.known + count.marks >= count.text)
    .map(({ c }) => c);
  if (valueColumns.length === 0) return null;
  const headings = inherit(cells, span.headings, earlier, valueColumns);
  const columns = columnLines(cells, headings, valueColumns);
  for (const [i, column] of columns.entries()) {
    const c = valueColumns[i]!;
    if (counts[c]!.percent * 2 > counts[c]!.known) column.roles.add('percent');
  }
  const rows = rowLines(cells, span.rows, labels);
  const raw = rows.map((row) => valueColumns.map((c) => read(row.index, c)));
  for (const [r, row] of rows.entries()) settlePercent(row, raw[r]!);
  const values = sharpen(toPercent(raw, rows, columns), columns);
  return { sheet: sheet.name, rows, columns, at: (r, c) => values[r]![c]! };
}

type Count = { known: number; marks: number; text: number; years: number; codes: number; percent: number };

function countStates(
  rows: number[],
  c: number,
  read: (r: number, c: number) => Value,
  cells: Cell[][],
): Count {
  const count: Count = { known: 0, marks: 0, text: 0, years: 0, codes: 0, percent: 0 };
  for (const r of rows) {
    const cell = cells[r]![c];
    if (cell === undefined || isBlank(cell)) continue;
    const value = read(r, c);
    if (value.state === 'known') {
      count.known += 1;
      if (value.percent) count.percent += 1;
    } else if (value.state === 'nil' || value.state === 'unknown') count.marks += 1;
    else count.text += 1;
    if (isYear(cell)) count.years += 1;
    if (/^\s*(?:[A-Za-z]{0,3}\s?)?\d{1,2}(?:\.\d{1,2})*\.?\s*$/.test(cell.text)) count.codes += 1;
  }
  return count;
}

/** How many leading columns are labels: text, years down the side, or codes before a column of text. */
function labelColumns(counts: Count[]): number {
  let labels = 0;
  while (labels < counts.length) {
    const count = counts[labels]!;
    const filled = count.known + count.marks + count.text;
    const text = filled === 0 || count.text > count.known;
    const years = count.years > 0 && count.years * 2 > count.known;
    const next = counts[labels + 1];
    const codes = count.codes === filled && next !== undefined && next.text > next.known;
    if (!(text || (years && labels === firstFilled(counts)) || codes)) break;
    labels += 1;
  }
  return Math.max(labels, firstFilled(counts) + 1);
}

function firstFilled(counts: Count[]): number {
  return Math.max(
    0,
    counts.findIndex((count) => count.known + count.marks + count.text > 0),
  );
}

function rowLines(cells: Cell[][], rows: number[], labels: number): Line[] {
  return rows.map((r, i) => {
    const parts = cells[r]!.slice(0, labels).filter((cell) => cell.text.trim() !== '');
    const label = parts
      .map((cell) => cell.text.trim())
      .join(' ')
      .replace(/\s+/g, ' ');
    const lead = cells[r]!.slice(0, labels).findIndex((cell) => cell.text.trim() !== '');
    const leading = parts[0] ? /^[\s\u00a0]*/.exec(parts[0].text)![0].length : 0;
    return {
      index: r,
      label,
      parts: [],
      roles: rolesOf(label),
      group: '',
      numbering: numberingOf(label),
      indent: (parts[0]?.indent ?? 0) * 2 + leading + Math.max(0, lead) * 100,
      bold: parts.length > 0 && parts.every((cell) => cell.bold),
      opens: i === 0 || r - rows[i - 1]! > 1,
    };
  });
}
