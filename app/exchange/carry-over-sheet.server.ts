import { getCarryOver } from '#app/allocation/carry-over.server.ts';
import { saveCarryOver } from '#app/allocation/carry-over-draft.server.ts';
import { canWriteAllocation } from '#app/allocation/version.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { carrySheet, changedCarries } from './carry-over-sheet.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { Saved } from './fill-in-post.server.ts';
import { sinceShown } from './fill-in-sheet.ts';

export type CarrySheetAddress = { scheme: string; document: string };

/**
 * What a draft carries over, as a table that goes round.
 * @throws Missing; Rejection `forbidden`, `allocation.no-draft`
 */
export async function readCarrySheet(tx: Tx, actor: Actor, { scheme, document }: CarrySheetAddress) {
  if (!canWriteAllocation(actor)) throw forbidden('allocation.write');
  const frame = await getCarryOver(tx, actor, { scheme, document });
  if (frame.version.status !== 'draft') throw new Rejection('allocation.no-draft', { document });
  return { frame, sheet: carrySheet(frame, wordsOf) };
}

/** Keeps what was shown; what somebody else changed meanwhile comes back. @throws as saveCarryOver */
export async function saveCarrySheet(
  tx: Tx,
  actor: Actor,
  { changes, ...at }: CarrySheetAddress & { changes: readonly CellChange[] },
): Promise<Saved> {
  const { frame, sheet } = await readCarrySheet(tx, actor, at);
  const { still, moved } = sinceShown(changes, { sheet, locale: actor.locale });
  if (moved.length > 0) return { saved: null, still, moved };
  if (still.length === 0) return { saved: 0 };
  const carries = changedCarries(frame, still);
  await saveCarryOver(tx, actor, { ...at, carries, reason: frame.version.note, revision: frame.revision });
  return { saved: still.length };
}
