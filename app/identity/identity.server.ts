import { randomBytes } from 'node:crypto';
import { hash as argon2, verify } from '@node-rs/argon2';
import { type RawBuilder, sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor, Mandate, Permission } from '#app/kernel/actor.ts';
import type { Db, Tx } from '#app/kernel/db.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { sha256 } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Rejection } from '#app/kernel/rejection.ts';

/** A session lasts a working day, and ends after two idle hours. */
const sessionHours = 12;
const idleHours = 2;
/** OWASP's first recommendation for argon2id (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Wrong passwords per account and per address within a quarter of an hour, before sign-in waits. */
const attemptsPerQuarter = { login: 8, address: 40 };

export type SignIn = { institution: string; login: string; password: string; address: string };

export type InstitutionChoice = {
  institutionId: string;
  code: string;
  nameNl: string;
  nameEn: string;
  demo: boolean;
};

/** The institutions that a visitor can sign in to, by name. */
export async function listSignInInstitutions(db: Db): Promise<InstitutionChoice[]> {
  const { rows } = await sql<InstitutionChoice>`select * from sign_in_institutions()`.execute(db);
  return rows;
}

/** The demo accounts that the sign-in page offers as buttons; none outside a demo institution. */
export async function listDemoAccounts(tx: Tx): Promise<{ login: string; name: string }[]> {
  return tx
    .selectFrom('account')
    .innerJoin('institution', 'institution.institutionId', 'account.institutionId')
    .where('institution.demo', '=', true)
    .where('account.disabledAt', 'is', null)
    .where('account.passwordHash', 'is not', null)
    .select(['account.login', 'account.name'])
    .orderBy('account.login')
    .execute();
}

export async function hashPassword(password: string): Promise<string> {
  return argon2(password, argon);
}

/**
 * Signs an account in with its password.
 * @returns the session token, `<institution id>.<secret>`; only its SHA-256 is kept
 * @throws Rejection `sign-in.wrong` (the same for an unknown account), `sign-in.too-many`
 */
export async function signIn(db: Db, input: SignIn): Promise<string> {
  const institution = (await listSignInInstitutions(db)).find((one) => one.code === input.institution);
  if (!institution) throw new Rejection('sign-in.wrong');
  const buckets = [
    `login ${sha256(input.login.trim().toLowerCase())}`,
    `address ${sha256(input.address)}`,
  ] as const;
  const found = await inInstitution(db, institution.institutionId, async (tx) => {
    await refuseManyAttempts(tx, institution.institutionId, buckets);
    return tx
      .selectFrom('account')
      .select(['accountId', 'passwordHash', 'locale', 'name'])
      .where('institutionId', '=', institution.institutionId)
      .where('login', '=', input.login.trim().toLowerCase())
      .where('disabledAt', 'is', null)
      .executeTakeFirst();
  });
  // An unknown account costs as much time as a wrong password, so that the two cannot be told apart.
  const hash = found?.passwordHash ?? (await argon2('nobody has this password', argon));
  const matches = (await verify(hash, input.password)) && Boolean(found?.passwordHash);
  return inInstitution(db, institution.institutionId, async (tx) => {
    if (!matches || !found) {
      for (const bucket of buckets) {
        await tx
          .insertInto('signInAttempt')
          .values({ institutionId: institution.institutionId, attemptId: newId(), bucket, at: sql`now()` })
          .execute();
      }
      return null;
    }
    return startSession(tx, institution.institutionId, found.accountId);
  }).then((token) => {
    if (token === null) throw new Rejection('sign-in.wrong');
    return token;
  });
}

async function refuseManyAttempts(tx: Tx, institutionId: string, buckets: readonly [string, string]) {
  const rows = await tx
    .selectFrom('signInAttempt')
    .select((eb) => ['bucket', eb.fn.countAll<number>().as('count')])
    .where('institutionId', '=', institutionId)
    .where('bucket', 'in', buckets)
    .where('at', '>', sql<Date>`now() - interval '15 minutes'`)
    .groupBy('bucket')
    .execute();
  const count = (bucket: string) => rows.find((row) => row.bucket === bucket)?.count ?? 0;
  if (count(buckets[0]) >= attemptsPerQuarter.login || count(buckets[1]) >= attemptsPerQuarter.address) {
    throw new Rejection('sign-in.too-many', { minutes: 15 });
  }
}

async function startSession(tx: Tx, institutionId: string, accountId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const token = `${institutionId}.${secret}`;
  await tx
    .insertInto('session')
    .values({
      institutionId,
      tokenHash: sha256(token),
      accountId,
      createdAt: sql`now()`,
      seenAt: sql`now()`,
      expiresAt: sql`now() + make_interval(hours => ${sessionHours})`,
    })
    .execute();
  await tx.deleteFrom('session').where('expiresAt', '<', sql<Date>`now()`).execute();
  const actor = await actorOf(tx, institutionId, accountId);
  if (actor) await record(tx, actor, 'identity.sign-in', { kind: 'account', id: accountId }, {});
  return token;
}

