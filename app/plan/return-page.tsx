import { redirect } from 'react-router';
import { readForm } from '#app/identity/form.server.ts';
import { act, load } from '#app/identity/page.server.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Confirmation } from '#app/ui/dialog.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/return-page';
import { returnInput } from './plan.input.ts';
import { getPlanHead } from './plan.server.ts';
import { canReturnPlan, chooseVersion } from './plan.ts';
import { PlanFrame } from './plan-frame.tsx';
import { planHref } from './plan-words.ts';
import { ProblemSummary, useFieldError } from './reason.tsx';
import { returnPlan } from './submission.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const head = await getPlanHead(tx, actor, args.params);
    if (!canReturnPlan(actor, head)) throw forbidden('plan.return');
    return { head, version: chooseVersion(head.versions, { draft: false }) };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const outcome = await act(args, (tx, actor) =>
    returnPlan(tx, actor, { ...args.params, ...readForm(returnInput, form) }),
  );
  if ('done' in outcome) return redirect(planHref(args.params));
  return { ...outcome, reason: String(form.get('reason') ?? '') };
}

export default function ReturnPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const error = useFieldError(actionData?.problem);
  const { head, version } = loaderData;
  const number = String(version?.number ?? '');
  return (
    <>
      <PlanFrame head={head} title={text('plan.return')} version={version ?? undefined} />
      <PageBody narrow>
        <ProblemSummary problem={actionData?.problem ?? null} />
        <Confirmation
          title={text('return.title', { number })}
          effects={[text('return.frozen', { number }), text('return.decisions'), text('return.next')]}
          act={text('plan.return')}
          cancelHref={planHref({ scheme: head.scheme.code, document: head.code })}
        >
          <TextArea
            id="reason"
            name="reason"
            label={text('return.reason')}
            hint={text('return.reason.hint')}
            defaultValue={actionData?.reason}
            error={error('reason')}
          />
        </Confirmation>
      </PageBody>
    </>
  );
}
