import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { nameOf } from '#app/plan/plan-words.ts';
import { YearControls } from './year-controls.tsx';
import '#app/plan/plan.css';
import { ButtonLink } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Select } from '#app/ui/form.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/cycle-page';
import { startYearInput } from './cycle.input.ts';
import { getCycle } from './cycle.server.ts';
import { yearName } from './cycle-words.ts';
import { comesIn, hasAcademic } from './due-rule.ts';
import { canManageCycle, standings } from './moment.ts';
import type { Moment } from './moment-list.server.ts';
import { dueText, MomentCell, MomentList } from './standing.tsx';
import { startYear } from './start.server.ts';
import { StepTable } from './step-table.tsx';
import './cycle.css';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const asked = new URL(args.request.url).searchParams.get('year');
  const year = asked && /^\d{4}$/.test(asked) ? Number(asked) : null;
  const now = args.context.get(edgeContext).clock();
  return load(args, async (tx, actor) => {
    const { schemeId: _, depths: __, ...cycle } = await getCycle(tx, actor, { scheme, year, now });
    const first = Math.min(...cycle.steps.map((step) => step.firstYear));
    const last = Math.max(...cycle.steps.map((step) => step.lastYear));
    const possible = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    return {
      ...cycle,
      scheme,
      mayManage: canManageCycle(actor),
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
  });
}

/** The cycle of a scheme in a year: which unit owes what, by when, and how it stands. */
export default function CyclePage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, steps, moments, year, started, academic, startable } = loaderData;
  const next = startable.find((one) => one > (started.at(-1) ?? 0)) ?? startable.at(-1);
  return (
    <PageBody>
      <title>{text('app.title', { page: text('cycle.title') })}</title>
      <div className="cycle-head">
        <p className="said">{text('cycle.lead')}</p>
        <div className="cycle-acts">
          {year === null ? null : (
            <ButtonLink href={`/schemes/${scheme}/cycle/support?year=${year}`}>
              {text('support.title')}
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
      {steps.length === 0 ? (
        <Empty title={text('cycle.none')}>{text('cycle.none.next')}</Empty>
      ) : moments.length === 0 ? (
        <p>{text('cycle.not-started')}</p>
      ) : (
        <Matrix {...loaderData} />
      )}
      {steps.length > 0 ? <StepTable steps={steps} /> : null}
      {loaderData.mayManage ? (
        <p className="cycle-change">
          <ButtonLink href={`/schemes/${scheme}/cycle/steps`}>{text('steps.change')}</ButtonLink>
        </p>
      ) : null}
    </PageBody>
  );
}

type MatrixProps = Pick<
  Awaited<ReturnType<typeof loader>>,
  'moments' | 'units' | 'steps' | 'year' | 'academic'
>;

function Matrix({ moments, units, steps, year, academic }: MatrixProps) {
  const text = useText();
  const locale = useLocale();
  const kinds = [...Map.groupBy(units, (unit) => unit.unitKind)];
  const counts = standings
    .map((standing) => ({ standing, count: moments.filter((one) => one.standing === standing).length }))
    .filter(({ count }) => count > 0)
    .map(({ standing, count }) => text(`cycle.sum.${standing}`, { count }));
  return (
    <>
      <p className="cycle-sum">
        {text('cycle.sum', {
          total: moments.length,
          parts: new Intl.ListFormat(locale).format(counts),
        })}
      </p>
      <div className="cycle-matrix">
        {kinds.map(([kind, ones]) => {
          const rows = new Set(ones.map((one) => one.unit));
          const own = moments.filter((one) => rows.has(one.unit));
          const dueOf = (code: string) =>
            own
              .filter((one) => one.step === code)
              .map((one) => one.firstDueOn)
              .toSorted()[0]!;
          const columns = steps
            .filter((step) => own.some((one) => one.step === step.code))
            .toSorted((a, b) => dueOf(a.code).localeCompare(dueOf(b.code)));
          return (
            <DataTable
              key={kind}
              caption={text('cycle.caption', { kind, year: yearName(year ?? 0, academic) })}
              rowHead={text('cycle.unit')}
              columns={columns.map((step) => ({
                key: step.code,
                head: (
                  <>
                    {nameOf(step, locale)}
                    <small className="moment-due">
                      {dueText({ dueOn: dueOf(step.code), precision: step.precision }, locale, 'short')}
                    </small>
                  </>
                ),
                kind: 'text' as const,
              }))}
              rows={ones.map((unit) => ({
                key: unit.unit,
                head: nameOf({ nameNl: unit.unitNl, nameEn: unit.unitEn }, locale),
                cells: Object.fromEntries(
                  own
                    .filter((one) => one.unit === unit.unit)
                    .map((one) => [one.step, <MomentCell key={one.momentId} moment={one} />]),
                ),
              }))}
            />
          );
        })}
      </div>
      <div className="cycle-list">
        <ByMonth moments={moments} />
      </div>
    </>
  );
}

function ByMonth({ moments }: { moments: readonly Moment[] }) {
  const locale = useLocale();
  return [...Map.groupBy(moments, (one) => one.dueOn.slice(0, 7))].map(([month, ones]) => (
    <section key={month} aria-labelledby={`month-${month}`}>
      <h2 className="cycle-month" id={`month-${month}`}>
        {formatDate(`${month}-01`, locale).replace(/^\d+ /, '')}
      </h2>
      <MomentList moments={ones} />
    </section>
  ));
}
