import { sha256 } from '#app/kernel/hash.ts';
import type { Cell, RowSheet } from '#app/ledger/table-read.ts';
import type { DateOrder } from './intake-period.ts';
import { provenOrder } from './intake-period.ts';
import { type Grouping, provenGrouping } from './upload-cell.ts';
import { columnLetter } from './upload-header.ts';

/** What a column of a finance file can hold. */
export const intakeFields = [
  'period',
  'costCentre',
  'account',
  'description',
  'amount',
  'debit',
  'credit',
  'side',
  'bookedOn',
  'reference',
] as const;
export type IntakeField = (typeof intakeFields)[number];

/** How files with the same heads are read: confirmed by a person once, and remembered. */
export type IntakeMapping = {
  /** the column of each field, 0 is the first */
  columns: Partial<Record<IntakeField, number>>;
  /** the mark between thousands; null while nothing told: what is ambiguous is then asked */
  grouping: Grouping | null;
  dates: DateOrder;
  /** the sign of costs in the file */
  costs: 'plus' | 'minus';
};

/** The heads that finance systems give, in Dutch and in English, and those of SAP and Unit4 exports. */
const heads: Record<IntakeField, readonly string[]> = {
  period: [
    'periode',
    'period',
    'boekperiode',
    'posting period',
    'maand',
    'month',
    'kwartaal',
    'quarter',
    'per',
  ],
  costCentre: ['kostenplaats', 'kpl', 'cost centre', 'cost center', 'kostendrager', 'project', 'costcentre'],
  account: [
    ...[
      'grootboekrekening',
      'grootboek',
      'rekening',
      'rekeningnummer',
      'kostensoort',
      'account',
      'gl account',
    ],
    ...['g/l account', 'cost element', 'general ledger account', 'gb-rekening', 'account code'],
  ],
  description: ['omschrijving', 'boekingstekst', 'tekst', 'description', 'text', 'posting text', 'details'],
  amount: ['bedrag', 'saldo', 'amount', 'balance', 'bedrag eur', 'amount in local currency', 'waarde'],
  debit: ['debet', 'debit', 'bedrag debet', 'debit amount'],
  credit: ['credit', 'bedrag credit', 'credit amount'],
  side: ['d/c', 'dc', 'debet/credit', 'debit/credit', 'soll/haben', 's/h', 'd/c indicator'],
  bookedOn: ['boekdatum', 'boekingsdatum', 'datum', 'posting date', 'date', 'booking date'],
  reference: [
    ...['boekstuk', 'boekstuknummer', 'referentie', 'documentnummer', 'reference', 'document number'],
    ...['document', 'journal', 'journaalnummer', 'factuurnummer', 'document no', 'documentnr'],
  ],
};

export type IntakeHeader = { sheet: number; row: number; heads: string[]; signature: string };

const searchRows = 40;

/**
 * The row of heads: the first with three heads that are known, or else the first with three texts and nothing
 * that looks like an amount. Null when there is none.
 */
export function findIntakeHeader(sheets: readonly RowSheet[]): IntakeHeader | null {
  const known = (row: readonly Cell[]) =>
    new Set(row.map((cell) => fieldOf(cell.text)).filter(Boolean)).size >= 3;
  const texts = (row: readonly Cell[]) =>
    row.filter((cell) => /\p{L}/u.test(cell.text)).length >= 3 && row.every((cell) => cell.number === null);
  const tops = sheets.map((sheet) => rowsOf(sheet, 0, searchRows));
  for (const isHeader of [known, texts]) {
    for (const [sheet, top] of tops.entries()) {
      const row = top.findIndex(isHeader);
      if (row < 0) continue;
      const found = top[row]!.map((cell) => cell.text.trim());
      while (found.at(-1) === '') found.pop();
      return { sheet, row, heads: found, signature: sha256(found.map(plain).join('\n')) };
    }
  }
  return null;
}

/** Some rows of a sheet, from one (0 is the first) up to another; no further row is made. */
export function rowsOf({ rows }: RowSheet, from: number, to: number): Cell[][] {
  const found: Cell[][] = [];
  let at = 0;
  for (const row of rows) {
    if (at >= from) found.push(row);
    at += 1;
    if (at >= to) break;
  }
  return found;
}

/** What the heads and the texts below them tell; a person confirms it. */
export function proposeMapping(header: IntakeHeader, sheet: RowSheet): IntakeMapping {
  const columns: IntakeMapping['columns'] = {};
  for (const [column, head] of header.heads.entries()) {
    const field = fieldOf(head);
    if (field && columns[field] === undefined) columns[field] = column;
  }
  // an amount of its own says more than two halves of it
  if (columns.amount !== undefined && columns.side === undefined) {
    if (columns.debit !== undefined && columns.credit !== undefined) delete columns.amount;
  }
  const texts = (field: IntakeField) => columnTexts(sheet, header.row, columns[field]);
  return {
    columns,
    grouping: provenGrouping([...texts('amount'), ...texts('debit'), ...texts('credit')]),
    dates: provenOrder(texts('bookedOn')),
    costs: 'plus',
  };
}

/** The texts of a column below the heads; numbers of a spreadsheet say nothing of notation. */
function columnTexts({ rows }: RowSheet, header: number, column: number | undefined): string[] {
  if (column === undefined) return [];
  const texts: string[] = [];
  let at = 0;
  for (const cells of rows) {
    const cell = cells[column];
    if (at > header && cell && cell.number === null && cell.text !== '') texts.push(cell.text);
    at += 1;
  }
  return texts;
}

/** The fields without which no file can be read, as far as a mapping lacks them. */
export function missingFields({ columns }: Pick<IntakeMapping, 'columns'>): IntakeField[] {
  const amount = columns.amount !== undefined || columns.debit !== undefined || columns.credit !== undefined;
  const period = columns.period !== undefined || columns.bookedOn !== undefined;
  return [
    ...(period ? [] : ['period' as const]),
    ...(columns.costCentre === undefined ? ['costCentre' as const] : []),
    ...(columns.account === undefined ? ['account' as const] : []),
    ...(amount ? [] : ['amount' as const]),
  ];
}

/** A column as people name it: `Bedrag (E)`. */
export function headName(heads: readonly string[], column: number): string {
  const head = heads[column] ?? '';
  return head === '' ? columnLetter(column) : `${head} (${columnLetter(column)})`;
}

function fieldOf(head: string): IntakeField | null {
  const bare = plain(head)
    .replace(/\(.*?\)|[€:*]/g, ' ')
    .replace(/\bin (?:euro'?s?|eur)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return intakeFields.find((field) => heads[field].includes(bare)) ?? null;
}

function plain(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
