import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, readMoment } from '#app/kernel/moment.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/allocation-page';
import { listAllocations } from './allocation-list.server.ts';
import { readAsides } from './line-result.server.ts';
import { useNames } from './names.tsx';
import type { Line } from './receiver.ts';
import { ResultTable } from './result-table.tsx';
import { listScenarios } from './scenario.server.ts';
import { OutcomeBadge } from './scenario-badge.tsx';
import { vocabularyOf } from './screen.server.ts';
import { getSetting, provisionalYears, totalsOf } from './setting.server.ts';
import { type AllocationDocument, canWriteAllocation } from './version.ts';
import { VersionTable } from './version-table.tsx';

import './bench.css';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const asked = readMoment(new URL(args.request.url).searchParams, isoDate(now));
  const moment = versionMoment(asked);
  return load(args, async (tx, actor) => {
    const setting = await getSetting(tx, actor, args.params.scheme, moment);
    const named = await readAsides(tx, actor, { schemeId: setting.schemeId, moment });
    const inForce = setting.funds.flatMap((fund) => {
      const held = setting.held.filter(
        (one) => one.stage === 'allocated' && one.fund === fund.code && !one.carried,
      );
      const asides = named.flatMap(({ fund: code, ...aside }) => (code === fund.code ? [aside] : []));
      if (held.length === 0 && asides.length === 0) return [];
      const lines = held.map(
        ({ unit, node, year, cents, provisional }): Line => ({
          ...{ unit, node, year, cents },
          ...(provisional && { provisional }),
        }),
      );
      const of = (basis: 'expected' | 'granted') =>
        totalsOf(setting, { fund: fund.code, basis, document: null });
      // a year that nothing was granted for yet is held against what was expected
      const totals = { ...of('expected'), ...of('granted') };
      const unallocated = { ...totals };
      for (const { year, cents } of lines) unallocated[year] = (unallocated[year] ?? 0) - cents;
      const provisional = provisionalYears(setting, { fund: fund.code, basis: 'granted' });
      return [{ fund: fund.code, lines, totals, unallocated, provisional, asides }];
    });
    return {
      scheme: setting.code,
      asked,
      vocabulary: vocabularyOf(setting),
      documents: await listAllocations(tx, actor, setting.schemeId, moment),
      inForce,
      scenarios: (await listScenarios(tx, actor, setting.schemeId)).map(
        ({ code, name, description, fund, shared, outcome, reason }) => {
          return { code, name, description, fund, shared, outcome, reason };
        },
      ),
      mayWrite: isNow(asked) && canWriteAllocation(actor) && setting.kinds.length > 0,
    };
  });
}

export default function AllocationPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, vocabulary, documents, inForce, mayWrite } = loaderData;
  const names = useNames(vocabulary);
  const here = `/schemes/${scheme}/allocation`;
  return (
    <PageBody>
      <PageTitle page={text('scheme.tab.allocation')} />
      <MomentNotice moment={loaderData.asked} now="?" />
      <MomentForm moment={loaderData.asked} />
      <p className="said">{text('allocation.lead')}</p>
      {inForce.map(({ fund, ...result }) => (
        <ResultTable
          key={fund}
          caption={text(isNow(loaderData.asked) ? 'allocation.now' : 'allocation.then', {
            fund: names.fund(fund),
          })}
          result={result}
          vocabulary={vocabulary}
          names={names}
        />
      ))}
      {documents.length === 0 ? (
        <Empty title={text('allocation.none')}>{mayWrite ? text('allocation.none.next') : null}</Empty>
      ) : (
        <Documents documents={documents} fundName={names.fund} here={here} />
      )}
      <Scenarios scenarios={loaderData.scenarios} here={here} />
      {documents.length > 0 || mayWrite ? (
        <div className="form-actions">
          <ButtonLink href={`${here}/compare`} kind="primary">
            {text('allocation.bench.to')}
          </ButtonLink>
          {mayWrite ? <ButtonLink href={`${here}/new`}>{text('allocation.new')}</ButtonLink> : null}
          <ButtonLink href={`${here}/carry-over`}>{text('carry.to-page')}</ButtonLink>
        </div>
      ) : null}
    </PageBody>
  );
}

type DocumentsProps = {
  documents: readonly AllocationDocument[];
  fundName: (code: string) => string;
  here: string;
};

function Documents({ documents, fundName, here }: DocumentsProps) {
  const text = useText();
  return (
    <>
      <h2>{text('allocation.documents')}</h2>
      <VersionTable
        caption={text('allocation.documents')}
        rowHead={text('allocation.document')}
        documents={documents}
        here={here}
        columns={[
          { key: 'fund', head: text('allocation.fund'), kind: 'text' },
          { key: 'basis', head: text('allocation.basis'), kind: 'text' },
        ]}
        cells={({ fund, basis }) => ({
          fund: fund === null ? '–' : fundName(fund),
          basis: text(`allocation.basis.${basis ?? 'none'}`),
        })}
      />
    </>
  );
}

type ScenariosProps = { scenarios: Awaited<ReturnType<typeof loader>>['scenarios']; here: string };

/** What was considered: why, and what became of it and for which reason. */
function Scenarios({ scenarios, here }: ScenariosProps) {
  const text = useText();
  return (
    <>
      <h2>{text('allocation.scenarios')}</h2>
      {scenarios.length === 0 ? (
        <p className="sub">{text('allocation.scenarios.none')}</p>
      ) : (
        <ul className="ruled scenario-list">
          {scenarios.map((one) => (
            <li key={one.code}>
              <p className="row">
                <a href={`${here}/scenarios/${one.code}`}>
                  <b>{one.name}</b>
                </a>
                <OutcomeBadge outcome={one.outcome} />
                {one.shared ? null : (
                  <span className="sub">{text('allocation.scenario.shared.short.no')}</span>
                )}
              </p>
              {one.description ? <p className="said">{one.description}</p> : null}
              {one.reason ? (
                <p>
                  <b>{text('allocation.scenario.because')}</b> {one.reason}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
