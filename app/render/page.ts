import type { FlowBlock } from './flow.ts';
import type { LaidOutTable } from './layout.ts';

/** How wide a table stands on paper, and which way the paper is turned: the same for PDF, DOCX and ODT. */

/** Widths of A4 between 22 mm margins, in points. */
const PORTRAIT = 470;
const LANDSCAPE = 717;
/** Mean width of a character of Source Sans 3 in em; figures are 0.497. */
const CHARACTER = 0.5;
const SIZE = 9;
const SMALLEST = 6;
const LABEL_LEAST = 120;
const LABEL_MOST = 250;

/** Points: the room across, the size of the type, the gap before a column, the width of a figure column. */
export type TableMeasure = { turned: boolean; room: number; size: number; gap: number; numberWidth: number };

/** Whether the whole report stands on landscape paper: mostly tables, one of them wide. */
export function isLandscape(blocks: FlowBlock[]): boolean {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const words = blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'list').length;
  // A report that is mostly tables turns as a whole; in a long text only what does not fit is turned.
  return words <= 4 && tables.some((table) => wanted(table) > PORTRAIT);
}

/** Fits a table to its page: turned when it cannot stand upright, smaller type when it is wider still. */
export function measure(table: LaidOutTable, landscape: boolean): TableMeasure {
  const turned = !landscape && least(table, SIZE) > PORTRAIT;
  const room = landscape || turned ? LANDSCAPE : PORTRAIT;
  let size = SIZE;
  while (size > SMALLEST && least(table, size) > room) size -= 0.25;
  const numbers = table.columns.filter((column) => column.numeric).length;
  // Room that the labels do not need loosens the figures.
  const spare = Math.max(0, Math.min(14, (room - wanted(table)) / Math.max(1, numbers)));
  return { turned, room, size, gap: gap(size), numberWidth: numberWidth(table, size) + spare };
}

/** The share of the remaining room that a column of text takes; the label column takes 1. */
export function textShare(longest: number): number {
  return Math.max(0.4, Math.min(2, longest / 40));
}

const gap = (size: number): number => Math.max(6, 1.3 * size);

/** All figures of a table share one column width, so that its years stand in one rhythm. */
function numberWidth(table: LaidOutTable, size: number): number {
  const longest = Math.max(
    4,
    ...table.columns.map(({ numeric, longest: cell, column }) =>
      numeric ? Math.max(cell, longestWord(column.label)) : 0,
    ),
  );
  return longest * CHARACTER * size + gap(size);
}

const longestWord = (text: string): number => Math.max(0, ...text.split(/[\s\u00ad-]+/).map((w) => w.length));

/** The narrowest the table can be set: figures unbroken, text columns and labels wrapped. */
function least(table: LaidOutTable, size: number): number {
  const words = (length: number) => Math.min(110, length * CHARACTER * size) + gap(size);
  const columns = table.columns.map(({ numeric, longest, column }) =>
    numeric ? numberWidth(table, size) : words(Math.max(longest, column.label.length)),
  );
  return columns.reduce((sum, width) => sum + width, LABEL_LEAST);
}

/** The width at which labels hardly wrap. */
function wanted(table: LaidOutTable): number {
  const longest = Math.max(0, ...table.rows.map((row) => row.label.length)) * CHARACTER * SIZE;
  return least(table, SIZE) - LABEL_LEAST + Math.min(LABEL_MOST, Math.max(LABEL_LEAST, longest));
}
