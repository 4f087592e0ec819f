import { afterAll, beforeAll, expect, test } from 'vitest';
import { record } from '#app/audit/audit.server.ts';
import { type Db, inInstitution, openDb, type Tx } from '#app/kernel/db.server.ts';
import { saveBudget } from '#app/plan/budget.server.ts';
import { getBudget } from '#app/plan/budget-read.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { readTraceFacts } from './trace.server.ts';
import { traceLines } from './trace.ts';
import { untraceableOf } from './trace-total.ts';
import { getUntraceable } from './untraceable.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;
const statements: string[] = [];
const plan = { scheme: 'ka', document: 'plan-recht' };

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app, (sql) => statements.push(sql));
  place = await loadInstitution(db, smallInstitution());
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

test('the total is kept over a save in a draft, and made anew after any act that a chain may run over', async () => {
  const actor = await place.actor('schrijver-recht');
  const read = async (tx: Tx) => {
    const { schemeId } = await tx.selectFrom('scheme').select('schemeId').executeTakeFirstOrThrow();
    const facts = { schemeId, at: new Date('2026-01-15') };
    statements.length = 0;
    const answer = await getUntraceable(tx, actor, facts);
    const asked = statements.length;
    expect(answer).toEqual(untraceableOf(traceLines(await readTraceFacts(tx, actor, facts))));
    return asked;
  };
  await inInstitution(db, place.institutionId, async (tx) => {
    expect(await read(tx)).toBe(4);
    expect(await read(tx)).toBe(1);
    const line = (await getBudget(tx, actor, plan)).lines.find((one) => one.cents !== null)!;
    const cell = { ...line, side: 'eur' as const, value: line.cents! + 100, seen: line.cents };
    expect((await saveBudget(tx, actor, { ...plan, cells: [cell] })).saved).toBe(1);
    expect(await read(tx)).toBe(1);
    await record(tx, actor, 'nieuw.iets', { kind: 'version', id: null }, {});
    expect(await read(tx)).toBe(4);
    // an act behind an act that leaves the chains: still a change
    await record(tx, actor, 'nieuw.iets', { kind: 'version', id: null }, {});
    await record(tx, actor, 'comment.put', { kind: 'comment', id: null }, {});
    expect(await read(tx)).toBe(4);
    expect(await read(tx)).toBe(1);
  });
});
