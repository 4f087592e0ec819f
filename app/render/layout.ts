import { formatQuantity, plainNumber, precisionOf, printedUnits } from './format.ts';
import type { Cell, Column, Language, Note, NumberFormat, RowKind, Table } from './report.ts';
import { quantity, type Sign, signsOf, statedOf } from './report.ts';
import { safeHref } from './rich-text.ts';
import type { PlacedNote } from './rounding.ts';
import { formatOf, roundingNotes } from './rounding.ts';
import type { RenderTexts } from './texts.ts';
import { listed, word } from './texts.ts';

/** A table as every writer prints it: heads with their spans, cells as text, notes with their marks. */
export type LaidOutTable = {
  caption: string;
  unitNote?: string;
  labelHead: string;
  /** Rows of heads over the columns, outermost first. The label column's head is not among them. */
  heads: Head[][];
  columns: LaidOutColumn[];
  rows: LaidOutRow[];
  footnotes: Note[];
  /** What the signs of this table mean (pm, not known, masked, nil), in words. */
  legend: string[];
};

export type Head = {
  label: string;
  description?: string;
  quiet: boolean;
  colSpan: number;
  rowSpan: number;
  /** First column under the head. */
  column: number;
};

export type LaidOutColumn = { column: Column; numeric: boolean; longest: number };

export type LaidOutRow = {
  kind: RowKind;
  label: string;
  indent: number;
  marks: string[];
  href?: string;
  cells: LaidOutCell[];
};

export type LaidOutCell = {
  kind: Cell['kind'];
  text: string;
  numeric: boolean;
  quiet: boolean;
  /** The value in the printed unit, unrounded; null without a quantity. */
  value: number | null;
  decimals: number;
  /** What the figure says of itself behind its number: `*`, ` + pm`. Part of the text. */
  suffix: string;
  marks: string[];
  href?: string;
};

export type Words = { texts: RenderTexts; language: Language };

/** Lays a table out for printing: pure, and the same for every format. */
export function layOut(table: Table, words: Words): LaidOutTable {
  const notes = ownNotes(table, words);
  const marksAt = new Map<string, string[]>();
  for (const { note, at } of notes) {
    for (const { row, column } of at) {
      marksAt.set(`${row} ${column}`, [...(marksAt.get(`${row} ${column}`) ?? []), note.mark]);
    }
  }
  const rows = table.rows.map((row, r) => ({
    kind: row.kind,
    label: row.label,
    indent: row.indent ?? 0,
    marks: row.marks ?? [],
    href: safeHref(row.href),
    cells: table.columns.map((_, c) => {
      const laid = layOutCell(row.cells[c] ?? { kind: 'empty' }, { table, column: c, words });
      return { ...laid, marks: [...laid.marks, ...(marksAt.get(`${r} ${c}`) ?? [])] };
    }),
  }));
  return {
    caption: table.caption,
    unitNote: table.unitNote,
    labelHead: table.labelHead ?? '',
    heads: headRows(table.columns),
    columns: table.columns.map((column, c) => ({
      column,
      numeric: rows.some((row) => row.cells[c]!.numeric),
      longest: Math.max(0, ...rows.map((row) => row.cells[c]!.text.length)),
    })),
    rows,
    footnotes: [...(table.footnotes ?? []), ...notes.map(({ note }) => note)],
    legend: legendOf(table, rows, words.texts),
  };
}

/** Prints one cell under a format: the text of a key figure, or of a sentence. */
export function cellText(cell: Cell, format: NumberFormat | undefined, words: Words): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'empty':
      return '';
    case 'pm':
      return words.texts['render.pm'];
    case 'unknown':
      return words.texts['render.unknown'];
    case 'masked':
      return word(words.texts, 'render.masked', { below: cell.below });
    default: {
      const printed = formatQuantity(quantity(cell)!, { kind: cell.kind, format, language: words.language });
      return printed + suffixOf(cell, words);
    }
  }
}

/** What stands behind a number that is provisional or lacks parts: it never passes for a plain figure. */
function suffixOf(cell: Cell, { texts }: Words): string {
  return signsOf(cell)
    .map((sign) => texts[`render.sign.${sign}`])
    .join('');
}

