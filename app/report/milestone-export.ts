import { yearName } from '#app/cycle/cycle-words.ts';
import { edgeContext } from '#app/identity/page.server.ts';
import { reportFile } from '#app/identity/report-file.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { FORMATS } from '#app/render/render-report.ts';
import type { Route } from './+types/milestone-export';
import { getMilestones } from './milestone.server.ts';
import { milestoneTable } from './milestone-table.ts';
import { getSchemeFrame } from './money.server.ts';
import { reportHead } from './report-head.ts';

/** The table of milestones as a file, of the year in its address. */
export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get('year');
  const year = asked && /^\d{4}$/.test(asked) ? Number(asked) : null;
  const now = args.context.get(edgeContext).clock();
  return reportFile(args, FORMATS, async (tx, actor) => {
    const { scheme } = args.params;
    const today = isoDate(now);
    const frame = await getSchemeFrame(tx, actor, scheme, today);
    const found = await getMilestones(tx, actor, { scheme, year, now });
    const table = milestoneTable(found.milestones, {
      words: wordsOf(actor.locale),
      locale: actor.locale,
      year: yearName(found.year, found.academic),
    });
    return {
      title: table.caption,
      ...reportHead(frame, { locale: actor.locale, asOf: today }),
      blocks: [{ kind: 'table', table }],
    };
  });
}
