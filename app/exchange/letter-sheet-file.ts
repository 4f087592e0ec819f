import { Missing } from '#app/kernel/rejection.ts';
import type { Route } from './+types/letter-sheet-file';
import { readLetterSheet } from './letter-sheet.server.ts';
import { sheetFile } from './sheet-file.server.ts';

/** The amounts of a letter as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const [document, kind, unit] = ['document', 'kind', 'unit'].map((name) => query.get(name));
  return sheetFile(args, async (tx, actor) => {
    const { scheme } = args.params;
    const read = await readLetterSheet(tx, actor, { scheme, document, kind, unit });
    if (read.unit === null) throw new Missing('unit');
    const name = [scheme, document ?? kind, read.frame.unit?.code].filter(Boolean).join('-');
    return { table: read.sheet.table(actor.locale), name };
  });
}
