import { Client, type ClientConfig } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '#app/kernel/config.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { external, openDatabase } from './database.ts';
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

describe('the application’s role, by either way in', () => {
  test('owns nothing and may not make or change a table', async () => {
    await expect(ask(database.app, 'create table mine ()')).rejects.toThrow(/permission denied/);
    await expect(ask(database.app, 'drop table institution')).rejects.toThrow(/must be owner/);
    await expect(ask(database.app, 'delete from migration')).rejects.toThrow(/permission denied/);
  });
});
