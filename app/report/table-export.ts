import { edgeContext } from '#app/identity/page.server.ts';
import { reportFile } from '#app/identity/report-file.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { readMoment } from '#app/kernel/moment.ts';
import { FORMATS } from '#app/render/render-report.ts';
import type { Route } from './+types/table-export';
import { getTable } from './table.server.ts';
import { readDay } from './table-address.ts';
import { tableReport } from './table-report.ts';

/** A published table as a file, as of the day in its address. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme, table } = args.params;
  const asOf = readDay(args.request);
  const now = args.context.get(edgeContext).clock();
  const { knownOn } = readMoment(new URL(args.request.url).searchParams, isoDate(now));
  return reportFile(args, FORMATS, async (tx, actor, format) =>
    tableReport(await getTable(tx, actor, { scheme, table, asOf, knownOn }, now), actor.locale, format),
  );
}
