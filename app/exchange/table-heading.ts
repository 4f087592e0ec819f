/** The headings of columns: joined over their rows, spread over the columns they span. */
import type { Cell } from '#app/ledger/table-read.ts';
import type { Line } from './table-shape.ts';
import { rolesOf, yearsIn } from './table-word.ts';

/** A heading without years (`FTE FTE FTE`) under an earlier table keeps that table's years. */
export function inherit(
  cells: Cell[][],
  headings: number[],
  earlier: number[],
  valueColumns: number[],
): number[] {
  const textsOf = (rows: number[]): string[] =>
    rows.flatMap((r) => valueColumns.map((c) => cells[r]![c]?.text.trim() ?? ''));
  const own = textsOf(headings).filter((text) => text !== '');
  const bare =
    headings.length > 0 && new Set(own).size === 1 && own.length === valueColumns.length && own.length > 1;
  const before = textsOf(earlier).some((text) => yearsIn(text).length > 0);
  return bare && before ? [...earlier, ...headings] : headings;
}

export function columnLines(cells: Cell[][], headings: number[], valueColumns: number[]): Line[] {
  const first = valueColumns[0]!;
  const texts = headings.map((h, level) => {
    const last = level === headings.length - 1;
    let carried = '';
    return valueColumns.map((c, i) => {
      // text that starts over a skipped column (a merged heading over labels) is no group of figures
      for (let k = (valueColumns[i - 1] ?? first - 1) + 1; k <= c; k++) {
        const cell = cells[h]![k];
        const origin = cell?.mergedFrom;
        const own = origin
          ? (cells[origin.row]?.[origin.column]?.text.trim() ?? '')
          : (cell?.text.trim() ?? '');
        if (own !== '' && (k === c || k >= first)) carried = own;
        else if (last) carried = '';
      }
      return carried;
    });
  });
  const headed = valueColumns.map((_, i) =>
    texts.map((row) => row[i]!).filter((text, k, all) => text !== '' && all.indexOf(text) === k),
  );
  const depth = shortestDistinct(headed);
  return valueColumns.map((c, i) => {
    const parts = headed[i]!;
    // the innermost heading with one year is the column's; outer ones may name a whole period
    const year = parts.map(yearsIn).findLast((years) => years.length === 1)?.[0];
    return {
      index: c,
      label: parts.slice(-depth).join(' ').replace(/\s+/g, ' '),
      parts,
      roles: rolesOf(parts.join(' ')),
      group: year ?? parts.slice(0, -1).join(' '),
      numbering: null,
      indent: 0,
      bold: headings.some((h) => cells[h]![c]?.bold === true),
      opens: false,
    };
  });
}

/** How many of the innermost headings it takes to tell every column apart. */
function shortestDistinct(headed: string[][]): number {
  const most = Math.max(1, ...headed.map((parts) => parts.length));
  for (let depth = 1; depth < most; depth++) {
    if (new Set(headed.map((parts) => parts.slice(-depth).join(' '))).size === headed.length) return depth;
  }
  return most;
}
