import { redirect } from 'react-router';
import { statusTone } from '#app/document/version.ts';
import { codeOptions } from '#app/identity/choice.ts';
import { readForm } from '#app/identity/form.server.ts';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, readMoment } from '#app/kernel/moment.ts';
import { nameOf } from '#app/kernel/name.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { startPlan } from '#app/plan/draft.server.ts';
import { startPlanInput } from '#app/plan/plan.input.ts';
import { listPlans, type PlanRow } from '#app/plan/plan-list.server.ts';
import { planHref } from '#app/plan/plan-words.ts';
import { ProblemSummary } from '#app/plan/reason.tsx';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ChoiceControl } from '#app/ui/choice-control.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import '#app/plan/plan.css';
import '#app/plan/step.css';
import type { Route } from './+types/plan-list-page';
import { type DecisionRow, listDecisions } from './decision.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const today = isoDate(args.context.get(edgeContext).clock());
  const query = new URL(args.request.url).searchParams;
  const unit = query.get('unit') ?? '';
  const asked = readMoment(query, today);
  return load(args, async (tx, actor) => ({
    today,
    unit,
    asked,
    scheme: await getSchemeHead(tx, actor.institutionId, args.params.scheme),
    plans: await listPlans(tx, actor, { ...args.params, moment: versionMoment(asked) }),
    open: isNow(asked) ? await listDecisions(tx, actor, { scheme: args.params.scheme, open: true }) : [],
  }));
}

/** Starts a unit's plan; the code and title are proposed from its unit and period, and can be changed later. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const outcome = await act(args, (tx, actor) =>
    startPlan(tx, actor, { ...readForm(startPlanInput, form), ...args.params }),
  );
  if ('problem' in outcome) return outcome;
  return redirect(planHref({ scheme: args.params.scheme, document: outcome.done.document }));
}

export default function PlanListPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, open, today, unit, asked } = loaderData;
  const units = unitsOfPlans(loaderData.plans);
  const plans = loaderData.plans.filter((row) => unit === '' || isFor(row, unit));
  const kinds = [...new Map(plans.map((row) => [row.kind.code, row.kind])).values()];
  return (
    <>
      <PageTitle page={text('scheme.tab.plans')} />
      <PageBody>
        <ProblemSummary problem={actionData?.problem ?? null} />
        <MomentNotice moment={asked} now={`?${new URLSearchParams(unit ? { unit } : {})}`} />
        {loaderData.plans.length === 0 ? (
          <Empty title={text('plans.none')}>{text('plans.none.next')}</Empty>
        ) : (
          <MomentForm moment={asked}>
            <ChoiceControl
              label={text('coverage.filter')}
              name="unit"
              value={unit}
              all={text('coverage.filter.all')}
              options={codeOptions(locale, units)}
            />
          </MomentForm>
        )}
        {loaderData.plans.length > 0 && plans.length === 0 ? (
          <Empty title={text('coverage.filter.none')}>{text('coverage.filter.none.next')}</Empty>
        ) : null}
        <p>
          <Link href={`/schemes/${scheme.code}/coherence`}>{text('coherence.link')}</Link>
          {' · '}
          <Link href={`/schemes/${scheme.code}/burden`}>{text('coherence.burden')}</Link>
        </p>
        {kinds.map((kind) => (
          <section key={kind.code} className="plan-list">
            <DataTable
              caption={nameOf(kind, locale)}
              rowHead={text('plans.unit')}
              columns={[
                { key: 'plan', head: text('plans.plan'), kind: 'text' },
                { key: 'status', head: text('plans.status'), kind: 'text' },
                { key: 'submitted', head: text('plans.submitted'), kind: 'text' },
                { key: 'adopted', head: text('plans.adopted'), kind: 'text' },
                { key: 'due', head: text('plans.due'), kind: 'text' },
              ]}
              rows={plans
                .filter((row) => row.kind.code === kind.code)
                .map((row) => ({
                  key: `${row.unit.code} ${row.document ?? ''}`,
                  head: nameOf(row.unit, locale),
                  cells: {
                    plan: (
                      <>
                        <PlanCell row={row} scheme={scheme} />
                        {row.covers.length > 0 ? (
                          <small className="plan-covers">
                            {text('coverage.also', {
                              units: row.covers.map((one) => nameOf(one, locale)).join(', '),
                            })}
                          </small>
                        ) : null}
                      </>
                    ),
                    status: row.latest ? (
                      <span className="plan-state">
                        <Badge tone={statusTone[row.latest.status]}>
                          {text(`plan.status.${row.latest.status}`)}
                        </Badge>
                        <small>
                          {text('plan.version', { number: String(row.latest.number) })}
                          {row.inForce !== null && row.inForce !== row.latest.number
                            ? `, ${text('plans.in-force', { number: String(row.inForce) })}`
                            : null}
                        </small>
                      </span>
                    ) : row.document ? (
                      <span className="quiet">{text('plans.nothing-yet')}</span>
                    ) : null,
                    submitted: row.latest?.submittedAt
                      ? formatDate(row.latest.submittedAt, locale, 'short')
                      : null,
                    adopted: row.latest?.adoptedAt ? formatDate(row.latest.adoptedAt, locale, 'short') : null,
                    due: <DueCell row={row} open={open} today={today} />,
                  },
                }))}
            />
            {plans.some((row) => row.kind.code === kind.code && row.mayWrite) ? (
              <p className="plan-new">
                <ButtonLink href={`/schemes/${scheme.code}/plans/new?kind=${kind.code}`} small>
                  {text('document.start.kind', { kind: nameOf(kind, locale).toLowerCase() })}
                </ButtonLink>
              </p>
            ) : null}
          </section>
        ))}
      </PageBody>
    </>
  );
}

/** The units that write a plan or are covered by one, by name of the list. */
function unitsOfPlans(plans: readonly PlanRow[]) {
  const all = plans.flatMap((row) => [row.unit, ...row.covers]);
  return [...new Map(all.map((one) => [one.code, one])).values()];
}

