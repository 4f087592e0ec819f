import { redirect } from 'react-router';
import { readForm } from '#app/identity/form.server.ts';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { renderTextsOf } from '#app/messages/words.server.ts';
import { shortHash } from '#app/plan/plan.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { ProblemSummary, Reasons, useFieldError } from '#app/plan/reason.tsx';
import { flow } from '#app/render/flow.ts';
import { ReportView } from '#app/report/chain-view.tsx';
import { makeOutputs } from '#app/report/output-work.server.ts';
import '#app/report/chain.css';
import './portal.css';
import { Checkbox } from '#app/ui/choice.tsx';
import { Confirmation } from '#app/ui/dialog.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { DateField, TextArea } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/publish-page';
import { amountChapter } from './amount-chapter.ts';
import { getCandidate } from './candidate.server.ts';
import { publicHref } from './public-address.ts';
import { publishInput } from './publication.input.ts';
import { publishVersion } from './publication.server.ts';
import { publicReport } from './publication.ts';

export const handle = { ownHead: true };

/** Exactly what would be public, before it is. */
export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  const now = args.context.get(edgeContext).clock();
  const asked = new URL(args.request.url).searchParams.get('version');
  const version = asked && /^\d{1,6}$/.test(asked) ? Number(asked) : null;
  const candidate = await load(args, (tx, actor) =>
    getCandidate(tx, actor, { ...args.params, version, now }),
  );
  const { report, chapters, ...rest } = candidate;
  const leftOut = chapters.flatMap(({ title, confidential }, chapter) =>
    confidential ? [{ chapter, title, reason: '…' }] : [],
  );
  const shown = publicReport(report.report, {
    leftOut,
    more: amountChapter(rest.amounts, locale),
    why: (reason) => reason,
  });
  const { blocks } = flow(shown, renderTextsOf(locale));
  const { head } = report.plan;
  return { ...rest, chapters, head, blocks, today: isoDate(now) };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { db, clock, afterwards } = args.context.get(edgeContext);
  let institutionId = '';
  const outcome = await act(args, (tx, actor) => {
    institutionId = actor.institutionId;
    return publishVersion(tx, actor, { ...readForm(publishInput, form), ...args.params, now: clock() });
  });
  if ('problem' in outcome) {
    const typed = Object.fromEntries(form) as Record<string, string>;
    return {
      ...outcome,
      typed,
      leftOut: form.getAll('leaveOut[]').map(Number),
      reasons: form.getAll('reasons[]').map(String),
    };
  }
  // not waited for, as with every file of a report
  afterwards(() => makeOutputs(db, institutionId));
  return redirect(`/schemes/${args.params.scheme}/publications`);
}

export default function PublishPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, version, blockers, blocks, current, amounts } = loaderData;
  const base = `/schemes/${head.scheme.code}/publications`;
  const number = String(version.number);
  if (blockers.length > 0) {
    return (
      <>
        <PlanFrame head={head} title={text('publication.publish')} version={version} />
        <PageBody narrow>
          <Notice tone="error" title={text('rejection.publish.refused', { count: blockers.length })}>
            <Reasons reasons={blockers} />
          </Notice>
          <p>
            <a href={base}>{text('publication.title')}</a>
          </p>
        </PageBody>
      </>
    );
  }
  const effects = [
    text('publication.effect.version', { number, hash: shortHash(version.contentHash!) }),
    text('publication.effect.address', {
      address: publicHref(null, loaderData.institution, head.scheme.code, head.code),
    }),
    text('publication.effect.printed', {
      chapters: loaderData.chapters.length,
      tables: loaderData.chapters.reduce((sum, one) => sum + one.tables, 0) + (amounts ? 1 : 0),
    }),
    text('publication.effect.decisions', {
      list: loaderData.decisions
        .map((one) => `${nameOf(one.body, locale)} (${formatDate(one.on, locale)})`)
        .join(', '),
    }),
    text('publication.effect.not'),
    ...(current !== null ? [text('publication.effect.older', { number: String(current) })] : []),
  ];
  return (
    <>
      <PlanFrame head={head} title={text('publication.publish')} version={version} />
      <PageBody>
        <ProblemSummary problem={actionData?.problem ?? null} />
        <Confirmation
          title={text('publication.sure', { title: head.title })}
          effects={effects}
          act={text('publication.act')}
          cancelHref={base}
          fields={{ version: number, hash: version.contentHash! }}
        >
          <Choices {...loaderData} typed={actionData} />
        </Confirmation>
        <Disclosure summary={text('publication.preview')} open>
          <ReportView flow={{ blocks }} />
        </Disclosure>
      </PageBody>
    </>
  );
}

type ChoicesProps = Pick<Route.ComponentProps['loaderData'], 'chapters' | 'names' | 'today'> & {
  typed: Route.ComponentProps['actionData'];
};

function Choices({ chapters, names, today, typed }: ChoicesProps) {
  const text = useText();
  const error = useFieldError(typed?.problem);
  const left = new Set(typed?.leftOut ?? chapters.flatMap((one, place) => (one.confidential ? [place] : [])));
  return (
    <>
      <DateField
        label={text('publication.from')}
        name="from"
        id="from"
        min={today}
        defaultValue={typed?.typed.from ?? today}
        error={error('from')}
        hint={text('publication.from.hint')}
      />
      <fieldset className="field publication-chapters" id="leaveOut">
        <legend className="field-label">{text('publication.leave-out')}</legend>
        {chapters.map(({ title, tables, figures, confidential }, place) => {
          const holds = text('publication.chapter', { tables, figures, confidential: String(confidential) });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: chapters have no identity but their place
            <div key={place} className="choice">
              <input
                id={`chapter-${place}`}
                type="checkbox"
                name="leaveOut[]"
                value={place}
                defaultChecked={left.has(place)}
              />
              <label htmlFor={`chapter-${place}`}>
                {title}
                {holds ? <small>{holds}</small> : null}
              </label>
              <input
                className="input"
                name="reasons[]"
                maxLength={600}
                aria-label={text('publication.own-reason', { title })}
                placeholder={text('publication.own-reason.hint')}
                defaultValue={typed?.reasons[place]}
              />
            </div>
          );
        })}
      </fieldset>
      <TextArea
        label={text('publication.reason')}
        name="reason"
        id="reason"
        rows={2}
        optional
        hint={text('publication.reason.hint')}
        defaultValue={typed?.typed.reason}
        error={error('reason')}
      />
      {names.length > 0 ? (
        <Checkbox
          name="names"
          id="names"
          label={text('publication.names', { names: names.join(', ') })}
          error={error('names')}
        />
      ) : null}
    </>
  );
}