function layOutCell(cell: Cell, at: { table: Table; column: number; words: Words }): LaidOutCell {
  const format = formatOf(at.table, at.column);
  const value = plainNumber(cell, format);
  // Only an exact nil is a dash: what merely rounds to zero prints as 0.
  const nil = quantity(cell) === 0 && at.table.nil !== 'figure';
  const suffix = suffixOf(cell, at.words);
  return {
    kind: cell.kind,
    text: nil ? `–${suffix}` : cellText(cell, format, at.words),
    suffix,
    numeric: cell.kind !== 'text' && cell.kind !== 'empty',
    quiet: at.table.columns[at.column]?.tone === 'quiet',
    value,
    decimals: precisionOf(cell.kind, format)?.decimals ?? 0,
    marks: cell.marks ?? [],
    href: safeHref(cell.href),
  };
}

/** Notes the table owes of itself: where a source prints another value, and where rounded parts miss. */
function ownNotes(table: Table, words: Words): PlacedNote[] {
  const taken = new Set<string>((table.footnotes ?? []).map((note) => note.mark));
  for (const row of table.rows) {
    for (const mark of [...(row.marks ?? []), ...row.cells.flatMap((cell) => cell.marks ?? [])]) {
      taken.add(mark);
    }
  }
  let last = 0;
  const nextMark = (): string => {
    for (;;) {
      const mark = letters(last);
      last += 1;
      if (!taken.has(mark)) return mark;
    }
  };
  return [...statedNotes(table, words, nextMark), ...roundingNotes(table, { ...words, nextMark })];
}

/** a … z, aa, ab, … */
function letters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}

function statedNotes(table: Table, words: Words, nextMark: () => string): PlacedNote[] {
  return table.rows.flatMap((row, r) => {
    const at = row.cells.flatMap((cell, c) => {
      const stated = statedOf(cell);
      const precision = precisionOf(cell.kind, formatOf(table, c));
      if (stated === null || precision === null) return [];
      // What prints the same needs no note.
      const differs = printedUnits(stated, precision) !== printedUnits(quantity(cell)!, precision);
      return differs ? [{ row: r, column: c, stated: { ...cell, [unitOf(cell)]: stated } as Cell }] : [];
    });
    if (at.length === 0) return [];
    const values = at.map(({ column, stated }) => cellText(stated, formatOf(table, column), words));
    const text = word(words.texts, 'render.stated', { values: listed(values, words.texts) });
    return [{ note: { mark: nextMark(), inlines: [{ text }] }, at }];
  });
}

function unitOf(cell: Cell): string {
  const units: Partial<Record<Cell['kind'], string>> = {
    money: 'cents',
    fte: 'milli',
    share: 'basisPoints',
    count: 'count',
  };
  return units[cell.kind] ?? '';
}

/** Heads with spans: neighbours share a head when all heads above it are the same too. */
export function headRows(columns: Column[]): Head[][] {
  const depth = 1 + Math.max(0, ...columns.map((column) => column.groups?.length ?? 0));
  const rows: Head[][] = Array.from({ length: depth }, () => []);
  const path = (column: Column, level: number) => JSON.stringify((column.groups ?? []).slice(0, level + 1));
  columns.forEach((column, c) => {
    const groups = column.groups ?? [];
    const before = columns[c - 1];
    groups.forEach((label, level) => {
      const open = rows[level]!.at(-1);
      const shared =
        before && (before.groups?.length ?? 0) > level && path(before, level) === path(column, level);
      if (open && shared) open.colSpan += 1;
      else rows[level]!.push({ label, quiet: false, colSpan: 1, rowSpan: 1, column: c });
    });
    rows[groups.length]!.push({
      label: column.label,
      description: column.description,
      quiet: column.tone === 'quiet',
      colSpan: 1,
      rowSpan: depth - groups.length,
      column: c,
    });
  });
  return rows;
}

function legendOf(table: Table, rows: LaidOutRow[], texts: RenderTexts): string[] {
  const cells = table.rows.flatMap((row) => row.cells);
  const legend: string[] = [];
  const signed = (sign: Sign) => cells.some((cell) => signsOf(cell).includes(sign));
  if (signed('provisional')) legend.push(texts['render.provisional.legend']);
  if (cells.some((cell) => cell.kind === 'pm') || signed('pm')) legend.push(texts['render.pm.legend']);
  if (signed('masked')) legend.push(texts['render.sign.masked.legend']);
  if (cells.some((cell) => cell.kind === 'unknown')) legend.push(texts['render.unknown.legend']);
  const thresholds = new Set(cells.flatMap((cell) => (cell.kind === 'masked' ? [cell.below] : [])));
  for (const below of thresholds) legend.push(word(texts, 'render.masked.legend', { below }));
  if (rows.some((row) => row.cells.some((cell) => cell.text.startsWith('–') && cell.value === 0))) {
    legend.push(texts['render.nil.legend']);
  }
  return legend;
}
