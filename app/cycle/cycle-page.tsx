import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { yearOf } from '#app/kernel/period.ts';
import { YearControls } from './year-controls.tsx';
import '#app/plan/plan.css';
import { wordsOf } from '#app/messages/words.server.ts';
import { listBodies } from '#app/organisation/body.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Select } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/cycle-page';
import { addMoment } from './add-moment.server.ts';
import { AddMoment } from './add-moment.tsx';
import { startYearInput } from './cycle.input.ts';
import { getCycle } from './cycle.server.ts';
import { CycleMatrix } from './cycle-matrix.tsx';
import { yearName } from './cycle-words.ts';
import { comesIn, hasAcademic } from './due-rule.ts';
import { handOver } from './hand-over.server.ts';
import { addMomentInput } from './meeting.input.ts';
import { canManageCycle } from './moment.ts';
import { ActionLine } from './standing.tsx';
import { startYear } from './start.server.ts';
import { StepTable } from './step-table.tsx';
import './cycle.css';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const year = yearOf(new URL(args.request.url).searchParams);
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => {
    const { schemeId: _, depths: __, tree, ...cycle } = await getCycle(tx, actor, { scheme, year, now });
    const first = Math.min(...cycle.steps.map((step) => step.firstYear));
    const last = Math.max(...cycle.steps.map((step) => step.lastYear));
    const possible = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    return {
      ...cycle,
      scheme,
      mayManage: canManageCycle(actor),
      addable: canManageCycle(actor)
        ? {
            bodies: await listBodies(tx, actor.institutionId),
            units: tree.map(({ code, nameNl, nameEn, kind }) => ({ code, nameNl, nameEn, kind })),
          }
        : null,
      academic: hasAcademic(cycle.steps.map((step) => step.rule)),
      startable: canManageCycle(actor)
        ? possible.filter((one) => cycle.steps.some((step) => comesIn(step, one)))
        : [],
    };
  });
}

export async function action(args: Route.ActionArgs) {
  return formAction(args, {
    start: (tx, actor, form) =>
      startYear(tx, actor, { scheme: args.params.scheme, ...readForm(startYearInput, form) }),
    'hand-over': (tx, actor, form) =>
      handOver(tx, actor, {
        ...{ scheme: args.params.scheme, now: args.context.get(edgeContext).clock() },
        ...readForm(startYearInput, form),
        reason: wordsOf(actor.locale)('moment.handed-over'),
      }),
    add: (tx, actor, form) => addMoment(tx, actor, args.params.scheme, readForm(addMomentInput, form)),
  });
}

/** The cycle of a scheme in a year: which unit owes what, by when, and how it stands. */
export default function CyclePage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, steps, moments, year, started, academic, startable } = loaderData;
  const ofSteps = moments.filter((one) => one.step !== null);
  // what has no day of its own stands in the monitoring plan
  const dated = steps.filter((one) => one.rule.kind !== 'agreed');
  const agreed = moments.filter((one) => one.step === null);
  const gone = moments.filter((one) => one.standing === 'gone');
  const next = startable.find((one) => one > (started.at(-1) ?? 0)) ?? startable.at(-1);
  return (
    <PageBody>
      <PageTitle page={text('cycle.title')} />
      <div className="cycle-head">
        <p className="said">{text('cycle.lead')}</p>
        <div className="cycle-acts">
          {year === null ? null : (
            <ButtonLink href={`/schemes/${scheme}/cycle/support?year=${year}`}>
              {text('support.title')}
            </ButtonLink>
          )}
          {steps.length > 0 ? (
            <ButtonLink href={`/schemes/${scheme}/cycle/plan`}>{text('monitoring.link')}</ButtonLink>
          ) : null}
          {year === null ? null : (
            <ButtonLink href={`/schemes/${scheme}/cycle/calendar?year=${year}`}>
              {text('calendar.link')}
            </ButtonLink>
          )}
          {steps.some((step) => step.milestone !== null) ? (
            <ButtonLink href={`/schemes/${scheme}/cycle/milestones${year === null ? '' : `?year=${year}`}`}>
              {text('milestone.link')}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      {started.length > 0 ? <YearControls years={started} year={year} academic={academic} /> : null}
      {startable.length > 0 ? (
        <Disclosure
          summary={text('cycle.start')}
          open={started.length === 0 || justSent(actionData, 'start')}
        >
          <p className="sub">{text('cycle.start.hint')}</p>
          <ActionForm intent="start" result={actionData} submit={text('cycle.start.act')}>
            {(wire) => (
              <Select
                {...wire('year', next)}
                label={text('cycle.year')}
                options={startable.map((one) => ({
                  value: String(one),
                  label: `${yearName(one, academic)}${started.includes(one) ? ` · ${text('cycle.started')}` : ''}`,
                }))}
              />
            )}
          </ActionForm>
        </Disclosure>
      ) : null}
      {gone.length > 0 && year !== null ? (
        <Notice tone="warn" title={text('cycle.gone', { count: gone.length })}>
          <p>{text('cycle.gone.next')}</p>
          {loaderData.mayManage ? (
            <ActionForm
              intent="hand-over"
              result={actionData}
              hidden={{ year: String(year) }}
              submit={text('cycle.gone.act')}
              inline
            />
          ) : null}
        </Notice>
      ) : null}
      {steps.length === 0 ? (
        <Empty title={text('cycle.none')}>{text('cycle.none.next')}</Empty>
      ) : ofSteps.length === 0 ? (
        <p>{text('cycle.not-started')}</p>
      ) : (
        <CycleMatrix {...loaderData} moments={ofSteps} />
      )}
      {agreed.length > 0 ? (
        <section aria-labelledby="agreed">
          <h2 id="agreed">{text('cycle.agreed')}</h2>
          <ul className="ruled">
            {agreed.map((one) => (
              <ActionLine key={one.momentId} action={one} />
            ))}
          </ul>
        </section>
      ) : null}
      {loaderData.addable ? (
        <AddMoment steps={steps} year={year} {...loaderData.addable} result={actionData} />
      ) : null}
      {dated.length > 0 ? <StepTable steps={dated} /> : null}
      {loaderData.mayManage ? (
        <p className="cycle-change">
          <ButtonLink href={`/schemes/${scheme}/cycle/steps`}>{text('steps.change')}</ButtonLink>
          {year === null ? null : (
            <ButtonLink href={`/schemes/${scheme}/cycle/moments/${year}/sheet`} kind="quiet">
              {text('moments.sheet', { year: yearName(year, academic) })}
            </ButtonLink>
          )}
        </p>
      ) : null}
    </PageBody>
  );
}
