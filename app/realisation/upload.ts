import { type FieldError, InvalidInput } from '#app/kernel/rejection.ts';
import type { Cell, Sheet } from '#app/ledger/table-read.ts';
import { type Entry, type EntryField, entryFields, type Locate } from './entry.ts';
import { type Notation, provenGrouping, type Reading, readNumberCell, unmarked } from './upload-cell.ts';
import { columnName, findHeader, type Header, isBlank } from './upload-header.ts';

/** What was read from a file, and what a person should know about how it was read. */
export type Upload = {
  entries: Entry[];
  errors: FieldError[];
  locate: Locate;
  notes: UploadNotes;
};

export type UploadNotes = {
  sheet: string;
  /** heads that mean nothing here */
  ignored: string[];
  /** cells whose formula kept a value: that value was taken */
  formulas: number;
  /** rows with a measure or theme and no amount */
  withoutAmount: number;
  /** other cells prove what `1.234` means */
  proven: '.' | ',' | null;
};

const textFields = ['unit', 'measure', 'theme', 'component', 'fund', 'costKind', 'note', 'memo'] as const;

const isMemo = (text: string) => /^(?:ja|yes|x|1|memo)$/i.test(text);

/**
 * Reads rows of spending from the sheets of a file. Nothing is guessed: what cannot be read comes back as an
 * error with its row and column; a number that two readers would read differently asks for `notation`.
 * @throws InvalidInput `realisation.no-header`, `realisation.no-rows`
 */
export function readUpload(
  sheets: readonly Sheet[],
  { file, notation = null }: { file: string; notation?: Notation | null },
): Upload {
  const found = findHeader(sheets);
  if (!found) throw new InvalidInput([{ path: file, code: 'realisation.no-header', params: { file } }]);
  const { header, errors } = found;
  const rows = header.sheet.rows
    .map((cells, row) => ({ cells, row }))
    .slice(header.row + 1)
    .filter(({ cells }) => !isBlank(cells));
  if (rows.length === 0)
    throw new InvalidInput([{ path: file, code: 'realisation.no-rows', params: { file } }]);
  const reading: Reading = { notation, proven: provenGrouping(amountTexts(header, rows)) };
  const kept: { entry: Entry; row: number }[] = [];
  const notes: UploadNotes = {
    sheet: header.sheet.name,
    ignored: header.ignored,
    formulas: 0,
    withoutAmount: 0,
    proven: notation === null ? reading.proven : null,
  };
  for (const { cells, row } of rows) {
    const { entry, wrong, formulas } = readRow(header, cells, { row, reading });
    notes.formulas += formulas;
    errors.push(...wrong);
    const nothing = entry.cents === null && entry.fteMilli === null && entry.mark !== 'pm';
    if (wrong.length === 0 && nothing) notes.withoutAmount += 1;
    else kept.push({ entry: judgeable(entry, wrong), row });
  }
  const locate: Locate = (index, field) => placeIn(header, kept[index]!.row, field);
  return { entries: kept.map(({ entry }) => entry), errors, locate, notes };
}

// An amount that could not be read is told once; what else is wrong in its row is still looked for.
function judgeable(entry: Entry, wrong: readonly FieldError[]): Entry {
  const unread = wrong.some(({ params }) => params.field === 'cents' || params.field === 'fteMilli');
  return unread && entry.cents === null && entry.fteMilli === null ? { ...entry, cents: 0 } : entry;
}

function placeIn(
  header: Header,
  row: number,
  field: EntryField,
): { path: string; params: FieldError['params'] } {
  const column = header.columns[field];
  const name = column === undefined ? '' : columnName(header, column);
  return {
    path: name ? `row ${row + 1}, column ${name}` : `row ${row + 1}`,
    params: { row: row + 1, column: name },
  };
}

function amountTexts(header: Header, rows: readonly { cells: Cell[] }[]): string[] {
  const columns = [header.columns.cents, header.columns.fteMilli].filter((column) => column !== undefined);
  return rows.flatMap(({ cells }) =>
    columns
      .map((column) => cells[column])
      .flatMap((cell) => (cell && cell.number === null ? [cell.text] : [])),
  );
}

function readRow(
  header: Header,
  cells: readonly Cell[],
  { row, reading }: { row: number; reading: Reading },
): { entry: Entry; wrong: FieldError[]; formulas: number } {
  const wrong: FieldError[] = [];
  const refuse = (field: EntryField, code: string, params: FieldError['params'] = {}) => {
    const at = placeIn(header, row, field);
    wrong.push({ path: at.path, code, params: { ...at.params, ...params, field } });
  };
  const cellOf = (field: EntryField): Cell | undefined => {
    const column = header.columns[field];
    return column === undefined ? undefined : cells[column];
  };
  let mark: Entry['mark'] = null;
  const number = (field: 'cents' | 'fteMilli' | 'year', decimals: number): number | null => {
    const cell = cellOf(field);
    if (!cell || cell.mergedFrom) return null;
    // a year is never grouped, so `2.023` is no year and asks nothing
    const how: Reading = field === 'year' ? { notation: 'decimals', proven: null } : reading;
    const found = readNumberCell(cell, decimals, how);
    const read = field === 'year' ? unmarked(found, cell) : found;
    if (read.kind === 'pm') mark = 'pm';
    if (read.kind === 'provisional') mark ??= 'provisional';
    if (read.kind === 'wrong')
      refuse(field, field === 'year' ? 'realisation.not-a-year' : read.code, read.params);
    return read.kind === 'value' || read.kind === 'provisional' ? read.value : null;
  };
  const text = (field: (typeof textFields)[number]): string => {
    const cell = cellOf(field);
    if (cell?.formula && cell.text.trim() === '') refuse(field, 'realisation.formula', { value: '' });
    // our own template sets an apostrophe before what a spreadsheet would take for a formula
    return (cell?.text.trim() ?? '').replace(/^'(?=[=+\-@])/, '');
  };
  for (const field of entryFields) if (cellOf(field)?.mergedFrom) refuse(field, 'realisation.merged');
  const entry: Entry = {
    unit: text('unit'),
    measure: text('measure'),
    theme: text('theme'),
    component: text('component'),
    fund: text('fund'),
    costKind: text('costKind'),
    year: number('year', 0),
    cents: number('cents', 2),
    fteMilli: number('fteMilli', 3),
    note: text('note'),
  };
  if (isMemo(text('memo'))) entry.memo = true;
  if (mark !== null) entry.mark = mark;
  if (!isMemo(text('memo')) && text('memo') !== '' && !/^(?:nee|no|0|-)$/i.test(text('memo'))) {
    refuse('memo', 'realisation.not-a-memo', { value: text('memo') });
  }
  const formulas = entryFields.filter((field) => cellOf(field)?.formula && cellOf(field)?.text.trim()).length;
  return { entry, wrong, formulas };
}
