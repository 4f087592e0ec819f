import { redirect } from 'react-router';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { quorumOf } from '#app/scheme/right.ts';
import { Radios } from '#app/ui/choice.tsx';
import { Confirmation } from '#app/ui/dialog.tsx';
import { DateField, TextArea, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import '#app/plan/plan.css';
import type { Route } from './+types/outcome-page';
import { canRecordOutcome, isLapsed, possibleOutcomes } from './decision.ts';
import { getDossier } from './dossier.server.ts';
import { countSections, recordOutcome } from './outcome.server.ts';
import { readOutcome } from './outcome-form.server.ts';
import { SectionVotes } from './section-votes.tsx';
import { TypedOutcome } from './typed-outcome.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const { decision, plan, mayRecord } = await getDossier(tx, actor, { ...args.params, today });
    if (!canRecordOutcome(actor, decision)) throw forbidden('consent.record');
    if (isLapsed(decision)) {
      throw new Rejection('decision.version-gone', { status: decision.versionStatus });
    }
    // an outcome that came first is shown beside what somebody typed meanwhile
    if (decision.outcome === null && !mayRecord) throw forbidden('consent.record');
    const sectionMembers = await countSections(tx, actor, { ...decision, on: today });
    return { decision, head: plan.head, today, sectionMembers };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const now = args.context.get(edgeContext).clock();
  const { scheme, decision } = args.params;
  const outcome = await act(args, (tx, actor) =>
    recordOutcome(tx, actor, { ...readOutcome(form), decision, now }),
  );
  if ('done' in outcome) return redirect(`/schemes/${scheme}/decisions/${decision}`);
  return { ...outcome, typed: Object.fromEntries(form) as Record<string, string> };
}

export default function OutcomePage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const error = useFieldError(actionData?.problem);
  const { decision, head, today, sectionMembers } = loaderData;
  const typed: Record<string, string> = actionData?.typed ?? {};
  const base = `/schemes/${head.scheme.code}/decisions/${decision.decisionId}`;
  const body = nameOf({ nameNl: decision.bodyNl, nameEn: decision.bodyEn }, locale);
  const { rule, events, members } = decision;
  const excluded = events
    .filter((one) => one.event === 'excluded')
    .reduce((sum, one) => sum + (one.people ?? 1), 0);
  const needed = rule ? quorumOf(rule, members > 0 ? Math.max(0, members - excluded) : null) : null;
  const apart = rule?.sections ?? [];
  const facts = [
    members > 0 ? text('outcome.members.kept', { count: members }) : '',
    excluded > 0 ? text('outcome.excluded', { count: excluded }) : '',
    needed === null ? '' : text('outcome.quorum', { needed }),
    rule && apart.length === 0 && decision.kind !== 'information' && decision.kind !== 'discussion'
      ? text('outcome.majority', { majority: text(`majority.${rule.majority}`) })
      : '',
    apart.length > 0 ? text('outcome.apart') : '',
  ].filter(Boolean);
  const choices = possibleOutcomes(decision.kind).filter(
    (one) => one !== 'given-on-conditions' || rule?.conditionsAllowed !== false,
  );
  if (decision.outcome !== null) {
    return (
      <>
        <PageTitle page={`${text('dossier.record')} · ${head.title}`} />
        <PageHead breadcrumb={breadcrumb()} title={text('dossier.record')} lead={body} />
        <PageBody narrow>
          <Notice tone="warn" live title={text('outcome.recorded-first')}>
            <p>
              {text('outcome.recorded-first.explained', {
                outcome: text(`outcome.${decision.kind}.${decision.outcome}`),
                date: decision.decidedOn ? formatDate(decision.decidedOn, locale) : '',
              })}{' '}
              <Link href={base}>{head.title}</Link>
            </p>
          </Notice>
          <TypedOutcome typed={typed} kind={decision.kind} />
        </PageBody>
      </>
    );
  }
  const count = (name: string) => (
    <TextField
      id={name}
      name={name}
      label={text(`outcome.${name}`)}
      defaultValue={typed[name]}
      inputMode="numeric"
      width="short"
      optional
      error={error(name)}
    />
  );
  const words = (name: string) => (
    <TextArea
      id={name}
      name={name}
      label={text(`outcome.${name}`)}
      hint={text(`outcome.${name}.hint`)}
      defaultValue={typed[name]}
      rows={3}
      optional
      error={error(name)}
    />
  );
  return (
    <>
      <PageTitle page={`${text('dossier.record')} · ${head.title}`} />
      <PageHead breadcrumb={breadcrumb()} title={text('dossier.record')} lead={body} />
      <PageBody narrow>
        <ProblemSummary problem={actionData?.problem ?? null} />
        <Confirmation
          title={decision.question}
          effects={[
            text('outcome.final'),
            text('outcome.bound', { number: String(decision.versionNumber) }),
            ...(decision.prior ? [text('outcome.prior')] : []),
            ...facts,
          ]}
          act={text('dossier.record')}
          cancelHref={base}
        >
          <Radios
            id="outcome"
            name="outcome"
            label={text('outcome.choose')}
            defaultValue={typed.outcome}
            error={error('outcome')}
            options={choices.map((value) => ({
              value,
              label: text(`outcome.${decision.kind}.${value}`),
            }))}
          />
          <DateField
            id="decidedOn"
            name="decidedOn"
            label={text('outcome.decidedOn')}
            min={decision.askedOn}
            max={today}
            defaultValue={typed.decidedOn ?? today}
            error={error('decidedOn')}
          />
          {members === 0 && (apart.length === 0 || rule?.quorumBasis) ? count('members') : null}
          {apart.length > 0 ? (
            <SectionVotes
              sections={apart}
              rule={rule!}
              members={sectionMembers}
              typed={typed}
              error={error}
            />
          ) : (
            <div className="pair">
              {count('present')}
              {count('votesFor')}
              {count('votesAgainst')}
              {count('abstained')}
            </div>
          )}
          {words('reasons')}
          {choices.includes('given-on-conditions') ? words('conditions') : null}
          {words('minorityView')}
        </Confirmation>
      </PageBody>
    </>
  );

  function breadcrumb() {
    return [{ href: base, label: head.title }];
  }
}
