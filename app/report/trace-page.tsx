import { yearOptions } from '#app/identity/choice.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import type { Locale } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { readMoment } from '#app/kernel/moment.ts';
import { marksOf } from '#app/ledger/ledger.ts';
import { getMoney, versionMoment } from '#app/ledger/money.server.ts';
import { readPlaceMarks } from '#app/ledger/place-total.server.ts';
import { TreeControl } from '#app/ledger/tree-control.tsx';
import { traceStages } from '#app/participation/trace.ts';
import { untraceableOf } from '#app/participation/trace-total.ts';
import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { MomentFields, MomentNotice } from '#app/ui/moment.tsx';
import { Notes } from '#app/ui/notes.tsx';
import { Controls, PageBody, PageTitle } from '#app/ui/page.tsx';
import { TableExports } from '#app/ui/table-exports.tsx';
import { useText } from '#app/ui/text.tsx';
import './report.css';
import './trace.css';
import type { Route } from './+types/trace-page';
import { fundFilter } from './money.server.ts';
import { MoneySwitch } from './money-switch.tsx';
import { linesOfFlow } from './sankey.ts';
import { Sankey } from './sankey.tsx';
import { placeFlow } from './sankey-place.ts';
import { readTraceAddress, traceQuery } from './trace-address.ts';
import { namedLines } from './trace-line.ts';
import { TraceLineTable } from './trace-line-table.tsx';
import { TraceVerdict } from './trace-verdict.tsx';
import { getTraceView, type TraceView } from './trace-view.server.ts';
import { UnitFundControls } from './unit-fund-controls.tsx';
import { unitNotes } from './unit-note.ts';

const listed = 200;
const flowStages = ['granted', 'allocated', 'budgeted', 'realised'] as const;

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(query, isoDate(now));
  const address = readTraceAddress(query, asked.today);
  return load(args, async (tx, actor) => {
    const view = await getTraceView(tx, actor, { ...address, scheme: args.params.scheme }, now);
    const { frame, flow, lines, shown, names } = view;
    const order = orderOf(view.frame);
    const moment = versionMoment(address);
    const sums = await getMoney(tx, {
      ...{ schemeId: frame.schemeId, groupBy: ['stage'], stage: flowStages, ...moment },
      ...{ year: address.year, unit: address.unit, tree: address.tree, ...fundFilter(address.fund) },
    });
    const broken = lines.filter((line) => line.class === 'untraceable' && line.cents !== 0);
    const chosen = address.flow ? linesOfFlow(shown, names, address.flow) : [];
    const named = [broken.slice(0, listed), chosen.slice(0, listed)] as const;
    const marked = await readPlaceMarks(
      tx,
      actor,
      named.flat().map((line) => line.lineId),
    );
    return {
      address,
      asked,
      frame,
      asOf: view.asOf,
      picture: placeFlow(flow, order),
      marks: traceStages.flatMap((stage) => {
        const marks = sums.filter((sum) => sum.stage === stage).flatMap(marksOf);
        return marks.length > 0 ? [{ stage, marks }] : [];
      }),
      unitNotes: unitNotesOf(view, actor.locale),
      names: Object.fromEntries([
        ...frame.funds.map((one) => [`fund:${one.code}`, one.name]),
        ...[...frame.units, ...frame.others].map((one) => [`unit:${one.code}`, one.name]),
        ...frame.themes.map((one) => [`theme:${one.code}`, one.name]),
      ]) as Record<string, string>,
      series: Object.fromEntries(frame.themes.map((one, i) => [one.code, i + 1])) as Record<string, number>,
      totals: view.totals,
      untraceable: view.untraceable,
      unknown: untraceableOf(lines, 'unknown'),
      broken: namedLines(named[0], view, marked),
      chosen: namedLines(named[1], view, marked),
    };
  });
}

/** What reorganisations mean for the units of the flow. */
function unitNotesOf({ frame, flow, tree }: TraceView, locale: Locale) {
  const notes = unitNotes(frame, { tree, locale });
  return flow.nodes.flatMap(({ kind, code }) => (kind === 'unit' && code ? (notes.get(code) ?? []) : []));
}

type Coded = { code: string };

/** The order of the scheme; what goes no further stands below the rest of its column, what is left last of all. */
function orderOf(frame: { funds: Coded[]; units: Coded[]; others: Coded[]; themes: Coded[] }) {
  const keys = [
    ...frame.funds.map((one) => `fund:${one.code}`),
    ...[...frame.units, ...frame.others].map((one) => `unit:${one.code}`),
    ...frame.themes.map((one) => `theme:${one.code}`),
  ];
  const places = new Map(keys.map((key, i) => [key, i]));
  const open = ['realised:', 'undivided:', 'carried:', 'unbudgeted:', 'left:'];
  return (key: string) => places.get(key) ?? keys.length + open.indexOf(key);
}

export default function TracePage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { address, frame, picture, chosen } = loaderData;
  const here = `/schemes/${frame.code}/trace`;
  const year = address.year === null ? 'all' : String(address.year);
  return (
    <PageBody>
      <PageTitle page={text('trace.title')} />
      <h2>{text('trace.title')}</h2>
      <p className="lead">{text('trace.lead')}</p>
      <MomentNotice
        moment={loaderData.asked}
        now={`${here}${traceQuery(address, { asOf: null, knownOn: null })}`}
      />
      <TraceVerdict {...loaderData} scheme={frame.code}>
        <TableExports
          href={here}
          title={text('trace.totals')}
          query={traceQuery(address, { flow: null, year: null, unit: null, fund: null })}
        />
      </TraceVerdict>
      <TraceControls {...loaderData} />
      <div className="money-views">
        <MoneySwitch scheme={frame.code} current="flow" kept={address} />
      </div>
      {picture.links.length === 0 ? (
        <Empty title={text('trace.empty')}>{text('trace.empty.next')}</Empty>
      ) : (
        <Sankey
          title={text('trace.flow.title', { year })}
          picture={picture}
          names={loaderData.names}
          series={loaderData.series}
          chosen={address.flow}
          href={(key) => `${here}${traceQuery(address, { flow: key })}#lines`}
        />
      )}
      <Notes
        lines={[
          ...loaderData.marks.map(({ stage, marks }) =>
            text('trace.marks', {
              stage: text(`money.bar.${stage}`),
              marks: marks.map((mark) => text(`trace.mark.${mark}`)).join(', '),
            }),
          ),
          ...loaderData.unitNotes.map(({ code, params }) => text(`money.unit-note.${code}`, params)),
        ]}
      />
      {address.flow ? (
        <section id="lines">
          <TraceLineTable
            caption={text('trace.chosen', { count: chosen.length })}
            lines={chosen}
            scheme={frame.code}
          />
          <TableExports href={here} title={text('trace.title')} query={traceQuery(address)} />
        </section>
      ) : null}
    </PageBody>
  );
}

function TraceControls({
  address,
  asked,
  frame,
}: Pick<Route.ComponentProps['loaderData'], 'address' | 'asked' | 'frame'>) {
  const text = useText();
  const years = Array.from({ length: frame.lastYear - frame.firstYear + 1 }, (_, i) => frame.firstYear + i);
  return (
    <Controls show={text('money.show')}>
      <MomentFields moment={asked} />
      <ChoiceControl
        label={text('trace.year')}
        name="year"
        value={address.year?.toString() ?? null}
        all={text('trace.years.all')}
        options={yearOptions(years)}
      />
      <UnitFundControls unit={address.unit} fund={address.fund} frame={frame} former={frame.others} />
      <TreeControl tree={address.tree} day={asked.asOf} />
    </Controls>
  );
}
