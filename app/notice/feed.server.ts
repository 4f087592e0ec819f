import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { requireAccount } from './setting.server.ts';

export const feedInput = z.object({ name: z.string().trim().min(1).max(80) });

/** One's own calendar addresses, the newest first; an address itself is never shown again. */
export async function listFeeds(tx: Tx, actor: Actor, accountId: string = requireAccount(actor)) {
  return tx
    .selectFrom('calendarFeed')
    .select(['feedId', 'name', 'createdAt', 'revokedAt'])
    .where('institutionId', '=', actor.institutionId)
    .where('accountId', '=', accountId)
    .orderBy('createdAt', 'desc')
    .execute();
}

/**
 * Makes a secret address for one's calendar: `<institution id>.<256 random bits>`, shown now, kept as its SHA-256.
 * @throws Rejection `notice.account`
 */
export async function createFeed(
  tx: Tx,
  actor: Actor,
  { name }: z.output<typeof feedInput>,
  now: Date,
  accountId: string = requireAccount(actor),
): Promise<{ feedId: string; token: string }> {
  const { institutionId } = actor;
  const feedId = newId();
  const token = `${institutionId}.${randomBytes(32).toString('base64url')}`;
  await tx
    .insertInto('calendarFeed')
    .values({ institutionId, feedId, accountId, name, tokenHash: sha256(token), createdAt: now })
    .execute();
  await record(tx, actor, 'calendar.create', { kind: 'calendar_feed', id: feedId }, { after: { name } });
  return { feedId, token };
}

/** Ends an address at once. @throws Missing for somebody else's; Rejection `feed.revoked` */
export async function revokeFeed(
  tx: Tx,
  actor: Actor,
  feedId: string,
  now: Date,
  accountId: string = requireAccount(actor),
): Promise<{ feedId: string }> {
  const feed = await tx
    .selectFrom('calendarFeed')
    .select('revokedAt')
    .where('institutionId', '=', actor.institutionId)
    .where('accountId', '=', accountId)
    .where('feedId', '=', feedId)
    .forUpdate()
    .executeTakeFirst();
  if (!feed) throw new Missing('feed');
  if (feed.revokedAt) throw new Rejection('feed.revoked', {});
  await tx
    .updateTable('calendarFeed')
    .set({ revokedAt: now })
    .where('institutionId', '=', actor.institutionId)
    .where('feedId', '=', feedId)
    .execute();
  await record(tx, actor, 'calendar.revoke', { kind: 'calendar_feed', id: feedId }, {});
  return { feedId };
}

/** Whose calendar an address is: the account, or null when it is unknown or revoked. */
export async function accountOfFeed(tx: Tx, token: string): Promise<string | null> {
  const feed = await tx
    .selectFrom('calendarFeed')
    .select('accountId')
    .where('institutionId', '=', token.slice(0, 36))
    .where('tokenHash', '=', sha256(token))
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return feed?.accountId ?? null;
}
