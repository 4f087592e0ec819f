import type { Route } from './+types/carry-over-sheet-file';
import { readCarrySheet } from './carry-over-sheet.server.ts';
import { sheetFile } from './sheet-file.server.ts';

/** What a draft carries over as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  return sheetFile(args, async (tx, actor) => ({
    table: (await readCarrySheet(tx, actor, args.params)).sheet.table(actor.locale),
    name: args.params.document,
  }));
}
