import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { Money } from '#app/ui/money.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { DateText, useText } from '#app/ui/text.tsx';
import './realisation.css';
import './intake.css';
import type { Route } from './+types/intake-rows-page';
import { intakeAddress } from './intake-edge.ts';
import { usePeriod } from './intake-head.tsx';
import { getIntakeRows, type RowsView } from './intake-rows.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const address = intakeAddress(args.params, args.context.get(edgeContext).clock());
  const asked = readMoment(new URL(args.request.url).searchParams, isoDate(address.now));
  const moment = versionMoment(asked);
  return load(args, async (tx, actor) => ({
    ...(await getIntakeRows(tx, actor, { ...address, line: args.params.line, moment })),
    asked,
  }));
}

/** The rows of the finance system behind one booked figure, by file and rule. */
export default function IntakeRowsPage({ loaderData: view }: Route.ComponentProps) {
  const text = useText();
  const report = `/schemes/${view.scheme}/realisation/${view.unit.code}/${view.year}`;
  const title = [view.name, ...view.parts].join(', ');
  return (
    <PageBody>
      <PageTitle page={`${text('intake.source')} · ${title}`} />
      <BackLink href={keepMoment(report, momentSearch(view.asked))}>{text('intake.back')}</BackLink>
      <h2>{title}</h2>
      <MomentNotice moment={view.asked} now="?" />
      <MomentForm moment={view.asked} />
      {view.version === null || view.count === 0 ? (
        <Empty title={text('intake.source.none', { number: view.version ?? 0 })}>
          {text('intake.source.none.next')}
        </Empty>
      ) : (
        <RowTable view={{ ...view, version: view.version }} />
      )}
    </PageBody>
  );
}

function RowTable({ view }: { view: RowsView & { version: number } }) {
  const text = useText();
  const period = usePeriod();
  return (
    <>
      <p className="lead">
        {text('intake.source.lead', {
          ...{ count: view.count, cents: view.cents, number: view.version },
          ...{ unit: view.unit.name, year: String(view.year) },
        })}
      </p>
      <DataTable
        caption={text('intake.source')}
        note={
          view.count > view.rows.length
            ? text('intake.source.more', { shown: view.rows.length, count: view.count })
            : undefined
        }
        rowHead={text('intake.source.row')}
        columns={[
          { key: 'period', head: text('intake.field.period'), kind: 'text' },
          { key: 'costCentre', head: text('intake.field.costCentre'), kind: 'text' },
          { key: 'account', head: text('intake.field.account'), kind: 'text' },
          { key: 'description', head: text('intake.field.description'), kind: 'text' },
          { key: 'reference', head: text('intake.field.reference'), kind: 'text' },
          { key: 'bookedOn', head: text('intake.field.bookedOn'), kind: 'text' },
          { key: 'cents', head: text('intake.field.amount') },
          { key: 'rule', head: text('intake.rule'), kind: 'text' },
        ]}
        rows={[
          ...view.rows.map((row) => ({
            key: `${row.fileNumber} ${row.rowNumber}`,
            head: text('intake.source.at', { file: row.file, row: row.rowNumber }),
            cells: {
              ...{ period: period(row.period), costCentre: row.costCentre, account: row.account },
              ...{ description: row.description, reference: row.reference, rule: row.rule },
              bookedOn: row.bookedOn ? <DateText iso={row.bookedOn} /> : null,
              cents: <Money value={row.cents} unit="eur2" />,
            },
          })),
          {
            key: 'total',
            kind: 'total',
            head: text('intake.rows', { count: view.count }),
            cells: { cents: <Money value={view.cents} unit="eur2" /> },
          },
        ]}
      />
    </>
  );
}
