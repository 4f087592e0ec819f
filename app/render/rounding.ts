import { printUnits } from '#app/kernel/amount-format.ts';
import { precisionOf, printedUnits } from './format.ts';
import type { Cell, Language, Note, NumberFormat, Row, Table, Term } from './report.ts';
import { quantity } from './report.ts';
import type { RenderTexts } from './texts.ts';
import { listed, word } from './texts.ts';

/**
 * A printed total that its printed parts miss. `rounding`: the exact figures agree, or are known no finer
 * than they are printed and differ by no more than that allows. `difference`: the figures themselves
 * disagree.
 */
export type Miss = {
  kind: 'rounding' | 'difference';
  row: number;
  column: number;
  /** Whether the parts stand above (`rows`) or beside (`columns`) the total. */
  along: 'rows' | 'columns';
  /** What the printed parts add up to and what is printed, in last printed digits. */
  computed: number;
  printed: number;
};

type Part = { cell: Cell; sign: number };

/**
 * The parts of a row by position: its own terms; else, for a subtotal, the lines since the last subtotal,
 * total or group; else, for a total, the subtotals since the last total and the lines under none of them.
 */
export function partsOf(rows: Row[], index: number): { index: number; sign: number }[] {
  const row = rows[index]!;
  if (row.terms) return byKey(rows, row.terms);
  if (row.kind !== 'subtotal' && row.kind !== 'total') return [];
  const parts: { index: number; sign: number }[] = [];
  let covered = false;
  for (let i = index - 1; i >= 0; i -= 1) {
    const kind = rows[i]!.kind;
    if (kind === 'total' || kind === 'result') break;
    if (kind === 'group') {
      if (row.kind === 'subtotal') break;
      covered = false;
    } else if (kind === 'subtotal') {
      if (row.kind === 'subtotal') break;
      parts.push({ index: i, sign: 1 });
      covered = true;
    } else if (kind === 'line' && !covered) {
      parts.push({ index: i, sign: 1 });
    }
  }
  return parts.reverse();
}

function byKey(items: { key?: string }[], terms: Term[]): { index: number; sign: number }[] {
  return terms.flatMap(({ key, sign }) => {
    const index = items.findIndex((item) => item.key === key);
    return index < 0 ? [] : [{ index, sign }];
  });
}

/** Every total of the table, down and across, whose printed parts do not add up to it (law 3). */
export function misses(table: Table): Miss[] {
  const found: Miss[] = [];
  table.rows.forEach((row, r) => {
    const parts = partsOf(table.rows, r);
    row.cells.forEach((cell, c) => {
      const format = formatOf(table, c);
      const above = parts.map((part) => ({ cell: table.rows[part.index]!.cells[c], sign: part.sign }));
      const miss = parts.length > 0 && compare(cell, above, format);
      if (miss) found.push({ ...miss, row: r, column: c, along: 'rows' });
      const terms = table.columns[c]?.terms;
      const beside = terms
        ? byKey(table.columns, terms).map((part) => ({ cell: row.cells[part.index], sign: part.sign }))
        : [];
      const across = beside.length > 0 && compare(cell, beside, format);
      if (across) found.push({ ...across, row: r, column: c, along: 'columns' });
    });
  });
  return found;
}

/** The number format of a column: the table's, refined by its own. */
export function formatOf(table: Table, column: number): NumberFormat {
  return { ...table.format, ...table.columns[column]?.format };
}

function compare(
  total: Cell,
  parts: { cell: Cell | undefined; sign: number }[],
  format: NumberFormat,
): Pick<Miss, 'kind' | 'computed' | 'printed'> | null {
  const precision = precisionOf(total.kind, format);
  const exactTotal = quantity(total);
  if (precision === null || exactTotal === null) return null;
  const known: Part[] = [];
  for (const { cell, sign } of parts) {
    if (cell === undefined || cell.kind === 'empty') continue;
    // An unknown part, or one of another kind, leaves nothing to compare with.
    if (cell.kind !== total.kind) return null;
    known.push({ cell, sign });
  }
  if (known.length === 0) return null;
  const printed = printedUnits(exactTotal, precision);
  const units = known.map(({ cell, sign }) => sign * printedUnits(quantity(cell)!, precision));
  const computed = units.reduce((sum, unit) => sum + unit, 0);
  if (computed === printed) return null;

  const exactSum = known.reduce((sum, { cell, sign }) => sum + sign * quantity(cell)!, 0);
  const coarse = [total, ...known.map((part) => part.cell)].every(
    (cell) => quantity(cell)! % precision.divisor === 0,
  );
  const allowed = (known.length + 1) / 2;
  // A share is itself a quotient, rounded to a basis point.
  const slack = total.kind === 'share' ? allowed : 0;
  const rounding =
    Math.abs(exactSum - exactTotal) <= slack || (coarse && Math.abs(computed - printed) <= allowed);
  return { kind: rounding ? 'rounding' : 'difference', computed, printed };
}

/** A note and the cells (row, column) that carry its mark. */
export type PlacedNote = { note: Note; at: { row: number; column: number }[] };

/**
 * The footnotes that the table owes its reader: one for each total (row, or computed column) whose printed
 * parts miss it, saying what they add up to. `nextMark` hands out marks.
 */
export function roundingNotes(
  table: Table,
  words: { texts: RenderTexts; language: Language; nextMark: () => string },
): PlacedNote[] {
  const groups = new Map<string, Miss[]>();
  for (const miss of misses(table)) {
    const line = miss.along === 'rows' ? miss.row : miss.column;
    const key = `${miss.along} ${line} ${miss.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), miss]);
  }
  return [...groups.values()].map((group) => {
    const values = group.map((miss) => {
      const cell = table.rows[miss.row]!.cells[miss.column]!;
      const precision = precisionOf(cell.kind, formatOf(table, miss.column));
      return printUnits(miss.computed, precision?.decimals ?? 0, words.language);
    });
    const key = group[0]!.kind === 'rounding' ? 'render.rounding' : 'render.difference';
    const text = word(words.texts, key, { values: listed(values, words.texts) });
    const note = { mark: words.nextMark(), inlines: [{ text }] };
    return { note, at: group.map(({ row, column }) => ({ row, column })) };
  });
}
