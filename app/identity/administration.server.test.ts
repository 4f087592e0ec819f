import { beforeAll, describe, expect, test } from 'vitest';
import { checkTrail, readTrail } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { type BareInstitution, bareInstitution, testActor } from '#test/bare-institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { changePassword, createAccount, listAccounts, resetPassword, setDisabled } from './account.server.ts';
import { actorOfBearer } from './api.server.ts';
import { actorOf, actorOfSession, signIn } from './identity.server.ts';
import { addMandate, endMandate, putRole } from './mandate.server.ts';
import { load } from './page.server.ts';
import { createToken, listTokens, revokeToken } from './token.server.ts';
import { tokenCommand } from './token-command.ts';

const watched = watchedDatabase();
let own: BareInstitution;
let other: BareInstitution;
const now = () => new Date();

beforeAll(async () => {
  own = await bareInstitution(watched.db, 'eigen');
  other = await bareInstitution(watched.db, 'ander');
  for (const institution of [own, other]) {
    const role = { nameNl: 'Lezer', nameEn: 'Reader', permissions: ['audit.read', 'plan.write'] as const };
    await as(institution.admin, (tx, actor) =>
      putRole(tx, actor, 'reader', { ...role, permissions: [...role.permissions] }),
    );
  }
});

function as<T>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  return inInstitution(watched.db, actor.institutionId, (tx) => work(tx, actor));
}

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Rejection) return error.code;
      if (error instanceof InvalidInput) return error.errors.map((one) => `${one.path} ${one.code}`);
      throw error;
    },
  );
}

const enter = (login: string, password: string) =>
  signIn(watched.db, { institution: 'eigen', login, password, address: '127.0.0.1' });
const account = (login: string) => ({ login, name: 'Iemand', locale: 'nl' as const });

describe('accounts', () => {
  test('a new account signs in with the password that was shown once, and chooses its own', async () => {
    const made = await as(own.admin, (tx, actor) => createAccount(tx, actor, account('anna')));
    const session = await enter('anna', made.password);
    const actor = (await inInstitution(watched.db, own.institutionId, (tx) => actorOfSession(tx, session)))!;
    const next = 'een zin om te onthouden';
    expect(
      await refusal(
        as(actor, (tx, me) => changePassword(tx, me, { current: 'verkeerd', next, session: null })),
      ),
    ).toEqual(['current account.wrong-password']);
    expect(
      await refusal(
        as(actor, (tx, me) =>
          changePassword(tx, me, { current: made.password, next: made.password, session: null }),
        ),
      ),
    ).toEqual(['next account.same-password']);
    const elsewhere = await enter('anna', made.password);
    await as(actor, (tx, me) => changePassword(tx, me, { current: made.password, next, session }));
    const actorNow = (token: string) =>
      inInstitution(watched.db, own.institutionId, (tx) => actorOfSession(tx, token));
    expect(await actorNow(elsewhere)).toBeNull();
    expect(await actorNow(session)).toMatchObject({ name: 'Iemand' });
    expect(await refusal(enter('anna', made.password))).toBe('sign-in.wrong');
    expect(await enter('anna', next)).toContain(own.institutionId);
  });

  test('until a handed-over password is changed, every page and every act leads to changing it', async () => {
    const seen = async (token: string) =>
      (await inInstitution(watched.db, own.institutionId, (tx) => actorOfSession(tx, token)))!;
    const made = await as(own.admin, (tx, actor) => createAccount(tx, actor, account('eva')));
    const session = await enter('eva', made.password);
    const open = async (path: string, token: string) => {
      const args = pageArgs<{ context: never; request: Request }>({
        db: watched.db,
        actor: await seen(token),
        path,
      });
      return load(args, async () => 'open').catch((thrown: unknown) =>
        thrown instanceof Response ? thrown.headers.get('location') : thrown,
      );
    };
    expect(await open('/schemes', session)).toBe('/account');
    expect(await open('/admin/accounts.data', session)).toBe('/account');
    expect(await open('/account', session)).toBe('open');
    const next = 'een zin om te onthouden';
    await as(await seen(session), (tx, me) =>
      changePassword(tx, me, { current: made.password, next, session }),
    );
    expect(await open('/schemes', session)).toBe('open');
    const again = await as(own.admin, (tx, actor) => resetPassword(tx, actor, 'eva'));
    expect(await open('/schemes', await enter('eva', again.password))).toBe('/account');
    const listed = await as(own.admin, (tx, actor) => listAccounts(tx, actor));
    expect(listed.find((one) => one.login === 'eva')?.mustChangePassword).toBe(true);
  });

  test('a disabled account is out at once; a reset password replaces the old', async () => {
    const made = await as(own.admin, (tx, actor) => createAccount(tx, actor, account('ben')));
    const session = await enter('ben', made.password);
    await as(own.admin, (tx, actor) => setDisabled(tx, actor, 'ben', true));
    expect(
      await inInstitution(watched.db, own.institutionId, (tx) => actorOfSession(tx, session)),
    ).toBeNull();
    expect(await refusal(enter('ben', made.password))).toBe('sign-in.wrong');
    await as(own.admin, (tx, actor) => setDisabled(tx, actor, 'ben', false));
    const again = await as(own.admin, (tx, actor) => resetPassword(tx, actor, 'ben'));
    expect(await refusal(enter('ben', made.password))).toBe('sign-in.wrong');
    expect(await enter('ben', again.password)).toContain(own.institutionId);
  });

  test('a login is used once; neither a reader nor another institution administers', async () => {
    await as(own.admin, (tx, actor) => createAccount(tx, actor, account('carla')));
    expect(await refusal(as(own.admin, (tx, actor) => createAccount(tx, actor, account('carla'))))).toBe(
      'account.login-taken',
    );
    const reader = testActor(own.institutionId, ['audit.read']);
    expect(await refusal(as(reader, (tx, actor) => createAccount(tx, actor, account('dirk'))))).toBe(
      'forbidden',
    );
    await expect(as(other.admin, (tx, actor) => resetPassword(tx, actor, 'carla'))).rejects.toThrow(
      'missing: account',
    );
  });
});

