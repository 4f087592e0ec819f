import { Missing } from '#app/kernel/rejection.ts';
import type { Route } from './+types/head-count-sheet-file';
import { getHeadCounts, headCountAddress, headCountSheet } from './head-count-sheet.server.ts';
import { sheetFile } from './sheet-file.server.ts';

/** The counts of one definition on one date as a spreadsheet to fill in. */
export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const read = headCountAddress.safeParse({ definition: query.get('definition'), date: query.get('date') });
  return sheetFile(args, async (tx, actor) => {
    // whoever may not see the counts is told so before being told that the address is wrong
    const held = await getHeadCounts(tx, actor, read.data ?? { definition: '', date: '2000-01-01' });
    if (!read.success) throw new Missing('head-count-definition');
    const name = `${read.data.definition}-${read.data.date}`;
    return { table: headCountSheet(held, actor.locale), name };
  });
}
