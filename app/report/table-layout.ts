/**
 * The layout of a published table, as data: what stands in its rows and columns, in which unit, on which
 * date, with which notes, and what the document itself printed. No theme, year or name is known to the code.
 */
import { z } from 'zod';
import { stages } from '#app/ledger/ledger.ts';

const code = z.string().trim().min(1).max(80);
const words = z.strictObject({ nl: z.string().min(1).max(2000), en: z.string().min(1).max(2000) });
const year = z.int().min(1900).max(2200);
const mark = z.string().min(1).max(3);

/** Which ledger lines: codes; a unit or node stands for itself and all below it. */
const filter = z.strictObject({
  stage: z.enum(stages).optional(),
  unit: code.optional(),
  /** the unit itself, without what is below it */
  alone: z.boolean().optional(),
  node: code.optional(),
  measure: code.optional(),
  component: z.string().max(200).optional(),
  costKind: z.string().max(200).optional(),
  /** only what carry-over documents move between years, or all but that; both when left out */
  carried: z.boolean().optional(),
  /** memo lines, which are in no total, instead of the others */
  memo: z.boolean().optional(),
  /** a fund's code, `own` for the scheme's own funds, `all`; otherwise the table's */
  fund: code.optional(),
});

/** What a column is about: a stage of a year, as in force on a day (otherwise on the day of the page). */
const moment = { stage: z.enum(stages), year, asOf: z.iso.date().optional() };

const columnHead = {
  key: code,
  label: words,
  description: words.optional(),
  /** heads above this one, outermost first */
  groups: z.array(words).max(3).optional(),
  quiet: z.boolean().optional(),
};

export const columnSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figure'), ...columnHead, ...moment }),
  /** each row's share of the row `of`, in per cent without decimals */
  z.strictObject({ kind: z.literal('share'), ...columnHead, ...moment, of: code }),
  /** one column minus another */
  z.strictObject({ kind: z.literal('difference'), ...columnHead, from: code, minus: code }),
  /** figures that the document gives and no ledger line carries, by row: shares in per cent */
  z.strictObject({ kind: z.literal('given'), ...columnHead, shares: z.record(z.string(), z.number()) }),
]);
export type LayoutColumn = z.output<typeof columnSchema>;

const valueSchema = z.union([
  /** the sum of these lines */
  z.strictObject({ figures: filter }),
  /** one row for each child of a node or unit, or for each measure or component that has lines */
  z.strictObject({
    each: z.enum(['node', 'unit', 'measure', 'component']),
    of: code.optional(),
    figures: filter.optional(),
  }),
  /** lines minus lines: what was granted and not allocated */
  z.strictObject({ difference: z.tuple([filter, filter]) }),
  z.strictObject({ sum: z.array(code).min(1) }),
  z.strictObject({ terms: z.array(z.strictObject({ row: code, sign: z.literal([1, -1]) })).min(1) }),
]);

export const rowSchema = z.strictObject({
  key: code,
  kind: z.enum(['line', 'subtotal', 'total', 'plain', 'result', 'group']),
  /** otherwise the name of the row's measure, node, unit or component */
  label: words.optional(),
  /** printed before the label: `1. ` */
  prefix: z.string().max(10).optional(),
  indent: z.literal([0, 1, 2, 3]).optional(),
  value: valueSchema.optional(),
  notes: z.array(mark).optional(),
  /** an exact nil stays blank, as in the document */
  blankNil: z.boolean().optional(),
  /** computed, for shares or sums, but not printed */
  hidden: z.boolean().optional(),
  /** the row of another table of the scheme that prints the same figures */
  sameAs: z.strictObject({ table: code, row: code }).optional(),
});
export type LayoutRow = z.output<typeof rowSchema>;
export type LineFilter = z.output<typeof filter>;

/** A printed cell in the printed unit; null where the document is blank, `lost` where it cannot be read. */
const printed = z.union([z.number(), z.literal(['pm', 'lost']), z.null()]);
export type Printed = z.output<typeof printed>;

export const units = ['keur', 'eur', 'fte1', 'fte2'] as const;
export type PrintUnit = (typeof units)[number];

const shape = z.strictObject({
  unit: z.enum(units),
  /** under the title: the unit, and what the heads abbreviate */
  unitNote: words.optional(),
  labelHead: words.optional(),
  /** what the table shows, in a sentence, for the list of tables */
  about: words.optional(),
  /** which document printed it */
  source: z.string().max(400).optional(),
  /** the day of the document: without another choice the table stands as on it */
  asOf: z.iso.date().optional(),
  /** which names of nodes count: those of this document */
  context: z.string().max(200).optional(),
  fund: code.default('own'),
  columns: z.array(columnSchema).min(1).max(60),
  rows: z.array(rowSchema).min(1).max(500),
  footnotes: z.array(z.strictObject({ mark, text: words })).default([]),
  /** note marks at single cells */
  cellNotes: z.array(z.strictObject({ row: code, column: code, mark })).default([]),
  /** what the document printed, per row one value per column */
  published: z.record(z.string(), z.array(printed)).default({}),
  /** rows whose shares make the whole, in a table without a row for it */
  wholeOf: z.array(code).optional(),
  /** rows that must agree in every column: what is needed and what is proposed */
  balances: z.array(z.strictObject({ row: code, against: code, about: words })).default([]),
  /** the FTE of this table follow from another's euros at this price, itself printed to `printedTo` cents */
  rate: z.strictObject({ table: code, cents: z.int().positive(), printedTo: z.int().positive() }).optional(),
  /** tables that the document prints below this one */
  beside: z.array(code).default([]),
});

