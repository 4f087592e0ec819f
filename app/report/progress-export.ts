import { edgeContext } from '#app/identity/page.server.ts';
import { reportFile } from '#app/identity/report-file.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { yearOf } from '#app/progress/overview.ts';
import { getProgress } from '#app/progress/progress.server.ts';
import { progressTable } from '#app/progress/progress-table.ts';
import { FORMATS } from '#app/render/render-report.ts';
import type { Route } from './+types/progress-export';
import { getSchemeFrame } from './money.server.ts';
import { reportHead } from './report-head.ts';

/** What was handed in on a year as a file, of all units or of the one in its address. */
export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const now = args.context.get(edgeContext).clock();
  return reportFile(args, FORMATS, async (tx, actor) => {
    const { scheme } = args.params;
    const today = isoDate(now);
    const frame = await getSchemeFrame(tx, actor, scheme, today);
    const unit = searchParams.get('unit');
    const progress = await getProgress(tx, actor, { scheme, unit, year: yearOf(searchParams), now });
    const table = progressTable(progress, { words: wordsOf(actor.locale), locale: actor.locale });
    return {
      title: table.caption,
      ...reportHead(frame, { locale: actor.locale, asOf: today }),
      blocks: [{ kind: 'table', table }],
    };
  });
}
