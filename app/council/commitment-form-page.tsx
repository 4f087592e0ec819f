import { redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { ActionForm } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { mayForBody } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Radios } from '#app/ui/choice.tsx';
import { DateField, Select, TextArea, TextField } from '#app/ui/form.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/commitment-form-page';
import { makeCommitment } from './commitment.server.ts';
import { canMakeSomeCommitment, commitmentKinds } from './commitment.ts';
import { commitmentInput } from './council.input.ts';
import { getDecisionHead } from './decision-head.server.ts';
import { getCouncilFrame } from './frame.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  const { scheme } = args.params;
  const asked = new URL(args.request.url).searchParams.get('decision');
  return load(args, async (tx, actor) => {
    const head = await getSchemeHead(tx, actor.institutionId, scheme);
    if (!canMakeSomeCommitment(actor)) throw forbidden('consent.record');
    const frame = await getCouncilFrame(tx, actor, scheme);
    const decision = asked ? await getDecisionHead(tx, actor, { scheme, decision: asked }) : null;
    const own = frame.bodies.find((one) => mayForBody(actor, 'consent.record', one.bodyId));
    return { head, frame, decision, today, body: decision?.body ?? own?.code ?? '' };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  const result = await formAction(args, {
    make: (tx, actor, form) => makeCommitment(tx, actor, scheme, readForm(commitmentInput, form)),
  });
  if ('done' in result) {
    throw redirect(
      `/schemes/${scheme}/commitments/${(result.done as { commitmentId: string }).commitmentId}`,
    );
  }
  return result;
}

/** Records a condition or commitment: what, for whom, from whom, by when, about what. */
export default function CommitmentFormPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, frame, decision, today } = loaderData;
  const base = `/schemes/${head.code}`;
  const names = (list: readonly { code: string; nameNl: string; nameEn: string }[]) =>
    list.map((one) => ({ value: one.code, label: nameOf(one, locale) }));
  return (
    <>
      <PageTitle page={text('commitment.make')} />
      <PageHead
        breadcrumb={[{ href: `${base}/commitments`, label: text('council.nav.commitments') }]}
        title={text('commitment.make')}
        lead={text('commitment.make.lead')}
      />
      <PageBody narrow>
        <ActionForm
          intent="make"
          result={actionData}
          hidden={decision ? { decision: decision.decisionId } : undefined}
          submit={text('commitment.make')}
        >
          {(wire) => (
            <>
              {decision ? (
                <p>
                  {text('commitment.about.decision', {
                    right: decision.kind,
                    title: decision.title,
                  })}
                </p>
              ) : null}
              <Radios
                {...wire('kind', decision?.outcome === 'given-on-conditions' ? 'condition' : 'commitment')}
                options={commitmentKinds.map((kind) => ({
                  value: kind,
                  label: text(`commitment.kind.${kind}`),
                  hint: text(`commitment.kind.${kind}.hint`),
                }))}
              />
              <TextArea {...wire('text', decision?.conditions)} label={text('commitment.text')} />
              <Select
                {...wire('body', loaderData.body)}
                label={text('commitment.body')}
                options={names(frame.bodies)}
                none={text('council.choose')}
              />
              <div className="pair">
                <Select
                  {...wire('unit', decision?.unit)}
                  label={text('commitment.unit')}
                  options={names(frame.units)}
                  none={text('council.choose')}
                />
                <Select
                  {...wire('role')}
                  label={text('commitment.role')}
                  hint={text('commitment.role.hint')}
                  options={names(frame.roles)}
                  none={text('commitment.role.none')}
                  optional
                />
                <DateField
                  {...wire('madeOn', decision?.decidedOn ?? today)}
                  label={text('commitment.made')}
                />
                <DateField {...wire('dueOn')} label={text('commitment.due-on')} />
              </div>
              {decision ? null : (
                <Select
                  {...wire('document')}
                  label={text('commitment.document')}
                  options={frame.documents.map((one) => ({
                    value: one.code,
                    label: one.title,
                    group: nameOf({ nameNl: one.unitNl, nameEn: one.unitEn }, locale),
                  }))}
                  none={text('council.none')}
                  optional
                />
              )}
              <Select
                {...wire('measure')}
                label={text('commitment.measure')}
                options={frame.measures.map((one) => ({
                  value: `${one.document}/${one.code}`,
                  label: one.name,
                  group: one.title,
                }))}
                none={text('council.none')}
                optional
              />
              <TextField
                {...wire('spendYear')}
                label={text('commitment.spend-year')}
                hint={text('commitment.spend-year.hint')}
                inputMode="numeric"
                width="short"
                optional
              />
              <TextField {...wire('source')} optional />
            </>
          )}
        </ActionForm>
      </PageBody>
    </>
  );
}
