import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { saveMeasure } from '#app/plan/measure.server.ts';
import { getBudgetDraft } from './budget-sheet.server.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { Saved } from './fill-in-post.server.ts';
import { sinceShown } from './fill-in-sheet.ts';
import { changedMeasures, measuresSheet } from './measures-sheet.ts';

/** The measures of a draft as a table that goes round. @throws Missing; Rejection `forbidden`, `plan.no-draft` */
export async function readMeasuresSheet(tx: Tx, actor: Actor, address: PlanAddress) {
  const plan = await getBudgetDraft(tx, actor, address);
  return { plan, sheet: measuresSheet(plan, wordsOf) };
}

/**
 * Saves the measures that were shown, all or none; what somebody else changed meanwhile comes back.
 * @throws as readMeasuresSheet and saveMeasure
 */
export async function saveMeasuresSheet(
  tx: Tx,
  actor: Actor,
  { changes, ...address }: PlanAddress & { changes: readonly CellChange[] },
): Promise<Saved> {
  const { plan, sheet } = await readMeasuresSheet(tx, actor, address);
  const { still, moved } = sinceShown(changes, { sheet, locale: actor.locale });
  if (moved.length > 0) return { saved: null, still, moved };
  for (const { code, ...measure } of changedMeasures(plan, still)) {
    await saveMeasure(tx, actor, { ...address, ...measure, measure: code });
  }
  return { saved: still.length };
}
