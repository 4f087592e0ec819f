import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { sum } from '#app/kernel/money.ts';
import { getMoneyLines, momentOf } from '#app/ledger/money.server.ts';
import { traceStages } from '#app/participation/trace.ts';
import { rowsHrefs } from '#app/realisation/intake-rows.server.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { MomentNotice } from '#app/ui/moment.tsx';
import { Money } from '#app/ui/money.tsx';
import { Notes } from '#app/ui/notes.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/money-lines-page';
import { impliedIn } from './line-rate.server.ts';
import { getSchemeFrame, lineFilter } from './money.server.ts';
import { type MoneyAddress, moneyQuery, readMoneyAddress } from './money-filter.ts';
import { readFigure } from './table-figure.ts';

/** More than anybody reads, few enough to send. */
const shown = 2_000;

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(query, isoDate(now));
  const address = readMoneyAddress(query, asked.today);
  const figure = readFigure(query);
  const moment = momentOf(address.asOf, now);
  const knownOn = address.knownOn ? momentOf(address.knownOn).at : null;
  return load(args, async (tx, actor) => {
    const frame = await getSchemeFrame(tx, actor, args.params.scheme, { day: moment.date, knownOn });
    const found = await getMoneyLines(
      tx,
      {
        schemeId: frame.schemeId,
        ...(figure
          ? {
              memo: 'with' as const,
              ...figure.filter,
              stage: [figure.stage],
              year: figure.year,
              asOf: moment.at,
              knownOn,
            }
          : { ...lineFilter(address, moment.at, frame), memo: 'with' as const }),
      },
      shown + 1,
    );
    const more = found.length > shown;
    const lines = found.slice(0, shown);
    const lineIds = lines.filter((line) => line.stage === 'realised').map((line) => line.lineId);
    const rates = await impliedIn(tx, actor, { schemeId: frame.schemeId, lines, knownOn });
    const sources = await rowsHrefs(tx, actor, { scheme: frame.code, lineIds });
    return {
      frame,
      address,
      asked,
      lines,
      more,
      rates,
      sources,
      table: figure?.table ?? null,
      of: figure ? { stage: figure.stage, year: figure.year, ...figure.filter } : ofCell(address),
      nowQuery: figureNow(query, asked.today),
      asOf: figure?.asOf ?? address.asOf,
    };
  });
}

/** Which figure it is, by what the address says. */
function ofCell({ cell, slice, unit, fund }: MoneyAddress) {
  const key = cell?.key === '*' ? null : (cell?.key ?? null);
  return {
    ...{ stage: cell?.stage, year: cell?.year, node: slice === 'node' ? key : null },
    unit: slice === 'unit' ? (key ?? unit) : unit,
    fund: slice === 'fund' ? (key ?? null) : fund === 'all' ? null : fund,
  };
}

/** The address of the same figure of a table as it stands today. */
function figureNow(query: URLSearchParams, today: string): string {
  const now = new URLSearchParams(query);
  now.set('asOf', today);
  now.delete('knownOn');
  return String(now);
}

const traced: ReadonlySet<string> = new Set(traceStages);

