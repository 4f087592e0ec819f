import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/steps-page';
import './cycle.css';
import { canManageCycle } from './moment.ts';
import { moveCycleStep, putStep } from './step.server.ts';
import { StepFields } from './step-fields.tsx';
import { readStep, stepChoices } from './step-form.server.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const choices = await stepChoices(tx, actor, args.params.scheme);
    if (!canManageCycle(actor)) throw forbidden('cycle.manage');
    return { scheme: args.params.scheme, ...choices };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  const field = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
  return formAction(args, {
    step: (tx, actor, form) =>
      putStep(
        tx,
        actor,
        {
          scheme,
          step: field(form, 'key') || field(form, 'code'),
          revision: Number(field(form, 'revision')) || 0,
        },
        readStep(form),
      ),
    earlier: (tx, actor, form) => moveCycleStep(tx, actor, { scheme, step: field(form, 'key'), by: -1 }),
    later: (tx, actor, form) => moveCycleStep(tx, actor, { scheme, step: field(form, 'key'), by: 1 }),
  });
}

/** What recurs every year in a scheme: its steps in their order, each to be changed. */
export default function StepsPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { steps, scheme } = loaderData;
  const common = { result: actionData };
  return (
    <PageBody>
      <PageTitle page={text('cycle.steps')} />
      <BackLink href={`/schemes/${scheme}/cycle`}>{text('scheme.tab.cycle')}</BackLink>
      <h2>{text('cycle.steps')}</h2>
      <p className="sub">{text('steps.note')}</p>
      <p>
        <Link href={`/schemes/${scheme}/cycle/steps/sheet`}>{text('fill-in.open')}</Link>
      </p>
      <ol className="rows">
        {steps.map((step, index) => (
          <li key={step.code}>
            <div className="row">
              <div>
                <b>{nameOf(step, locale)}</b>
                <p className="sub">
                  {step.code} · {step.firstYear}–{step.lastYear} ·{' '}
                  {step.unitKinds.map((level) => text('monitoring.level', { level })).join(', ')}
                </p>
              </div>
              <span className="end row">
                {index > 0 ? (
                  <ActionForm
                    {...common}
                    intent="earlier"
                    id={step.code}
                    submit={text('steps.earlier')}
                    inline
                  />
                ) : null}
                {index < steps.length - 1 ? (
                  <ActionForm {...common} intent="later" id={step.code} submit={text('steps.later')} inline />
                ) : null}
              </span>
            </div>
            <Disclosure summary={text('admin.change')} open={justSent(actionData, 'step', step.code)}>
              <ActionForm
                {...common}
                intent="step"
                id={step.code}
                hidden={{ revision: String(step.revision) }}
                submit={text('admin.save')}
              >
                {(wire) => <StepFields wire={wire} step={step} choices={loaderData} />}
              </ActionForm>
            </Disclosure>
          </li>
        ))}
      </ol>
      <Disclosure summary={text('steps.add')} open={justSent(actionData, 'step')}>
        <ActionForm {...common} intent="step" hidden={{ revision: '0' }} submit={text('admin.add')}>
          {(wire) => <StepFields wire={wire} choices={loaderData} />}
        </ActionForm>
      </Disclosure>
    </PageBody>
  );
}
