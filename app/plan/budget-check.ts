import { InvalidInput } from '#app/kernel/rejection.ts';
import { type CellValue, placeKey, pmBeside, type Side } from './budget.ts';
import type { BudgetCellInput } from './plan.input.ts';

/**
 * @param names what each measure is called, by its code
 * @throws InvalidInput `budget.pm-beside` at each cell that would hide an amount that is still open
 */
export function refuseBeside(
  cells: readonly BudgetCellInput[],
  asked: ReadonlyMap<string, Record<Side, CellValue>>,
  names: ReadonlyMap<string, { name: string }>,
): void {
  const errors = cells.flatMap(({ measure, year, ...cell }, index) => {
    const sides = asked.get(placeKey({ measure, year, ...cell }));
    if (!sides || !pmBeside(sides)) return [];
    const params = { measure: names.get(measure)?.name ?? measure, year: String(year) };
    return [{ path: `cells.${index}.value`, code: 'budget.pm-beside', params }];
  });
  if (errors.length > 0) throw new InvalidInput(errors);
}
