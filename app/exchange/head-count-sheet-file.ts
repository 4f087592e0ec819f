import { data } from 'react-router';
import { load } from '#app/identity/page.server.ts';
import type { Route } from './+types/head-count-sheet-file';
import { fillInFile } from './fill-in-file.ts';
import { fillInFormats } from './fill-in-format.ts';
import { getHeadCounts, headCountAddress, headCountSheet } from './head-count-sheet.server.ts';

/** The counts of one definition on one date as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  const format = fillInFormats.find((one) => one === args.params.format);
  const query = new URL(args.request.url).searchParams;
  const read = headCountAddress.safeParse({ definition: query.get('definition'), date: query.get('date') });
  const table = await load(args, async (tx, actor) => {
    if (!format || !read.success) {
      // whoever may not see the counts is told so before being told that the address is wrong
      await getHeadCounts(tx, actor, { definition: '', date: '2000-01-01' });
      throw data(null, { status: 404 });
    }
    return headCountSheet(await getHeadCounts(tx, actor, read.data), actor.locale);
  });
  const name = `${read.data!.definition}-${read.data!.date}`;
  const { bytes, mediaType, fileName } = await fillInFile(table, { format: format!, name });
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  });
}
