import type { Route } from './+types/letter-sheet-file';
import { readLetterSheet } from './letter-sheet.server.ts';
import { sheetFile } from './sheet-file.server.ts';

/** The amounts of a letter as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const [document, kind] = [query.get('document'), query.get('kind')];
  return sheetFile(args, async (tx, actor) => {
    const { sheet } = await readLetterSheet(tx, actor, { scheme: args.params.scheme, document, kind });
    return { table: sheet.table(actor.locale), name: `${args.params.scheme}-${document ?? kind}` };
  });
}
