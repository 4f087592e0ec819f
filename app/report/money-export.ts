import { data } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { FORMATS, renderReport } from '#app/render/render-report.ts';
import type { Report } from '#app/render/report.ts';
import type { Route } from './+types/money-export';
import { getMoneyView } from './money.server.ts';
import { readMoneyAddress } from './money-filter.ts';
import { moneyTable } from './money-view.ts';

/** The table of the money page as a file, with the same filters in its address. */
export async function loader(args: Route.LoaderArgs) {
  const format = FORMATS.find((one) => one === args.params.format);
  if (!format) throw data(null, { status: 404 });
  const now = args.context.get(edgeContext).clock();
  const address = readMoneyAddress(new URL(args.request.url).searchParams, isoDate(now));
  const { report, locale } = await load(args, async (tx, actor) => {
    const { frame, view, asOf } = await getMoneyView(
      tx,
      actor,
      { ...address, scheme: args.params.scheme, memos: true },
      now,
    );
    const words = wordsOf(actor.locale);
    const table = moneyTable(view, address.print, words, null);
    const report: Report = {
      title: `${frame.name}: ${table.caption}`,
      language: actor.locale,
      institution: frame.institution,
      asOf,
      ...(address.knownOn && { knownOn: address.knownOn }),
      ...(frame.notice && { notice: frame.notice }),
      blocks: [{ kind: 'table', table }],
    };
    return { report, locale: actor.locale };
  });
  const file = await renderReport(report, format, renderTextsOf(locale));
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
    },
  });
}
