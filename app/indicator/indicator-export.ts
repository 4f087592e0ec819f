import { data } from 'react-router';
import { edgeContext } from '#app/identity/page.server.ts';
import { reportFile } from '#app/identity/report-file.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { FORMATS } from '#app/render/render-report.ts';
import type { Block } from '#app/render/report.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import type { Route } from './+types/indicator-export';
import { indicatorFigure } from './chart-words.ts';
import { reportTable } from './indicator-table.ts';
import { getIndicatorTable } from './table.server.ts';

/** The tables of all indicators, or of the one in the address, as a file; on paper each with its charts. */
export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const indicator = new URL(args.request.url).searchParams.get('indicator');
  const asOf = isoDate(args.context.get(edgeContext).clock());
  return reportFile(args, FORMATS, async (tx, actor, format) => {
    const head = await getSchemeHead(tx, actor.institutionId, scheme);
    const institution = await tx
      .selectFrom('institution')
      .select(['nameNl', 'nameEn', 'noticeNl', 'noticeEn'])
      .where('institutionId', '=', actor.institutionId)
      .executeTakeFirstOrThrow();
    const table = await getIndicatorTable(tx, actor, { scheme, indicator });
    if (indicator !== null && table.indicators.length === 0) throw data(null, { status: 404 });
    const { locale } = actor;
    const how = { words: wordsOf(locale), locale, maskedBelow: table.maskedBelow };
    const figures = table.indicators.filter((of) => of.units.some((unit) => unit.rows.length > 0));
    const drawn = ['pdf', 'docx', 'odt', 'html'].includes(format);
    const notice = locale === 'en' ? institution.noticeEn : institution.noticeNl;
    return {
      title: how.words('indicator.title'),
      subtitle: locale === 'en' ? head.nameEn : head.nameNl,
      language: locale,
      institution: locale === 'en' ? institution.nameEn : institution.nameNl,
      ...{ asOf, ...(notice && { notice }) },
      blocks: figures.flatMap((of): Block[] => {
        const name = locale === 'en' ? of.definition.nameEn : of.definition.nameNl;
        const pictures = of.units.flatMap((unit) => indicatorFigure(of, unit, how) ?? []);
        return [
          ...(drawn ? [{ kind: 'heading' as const, level: 1 as const, text: name }] : []),
          { kind: 'table', table: reportTable(of, table, how) },
          ...(drawn ? pictures.map((one) => ({ kind: 'figure' as const, ...one })) : []),
        ];
      }),
    };
  });
}