/** Ends a session; unknown tokens are ignored. */
export async function signOut(db: Db, token: string): Promise<void> {
  const [institutionId = ''] = token.split('.');
  await inInstitution(db, institutionId, (tx) =>
    tx.deleteFrom('session').where('tokenHash', '=', sha256(token)).execute(),
  );
}

/**
 * The actor of a session, with today's mandates, in one statement. That it was used is noted once a minute.
 * @returns null when the session is unknown, expired or idle for too long
 */
export async function actorOfSession(tx: Tx, token: string): Promise<Actor | null> {
  const { rows } = await sql<AccountRow>`
    with one as (
      select institution_id, account_id, token_hash, seen_at from session
       where token_hash = ${sha256(token)} and expires_at > now()
         and seen_at > now() - make_interval(hours => ${idleHours})
    ), noted as (
      update session s set seen_at = now() from one
       where s.institution_id = one.institution_id and s.token_hash = one.token_hash
         and one.seen_at < now() - interval '1 minute'
    ) ${accountsOf(sql`one`)}`.execute(tx);
  return toActor(rows);
}

/** An account as an actor, or null when it does not exist or is disabled. */
export async function actorOf(tx: Tx, institutionId: string, accountId: string): Promise<Actor | null> {
  const one = sql`(select ${institutionId}::uuid as institution_id, ${accountId}::uuid as account_id) one`;
  const { rows } = await sql<AccountRow>`${accountsOf(one)}`.execute(tx);
  return toActor(rows);
}

type AccountRow = MandateRow & {
  institutionId: string;
  accountId: string;
  name: string;
  locale: 'nl' | 'en';
  mustChangePassword: boolean;
};

/** A row for each mandate of the account that `one` names, or one row without. */
function accountsOf(one: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select a.institution_id, a.account_id, a.name, a.locale, a.must_change_password, ${mandateColumns}
      from ${one} join account a using (institution_id, account_id)
      left join mandate m on m.institution_id = a.institution_id and m.account_id = a.account_id
           and m.valid @> current_date
      left join role r on r.institution_id = m.institution_id and r.role_id = m.role_id
     where a.disabled_at is null`;
}

function toActor(rows: AccountRow[]): Actor | null {
  const [first] = rows;
  if (!first) return null;
  const { institutionId, accountId, name, locale, mustChangePassword } = first;
  return {
    ...{ institutionId, accountId, kind: 'account', name, locale },
    ...(mustChangePassword && { mustChangePassword }),
    mandates: rows.flatMap(toMandate),
  };
}

/**
 * The actor of a bearer token.
 * @returns null when the token is unknown, expired or revoked, or of another institution
 */
export async function actorOfToken(tx: Tx, token: string): Promise<Actor | null> {
  const { rows } = await sql<
    MandateRow & { tokenId: string; institutionId: string; name: string; scopes: string[] | null }
  >`
    select m.token_id, m.institution_id, m.name, m.scopes, ${mandateColumns}
      from (select t.*, null::uuid as body_id from api_token t) m
      join role r on r.institution_id = m.institution_id and r.role_id = m.role_id
     where m.token_hash = ${sha256(token)} and m.revoked_at is null and m.expires_at > now()`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const mandates = toMandate(row).map((mandate) => ({
    ...mandate,
    permissions: row.scopes
      ? mandate.permissions.filter((p) => row.scopes?.includes(p))
      : mandate.permissions,
  }));
  return {
    institutionId: row.institutionId,
    accountId: row.tokenId,
    kind: 'token',
    name: row.name,
    locale: 'nl',
    mandates,
  };
}

type MandateRow = {
  role: string | null;
  permissions: Permission[] | null;
  unitIds: string[] | null;
  bodyId: string | null;
};

// The unit of a mandate with every unit below it today; a mandate without unit or body holds for all.
const mandateColumns = sql`
  r.code as role, r.permissions, m.body_id,
  case when m.unit_id is null and m.body_id is null then null else array(
    with recursive below(unit_id) as (
      select m.unit_id
      union
      select p.unit_id from unit_placement p join below b on p.parent_id = b.unit_id
       where p.institution_id = m.institution_id)
    select unit_id::text from below where unit_id is not null) end as unit_ids`;

function toMandate(row: MandateRow): Mandate[] {
  if (row.role === null) return [];
  return [{ role: row.role, permissions: row.permissions ?? [], unitIds: row.unitIds, bodyId: row.bodyId }];
}
