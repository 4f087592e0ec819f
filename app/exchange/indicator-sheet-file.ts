import { data } from 'react-router';
import { load } from '#app/identity/page.server.ts';
import type { Route } from './+types/indicator-sheet-file';
import { fillInFile } from './fill-in-file.ts';
import { fillInFormats } from './fill-in-format.ts';
import { getSheetRows, indicatorSheet, indicatorSheetAddress } from './indicator-sheet.server.ts';

/** The indicators of a year that one may record, as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  const format = fillInFormats.find((one) => one === args.params.format);
  const read = indicatorSheetAddress.safeParse(args.params);
  const table = await load(args, async (tx, actor) => {
    const at = read.success ? read.data : { scheme: args.params.scheme, year: 1900 };
    // whoever may not record is told so before being told that the address is wrong
    const rows = await getSheetRows(tx, actor, at);
    if (!format || !read.success) throw data(null, { status: 404 });
    return indicatorSheet(rows, at.year, actor.locale);
  });
  const name = `${args.params.scheme}-indicatoren-${args.params.year}`.replace(/[^\w-]/g, '_');
  const { bytes, mediaType, fileName } = await fillInFile(table, { format: format!, name });
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  });
}
