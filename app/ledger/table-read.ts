/**
 * Reads a table that people send or publish: CSV, XLSX or ODS, into plain cells. Nothing is executed:
 * of a formula only the value that the spreadsheet itself kept is used. Every refusal is an InvalidInput
 * with a code of the catalogues (`rejection.table.…`).
 */
import { InvalidInput, type Params } from '#app/kernel/rejection.ts';
import { type CsvRows, readCsvRows } from './table-read-csv.ts';
import { readWorkbook } from './table-read-xlsx.ts';

/** One cell as it stands in the file. */
export type Cell = {
  /** as printed or typed, outer white space kept (an indent can carry meaning) */
  text: string;
  /** the number a spreadsheet stores; null for text, and always null in CSV */
  number: number | null;
  /** the cell has a per cent format: 0.48 is shown as 48% */
  percent: boolean;
  /** digits after the mark that the cell's number format shows; null where the format does not say */
  decimals: number | null;
  /** the cell holds a formula; its kept value, if any, is in `text` and `number` */
  formula: boolean;
  /** covered by a merged cell that starts at this row and column (0-based); then the rest is empty */
  mergedFrom: { row: number; column: number } | null;
  bold: boolean;
  indent: number;
};

export type Sheet = { name: string; rows: Cell[][] };

/** Limits of one file. Published tables are small; these leave room for a year of finance lines. */
export const readLimits = {
  fileBytes: 20 * 1024 * 1024,
  /** all entries of a ZIP together, unpacked */
  unpackedBytes: 64 * 1024 * 1024,
  /** an entry that unpacks beyond this many times its size is a bomb (spreadsheet XML reaches about 30) */
  ratio: 150,
  /** below this size the ratio says nothing: a few repeated cells compress very well */
  ratioFromBytes: 4 * 1024 * 1024,
  entries: 2_000,
  cells: 1_000_000,
};

/** A cell with only text. */
export function textCell(text: string): Cell {
  return {
    text,
    number: null,
    percent: false,
    decimals: null,
    formula: false,
    mergedFrom: null,
    bold: false,
    indent: 0,
  };
}

/** @returns InvalidInput on the file as a whole */
export function refused(fileName: string, code: string, params: Params = {}): InvalidInput {
  return new InvalidInput([{ path: fileName, code, params: { file: fileName, ...params } }]);
}

/** A sheet to go through row by row, as often as needed; of delimited text no row is kept. */
export type RowSheet = { name: string; rows: Iterable<Cell[]> };

/**
 * All sheets of a CSV, XLSX or ODS file, told apart by content, not by name.
 * @throws InvalidInput `table.too-large`, `table.empty`, `table.not-a-table`, `table.encrypted`,
 *   `table.zip-bomb`, `table.damaged`, `table.too-many-cells`
 */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<Sheet[]> {
  const sheets = await openSheets(bytes, fileName);
  return sheets.map(({ name, rows }) => ({ name, rows: Array.isArray(rows) ? rows : [...rows] }));
}

/** The same, for long files: rows are made when they are asked for. @throws InvalidInput as readSheets */
export async function openSheets(bytes: Uint8Array, fileName: string): Promise<RowSheet[]> {
  if (bytes.length > readLimits.fileBytes) {
    throw refused(fileName, 'table.too-large', { megabytes: Math.floor(readLimits.fileBytes / 1024 ** 2) });
  }
  if (bytes.length === 0) throw refused(fileName, 'table.empty');
  if (!startsWith(bytes, [0x50, 0x4b])) {
    const texts = readText(bytes, fileName);
    if (isEmpty(texts, (text) => text)) throw refused(fileName, 'table.empty');
    return [{ name: sheetName(fileName), rows: cellsOf(texts) }];
  }
  const sheets = await readWorkbook(bytes, fileName);
  const cells = sheets.reduce((n, sheet) => n + sheet.rows.reduce((m, row) => m + row.length, 0), 0);
  if (cells > readLimits.cells) {
    throw refused(fileName, 'table.too-many-cells', { cells, limit: readLimits.cells });
  }
  if (sheets.every((sheet) => isEmpty(sheet.rows, (cell) => cell.text)))
    throw refused(fileName, 'table.empty');
  return sheets;
}

function isEmpty<C>(rows: Iterable<C[]>, textOf: (cell: C) => string): boolean {
  for (const row of rows) if (row.some((cell) => textOf(cell).trim() !== '')) return false;
  return true;
}

function cellsOf(texts: CsvRows): Iterable<Cell[]> {
  return {
    *[Symbol.iterator]() {
      for (const row of texts) yield row.map(textCell);
    },
  };
}

function readText(bytes: Uint8Array, fileName: string): CsvRows {
  // %PDF, and the OLE container of old .xls files and of password-protected .xlsx files
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw refused(fileName, 'table.not-a-table');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refused(fileName, 'table.encrypted');
  const text = decode(bytes);
  if (text === null) throw refused(fileName, 'table.not-a-table');
  return readCsvRows(text, fileName);
}

/** UTF-8 or UTF-16 by their marks, UTF-8 if valid, otherwise Windows-1252; null when it is no text. */
export function decode(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  // control characters other than tab and line ends do not occur in text tables; by index: an iterator over 20 MB costs ten times as much
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]!;
    if (byte < 9 || (byte > 13 && byte < 32)) return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

function sheetName(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}
