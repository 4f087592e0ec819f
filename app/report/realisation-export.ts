import { versionMoment } from '#app/ledger/money.server.ts';
import { listReports } from '#app/realisation/overview.server.ts';
import { realisationTable } from '#app/realisation/overview-table.ts';
import type { Route } from './+types/realisation-export';
import { getSchemeFrame } from './money.server.ts';
import { pageFile } from './page-file.ts';

/** What every unit booked in every year, as a file of the moment in its address. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return pageFile(args, async (tx, actor, { asked, now, language }) => {
    const moment = versionMoment(asked);
    const day = asked.asOf ?? asked.today;
    const frame = await getSchemeFrame(tx, actor, scheme, { day, knownOn: moment.knownOn });
    const overview = await listReports(tx, actor, { scheme, moment }, now);
    const table = realisationTable(overview, language);
    return { frame, title: table.caption, tables: overview.units.length > 0 ? [table] : [] };
  });
}
