import { redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { load } from '#app/identity/page.server.ts';
import { forbidden, Missing } from '#app/kernel/rejection.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import './change.css';
import { ActionForm } from '#app/identity/action-form.tsx';
import type { Route } from './+types/change-page';
import { saveChange } from './change.server.ts';
import { ChangeFields } from './change-fields.tsx';
import { readChange } from './change-form.server.ts';
import { getChanges } from './change-list.server.ts';
import { useBaseName } from './change-words.tsx';
import { canWritePlan } from './plan.ts';
import { PlanFrame } from './plan-frame.tsx';
import { planHref } from './plan-words.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const { change: code } = args.params;
  return load(args, async (tx, actor) => {
    const list = await getChanges(tx, actor, args.params);
    if (!canWritePlan(actor, list.head)) throw forbidden('plan.write');
    const change = list.changes.find((one) => one.code === code) ?? null;
    if (list.version.status !== 'draft') throw new Missing('change');
    return { list, change };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, document, change = null } = args.params;
  const result = await formAction(args, {
    change: (tx, actor, form) => saveChange(tx, actor, { ...readChange(form), scheme, document, change }),
  });
  if ('problem' in result) return result;
  const { change: code } = result.done as { change: string };
  return redirect(`${planHref(args.params)}/changes#change-${code}`);
}

/** One change of a draft: what happened, to which measures, how much, why and because of whom. */
export default function ChangePage({ loaderData, actionData, params }: Route.ComponentProps) {
  const text = useText();
  const { list, change } = loaderData;
  const { head, base } = list;
  const called = useBaseName(list);
  const back = `${planHref({ scheme: head.scheme.code, document: head.code })}/changes`;
  const conflict = actionData?.problem.code === 'conflict' ? actionData.problem : null;
  // another removed it meanwhile: what was typed stays, and can be stated anew
  const gone = params.change !== undefined && change === null;
  const revision = conflict ? Number(conflict.params.revision) : (change?.revision ?? 0);
  return (
    <>
      <PlanFrame
        head={head}
        title={change ? text('change.edit.title', { code: change.code }) : text('change.new.title')}
        lead={base ? text('change.form.lead', { base: called }) : null}
        actions={<ButtonLink href={back}>{text('change.back')}</ButtonLink>}
      />
      <PageBody narrow>
        {gone ? (
          <Notice tone="warn" live title={text('change.form.gone', { code: params.change ?? '' })} />
        ) : conflict ? (
          <Notice tone="warn" live title={text('change.form.theirs')} />
        ) : null}
        {base ? (
          <ActionForm
            intent="change"
            id={params.change ?? ''}
            result={actionData}
            hidden={{ revision: String(revision) }}
            submit={text('section.save')}
          >
            {(wire) => <ChangeFields wire={wire} list={list} change={change} base={called} />}
          </ActionForm>
        ) : (
          <Empty title={text('plan-change.first')}>{text('plan-change.first.next')}</Empty>
        )}
      </PageBody>
    </>
  );
}
