import { data } from 'react-router';
import { getFunding } from '#app/funding/funding.server.ts';
import { edgeContext } from '#app/identity/page.server.ts';
import { reportFile } from '#app/identity/report-file.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { readMoment } from '#app/kernel/moment.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { FORMATS } from '#app/render/render-report.ts';
import type { Route } from './+types/funding-unit-export';
import { fundingUnitTables } from './funding-unit-table.ts';
import { getSchemeFrame } from './money.server.ts';
import { reportHead } from './report-head.ts';

/** What each unit may expect or was granted, as a file. */
export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  return reportFile(args, FORMATS, async (tx, actor) => {
    const { scheme } = args.params;
    const today = isoDate(now);
    const { asOf, knownOn } = readMoment(new URL(args.request.url).searchParams, today);
    const frame = await getSchemeFrame(tx, actor, scheme, asOf ?? today);
    const { funds, documents } = await getFunding(tx, actor, { scheme, asOf, knownOn, now });
    const { locale } = actor;
    const words = wordsOf(locale);
    const tables = fundingUnitTables(documents, { words, locale, funds });
    if (tables.length === 0) throw data(null, { status: 404 });
    return {
      title: words('funding.units.title'),
      ...reportHead(frame, { locale, asOf: asOf ?? today }),
      ...(knownOn && { knownOn }),
      blocks: tables.map((table) => ({ kind: 'table' as const, table })),
    };
  });
}
