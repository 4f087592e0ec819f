import { formAction } from '#app/identity/action.server.ts';
import type { ActionResult } from '#app/identity/action.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { forbidden, Missing } from '#app/kernel/rejection.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TextArea } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/requirement-page';
import { getPlan } from './plan.server.ts';
import { canWritePlan } from './plan.ts';
import { PlanFrame } from './plan-frame.tsx';
import { planHref } from './plan-words.ts';
import { judgementInput } from './requirement.input.ts';
import { judgeRequirement } from './requirement.server.ts';
import type { Judgement, RequirementCheck } from './requirement.ts';
import { RequirementList, useChecklistState } from './requirement-list.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  return load(args, async (tx, actor) => {
    const { head, version, requirements, questions } = await getPlan(tx, actor, { ...args.params, locale });
    if (!canWritePlan(actor, head)) throw forbidden('plan.write');
    if (version.status !== 'draft') throw new Missing('version');
    return { head, requirements, questions };
  });
}

/** Records a judgement of one requirement. */
export async function action(args: Route.ActionArgs) {
  return formAction(args, {
    judge: (tx, actor, form) =>
      judgeRequirement(tx, actor, {
        ...readForm(judgementInput, form),
        ...args.params,
        requirement: String(form.get('key')),
      }),
  });
}

export default function RequirementPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const state = useChecklistState();
  const { head, requirements, questions } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  return (
    <>
      <PlanFrame
        head={head}
        title={text('checklist.title')}
        lead={text('checklist.lead')}
        actions={<ButtonLink href={base}>{text('plan.back')}</ButtonLink>}
      />
      <PageBody narrow>
        {requirements.length === 0 ? (
          <Empty title={text('checklist.none')}>{text('checklist.none.next')}</Empty>
        ) : (
          <p>{state(requirements, true)}</p>
        )}
        <RequirementList
          plan={{ requirements, questions }}
          draft
          below={(check) => (check.judged ? <Judge check={check} result={actionData} /> : null)}
        />
      </PageBody>
    </>
  );
}

function Judge({ check, result }: { check: RequirementCheck; result: ActionResult | undefined }) {
  const text = useText();
  const sent = justSent(result, 'judge', check.code);
  const problem = sent && result && 'problem' in result ? result.problem : null;
  const conflict = problem?.code === 'conflict' ? problem : null;
  const theirs = conflict?.params.theirs ? (JSON.parse(String(conflict.params.theirs)) as Judgement) : null;
  const revision = conflict ? Number(conflict.params.revision) : (check.judgement?.revision ?? 0);
  const stands = check.judgement === null ? '' : String(check.judgement.met);
  return (
    <Disclosure
      summary={
        <>
          {text(check.judgement ? 'checklist.judge.change' : 'checklist.judge')}
          <span className="visually-hidden">: {check.code}</span>
        </>
      }
      open={check.state === 'open' || sent}
    >
      {theirs ? (
        <Notice
          tone="warn"
          title={text('checklist.theirs', { by: theirs.by, met: theirs.met ? 'yes' : 'no' })}
        >
          <p className="said">{theirs.reason}</p>
        </Notice>
      ) : null}
      <ActionForm
        intent="judge"
        id={check.code}
        result={result}
        hidden={{ revision: String(revision) }}
        submit={text('checklist.judge.save')}
      >
        {(wire) => (
          <>
            <Radios
              {...wire('met', stands)}
              options={[
                { value: 'true', label: text('checklist.judge.yes') },
                { value: 'false', label: text('checklist.judge.no') },
              ]}
            />
            <TextArea {...wire('reason', check.judgement?.reason)} rows={3} />
          </>
        )}
      </ActionForm>
    </Disclosure>
  );
}
