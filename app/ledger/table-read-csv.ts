import { parse } from 'csv-parse/sync';
import { readLimits, refused } from './table-read.ts';

const delimiters = ['\t', ';', ','] as const;

/** The texts of a table row by row; it can be gone through any number of times and keeps no row. */
export type CsvRows = Iterable<string[]>;

/**
 * The rows of delimited text; blank lines stay, so that row numbers are those of the file.
 * @throws InvalidInput `table.not-a-table`, `table.too-many-cells`
 */
export function readCsvRows(text: string, fileName: string): CsvRows {
  const delimiter = sniffDelimiter(text);
  const { cells, odd } = survey(text, delimiter);
  if (cells > readLimits.cells) {
    throw refused(fileName, 'table.too-many-cells', { cells, limit: readLimits.cells });
  }
  if (!odd) return { [Symbol.iterator]: () => records(text, delimiter) };
  // what text stands behind a closing quote, or never sees one: read as csv-parse reads it
  let rows: string[][];
  try {
    rows = parseWith(text, delimiter);
  } catch {
    throw refused(fileName, 'table.not-a-table');
  }
  const all = rows.reduce((n, row) => n + row.length, 0);
  if (all > readLimits.cells) {
    throw refused(fileName, 'table.too-many-cells', { cells: all, limit: readLimits.cells });
  }
  return rows;
}

/** How many cells there are, and whether quotes stand where they should. */
function survey(text: string, delimiter: string): { cells: number; odd: boolean } {
  if (!text.includes('"')) return { cells: cellsIn(text, delimiter), odd: false };
  let cells = 0;
  const rows = records(text, delimiter);
  for (let next = rows.next(); ; next = rows.next()) {
    if (next.done) return { cells, odd: next.value === 'odd' };
    cells += next.value.length;
  }
}

/** The cells of text without quotes: each ends with a delimiter, a line end or the text. */
function cellsIn(text: string, delimiter: string): number {
  const count = (mark: string) => {
    let found = 0;
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) found += 1;
    return found;
  };
  const lineEnds = count('\n') + count('\r') - count('\r\n');
  return count(delimiter) + lineEnds + (/[\r\n]$/.test(text) ? 0 : 1);
}

/**
 * The records of well-formed delimited text, as csv-parse gives them (a test compares the two), without an
 * object per cell or character: lines without quotes are split where they stand.
 * @returns `odd` when it met quotes that it does not read
 */
function* records(text: string, delimiter: string): Generator<string[], 'odd' | 'end'> {
  const next = seeker(text);
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const end = Math.min(next('\n', at), next('\r', at));
    if (next('"', at) >= end) {
      yield text.slice(at, end).split(delimiter);
      at = end;
    } else {
      const fields: string[] = [];
      for (;;) {
        const field =
          text[at] === '"'
            ? quoted(text, at + 1)
            : plain(text, at, Math.min(next(delimiter, at), next('\n', at), next('\r', at)));
        if (!field) return 'odd';
        fields.push(field.value);
        at = field.end;
        if (text[at] !== delimiter) break;
        at += 1;
      }
      if (at < text.length && text[at] !== '\n' && text[at] !== '\r') return 'odd';
      yield fields;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
  return 'end';
}

const plain = (text: string, from: number, end: number) => ({ value: text.slice(from, end), end });

/** A quoted field from behind its opening quote; two quotes stand for one. Null when it never closes. */
function quoted(text: string, start: number): { value: string; end: number } | null {
  let value = '';
  for (let from = start; ; ) {
    const close = text.indexOf('"', from);
    if (close < 0) return null;
    if (text[close + 1] !== '"') return { value: value + text.slice(from, close), end: close + 1 };
    value += text.slice(from, close + 1);
    from = close + 2;
  }
}

/** Where a mark stands next, at or behind a place; each mark is sought once per occurrence. */
function seeker(text: string): (mark: string, from: number) => number {
  const seen = new Map<string, number>();
  return (mark, from) => {
    const known = seen.get(mark);
    if (known !== undefined && known >= from) return known;
    const found = text.indexOf(mark, from);
    const at = found < 0 ? text.length : found;
    seen.set(mark, at);
    return at;
  };
}

/**
 * The delimiter by which most of the first lines fall into the same number of fields. A comma also
 * stands inside Dutch numbers, so it only wins when tab and semicolon do worse.
 */
export function sniffDelimiter(text: string): string {
  const head = text.split(/\r?\n/, 400).join('\n').slice(0, 200_000);
  let best: { delimiter: string; score: number } = { delimiter: ';', score: 0 };
  for (const delimiter of delimiters) {
    let rows: string[][];
    try {
      rows = parseWith(head, delimiter);
    } catch {
      continue;
    }
    const counts = new Map<number, number>();
    for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    const score = Math.max(0, ...counts.values());
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The model that `records` follows, and the reader of what is odd. */
export function parseWith(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
}
