import { edgeContext, load } from '#app/identity/page.server.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { layOut } from '#app/render/layout.ts';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Control, Controls, PageBody } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import './report.css';
import type { Route } from './+types/table-page';
import { DifferenceTable, shownDifferences } from './difference-table.tsx';
import { ReportTable } from './report-table.tsx';
import { getTable } from './table.server.ts';
import { readDay } from './table-address.ts';
import { shownRate } from './table-rate.ts';
import { comparable, shownTables } from './table-report.ts';
import { TableExports } from './tables-page.tsx';

export async function loader(args: Route.LoaderArgs) {
  const { scheme, table } = args.params;
  const asOf = readDay(args.request);
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => {
    const answer = await getTable(tx, actor, { scheme, table, asOf }, now);
    const { locale } = actor;
    const words = { texts: renderTextsOf(locale), language: locale };
    const { layout } = answer.tables[0]!;
    return {
      scheme,
      name: answer.frame.name,
      asOf: answer.asOf,
      documentDay: layout.asOf ?? null,
      comparable: comparable(answer),
      /** some columns follow the day of the page */
      movable: layout.columns.some((column) => 'stage' in column && column.asOf === undefined),
      tables: shownTables(answer, locale, true).map((one, i) => ({
        ...one,
        table: layOut(one.table, words),
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
  const query = loaderData.comparable && loaderData.documentDay ? '' : `?asOf=${loaderData.asOf}`;
  return (
    <PageBody>
      <title>{text('app.title', { page: `${tables[0]!.title} · ${loaderData.name}` })}</title>
      <p>
        <Link href={here}>{text('tables.back')}</Link>
      </p>
      {loaderData.movable ? <Moment {...loaderData} /> : null}
      {tables.map((one) => (
        <section key={one.code} className="published">
          <ReportTable table={one.table} notePrefix={one.code} />
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
function Moment(props: { asOf: string; documentDay: string | null; comparable: boolean; scheme: string }) {
  const text = useText();
  const locale = useLocale();
  const { asOf, documentDay } = props;
  return (
    <>
      <Controls
        end={
          <button type="submit" className="button button-secondary button-small">
            {text('tables.show')}
          </button>
        }
      >
        <Control label={text('tables.asOf')}>
          <input type="date" name="asOf" defaultValue={asOf} key={asOf} />
        </Control>
      </Controls>
      {documentDay && !props.comparable ? (
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
