import type { Actor } from '#app/kernel/actor.ts';
import { formatAmount } from '#app/kernel/amount-format.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Rejection } from '#app/kernel/rejection.ts';
import { readTraceFacts } from './trace.server.ts';
import { traceLines } from './trace.ts';
import { type Untraceable, untraceableRise } from './trace-total.ts';

export type Coming = {
  schemeId: string;
  documentId: string;
  versionId: string;
  /** when it would come in force */
  at: Date;
};

/**
 * What a scheme's untraceable total would gain if this version came in force, in whole cents with the
 * reasons: a plan without an allocation, an allocation that leaves a unit out. Six statements.
 */
export async function untraceableOfAdoption(tx: Tx, actor: Actor, coming: Coming): Promise<Untraceable> {
  const { schemeId, documentId, versionId, at } = coming;
  const before = await readTraceFacts(tx, actor, { schemeId, at });
  const after = await readTraceFacts(tx, actor, { schemeId, at, candidate: { versionId, documentId } });
  return untraceableRise(traceLines(before), traceLines(after));
}

/**
 * Refuses an act that makes euros untraceable and does not say why.
 * @throws Rejection `trace.rise` with the amount and the codes of the reasons
 */
export function refuseSilentRise(actor: Actor, rise: Untraceable, reason: string): void {
  if (rise.cents === 0 || reason.trim() !== '') return;
  const amount = formatAmount(rise.cents, 'eur', actor.locale);
  throw new Rejection('trace.rise', { amount, cents: rise.cents, reasons: rise.reasons.join(', ') });
}