describe('mandates', () => {
  test('a role holds between its days, and ends', async () => {
    const made = await as(own.admin, (tx, actor) => createAccount(tx, actor, account('els')));
    const mandate = { role: 'reader', unit: 'root', from: '2020-01-01' };
    const { mandateId } = await as(own.admin, (tx, actor) => addMandate(tx, actor, 'els', mandate));
    expect(await refusal(as(own.admin, (tx, actor) => addMandate(tx, actor, 'els', mandate)))).toBe(
      'mandate.held',
    );
    const holds = () =>
      inInstitution(watched.db, own.institutionId, (tx) => actorOf(tx, own.institutionId, made.accountId));
    expect((await holds())!.mandates).toMatchObject([{ role: 'reader', unitIds: [own.rootId] }]);
    await as(own.admin, (tx, actor) => endMandate(tx, actor, mandateId, { through: '2020-12-31' }));
    expect((await holds())!.mandates).toEqual([]);
    const listed = (await as(own.admin, listAccounts)).find((one) => one.login === 'els')!;
    expect(listed.mandates).toMatchObject([{ from: '2020-01-01', through: '2020-12-31' }]);
  });

  test('who administers one unit gives no role for the whole institution', async () => {
    const local = testActor(own.institutionId, ['admin.account'], { unitIds: [own.rootId] });
    await as(own.admin, (tx, actor) => createAccount(tx, actor, account('frits')));
    const mandate = { role: 'reader', from: '2020-01-01' };
    expect(await refusal(as(local, (tx, actor) => addMandate(tx, actor, 'frits', mandate)))).toBe(
      'forbidden',
    );
    expect(
      await refusal(as(local, (tx, actor) => addMandate(tx, actor, 'frits', { ...mandate, unit: 'root' }))),
    ).toBe('done');
  });
});

