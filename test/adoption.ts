import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { adoptVersion } from '#app/participation/adoption.server.ts';

type Adopting = { scheme: string; document: string; version: number; hash: string; from: string };

/** The board adopts a version on the day from which it is in force. */
export function adoptOn(tx: Tx, actor: Actor, { from, ...of }: Adopting): Promise<unknown> {
  return adoptVersion(tx, actor, { ...of, from, decidedOn: from, reasons: '', now: new Date() });
}
