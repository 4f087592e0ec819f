import { writeCsv } from '#app/render/csv.ts';
import { type BudgetLine, shownOf } from './budget.ts';

const heads = 'measure,component,unit,fund,costKind,year,euros,fte,mark,note,theme,memo'.split(',');

/** Budget lines as CSV, a line each: codes, exact euros and FTE with a point, empty where there is no figure; the last says which
 * stand beside the totals. */
export function budgetCsv(lines: readonly (BudgetLine & { node: string | null })[]): string {
  const rows = lines.map((line) => [
    line.measure,
    line.component,
    line.unit,
    line.fund,
    line.costKind,
    String(line.year),
    decimal(shownOf(line).cents, 2),
    decimal(shownOf(line).fteMilli, 3),
    line.mark ?? '',
    line.note,
    line.node ?? '',
    line.memo ? 'memo' : '',
  ]);
  return writeCsv([heads, ...rows]);
}

function decimal(value: number | null, places: 2 | 3): string {
  if (value === null) return '';
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
