import { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor, Locale } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Rejection } from '#app/kernel/rejection.ts';

/** What somebody wants to be told, where, and in which language; null is that of the account. */
export type NoticeSetting = {
  email: string | null;
  digest: boolean;
  dueToday: boolean;
  locale: Locale | null;
};

export const settingInput = z.object({
  email: z.string().trim().max(254).optional(),
  digest: z.coerce.boolean().default(false),
  dueToday: z.coerce.boolean().default(false),
  locale: z.enum(['nl', 'en']).optional(),
});

/** @throws Rejection `notice.account` for a token: notices are somebody's */
export function requireAccount(actor: Actor): string {
  if (actor.kind === 'account' && actor.accountId !== null) return actor.accountId;
  throw new Rejection('notice.account', {}, [], 403);
}

/** One's own setting; who never chose gets everything. One statement. @throws Rejection `notice.account` */
export async function getSetting(tx: Tx, actor: Actor): Promise<NoticeSetting> {
  const row = await tx
    .selectFrom('noticeSetting')
    .select(['email', 'digest', 'dueToday', 'locale'])
    .where('institutionId', '=', actor.institutionId)
    .where('accountId', '=', requireAccount(actor))
    .executeTakeFirst();
  if (!row) return { email: null, digest: true, dueToday: true, locale: null };
  return { ...row, locale: row.locale as Locale | null };
}

/** Keeps one's own choice. The trail says what was chosen and not the address. @throws InvalidInput `notice.email` */
export async function saveSetting(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof settingInput>,
): Promise<{ saved: true }> {
  const accountId = requireAccount(actor);
  const email = input.email || null;
  if (email !== null && !/^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(email)) {
    throw new InvalidInput([{ path: 'email', code: 'notice.email', params: {} }]);
  }
  const { digest, dueToday, locale = null } = input;
  const { institutionId } = actor;
  await tx
    .insertInto('noticeSetting')
    .values({ institutionId, accountId, email, digest, dueToday, locale })
    .onConflict((on) =>
      on.columns(['institutionId', 'accountId']).doUpdateSet({ email, digest, dueToday, locale }),
    )
    .execute();
  const after = { digest, dueToday, locale, email: email !== null };
  await record(tx, actor, 'notices.change', { kind: 'account', id: accountId }, { after });
  return { saved: true };
}
