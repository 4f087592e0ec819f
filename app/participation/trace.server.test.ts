import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { demoTemplate } from '#test/demo-template.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { loadInstitution } from '#test/institution.ts';
import { readTraceFacts } from './trace.server.ts';
import { traceLines } from './trace.ts';
import { traceTotals, untraceableOf } from './trace-total.ts';

let database: FreshDatabase;
let db: Db;
const statements: string[] = [];

beforeAll(async () => {
  database = await freshDatabase({ from: await demoTemplate('voorbeeld', 'leiden', 'utrecht') });
  db = openDb(database.app, (sql) => statements.push(sql));
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

/** The classed lines of all schemes of a demo institution. */
async function traced(code: 'voorbeeld' | 'leiden' | 'utrecht') {
  const place = await loadInstitution(db, code);
  const actor = await place.actor('beleid');
  return inInstitution(db, place.institutionId, async (tx) => {
    const schemes = await tx.selectFrom('scheme').select('schemeId').orderBy('code').execute();
    const lines = [];
    for (const { schemeId } of schemes) {
      statements.length = 0;
      const facts = await readTraceFacts(tx, actor, { schemeId, at: new Date('2026-11-01') });
      expect(statements.length).toBe(3);
      lines.push(...traceLines(facts));
    }
    return lines;
  });
}

test.each(['voorbeeld', 'leiden', 'utrecht'] as const)('no euro of %s is untraceable', async (code) => {
  const lines = await traced(code);
  expect(lines.length).toBeGreaterThan(20);
  expect(untraceableOf(lines)).toEqual({ cents: 0, lines: 0, reasons: [] });
  for (const one of traceTotals(lines)) expect(one.traceable + one.unknown).toBe(one.total);
  // what the real documents do not print is unknown; the fictional university prints everything
  expect(untraceableOf(lines, 'unknown').reasons).toEqual(
    {
      voorbeeld: [],
      leiden: ['allocation-unrecorded', 'decision-unrecorded'],
      utrecht: ['decision-unrecorded', 'grant-unrecorded'],
    }[code],
  );
});
