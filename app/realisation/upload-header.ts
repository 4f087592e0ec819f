import type { FieldError } from '#app/kernel/rejection.ts';
import type { Cell, Sheet } from '#app/ledger/table-read.ts';
import type { EntryField } from './entry.ts';

/** The heads that people give the columns, in Dutch and in English, without marks and units. */
const heads: Record<EntryField, readonly string[]> = {
  unit: ['eenheid', 'organisatie-eenheid', 'faculteit', 'unit', 'faculty'],
  measure: ['maatregel', 'maatregelcode', 'measure', 'measure code'],
  theme: ['thema', 'theme'],
  component: ['onderdeel', 'component', 'part'],
  fund: ['middelen', 'fonds', 'geldstroom', 'fund', 'funds'],
  costKind: ['kostensoort', 'kostencategorie', 'cost kind', 'cost category'],
  year: ['jaar', 'boekjaar', 'kalenderjaar', 'year', 'calendar year'],
  cents: [
    'bedrag',
    'realisatie',
    'gerealiseerd',
    'besteed',
    'amount',
    'actual',
    'actuals',
    'spent',
    'realised',
  ],
  fteMilli: ['fte', "fte's", 'ftes', 'realisatie fte', 'gerealiseerd fte', 'actual fte'],
  note: ['toelichting', 'opmerking', 'note', 'remark', 'comment'],
  memo: ['memo', 'buiten totaal', 'buiten het totaal', 'outside total', 'outside the total'],
};

export type Header = {
  sheet: Sheet;
  /** index of the row that holds the heads */
  row: number;
  columns: Partial<Record<EntryField, number>>;
  /** heads that mean nothing here, as they stand */
  ignored: string[];
};

/** How far down a head may stand: below a title, a logo and an explanation. */
const searchRows = 40;

/**
 * Finds the row of heads in the first sheet that has one: an amount or FTE, and a measure or theme.
 * @returns null when no sheet has such a row; errors for a head that stands twice or counts in thousands
 */
export function findHeader(sheets: readonly Sheet[]): { header: Header; errors: FieldError[] } | null {
  for (const sheet of sheets) {
    const rows = Math.min(sheet.rows.length, searchRows);
    for (let row = 0; row < rows; row++) {
      const found = readHeader(sheet, row);
      if (found) return found;
    }
  }
  return null;
}

function readHeader(sheet: Sheet, row: number): { header: Header; errors: FieldError[] } | null {
  const header: Header = { sheet, row, columns: {}, ignored: [] };
  const errors: FieldError[] = [];
  for (const [column, cell] of sheet.rows[row]!.entries()) {
    const text = cell.text.trim();
    if (text === '' || cell.mergedFrom) continue;
    const field = fieldOf(text);
    const at = { row: row + 1, column: text };
    if (!field) header.ignored.push(text);
    else if (header.columns[field] !== undefined) {
      errors.push({ path: `row ${row + 1}, column ${text}`, code: 'realisation.head-twice', params: at });
    } else {
      header.columns[field] = column;
      if (
        field === 'cents' &&
        /k\s?€|keur|k eur|duizend|thousand|[x×*]\s?1[.,]?000|1[.,]?000\s?€/i.test(text)
      ) {
        errors.push({ path: `row ${row + 1}, column ${text}`, code: 'realisation.thousands', params: at });
      }
    }
  }
  const { columns } = header;
  const amount = columns.cents !== undefined || columns.fteMilli !== undefined;
  const what = columns.measure !== undefined || columns.theme !== undefined;
  return amount && what ? { header, errors } : null;
}

function fieldOf(head: string): EntryField | null {
  const bare = head
    .toLowerCase()
    .replace(/\(.*?\)|[€:*]/g, ' ')
    .replace(/\b(?:in|k)?\s*(?:euro'?s?|eur|keur)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (Object.keys(heads) as EntryField[]).find((field) => heads[field].includes(bare)) ?? null;
}

/** The letter by which a spreadsheet names a column: 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}

/** A column as an error names it: its head and its letter. */
export function columnName(header: Header, column: number): string {
  const head = header.sheet.rows[header.row]?.[column]?.text.trim() ?? '';
  return head ? `${head} (${columnLetter(column)})` : columnLetter(column);
}

export function isBlank(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cell.text.trim() === '' && !cell.formula);
}
