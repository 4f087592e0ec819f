import { data } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { FORMATS, renderReport } from '#app/render/render-report.ts';
import type { Block, Report } from '#app/render/report.ts';
import type { Route } from './+types/sanction-export';
import { getSanctions } from './sanction.server.ts';
import { formulaOf, sanctionTable } from './sanction-table.ts';

/** What the sanctions of a scheme would cost, as a file: each with its formula and its table. */
export async function loader(args: Route.LoaderArgs) {
  const format = FORMATS.find((one) => one === args.params.format);
  if (!format) throw data(null, { status: 404 });
  const now = args.context.get(edgeContext).clock();
  const { report, locale } = await load(args, async (tx, actor) => {
    const { frame, sanctions } = await getSanctions(tx, actor, { scheme: args.params.scheme, now });
    const language = { words: wordsOf(actor.locale), locale: actor.locale };
    if (sanctions.length === 0) throw data(null, { status: 404 });
    const report: Report = {
      title: language.words('sanction.title'),
      subtitle: frame.name,
      language: actor.locale,
      institution: frame.institution,
      asOf: isoDate(now),
      ...(frame.notice && { notice: frame.notice }),
      blocks: sanctions.flatMap((view): Block[] => [
        { kind: 'paragraph', inlines: [{ text: formulaOf(view, language) }] },
        { kind: 'table', table: sanctionTable(view, { ...language, units: frame.units }) },
      ]),
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
