import { type Actor, type Locale, locales } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { readSheets } from '#app/ledger/table-read.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { getPlan, type Plan } from '#app/plan/plan.server.ts';
import { canWritePlan } from '#app/plan/plan.ts';
import type { FillIn } from '#app/render/fill-in.ts';
import { budgetCurrent, budgetDecimals, budgetRefusal, budgetSheet } from './budget-sheet.ts';
import { type FillInDifference, fillInDifference } from './fill-in-difference.ts';
import { type Filled, firstThatReads, readFillIn } from './fill-in-read.ts';

const isWord = (text: string) => text.toLowerCase() === 'pm';

/** The draft whose budget is filled in. @throws Missing; Rejection `forbidden`, `plan.no-draft` */
export async function getBudgetDraft(tx: Tx, actor: Actor, address: PlanAddress): Promise<Plan> {
  const plan = await getPlan(tx, actor, address);
  if (!canWritePlan(actor, plan.head)) throw forbidden('plan.write');
  if (plan.version.status !== 'draft') throw new Rejection('plan.no-draft');
  return plan;
}

/** The budget grid as a table to fill in. @throws as getBudgetDraft */
export async function getBudgetSheet(tx: Tx, actor: Actor, address: PlanAddress): Promise<FillIn> {
  return sheetIn(await getBudgetDraft(tx, actor, address), actor.locale);
}

function sheetIn(plan: Plan, locale: Locale): FillIn {
  return budgetSheet(plan, { locale, words: wordsOf(locale) });
}

/**
 * What a filled-in file would change in the draft; nothing is written.
 * @throws as getBudgetDraft; InvalidInput `table.…` when it is no readable table, `fill-in.…`
 */
export async function compareBudgetSheet(
  tx: Tx,
  actor: Actor,
  { file, bytes, ...address }: PlanAddress & { file: string; bytes: Uint8Array },
): Promise<{ plan: Plan; difference: FillInDifference; filled: Filled }> {
  const plan = await getBudgetDraft(tx, actor, address);
  const sheets = await readSheets(bytes, file);
  const reading = { file, isWord, decimalsOf: budgetDecimals };
  // a colleague may have fetched it in the other language
  const filled = firstThatReads(
    [actor.locale, ...locales.filter((locale) => locale !== actor.locale)].map(
      (locale) => () => readFillIn(sheets, sheetIn(plan, locale), reading),
    ),
  );
  const refuse = (key: string[]) => budgetRefusal(plan, key);
  return { plan, filled, difference: fillInDifference(filled, budgetCurrent(plan), refuse) };
}
