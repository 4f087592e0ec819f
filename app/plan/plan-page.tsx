import { Form, Outlet, redirect } from 'react-router';
import { isEmptyRichText } from '#app/document/rich-text.ts';
import { canRetract } from '#app/document/version.ts';
import { readForm } from '#app/identity/form.server.ts';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { isNow, readMoment } from '#app/kernel/moment.ts';
import { trees } from '#app/ledger/ledger.ts';
import { versionMoment } from '#app/ledger/money.server.ts';
import { TreeControl } from '#app/ledger/tree-control.tsx';
import { localeOf } from '#app/messages/locale.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Link } from '#app/ui/link.tsx';
import { MomentForm, MomentNotice } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/plan-page';
import { BudgetTable } from './budget-table.tsx';
import { readStatements } from './change-read.server.ts';
import { ChangeSection } from './change-section.tsx';
import { CoverageLine } from './coverage-line.tsx';
import { startVersion } from './draft.server.ts';
import { GoalSection } from './goal-section.tsx';
import { MeasureList } from './measure-list.tsx';
import { answerIn, placesOf } from './place.ts';
import { Remarks } from './place-remarks.tsx';
import { startVersionInput } from './plan.input.ts';
import { getPlan, getPlanHead } from './plan.server.ts';
import { canAnswer, canSubmitPlan, canWritePlan } from './plan.ts';
import { PlanAside } from './plan-aside.tsx';
import { PlanFrame } from './plan-frame.tsx';
import { PlanText, type PlanTextPart } from './plan-text.tsx';
import { planHref, remarkQuery } from './plan-words.ts';
import { readQuotes } from './quote.server.ts';
import { standsIn } from './quote.ts';
import { ProblemSummary } from './reason.tsx';
import { RequirementList } from './requirement-list.tsx';
import { Roadmap } from './roadmap.tsx';
import { VersionNote } from './version-note.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const asked = readMoment(query, isoDate(args.context.get(edgeContext).clock()));
  const now = isNow(asked);
  const number = query.get('version');
  const version = number && /^\d{1,6}$/.test(number) ? Number(number) : null;
  const locale = localeOf(args.request, args.context);
  return load(args, async (tx, actor) => {
    const then = versionMoment(asked);
    // before its first version there was nothing to show: then as it is now, and the page says so
    const existed =
      now || (await getPlanHead(tx, actor, { ...args.params, moment: then })).versions.length > 0;
    const moment = existed ? then : undefined;
    const tree = trees.find((one) => one === query.get('tree'));
    const plan = await getPlan(tx, actor, { ...args.params, version, locale, moment, tree });
    const quotes = plan.questions.some((one) => one.drawsOn)
      ? await readQuotes(tx, actor, plan.version.versionId)
      : [];
    const parts = plan.questions.flatMap((question): PlanTextPart[] =>
      placesOf(question, plan).map((place) => {
        const { answers, ...asked } = question;
        const answer = answerIn(answers, place);
        const body = answer && !isEmptyRichText(answer.body) ? answer.body : null;
        return {
          question: asked,
          place,
          body,
          quotes: quotes.filter((one) => standsIn(one, asked.code, place)),
        };
      }),
    );
    const [statement = null] = await readStatements(tx, actor, [plan.version.versionId]);
    return {
      plan,
      parts,
      statement,
      asked,
      tree: tree ?? ('asOf' as const),
      existed,
      may: {
        write: now && plan.head.written && canWritePlan(actor, plan.head),
        answer: now && canAnswer(actor, plan.head),
        submit: now && plan.head.written && canSubmitPlan(actor, plan.head),
        return: now && canRetract(actor, 'return', plan.head),
        withdraw: now && canRetract(actor, 'withdraw', plan.head),
      },
    };
  });
}

/** Starts the next version, as a copy of the one shown. */
export async function action(args: Route.ActionArgs) {
  const input = readForm(startVersionInput, await args.request.formData());
  const outcome = await act(args, (tx, actor) => startVersion(tx, actor, { ...args.params, ...input }));
  if ('problem' in outcome) return outcome;
  return redirect(planHref(args.params));
}

