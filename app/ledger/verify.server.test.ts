import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { demoTemplate } from '#test/demo-template.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { verifyInstitution } from './verify.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;

beforeAll(async () => {
  database = await freshDatabase({ from: await demoTemplate('voorbeeld') });
  db = openDb(database.app);
  place = await loadInstitution(db, 'voorbeeld');
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

const findings = () =>
  inInstitution(db, place.institutionId, (tx) => verifyInstitution(tx, place.institutionId));

/** Changes the database behind the application's back, past its triggers. */
async function tamper(statement: string) {
  const client = new Client(database.owner);
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(statement);
  await client.end();
}

test('a whole institution has no findings', async () => {
  expect(await findings()).toEqual([]);
});

test('a total, a line, a content and an entry changed behind our back are each found', async () => {
  await tamper(
    'update version_total set cents = cents + 1 where total_id = (select total_id from version_total limit 1)',
  );
  expect((await findings()).map((f) => f.code)).toEqual(['total']);
  await tamper(
    'update place_total set cents = cents - 1 where line_id = (select line_id from place_total limit 1)',
  );
  expect((await findings()).map((f) => f.code)).toEqual(['total', 'place-total']);
  await tamper(
    "update version set content = jsonb_set(content, '{document,title}', '\"x\"') where version_id = (select version_id from version where content is not null limit 1)",
  );
  expect((await findings()).map((f) => f.code).toSorted()).toEqual(['content-hash', 'place-total', 'total']);
  await tamper(
    'delete from ledger_line where line_id = (select l.line_id from ledger_line l join version v using (institution_id, version_id) where v.content is not null limit 1)',
  );
  expect((await findings()).map((f) => f.code)).toContain('lines');
  await tamper("update audit_entry set action = 'x' where seq = 1");
  expect((await findings())[0]).toMatchObject({ code: 'audit-chain', subject: '1' });
});
