import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { type AskedMoment, readMoment } from '#app/kernel/moment.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { layOut } from '#app/render/layout.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Link } from '#app/ui/link.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import './report.css';
import { TableExports } from '#app/ui/table-exports.tsx';
import type { Route } from './+types/table-page';
import { balancesOf } from './balance.ts';
import { cellChecks } from './cell-check.ts';
import { DifferenceTable, shownDifferences } from './difference-table.tsx';
import { tableCheck } from './open-check.ts';
import { ReportTable } from './report-table.tsx';
import { getTable } from './table.server.ts';
import { readDay } from './table-address.ts';
import { shownRate } from './table-rate.ts';
import { comparable, shownTables } from './table-report.ts';

export async function loader(args: Route.LoaderArgs) {
  const { scheme, table } = args.params;
  const asOf = readDay(args.request);
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(new URL(args.request.url).searchParams, isoDate(now));
  return load(args, async (tx, actor) => {
    const answer = await getTable(tx, actor, { scheme, table, asOf, knownOn: asked.knownOn }, now);
    const { locale } = actor;
    const words = { texts: renderTextsOf(locale), language: locale };
    const { layout } = answer.tables[0]!;
    return {
      scheme,
      asked,
      asOf: answer.asOf,
      documentDay: layout.asOf ?? null,
      comparable: comparable(answer),
      /** some columns follow the day of the page */
      movable: layout.columns.some((column) => 'stage' in column && column.asOf === undefined),
      tables: shownTables(answer, locale, true).map((one, i) => ({
        ...one,
        table: layOut(one.table, words),
        checks: cellChecks(
          one.table,
          one.differences.map((found) => tableCheck(found, answer.tables[i]!, scheme, locale)),
        ),
        balances: balancesOf(answer.tables[i]!, locale),
        differences: shownDifferences(one.differences, answer, locale),
        printed: Object.keys(answer.tables[i]!.layout.published).length > 0,
        rate: comparable(answer) ? shownRate(answer.tables[i]!, answer.others, locale) : null,
      })),
    };
  });
}

export default function TablePage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, tables } = loaderData;
  const here = `/schemes/${scheme}/tables`;
  const { asked } = loaderData;
  const days = new URLSearchParams({
    ...(loaderData.asOf !== loaderData.documentDay && { asOf: loaderData.asOf }),
    ...(asked.knownOn && { knownOn: asked.knownOn }),
  });
  const query = days.size > 0 ? `?${days}` : '';
  return (
    <PageBody>
      <PageTitle page={tables[0]!.title} />
      <BackLink href={here}>{text('tables.back')}</BackLink>
      {/* of the day of the table the notice below speaks: without one it is the day of its document */}
      <MomentNotice moment={{ ...asked, asOf: null }} now="?" />
      <Moment {...loaderData} />
      {tables.map((one) => (
        <section key={one.code} className="published">
          <ReportTable table={one.table} notePrefix={one.code} checks={{ scheme, cells: one.checks }} />
          <Balances balances={one.balances} />
          {one.source ? (
            <p className="table-source">
              {text('tables.source')} {one.source}
            </p>
          ) : null}
          <TableExports href={`${here}/${one.code}`} title={one.title} query={query} />
          {one.rate ? <Rate rate={one.rate} /> : null}
          {one.printed && loaderData.comparable ? (
            <div className="differences">
              <DifferenceTable title={text('tables.differences')} found={one.differences} />
            </div>
          ) : null}
        </section>
      ))}
    </PageBody>
  );
}

/** The price of an FTE that the printed figures imply, beside the one that is printed. */
function Rate({ rate }: { rate: NonNullable<ReturnType<typeof shownRate>> }) {
  const text = useText();
  return (
    <Notice title={text('tables.rate.title', { least: rate.least, most: rate.most })}>
      <p>{text(rate.within ? 'tables.rate.within' : 'tables.rate.outside', rate)}</p>
      {rate.without ? <p>{text('tables.rate.without', { without: rate.without })}</p> : null}
    </Notice>
  );
}

/** The day that the table is shown as of, and what that means for the comparison. */
function Moment(props: { asOf: string; documentDay: string | null; movable: boolean; asked: AskedMoment }) {
  const text = useText();
  const locale = useLocale();
  const { asOf, documentDay, asked } = props;
  return (
    <>
      <MomentForm moment={{ ...asked, asOf }} />
      {documentDay && documentDay !== asOf && props.movable ? (
        <Notice
          title={text('tables.asOf.moved', {
            date: formatDate(asOf, locale),
            document: formatDate(documentDay, locale),
          })}
        >
          <Link href="?">{text('tables.asOf.document', { date: formatDate(documentDay, locale) })}</Link>
        </Notice>
      ) : null}
    </>
  );
}

/** Whether the rows that must agree do, in words, with each column in which they do not. */
function Balances({ balances }: { balances: ReturnType<typeof balancesOf> }) {
  const text = useText();
  if (balances.length === 0) return null;
  return (
    <ul className="table-balances">
      {balances.map((balance) => (
        <li key={balance.about}>
          <Badge tone={balance.open.length === 0 ? 'ok' : 'error'}>
            {text(balance.open.length === 0 ? 'tables.balance.holds' : 'tables.balance.open')}
          </Badge>{' '}
          {balance.about}
          {balance.open.length === 0 ? null : `: ${balance.open.join(', ')}`}
        </li>
      ))}
    </ul>
  );
}
