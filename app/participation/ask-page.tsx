import { redirect } from 'react-router';
import { readForm } from '#app/identity/form.server.ts';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { listFreePeriods } from '#app/organisation/free-period.server.ts';
import { termEnd } from '#app/organisation/free-period.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { Confirmation } from '#app/ui/dialog.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { DateField, TextArea } from '#app/ui/form.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/ask-page';
import { getAdoption } from './adoption.server.ts';
import { askDecision } from './decision.server.ts';
import { canAskDecision } from './decision.ts';
import { matterOf, rightName, usePeriodWords } from './decision-line.tsx';
import { askInput } from './participation.input.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const today = isoDate(now);
  return load(args, async (tx, actor) => {
    const { head, version, rights, decisions } = await getAdoption(tx, actor, { ...args.params, now });
    if (!canAskDecision(actor, head)) throw forbidden('consent.ask');
    const open = rights.filter(
      (rule) =>
        rule.bodyId &&
        // a body that was dissolved meanwhile leaves its open question to its successor
        !decisions.some(
          (one) =>
            one.ruleId === rule.ruleId &&
            one.versionHash === version.contentHash &&
            (one.outcome !== null || one.bodyId === rule.bodyId),
        ),
    );
    const periods = await listFreePeriods(tx, actor.institutionId, today);
    return {
      head,
      version,
      today,
      open: open.map((rule) => ({ ...rule, ...termEnd(today, rule.termDays, periods) })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const now = args.context.get(edgeContext).clock();
  const outcome = await act(args, (tx, actor) =>
    askDecision(tx, actor, { ...readForm(askInput, form), ...args.params, now }),
  );
  if ('done' in outcome) return redirect(planHref(args.params));
  return { ...outcome, typed: Object.fromEntries(form) as Record<string, string> };
}

export default function AskPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const error = useFieldError(actionData?.problem);
  const { head, version, open, today } = loaderData;
  const typed: Record<string, string> = actionData?.typed ?? {};
  const number = String(version.number);
  const periodWords = usePeriodWords();
  const proposal = text('ask.proposal', {
    title: head.title,
    number,
    right: open[0]?.kind ?? 'consent',
    unit: nameOf(head.unit, locale),
  });
  return (
    <>
      <PlanFrame head={head} title={text('ask.title')} version={version} />
      <PageBody narrow>
        <ProblemSummary problem={actionData?.problem ?? null} />
        {open.length === 0 || version.status !== 'submitted' ? (
          <Empty title={text('ask.none')}>{text('ask.none.next')}</Empty>
        ) : (
          <Confirmation
            title={text('ask.form')}
            effects={[text('ask.term'), text('ask.hash', { number }), text('ask.once')]}
            act={text('ask.act')}
            cancelHref={planHref({ scheme: head.scheme.code, document: head.code })}
            fields={{ version: number }}
          >
            <Radios
              id="rule"
              name="rule"
              label={text('ask.rule')}
              defaultValue={typed.rule ?? open[0]?.ruleId}
              error={error('rule')}
              options={open.map((rule) => ({
                value: rule.ruleId,
                label: [rightName(text, rule.kind), rule.bodyName, matterOf(rule, locale)]
                  .filter(Boolean)
                  .join(' · '),
                hint: [
                  text('ask.rule.hint', {
                    days: rule.termDays,
                    date: formatDate(rule.dueOn, locale),
                    basis: `${rule.basis} (${text(`certainty.${rule.certainty}`)})`,
                  }),
                  rule.without.length > 0
                    ? text('ask.rule.without', { periods: periodWords(rule.without) })
                    : '',
                ]
                  .filter(Boolean)
                  .join(' '),
              }))}
            />
            <TextArea
              id="question"
              name="question"
              label={text('ask.question')}
              hint={text('ask.question.hint')}
              rows={3}
              defaultValue={typed.question ?? proposal}
              error={error('question')}
            />
            <DateField
              id="papersSentOn"
              name="papersSentOn"
              label={text('ask.papers')}
              optional
              defaultValue={typed.papersSentOn ?? today}
              error={error('papersSentOn')}
            />
            <DateField
              id="dueOn"
              name="dueOn"
              label={text('ask.due')}
              hint={text('ask.due.hint')}
              optional
              defaultValue={typed.dueOn}
              error={error('dueOn')}
            />
          </Confirmation>
        )}
      </PageBody>
    </>
  );
}
