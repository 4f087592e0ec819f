import { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, type Locale, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';

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

/**
 * The account that a machine acts for: what is somebody's can be seen to by who administers accounts.
 * @throws Missing; Rejection `forbidden`
 */
export async function accountOf(tx: Tx, actor: Actor, login: string): Promise<string> {
  if (!may(actor, 'admin.account')) throw forbidden('admin.account');
  const row = await tx
    .selectFrom('account')
    .select('accountId')
    .where('institutionId', '=', actor.institutionId)
    .where('login', '=', login)
    .executeTakeFirst();
  if (!row) throw new Missing('account');
  return row.accountId;
}

/**
 * One's own setting, or that of an account; who never chose gets everything. One statement.
 * @throws Rejection `notice.account`
 */
export async function getSetting(
  tx: Tx,
  actor: Actor,
  accountId: string = requireAccount(actor),
): Promise<NoticeSetting> {
  const row = await tx
    .selectFrom('noticeSetting')
    .select(['email', 'digest', 'dueToday', 'locale'])
    .where('institutionId', '=', actor.institutionId)
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  if (!row) return { email: null, digest: true, dueToday: true, locale: null };
  return { ...row, locale: row.locale as Locale | null };
}

/** Keeps one's own choice, or that of an account. The trail says what was chosen and not the address. @throws InvalidInput `notice.email` */
export async function saveSetting(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof settingInput>,
  accountId: string = requireAccount(actor),
): Promise<{ saved: true }> {
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
