import { readAmount } from '#app/kernel/amount-text.ts';
import type { FieldError } from '#app/kernel/rejection.ts';
import { decimalsOf, type GridUnit } from './grid-model.ts';

/** One cell as sent: whole cents or thousandths, null when empty or pm. */
export type SentCell = {
  rowId: string;
  year: number;
  value: number | null;
  mark: 'pm' | 'provisional' | null;
};

/**
 * Reads the fields of a budget grid from a form.
 *
 * Fields: `cell:<rowId>:<year>` the text; `grid-grouping` the thousands mark in which the page printed its
 * amounts (so a reader without script, who was told that notation, is understood);
 * `ask:<rowId>:<year>` present when the text read two ways and was not answered;
 * `resolve:<rowId>:<year>` = `theirs` when the other editor's value was chosen, which leaves the cell as
 * it is stored.
 * @param unitOf the unit of a row, or null when the row is not one of this grid
 * @returns every readable cell, and an error for each other (codes `grid.not-an-amount` {raw},
 *   `grid.ambiguous` {raw}, `grid.unknown-row`); the path is the field's name
 */
export function readGridForm(
  fields: Iterable<readonly [string, FormDataEntryValue]>,
  unitOf: (rowId: string) => GridUnit | null,
): { cells: SentCell[]; errors: FieldError[] } {
  const all = new Map<string, string>();
  for (const [name, value] of fields) if (typeof value === 'string') all.set(name, value);
  const grouping = all.get('grid-grouping');
  const cells: SentCell[] = [];
  const errors: FieldError[] = [];
  for (const [path, raw] of all) {
    const found = /^cell:(.+):(\d{4})$/.exec(path);
    if (!found) continue;
    const [, rowId = '', year = ''] = found;
    const place = `${rowId}:${year}`;
    if (all.get(`resolve:${place}`) === 'theirs') continue;
    const unit = unitOf(rowId);
    if (unit === null) {
      errors.push({ path, code: 'grid.unknown-row', params: { row: rowId } });
      continue;
    }
    const asked = all.has(`ask:${place}`);
    const known = !asked && (grouping === '.' || grouping === ',') ? grouping : undefined;
    const read = readAmount(raw, decimalsOf(unit), known);
    if (read.kind === 'ambiguous') errors.push({ path, code: 'grid.ambiguous', params: { raw } });
    else if (read.kind === 'invalid') errors.push({ path, code: 'grid.not-an-amount', params: { raw } });
    else {
      const value = read.kind === 'value' || read.kind === 'provisional' ? read.value : null;
      const mark = read.kind === 'pm' || read.kind === 'provisional' ? read.kind : null;
      cells.push({ rowId, year: Number(year), value, mark });
    }
  }
  return { cells, errors };
}
