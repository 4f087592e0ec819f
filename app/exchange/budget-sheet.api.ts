import type { Api } from '#app/identity/api.server.ts';
import { address, plan, tags } from '#app/plan/plan-endpoint.api.ts';
import { readBudgetSheet } from './budget-sheet.server.ts';
import { budgetCells } from './budget-sheet.ts';
import { sheetOperations } from './fill-in.api.ts';

/** The budget of a draft as a spreadsheet, and what a filled-in one would change. */
export function budgetSheetApi(api: Api): void {
  sheetOperations(api, {
    ...{ path: '/schemes/{code}/plans/{document}/budget/sheet', params: plan, noun: 'BudgetSheet', tags },
    what: 'the budget of a draft',
    saves: 'save `cells` with saveBudget',
    sheet: (tx, actor, at) => readBudgetSheet(tx, actor, address(at)),
    name: ({ document }) => document,
    ready: async (_tx, _actor, _at, changes) => ({ cells: budgetCells(changes) }),
  });
}