export default function MoneyLinesPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { frame, address, asked, lines, rates, sources, table, nowQuery, asOf } = loaderData;
  const here = `/schemes/${frame.code}`;
  const then = momentSearch({ asOf, knownOn: asked.knownOn });
  const back = table
    ? keepMoment(`${here}/tables/${table}?asOf=`, then)
    : `${here}/money${moneyQuery(address)}`;
  const units = [...frame.units, ...frame.others];
  const name = (list: { code: string; name: string }[], code: string | null) =>
    list.find((one) => one.code === code)?.name ?? code ?? '';
  const { of } = loaderData;
  const said = [
    of.stage ? text(`money.stage.${of.stage}`) : '',
    of.year ? String(of.year) : '',
    ...[
      name(frame.themes, of.node ?? null),
      name(units, of.unit ?? null),
      name(frame.funds, of.fund ?? null),
    ],
  ];
  const columns = (
    ['fund', 'node', 'measure', 'component', 'year', 'eur', 'fte', 'document', 'note', 'chain'] as const
  ).map((key) => ({
    key,
    head: text(key === 'chain' ? 'trace.chain' : `money.lines.${key}`),
    kind: key === 'eur' || key === 'fte' || key === 'year' ? ('number' as const) : ('text' as const),
    optional: true,
  }));
  const fte = (milli: number | null) => (milli === null ? null : <Money value={milli} unit="fte" />);
  const rows = lines.map((line) => ({
    key: line.lineId,
    head: name(units, line.unit),
    cells: {
      fund: name(frame.funds, line.fund),
      node: name(frame.themes, line.node),
      measure: line.measureName ?? line.measure,
      component: line.component,
      year: String(line.year),
      eur: <Money value={line.memo ? line.memoCents : line.cents} unit="eur2" mark={line.mark} />,
      fte: fte(line.memo ? line.memoFteMilli : line.fteMilli),
      document: (
        <>
          {line.documentTitle}, v{line.versionNumber}
          {sources[line.lineId] ? (
            <>
              {' · '}
              <Link href={keepMoment(sources[line.lineId]!, then)}>{text('intake.source')}</Link>
            </>
          ) : null}
        </>
      ),
      note: [line.memo ? text('money.lines.memo') : '', line.note].filter(Boolean).join(' · '),
      chain:
        traced.has(line.stage) && !line.memo ? (
          <Link href={keepMoment(`${here}/trace/lines/${line.lineId}`, then)}>
            {text('trace.chain.open')}
            <span className="visually-hidden"> {`${name(units, line.unit)}, ${line.year}`}</span>
          </Link>
        ) : null,
    },
  }));
  // a page of memos alone says what they are together, and that it is no part of any total
  const aside = lines.every((line) => line.memo);
  const counted = lines.filter((line) => line.memo === aside);
  const all = (unit: 'cents' | 'fteMilli') => {
    const own = counted.map((line) =>
      aside ? line[unit === 'cents' ? 'memoCents' : 'memoFteMilli'] : line[unit],
    );
    return own.some((amount) => amount !== null) ? sum(own) : null;
  };
  const signs = (['provisional', 'pm', 'masked'] as const).filter((sign) =>
    counted.some((line) => line.mark === sign),
  );
  return (
    <PageBody>
      <PageTitle page={text('money.lines.title')} />
      <BackLink href={back}>{text('money.lines.back')}</BackLink>
      <MomentNotice
        moment={asked}
        now={
          table
            ? `${here}/money/lines?${nowQuery}`
            : `${here}/money/lines${moneyQuery(address, { asOf: null, knownOn: null })}`
        }
      />
      {loaderData.more ? (
        <Notice tone="warn" title={text('money.lines.more', { count: lines.length })} />
      ) : null}
      {lines.length === 0 ? (
        <Empty title={text('money.lines.none')} />
      ) : (
        <>
          <DataTable
            caption={text('money.lines.title')}
            note={said.filter(Boolean).join(' · ')}
            rowHead={text('money.lines.unit')}
            stack
            columns={columns}
            rows={[
              ...rows,
              {
                key: 'total',
                kind: 'total',
                head: text(aside ? 'money.lines.total.memo' : 'money.lines.total', { count: counted.length }),
                cells: {
                  eur: <Money value={all('cents')} unit="eur2" signs={signs} />,
                  fte: fte(all('fteMilli')),
                },
              },
            ]}
          />
          <Notes
            lines={rates.map(({ year, window, stated, within, of }) =>
              text('plan.budget.implied', {
                ...{ year: String(year), count: of, stated: stated ?? 0 },
                ...{ least: window?.least ?? 0, most: window?.most ?? 0 },
                state:
                  window === null ? 'none' : stated === null ? 'unstated' : within ? 'within' : 'outside',
              }),
            )}
          />
        </>
      )}
    </PageBody>
  );
}
