import { parse } from 'csv-parse/sync';
import { type Cell, readLimits, refused, textCell } from './table-read.ts';

const delimiters = ['\t', ';', ','] as const;

/**
 * The rows of delimited text; blank lines stay, so that row numbers are those of the file.
 * @throws InvalidInput `table.not-a-table`, `table.too-many-cells`
 */
export function readCsvRows(text: string, fileName: string): Cell[][] {
  const delimiter = sniffDelimiter(text);
  let rows: string[][];
  try {
    rows = parseWith(text, delimiter);
  } catch {
    throw refused(fileName, 'table.not-a-table');
  }
  const cells = rows.reduce((n, row) => n + row.length, 0);
  // told here too, before an object is made of every cell
  if (cells > readLimits.cells) {
    throw refused(fileName, 'table.too-many-cells', { cells, limit: readLimits.cells });
  }
  return rows.map((row) => row.map(textCell));
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

function parseWith(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
}
