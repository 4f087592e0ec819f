import type { FieldError, Params } from '#app/kernel/rejection.ts';
import type { Cell, RowSheet } from '#app/ledger/table-read.ts';
import {
  headName,
  type IntakeField,
  type IntakeHeader,
  type IntakeMapping,
  intakeFields,
} from './intake-layout.ts';
import { readDay, readPeriod } from './intake-period.ts';
import { contentOf, type IntakeFound, type IntakeNotes, type IntakeRow } from './intake-row.ts';
import { readNumberCell, unmarked } from './upload-cell.ts';
import { isBlank } from './upload-header.ts';

export type ReadAs = {
  header: Pick<IntakeHeader, 'row' | 'heads'>;
  mapping: IntakeMapping;
  /** a period outside it is an error */
  year: number;
};

const sides: Record<string, 1 | -1> = {
  d: 1,
  s: 1,
  debet: 1,
  debit: 1,
  c: -1,
  h: -1,
  credit: -1,
  '+': 1,
  '-': -1,
};
const longest = { costCentre: 60, account: 60, reference: 120, description: 500 };

type Reader = {
  year: number;
  mapping: IntakeMapping;
  heads: readonly string[];
  cells: readonly Cell[];
  row: number;
  errors: FieldError[];
  notes: IntakeNotes;
  /** what texts that come back row after row were read as */
  known: { codes: Map<string, string>; periods: Map<string, string | null> };
};

/**
 * Reads the rows below the heads, one at a time. Everything that cannot be read is found in one go with its row
 * and column; from the first error on no row comes out. Nothing is guessed and no formula is computed.
 */
export function* intakeRows(
  { rows }: RowSheet,
  { header, mapping, year }: ReadAs,
  { errors, notes }: IntakeFound,
): Generator<IntakeRow, void> {
  const seen = new Set<string>();
  const known = { codes: new Map(), periods: new Map() };
  let running = 0;
  let row = 0;
  for (const cells of rows) {
    row += 1;
    if (row <= header.row + 1 || isBlank(cells)) continue;
    const reader: Reader = { year, mapping, heads: header.heads, cells, row, errors, notes, known };
    if (isTotal(reader, running)) {
      notes.totals += 1;
      continue;
    }
    const line = readRow(reader);
    if (!line) continue;
    running += line.cents;
    const key = contentOf(line);
    if (seen.has(key)) notes.duplicates += 1;
    seen.add(key);
    if (errors.length === 0) yield line;
  }
}

/** The last day in a file on which something was booked, ISO; null without a column of dates. */
export function lastBookedOn({ rows }: RowSheet, { header, mapping }: Omit<ReadAs, 'year'>): string | null {
  const column = mapping.columns.bookedOn;
  if (column === undefined) return null;
  let last: string | null = null;
  let row = -1;
  for (const cells of rows) {
    row += 1;
    const text = row > header.row ? (cells[column]?.text ?? '') : '';
    const day = text === '' ? null : readDay(text, mapping.dates);
    if (day !== null && (last === null || day > last)) last = day;
  }
  return last;
}

function cellOf({ mapping, cells }: Reader, field: IntakeField): Cell | undefined {
  const column = mapping.columns[field];
  return column === undefined ? undefined : cells[column];
}

