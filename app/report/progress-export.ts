import { yearOf } from '#app/kernel/period.ts';
import { getProgress } from '#app/progress/progress.server.ts';
import { progressTable } from '#app/progress/progress-table.ts';
import type { Route } from './+types/progress-export';
import { getSchemeFrame } from './money.server.ts';
import { pageFile } from './page-file.ts';

/** What was handed in on a year as a file, of all units or of the one in its address. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return pageFile(args, async (tx, actor, { query, asked, now, language }) => {
    const frame = await getSchemeFrame(tx, actor, scheme, asked.today);
    const unit = query.get('unit');
    const progress = await getProgress(tx, actor, { scheme, unit, year: yearOf(query), now });
    const table = progressTable(progress, language);
    return { frame, title: table.caption, tables: [table] };
  });
}
