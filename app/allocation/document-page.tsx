import { Outlet, redirect } from 'react-router';
import { RefusalSummary } from '#app/funding/error-words.tsx';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import { isNow, keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/document-page';
import { Acts } from './acts.tsx';
import { getAllocation } from './allocation.server.ts';
import { listCarryOversOf } from './carry-over.server.ts';
import { ChangeNotice } from './change-notice.tsx';
import { startNextDraft } from './draft.server.ts';
import { useAllocationWords, useNames } from './names.tsx';
import { keyOf } from './receiver.ts';
import { type ResultCell, ResultTable } from './result-table.tsx';
import { readReceiver, receiverText } from './rule-form.ts';
import { RulesSaid } from './rules-said.tsx';
import { screenOf } from './screen.server.ts';
import { Steps } from './steps.tsx';
import { submitAllocation } from './submission.server.ts';
import { VersionBadge } from './version-badge.tsx';
import { VersionLinks } from './version-links.tsx';

import './bench.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const version = Number(query.get('version')) || null;
  const asked = readMoment(query, isoDate(args.context.get(edgeContext).clock()));
  const moment = versionMoment(asked);
  return load(args, async (tx, actor) => {
    const view = await getAllocation(tx, actor, { ...args.params, version, moment }).catch(async (thrown) => {
      // lists of documents know the stage only: a carry-over is allocated money too, on a page of its own
      const found = await listCarryOversOf(tx, actor, args.params.scheme);
      if (!found.some((one) => one.code === args.params.document)) {
        // before its first version there was nothing to show: the list of then says what there was
        if (isNow(asked) || !(thrown instanceof Missing)) throw thrown;
        throw redirect(keepMoment(`/schemes/${args.params.scheme}/allocation`, momentSearch(asked)));
      }
      const own = `/schemes/${args.params.scheme}/allocation/carry-over/${args.params.document}`;
      throw redirect(keepMoment(version === null ? own : `${own}?version=${version}`, momentSearch(asked)));
    });
    return { ...screenOf(actor, view, asked), asked, cell: readCell(query.get('cell')) };
  });
}

function readCell(text: string | null): ResultCell | null {
  const [, year, receiver] = text?.match(/^(\d{4})~(.*)$/) ?? [];
  return year && receiver !== undefined ? { ...readReceiver(receiver), year: Number(year) } : null;
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const typed = textsOf(form);
  const result = await act(args, async (tx, actor) => {
    const { scheme, document } = args.params;
    if (typed.intent === 'next') {
      return startNextDraft(tx, actor, { scheme, document, note: typed.note ?? '' });
    }
    const revision = Number(typed.revision);
    return { document, ...(await submitAllocation(tx, actor, { scheme, document, revision })) };
  });
  if ('problem' in result) return result;
  const { document, version } = result.done;
  throw redirect(`/schemes/${args.params.scheme}/allocation/${document}?version=${version}`);
}

export default function DocumentPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { document, version, rules, result, vocabulary, problems, scheme } = loaderData;
  const names = useNames(vocabulary);
  const words = useAllocationWords(names);
  const home = `/schemes/${scheme}/allocation`;
  const here = keepMoment(
    `${home}/${document.code}?version=${version.number}`,
    momentSearch(loaderData.asked),
  );
  const cell = loaderData.cell ?? firstCell(result?.lines);
  const reasons = result?.reasons.find((one) => cell && one.year === cell.year && keyOf(one) === keyOf(cell));
  const refused = actionData?.problem;
  return (
    <>
      <PageHead
        breadcrumb={[{ href: home, label: text('scheme.tab.allocation') }]}
        title={document.title}
        badge={<VersionBadge version={version} />}
        lead={text('allocation.document.lead', {
          number: version.number,
          fund: version.fund === null ? '' : names.fund(version.fund),
          basis: text(`allocation.basis.${rules?.basis ?? 'none'}`),
        })}
      />
      <PageBody
        aside={reasons && rules ? <Steps reasons={reasons} rules={rules.rules} names={names} /> : undefined}
        asideLabel={text('allocation.steps')}
      >
        <PageTitle page={document.title} />
        <MomentNotice moment={loaderData.asked} now={`?version=${version.number}`} />
        <MomentForm moment={loaderData.asked} />
        <RefusalSummary problem={refused} words={words} />
        <Versions {...loaderData} />
        {version.from ? (
          <p className="sub">{text('allocation.from', { date: formatDate(version.from, locale) })}</p>
        ) : null}
        {version.note ? <p className="said">{version.note}</p> : null}
        {problems.length > 0 ? (
          <Notice tone="warn" title={text('allocation.problems')}>
            <ul>
              {problems.map((one) => (
                <li key={`${one.path} ${one.code} ${one.params.year ?? ''}`}>{words(one)}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {loaderData.settled.length > 0 ? (
          <Notice tone="warn" title={text('allocation.settled', { years: loaderData.settled.join(', ') })} />
        ) : null}
        {result && result.provisional.length > 0 ? (
          <p className="sub">{text('allocation.provisional', { years: result.provisional.join(', ') })}</p>
        ) : null}
        <ChangeNotice screen={loaderData} vocabulary={vocabulary} names={names} words={words} />
        {result && Object.keys(result.totals).length > 0 ? (
          <ResultTable
            caption={text('allocation.result')}
            result={result}
            vocabulary={vocabulary}
            names={names}
            selected={cell}
            hrefOf={
              result.reasons.length > 0
                ? (one) => `${here}&cell=${one.year}~${encodeURIComponent(receiverText(one))}`
                : undefined
            }
          />
        ) : result ? (
          <Empty title={text('allocation.no-money')}>{text('allocation.no-money.next')}</Empty>
        ) : null}
        {rules ? (
          <>
            <h2>{text('allocation.rules')}</h2>
            <RulesSaid rules={rules.rules} names={names} />
          </>
        ) : (
          <p className="sub">{text('allocation.rules.unknown')}</p>
        )}
        {loaderData.may.edit ? (
          <p>
            <ButtonLink href={`${home}/${document.code}/rules`}>{text('allocation.edit')}</ButtonLink>
          </p>
        ) : null}
        {isNow(loaderData.asked) ? (
          <>
            <Outlet />
            <Acts screen={loaderData} />
          </>
        ) : null}
      </PageBody>
    </>
  );
}

function firstCell(lines: readonly ResultCell[] | undefined): ResultCell | null {
  const line = lines?.[0];
  return line ? { unit: line.unit, node: line.node, year: line.year } : null;
}

/** The versions of this document, and a comparison with the one in force. */
function Versions({ scheme, document, version, asked }: Route.ComponentProps['loaderData']) {
  const text = useText();
  const home = `/schemes/${scheme}/allocation`;
  const other = document.versions.find((one) => one.inForce) ?? document.versions[0];
  return (
    <p className="row">
      <VersionLinks
        href={`${home}/${document.code}`}
        versions={document.versions}
        current={version.number}
        moment={asked}
      />
      {other && other.number !== version.number ? (
        <a href={`${home}/compare?c=${document.code}~${other.number}&c=${document.code}~${version.number}`}>
          {text('allocation.compare.with', { number: other.number })}
        </a>
      ) : null}
    </p>
  );
}
