/**
 * Finds the tables in a sheet: where headings stand, which columns are labels, which carry figures.
 * Nothing here knows a theme, a year or a university; only words (`table-word.ts`) and positions.
 */
import { ONE } from '#app/ledger/check.ts';
import { type Grouping, groupingVote, readValue, type Value } from './table-number.ts';
import type { Cell, Sheet } from './table-read.ts';
import { isYearText, numberingOf, type Role, rolesOf, yearsIn } from './table-word.ts';

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

type RowKind = 'blank' | 'text' | 'heading' | 'data';
type Span = { headings: number[]; rows: number[] };

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

function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.text.trim() === '' && !cell.formula);
}

function isNumber(cell: Cell): boolean {
  return readValue(cell, null).state === 'known';
}

function isYear(cell: Cell): boolean {
  return isYearText(cell.text);
}

/** A row is data when it has a number that is no year, or years that do not run on as headings do. */
function rowKinds(cells: Cell[][]): RowKind[] {
  let heading = '';
  const isYearHeading = (row: Cell[], at: number[], first: number, inside: boolean): boolean => {
    const years = at.map((c) => Number(yearsIn(row[c]!.text)[0]));
    const label = at.includes(first) ? '' : row[first]!.text;
    // amounts may look like years: then they stand among figures, under years, beside a label
    const again = inside && heading !== '' && years.join() !== heading && label !== '';
    if (!runsOn(years) || again || rolesOf(label).has('total')) return false;
    heading = years.join();
    return true;
  };
  const kindOf = (row: Cell[], before: RowKind | undefined): RowKind => {
    const filled = row.map((cell, c) => ({ cell, c })).filter(({ cell }) => !isBlank(cell));
    if (filled.length === 0) return 'blank';
    const first = filled[0]!.c;
    const numbers = filled.filter(({ cell }) => isNumber(cell));
    const beyond = numbers.filter(({ c }) => c > first);
    const years = filled.filter(({ cell }) => isYear(cell));
    if (beyond.some(({ cell }) => !isYear(cell))) return 'data';
    if (
      years.length > 0 &&
      isYearHeading(
        row,
        years.map(({ c }) => c),
        first,
        before === 'data',
      )
    )
      return 'heading';
    if (beyond.length > 0) return 'data';
    return filled.some(({ cell, c }) => c > first && isMark(cell)) ? 'data' : 'text';
  };
  const kinds: RowKind[] = [];
  for (const row of cells) kinds.push(kindOf(row, kinds.at(-1)));
  return kinds.map((kind, r) =>
    kind === 'text' || kind === 'heading' ? headingOrText(cells, kinds, r) : kind,
  );
}

/** A printed mark that stands where a number would: a dash, *pm*, `<5`, a formula without a value. */
function isMark(cell: Cell): boolean {
  const state = readValue(cell, null).state;
  return state === 'nil' || state === 'unknown';
}

/** Headings count years on, twice each (B and R) or from the start again in a second block. */
function runsOn(years: number[]): boolean {
  const start = years[0]!;
  return years.every((year, i) => i === 0 || year === start || (year >= years[i - 1]! && year - start <= 30));
}

/** Text above figures is a heading; text above labels alone is a title, a section name or a footnote. */
function headingOrText(cells: Cell[][], kinds: RowKind[], r: number): RowKind {
  const next: number[] = [];
  for (let d = r + 1; d < cells.length && next.length < 6; d++) {
    if (kinds[d] === 'data') next.push(d);
    else if (next.length > 0 && kinds[d] === 'heading') break;
  }
  if (next.length === 0) return 'text';
  const first = Math.min(...next.map((d) => cells[d]!.findIndex((cell) => !isBlank(cell))));
  const above = new Set<number>();
  for (const d of next) {
    cells[d]!.forEach((cell, c) => {
      if (c > first && (isNumber(cell) || isMark(cell))) above.add(c);
    });
  }
  const hits = cells[r]!.some((cell, c) => above.has(c) && !isBlank(cell));
  return hits
    ? 'heading'
    : kinds[r] === 'heading' && cells[r]!.filter((c) => !isBlank(c)).length > 1
      ? 'heading'
      : 'text';
}

/** A heading after figures opens the next table; text between two headings belongs to the first. */
function spans(cells: Cell[][], kinds: RowKind[]): Span[] {
  const found: Span[] = [];
  let open: Span = { headings: [], rows: [] };
  kinds.forEach((kind, r) => {
    if (kind === 'heading') {
      if (open.rows.length > 0) {
        found.push(open);
        open = { headings: [], rows: [] };
      }
      open.headings.push(r);
    } else if (kind === 'data') open.rows.push(r);
  });
  if (open.rows.length > 0) found.push(open);
  return joinRepeats(cells, kinds, found);
}

/** The same heading printed again without a blank line before it (a new page, a section) goes on. */
function joinRepeats(cells: Cell[][], kinds: RowKind[], found: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    const head = span.headings[0];
    const same =
      last !== undefined &&
      head !== undefined &&
      span.headings.length === last.headings.length &&
      kinds[head - 1] === 'data' &&
      span.headings.every((h, i) => tail(cells[h]!) === tail(cells[last.headings[i]!]!));
    if (same) last.rows.push(...span.rows);
    else joined.push(span);
  }
  return joined;
}

