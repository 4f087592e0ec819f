import { redirect } from 'react-router';
import { parseInput } from '#app/identity/form.server.ts';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { formatExact } from '#app/kernel/amount-format.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import { isNow, keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { years } from '#app/kernel/period.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { Money } from '#app/ui/money.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/carry-over-page';
import { startCarryInput } from './carry-over.input.ts';
import { getCarryOverview } from './carry-over.server.ts';
import { leftOf } from './carry-over.ts';
import { startCarryOver } from './carry-over-draft.server.ts';
import { CarryStart } from './carry-over-start.tsx';
import { useNames } from './names.tsx';
import { vocabularyOf } from './screen.server.ts';
import { canWriteAllocation } from './version.ts';
import { VersionTable } from './version-table.tsx';

import '#app/funding/funding.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const asked = readMoment(query, isoDate(args.context.get(edgeContext).clock()));
  return load(args, async (tx, actor) => {
    const moment = versionMoment(asked);
    const { setting, documents, ends } = await getCarryOverview(tx, actor, args.params.scheme, moment);
    const period = years(setting.firstYear, setting.lastYear);
    const left = ends.map((end) => ({ ...end, left: leftOf(end) }));
    return {
      scheme: setting.code,
      vocabulary: vocabularyOf(setting),
      period,
      rule: setting.carryKinds[0]?.rule ?? null,
      documents,
      asked,
      left,
      /** years of which something can move */
      open: period.filter((year) => left.some((end) => end.year === year && end.left)),
      mayWrite: isNow(asked) && canWriteAllocation(actor) && setting.carryKinds.length > 0,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const typed = textsOf(form);
  const { scheme } = args.params;
  const result = await act(args, (tx, actor) =>
    startCarryOver(tx, actor, { scheme, ...parseInput(startCarryInput, typed) }),
  );
  if ('problem' in result) return { problem: result.problem, typed };
  throw redirect(`/schemes/${scheme}/allocation/carry-over/${result.done.document}`);
}

type Data = Route.ComponentProps['loaderData'];

export default function CarryOverPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, rule, mayWrite, asked } = loaderData;
  return (
    <>
      <PageHead
        breadcrumb={[
          {
            href: keepMoment(`/schemes/${scheme}/allocation`, momentSearch(asked)),
            label: text('scheme.tab.allocation'),
          },
        ]}
        title={text('carry.title')}
        lead={text('carry.lead')}
      />
      <PageBody>
        <PageTitle page={text('carry.title')} />
        <MomentNotice moment={asked} now="?" />
        <MomentForm moment={asked} />
        {rule ? (
          <Rule rule={rule} last={loaderData.period.at(-1)!} />
        ) : (
          <Empty title={text('carry.no-rule')}>{text('carry.no-rule.next')}</Empty>
        )}
        <Left {...loaderData} />
        {rule ? <Documents {...loaderData} /> : null}
        {mayWrite ? (
          <CarryStart {...loaderData} problem={actionData?.problem} typed={actionData?.typed} />
        ) : null}
      </PageBody>
    </>
  );
}

/** What the scheme allows, in words. */
function Rule({ rule, last }: { rule: NonNullable<Data['rule']>; last: number }) {
  const text = useText();
  const locale = useLocale();
  return (
    <div className="said">
      <p>
        {text('carry.rule', {
          share: rule.shareBasis === null ? 'all' : formatExact(rule.shareBasis, 2, locale),
          last: String(rule.lastYear ?? last),
          advance: String(rule.advance),
        })}
      </p>
      <p className="sub">{text('carry.rule.source', { source: rule.source })}</p>
    </div>
  );
}

/** Per fund: what each unit has left of each year, where that is known. */
function Left({ left, period, vocabulary }: Data) {
  const text = useText();
  const names = useNames(vocabulary);
  if (left.length === 0) {
    return <Empty title={text('carry.left.none')}>{text('carry.left.none.next')}</Empty>;
  }
  const funds = [...Map.groupBy(left, (end) => end.fund)];
  const total = (own: Data['left']) => {
    const known = own.filter((end) => end.left !== null);
    return known.length === 0 ? null : known.reduce((sum, end) => sum + end.left!, 0);
  };
  return funds.map(([fund, own]) => {
    const cells = (rows: Data['left']) => ({
      ...Object.fromEntries(
        period.map((year) => {
          const here = rows.filter((end) => end.year === year);
          return [
            String(year),
            <Money
              key={year}
              value={total(here)}
              unit="eur"
              mark={here.length === 0 ? 'none' : total(here) === null ? 'unknown' : null}
            />,
          ];
        }),
      ),
      total: <Money value={total(rows)} unit="eur" />,
    });
    return (
      <DataTable
        key={fund}
        caption={text('carry.left', { fund: names.fund(fund) })}
        note={text('carry.left.note')}
        rowHead={text('carry.unit')}
        columns={[
          ...period.map((year) => ({ key: String(year), head: String(year) })),
          { key: 'total', head: text('carry.total') },
        ]}
        rows={[
          ...[...Map.groupBy(own, (end) => end.unit)].map(([unit, rows]) => ({
            key: unit,
            head: names.unit(unit),
            cells: cells(rows),
          })),
          { key: '*', kind: 'total' as const, head: text('carry.total'), cells: cells(own) },
        ]}
      />
    );
  });
}

function Documents({ documents, scheme, asked }: Data) {
  const text = useText();
  return (
    <>
      <h2>{text('carry.documents')}</h2>
      {documents.length === 0 ? (
        <p className="sub">{text('carry.documents.none')}</p>
      ) : (
        <VersionTable
          caption={text('carry.documents')}
          rowHead={text('carry.document')}
          documents={documents}
          here={`/schemes/${scheme}/allocation/carry-over`}
          moment={asked}
        />
      )}
    </>
  );
}
