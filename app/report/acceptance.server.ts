import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { canAcceptChecks, same } from './acceptance.ts';
import type { AcceptInput, WithdrawInput } from './check.input.ts';
import { getChecks } from './open-check.server.ts';

/**
 * Accepts an open difference: with whom, why and the very figures that were seen. Nothing is overwritten.
 * @throws Missing; Rejection `forbidden`, `check.not-open`, `check.changed` when a figure moved meanwhile
 */
export async function acceptCheck(
  tx: Tx,
  actor: Actor,
  { scheme, ...input }: AcceptInput & { scheme: string },
  now: Date,
): Promise<void> {
  if (!canAcceptChecks(actor)) throw forbidden('check.accept');
  const { frame, open } = await getChecks(tx, actor, { scheme }, now);
  const check = open.find((one) => one.code === input.code && one.whereKey === input.whereKey);
  if (!check) throw new Rejection('check.not-open', {});
  if (!same(check, input)) throw new Rejection('check.changed', {});
  await write(tx, actor, { ...input, schemeId: frame.schemeId, accepted: true, now });
}

/**
 * Takes an acceptance back: the difference is open again, and what was accepted stays on record.
 * @throws Missing; Rejection `forbidden`, `check.not-accepted`
 */
export async function withdrawAcceptance(
  tx: Tx,
  actor: Actor,
  { scheme, ...input }: WithdrawInput & { scheme: string },
  now: Date,
): Promise<void> {
  if (!canAcceptChecks(actor)) throw forbidden('check.accept');
  const { frame, accepted } = await getChecks(tx, actor, { scheme }, now);
  const check = accepted.find((one) => one.code === input.code && one.whereKey === input.whereKey);
  if (!check) throw new Rejection('check.not-accepted', {});
  const { stated, computed } = check;
  await write(tx, actor, { ...input, stated, computed, schemeId: frame.schemeId, accepted: false, now });
}

type Word = AcceptInput & { schemeId: string; accepted: boolean; now: Date };

async function write(tx: Tx, actor: Actor, { now, schemeId, ...word }: Word): Promise<void> {
  const { institutionId } = actor;
  // two words on one difference at once: the second finds the number taken and is refused
  const { next } = await tx
    .selectFrom('acceptedDifference')
    .select(sql<number>`(coalesce(max(sort), 0) + 1)::int`.as('next'))
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .where('code', '=', word.code)
    .where('whereKey', '=', word.whereKey)
    .executeTakeFirstOrThrow();
  const row = { ...word, byKind: actor.kind, byName: actor.name, at: now, sort: next };
  await tx
    .insertInto('acceptedDifference')
    .values({ institutionId, acceptanceId: newId(), schemeId, ...row })
    .execute();
  await record(
    tx,
    actor,
    word.accepted ? 'check.accept' : 'check.withdraw',
    { kind: 'scheme', id: schemeId },
    { after: word },
  );
}
