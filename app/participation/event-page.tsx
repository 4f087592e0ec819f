import { redirect } from 'react-router';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden, Missing, Rejection } from '#app/kernel/rejection.ts';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Confirmation } from '#app/ui/dialog.tsx';
import { DateField, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import '#app/plan/plan.css';
import type { Route } from './+types/event-page';
import { canRecordEvent, isLapsed } from './decision.ts';
import { DisputeFields } from './dispute-fields.tsx';
import {
  accountEvents,
  type DossierEvent,
  dossierEvents,
  recorderOf,
  standingOf,
  transition,
} from './dossier-state.ts';
import { recordEvent } from './event.server.ts';
import { speaksForItself, suspensionEnd } from './event-check.ts';
import { getEventSetting } from './event-setting.server.ts';
import { readEvent } from './outcome-form.server.ts';

export const handle = { ownHead: true };

function eventOf(name: string): DossierEvent {
  const event = dossierEvents.find((one) => one === name);
  if (!event) throw new Missing('event');
  return event;
}

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const event = eventOf(args.params.event);
    const { decision, head, ...offered } = await getEventSetting(tx, actor, {
      ...args.params,
      event,
      today,
    });
    const { state, before } = standingOf(decision, today);
    const of = { bodyId: decision.bodyId, unitId: head.unitId, beforeId: before?.bodyId ?? null };
    if (!canRecordEvent(actor, event, of)) {
      throw forbidden(recorderOf(event) === 'board' ? 'consent.ask' : 'consent.record');
    }
    if (isLapsed(decision) || ['returned', 'withdrawn'].includes(decision.versionStatus)) {
      throw new Rejection('decision.version-gone', { status: decision.versionStatus });
    }
    const step = transition(state, event);
    return { event, decision, head, ...offered, today, state, to: 'to' in step ? step.to : null };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const now = args.context.get(edgeContext).clock();
  const { scheme, decision, event } = args.params;
  const outcome = await act(args, (tx, actor) =>
    recordEvent(tx, actor, { ...readEvent(form, eventOf(event)), decision, now }),
  );
  if ('done' in outcome) return redirect(`/schemes/${scheme}/decisions/${decision}`);
  return { ...outcome, typed: Object.fromEntries(form) as Record<string, string> };
}

/** One step in a dossier: what it does, its date and words. What is out of order is told, and nothing typed is lost. */
export default function EventPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const error = useFieldError(actionData?.problem);
  const { event, decision, head, seats, papers, today, state, to } = loaderData;
  const typed: Record<string, string> = actionData?.typed ?? {};
  const base = `/schemes/${head.scheme.code}/decisions/${decision.decisionId}`;
  const title = text(`dossier-act.${event}`);
  const problem =
    actionData?.problem ??
    (to === null
      ? {
          status: 409 as const,
          code: 'event.order',
          params: { state, event },
          blockers: [],
          errors: [],
        }
      : null);
  const until = formatDate(
    suspensionEnd(today, { suspensionDays: decision.rule?.suspensionDays ?? 0 }),
    locale,
  );
  const account = (accountEvents as readonly string[]).includes(event);
  return (
    <>
      <PageTitle page={`${title} · ${head.title}`} />
      <PageHead
        breadcrumb={[{ href: base, label: head.title }]}
        title={title}
        lead={nameOf({ nameNl: decision.bodyNl, nameEn: decision.bodyEn }, locale)}
      />
      <PageBody narrow>
        <ProblemSummary problem={problem} />
        <Confirmation
          title={decision.question}
          effects={[
            text(`dossier-event.${event}.effect`, { date: until }),
            ...(to !== null && to !== state
              ? [text('dossier-event.so', { state: text(`dossier-state.${to}`) })]
              : []),
            text('dossier-event.final'),
          ]}
          act={text('dossier-event.record')}
          cancelHref={base}
        >
          <DateField
            id="onDate"
            name="onDate"
            label={text('dossier-event.onDate')}
            max={today}
            defaultValue={typed.onDate ?? today}
            error={error('onDate')}
          />
          {event === 'excluded' && seats.length > 0 ? (
            <Select
              id="member"
              name="member"
              label={text('dossier-event.member')}
              defaultValue={typed.member}
              none={text('measure.choose')}
              options={seats.map((one) => ({
                value: one.memberId,
                label: [one.name, one.capacity].filter(Boolean).join(', '),
              }))}
              error={error('member')}
            />
          ) : null}
          {event === 'excluded' && seats.length === 0 ? (
            <TextField
              id="people"
              name="people"
              label={text('dossier-event.people')}
              inputMode="numeric"
              width="short"
              defaultValue={typed.people}
              error={error('people')}
            />
          ) : null}
          <DisputeFields {...loaderData} typed={typed} error={error} />
          {event === 'extended' ? (
            <DateField
              id="untilDate"
              name="untilDate"
              label={text('dossier-event.untilDate')}
              min={decision.dueOn ?? today}
              defaultValue={typed.untilDate}
              error={error('untilDate')}
            />
          ) : null}
          {event === 'papers' ? (
            <>
              <TextField
                id="text"
                name="text"
                label={text('dossier-event.text.papers')}
                hint={text('dossier-event.text.papers.hint')}
                defaultValue={typed.text}
                optional
                error={error('text')}
              />
              <Select
                id="paper"
                name="paper"
                label={text('dossier-event.paper')}
                defaultValue={typed.paper}
                none={text('dossier-event.paper.none')}
                optional
                options={papers.map((one) => ({
                  value: `${one.document}/${one.number}`,
                  label: text('timeline.paper', { title: one.title, number: String(one.number) }),
                }))}
                error={error('paper')}
              />
            </>
          ) : (
            <TextArea
              id="text"
              name="text"
              label={text(account ? 'dossier-event.text.account' : 'dossier-event.text')}
              rows={account ? 8 : 4}
              optional={speaksForItself.includes(event)}
              defaultValue={typed.text}
              error={error('text')}
            />
          )}
        </Confirmation>
      </PageBody>
    </>
  );
}
