import { redirect } from 'react-router';
import { readForm } from '#app/identity/form.server.ts';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { nameOf } from '#app/plan/plan-words.ts';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { Confirmation } from '#app/ui/dialog.tsx';
import { DateField, TextArea, TextField } from '#app/ui/form.tsx';
import { PageBody, PageHead } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import '#app/plan/plan.css';
import type { Route } from './+types/outcome-page';
import { isLapsed, possibleOutcomes } from './decision.ts';
import { getDossier } from './dossier.server.ts';
import { recordOutcome } from './outcome.server.ts';
import { outcomeInput } from './participation.input.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    const { decision, plan, mayRecord } = await getDossier(tx, actor, args.params);
    if (decision.outcome !== null) throw new Rejection('decision.recorded');
    if (isLapsed(decision)) {
      throw new Rejection('decision.version-gone', { status: decision.versionStatus });
    }
    if (!mayRecord) throw forbidden('consent.record');
    return { decision, head: plan.head, today };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const now = args.context.get(edgeContext).clock();
  const { scheme, decision } = args.params;
  const outcome = await act(args, (tx, actor) =>
    recordOutcome(tx, actor, { ...readForm(outcomeInput, form), decision, now }),
  );
  if ('done' in outcome) return redirect(`/schemes/${scheme}/decisions/${decision}`);
  return { ...outcome, typed: Object.fromEntries(form) as Record<string, string> };
}

export default function OutcomePage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const error = useFieldError(actionData?.problem);
  const { decision, head, today } = loaderData;
  const typed: Record<string, string> = actionData?.typed ?? {};
  const base = `/schemes/${head.scheme.code}/decisions/${decision.decisionId}`;
  const body = nameOf({ nameNl: decision.bodyNl, nameEn: decision.bodyEn }, locale);
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
      <title>{text('app.title', { page: `${text('dossier.record')} · ${head.title}` })}</title>
      <PageHead
        breadcrumb={[
          { href: `/schemes/${head.scheme.code}`, label: nameOf(head.scheme, locale) },
          { href: base, label: head.title },
        ]}
        title={text('dossier.record')}
        lead={body}
      />
      <PageBody narrow>
        <ProblemSummary problem={actionData?.problem ?? null} />
        <Confirmation
          title={decision.question}
          effects={[
            text('outcome.final'),
            text('outcome.bound', { number: String(decision.versionNumber) }),
            ...(decision.prior ? [text('outcome.prior')] : []),
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
            options={possibleOutcomes(decision.kind).map((value) => ({
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
          <div className="pair">
            {count('present')}
            {count('votesFor')}
            {count('votesAgainst')}
            {count('abstained')}
          </div>
          {words('reasons')}
          {words('conditions')}
          {words('minorityView')}
        </Confirmation>
      </PageBody>
    </>
  );
}
