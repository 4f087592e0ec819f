import { data } from 'react-router';
import { edgeContext } from '#app/identity/page.server.ts';
import { reportFile } from '#app/identity/report-file.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { readMoment } from '#app/kernel/moment.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { FORMATS } from '#app/render/render-report.ts';
import type { Block } from '#app/render/report.ts';
import type { Route } from './+types/sanction-export';
import { reportHead } from './report-head.ts';
import { getSanctions } from './sanction.server.ts';
import { formulaOf, sanctionTable } from './sanction-table.ts';

/** What the sanctions of a scheme would cost, as a file: each with its formula and its table. */
export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  return reportFile(args, FORMATS, async (tx, actor) => {
    const today = isoDate(now);
    const { asOf, knownOn } = readMoment(new URL(args.request.url).searchParams, today);
    const { scheme } = args.params;
    const { frame, sanctions } = await getSanctions(tx, actor, { scheme, asOf, knownOn, now });
    const language = { words: wordsOf(actor.locale), locale: actor.locale };
    if (sanctions.length === 0) throw data(null, { status: 404 });
    return {
      title: language.words('sanction.title'),
      ...reportHead(frame, { locale: actor.locale, asOf: asOf ?? today }),
      ...(knownOn && { knownOn }),
      blocks: sanctions.flatMap((view): Block[] => [
        { kind: 'paragraph', inlines: [{ text: formulaOf(view, language) }] },
        { kind: 'table', table: sanctionTable(view, { ...language, units: frame.units }) },
      ]),
    };
  });
}
