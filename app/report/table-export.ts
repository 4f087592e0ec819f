import { data } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { readMoment } from '#app/kernel/moment.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { FORMATS, renderReport } from '#app/render/render-report.ts';
import type { Route } from './+types/table-export';
import { getTable } from './table.server.ts';
import { readDay } from './table-address.ts';
import { tableReport } from './table-report.ts';

/** A published table as a file, as of the day in its address. */
export async function loader(args: Route.LoaderArgs) {
  const format = FORMATS.find((one) => one === args.params.format);
  if (!format) throw data(null, { status: 404 });
  const { scheme, table } = args.params;
  const asOf = readDay(args.request);
  const now = args.context.get(edgeContext).clock();
  const { knownOn } = readMoment(new URL(args.request.url).searchParams, isoDate(now));
  const { report, locale } = await load(args, async (tx, actor) => {
    const answer = await getTable(tx, actor, { scheme, table, asOf, knownOn }, now);
    return { report: tableReport(answer, actor.locale, format), locale: actor.locale };
  });
  const file = await renderReport(report, format, renderTextsOf(locale));
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
    },
  });
}
