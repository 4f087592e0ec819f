import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { migrate } from './migrate.ts';
import { StartRefused } from './refusal.ts';

let database: FreshDatabase;
let directory: string;

beforeEach(async () => {
  database = await freshDatabase({ from: 'template0' });
  directory = mkdtempSync(join(tmpdir(), 'akkoord-migrations-'));
  write('0001-first.sql', 'create table first (id int primary key);');
  write('0002-second.sql', 'create table second (id int references first);');
});

afterEach(async () => {
  rmSync(directory, { recursive: true });
  await database.close();
});

const write = (name: string, sql: string) => writeFileSync(join(directory, name), sql);

async function tables(): Promise<string[]> {
  const client = new Client(database.owner);
  await client.connect();
  const { rows } = await client.query(
    "select table_name::text as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  await client.end();
  return rows.map((row) => row.name);
}

describe('migrate', () => {
  test('applies the files in order, once, and later ones when they come', async () => {
    expect(await migrate(database.owner, directory)).toEqual(['0001-first.sql', '0002-second.sql']);
    expect(await migrate(database.owner, directory)).toEqual([]);
    write('0003-third.sql', 'create table third ();');
    expect(await migrate(database.owner, directory)).toEqual(['0003-third.sql']);
    expect(await tables()).toEqual(['first', 'migration', 'second', 'third']);
  });

  test('two at the same moment do the work once', async () => {
    const both = await Promise.all([migrate(database.owner, directory), migrate(database.owner, directory)]);
    expect(both.map((names) => names.length).sort()).toEqual([0, 2]);
  });

  test('refuses when an applied file was changed, and applies nothing more', async () => {
    await migrate(database.owner, directory);
    write('0001-first.sql', 'create table first (id bigint primary key);');
    write('0003-third.sql', 'create table third ();');
    const refusal = migrate(database.owner, directory);
    await expect(refusal).rejects.toThrow(StartRefused);
    await expect(refusal).rejects.toThrow(/^Migration 0001-first\.sql was changed/);
    expect(await tables()).not.toContain('third');
  });

  test('refuses a database that a newer version migrated', async () => {
    await migrate(database.owner, directory);
    rmSync(join(directory, '0002-second.sql'));
    await expect(migrate(database.owner, directory)).rejects.toThrow(/0002-second\.sql.*newer/);
  });

  test('refuses a file whose number lies before an applied one', async () => {
    await migrate(database.owner, directory);
    write('0001-late.sql', 'create table late ();');
    await expect(migrate(database.owner, directory)).rejects.toThrow(
      /^Migration 0001-late\.sql comes before/,
    );
  });

  test('a file that fails leaves nothing of itself and names its line', async () => {
    write('0003-broken.sql', 'create table third ();\ncreate table fourth (id nonsense);');
    await expect(migrate(database.owner, directory)).rejects.toThrow(
      /^Migration 0003-broken\.sql, line 2 failed/,
    );
    expect(await tables()).toEqual(['first', 'migration', 'second']);
  });

  test('the project’s own files apply to an empty database', async () => {
    expect((await migrate(database.owner)).length).toBeGreaterThan(0);
  });
});
