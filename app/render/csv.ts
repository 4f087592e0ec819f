import { cleanText } from './clean.ts';
import { exactDecimal } from './format.ts';
import type { Words } from './layout.ts';
import { cellText, layOut } from './layout.ts';
import { type Cell, type Column, signsOf, type Table } from './report.ts';
import { formatOf } from './rounding.ts';

/**
 * One table as CSV (RFC 4180, UTF-8, comma): one row of heads, each the whole path of its column; then a
 * row per row, with what it is (line, total, …). Figures are exact, in the printed unit, with a point as
 * decimal mark; `pm`, unknown and masked stand as their signs. A column with figures that are provisional or
 * lack parts has one beside it that says so: its own stay plain numbers. Text that a spreadsheet would take for a
 * formula is preceded by an apostrophe.
 */
export function toCsv(table: Table, words: Words): string {
  const signed = signedColumns(table);
  const titles = columnTitles(table.columns);
  const mark = words.texts['render.mark'];
  const head = [
    rowHead(table, words),
    'kind',
    ...titles.flatMap((title, c) => (signed.has(c) ? [title, `${title} ${mark}`] : [title])),
  ];
  const rows = table.rows.map((row) => [
    row.label,
    row.kind,
    ...table.columns.flatMap((_, c) => {
      const cell = row.cells[c] ?? { kind: 'empty' };
      const value = cellCsv(table, c, cell, words);
      return signed.has(c) ? [value, signsCsv(cell, words)] : [value];
    }),
  ]);
  return writeCsv([head, ...rows]);
}

/** Rows of texts and figures (`-12.5`) as CSV, by the rules of toCsv. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  // Figures come out of exactDecimal and may begin with a minus; all else is text.
  const figure = /^-?\d+(\.\d+)?$/;
  // most cells are codes and words: nothing in them to guard, clean or quote
  const plain = /^[A-Za-z0-9][A-Za-z0-9 ._:/-]*$/;
  const field = (value: string) => {
    if (value === '' || plain.test(value) || figure.test(value)) return value;
    const text = guard(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** The columns of which a figure is provisional or lacks parts: what it says stands in a column beside it. */
function signedColumns(table: Table): Set<number> {
  const has = (c: number) => table.rows.some((row) => signsOf(row.cells[c] ?? { kind: 'empty' }).length > 0);
  return new Set([...table.columns.keys()].filter(has));
}

const signsCsv = (cell: Cell, { texts }: Words): string =>
  signsOf(cell)
    .map((sign) => texts[`render.mark.${sign}`])
    .join(' + ');

function cellCsv(table: Table, column: number, cell: Cell, words: Words): string {
  const format = formatOf(table, column);
  return exactDecimal(cell, format) ?? cellText(cell, format, words);
}

const guard = (value: string): string => {
  const plain = cleanText(value);
  return /^[\s]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/.test(plain) ? `'${plain}` : plain;
};

const rowHead = (table: Table, words: Words): string => table.labelHead || words.texts['render.label'];

/** The whole path of each column in words, made unique: "Reeds vastgesteld 2019 B". */
export function columnTitles(columns: Column[]): string[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const title = [...(column.groups ?? []), column.label].filter(Boolean).join(' ') || column.key;
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    return times === 1 ? title : `${title} (${times})`;
  });
}

/**
 * CSV on the Web metadata of that file: language, columns with titles, datatypes and the signs that mean
 * "no figure".
 * @param file name of the CSV file that stands beside it
 */
export function toCsvMetadata(table: Table, words: Words, file: string): string {
  const titles = columnTitles(table.columns);
  const signed = signedColumns(table);
  const columns = table.columns.flatMap((column, c) => {
    const cells = table.rows.map((row) => row.cells[c] ?? { kind: 'empty' as const });
    const texts = cells.some((cell) => cell.kind === 'text');
    const signs = cells.flatMap((cell) =>
      cell.kind === 'pm' || cell.kind === 'unknown' || cell.kind === 'masked'
        ? [cellText(cell, {}, words)]
        : [],
    );
    const figures = {
      name: columnName(column, c),
      titles: { [words.language]: titles[c] },
      ...(column.description ? { 'dc:description': column.description } : {}),
      datatype: texts ? 'string' : 'decimal',
      null: ['', ...new Set(signs)],
    };
    const beside = {
      name: `${columnName(column, c)}_mark`,
      titles: { [words.language]: `${titles[c]} ${words.texts['render.mark']}` },
      datatype: 'string',
    };
    return signed.has(c) ? [figures, beside] : [figures];
  });
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': words.language }],
    url: file,
    'dc:title': table.caption,
    ...(table.unitNote ? { 'dc:description': table.unitNote } : {}),
    notes: layOut(table, words).footnotes.map((note) => ({
      mark: note.mark,
      text: note.inlines.map((inline) => inline.text).join(''),
    })),
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: [
        {
          name: 'label',
          titles: { [words.language]: rowHead(table, words) },
          datatype: 'string',
          required: true,
        },
        { name: 'kind', titles: 'kind', datatype: 'string', required: true },
        ...columns,
      ],
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

/** CSVW names are URI template variables: letters, digits and underscores. */
const columnName = (column: Column, index: number): string =>
  `c${index + 1}_${column.key.normalize('NFKD').replace(/[^A-Za-z0-9_]+/g, '_')}`;
