import { edgeContext } from '#app/identity/page.server.ts';
import { reportFile } from '#app/identity/report-file.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { FORMATS } from '#app/render/render-report.ts';
import type { Route } from './+types/money-export';
import { getMoneyView } from './money.server.ts';
import { readMoneyAddress } from './money-filter.ts';
import { moneyTable } from './money-view.ts';

/** The table of the money page as a file, with the same filters in its address. */
export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const address = readMoneyAddress(new URL(args.request.url).searchParams, isoDate(now));
  return reportFile(args, FORMATS, async (tx, actor) => {
    const { frame, view, asOf } = await getMoneyView(
      tx,
      actor,
      { ...address, scheme: args.params.scheme, memos: true },
      now,
    );
    const words = wordsOf(actor.locale);
    const table = moneyTable(view, address.print, words, null);
    return {
      title: `${frame.name}: ${table.caption}`,
      language: actor.locale,
      institution: frame.institution,
      asOf,
      ...(address.knownOn && { knownOn: address.knownOn }),
      ...(frame.notice && { notice: frame.notice }),
      blocks: [{ kind: 'table', table }],
    };
  });
}