function tail(row: Cell[]): string {
  return row
    .slice(1)
    .map((cell) => cell.text.trim())
    .join('|');
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

/** A heading without years (`FTE FTE FTE`) under an earlier table keeps that table's years. */
function inherit(cells: Cell[][], headings: number[], earlier: number[], valueColumns: number[]): number[] {
  const textsOf = (rows: number[]): string[] =>
    rows.flatMap((r) => valueColumns.map((c) => cells[r]![c]?.text.trim() ?? ''));
  const own = textsOf(headings).filter((text) => text !== '');
  const bare =
    headings.length > 0 && new Set(own).size === 1 && own.length === valueColumns.length && own.length > 1;
  const before = textsOf(earlier).some((text) => yearsIn(text).length > 0);
  return bare && before ? [...earlier, ...headings] : headings;
}

function columnLines(cells: Cell[][], headings: number[], valueColumns: number[]): Line[] {
  const first = valueColumns[0]!;
  const texts = headings.map((h, level) => {
    const last = level === headings.length - 1;
    let carried = '';
    return valueColumns.map((c, i) => {
      // text that starts over a skipped column (a merged heading over labels) is no group of figures
      for (let k = (valueColumns[i - 1] ?? first - 1) + 1; k <= c; k++) {
        const cell = cells[h]![k];
        const origin = cell?.mergedFrom;
        const own = origin
          ? (cells[origin.row]?.[origin.column]?.text.trim() ?? '')
          : (cell?.text.trim() ?? '');
        if (own !== '' && (k === c || k >= first)) carried = own;
        else if (last) carried = '';
      }
      return carried;
    });
  });
  const headed = valueColumns.map((_, i) =>
    texts.map((row) => row[i]!).filter((text, k, all) => text !== '' && all.indexOf(text) === k),
  );
  const depth = shortestDistinct(headed);
  return valueColumns.map((c, i) => {
    const parts = headed[i]!;
    // the innermost heading with one year is the column's; outer ones may name a whole period
    const year = parts.map(yearsIn).findLast((years) => years.length === 1)?.[0];
    return {
      index: c,
      label: parts.slice(-depth).join(' ').replace(/\s+/g, ' '),
      parts,
      roles: rolesOf(parts.join(' ')),
      group: year ?? parts.slice(0, -1).join(' '),
      numbering: null,
      indent: 0,
      bold: headings.some((h) => cells[h]![c]?.bold === true),
      opens: false,
    };
  });
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

/** A row is one of percentages by its figures; by its words only when they may be percentages. */
function settlePercent(row: Line, values: Value[]): void {
  const known = values.filter((value) => value.state === 'known');
  const signs = known.filter((value) => value.percent).length;
  const large = known.some((value) => abs(value.value) >= 1000n * ONE);
  if (known.length > 0 && signs === known.length) row.roles.add('percent');
  else if (signs > 0 || large || /%\s+\S+\s+\S/.test(row.label)) row.roles.delete('percent');
}

/** Under a % heading 0.48 may be written for 48: such lines are brought to per cent. */
function toPercent(values: Value[][], rows: Line[], columns: Line[]): Value[][] {
  const fractions = (list: Value[]): boolean => {
    const known = list.filter((value) => value.state === 'known');
    return (
      known.every((value) => !value.percent && abs(value.value) <= 2n * ONE) &&
      known.some((value) => value.value % ONE !== 0n)
    );
  };
  const rowIs = rows.map((row, r) => row.roles.has('percent') && fractions(values[r]!));
  const columnIs = columns.map(
    (column, c) => column.roles.has('percent') && fractions(values.map((row) => row[c]!)),
  );
  return values.map((row, r) =>
    row.map((value, c) =>
      value.state === 'known' && (rowIs[r] || columnIs[c])
        ? { ...value, value: value.value * 100n, unit: value.unit * 100n, percent: true }
        : value,
    ),
  );
}

/** How many of the innermost headings it takes to tell every column apart. */
function shortestDistinct(headed: string[][]): number {
  const most = Math.max(1, ...headed.map((parts) => parts.length));
  for (let depth = 1; depth < most; depth++) {
    if (new Set(headed.map((parts) => parts.slice(-depth).join(' '))).size === headed.length) return depth;
  }
  return most;
}

/**
 * One printed unit for all cells that share one. Spreadsheets drop trailing zeros (`0.5`, `1`), so the
 * finest digit of the table counts; but a row or column of large whole numbers among small fractions
 * (euros among FTE) keeps its own.
 */
function sharpen(values: Value[][], columns: Line[]): Value[][] {
  const finest = { amount: ONE * 10n ** 12n, percent: ONE * 10n ** 12n };
  const key = (value: Extract<Value, { state: 'known' }>, c: number) =>
    value.percent || columns[c]!.roles.has('percent') ? 'percent' : 'amount';
  let largeFraction = false;
  for (const row of values) {
    row.forEach((value, c) => {
      if (value.state !== 'known') return;
      const kind = key(value, c);
      if (value.unit < finest[kind]) finest[kind] = value.unit;
      if (kind === 'amount' && value.unit < ONE && abs(value.value) >= 1000n * ONE) largeFraction = true;
    });
  }
  const isLargeWhole = (list: Value[]): boolean => {
    const known = list.filter((value) => value.state === 'known');
    return (
      !largeFraction &&
      known.every((value) => value.unit >= ONE) &&
      known.some((value) => abs(value.value) >= 1000n * ONE)
    );
  };
  const wholeRows = values.map(isLargeWhole);
  const wholeColumns = columns.map((_, c) => isLargeWhole(values.map((row) => row[c]!)));
  return values.map((row, r) =>
    row.map((value, c) => {
      if (value.state !== 'known') return value;
      const own = wholeRows[r] || wholeColumns[c];
      const kind = key(value, c);
      return kind === 'amount' && own ? value : { ...value, unit: min(value.unit, finest[kind]) };
    }),
  );
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