export default function PlanPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { plan, parts, statement, may, asked, existed } = loaderData;
  const { head, version } = plan;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const draft = version.status === 'draft';
  const newest = head.versions.at(-1)?.number === version.number;
  return (
    <>
      <PlanFrame
        head={head}
        version={version}
        moment={asked}
        actions={
          <>
            {draft && may.submit ? (
              <ButtonLink href={`${base}/submit`} kind="primary">
                {text('plan.submit')}
              </ButtonLink>
            ) : null}
            {version.status === 'submitted' && may.return ? (
              <ButtonLink href={`${base}/return`}>{text('plan.return')}</ButtonLink>
            ) : null}
            {version.status === 'submitted' && may.withdraw ? (
              <ButtonLink href={`${base}/withdraw`}>{text('plan.withdraw')}</ButtonLink>
            ) : null}
            {!draft && newest && may.write ? (
              <Form method="post">
                <input type="hidden" name="from" value={version.number} />
                <Button>{text('plan.start-version')}</Button>
              </Form>
            ) : null}
          </>
        }
      />
      <PageBody
        asideLabel={text('plan.aside')}
        aside={<PlanAside plan={plan} parts={parts} moment={asked} />}
      >
        <ProblemSummary problem={actionData?.problem ?? null} />
        <MomentNotice moment={asked} now="?" />
        <ThenNotice existed={existed} version={version} now={isNow(asked)} />
        <MomentForm moment={asked}>
          {plan.reorganised && head.stage === 'budgeted' ? (
            <TreeControl tree={loaderData.tree} day={asked.asOf} />
          ) : null}
        </MomentForm>
        <VersionNote version={version} />
        {head.amends ? (
          <p className="sub">
            {text('plan.amends')}{' '}
            <Link href={planHref({ scheme: head.scheme.code, document: head.amends.code })}>
              {head.amends.title}
            </Link>
            {' · '}
            <Link href={`${base}/compare?to=${version.number}`}>
              {text('compare.link', { other: head.amends.title })}
            </Link>
          </p>
        ) : null}
        <CoverageLine plan={plan} edit={draft && may.write ? base : null} />
        <ChangeSection
          plan={plan}
          statement={statement}
          edit={draft && may.write && (head.amends !== null || head.versions.length > 1)}
        />
        <Outlet />
        <PlanText themes={plan.themes} parts={parts} edit={draft && may.answer ? base : null} />
        {head.hasMeasures ? (
          <section id="measures">
            <div className="row">
              <h2>{text('plan.measures')}</h2>
              {draft && may.write ? (
                <span className="end row">
                  <ButtonLink href={`${base}/measures-sheet`} kind="quiet" small>
                    {text('fill-in.open')}
                  </ButtonLink>
                  <ButtonLink href={`${base}/steps-sheet`} kind="quiet" small>
                    {text('steps.sheet')}
                  </ButtonLink>
                  <ButtonLink href={`${base}/new-measure`} small>
                    {text('plan.measure.add')}
                  </ButtonLink>
                </span>
              ) : null}
            </div>
            {plan.measures.length === 0 ? (
              <Empty title={text('plan.measures.none')}>{text('plan.measures.none.next')}</Empty>
            ) : (
              <MeasureList plan={plan} edit={draft && may.write ? base : null} />
            )}
          </section>
        ) : null}
        <Roadmap plan={plan} />
        {head.hasMeasures ? <GoalSection plan={plan} /> : null}
        {head.hasMeasures || plan.lines.length > 0 ? (
          <section id="budget">
            {draft && may.write && plan.measures.length > 0 ? (
              <div className="row budget-edit">
                <span className="end">
                  <ButtonLink href={`${base}/budget`} small>
                    {text('plan.budget.edit')}
                  </ButtonLink>
                </span>
              </div>
            ) : null}
            {plan.lines.length === 0 ? (
              <Empty title={text('plan.budget.none')}>{text('plan.budget.none.next')}</Empty>
            ) : (
              <>
                <BudgetTable plan={plan} />
                <Remarks place="budget" about={remarkQuery({ kind: 'figure' })} title={text('plan.budget')} />
              </>
            )}
          </section>
        ) : null}
        {plan.requirements.length > 0 ? (
          <section id="requirements">
            <div className="row">
              <h2>{text('checklist.title')}</h2>
              {draft && may.write ? (
                <span className="end">
                  <ButtonLink href={`${base}/requirements`} small>
                    {text('checklist.edit')}
                  </ButtonLink>
                </span>
              ) : null}
            </div>
            <RequirementList plan={plan} draft={draft} />
          </section>
        ) : null}
      </PageBody>
    </>
  );
}

/** Of another moment than now: what is shown when no version was in force then. */
function ThenNotice(props: {
  existed: boolean;
  now: boolean;
  version: { number: number; inForce: boolean };
}) {
  const text = useText();
  if (props.now || (props.existed && props.version.inForce)) return null;
  const what = props.existed ? 'not-in-force' : 'not-yet';
  return <Notice tone="warn" title={text(`plan.then.${what}`, { number: String(props.version.number) })} />;
}
