import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

/**
 * Law 8 and the road to many machines: a table distributes by `institution_id` (Citus, docs/scaling.md) only
 * if its primary key starts with it and every unique constraint, exclusion and foreign key contains it.
 */
let database: FreshDatabase;
let client: Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new Client(database.owner);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});

/** The tables of no institution: the record of migrations. */
const apart = ['migration'];

async function tables(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`,
  );
  return rows.map((row) => row.name).filter((name) => !apart.includes(name));
}

test('every table has a primary key that starts with institution_id', async () => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_index i
       join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisprimary and c.relnamespace = 'public'::regnamespace and a.attname = 'institution_id'
      order by c.relname`,
  );
  expect(rows.map((row) => row.name)).toEqual(await tables());
});

test('every unique index and exclusion contains institution_id', async () => {
  const { rows } = await client.query(
    `select c.relname as table, x.relname as index from pg_index i
       join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
      where (i.indisunique or i.indisexclusion) and c.relnamespace = 'public'::regnamespace
        and c.relname <> all($1)
        -- the sign-in page finds an institution by its code before it knows which one: kept by the owner alone
        and x.relname <> 'institution_code_key'
        and not exists (select from pg_attribute a
                         where a.attrelid = c.oid and a.attname = 'institution_id' and a.attnum = any(i.indkey))`,
    [apart],
  );
  expect(rows).toEqual([]);
});

test('every foreign key carries institution_id on both sides', async () => {
  const { rows } = await client.query(
    `select k.conrelid::regclass::text as table, k.conname as key from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and not exists (
          select from unnest(k.conkey, k.confkey) as pair(own, other)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other
           where a.attname = 'institution_id' and b.attname = 'institution_id')`,
  );
  expect(rows).toEqual([]);
});

test('every table is under row-level security with a policy, and no sequence is shared', async () => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
        and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'institution_only'
                      and p.polqual is not null and p.polwithcheck is not null)
      order by c.relname`,
  );
  expect(rows.map((row) => row.name)).toEqual(await tables());
  const sequences = await client.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'`,
  );
  expect(sequences.rows).toEqual([]);
});
