/**
 * A table to fill in elsewhere and bring back: what names a row is locked, what may be typed is open, and a
 * hidden sheet keeps what stood there when the file was made, so that the way back can tell what the person
 * changed from what changed meanwhile.
 */
import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Locale } from '#app/kernel/actor.ts';
import { cleanText } from './clean.ts';

export type FillIn = {
  /** of the sheet; at most 31 characters are kept */
  name: string;
  title: string;
  /** what to do, a line each, above the heads */
  lead: readonly string[];
  /** names the table and its moment, for machines */
  stamp: string;
  /** of the reader: a number with a star is text, and has the decimal mark of the language */
  language: Locale;
  /** locked columns; those with `key` together name the row; `wrap` for sentences */
  labels: readonly { head: string; key: boolean; width: number; wrap?: boolean }[];
  /** `decimals` where a column has its own, whatever the row */
  fields: readonly { key: string; head: string; width?: number; decimals?: number | null }[];
  rows: readonly FillInRow[];
  /** new rows may be begun: below the table some stand open, also where a key is written */
  begins?: boolean;
  /** another table of the same file, on a sheet of its own */
  and?: FillIn;
};

export type FillInRow = {
  labels: readonly string[];
  /** of the numbers of this row: 2 when they are cents, 3 when thousandths, 0 when whole; null for text */
  decimals: number | null;
  /** whole numbers in 10^-decimals (`1000*`, as text, when provisional), a text such as pm, or nothing */
  values: readonly (number | string | null)[];
};

/** The hidden sheets, found again by how their names begin: that of a second table has a number behind it. */
export const keptSheet = '_akkoord';

/** Every table of a file, each with the name of its hidden sheet. */
export function tablesOf(table: FillIn): { table: FillIn; kept: string }[] {
  const tables = [table];
  for (let one = table.and; one; one = one.and) tables.push(one);
  return tables.map((one, i) => ({ table: one, kept: i === 0 ? keptSheet : `${keptSheet}${i + 1}` }));
}

/** What its first cell says, with the version of its shape. */
export const keptMark = 'akkoord/2';
/** Of files made before: there each row was a row of the hidden sheet, each text a cell. */
export const olderKeptMark = 'akkoord/1';

/** No more than a spreadsheet keeps of one text: 32,767 of its units, of which a character takes two at most. */
const PART = /.{1,15000}(?<=\S)(?=\S|$)/gsu;

/**
 * The rows of the hidden sheet: the mark and the stamp, the keys of the columns, then what stands in each row as one
 * JSON text in parts. A cell for each would be half of the work of the whole file.
 */
export function keptRows(table: FillIn): string[][] {
  const keyed = table.labels.map((label, i) => ({ ...label, i })).filter((label) => label.key);
  const rows = table.rows.map((row) => [
    ...keyed.map((label) => cleanText(row.labels[label.i] ?? '')),
    ...row.values.map((value) => (value === null ? '' : cleanText(String(value)))),
  ]);
  return [
    [keptMark, cleanText(table.stamp)],
    [...keyed.map((label) => label.head), ...table.fields.map((field) => field.key)].map(cleanText),
    ...(JSON.stringify(rows).match(PART) ?? []).map((part) => [part]),
  ];
}

const FONT = { name: 'Calibri', size: 11, family: 2 };
const GREY = { rgb: '5B616E' };
const OPEN: CellStyle = {
  font: FONT,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F6FC' } },
  border: { bottom: { style: 'hair', color: { rgb: 'CFD3DA' } } },
  protection: { locked: false },
};

const LOCKED: CellStyle = { font: { ...FONT, color: GREY } };
const WRAP = { wrapText: true, vertical: 'top' as const };
const WRAPPED: CellStyle = { ...LOCKED, alignment: WRAP };
const HEAD: CellStyle = { font: { ...FONT, bold: true }, border: { bottom: { style: 'thin' } } };
const TITLE: CellStyle = { font: { ...FONT, bold: true, size: 14 } };

/**
 * The table as XLSX: protected without a password, the fields open. Text is text, never a formula. A cell has the
 * style of its column; only one that differs says so, for of 12,000 cells nearly none do.
 */
