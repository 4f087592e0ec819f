import { Outlet, redirect } from 'react-router';
import { RefusalSummary, useErrorWords } from '#app/funding/error-words.tsx';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import { isNow, keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { Link } from '#app/ui/link.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/carry-over-document-page';
import { getCarryOver } from './carry-over.server.ts';
import { CarryActs } from './carry-over-acts.tsx';
import { saveCarryOver, startCarryDraft, submitCarryOver } from './carry-over-draft.server.ts';
import { CarryFields } from './carry-over-fields.tsx';
import { carryRows, readCarryForm } from './carry-over-form.ts';
import { useNames } from './names.tsx';
import { vocabularyOf } from './screen.server.ts';
import { canDecideAllocation, canWriteAllocation } from './version.ts';
import { VersionBadge } from './version-badge.tsx';
import { VersionLinks } from './version-links.tsx';

import '#app/funding/funding.css';
import './carry-over.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const number = Number(query.get('version')) || null;
  const asked = readMoment(query, isoDate(args.context.get(edgeContext).clock()));
  const now = isNow(asked);
  return load(args, async (tx, actor) => {
    const moment = versionMoment(asked);
    const view = await getCarryOver(tx, actor, { ...args.params, version: number, moment }).catch(
      (thrown) => {
        // before its first version there was nothing to show: the list of then says what there was
        if (now || !(thrown instanceof Missing)) throw thrown;
        const list = `/schemes/${args.params.scheme}/allocation/carry-over`;
        throw redirect(keepMoment(list, momentSearch(asked)));
      },
    );
    const { setting, kind, document, version, revision, carries, ends, problems } = view;
    const write = now && canWriteAllocation(actor);
    const decide = now && canDecideAllocation(actor) && version.status === 'submitted';
    const draft = version.status === 'draft';
    return {
      scheme: setting.code,
      vocabulary: vocabularyOf(setting),
      ...{ document, version, revision, problems },
      lastYear: setting.lastYear,
      asked,
      saved: query.has('saved'),
      rows: carryRows(carries, ends, { draft: draft && write, firstYear: setting.firstYear }),
      may: {
        edit: write && draft,
        renew: write && !document.versions.some((one) => one.status === 'draft'),
        decide: decide && kind.priorRights === 0,
        return: decide,
        withdraw: write && version.status === 'submitted',
        /** bodies have to be asked first, with the other decisions */
        ask: now && version.status === 'submitted' && kind.priorRights > 0,
      },
    };
  });
}

export type CarryScreen = Awaited<ReturnType<typeof loader>>;

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const typed = textsOf(form);
  const { scheme, document } = args.params;
  const address = { scheme, document };
  const result = await act(args, async (tx, actor) => {
    if (typed.intent === 'next') return startCarryDraft(tx, actor, address);
    const { revision } = await saveCarryOver(tx, actor, { ...address, ...readCarryForm(typed) });
    if (typed.intent !== 'submit') return { version: null };
    return submitCarryOver(tx, actor, { ...address, revision });
  });
  if ('problem' in result) return { problem: result.problem, typed };
  const { version } = result.done;
  const here = `/schemes/${scheme}/allocation/carry-over/${document}`;
  throw redirect(version === null ? `${here}?saved` : `${here}?version=${version}`);
}

export default function CarryOverDocumentPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, document, version, problems, saved, may, asked } = loaderData;
  const names = useNames(loaderData.vocabulary);
  const words = useErrorWords((param, code) =>
    param === 'unit' ? names.unit(code) : param === 'fund' ? names.fund(code) : code,
  );
  const home = `/schemes/${scheme}/allocation/carry-over`;
  const refused = actionData?.problem;
  const waiting = version.status === 'submitted';
  return (
    <>
      <PageHead
        breadcrumb={[
          { href: `/schemes/${scheme}/allocation`, label: text('scheme.tab.allocation') },
          { href: keepMoment(home, momentSearch(asked)), label: text('carry.title') },
        ]}
        title={document.title}
        badge={<VersionBadge version={version} />}
        lead={text('carry.document.lead', {
          number: version.number,
          count: loaderData.rows.filter((row) => row.cents !== 0).length,
        })}
      />
      <PageBody>
        <PageTitle page={document.title} />
        <MomentNotice moment={asked} now={`?version=${version.number}`} />
        <MomentForm moment={asked} />
        {refused ? (
          <RefusalSummary problem={refused} words={words} />
        ) : saved ? (
          <Notice tone="ok" live title={text('carry.saved')} />
        ) : null}
        {document.versions.length > 1 ? (
          <p className="row">
            <VersionLinks
              href={`${home}/${document.code}`}
              versions={document.versions}
              current={version.number}
              moment={asked}
            />
          </p>
        ) : null}
        {version.from ? (
          <p className="sub">{text('allocation.from', { date: formatDate(version.from, locale) })}</p>
        ) : null}
        {!may.edit && version.note ? <p className="said">{version.note}</p> : null}
        <p className="sub">{text('carry.effect')}</p>
        {problems.length > 0 && !refused ? (
          <Notice tone="warn" title={text(waiting ? 'carry.problems.submitted' : 'carry.problems')}>
            <ul>
              {problems.map((one) => (
                <li key={`${one.path} ${one.code}`}>
                  {may.edit && one.path !== 'carries' ? (
                    <a href={`#${one.path}`}>{words(one)}</a>
                  ) : (
                    words(one)
                  )}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {may.edit ? (
          <p>
            <Link href={`${home}/${document.code}/sheet`}>{text('fill-in.open')}</Link>
          </p>
        ) : null}
        <CarryFields screen={loaderData} problem={refused} typed={actionData?.typed} words={words} />
        <Outlet />
        <CarryActs screen={loaderData} />
      </PageBody>
    </>
  );
}
