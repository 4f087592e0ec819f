import { redirect } from 'react-router';
import { readForm } from '#app/identity/form.server.ts';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { inEuros } from '#app/kernel/fte-rate.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { localeOf } from '#app/messages/locale.server.ts';
import { GapList } from '#app/plan/gap-list.tsx';
import { getPlan } from '#app/plan/plan.server.ts';
import { canSubmitPlan } from '#app/plan/plan.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { ProblemSummary, reasonText } from '#app/plan/reason.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Confirmation } from '#app/ui/dialog.tsx';
import { TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/submit-page';
import { minutesInput } from './chain.input.ts';
import { observedGaps, submitReport } from './chain.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const locale = localeOf(args.request, args.context);
  return load(args, async (tx, actor) => {
    const plan = await getPlan(tx, actor, { ...args.params, locale });
    if (!canSubmitPlan(actor, plan.head)) throw forbidden('plan.submit');
    if (plan.version.status !== 'draft') throw new Rejection('plan.no-draft');
    const asked = plan.questions.length > 0 && plan.head.stage === null;
    const observed = asked ? await observedGaps(tx, actor, plan) : [];
    const { head, version, gaps, measures, lines, rates } = plan;
    return {
      head,
      version,
      gaps,
      observed,
      measures: head.hasMeasures ? measures.length : -1,
      cents: inEuros(lines, rates).cents,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const now = args.context.get(edgeContext).clock();
  const outcome = await act(args, (tx, actor) =>
    submitReport(tx, actor, { ...args.params, ...readForm(minutesInput, form), now }),
  );
  return 'done' in outcome ? redirect(planHref(args.params)) : outcome;
}

export default function SubmitPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, version, gaps, observed } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const blockers = gaps.filter((gap) => gap.blocker);
  const number = String(version.number);
  return (
    <>
      <PlanFrame head={head} title={text('plan.submit')} version={version} />
      <PageBody narrow>
        <ProblemSummary problem={actionData?.problem ?? null} />
        {blockers.length + observed.length > 0 ? (
          <>
            <Notice
              tone="warn"
              title={text('rejection.plan.incomplete', { count: blockers.length + observed.length })}
            />
            <GapList gaps={gaps} base={base} />
            {observed.length > 0 ? (
              <ul className="gaps">
                {observed.map((gap) => (
                  <li key={reasonText(text, locale, gap)} className="gap">
                    <Link href={gap.href}>{reasonText(text, locale, gap)}</Link>
                  </li>
                ))}
              </ul>
            ) : null}
            <p>
              <ButtonLink href={base}>{text('plan.back')}</ButtonLink>
            </p>
          </>
        ) : (
          <>
            <Confirmation
              title={text('submit.title', { number })}
              effects={[
                text('submit.frozen', {
                  number,
                  measures: loaderData.measures,
                  cents: loaderData.cents,
                }),
                text('submit.hash'),
                text('submit.next'),
                text('submit.edit'),
              ]}
              act={text('plan.submit')}
              cancelHref={base}
            >
              {head.stage === null ? (
                <TextField
                  id="minutes"
                  name="minutes"
                  label={text('submit.minutes')}
                  hint={text('submit.minutes.hint')}
                  inputMode="numeric"
                  pattern="[0-9]*"
                  width="short"
                  optional
                />
              ) : null}
            </Confirmation>
            {gaps.length > 0 ? (
              <>
                <h2>{text('submit.notes')}</h2>
                <GapList gaps={gaps} base={base} />
              </>
            ) : null}
          </>
        )}
      </PageBody>
    </>
  );
}
