/** A table that was filled in elsewhere, read back: its rows by their keys, cell by cell, and what stood there. */
import { z } from 'zod';
import { locales } from '#app/kernel/actor.ts';
import { InvalidInput, type Params } from '#app/kernel/rejection.ts';
import type { Cell, Sheet } from '#app/ledger/table-read.ts';
import { provenGrouping, type Reading, readNumberCell, unmarked } from '#app/realisation/upload-cell.ts';
import { type FillIn, keptMark, keptSheet, olderKeptMark, starred, starText } from '#app/render/fill-in.ts';

/** A whole number in the row's decimals (as text with a star when provisional), a text such as pm, or nothing. */
export type FilledValue = number | string | null;

export type FilledCell =
  | { state: 'read'; value: FilledValue }
  | { state: 'wrong'; code: string; params: Params };

export type FilledRow = {
  /** as the spreadsheet counts */
  row: number;
  /** the locked columns that name the row */
  key: string[];
  /** by the key of the field; a field whose column is missing is not there */
  cells: Map<string, FilledCell>;
};

export type Filled = {
  rows: FilledRow[];
  /** what stood there when the file was made, by row key and field; null when the file does not tell */
  kept: Map<string, Map<string, string>> | null;
  stamp: string | null;
  /** heads that mean nothing here */
  ignored: string[];
};

/** How deep the heads may stand, below a title and an explanation. */
const searchRows = 40;

/** One text per row key. */
export function rowKey(parts: readonly string[]): string {
  return parts.join('\u001f');
}

/**
 * Reads back a file of this shape, whoever changed it: columns are found by their heads, in any order.
 * @param isWord whether a text is a value of its own (pm, <5)
 * @param decimalsOf of a row by its key, and of a field where they differ: null when its cells are text
 * @throws InvalidInput `fill-in.no-heads`, `fill-in.no-rows`
 */
export function readFillIn(
  sheets: readonly Sheet[],
  shape: Pick<FillIn, 'labels' | 'fields'>,
  {
    file,
    isWord,
    decimalsOf,
    open = false,
  }: {
    file: string;
    isWord: (text: string) => boolean;
    decimalsOf: (key: string[], field: string) => number | null;
    /** a row may have an open key as long as it says something */
    open?: boolean;
  },
): Filled {
  const found = findHeads(
    sheets.filter((sheet) => !sheet.name.startsWith(keptSheet)),
    shape,
  );
  if (!found) {
    const heads = shape.labels.filter((label) => label.key).map((label) => label.head);
    throw new InvalidInput([
      { path: file, code: 'fill-in.no-heads', params: { file, heads: heads.join(', ') } },
    ]);
  }
  const body = found.sheet.rows.map((cells, row) => ({ cells, row })).slice(found.row + 1);
  const texts = body.flatMap(({ cells }) =>
    [...found.fields.values()].flatMap((c) => (cells[c] && cells[c].number === null ? [cells[c].text] : [])),
  );
  const reading: Reading = { notation: null, proven: provenGrouping(texts) };
  const { kept, stamp } = readKept(sheets, found.keys.length, shape);
  const rows = body.flatMap(({ cells, row }): FilledRow[] => {
    const key = found.keys.map((c) => plainText(cells[c]));
    const says = () => [...found.fields.values()].some((c) => plainText(cells[c]) !== '');
    if (key.every((part) => part === '') && !(open && says())) return [];
    return [
      {
        row: row + 1,
        key,
        cells: new Map(
          [...found.fields].map(([field, c]) => {
            const original = kept?.get(rowKey(key))?.get(field);
            const decimals = decimalsOf(key, field);
            return [field, readCell(cells[c], { decimals, isWord, reading, original })];
          }),
        ),
      },
    ];
  });
  if (rows.length === 0) throw new InvalidInput([{ path: file, code: 'fill-in.no-rows', params: { file } }]);
  return { rows, kept, stamp, ignored: found.ignored };
}

type Heads = {
  sheet: Sheet;
  row: number;
  keys: number[];
  fields: Map<string, number>;
  ignored: string[];
};

