import type { Route } from './+types/measures-sheet-file';
import { readMeasuresSheet } from './measures-sheet.server.ts';
import { sheetFile } from './sheet-file.server.ts';

/** The measures of a draft as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  return sheetFile(args, async (tx, actor) => {
    const { sheet } = await readMeasuresSheet(tx, actor, args.params);
    return { table: sheet.table(actor.locale), name: `${args.params.document}-maatregelen` };
  });
}
