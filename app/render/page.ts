import type { Type } from './column-width.ts';
import { columnWidths, FIGURE, gapOf, longestWord, numberWidths } from './column-width.ts';
import type { FlowBlock } from './flow.ts';
import type { LaidOutTable } from './layout.ts';

/** Which way the paper is turned and how small a table is set: the same for PDF, DOCX and ODT. */

/** Widths of A4 between 22 mm margins, in points. */
const PORTRAIT = 470;
const LANDSCAPE = 717;
const SIZE = 9;
const SMALLEST = 6;
const LABEL_LEAST = 120;
const LABEL_MOST = 250;

/** A table of at most so many rows does not break over pages. */
export const WHOLE = 24;

/** Points: the room across, the size of the type, the gap before a column, and every column's width. */
export type TableMeasure = { turned: boolean; room: number; size: number; gap: number; widths: number[] };

/** Whether the whole report stands on landscape paper: mostly tables, one of them wide. */
export function isLandscape(blocks: FlowBlock[], figure = FIGURE.carried): boolean {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const words = blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'list').length;
  // A report that is mostly tables turns as a whole; in a long text only what does not fit is turned.
  return words <= 4 && tables.some((table) => wanted(table, { size: SIZE, figure }) > PORTRAIT);
}

/**
 * Fits a table to its page: turned when it cannot stand upright, smaller type when it is wider still.
 * @param page whether the report as a whole is turned, and the width of a figure (`FIGURE`)
 */
export function measure(table: LaidOutTable, page: { landscape: boolean; figure?: number }): TableMeasure {
  const figure = page.figure ?? FIGURE.carried;
  const turned = !page.landscape && least(table, { size: SIZE, figure }) > PORTRAIT;
  const room = page.landscape || turned ? LANDSCAPE : PORTRAIT;
  let size = SIZE;
  while (size > SMALLEST && least(table, { size, figure }) > room) size -= 0.25;
  return { turned, room, size, gap: gapOf(size), widths: columnWidths(table, { room, size, figure }) };
}

/**
 * Which blocks stand on turned paper: tables that do not fit upright, with the headings right above them, which would
 * else stay behind on a page of their own.
 */
export function turnedBlocks(blocks: FlowBlock[], page: { landscape: boolean; figure?: number }): boolean[] {
  const turned = blocks.map((block) => block.kind === 'table' && measure(block.table, page).turned);
  for (let i = blocks.length - 2; i >= 0; i -= 1) {
    if (blocks[i]!.kind === 'heading' && turned[i + 1]) turned[i] = true;
  }
  return turned;
}

// Type of 12 units in a drawing prints as 8.5 points, beside tables of 9.
const POINTS_PER_UNIT = 8.5 / 12;

/**
 * How much of a column a drawing takes, from its viewBox or its width: what is drawn for half a page is not blown up,
 * and none becomes a stamp.
 * @param column in points
 */
export function drawingShare(svg: string, column: number): number {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const box = /viewBox\s*=\s*["']\s*[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)/.exec(root);
  const wide = Number(box?.[1] ?? /\swidth\s*=\s*["']([\d.]+)/.exec(root)?.[1] ?? 0);
  if (wide === 0) return 1;
  return Math.min(1, Math.max(0.5, (wide * POINTS_PER_UNIT) / column));
}

export const columnOf = (landscape: boolean): number => (landscape ? LANDSCAPE : PORTRAIT);

/** The narrowest the table reads well: figures unbroken, columns of words and labels wrapped. */
function least(table: LaidOutTable, type: Type): number {
  const numbers = numberWidths(table, type);
  const columns = table.columns.map(({ longest, column }, c) => {
    if (numbers[c]! > 0) return numbers[c]!;
    const words = Math.max(longest, longestWord(column.label)) * 0.5 * type.size;
    return Math.min(110, words) + gapOf(type.size);
  });
  return columns.reduce((sum, width) => sum + width, LABEL_LEAST);
}

/** The width at which labels hardly wrap. */
function wanted(table: LaidOutTable, type: Type): number {
  const longest = Math.max(0, ...table.rows.map((row) => row.label.length)) * 0.5 * type.size;
  return least(table, type) - LABEL_LEAST + Math.min(LABEL_MOST, Math.max(LABEL_LEAST, longest));
}
