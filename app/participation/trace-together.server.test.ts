import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { demoTemplate } from '#test/demo-template.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { loadInstitution } from '#test/institution.ts';
import { readTraceFacts } from './trace.server.ts';
import { traceLines } from './trace.ts';
import { untraceableOf } from './trace-total.ts';

let database: FreshDatabase;
let db: Db;

beforeAll(async () => {
  database = await freshDatabase({ from: await demoTemplate('voorbeeld') });
  db = openDb(database.app);
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

test('sums are the same over lines that came together as over each', async () => {
  const place = await loadInstitution(db, 'voorbeeld');
  const actor = await place.actor('beleid');
  const read = (together: boolean, at: Date) =>
    inInstitution(db, place.institutionId, async (tx) => {
      const { schemeId } = await tx.selectFrom('scheme').select('schemeId').executeTakeFirstOrThrow();
      return readTraceFacts(tx, actor, { schemeId, at, together });
    });
  const compare = async () => {
    for (const at of [new Date('2023-06-01'), new Date('2026-11-01')]) {
      const [each, together] = [await read(false, at), await read(true, at)];
      expect(together.lines.length).toBeLessThan(each.lines.length);
      for (const which of ['untraceable', 'unknown', 'traceable'] as const) {
        expect(untraceableOf(traceLines(together), which)).toEqual(untraceableOf(traceLines(each), which));
      }
    }
  };
  await compare();
  // behind the application's back: signs that alternate, and nothing granted before 2025
  const client = new Client(database.owner);
  await client.connect();
  await client.query(`set session_replication_role = replica;
    update place_total set cents = -cents where sort % 3 = 1 or year % 2 = 0;
    delete from place_total where stage = 'granted' and year < 2025`);
  await client.end();
  expect(untraceableOf(traceLines(await read(true, new Date('2026-11-01')))).cents).toBeGreaterThan(0);
  await compare();
});