function textOf(reader: Reader, field: IntakeField): string {
  // a spreadsheet sets an apostrophe before what it would take for a formula
  const text = cellOf(reader, field)?.text.trim() ?? '';
  return text.startsWith("'") ? text.replace(/^'(?=[=+\-@])/, '') : text;
}

function refuse(reader: Reader, field: IntakeField, code: string, params: Params = {}): void {
  const column = reader.mapping.columns[field];
  const name = column === undefined ? '' : headName(reader.heads, column);
  reader.errors.push({
    path: name ? `row ${reader.row}, column ${name}` : `row ${reader.row}`,
    code,
    params: { row: reader.row, column: name, ...params },
  });
}

/** A row with only an amount, which is the sum of all rows above it. */
function isTotal(reader: Reader, running: number): boolean {
  const named = (['period', 'costCentre', 'account', 'reference', 'bookedOn'] as const).some(
    (field) => !/^$|^(eind|sub)?tota+l/i.test(textOf(reader, field)),
  );
  if (named) return false;
  const quiet: Reader = { ...reader, errors: [], notes: { ...reader.notes } };
  const cents = amountOf(quiet);
  return cents !== null && quiet.errors.length === 0 && cents === running;
}

function readRow(reader: Reader): IntakeRow | null {
  const before = reader.errors.length;
  for (const field of intakeFields) {
    const cell = cellOf(reader, field);
    if (cell?.mergedFrom) refuse(reader, field, 'realisation.merged');
    else if (cell?.formula && cell.text.trim() === '')
      refuse(reader, field, 'realisation.formula', { value: '' });
    else if (cell?.formula) reader.notes.formulas += 1;
  }
  if (reader.errors.length > before) return null;
  const bookedOn = dayOf(reader);
  const period = periodOf(reader, bookedOn);
  const costCentre = named(reader, 'costCentre');
  const account = named(reader, 'account');
  const cents = amountOf(reader);
  if (reader.errors.length > before || period === null || cents === null) return null;
  return {
    rowNumber: reader.row,
    period,
    costCentre,
    account,
    description: cut(textOf(reader, 'description'), 'description'),
    reference: cut(textOf(reader, 'reference'), 'reference'),
    cents,
    bookedOn,
  };
}

function cut(text: string, field: keyof typeof longest): string {
  // line ends and what else has no shape: the database takes no NUL, and rows travel between separators
  return text.slice(0, longest[field]).replace(/\p{Cc}+/gu, ' ');
}

function named(reader: Reader, field: 'costCentre' | 'account'): string {
  // `4711 Onderwijsinstituut`: the code is what stands first
  const text = textOf(reader, field);
  const read = reader.known.codes.get(text);
  if (read !== undefined) return read;
  const [code = ''] = text.split(/\s+/);
  if (code === '') refuse(reader, field, `intake.no-${field === 'account' ? 'account' : 'cost-centre'}`);
  else if (!/^[\w./-]+$/.test(code) || code.length > longest[field]) {
    refuse(reader, field, 'intake.not-a-code', { value: text.slice(0, 60) });
  } else reader.known.codes.set(text, code);
  return code;
}

function dayOf(reader: Reader): string | null {
  const text = textOf(reader, 'bookedOn');
  if (text === '') return null;
  const day = readDay(text, reader.mapping.dates);
  if (day === null) refuse(reader, 'bookedOn', 'intake.not-a-day', { value: text });
  return day;
}

function periodOf(reader: Reader, bookedOn: string | null): string | null {
  const text = textOf(reader, 'period');
  if (text === '' && bookedOn === null) {
    if (textOf(reader, 'bookedOn') === '') refuse(reader, 'period', 'intake.no-period');
    return null;
  }
  const period = text === '' ? bookedOn!.slice(0, 7) : namedPeriod(reader, text);
  if (period === null) {
    refuse(reader, 'period', 'intake.not-a-period', { value: text });
    return null;
  }
  if (!period.startsWith(`${reader.year}-`)) {
    refuse(reader, text === '' ? 'bookedOn' : 'period', 'intake.period-outside', {
      period,
      year: String(reader.year),
    });
  }
  return period;
}

function namedPeriod({ known: { periods }, mapping, year }: Reader, text: string): string | null {
  const read = periods.get(text);
  if (read !== undefined) return read;
  const period = readPeriod(text, year) ?? readDay(text, mapping.dates)?.slice(0, 7) ?? null;
  periods.set(text, period);
  return period;
}

/** Cents, costs positive; null when it could not be read, which was told then. */
function amountOf(reader: Reader): number | null {
  const sign = reader.mapping.costs === 'minus' ? -1 : 1;
  const { columns } = reader.mapping;
  if (columns.amount === undefined) {
    const [debit, credit] = [numberAt(reader, 'debit'), numberAt(reader, 'credit')];
    if (debit === undefined || credit === undefined) return null;
    if (debit === null && credit === null) refuse(reader, 'debit', 'intake.no-amount');
    return sign * ((debit ?? 0) - (credit ?? 0)) || 0;
  }
  const amount = numberAt(reader, 'amount');
  if (amount === undefined) return null;
  if (amount === null) {
    refuse(reader, 'amount', 'intake.no-amount');
    return null;
  }
  if (columns.side === undefined) return sign * amount || 0;
  const side = sides[textOf(reader, 'side').toLowerCase()];
  if (side === undefined) refuse(reader, 'side', 'intake.no-side', { value: textOf(reader, 'side') });
  return side === undefined ? null : sign * side * amount || 0;
}

/** @returns null for an empty cell, undefined when it could not be read */
function numberAt(reader: Reader, field: 'amount' | 'debit' | 'credit'): number | null | undefined {
  const cell = cellOf(reader, field);
  if (!cell) return null;
  // SAP prints the minus behind the amount
  const text = cell.text.trim();
  const turned = /^[\d.,]+-$/.test(text) ? { ...cell, text: `-${text.slice(0, -1)}` } : cell;
  const read = unmarked(readNumberCell(turned, 2, { notation: null, proven: reader.mapping.grouping }), cell);
  if (read.kind === 'wrong') {
    refuse(
      reader,
      field,
      read.code === 'realisation.ambiguous' ? 'intake.ambiguous' : read.code,
      read.params,
    );
    return undefined;
  }
  return read.kind === 'value' ? read.value : null;
}
