import type { Table } from '#app/render/report.ts';
import type { Check } from './open-check.ts';

/** Checks by the place of their cell in a table: `<row> <column>`, both counted from nought. */
export type CellChecks = Readonly<Record<string, Check[]>>;

/** Puts each check at the cell it is about; one whose cell the table does not show is left out. */
export function cellChecks(table: Pick<Table, 'rows' | 'columns'>, checks: readonly Check[]): CellChecks {
  const found: Record<string, Check[]> = {};
  for (const check of checks) {
    const row = table.rows.findIndex((one) => one.key === check.cell?.row);
    const column = table.columns.findIndex((one) => one.key === check.cell?.column);
    if (row < 0 || column < 0) continue;
    const place = `${row} ${column}`;
    found[place] = [...(found[place] ?? []), check];
  }
  return found;
}
