import type { Route } from './+types/rules-sheet-file';
import { readRulesSheet, rulesSheetAddress } from './rules-sheet.server.ts';
import { sheetFile } from './sheet-file.server.ts';

/** The numbers of an allocation's rules as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  const { document, scenario } = args.params;
  return sheetFile(args, async (tx, actor) => {
    const { sheet } = await readRulesSheet(tx, actor, rulesSheetAddress.parse(args.params));
    return { table: sheet.table(actor.locale), name: `${document ?? scenario}` };
  });
}
