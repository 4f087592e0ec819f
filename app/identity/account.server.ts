import { randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { rangeDays } from '#app/kernel/period.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { changePasswordInput, createAccountInput } from './identity.input.ts';
import { hashPassword } from './identity.server.ts';

export function canEditAccounts(actor: Actor): boolean {
  return may(actor, 'admin.account');
}

function requireAccountEditor(actor: Actor): void {
  if (!canEditAccounts(actor)) throw forbidden('admin.account');
}

/** Every mandate of every account, by the order of its role. */
export async function listMandates(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('mandate as m')
    .innerJoin('role as r', (on) =>
      on.onRef('r.institutionId', '=', 'm.institutionId').onRef('r.roleId', '=', 'm.roleId'),
    )
    .leftJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'm.institutionId').onRef('u.unitId', '=', 'm.unitId'),
    )
    .leftJoin('body as b', (on) =>
      on.onRef('b.institutionId', '=', 'm.institutionId').onRef('b.bodyId', '=', 'm.bodyId'),
    )
    .select(['m.mandateId', 'm.accountId', 'm.valid', 'r.code as role', 'r.nameNl', 'r.nameEn'])
    .select(['u.code as unit', 'b.code as body'])
    .where('m.institutionId', '=', institutionId)
    .orderBy('r.sort')
    .execute();
}

/** The accounts with the mandates they hold, held or will hold. Nothing of a password leaves here. */
export async function listAccounts(tx: Tx, actor: Actor) {
  requireAccountEditor(actor);
  const accounts = await tx
    .selectFrom('account')
    .select(['accountId', 'login', 'name', 'locale', 'disabledAt', 'mustChangePassword'])
    .where('institutionId', '=', actor.institutionId)
    .orderBy('login')
    .execute();
  const mandates = await listMandates(tx, actor.institutionId);
  return accounts.map(({ disabledAt, ...account }) => ({
    ...account,
    disabled: disabledAt !== null,
    mandates: mandates
      .filter((one) => one.accountId === account.accountId)
      .map(({ accountId: _, valid, ...one }) => ({ ...one, ...rangeDays(valid) })),
  }));
}

/** 80 bits in letters and digits that are not mistaken for one another, in four groups. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'.padEnd(32, '7');
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % 32]).join('');
  return drawn.match(/.{4}/g)!.join('-');
}

/** @returns the password to hand over: shown now, kept as a hash only. @throws Rejection `account.login-taken` */
export async function createAccount(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof createAccountInput>,
): Promise<{ accountId: string; login: string; password: string }> {
  requireAccountEditor(actor);
  const taken = await tx
    .selectFrom('account')
    .select('accountId')
    .where('institutionId', '=', actor.institutionId)
    .where('login', '=', input.login)
    .executeTakeFirst();
  if (taken) throw new Rejection('account.login-taken', { login: input.login });
  const accountId = newId();
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  await tx
    .insertInto('account')
    .values({
      institutionId: actor.institutionId,
      accountId,
      ...input,
      passwordHash,
      mustChangePassword: true,
    })
    .execute();
  await record(tx, actor, 'account.create', { kind: 'account', id: accountId }, { after: input });
  return { accountId, login: input.login, password };
}

async function lockAccount(tx: Tx, actor: Actor, login: string) {
  const row = await tx
    .selectFrom('account')
    .select(['accountId', 'login', 'disabledAt'])
    .where('institutionId', '=', actor.institutionId)
    .where('login', '=', login)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('account');
  return row;
}

async function endSessions(tx: Tx, actor: Actor, accountId: string, except = ''): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('institutionId', '=', actor.institutionId)
    .where('accountId', '=', accountId)
    .where('tokenHash', '<>', except)
    .execute();
}

/** Gives an account a new first password, which it has to change at its next sign-in, and ends its sessions. @returns the password, shown once */
export async function resetPassword(
  tx: Tx,
  actor: Actor,
  login: string,
): Promise<{ login: string; password: string }> {
  requireAccountEditor(actor);
  const account = await lockAccount(tx, actor, login);
  const password = newPassword();
  await tx
    .updateTable('account')
    .set({ passwordHash: await hashPassword(password), mustChangePassword: true })
    .where('institutionId', '=', actor.institutionId)
    .where('accountId', '=', account.accountId)
    .execute();
  await endSessions(tx, actor, account.accountId);
  await record(tx, actor, 'account.reset-password', { kind: 'account', id: account.accountId }, {});
  return { login, password };
}

/** Shuts an account out at once, or lets it in again. @throws Rejection `account.self` */
export async function setDisabled(
  tx: Tx,
  actor: Actor,
  login: string,
  disabled: boolean,
): Promise<{ login: string; disabled: boolean }> {
  requireAccountEditor(actor);
  const account = await lockAccount(tx, actor, login);
  if (disabled && account.accountId === actor.accountId) throw new Rejection('account.self');
  await tx
    .updateTable('account')
    .set({ disabledAt: disabled ? sql`now()` : null })
    .where('institutionId', '=', actor.institutionId)
    .where('accountId', '=', account.accountId)
    .execute();
  if (disabled) await endSessions(tx, actor, account.accountId);
  const action = disabled ? 'account.disable' : 'account.enable';
  await record(tx, actor, action, { kind: 'account', id: account.accountId }, {});
  return { login, disabled };
}

/**
 * Changes one's own password and ends the other sessions.
 * @param session the token of the session that does it, which goes on
 * @throws InvalidInput when the present one is wrong, or the next one is the present one
 */
export async function changePassword(
  tx: Tx,
  actor: Actor,
  { session, ...input }: z.output<typeof changePasswordInput> & { session: string | null },
): Promise<{ changed: true }> {
  if (actor.kind !== 'account') throw forbidden('account');
  const account = await tx
    .selectFrom('account')
    .select('passwordHash')
    .where('institutionId', '=', actor.institutionId)
    .where('accountId', '=', actor.accountId!)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!account.passwordHash || !(await verify(account.passwordHash, input.current))) {
    throw new InvalidInput([{ path: 'current', code: 'account.wrong-password', params: {} }]);
  }
  if (input.next === input.current) {
    throw new InvalidInput([{ path: 'next', code: 'account.same-password', params: {} }]);
  }
  await tx
    .updateTable('account')
    .set({ passwordHash: await hashPassword(input.next), mustChangePassword: false })
    .where('institutionId', '=', actor.institutionId)
    .where('accountId', '=', actor.accountId!)
    .execute();
  await endSessions(tx, actor, actor.accountId!, session ? sha256(session) : '');
  await record(tx, actor, 'account.change-password', { kind: 'account', id: actor.accountId }, {});
  return { changed: true };
}
