import type { Route } from './+types/burden-export';
import { getBurden } from './burden.server.ts';
import { burdenTables } from './burden-table.ts';
import { getSchemeFrame } from './money.server.ts';
import { pageFile } from './page-file.ts';

/** What reports ask of those who write them, as a file. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return pageFile(args, async (tx, actor, { asked, language }) => {
    const templates = await getBurden(tx, actor, { scheme });
    return {
      frame: await getSchemeFrame(tx, actor, scheme, asked.today),
      title: language.words('burden.title'),
      tables: templates.length > 0 ? burdenTables(templates, language) : [],
    };
  });
}
