import { data } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { yearOf } from '#app/progress/overview.ts';
import { getProgress } from '#app/progress/progress.server.ts';
import { progressTable } from '#app/progress/progress-table.ts';
import { FORMATS, renderReport } from '#app/render/render-report.ts';
import type { Report } from '#app/render/report.ts';
import type { Route } from './+types/progress-export';
import { getSchemeFrame } from './money.server.ts';

/** What was handed in on a year as a file, of all units or of the one in its address. */
export async function loader(args: Route.LoaderArgs) {
  const format = FORMATS.find((one) => one === args.params.format);
  if (!format) throw data(null, { status: 404 });
  const { searchParams } = new URL(args.request.url);
  const now = args.context.get(edgeContext).clock();
  const { report, locale } = await load(args, async (tx, actor) => {
    const { scheme } = args.params;
    const today = isoDate(now);
    const frame = await getSchemeFrame(tx, actor, scheme, today);
    const unit = searchParams.get('unit');
    const progress = await getProgress(tx, actor, { scheme, unit, year: yearOf(searchParams), now });
    const table = progressTable(progress, { words: wordsOf(actor.locale), locale: actor.locale });
    const report: Report = {
      title: table.caption,
      subtitle: frame.name,
      language: actor.locale,
      institution: frame.institution,
      asOf: today,
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
