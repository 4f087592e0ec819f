import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { dateRange, rangeDays } from '#app/kernel/period.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { addMandateInput, endMandateInput, roleInput } from './identity.input.ts';

/** The roles: names for sets of permissions. */
export async function listRoles(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('role')
    .select(['roleId', 'code', 'nameNl', 'nameEn', 'permissions'])
    .where('institutionId', '=', institutionId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
}

/** @throws Missing */
export async function roleOf(tx: Tx, institutionId: string, code: string) {
  const role = (await listRoles(tx, institutionId)).find((one) => one.code === code);
  if (!role) throw new Missing('role');
  return role;
}

/** Makes a role, or changes its names and permissions; whoever holds it has them from now on. */
export async function putRole(
  tx: Tx,
  actor: Actor,
  code: string,
  input: z.output<typeof roleInput>,
): Promise<{ code: string }> {
  if (!may(actor, 'admin.account')) throw forbidden('admin.account');
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/.test(code)) {
    throw new InvalidInput([{ path: 'code', code: 'field.code', params: {} }]);
  }
  const before = (await listRoles(tx, actor.institutionId)).find((one) => one.code === code);
  const roleId = before?.roleId ?? newId();
  await tx
    .insertInto('role')
    .values({ institutionId: actor.institutionId, roleId, code, ...input })
    .onConflict((conflict) => conflict.columns(['institutionId', 'code']).doUpdateSet(input))
    .execute();
  const subject = { kind: 'role', id: roleId };
  await record(tx, actor, 'role.put', subject, { before: before ?? null, after: { code, ...input } });
  return { code };
}

/** The id of a unit or a body by its code; null when none is named. @throws InvalidInput */
export async function placeId(
  tx: Tx,
  institutionId: string,
  table: 'unit' | 'body',
  code: string | null | undefined,
): Promise<string | null> {
  if (!code) return null;
  const { rows } = await sql<{ id: string }>`
    select ${sql.ref(`${table}_id`)} as id from ${sql.table(table)}
     where institution_id = ${institutionId} and code = ${code}`.execute(tx);
  if (!rows[0]) throw new InvalidInput([{ path: table, code: 'mandate.unknown-place', params: { code } }]);
  return rows[0].id;
}

/**
 * Gives an account a role for a unit and what is below it, on a body, or for the whole institution,
 * between two days.
 * @throws Rejection `mandate.held` when the account has that very mandate on one of those days
 */
export async function addMandate(
  tx: Tx,
  actor: Actor,
  login: string,
  input: z.output<typeof addMandateInput>,
): Promise<{ mandateId: string }> {
  const { institutionId } = actor;
  const unitId = await placeId(tx, institutionId, 'unit', input.unit);
  const bodyId = await placeId(tx, institutionId, 'body', input.body);
  requireGranter(actor, unitId);
  if (unitId && bodyId) throw new InvalidInput([{ path: 'body', code: 'mandate.one-place', params: {} }]);
  const { from, through = null } = input;
  if (through !== null && through < from) {
    throw new InvalidInput([{ path: 'through', code: 'field.period', params: {} }]);
  }
  const role = await roleOf(tx, institutionId, input.role);
  const account = await tx
    .selectFrom('account')
    .select('accountId')
    .where('institutionId', '=', institutionId)
    .where('login', '=', login)
    .forUpdate()
    .executeTakeFirst();
  if (!account) throw new Missing('account');
  const valid = dateRange(from, through);
  const { accountId } = account;
  const { rows: held } = await sql`
    select 1 from mandate
     where institution_id = ${institutionId} and account_id = ${accountId} and role_id = ${role.roleId}
       and unit_id is not distinct from ${unitId} and body_id is not distinct from ${bodyId}
       and valid && ${valid}::daterange`.execute(tx);
  if (held.length > 0) throw new Rejection('mandate.held', { role: role.code });
  const mandateId = newId();
  await tx
    .insertInto('mandate')
    .values({ institutionId, mandateId, accountId, roleId: role.roleId, unitId, bodyId, valid })
    .execute();
  await record(
    tx,
    actor,
    'mandate.add',
    { kind: 'account', id: accountId },
    { after: { ...input, mandateId } },
  );
  return { mandateId };
}

/** Whoever administers a unit may give roles there; roles on bodies and for all need it for all. */
function requireGranter(actor: Actor, unitId: string | null): void {
  const everywhere = actor.mandates.some(
    (mandate) => mandate.unitIds === null && mandate.permissions.includes('admin.account'),
  );
  if (unitId === null ? !everywhere : !may(actor, 'admin.account', unitId)) throw forbidden('admin.account');
}

/** Ends a mandate after a day; it stays on record. */
export async function endMandate(
  tx: Tx,
  actor: Actor,
  mandateId: string,
  input: z.output<typeof endMandateInput>,
): Promise<{ through: string }> {
  const row = await tx
    .selectFrom('mandate')
    .select(['accountId', 'unitId', 'valid'])
    .where('institutionId', '=', actor.institutionId)
    .where('mandateId', '=', mandateId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('mandate');
  requireGranter(actor, row.unitId);
  const { from, through } = rangeDays(row.valid);
  if (from !== null && input.through < from) {
    throw new InvalidInput([{ path: 'through', code: 'field.period', params: {} }]);
  }
  await tx
    .updateTable('mandate')
    .set({ valid: dateRange(from, input.through) })
    .where('institutionId', '=', actor.institutionId)
    .where('mandateId', '=', mandateId)
    .execute();
  const change = { before: { mandateId, through }, after: { mandateId, through: input.through } };
  await record(tx, actor, 'mandate.end', { kind: 'account', id: row.accountId }, change);
  return { through: input.through };
}
