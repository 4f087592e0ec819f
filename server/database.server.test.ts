import { randomBytes } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '#app/kernel/config.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { external, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { StartRefused } from './refusal.ts';

let database: FreshDatabase;
let url: string;

beforeEach(async () => {
  database = await freshDatabase();
  const { connectionString, host, user, database: name } = database.owner;
  url = connectionString ?? `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host!)}`;
});

afterEach(() => database.close());

async function ask(config: ClientConfig, question: string): Promise<unknown> {
  const client = new Client(config);
  await client.connect();
  try {
    return (await client.query(question)).rows[0];
  } finally {
    await client.end();
  }
}

const whoAmI =
  'select current_user::text as who, rolsuper as super from pg_roles where rolname = current_user';

describe('a database of one’s own', () => {
  test('is entered as its account for the owner, and as akkoord_app for the application', async () => {
    const opened = await openDatabase(readConfig({ DATABASE_URL: url }), () => {});
    expect(await ask(opened.owner, whoAmI)).toMatchObject({ super: true });
    expect(await ask(opened.app, whoAmI)).toEqual({ who: 'akkoord_app', super: false });
  });

  test('keeps the options that its address has', async () => {
    const withOptions = new URL(url);
    withOptions.searchParams.set('options', '-c statement_timeout=4321');
    const { app } = external(withOptions.href);
    expect(await ask(app, whoAmI)).toMatchObject({ who: 'akkoord_app' });
    expect(await ask(app, 'show statement_timeout')).toEqual({ statement_timeout: '4321ms' });
  });

  test('that does not answer stops the start in one line, without the password', async () => {
    const opening = openDatabase(
      readConfig({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:9/akkoord' }),
      () => {},
    );
    await expect(opening).rejects.toThrow(StartRefused);
    await expect(opening).rejects.toThrow(/^DATABASE_URL: the database does not answer: [^\n]+$/);
    await expect(opening).rejects.not.toThrow(/secret/);
  });
});

describe('an account that is no superuser', () => {
  const account = `akkoord_test_${randomBytes(6).toString('hex')}`;
  let own: FreshDatabase;
  let asAccount: string;

  beforeEach(async () => {
    own = await freshDatabase({ from: 'template0' });
    const name = (await ask(own.owner, 'select current_database()::text as name')) as { name: string };
    await ask(own.owner, `create role ${account} login createrole`);
    await ask(own.owner, `alter database ${name.name} owner to ${account}`);
    const address = new URL(url);
    address.username = account;
    address.pathname = `/${name.name}`;
    asAccount = address.href;
  });

  afterEach(async () => {
    await own.close();
    await ask(database.owner, `drop role ${account}`);
  });

  const isOld = async () => {
    const { v } = (await ask(own.owner, "select current_setting('server_version_num')::int as v")) as {
      v: number;
    };
    return v < 160_000;
  };

  test('that made the application’s role may become it once it has migrated', async () => {
    // What PostgreSQL 16 and later give to the maker of a role; 15 gives nothing, and lets him grant.
    if (!(await isOld())) await ask(own.owner, `grant akkoord_app to ${account} with admin true, set false`);
    const { owner, app } = external(asAccount);
    await migrate(owner);
    expect(await ask(app, whoAmI)).toEqual({ who: 'akkoord_app', super: false });
  });

  test('that may not even grant it is told what to ask for', async () => {
    await ask(own.owner, `alter role ${account} nocreaterole`);
    await expect(migrate(external(asAccount).owner)).rejects.toThrow(
      `have a superuser run: GRANT akkoord_app TO ${account}`,
    );
  });
});

describe('the application’s role, by either way in', () => {
  test('owns nothing and may not make or change a table', async () => {
    await expect(ask(database.app, 'create table mine ()')).rejects.toThrow(/permission denied/);
    await expect(ask(database.app, 'drop table institution')).rejects.toThrow(/must be owner/);
    await expect(ask(database.app, 'delete from migration')).rejects.toThrow(/permission denied/);
  });
});
