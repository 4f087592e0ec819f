import { redirect } from 'react-router';
import { act, load } from '#app/identity/page.server.ts';
import { saveBudget } from '#app/plan/budget.server.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { ProblemSummary, useFieldError } from '#app/plan/reason.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/budget-sheet-page';
import { compareBudgetSheet, getBudgetDraft } from './budget-sheet.server.ts';
import { budgetCells, budgetDecimals, budgetKey } from './budget-sheet.ts';
import {
  chosenChanges,
  type FillInOutcome,
  onlyConflicts,
  oversize,
  readHandedIn,
} from './fill-in-post.server.ts';
import { FillInResult, FillInSteps } from './fill-in-view.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const { head, measures } = await getBudgetDraft(tx, actor, args.params);
    return { head, measures: Object.fromEntries(measures.map(({ code, name }) => [code, name])) };
  });
}

export async function action(args: Route.ActionArgs): Promise<FillInOutcome | Response> {
  const tooLarge = oversize(args);
  if (tooLarge) return tooLarge;
  const form = await args.request.formData();
  const { scheme, document } = args.params;
  if (form.get('intent') !== 'save') {
    return readHandedIn(args, form, (tx, actor, sent) =>
      compareBudgetSheet(tx, actor, { scheme, document, ...sent }),
    );
  }
  const cells = budgetCells(chosenChanges(form));
  const outcome = await act(args, (tx, actor) => saveBudget(tx, actor, { scheme, document, cells }));
  if ('problem' in outcome) return { shown: null, moved: false, problem: outcome.problem };
  const { saved, conflicts } = outcome.done;
  if (conflicts.length === 0) return redirect(`${planHref({ scheme, document })}/budget?saved=${saved}`);
  const moved = conflicts.map((one) => ({
    ...{ row: 0, key: budgetKey(one), field: String(one.year) },
    ...{ before: one.theirs, after: one.value, was: one.seen },
  }));
  return { shown: onlyConflicts(moved), moved: true, problem: null };
}

export default function BudgetSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { head, measures } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const here = `${base}/budget/sheet`;
  const problem = actionData?.problem ?? null;
  const fileError = useFieldError(problem)('file');
  const rowName = ([measure = '', ...rest]: readonly string[]) =>
    [measures[measure] ?? measure, ...rest.filter((part) => part !== '' && part !== head.unit.code)].join(
      ' · ',
    );
  return (
    <>
      <PlanFrame head={head} title={text('fill-in.title')} lead={text('fill-in.page.lead')} />
      <PageBody>
        <p>
          <Link href={`${base}/budget`}>{text('plan.budget.edit')}</Link>
        </p>
        <ProblemSummary problem={problem} />
        {actionData?.moved ? <Notice tone="warn" live title={text('fill-in.moved')} /> : null}
        {actionData?.shown ? (
          <FillInResult shown={actionData.shown} here={here} rowName={rowName} decimalsOf={budgetDecimals} />
        ) : (
          <FillInSteps here={here} error={fileError} />
        )}
      </PageBody>
    </>
  );
}
