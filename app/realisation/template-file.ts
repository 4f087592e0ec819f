import { data } from 'react-router';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { downloadOf } from '#app/kernel/download.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { Route } from './+types/template-file';
import { getReport } from './report.server.ts';
import { reportRows } from './report-row.ts';
import { writeTemplate } from './template.ts';
import { templateFormats } from './template-format.ts';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** A file to fill in, with a row per measure of this unit and year. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme, unit, year } = args.params;
  const format = templateFormats.find((one) => one === args.params.format);
  if (!format || !/^\d{4}$/.test(year)) throw data(null, { status: 404 });
  const now = args.context.get(edgeContext).clock();
  const bytes = await load(args, async (tx, actor) => {
    const report = await getReport(tx, actor, { scheme, unit, year: Number(year) }, now);
    const { locale } = actor;
    return writeTemplate(report, reportRows(report), { format, locale, words: wordsOf(locale) });
  });
  return downloadOf({
    bytes,
    mediaType: mediaTypes[format],
    fileName: `${scheme}-${unit}-${year}.${format}`,
  });
}
