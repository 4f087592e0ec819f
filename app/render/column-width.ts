import type { LaidOutTable } from './layout.ts';

/** Widths of the columns of a printed table, in points; the same for PDF, DOCX and ODT. */

/** Mean width of a character of Source Sans 3 in em; bold words take a little more. */
const CHARACTER = 0.5;
const WORD = 0.54;
/** Text up to this length, a date for instance, is not broken. */
const UNBROKEN = 14;

/** A size of type in points, and how wide a figure of its face is in em. */
export type Type = { size: number; figure: number };

/**
 * Figures of Source Sans 3, which the PDF carries, are 0.497 em. Of an office document the reader's machine
 * chooses the face: Calibri or its twin (0.507), or else DejaVu Sans (0.636), and no figure may break.
 */
export const FIGURE = { carried: 0.5, chosen: 0.64 };

/** The room before a column, at a size of type. */
export const gapOf = (size: number): number => Math.max(6, 1.3 * size);

/**
 * The width of each column of figures, 0 for columns of words. Columns of about the same length share one
 * width, so that the years stand in one rhythm; where EUR and FTE alternate, each kind has its own.
 */
export function numberWidths(table: LaidOutTable, { size, figure }: Type): number[] {
  // Where the face is not ours, the marks stand inside the column (`markIndent`).
  const marks = figure === FIGURE.carried ? 0 : markIndent(0, markRoom(table), size);
  const lengths = table.columns.map(({ numeric, longest, column }) =>
    numeric ? Math.max(4, longest, longestWord(column.label)) : 0,
  );
  const known = lengths.filter((length) => length > 0);
  const even = Math.max(...known) - Math.min(...known) <= 2;
  return lengths.map((length, c) => {
    if (length === 0) return 0;
    const label = table.columns[c]!.column.label;
    const alike = lengths.filter((_, other) => even || table.columns[other]!.column.label === label);
    return Math.max(...alike) * figure * size + gapOf(size) + marks;
  });
}

/** The longest word and the longest text of the label column (0) and of each column of words. */
function extents(table: LaidOutTable, size: number): { least: number; natural: number }[] {
  const texts = [
    [table.labelHead, ...table.rows.map((row) => '  '.repeat(row.indent) + row.label)],
    ...table.columns.map(({ column }, c) => [column.label, ...table.rows.map((row) => row.cells[c]!.text)]),
  ];
  return texts.map((column, c) => {
    const pad = c === 0 ? 0 : gapOf(size);
    return {
      least: Math.max(...column.map(unbroken)) * WORD * size + pad,
      natural: Math.max(...column.map((value) => value.length)) * CHARACTER * size + pad + 4,
    };
  });
}

/**
 * Widths that fill the room: figures as they need, words between their longest word and their whole length,
 * as browsers share it out. Spare room first loosens the figures, then goes to the labels.
 */
export function columnWidths(table: LaidOutTable, at: Type & { room: number }): number[] {
  const numbers = numberWidths(table, at);
  const words = extents(table, at.size).map((extent, c) =>
    c === 0 || numbers[c - 1] === 0 ? extent : { least: 0, natural: 0 },
  );
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const rest = Math.max(60, at.room - sum(numbers));
  const least = sum(words.map((word) => word.least));
  const natural = sum(words.map((word) => word.natural));
  if (natural <= rest) {
    const figures = numbers.filter((width) => width > 0).length;
    const loosened = figures > 0 ? Math.min(14, (rest - natural) / figures) : 0;
    const spare = rest - natural - loosened * figures;
    return words.map((word, c) => {
      const width = c > 0 && numbers[c - 1]! > 0 ? numbers[c - 1]! + loosened : word.natural;
      return c === 0 ? width + spare : width;
    });
  }
  // Between the two: each gets its longest word and a part of what is left; below that, all give alike.
  const share = least < rest ? (rest - least) / (natural - least) : 0;
  const squeeze = least < rest ? 1 : rest / least;
  return words.map((word, c) =>
    c > 0 && numbers[c - 1]! > 0
      ? numbers[c - 1]!
      : word.least * squeeze + share * Math.max(0, word.natural - word.least),
  );
}

const unbroken = (text: string): number => (text.length <= UNBROKEN ? text.length : longestWord(text));

export const longestWord = (text: string): number =>
  Math.max(0, ...text.split(/[\s\u00ad-]+/).map((word) => word.length));

/** The most characters of marks that any figure of the table carries. */
export function markRoom(table: LaidOutTable): number {
  const cells = table.rows.flatMap((row) => row.cells.filter((cell) => cell.numeric));
  return Math.max(0, ...cells.map((cell) => cell.marks.join(' ').length));
}

/**
 * How far, in points, a figure with `marks` characters of raised marks stays from the right edge of its
 * column, so that the digits of all figures stand under each other and the marks hang beside them. A raised
 * character is about 0.65 of the size high and 0.55 of that wide.
 */
export function markIndent(marks: number, room: number, size: number): number {
  return Math.round((room - marks) * size * 0.65 * 0.55 * 10) / 10;
}
