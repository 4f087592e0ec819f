import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { Money } from '#app/ui/money.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { TableExports } from '#app/ui/table-exports.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './realisation.css';
import type { Route } from './+types/realisation-page';
import { ShareOf } from './forecast-share.tsx';
import { listReports, type OverviewCell } from './overview.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(new URL(args.request.url).searchParams, isoDate(now));
  return load(args, async (tx, actor) => {
    const overview = await listReports(tx, actor, { ...args.params, moment: versionMoment(asked) }, now);
    return { ...overview, asked };
  });
}

export default function RealisationPage({ loaderData: overview }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const nameOf = (one: { nameNl: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameNl);
  const here = `/schemes/${overview.scheme.code}/realisation`;
  return (
    <PageBody>
      <PageTitle page={text('realisation.title')} />
      <MomentNotice moment={overview.asked} now="?" />
      <MomentForm moment={overview.asked} />
      <p className="lead realisation-lead">{text('realisation.lead')}</p>
      {overview.units.length === 0 ? (
        <Empty title={text('realisation.none')}>{text('realisation.none.next')}</Empty>
      ) : (
        <>
          <DataTable
            caption={text('realisation.caption')}
            note={text('realisation.caption.note')}
            rowHead={text('realisation.unit')}
            columns={[
              ...overview.years.map((year) => ({ key: String(year), head: String(year) })),
              { key: 'bookers', head: text('realisation.bookers'), kind: 'text' as const },
            ]}
            rows={overview.units.map(({ unit, cells, mayRecord, bookers }) => ({
              key: unit.code,
              head: nameOf(unit),
              cells: {
                ...Object.fromEntries(
                  cells.map((cell) => [
                    cell.year,
                    <YearCell
                      key={cell.year}
                      cell={cell}
                      mayRecord={mayRecord}
                      name={nameOf(unit)}
                      href={`${here}/${unit.code}/${cell.year}`}
                    />,
                  ]),
                ),
                bookers: bookers.map(nameOf).join(', ') || text('realisation.bookers.none'),
              },
            }))}
          />
          <TableExports
            href={here}
            title={text('realisation.caption')}
            query={keepMoment('', momentSearch(overview.asked))}
          />
        </>
      )}
    </PageBody>
  );
}

/** One unit and year: the amount in force or the way to book it, the difference, and what waits. */
function YearCell(props: { cell: OverviewCell; mayRecord: boolean; name: string; href: string }) {
  const text = useText();
  const { cell, mayRecord, name, href } = props;
  const { realised, budget } = cell;
  const where = `${name} ${cell.year}`;
  return (
    <span className="realisation-cell">
      {realised === null ? (
        <Link href={href} className={mayRecord && budget !== null ? undefined : 'realisation-open'}>
          {text(mayRecord && budget !== null ? 'realisation.to-book' : 'realisation.open')}
          <span className="visually-hidden"> {where}</span>
        </Link>
      ) : (
        <Money value={realised} unit="eur" href={href} label={where} />
      )}
      {realised === null || budget === null ? (
        budget === null ? (
          <small>{text('realisation.no-budget')}</small>
        ) : null
      ) : (
        <small>
          <Money value={realised - budget} unit="eur" sign />
        </small>
      )}
      {cell.forecast === null ? null : (
        <small>
          {text('forecast.short')}{' '}
          <Money value={cell.forecast} unit="eur" href={`${href}/forecast`} label={where} />
          {budget === null ? null : (
            <>
              {' '}
              (<ShareOf part={cell.forecast} whole={budget} />
              %)
            </>
          )}
        </small>
      )}
      {cell.provisional ? <Badge tone="warn">{text('realisation.state.provisional')}</Badge> : null}
      {cell.waiting === null ? null : (
        <Badge tone="accent">{text('realisation.state.waiting', { number: cell.waiting })}</Badge>
      )}
    </span>
  );
}