function isFor(row: PlanRow, unit: string): boolean {
  return row.unit.code === unit || row.covers.some((one) => one.code === unit);
}

function PlanCell({
  row,
  scheme,
}: {
  row: PlanRow;
  scheme: { code: string; firstYear: number; lastYear: number };
}) {
  const text = useText();
  if (row.document && row.latest) {
    return <Link href={planHref({ scheme: scheme.code, document: row.document })}>{row.title}</Link>;
  }
  if (row.document) return row.title;
  if (!row.mayStart) return <span className="quiet">{text('plans.not-started')}</span>;
  const { firstYear, lastYear } = scheme;
  const years = `${firstYear}–${lastYear}`;
  return (
    <form method="post">
      <input type="hidden" name="kind" value={row.kind.code} />
      <input type="hidden" name="unit" value={row.unit.code} />
      <input type="hidden" name="code" value={`${row.kind.code}-${row.unit.code}`} />
      <input type="hidden" name="title" value={`${row.kind.nameNl} ${row.unit.nameNl} ${years}`} />
      <input type="hidden" name="firstYear" value={firstYear} />
      <input type="hidden" name="lastYear" value={lastYear} />
      <Button small>{text('plans.start')}</Button>
    </form>
  );
}

function DueCell({ row, open, today }: { row: PlanRow; open: readonly DecisionRow[]; today: string }) {
  const text = useText();
  const locale = useLocale();
  if (!row.document) return null;
  const waiting = open.filter(
    (one) => one.document === row.document && one.versionNumber === row.latest?.number,
  );
  if (waiting.length > 0) {
    return waiting.map((one) => (
      <span key={one.decisionId} className={one.dueOn && one.dueOn < today ? 'due due-over' : 'due'}>
        {text(one.dueOn ? 'plans.due.decision' : 'plans.due.no-term', {
          body: nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale),
          right: text(`right.${one.kind}`),
          date: one.dueOn ? formatDate(one.dueOn, locale, 'short') : '',
        })}
      </span>
    ));
  }
  const next = row.latest?.status;
  return next === 'draft' || next === 'submitted' || next === 'returned' ? text(`plans.due.${next}`) : null;
}
