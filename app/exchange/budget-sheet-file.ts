import type { Route } from './+types/budget-sheet-file';
import { getBudgetSheet } from './budget-sheet.server.ts';
import { sheetFile } from './sheet-file.server.ts';

/** The budget of a draft as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  return sheetFile(args, async (tx, actor) => ({
    table: await getBudgetSheet(tx, actor, args.params),
    name: args.params.document,
  }));
}
