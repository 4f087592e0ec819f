import { edgeContext } from '#app/identity/page.server.ts';
import type { Route } from './+types/forecast-sheet-file';
import { readForecastSheet } from './forecast-sheet.server.ts';
import { forecastSheetAt } from './forecast-sheet-address.ts';
import { sheetFile } from './sheet-file.server.ts';

/** The forecast as a spreadsheet to fill in by hand. */
export async function loader(args: Route.LoaderArgs) {
  const at = forecastSheetAt(args, args.context.get(edgeContext).clock());
  return sheetFile(args, async (tx, actor) => ({
    table: (await readForecastSheet(tx, actor, at)).sheet.table(actor.locale),
    name: `forecast-${at.unit}-${at.year}`,
  }));
}
