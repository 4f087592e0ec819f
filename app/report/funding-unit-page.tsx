import { getFunding } from '#app/funding/funding.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { layOut } from '#app/render/layout.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { TableExports } from '#app/ui/table-exports.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/funding-unit-page';
import './report.css';
import { fundingUnitTables } from './funding-unit-table.ts';
import { ReportTable } from './report-table.tsx';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(new URL(args.request.url).searchParams, isoDate(now));
  return load(args, async (tx, actor) => {
    const { asOf, knownOn } = asked;
    const { funds, documents } = await getFunding(tx, actor, { scheme, asOf, knownOn, now });
    const { locale } = actor;
    const language = { words: wordsOf(locale), locale, funds };
    const how = { texts: renderTextsOf(locale), language: locale };
    return {
      scheme,
      asked,
      tables: fundingUnitTables(documents, language).map((table) => layOut(table, how)),
    };
  });
}

/** What each unit may expect or was granted, year by year: an estimate of faculties' budgets, for instance. */
export default function FundingUnitPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, asked, tables } = loaderData;
  const funding = `/schemes/${scheme}/funding`;
  return (
    <PageBody>
      <PageTitle page={text('funding.units.title')} />
      <BackLink href={funding}>{text('funding.letter.cancel')}</BackLink>
      <h2>{text('funding.units.title')}</h2>
      <p className="said">{text('funding.units.lead')}</p>
      <MomentNotice moment={asked} now="?" />
      <MomentForm moment={asked} />
      {tables.length === 0 ? (
        <Empty title={text('funding.units.none')}>{text('funding.units.none.next')}</Empty>
      ) : null}
      {tables.map((table, at) => (
        <ReportTable key={table.caption} table={table} notePrefix={`t${at}`} />
      ))}
      {tables.length > 0 ? (
        <TableExports
          href={`${funding}/units`}
          title={text('funding.units.title')}
          query={isNow(asked) ? '' : `?${momentSearch(asked)}`}
        />
      ) : null}
    </PageBody>
  );
}