/** A layout; every reference inside it holds, and no row is computed from itself. */
export const tableLayout = shape.superRefine((layout, context) => {
  const problem = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const rows = new Set(layout.rows.map((row) => row.key));
  const columns = new Set(layout.columns.map((column) => column.key));
  const marks = new Set(layout.footnotes.map((note) => note.mark));
  const known = (set: Set<string>, value: string, path: (string | number)[]) => {
    if (!set.has(value)) problem(path, `unknown: ${value}`);
  };
  if (rows.size < layout.rows.length) problem(['rows'], 'two rows with the same key');
  if (columns.size < layout.columns.length) problem(['columns'], 'two columns with the same key');
  layout.rows.forEach((row, r) => {
    for (const part of partKeys(row)) known(rows, part, ['rows', r, 'value']);
    for (const note of row.notes ?? []) known(marks, note, ['rows', r, 'notes']);
  });
  layout.columns.forEach((column, c) => {
    if (column.kind === 'share') known(rows, column.of, ['columns', c, 'of']);
    if (column.kind === 'given')
      for (const row of Object.keys(column.shares)) known(rows, row, ['columns', c, 'shares', row]);
    if (column.kind === 'difference')
      for (const side of ['from', 'minus'] as const) known(columns, column[side], ['columns', c, side]);
  });
  layout.cellNotes.forEach((note, n) => {
    known(rows, note.row, ['cellNotes', n, 'row']);
    known(columns, note.column, ['cellNotes', n, 'column']);
    known(marks, note.mark, ['cellNotes', n, 'mark']);
  });
  for (const [row, values] of Object.entries(layout.published)) {
    known(rows, row.split('/')[0]!, ['published', row]);
    if (values.length !== layout.columns.length)
      problem(['published', row], `${layout.columns.length} values wanted`);
  }
  for (const row of layout.wholeOf ?? []) known(rows, row, ['wholeOf']);
  layout.balances.forEach((balance, b) => {
    for (const side of ['row', 'against'] as const) known(rows, balance[side], ['balances', b, side]);
  });
  layout.rows.forEach((row, r) => {
    const asides = filtersOf(row).map((one) => one.memo === true);
    const sides = new Set([...asides, ...partKeys(row).flatMap((key) => memoSides(key, layout.rows))]);
    if (sides.size > 1) problem(['rows', r, 'value'], 'a memo is in no sum with what counts');
    // a line, subtotal or total has a share of the whole, and a memo is no part of it
    if (asides.includes(true) && row.kind !== 'plain') problem(['rows', r, 'kind'], 'a memo row is plain');
  });
  const circle = layout.rows.find((row) => inCircle(row.key, layout.rows));
  if (circle) problem(['rows'], `computed from itself: ${circle.key}`);
});
export type TableLayout = z.output<typeof tableLayout>;
export type TableLayoutInput = z.input<typeof tableLayout>;

/** The lines that a row asks for. */
export function filtersOf({ value }: Pick<LayoutRow, 'value'>): LineFilter[] {
  if (!value) return [];
  if ('each' in value) return [{ ...value.figures, [value.each]: '' }];
  if ('difference' in value) return value.difference;
  return 'figures' in value ? [value.figures] : [];
}

/** Whether the lines at the bottom of a row are memos: one answer, unless it mixes them. */
function memoSides(key: string, rows: LayoutRow[], above: readonly string[] = []): boolean[] {
  const row = rows.find((one) => one.key === key);
  if (!row || above.includes(key)) return [];
  const parts = partKeys(row).flatMap((part) => memoSides(part, rows, [...above, key]));
  return [...filtersOf(row).map((one) => one.memo === true), ...parts];
}

/** The rows that a row is computed from. */
export function partKeys(row: Pick<LayoutRow, 'value'>): string[] {
  if (!row.value) return [];
  if ('sum' in row.value) return row.value.sum;
  return 'terms' in row.value ? row.value.terms.map((term) => term.row) : [];
}

function inCircle(key: string, rows: LayoutRow[]): boolean {
  const parts = new Map(rows.map((row) => [row.key, partKeys(row)]));
  const seen = new Set<string>();
  const open = [...(parts.get(key) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === key) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(parts.get(at) ?? []));
  }
  return false;
}