describe('tokens', () => {
  const input = { name: 'koppeling', role: 'reader', days: 30 };
  const bearer = (token: string) => actorOfBearer(watched.db, `Bearer ${token}`);

  test('a token acts with its role, narrowed to its scopes, in its own institution only', async () => {
    const made = await as(own.admin, (tx, actor) =>
      createToken(tx, actor, { ...input, scopes: ['audit.read'] }, now()),
    );
    const actor = await bearer(made.token);
    expect(actor).toMatchObject({ institutionId: own.institutionId, kind: 'token' });
    expect(actor!.mandates[0]!.permissions).toEqual(['audit.read']);
    expect(await bearer(made.token.replace(own.institutionId, other.institutionId))).toBeNull();
    const beyond = { ...input, scopes: ['admin.token' as const] };
    expect(await refusal(as(own.admin, (tx, actor) => createToken(tx, actor, beyond, now())))).toBe(
      'token.scope',
    );
  });

  test('a revoked token and an expired one act no more', async () => {
    const made = await as(own.admin, (tx, actor) => createToken(tx, actor, input, now()));
    await as(own.admin, (tx, actor) => revokeToken(tx, actor, made.tokenId, now()));
    expect(await bearer(made.token)).toBeNull();
    expect(await refusal(as(own.admin, (tx, actor) => revokeToken(tx, actor, made.tokenId, now())))).toBe(
      'token.revoked',
    );
    const long = await as(own.admin, (tx, actor) =>
      createToken(tx, actor, input, new Date('2020-01-01T00:00:00Z')),
    );
    expect(await bearer(long.token)).toBeNull();
  });

  test('the list shows no secret; nobody else revokes', async () => {
    const listed = await as(own.admin, listTokens);
    expect(JSON.stringify(listed)).not.toMatch(/hash|akk\./);
    const reader = testActor(own.institutionId, ['audit.read']);
    expect(await refusal(as(reader, (tx, actor) => revokeToken(tx, actor, listed[0]!.tokenId, now())))).toBe(
      'forbidden',
    );
    await expect(
      as(other.admin, (tx, actor) => revokeToken(tx, actor, listed[0]!.tokenId, now())),
    ).rejects.toThrow('missing: token');
  });

  test('akkoord token create prints the token alone, and says why it does not', async () => {
    const run = async (...args: string[]) => {
      const said = { out: '', err: '' };
      const status = await tokenCommand(
        args,
        {
          stdout: { write: (text) => (said.out += text) },
          stderr: { write: (text) => (said.err += text) },
        },
        { open: async () => watched.db, clock: now },
      );
      return { status, ...said };
    };
    const made = await run(
      'create',
      '--institution',
      'eigen',
      '--role',
      'reader',
      '--unit',
      'root',
      '--days',
      '7',
    );
    expect(made).toMatchObject({ status: 0, err: '' });
    expect(await bearer(made.out.trim())).toMatchObject({ institutionId: own.institutionId });
    expect(await run('create', '--role', 'reader')).toMatchObject({ status: 2, out: '' });
    const nowhere = await run('create', '--institution', 'nergens', '--role', 'reader');
    expect(nowhere).toMatchObject({ status: 1, out: '', err: expect.stringContaining('ander, eigen') });
    expect(await run('create', '--institution', 'eigen', '--role', 'nobody')).toMatchObject({
      status: 1,
      out: '',
    });
    expect(await run('create', '--institution', 'eigen', '--role', 'reader', '--days', '0')).toMatchObject({
      status: 1,
      out: '',
    });
  });
});

describe('the audit trail', () => {
  test('is read newest first, filtered, by page; it names every write; it is whole', async () => {
    const first = await as(own.admin, (tx, actor) => readTrail(tx, actor, {}));
    const seqs = first.entries.map((one) => one.seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect(first.actions).toEqual(expect.arrayContaining(['account.create', 'mandate.add', 'token.revoke']));
    const made = await as(own.admin, (tx, actor) => readTrail(tx, actor, { action: 'account.create' }));
    expect(new Set(made.entries.map((one) => one.action))).toEqual(new Set(['account.create']));
    expect(JSON.stringify(first)).not.toMatch(/password[^"]*":/);
    const older = await as(own.admin, (tx, actor) => readTrail(tx, actor, { before: seqs[2] }));
    expect(older.entries[0]!.seq).toBe(seqs[2]! - 1);
    expect(await as(own.admin, checkTrail)).toEqual({ entries: seqs[0], brokenAt: null });
  });

  test('is not for everybody, and not for another institution', async () => {
    const writer = testActor(own.institutionId, ['plan.write']);
    expect(await refusal(as(writer, (tx, actor) => readTrail(tx, actor, {})))).toBe('forbidden');
    const trail = await as(other.admin, (tx, actor) => readTrail(tx, actor, {}));
    expect(trail.entries.map((one) => one.action)).toEqual(['role.put']);
  });
});
