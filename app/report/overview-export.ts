import { type Tree, trees } from '#app/ledger/ledger.ts';
import type { Route } from './+types/overview-export';
import { getOverview } from './overview.server.ts';
import { overviewTables } from './overview-table.ts';
import { pageFile } from './page-file.ts';

/** Where each document of a scheme stands, as a file of the moment in its address. */
export async function loader(args: Route.LoaderArgs) {
  return pageFile(args, async (tx, actor, { asked, now, query, language }) => {
    const { asOf, knownOn } = asked;
    const tree: Tree = trees.find((one) => one === query.get('tree')) ?? 'asOf';
    const overview = await getOverview(tx, actor, { scheme: args.params.scheme, asOf, knownOn, tree }, now);
    return {
      frame: overview.frame,
      title: `${overview.frame.name}: ${language.words('overview.documents.caption')}`,
      tables: overviewTables(overview, language),
    };
  });
}
