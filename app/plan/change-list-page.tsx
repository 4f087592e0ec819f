import { Form, redirect } from 'react-router';
import { formAction } from '#app/identity/action.server.ts';
import { ActionForm } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, keepMoment, momentSearch, readMoment } from '#app/kernel/moment.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { HiddenFields } from '#app/ui/frame.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Control, PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import './change.css';
import type { Route } from './+types/change-list-page';
import { acceptInput, baseInput } from './change.input.ts';
import { removeChange, setBase } from './change.server.ts';
import { ChangeItem } from './change-item.tsx';
import { acceptDifferences, type ChangeList, getChanges } from './change-list.server.ts';
import { OpenDifferences, UnchangedMeasures } from './change-open.tsx';
import { useBaseName } from './change-words.tsx';
import { canWritePlan } from './plan.ts';
import { PlanFrame } from './plan-frame.tsx';
import { planHref } from './plan-words.ts';
import { ProblemSummary } from './reason.tsx';
import { seenInput } from './step.input.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const asked = readMoment(query, isoDate(args.context.get(edgeContext).clock()));
  const number = query.get('version');
  const version = number && /^\d{1,6}$/.test(number) ? Number(number) : null;
  return load(args, async (tx, actor) => {
    const moment = versionMoment(asked);
    const list = await getChanges(tx, actor, { ...args.params, version, moment }).catch((thrown) => {
      // before its first version nothing was changed, and the plan's page says so
      if (isNow(asked) || version !== null || !(thrown instanceof Missing)) throw thrown;
      throw redirect(keepMoment(planHref(args.params), momentSearch(asked)));
    });
    const write = isNow(asked) && list.version.status === 'draft' && canWritePlan(actor, list.head);
    return { list, asked, number: version, write };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, document } = args.params;
  const plan = { scheme, document };
  return formAction(args, {
    accept: (tx, actor, form) => acceptDifferences(tx, actor, { ...readForm(acceptInput, form), ...plan }),
    base: (tx, actor, form) => setBase(tx, actor, { ...readForm(baseInput, form), ...plan }),
    remove: (tx, actor, form) =>
      removeChange(tx, actor, { ...readForm(seenInput, form), ...plan, change: String(form.get('key')) }),
  });
}

/** What a version of a plan changes from an earlier one: stated changes, and what is not explained yet. */
export default function ChangeListPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { list, asked, number, write } = loaderData;
  const { head, base, version, changes } = list;
  const plan = planHref({ scheme: head.scheme.code, document: head.code });
  const back = keepMoment(`${plan}?version=${version.number}`, momentSearch(asked));
  const problem = actionData && 'problem' in actionData ? actionData.problem : null;
  const called = useBaseName(list);
  const days = (
    <>
      <MomentNotice moment={asked} now={number === null ? '?' : `?version=${number}`} />
      <MomentForm moment={asked} keep={{ version: number === null ? null : String(number) }} />
    </>
  );
  if (!base) {
    return (
      <>
        <PlanFrame head={head} version={version} moment={asked} title={text('plan-change.title')} />
        <PageBody narrow>
          {days}
          <ProblemSummary problem={problem} />
          <Empty
            title={text('plan-change.first')}
            action={<ButtonLink href={back}>{text('plan.back')}</ButtonLink>}
          >
            {text('plan-change.first.next')}
          </Empty>
        </PageBody>
      </>
    );
  }
  return (
    <>
      <PlanFrame
        head={head}
        version={version}
        title={text('plan-change.from', { base: called })}
        lead={text(write ? 'plan-change.lead' : 'plan-change.lead.read')}
        actions={
          <>
            {write ? (
              <ButtonLink href={`${plan}/changes/new`} kind="primary">
                {text('plan-change.add')}
              </ButtonLink>
            ) : null}
            <ButtonLink href={`${plan}/compare?from=${base.ref}&to=${version.number}#shift`}>
              {text('plan-change.compare')}
            </ButtonLink>
            <ButtonLink href={back}>{text('plan.back')}</ButtonLink>
          </>
        }
      />
      <PageBody>
        {days}
        {problem?.code === 'conflict' ? (
          <Notice tone="warn" live title={text('change.form.theirs')} />
        ) : (
          <ProblemSummary problem={problem} />
        )}
        {write && list.bases.length > 1 ? <BaseChoice list={list} /> : null}
        <OpenDifferences list={list} write={write} />
        <section id="stated" aria-labelledby="stated-head">
          <h2 id="stated-head">{text('plan-change.stated')}</h2>
          {changes.length === 0 ? (
            <Empty title={text(write ? 'plan-change.none' : 'plan-change.none.read')}>
              {write ? text('plan-change.none.next') : null}
            </Empty>
          ) : null}
          {changes.map((change) => (
            <ChangeItem key={change.code} change={change} names={list}>
              {write ? (
                <div className="row change-acts">
                  <ButtonLink href={`${plan}/changes/${change.code}`} small>
                    {text('admin.change')}
                    <span className="visually-hidden">: {change.code}</span>
                  </ButtonLink>
                  <ActionForm
                    intent="remove"
                    id={change.code}
                    result={undefined}
                    hidden={{ revision: String(change.revision) }}
                    submit={text('admin.remove')}
                    kind="danger"
                    inline
                  />
                </div>
              ) : null}
            </ChangeItem>
          ))}
        </section>
        <UnchangedMeasures list={list} write={write} />
      </PageBody>
    </>
  );
}

/** From which earlier version; settled once a change is stated. */
function BaseChoice({ list }: { list: ChangeList }) {
  const text = useText();
  const { base, bases, changes, head } = list;
  if (changes.length > 0) return <p className="sub">{text('plan-change.choose-base.fixed')}</p>;
  return (
    <Form method="post" className="controls">
      <HiddenFields fields={{ intent: 'base' }} />
      <Control label={text('plan-change.choose-base')}>
        <select name="base" defaultValue={base?.ref}>
          {bases.map((one) => (
            <option key={one.ref} value={one.ref}>
              {one.document === head.code
                ? text('plan.version', { number: String(one.number) })
                : text('plan-change.base', { title: one.title, number: String(one.number) })}
            </option>
          ))}
        </select>
      </Control>
      <span className="controls-end">
        <Button small>{text('plan-change.choose-base.go')}</Button>
      </span>
    </Form>
  );
}
