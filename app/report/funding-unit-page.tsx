import { getFunding } from '#app/funding/funding.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { layOut } from '#app/render/layout.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/funding-unit-page';
import './report.css';
import { fundingUnitTables } from './funding-unit-table.ts';
import { ReportTable } from './report-table.tsx';
import { TableExports } from './tables-page.tsx';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => {
    const { funds, documents } = await getFunding(tx, actor, { scheme, now });
    const { locale } = actor;
    const language = { words: wordsOf(locale), locale, funds };
    const how = { texts: renderTextsOf(locale), language: locale };
    return {
      scheme,
      tables: fundingUnitTables(documents, language).map((table) => layOut(table, how)),
    };
  });
}

/** What each unit may expect or was granted, year by year: an estimate of faculties' budgets, for instance. */
export default function FundingUnitPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, tables } = loaderData;
  const funding = `/schemes/${scheme}/funding`;
  return (
    <PageBody>
      <PageTitle page={text('funding.units.title')} />
      <BackLink href={funding}>{text('funding.letter.cancel')}</BackLink>
      <h2>{text('funding.units.title')}</h2>
      <p className="said">{text('funding.units.lead')}</p>
      {tables.length === 0 ? (
        <Empty title={text('funding.units.none')}>{text('funding.units.none.next')}</Empty>
      ) : null}
      {tables.map((table, at) => (
        <ReportTable key={table.caption} table={table} notePrefix={`t${at}`} />
      ))}
      {tables.length > 0 ? (
        <TableExports href={`${funding}/units`} title={text('funding.units.title')} />
      ) : null}
    </PageBody>
  );
}
