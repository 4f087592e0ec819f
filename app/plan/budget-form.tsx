import type { Problem } from '#app/kernel/problem.ts';
import type { FieldError } from '#app/kernel/rejection.ts';
import { readGridForm } from '#app/ui/grid-form.ts';
import type { CellValue } from './budget.ts';
import { type GridValues, rowIdOf, rowOf, valueIn } from './budget-row.ts';
import type { BudgetCellInput } from './plan.input.ts';
import { provisionalName } from './provisional-fields.tsx';

const isValue = (value: unknown): value is CellValue =>
  value === null || value === 'pm' || Number.isSafeInteger(value);

const nothing = JSON.stringify({ years: [], rows: {} } satisfies GridValues);

/**
 * The cells of the grid that this person changed, against what stood there when the page was made (`seen`, and
 * `starred` for what was provisional): the rest may have been changed by somebody else.
 */
export function readBudgetForm(form: FormData): { cells: BudgetCellInput[]; errors: FieldError[] } {
  const seen = JSON.parse(String(form.get('seen') ?? nothing)) as GridValues;
  const starred = new Set(JSON.parse(String(form.get('starred') ?? '[]')) as string[]);
  const { cells: sent, errors } = readGridForm(form, (id) => rowOf(id)?.side ?? null);
  const cells = sent.flatMap(({ rowId, year, value, mark }) => {
    const before: unknown = valueIn(seen, rowId, year);
    const next: CellValue = mark === 'pm' ? 'pm' : value;
    const row = rowOf(rowId);
    const key = `${rowId}:${year}`;
    // a star that was taken away says final, unless the tick beside the grid still says otherwise
    const unstarred = starred.has(key) && !form.has(provisionalName(key));
    const provisional = mark === 'provisional' ? true : unstarred ? false : undefined;
    const restated =
      provisional !== undefined && provisional !== starred.has(key) && typeof value === 'number';
    // only what this person changed is sent on: the rest may have been changed by somebody else
    return row && isValue(before) && (before !== next || restated)
      ? [{ ...row, year, value: next, seen: before, provisional }]
      : [];
  });
  return { cells, errors };
}

/** What refused these cells, each error at the field of its cell instead of at its place in what was sent. */
export function atCells(problem: Problem, cells: readonly BudgetCellInput[]): Problem {
  const errors = problem.errors.map((error) => {
    const cell = cells[Number(/^cells\.(\d+)\.(?!provisional)/.exec(error.path)?.[1])];
    return cell ? { ...error, path: `cell:${rowIdOf(cell)}:${cell.year}` } : error;
  });
  return { ...problem, errors };
}
