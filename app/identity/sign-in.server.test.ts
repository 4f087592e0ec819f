import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import type { Rejection } from '#app/kernel/rejection.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { signIn, signOut } from './identity.server.ts';
import { actorOfRequest, sessionCookie } from './page.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;
let other: LoadedInstitution;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  place = await loadInstitution(db, smallInstitution());
  other = await loadInstitution(db, smallInstitution('ander'));
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

const right = { institution: 'klein', login: 'beleid', password: 'akkoord-demo', address: '192.0.2.1' };
const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'in',
    (error: unknown) => (error as Rejection).code,
  );
const actorWith = (token: string) =>
  actorOfRequest(
    db,
    new Request('http://test.local/', { headers: { cookie: `a=b; ${sessionCookie}=${token}` } }),
  );

async function asOwner(statement: string) {
  const client = new Client(database.owner);
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe('signing in', () => {
  test('gives a session whose actor has today’s mandates, with all units below', async () => {
    const token = await signIn(db, { ...right, login: ' Schrijver-Recht ' });
    const actor = await actorWith(token);
    expect(actor?.institutionId).toBe(place.institutionId);
    expect(actor?.mandates.map((mandate) => mandate.role)).toEqual(['planschrijver']);
    expect(actor?.mandates[0]?.unitIds?.length).toBeGreaterThan(0);
  });

  test('refuses a wrong password, an unknown account and an unknown institution with the same words', async () => {
    expect(await code(signIn(db, { ...right, password: 'x' }))).toBe('sign-in.wrong');
    expect(await code(signIn(db, { ...right, login: 'niemand' }))).toBe('sign-in.wrong');
    expect(await code(signIn(db, { ...right, institution: 'nergens' }))).toBe('sign-in.wrong');
    expect(await code(signIn(db, { ...right, institution: 'ander', login: 'niemand' }))).toBe(
      'sign-in.wrong',
    );
  });

  test('waits after eight wrong passwords for one account, and for that account only', async () => {
    const wrong = { ...right, login: 'controller', password: 'x', address: '192.0.2.9' };
    for (let i = 0; i < 8; i += 1) expect(await code(signIn(db, wrong))).toBe('sign-in.wrong');
    expect(await code(signIn(db, { ...wrong, password: right.password }))).toBe('sign-in.too-many');
    expect(await code(signIn(db, { ...right, address: '192.0.2.9' }))).toBe('in');
    await asOwner("update sign_in_attempt set at = at - interval '16 minutes'");
    expect(await code(signIn(db, { ...wrong, password: right.password }))).toBe('in');
  });

  test('keeps no password, token or address in the clear', async () => {
    const token = await signIn(db, right);
    const rows = await inInstitution(db, place.institutionId, async (tx) => [
      ...(await tx.selectFrom('session').selectAll().execute()),
      ...(await tx.selectFrom('signInAttempt').selectAll().execute()),
      ...(await tx.selectFrom('account').selectAll().execute()),
    ]);
    const text = JSON.stringify(rows);
    expect(text).not.toContain(token.split('.')[1]);
    expect(text).not.toContain(right.address);
    expect(text).not.toContain(right.password);
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1');
  });
});

describe('a session', () => {
  test('ends at sign-out, when it is idle for too long, and when the account is disabled', async () => {
    const token = await signIn(db, right);
    await signOut(db, token);
    expect(await actorWith(token)).toBeNull();
    const idle = await signIn(db, right);
    await asOwner("update session set seen_at = seen_at - interval '3 hours'");
    expect(await actorWith(idle)).toBeNull();
    const disabled = await signIn(db, { ...right, login: 'lezer' });
    await asOwner("update account set disabled_at = now() where login = 'lezer'");
    expect(await actorWith(disabled)).toBeNull();
  });

  test('means nothing under another institution’s name, or in another shape', async () => {
    const token = await signIn(db, right);
    expect(await actorWith(token.replace(place.institutionId, other.institutionId))).toBeNull();
    expect(await actorWith(`${token}x`)).toBeNull();
    expect(await actorWith("'; drop table session; --")).toBeNull();
  });
});
