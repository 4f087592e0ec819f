import { Missing } from '#app/kernel/rejection.ts';
import type { Route } from './+types/indicator-sheet-file';
import { getSheetRows, indicatorSheetAddress } from './indicator-sheet.server.ts';
import { indicatorRound } from './indicator-sheet.ts';
import { sheetFile } from './sheet-file.server.ts';

/** The indicators of a year that one may record, as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  const read = indicatorSheetAddress.safeParse(args.params);
  return sheetFile(args, async (tx, actor) => {
    const at = read.success ? read.data : { scheme: args.params.scheme, year: 1900 };
    // whoever may not record is told so before being told that the address is wrong
    const rows = await getSheetRows(tx, actor, at);
    if (!read.success) throw new Missing('year');
    const name = `${args.params.scheme}-indicatoren-${args.params.year}`.replace(/[^\w-]/g, '_');
    return { table: indicatorRound(rows, at.year).table(actor.locale), name };
  });
}
