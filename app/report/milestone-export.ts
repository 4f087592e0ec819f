import { data } from 'react-router';
import { yearName } from '#app/cycle/cycle-words.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { FORMATS, renderReport } from '#app/render/render-report.ts';
import type { Report } from '#app/render/report.ts';
import type { Route } from './+types/milestone-export';
import { getMilestones } from './milestone.server.ts';
import { milestoneTable } from './milestone-table.ts';
import { getSchemeFrame } from './money.server.ts';

/** The table of milestones as a file, of the year in its address. */
export async function loader(args: Route.LoaderArgs) {
  const format = FORMATS.find((one) => one === args.params.format);
  if (!format) throw data(null, { status: 404 });
  const asked = new URL(args.request.url).searchParams.get('year');
  const year = asked && /^\d{4}$/.test(asked) ? Number(asked) : null;
  const now = args.context.get(edgeContext).clock();
  const { report, locale } = await load(args, async (tx, actor) => {
    const { scheme } = args.params;
    const today = isoDate(now);
    const frame = await getSchemeFrame(tx, actor, scheme, today);
    const found = await getMilestones(tx, actor, { scheme, year, now });
    const table = milestoneTable(found.milestones, {
      words: wordsOf(actor.locale),
      locale: actor.locale,
      year: yearName(found.year, found.academic),
    });
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
