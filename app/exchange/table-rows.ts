/** Tells headings, figures, titles and blank lines of a sheet apart, and so where each table stands. */

import type { Cell } from '#app/ledger/table-read.ts';
import { readValue } from './table-number.ts';
import { isYearText, rolesOf, yearsIn } from './table-word.ts';

type RowKind = 'blank' | 'text' | 'heading' | 'data';
export type Span = { headings: number[]; rows: number[] };

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.text.trim() === '' && !cell.formula);
}

function isNumber(cell: Cell): boolean {
  return readValue(cell, null).state === 'known';
}

export function isYear(cell: Cell): boolean {
  return isYearText(cell.text);
}

/** A row is data when it has a number that is no year, or years that do not run on as headings do. */
export function rowKinds(cells: Cell[][]): RowKind[] {
  let heading = '';
  const isYearHeading = (row: Cell[], at: number[], first: number, inside: boolean): boolean => {
    const years = at.map((c) => Number(yearsIn(row[c]!.text)[0]));
    const label = at.includes(first) ? '' : row[first]!.text;
    // amounts may look like years: then they stand among figures, under years, beside a label
    const again = inside && heading !== '' && years.join() !== heading && label !== '';
    if (!runsOn(years) || again || rolesOf(label).has('total')) return false;
    heading = years.join();
    return true;
  };
  const kindOf = (row: Cell[], before: RowKind | undefined): RowKind => {
    const filled = row.map((cell, c) => ({ cell, c })).filter(({ cell }) => !isBlank(cell));
    if (filled.length === 0) return 'blank';
    const first = filled[0]!.c;
    const numbers = filled.filter(({ cell }) => isNumber(cell));
    const beyond = numbers.filter(({ c }) => c > first);
    const years = filled.filter(({ cell }) => isYear(cell));
    if (beyond.some(({ cell }) => !isYear(cell))) return 'data';
    if (
      years.length > 0 &&
      isYearHeading(
        row,
        years.map(({ c }) => c),
        first,
        before === 'data',
      )
    )
      return 'heading';
    if (beyond.length > 0) return 'data';
    return filled.some(({ cell, c }) => c > first && isMark(cell)) ? 'data' : 'text';
  };
  const kinds: RowKind[] = [];
  for (const row of cells) kinds.push(kindOf(row, kinds.at(-1)));
  return kinds.map((kind, r) =>
    kind === 'text' || kind === 'heading' ? headingOrText(cells, kinds, r) : kind,
  );
}

/** A printed mark that stands where a number would: a dash, *pm*, `<5`, a formula without a value. */
function isMark(cell: Cell): boolean {
  const state = readValue(cell, null).state;
  return state === 'nil' || state === 'unknown';
}

/** Headings count years on, twice each (B and R) or from the start again in a second block. */
function runsOn(years: number[]): boolean {
  const start = years[0]!;
  return years.every((year, i) => i === 0 || year === start || (year >= years[i - 1]! && year - start <= 30));
}

/** Text above figures is a heading; text above labels alone is a title, a section name or a footnote. */
function headingOrText(cells: Cell[][], kinds: RowKind[], r: number): RowKind {
  const next: number[] = [];
  for (let d = r + 1; d < cells.length && next.length < 6; d++) {
    if (kinds[d] === 'data') next.push(d);
    else if (next.length > 0 && kinds[d] === 'heading') break;
  }
  if (next.length === 0) return 'text';
  const first = Math.min(...next.map((d) => cells[d]!.findIndex((cell) => !isBlank(cell))));
  const above = new Set<number>();
  for (const d of next) {
    cells[d]!.forEach((cell, c) => {
      if (c > first && (isNumber(cell) || isMark(cell))) above.add(c);
    });
  }
  const hits = cells[r]!.some((cell, c) => above.has(c) && !isBlank(cell));
  return hits
    ? 'heading'
    : kinds[r] === 'heading' && cells[r]!.filter((c) => !isBlank(c)).length > 1
      ? 'heading'
      : 'text';
}

/** A heading after figures opens the next table; text between two headings belongs to the first. */
export function spans(cells: Cell[][], kinds: RowKind[]): Span[] {
  const found: Span[] = [];
  let open: Span = { headings: [], rows: [] };
  kinds.forEach((kind, r) => {
    if (kind === 'heading') {
      if (open.rows.length > 0) {
        found.push(open);
        open = { headings: [], rows: [] };
      }
      open.headings.push(r);
    } else if (kind === 'data') open.rows.push(r);
  });
  if (open.rows.length > 0) found.push(open);
  return joinRepeats(cells, kinds, found);
}

/** The same heading printed again without a blank line before it (a new page, a section) goes on. */
function joinRepeats(cells: Cell[][], kinds: RowKind[], found: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    const head = span.headings[0];
    const same =
      last !== undefined &&
      head !== undefined &&
      span.headings.length === last.headings.length &&
      kinds[head - 1] === 'data' &&
      span.headings.every((h, i) => tail(cells[h]!) === tail(cells[last.headings[i]!]!));
    if (same) last.rows.push(...span.rows);
    else joined.push(span);
  }
  return joined;
}

function tail(row: Cell[]): string {
  return row
    .slice(1)
    .map((cell) => cell.text.trim())
    .join('|');
}
