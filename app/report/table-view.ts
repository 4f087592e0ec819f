/**
 * A computed table as the report table that its page shows and every export writes: pure. Labels in the
 * reader's language, notes with their marks, the printed figure beside ours where they differ.
 */
import type { Locale } from '#app/kernel/actor.ts';
import { cellText, type Words } from '#app/render/layout.ts';
import type { Cell, Column, Note, NumberFormat, Row, Table } from '#app/render/report.ts';
import { letter, type MoneyWords } from './money-view.ts';
import type { LayoutColumn, PrintUnit, TableLayout } from './table-layout.ts';
import { type ComputedTable, printsAlike, TableReader } from './table-reader.ts';
import type { TableRow } from './table-row.ts';
import type { Value } from './table-value.ts';

export type ViewOptions = {
  title: string;
  locale: Locale;
  words: MoneyWords;
  render: Words;
  /** whether the printed figures are compared: only as of the day of the document */
  compare: boolean;
  /** the address of the lines behind a figure; null leaves the figures without links */
  href: ((row: TableRow, column: LayoutColumn) => string | null) | null;
};

const formats: Record<PrintUnit, NumberFormat> = {
  keur: { money: 'keur' },
  eur: { money: 'eur' },
  fte1: { fteDecimals: 1 },
  fte2: { fteDecimals: 2 },
};

/** Builds the report table. */
export function tableOf(computed: ComputedTable, options: ViewOptions): Table {
  const { layout } = computed;
  const rows = printedRows(computed);
  const notes = knownParts(computed, rows, options);
  const reader = new TableReader(computed);
  return {
    caption: options.title,
    ...(layout.unitNote && { unitNote: layout.unitNote[options.locale] }),
    ...(layout.labelHead && { labelHead: layout.labelHead[options.locale] }),
    columns: layout.columns.map((column) => columnOf(column, options.locale)),
    rows: rows.map((row) => ({
      ...rowOf(row, rows, options.locale),
      cells: layout.columns.map((column, c): Cell => {
        const marks = [
          ...layout.cellNotes
            .filter((note) => note.row === row.key && note.column === column.key)
            .map((note) => note.mark),
          ...notes
            .filter((note) => note.row === row.key && note.columns.includes(c))
            .map((note) => note.mark),
        ];
        const href = options.href?.(row, column);
        const stated = options.compare ? statedOf(reader, row, c) : null;
        return {
          ...cellOf(reader.value(row.key, c), { row, column, layout }),
          ...(marks.length > 0 && { marks }),
          ...(href && { href }),
          ...(stated !== null && { stated }),
        } as Cell;
      }),
    })),
    footnotes: [
      ...layout.footnotes.map(({ mark, text }) => ({ mark, inlines: [{ text: text[options.locale] }] })),
      ...notes.map(({ mark, inlines }) => ({ mark, inlines })),
    ],
    format: formats[layout.unit],
    nil: 'figure',
  };
}

/** Rows that print: not the hidden ones, nor a measure, unit or component without any figure here. */
export function printedRows({ layout, rows, values }: ComputedTable): TableRow[] {
  const own = new Set(layout.rows.flatMap((row) => (row.value && 'each' in row.value ? [] : [row.key])));
  return rows.filter(
    (row) =>
      !row.hidden && (own.has(row.key) || values.get(row.key)!.some((value) => value.state !== 'absent')),
  );
}

/** What a row is called, in the reader's language. */
export function rowLabel(row: TableRow, locale: Locale): string {
  return `${row.prefix ?? ''}${row.label?.[locale] ?? row.name}`;
}

/** What a column is called outside its table: its head, with the year where that stands above it. */
export function columnName(column: LayoutColumn, locale: Locale): string {
  const label = column.label[locale];
  return 'year' in column && !label.includes(String(column.year)) ? `${label} ${column.year}` : label;
}

function rowOf(row: TableRow, all: TableRow[], locale: Locale): Omit<Row, 'cells'> {
  const printed = new Set(all.map((one) => one.key));
  const parts = row.parts ?? [];
  const sums = row.kind === 'subtotal' || row.kind === 'total' || row.kind === 'result';
  return {
    kind: row.kind,
    key: row.key,
    label: rowLabel(row, locale),
    ...(row.indent && { indent: row.indent }),
    ...(row.notes && { marks: row.notes }),
    // without all its parts in print there is nothing to add up
    ...(sums && {
      terms: parts.every((part) => printed.has(part.row))
        ? parts.map(({ row: key, sign }) => ({ key, sign }))
        : [],
    }),
  };
}

function columnOf(column: LayoutColumn, locale: Locale): Column {
  return {
    key: column.key,
    label: column.label[locale],
    ...(column.description && { description: column.description[locale] }),
    ...(column.groups && { groups: column.groups.map((group) => group[locale]) }),
    ...(column.quiet && { tone: 'quiet' as const }),
    ...((column.kind === 'share' || column.kind === 'given') && { format: { shareDecimals: 0 as const } }),
    ...(column.kind === 'difference' && {
      terms: [
        { key: column.from, sign: 1 as const },
        { key: column.minus, sign: -1 as const },
      ],
    }),
  };
}

type At = { row: TableRow; column: LayoutColumn; layout: TableLayout };

function cellOf(value: Value, { row, column, layout }: At): Cell {
  if (value.state === 'absent' || row.kind === 'group') return { kind: 'empty' };
  if (value.state !== 'known') return { kind: value.state };
  if (row.blankNil && value.amount === 0) return { kind: 'empty' };
  const said = value.provisional ? { signs: ['provisional' as const] } : {};
  if (column.kind === 'share' || column.kind === 'given') {
    return { kind: 'share', basisPoints: value.amount, ...said };
  }
  return layout.unit.startsWith('fte')
    ? { kind: 'fte', milli: value.amount, ...said }
    : { kind: 'money', cents: value.amount, ...said };
}

/** The printed figure in exact units where it prints otherwise than ours. */
function statedOf(reader: TableReader, row: TableRow, c: number): number | null {
  const printed = reader.printed(row.key, c);
  if (typeof printed !== 'number') return null;
  const ours = reader.ours(row.key, c);
  if (ours?.kind !== 'known' || printsAlike(reader.figure(row.key, c), ours)) return null;
  return Math.round(printed * reader.scale(c).exact);
}

type KnownPart = Note & { row: string; columns: number[] };

/** For each row whose sums are pm: a note with the part that is known. */
function knownParts({ layout, values }: ComputedTable, rows: TableRow[], options: ViewOptions): KnownPart[] {
  const taken = new Set([
    ...layout.footnotes.map((note) => note.mark),
    ...rows.flatMap((row) => row.notes ?? []),
  ]);
  const free = Array.from({ length: 52 }, (_, i) => letter(i)).filter((mark) => !taken.has(mark));
  return rows
    .flatMap((row): Omit<KnownPart, 'mark'>[] => {
      const found = layout.columns.flatMap((column, c) => {
        const value = values.get(row.key)![c]!;
        return value.state === 'pm' && value.known !== 0 ? [{ column, c, known: value.known }] : [];
      });
      if (found.length === 0) return [];
      const list = found.map(({ column, known }) => {
        const cell = cellOf({ state: 'known', amount: known }, { row, column, layout });
        return `${columnName(column, options.locale)}: ${cellText(cell, formats[layout.unit], options.render)}`;
      });
      const text = options.words('tables.note.known', { values: list.join('; ') });
      return [{ row: row.key, columns: found.map(({ c }) => c), inlines: [{ text }] }];
    })
    .map((note, i) => ({ ...note, mark: free[i]! }));
}
