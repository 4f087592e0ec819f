import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import { type Db, openDb } from '#app/kernel/db.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { demoFiles, loadDemo } from './demo.server.ts';

let database: FreshDatabase;
let db: Db;
beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

describe('demo institutions', () => {
  test('all are loaded once, and skipped when they are there', async () => {
    const said: string[] = [];
    await loadDemo(db, (line) => said.push(line));
    expect(said).toHaveLength((await demoFiles()).size);
    await loadDemo(db, (line) => said.push(line));
    expect(said).toHaveLength((await demoFiles()).size);
    const codes = (await listSignInInstitutions(db)).map((one) => one.code).toSorted();
    expect(codes).toEqual([...(await demoFiles()).keys()]);
  });
});
