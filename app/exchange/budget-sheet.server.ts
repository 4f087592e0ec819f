import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { saveBudget } from '#app/plan/budget.server.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { getPlan, type Plan } from '#app/plan/plan.server.ts';
import { canWritePlan } from '#app/plan/plan.ts';
import type { FillIn } from '#app/render/fill-in.ts';
import { budgetCells, budgetDecimals, budgetKey, budgetRefusal, budgetSheet } from './budget-sheet.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { Saved } from './fill-in-post.server.ts';
import type { Sheet } from './fill-in-sheet.ts';

/** The draft whose budget is filled in. @throws Missing; Rejection `forbidden`, `plan.no-draft` */
export async function getBudgetDraft(tx: Tx, actor: Actor, address: PlanAddress): Promise<Plan> {
  const plan = await getPlan(tx, actor, address);
  if (!canWritePlan(actor, plan.head)) throw forbidden('plan.write');
  if (plan.version.status !== 'draft') throw new Rejection('plan.no-draft');
  return plan;
}

/** The budget grid as a table that goes round. @throws as getBudgetDraft */
export async function readBudgetSheet(tx: Tx, actor: Actor, address: PlanAddress): Promise<Sheet> {
  const plan = await getBudgetDraft(tx, actor, address);
  return {
    table: (locale) => budgetSheet(plan, { locale, words: wordsOf(locale) }),
    isWord: (text) => text.toLowerCase() === 'pm',
    decimalsOf: budgetDecimals,
    refuse: (key) => budgetRefusal(plan, key),
  };
}

/** The budget grid as a table to fill in. @throws as getBudgetDraft */
export async function getBudgetSheet(tx: Tx, actor: Actor, address: PlanAddress): Promise<FillIn> {
  return (await readBudgetSheet(tx, actor, address)).table(actor.locale);
}

/** Saves what was shown; cells that changed meanwhile come back. @throws as saveBudget */
export async function saveBudgetSheet(
  tx: Tx,
  actor: Actor,
  { changes, ...address }: PlanAddress & { changes: readonly CellChange[] },
): Promise<Saved> {
  const { saved, conflicts } = await saveBudget(tx, actor, { ...address, cells: budgetCells(changes) });
  const moved = conflicts.map((one) => ({
    ...{ row: 0, key: budgetKey(one), field: String(one.year) },
    ...{ before: one.theirs, after: one.value, was: one.seen },
  }));
  return { saved, moved };
}
