import { Form, redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { readForm } from '#app/identity/form.server.ts';
import { act, load } from '#app/identity/page.server.ts';
import { forbidden, Missing } from '#app/kernel/rejection.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormActions } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/measure-page';
import { removeMeasure, saveMeasure } from './measure.server.ts';
import { MeasureFields, type MeasureValues } from './measure-fields.tsx';
import { measureInput } from './plan.input.ts';
import { getPlan } from './plan.server.ts';
import { canWritePlan } from './plan.ts';
import { PlanFrame } from './plan-frame.tsx';
import { planHref } from './plan-words.ts';
import { ProblemSummary } from './reason.tsx';
import { moveStepInput, seenInput } from './step.input.ts';
import { moveStep, removeStep, saveStep } from './step.server.ts';
import { readStep } from './step-form.server.ts';
import { StepList } from './step-list.tsx';
import { unitsOf } from './unit-choice.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get('node');
  const code = args.params.measure;
  return load(args, async (tx, actor) => {
    const plan = await getPlan(tx, actor, args.params);
    if (!canWritePlan(actor, plan.head)) throw forbidden('plan.write');
    const measure = plan.measures.find((one) => one.code === code) ?? null;
    if ((code && !measure) || plan.version.status !== 'draft') throw new Missing('measure');
    const { head, nodes } = plan;
    const numbers = plan.measures.map((one) => Number(/^M(\d+)$/.exec(one.code)?.[1] ?? 0));
    const fresh: MeasureValues = {
      code: `M${Math.max(0, ...numbers) + 1}`,
      name: '',
      node: asked ?? '',
      description: '',
      owner: '',
      targetGroup: '',
      firstYear: head.firstYear,
      lastYear: head.lastYear,
      additionality: 'new',
      ambitions: [],
      revision: 0,
      sort: plan.measures.length + 1,
    };
    return {
      head,
      nodes,
      measure: measure ?? fresh,
      isNew: measure === null,
      steps: measure?.steps ?? [],
      units: unitsOf(plan),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const intent = (await args.request.clone().formData()).get('intent');
  return String(intent).startsWith('step') ? stepAction(args) : measureAction(args);
}

/** The steps of a measure that exists: each form says which step it is about. */
function stepAction(args: Route.ActionArgs) {
  const { scheme, document, measure = '' } = args.params;
  const at = { scheme, document, measure };
  const step = (form: FormData) => String(form.get('part') ?? '');
  return formAction(args, {
    step: (tx, actor, form) => saveStep(tx, actor, { ...readStep(form), ...at, step: step(form) || null }),
    'step.remove': (tx, actor, form) =>
      removeStep(tx, actor, { ...readForm(seenInput, form), ...at, step: step(form) }),
    'step.move': (tx, actor, form) =>
      moveStep(tx, actor, { ...readForm(moveStepInput, form), ...at, step: step(form) }),
  });
}

async function measureAction(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { scheme, document } = args.params;
  const measure = args.params.measure ?? String(form.get('code') ?? '');
  const back = planHref(args.params);
  const outcome = await act(args, async (tx, actor): Promise<void> => {
    if (form.get('intent') === 'remove') {
      const revision = Number(form.get('revision'));
      return removeMeasure(tx, actor, { scheme, document, measure, revision });
    }
    const input = readForm(measureInput, form);
    await saveMeasure(tx, actor, { ...input, scheme, document, measure });
  });
  if ('done' in outcome)
    return redirect(`${back}#${form.get('intent') === 'remove' ? 'measures' : `measure-${measure}`}`);
  const { problem } = outcome;
  const typed = Object.fromEntries([...form].filter(([key]) => !key.endsWith('[]'))) as Record<
    string,
    string
  >;
  const theirs = problem.code === 'conflict' && problem.params.theirs ? String(problem.params.theirs) : null;
  return {
    problem,
    typed: { ...typed, ambitions: form.getAll('ambitions[]').map(String) },
    theirs: theirs ? (JSON.parse(theirs) as MeasureValues) : null,
    revision: problem.code === 'conflict' ? Number(problem.params.revision) : Number(form.get('revision')),
  };
}

export default function MeasurePage({ loaderData, actionData: result }: Route.ComponentProps) {
  const ended = result && 'key' in result ? result : undefined;
  const actionData = result && 'key' in result ? undefined : result;
  const text = useText();
  const { head, nodes, measure, isNew } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const values = { ...measure, ...actionData?.typed, revision: actionData?.revision ?? measure.revision };
  return (
    <>
      <PlanFrame head={head} title={isNew ? text('plan.measure.add') : measure.name} />
      <PageBody narrow>
        <ProblemSummary problem={actionData?.problem ?? null} />
        {actionData?.theirs ? (
          <Notice tone="warn" title={text('measure.theirs')}>
            <p>
              {[actionData.theirs.name, actionData.theirs.owner, actionData.theirs.targetGroup]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p>{actionData.theirs.description}</p>
          </Notice>
        ) : null}
        <Form method="post" key={actionData ? `again-${values.revision}` : 'first'}>
          <input type="hidden" name="revision" value={values.revision} />
          <input type="hidden" name="sort" value={values.sort} />
          <MeasureFields
            values={values as MeasureValues}
            nodes={nodes}
            isNew={isNew}
            problem={actionData?.problem ?? null}
          />
          <FormActions>
            <Button kind="primary">{text('section.save')}</Button>
            <ButtonLink href={base}>{text('plan.back')}</ButtonLink>
            {isNew ? null : (
              <Button kind="danger" name="intent" value="remove">
                {text('measure.remove')}
              </Button>
            )}
          </FormActions>
        </Form>
        {isNew ? (
          <p className="sub">{text('steps.after-save')}</p>
        ) : (
          <StepList steps={loaderData.steps} units={loaderData.units} result={ended} />
        )}
      </PageBody>
    </>
  );
}