function findHeads(sheets: readonly Sheet[], shape: Pick<FillIn, 'labels' | 'fields'>): Heads | null {
  for (const sheet of sheets) {
    for (let row = 0; row < Math.min(sheet.rows.length, searchRows); row++) {
      const texts = sheet.rows[row]!.map((cell) => cell.text.trim().toLowerCase());
      const at = (head: string) => texts.indexOf(head.toLowerCase());
      const keys = shape.labels.filter((label) => label.key).map((label) => at(label.head));
      const fields = new Map(
        shape.fields.flatMap(({ key, head }) => (at(head) < 0 ? [] : [[key, at(head)] as const])),
      );
      if (keys.includes(-1) || fields.size === 0) continue;
      const known = new Set([...shape.labels, ...shape.fields].map(({ head }) => head.toLowerCase()));
      const ignored = sheet.rows[row]!.map((cell) => cell.text.trim()).filter(
        (text) => text !== '' && !known.has(text.toLowerCase()),
      );
      return { sheet, row, keys, fields, ignored };
    }
  }
  return null;
}

type CellReading = {
  decimals: number | null;
  isWord: (text: string) => boolean;
  reading: Reading;
  /** what stood here when the file was made */
  original: string | undefined;
};

function readCell(cell: Cell | undefined, { decimals, isWord, reading, original }: CellReading): FilledCell {
  if (!cell) return { state: 'read', value: null };
  if (cell.mergedFrom) return { state: 'wrong', code: 'realisation.merged', params: {} };
  const text = plainText(cell);
  if (decimals === null || isWord(text)) {
    if (cell.formula && text === '') return { state: 'wrong', code: 'realisation.formula', params: {} };
    return { state: 'read', value: text === '' ? null : text };
  }
  // what we wrote ourselves is not asked about: `1,234*` is what it was
  const star = starred(original);
  const ours = star !== null && locales.some((locale) => text === starText(star, decimals, locale));
  if (ours) return { state: 'read', value: `${star}*` };
  // whole numbers have no decimals, so a mark before three digits can only group
  const how: Reading = decimals === 0 ? { notation: 'thousands', proven: null } : reading;
  const found = readNumberCell(cell, decimals, how);
  if (found.kind === 'provisional' && decimals > 0) return { state: 'read', value: `${found.value}*` };
  const read = unmarked(found, cell);
  if (read.kind === 'wrong') return { state: 'wrong', code: read.code, params: read.params };
  return { state: 'read', value: read.kind === 'value' ? read.value : null };
}

/** A CSV of ours sets an apostrophe before what a spreadsheet would take for a formula. */
function plainText(cell: Cell | undefined): string {
  return (cell?.text.trim() ?? '').replace(/^'(?=[=+\-@])/, '');
}

function readKept(
  sheets: readonly Sheet[],
  keys: number,
  { fields: known }: Pick<FillIn, 'fields'>,
): Pick<Filled, 'kept' | 'stamp'> {
  const hidden = sheets.filter((sheet) => sheet.name.startsWith(keptSheet));
  // of a file with two tables each has its own, told by the keys of its columns
  const own = hidden.find(({ rows }) => known.some(({ key }) => key === rows[1]?.[keys]?.text));
  const rows = (hidden.length > 1 ? own : hidden[0])?.rows;
  const texts = rows && keptTexts(rows);
  if (!texts) return { kept: null, stamp: null };
  const fields = (rows[1] ?? []).slice(keys).map((cell) => cell.text);
  const kept = new Map(
    texts.map((row) => [
      rowKey(row.slice(0, keys).map((text) => text.trim())),
      new Map(fields.map((field, i) => [field, row[keys + i] ?? ''])),
    ]),
  );
  return { kept, stamp: rows[0]?.[1]?.text ?? null };
}

/** The texts that stood in each row, or null where the sheet does not tell: not ours, or not whole. */
function keptTexts([head, , ...rows]: Sheet['rows']): string[][] | null {
  const mark = head?.[0]?.text;
  if (mark === olderKeptMark) return rows.map((cells) => cells.map((cell) => cell.text));
  if (mark !== keptMark) return null;
  try {
    return textRows.parse(JSON.parse(rows.map(([cell]) => cell?.text ?? '').join('')));
  } catch {
    return null;
  }
}

const textRows = z.array(z.array(z.string()));

/** The first reading that works, or the refusal of the one that came furthest: past the heads. */
export function firstThatReads<T>(readings: readonly (() => T)[]): T {
  const refusals: InvalidInput[] = [];
  for (const read of readings) {
    try {
      return read();
    } catch (refusal) {
      if (!(refusal instanceof InvalidInput)) throw refusal;
      refusals.push(refusal);
    }
  }
  throw refusals.find(({ errors: [error] }) => error?.code !== 'fill-in.no-heads') ?? refusals[0]!;
}