export async function fillInXlsx(table: FillIn): Promise<Uint8Array> {
  return writeXlsx({
    sheets: tablesOf(table).flatMap(({ table: one, kept }) => [
      openSheet(one),
      { name: kept, rows: keptRows(one), hidden: true },
    ]),
    // a fixed date: the same table gives the same file
    properties: { title: table.title, created: MOMENT, modified: MOMENT },
    defaultFont: FONT,
  });
}

function openSheet(table: FillIn): WriteSheet {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const put = (values: CellValue[], style: CellStyle) => {
    for (const c of values.keys()) cells.set(`${rows.length},${c}`, { style });
    rows.push(values);
  };
  put([cleanText(table.title)], TITLE);
  for (const line of table.lead) put([cleanText(line)], LOCKED);
  put(
    [...table.labels, ...table.fields].map(({ head }) => cleanText(head)),
    HEAD,
  );
  const [first] = table.rows;
  const usual = table.fields.map((_, c) => (first ? decimalsIn(table, first, c) : null));
  for (const row of table.rows) {
    const decimals = row.values.map((_, c) => decimalsIn(table, row, c));
    for (const [c, own] of decimals.entries()) {
      const star = own !== null && starred(row.values[c]) !== null;
      if (own === usual[c] && !star) continue;
      const style = openStyle(own);
      // a number and its star stand on the right, where they stood without one
      const right = { ...style, alignment: { horizontal: 'right' as const } };
      cells.set(`${rows.length},${row.labels.length + c}`, { style: star ? right : style });
    }
    const { language } = table;
    const values = row.values.map((value, c) => scaled(value, decimals[c]!, language));
    rows.push([...row.labels.map(cleanText), ...values]);
  }
  for (const { labels } of openRows(table)) {
    for (const [c, { key }] of table.labels.entries()) {
      if (key) cells.set(`${rows.length},${c}`, { style: OPEN });
    }
    rows.push(labels.map(() => null));
  }
  return {
    name: table.name.slice(0, 31),
    rows,
    cells,
    columns: [
      ...table.labels.map(({ width, wrap }) => ({ width, style: wrap ? WRAPPED : LOCKED })),
      ...table.fields.map(({ width = 14 }, c) => ({ width, style: openStyle(usual[c]!) })),
    ],
    freezePane: { rows: table.lead.length + 2, columns: table.labels.filter(({ wrap }) => !wrap).length },
    protection: { sheet: true, selectLockedCells: true, selectUnlockedCells: true, formatColumns: true },
  };
}

/** As many as one begins in a sitting; the sheet is protected beyond them. */
const begun = 100;

/** The rows below a table in which new ones are begun: nothing stands in them. */
export function openRows({ begins = false, labels, fields, rows }: FillIn): FillInRow[] {
  const empty: FillInRow = {
    labels: labels.map(() => ''),
    decimals: rows[0]?.decimals ?? null,
    values: fields.map(() => null),
  };
  return begins ? Array.from({ length: begun }, () => empty) : [];
}

const MOMENT = new Date('2000-01-01T00:00:00Z');

/** The decimals of one field of one row. */
export function decimalsIn(table: FillIn, row: FillInRow, field: number): number | null {
  const own = table.fields[field]?.decimals;
  return own === undefined ? row.decimals : own;
}

/**
 * A value as a spreadsheet holds it. A number with a star is text: as a number with a star in its format, nobody
 * could take the star away.
 */
export function scaled(
  value: number | string | null,
  decimals: number | null,
  language: Locale,
): number | string | null {
  const star = decimals === null ? null : starred(value);
  if (star !== null) return starText(star, decimals!, language);
  if (typeof value === 'number') return value / 10 ** (decimals ?? 0);
  return value === null ? null : cleanText(value);
}

/** `1000,5*`: no more decimals than it has, so that few numbers have three behind a mark. */
export function starText(value: number, decimals: number, language: Locale): string {
  const text = String(value / 10 ** decimals);
  return `${language === 'nl' ? text.replace('.', ',') : text}*`;
}

/** The number of a value that is provisional (`100050*`), or null for any other. */
export function starred(value: number | string | null | undefined): number | null {
  const digits = typeof value === 'string' ? /^(-?\d{1,15})\*$/.exec(value)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

function openStyle(decimals: number | null): CellStyle {
  if (decimals === null) return { ...OPEN, alignment: WRAP };
  return { ...OPEN, numFmt: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}` };
}
