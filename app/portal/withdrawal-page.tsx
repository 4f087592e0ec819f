import { redirect } from 'react-router';
import { readForm } from '#app/identity/form.server.ts';
import { act, load } from '#app/identity/page.server.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Confirmation } from '#app/ui/dialog.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/withdrawal-page';
import { withdrawalInput } from './publication.input.ts';
import { withdrawPublication } from './publication.server.ts';
import { canPublish } from './publication.ts';
import { listPublications } from './publication-list.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const asked = Number(new URL(args.request.url).searchParams.get('version'));
  return load(args, async (tx, actor) => {
    const head = await getPlanHead(tx, actor, args.params);
    if (!canPublish(actor, head)) throw forbidden('publication.write');
    const { documents } = await listPublications(tx, actor, args.params);
    const own = documents.find((one) => one.document === head.code)?.publications ?? [];
    const standing = own.filter((one) => one.withdrawnAt === null);
    const wanted = standing.find((one) => one.version === asked) ?? standing[0];
    if (!wanted) throw new Rejection('publish.not-public', { number: String(asked || '') });
    const left = standing.length - 1;
    return { head, number: wanted.version, left };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const outcome = await act(args, (tx, actor) =>
    withdrawPublication(tx, actor, { ...readForm(withdrawalInput, form), ...args.params }),
  );
  if ('done' in outcome) return redirect(`/schemes/${args.params.scheme}/publications`);
  return { ...outcome, reason: String(form.get('reason') ?? '') };
}

export default function WithdrawalPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const error = useFieldError(actionData?.problem);
  const { head, number, left } = loaderData;
  return (
    <>
      <PlanFrame head={head} title={text('publication.withdraw')} />
      <PageBody narrow>
        <ProblemSummary problem={actionData?.problem ?? null} />
        <Confirmation
          kind="danger"
          title={text('publication.withdraw.sure', { number: String(number) })}
          effects={[
            text('publication.withdraw.effect.gone'),
            text('publication.withdraw.effect.why'),
            text('publication.withdraw.effect.older', { left }),
          ]}
          act={text('publication.withdraw')}
          cancelHref={`/schemes/${head.scheme.code}/publications`}
          fields={{ version: String(number) }}
        >
          <TextArea
            label={text('publication.withdraw.reason')}
            name="reason"
            id="reason"
            rows={3}
            required
            defaultValue={actionData?.reason}
            error={error('reason')}
          />
        </Confirmation>
      </PageBody>
    </>
  );
}
