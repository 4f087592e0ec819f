import { yearName } from '#app/cycle/cycle-words.ts';
import { yearOf } from '#app/kernel/period.ts';
import type { Route } from './+types/milestone-export';
import { getMilestones } from './milestone.server.ts';
import { milestoneTable } from './milestone-table.ts';
import { getSchemeFrame } from './money.server.ts';
import { pageFile } from './page-file.ts';

/** The table of milestones as a file, of the year in its address. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return pageFile(args, async (tx, actor, { query, asked, now, language }) => {
    const year = yearOf(query);
    const frame = await getSchemeFrame(tx, actor, scheme, asked.today);
    const found = await getMilestones(tx, actor, { scheme, year, now });
    const table = milestoneTable(found.milestones, {
      ...language,
      year: yearName(found.year, found.academic),
    });
    return { frame, title: table.caption, tables: [table] };
  });
}
