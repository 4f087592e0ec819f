import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { readMoment } from '#app/kernel/moment.ts';
import { momentOf } from '#app/ledger/money.server.ts';
import { TreeControl } from '#app/ledger/tree-control.tsx';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { layOut } from '#app/render/layout.ts';
import { Empty } from '#app/ui/empty.tsx';
import { SegmentLinks } from '#app/ui/frame.tsx';
import { MomentFields, MomentNotice } from '#app/ui/moment.tsx';
import { Controls, PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import './report.css';
import type { Route } from './+types/money-page';
import { cellChecks } from './cell-check.ts';
import { pricesIn } from './line-rate.server.ts';
import { getMoneyView, lineFilter } from './money.server.ts';
import { moneyChecks } from './money-check.ts';
import { type CellStage, moneyQuery, readMoneyAddress } from './money-filter.ts';
import { MoneyFlow, MoneyShares } from './money-pictures.tsx';
import { barOf, sharesOf } from './money-summary.ts';
import { MoneySwitch } from './money-switch.tsx';
import { moneyTable, prints, slices } from './money-view.ts';
import { getOrigin } from './origin.server.ts';
import { OriginPanel } from './origin.tsx';
import { PriceTable } from './price-table.tsx';
import { ReportTable } from './report-table.tsx';
import { traceQuery } from './trace-address.ts';
import { UnitFundControls } from './unit-fund-controls.tsx';

const formats = ['xlsx', 'ods', 'pdf', 'csv'] as const;

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(query, isoDate(now));
  const address = readMoneyAddress(query, asked.today);
  return load(args, async (tx, actor) => {
    const { frame, view, asOf } = await getMoneyView(
      tx,
      actor,
      { ...address, scheme: args.params.scheme, memos: true },
      now,
    );
    const here = `/schemes/${frame.code}/money`;
    const table = moneyTable(view, address.print, wordsOf(actor.locale), (column, key, day) => {
      const onDay = day !== undefined && day < asOf ? { asOf: day } : {};
      if (column.stage === 'flow') {
        const { knownOn, unit, fund, tree } = address;
        const kept = { asOf: address.asOf, ...onDay, knownOn, unit, fund, tree };
        return `/schemes/${frame.code}/trace${traceQuery({ ...kept, year: column.year, flow: null })}`;
      }
      const figure = { stage: column.stage as CellStage, year: column.year, key };
      if (figure.stage === 'budgeted' || figure.stage === 'realised') {
        return here + moneyQuery(address, { cell: figure });
      }
      return `${here}/lines${moneyQuery(address, { cell: figure, ...onDay })}`;
    });
    const { cell } = address;
    const moment = momentOf(address.asOf, now);
    const origin = cell
      ? await getOrigin(tx, actor, {
          ...{ schemeId: frame.schemeId, ...lineFilter(address, moment.at, frame) },
          asOf: moment.at,
        })
      : null;
    // only where FTE are read: two statements more
    const all = lineFilter({ ...address, cell: null }, moment.at, frame);
    const prices =
      address.print === 'fte' ? await pricesIn(tx, actor, { schemeId: frame.schemeId, ...all }, frame) : [];
    return {
      address,
      asked,
      asOf,
      frame,
      origin,
      prices,
      hasFigures: view.figures.length + view.memos.length + view.funding.length > 0,
      table: layOut(table, { texts: renderTextsOf(actor.locale), language: actor.locale }),
      checks: cellChecks(table, moneyChecks(view, frame.code)),
      bar: barOf(view, cell?.year ?? null, asOf),
      shares: sharesOf(view),
      keys: view.keys,
      keyLabel: cell ? (view.keys.find((one) => one.key === cell.key)?.label ?? null) : null,
      granted: cell
        ? (view.funding.find((f) => f.stage === 'granted' && f.year === cell.year) ?? null)
        : null,
      allocated: cell
        ? (view.funding.find((f) => f.stage === 'allocated' && f.year === cell.year) ?? null)
        : null,
    };
  });
}

export default function MoneyPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { address, frame } = loaderData;
  const here = `/schemes/${frame.code}/money`;
  const to = (change: Parameters<typeof moneyQuery>[1]) =>
    here + moneyQuery(address, { cell: null, ...change });
  const aside = (
    <OriginPanel
      {...loaderData}
      budgeted={loaderData.bar.budgeted}
      linesHref={`${here}/lines${moneyQuery(address)}`}
    />
  );
  return (
    <PageBody aside={aside} asideLabel={text('money.origin')}>
      <PageTitle page={text('money.title')} />
      <MomentNotice moment={loaderData.asked} now={to({ asOf: null, knownOn: null })} />
      <MoneyControls {...loaderData} />
      <div className="money-views">
        <MoneySwitch scheme={frame.code} current="table" kept={address} />
        <SegmentLinks
          label={text('money.slice')}
          options={slices.map((slice) => ({
            key: slice,
            href: to({ slice }),
            label: text(`money.slice.${slice}`),
            current: slice === address.slice,
          }))}
        />
        <SegmentLinks
          label={text('money.print')}
          options={prints.map((print) => ({
            key: print,
            href: to({ print }),
            label: text(`money.print.${print}`),
            current: print === address.print,
          }))}
        />
      </div>
      {loaderData.hasFigures ? (
        <>
          <MoneyFlow bar={loaderData.bar} asOf={loaderData.asOf} />
          <ReportTable
            table={loaderData.table}
            selected={here + moneyQuery(address)}
            checks={{ scheme: frame.code, cells: loaderData.checks }}
            series={
              address.slice === 'node'
                ? (row) => (loaderData.table.rows[row]?.kind === 'line' ? row + 1 : undefined)
                : undefined
            }
          />
          <p className="exports">
            {text('money.export')}{' '}
            {formats.map((format) => (
              <a
                key={format}
                href={`${here}/export/${format}${moneyQuery({ ...address, cell: null })}`}
                download
              >
                {format.toUpperCase()}
              </a>
            ))}
          </p>
          <PriceTable prices={loaderData.prices} />
          <MoneyShares
            title={text('money.shares', { slice: address.slice })}
            keys={loaderData.keys}
            bars={loaderData.shares}
          />
        </>
      ) : (
        <Empty title={text('money.empty')}>{text('money.empty.next')}</Empty>
      )}
    </PageBody>
  );
}

function MoneyControls({
  address,
  asked,
  frame,
}: Pick<Route.ComponentProps['loaderData'], 'address' | 'asked' | 'frame'>) {
  const text = useText();
  return (
    <Controls show={text('money.show')}>
      {address.slice === 'node' ? null : <input type="hidden" name="slice" value={address.slice} />}
      {address.print === 'keur' ? null : <input type="hidden" name="print" value={address.print} />}
      <MomentFields moment={asked} />
      <UnitFundControls unit={address.unit} fund={address.fund} frame={frame} former={frame.others} />
      {address.slice === 'unit' || address.unit ? (
        <TreeControl tree={address.tree} day={asked.asOf} />
      ) : address.tree === 'asOf' ? null : (
        <input type="hidden" name="tree" value={address.tree} />
      )}
    </Controls>
  );
}
