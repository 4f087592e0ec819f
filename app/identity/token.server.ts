import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { createTokenInput } from './identity.input.ts';
import { placeId, roleOf } from './mandate.server.ts';

const day = 24 * 60 * 60 * 1000;

/** May the actor make and revoke tokens for this unit (null: for the whole institution)? */
export function canEditTokens(actor: Actor, unitId: string | null): boolean {
  if (unitId !== null) return may(actor, 'admin.token', unitId);
  return actor.mandates.some(
    (mandate) => mandate.unitIds === null && mandate.permissions.includes('admin.token'),
  );
}

/** The API tokens, the newest first; a token itself is never shown again. */
export async function listTokens(tx: Tx, actor: Actor) {
  if (!may(actor, 'admin.token')) throw forbidden('admin.token');
  return tx
    .selectFrom('apiToken as t')
    .innerJoin('role as r', (on) =>
      on.onRef('r.institutionId', '=', 't.institutionId').onRef('r.roleId', '=', 't.roleId'),
    )
    .leftJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 't.institutionId').onRef('u.unitId', '=', 't.unitId'),
    )
    .select(['t.tokenId', 't.name', 't.scopes', 't.createdAt', 't.expiresAt', 't.revokedAt'])
    .select(['r.code as role', 'u.code as unit'])
    .where('t.institutionId', '=', actor.institutionId)
    .orderBy('t.createdAt', 'desc')
    .execute();
}

/**
 * Makes a bearer token, `akk.<institution id>.<256 random bits>`: shown now, kept as its SHA-256 only.
 * @param now the token expires `days` after it
 * @throws Rejection `token.scope` when a scope is not a permission of the role
 */
export async function createToken(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof createTokenInput>,
  now: Date,
): Promise<{ tokenId: string; token: string; expiresAt: Date }> {
  const { institutionId } = actor;
  const unitId = await placeId(tx, institutionId, 'unit', input.unit);
  if (!canEditTokens(actor, unitId)) throw forbidden('admin.token');
  const role = await roleOf(tx, institutionId, input.role);
  const scopes = input.scopes?.length ? input.scopes : null;
  const outside = scopes?.filter((scope) => !role.permissions.includes(scope)) ?? [];
  if (outside.length > 0) throw new Rejection('token.scope', { role: role.code, scopes: outside.join(', ') });
  const tokenId = newId();
  const token = `akk.${institutionId}.${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(now.getTime() + input.days * day);
  await tx
    .insertInto('apiToken')
    .values({
      institutionId,
      tokenId,
      tokenHash: sha256(token),
      name: input.name,
      roleId: role.roleId,
      unitId,
      scopes,
      createdAt: now,
      expiresAt,
    })
    .execute();
  const after = {
    name: input.name,
    role: role.code,
    unit: input.unit ?? null,
    scopes,
    expiresAt: expiresAt.toISOString(),
  };
  await record(tx, actor, 'token.create', { kind: 'api_token', id: tokenId }, { after });
  return { tokenId, token, expiresAt };
}

/** Ends a token at once. @throws Rejection `token.revoked` */
export async function revokeToken(
  tx: Tx,
  actor: Actor,
  tokenId: string,
  now: Date,
): Promise<{ tokenId: string }> {
  const row = await tx
    .selectFrom('apiToken')
    .select(['unitId', 'revokedAt', 'name'])
    .where('institutionId', '=', actor.institutionId)
    .where('tokenId', '=', tokenId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('token');
  if (!canEditTokens(actor, row.unitId)) throw forbidden('admin.token');
  if (row.revokedAt) throw new Rejection('token.revoked', { name: row.name });
  await tx
    .updateTable('apiToken')
    .set({ revokedAt: now })
    .where('institutionId', '=', actor.institutionId)
    .where('tokenId', '=', tokenId)
    .execute();
  await record(tx, actor, 'token.revoke', { kind: 'api_token', id: tokenId }, { before: { name: row.name } });
  return { tokenId };
}
