import { formatDate } from './format.ts';
import type { LaidOutCell, LaidOutTable, Words } from './layout.ts';
import { layOut } from './layout.ts';
import type { Report, RowKind } from './report.ts';
import type { RenderTexts } from './texts.ts';
import { word } from './texts.ts';

/** A sheet as both spreadsheet writers fill it: caption, unit, heads, rows, notes. */
export type SheetPlan = {
  name: string;
  table: LaidOutTable;
  rows: SheetRow[];
  /** Rows from the top that stay in sight. */
  frozenRows: number;
  /** First and last row of the heads, from 0. */
  headRows: [number, number];
  merges: { row: number; column: number; rows: number; columns: number }[];
  /** Widths in characters, label column first. */
  widths: number[];
};

export type SheetRow = { role: RowKind | 'caption' | 'note' | 'head' | 'blank'; cells: SheetCell[] };

/** A number with its decimals, or text; text is never a formula. */
export type SheetCell =
  | {
      kind: 'number';
      value: number;
      decimals: number;
      percent: boolean;
      grouped: boolean;
      dash: boolean;
      /** printed behind the number, which stays a number: `*`, ` + pm` */
      suffix: string;
      href?: string;
    }
  | { kind: 'text'; text: string; right?: boolean; indent?: number; href?: string; group?: boolean }
  | { kind: 'none' };

const none: SheetCell = { kind: 'none' };
const textCell = (value: string): SheetCell => (value ? { kind: 'text', text: value } : none);

/** One sheet per table of the report (already cleaned), ready for XLSX or ODS; text and figures outside tables stay out. */
export function sheetPlans(report: Report, texts: RenderTexts): SheetPlan[] {
  const words: Words = { texts, language: report.language };
  const taken = new Set<string>();
  return report.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const table = layOut(block.table, words);
    return [planOf(table, report, { words, name: sheetName(table.caption, taken) })];
  });
}

function planOf(table: LaidOutTable, report: Report, at: { words: Words; name: string }): SheetPlan {
  const rows: SheetRow[] = [
    { role: 'caption', cells: [textCell(table.caption)] },
    {
      role: 'note',
      cells: [textCell([table.unitNote, ...origin(report, at.words)].filter(Boolean).join(' · '))],
    },
  ];
  const first = rows.length;
  const merges: SheetPlan['merges'] = [];
  table.heads.forEach((heads, level) => {
    const cells: SheetCell[] = [
      level === 0 ? textCell(table.labelHead) : none,
      ...table.columns.map(() => none),
    ];
    for (const head of heads) {
      const group = level + head.rowSpan < table.heads.length;
      cells[head.column + 1] = {
        kind: 'text',
        text: head.label,
        right: table.columns[head.column]!.numeric,
        group,
      };
      if (head.colSpan > 1 || head.rowSpan > 1) {
        merges.push({
          row: first + level,
          column: head.column + 1,
          rows: head.rowSpan,
          columns: head.colSpan,
        });
      }
    }
    rows.push({ role: 'head', cells });
  });
  const frozenRows = rows.length;
  for (const row of table.rows) {
    const label: SheetCell = { kind: 'text', text: row.label, indent: row.indent, href: row.href };
    rows.push({ role: row.kind, cells: [label, ...row.cells.map(sheetCell)] });
  }
  const notes = noteLines(table, frozenRows);
  if (notes.length > 0) rows.push({ role: 'blank', cells: [] });
  for (const note of notes) rows.push({ role: 'note', cells: [textCell(note)] });
  return {
    name: at.name,
    table,
    rows,
    frozenRows,
    headRows: [first, frozenRows - 1],
    merges,
    widths: widthsOf(table),
  };
}

function origin(report: Report, words: Words): string[] {
  const { texts, language } = words;
  const lines = [report.institution];
  if (report.asOf) lines.push(word(texts, 'render.asOf', { date: formatDate(report.asOf, language) }));
  if (report.knownOn)
    lines.push(word(texts, 'render.knownOn', { date: formatDate(report.knownOn, language) }));
  if (report.notice) lines.push(report.notice);
  return lines;
}

function sheetCell(cell: LaidOutCell): SheetCell {
  if (cell.value !== null) {
    const percent = cell.kind === 'share';
    return {
      kind: 'number',
      // A spreadsheet's percentage is a fraction of one.
      value: percent ? cell.value / 100 : cell.value,
      decimals: cell.decimals,
      percent,
      grouped: !percent,
      dash: cell.text === `–${cell.suffix}`,
      suffix: cell.suffix,
      href: cell.href,
    };
  }
  if (cell.text === '') return none;
  return { kind: 'text', text: cell.text, right: cell.numeric, href: cell.href };
}

/** Notes name the cells they belong to: a number in a cell cannot carry a raised mark. */
function noteLines(table: LaidOutTable, firstRow: number): string[] {
  const at = new Map<string, string[]>();
  table.rows.forEach((row, r) => {
    const place = (marks: string[], column: number) => {
      for (const mark of marks) {
        at.set(mark, [...(at.get(mark) ?? []), `${columnLetters(column)}${firstRow + r + 1}`]);
      }
    };
    place(row.marks, 0);
    row.cells.forEach((cell, c) => {
      place(cell.marks, c + 1);
    });
  });
  const notes = table.footnotes.map((note) => {
    const cells = at.get(note.mark);
    const text = note.inlines.map((inline) => inline.text).join('');
    return `${note.mark}${cells ? ` (${cells.join(', ')})` : ''} ${text}`;
  });
  return [...notes, ...table.legend];
}

/** A, B, … Z, AA, … from 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function widthsOf(table: LaidOutTable): number[] {
  const label = Math.min(60, Math.max(18, ...table.rows.map((row) => row.label.length + 2 * row.indent)));
  const columns = table.columns.map(({ longest, numeric, column }) => {
    const least = Math.max(longest, column.label.length) + 3;
    return numeric ? Math.max(9, least) : Math.min(60, Math.max(12, least));
  });
  return [label, ...columns];
}

/** A sheet name as spreadsheets accept it: at most 31 characters, none of []:*?/\, no quote at an end. */
function sheetName(caption: string, taken: Set<string>): string {
  const base =
    caption
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '') || 'Tabel';
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? '' : ` ${n}`;
    const name = base.slice(0, 31 - suffix.length).trim() + suffix;
    if (!taken.has(name.toLowerCase())) {
      taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** The number format of a cell in the notation that spreadsheets share: nil as a dash. */
export function numberCode(cell: Extract<SheetCell, { kind: 'number' }>): string {
  const fraction = cell.decimals > 0 ? `.${'0'.repeat(cell.decimals)}` : '';
  const suffix = cell.suffix === '' ? '' : `"${cell.suffix.replaceAll('"', "'")}"`;
  const code = `${cell.grouped ? '#,##0' : '0'}${fraction}${cell.percent ? '%' : ''}${suffix}`;
  return cell.dash ? `${code};-${code};"–"${suffix}` : code;
}
