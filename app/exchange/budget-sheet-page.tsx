import { load } from '#app/identity/page.server.ts';
import { PlanFrame } from '#app/plan/plan-frame.tsx';
import { planHref } from '#app/plan/plan-words.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/budget-sheet-page';
import { getBudgetDraft, readBudgetSheet, saveBudgetSheet } from './budget-sheet.server.ts';
import { budgetDecimals } from './budget-sheet.ts';
import { FillInPage } from './fill-in-page.tsx';
import { onceSaved, postSheet } from './fill-in-post.server.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    const { head, measures } = await getBudgetDraft(tx, actor, args.params);
    return { head, measures: Object.fromEntries(measures.map(({ code, name }) => [code, name])) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, document } = args.params;
  const outcome = await postSheet(args, {
    sheet: (tx, actor) => readBudgetSheet(tx, actor, { scheme, document }),
    save: (tx, actor, changes) => saveBudgetSheet(tx, actor, { scheme, document, changes }),
  });
  return onceSaved(outcome, `${planHref({ scheme, document })}/budget?saved=${outcome.saved}`);
}

export default function BudgetSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { head, measures } = loaderData;
  const base = planHref({ scheme: head.scheme.code, document: head.code });
  const here = `${base}/budget/sheet`;
  const rowName = ([measure = '', ...rest]: readonly string[]) =>
    [measures[measure] ?? measure, ...rest.filter((part) => part !== '' && part !== head.unit.code)].join(
      ' · ',
    );
  return (
    <>
      <PlanFrame head={head} title={text('fill-in.title')} lead={text('fill-in.page.lead')} />
      <PageBody>
        <BackLink href={`${base}/budget`}>{text('plan.budget.edit')}</BackLink>
        <FillInPage outcome={actionData} here={here} rowName={rowName} decimalsOf={budgetDecimals} />
      </PageBody>
    </>
  );
}
