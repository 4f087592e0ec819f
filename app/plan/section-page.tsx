import { Form, redirect } from 'react-router';
import { emptyDocument, type RichDocument, readRichText, toPlainText } from '#app/document/rich-text.ts';
import { act, load } from '#app/identity/page.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice.tsx';
import { FormActions } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { RichTextField } from '#app/ui/rich-text.tsx';
import { RichTextView } from '#app/ui/rich-text-view.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/section-page';
import { answerIn, placeCode, placesOf } from './place.ts';
import { getPlan } from './plan.server.ts';
import { canWritePlan } from './plan.ts';
import { PlanFrame } from './plan-frame.tsx';
import { nameOf, planHref, sectionAnchor } from './plan-words.ts';
import { ProblemSummary } from './reason.tsx';
import { saveSection } from './section.server.ts';

export const handle = { ownHead: true };

type Params = Route.LoaderArgs['params'];

async function readPlace(tx: Tx, actor: Actor, params: Params) {
  const plan = await getPlan(tx, actor, params);
  if (!canWritePlan(actor, plan.head)) throw forbidden('plan.write');
  const question = plan.questions.find((one) => one.code === params.question);
  if (!question || plan.version.status !== 'draft') throw new Missing('question');
  const place = placesOf(question, plan).find((one) => placeCode(one) === (params.place ?? null));
  if (!place) throw new Missing('question');
  const answer = answerIn(question.answers, place);
  const { answers: _answers, ...asked } = question;
  return {
    head: plan.head,
    question: asked,
    place,
    body: answer?.body ?? emptyDocument,
    revision: answer?.revision ?? 0,
  };
}

export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  const place = await load(args, (tx, actor) => readPlace(tx, actor, args.params));
  return { ...place, locale, plain: toPlainText(place.body) };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const revision = Number(form.get('revision') ?? 0);
  let mine: RichDocument | null = null;
  const outcome = await act(args, async (tx, actor) => {
    const { body, place } = await readPlace(tx, actor, args.params);
    mine = readRichText(form, 'body', body);
    if (!mine) throw new InvalidInput([{ path: 'body', code: 'section.not-text', params: {} }]);
    const { scheme, document, question } = args.params;
    await saveSection(tx, actor, {
      scheme,
      document,
      question,
      node: place.node,
      unit: place.unit,
      body: mine,
      revision,
      empty: form.has('empty'),
    });
    return { anchor: sectionAnchor(question, place) };
  });
  if ('done' in outcome) {
    return redirect(`${planHref(args.params)}#${outcome.done.anchor}`);
  }
  const { problem } = outcome;
  const conflict = problem.code === 'conflict';
  return {
    problem,
    mine: mine as RichDocument | null,
    plain: mine ? toPlainText(mine) : String(form.get('body') ?? ''),
    theirs: conflict ? (JSON.parse(String(problem.params.theirs)) as RichDocument) : null,
    revision: conflict ? Number(problem.params.revision) : revision,
  };
}

export default function SectionPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, question, place } = loaderData;
  const title = locale === 'en' ? question.textEn : question.textNl;
  const hint = locale === 'en' ? question.hintEn : question.hintNl;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  return (
    <>
      <PlanFrame head={head} title={title} lead={place.name ? nameOf(place.name, locale) : undefined} />
      <PageBody narrow>
        <ProblemSummary problem={actionData?.problem ?? null} />
        {actionData?.theirs ? (
          <Notice tone="warn" title={text('section.theirs')}>
            <RichTextView document={actionData.theirs} level={3} />
          </Notice>
        ) : null}
        <Form
          method="post"
          key={actionData ? `again-${actionData.revision}-${actionData.problem.code}` : 'first'}
        >
          <input type="hidden" name="revision" value={actionData?.revision ?? loaderData.revision} />
          <RichTextField
            id="body"
            name="body"
            label={text('section.answer')}
            hint={hint || undefined}
            value={actionData ? actionData.mine : loaderData.body}
            plain={actionData?.plain ?? loaderData.plain}
          />
          {actionData?.problem.code === 'section.emptied' ? (
            <Checkbox name="empty" value="1" label={text('section.empty')} />
          ) : null}
          <FormActions>
            <Button kind="primary">{text(actionData?.theirs ? 'section.save-mine' : 'section.save')}</Button>
            <ButtonLink href={base}>{text('plan.back')}</ButtonLink>
          </FormActions>
        </Form>
      </PageBody>
    </>
  );
}
