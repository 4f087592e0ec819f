import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { saveBudgetWithTotals } from './budget.server.ts';
import { getBudget, getBudgetText, getPlanTotals } from './budget-read.server.ts';
import { getPlan } from './plan.server.ts';

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

test('the budget alone is what the whole plan says of it', async () => {
  const actor = await place.actor('schrijver-recht');
  await inInstitution(db, place.institutionId, async (tx) => {
    const { lines, remainders, rates } = await getPlan(tx, actor, plan);
    expect(lines.length).toBeGreaterThan(0);
    statements.length = 0;
    expect(await getBudget(tx, actor, plan)).toEqual({ lines, remainders, rates });
    expect(statements.length).toBe(4);
    statements.length = 0;
    const { text } = await getBudgetText(tx, actor, plan);
    expect(text).toBe(JSON.stringify({ lines, remainders, rates }));
    expect(statements.length).toBe(2);
  });
});

test('the totals that a save answers with are the sums of the lines, up to the institution', async () => {
  const actor = await place.actor('schrijver-recht');
  await inInstitution(db, place.institutionId, async (tx) => {
    const [line] = (await getBudget(tx, actor, plan)).lines.filter((one) => one.cents !== null);
    const { measure, component, unit, fund, costKind, year } = line!;
    const cell = { measure, component, unit, fund, costKind, year, side: 'eur' as const };
    const value = line!.cents! + 12_345;
    const { saved, totals } = await saveBudgetWithTotals(tx, actor, {
      ...plan,
      cells: [{ ...cell, value, seen: line!.cents }],
    });
    expect(saved).toBe(1);
    const { lines, remainders } = await getBudget(tx, actor, plan);
    const sum = (of: typeof lines) => of.reduce((all, one) => all + (one.cents ?? 0), 0);
    const here = lines.filter((one) => one.year === year);
    expect(totals.funds).toEqual(remainders.filter((one) => one.fund === fund));
    expect(totals.measures.find((one) => one.year === year)?.cents).toBe(
      sum(here.filter((one) => one.measure === measure)),
    );
    // nothing else is in force: the faculty and the institution budget what this draft does
    const units = totals.units.filter((one) => one.year === year);
    expect(units.length).toBeGreaterThan(1);
    expect(units.map((one) => one.cents)).toEqual(units.map(() => sum(here)));
    const byYear = await getPlanTotals(tx, actor, { ...plan, groupBy: ['year'] });
    expect(byYear.find((one) => one.year === year)?.cents).toBe(sum(here));
  });
});

test('a draft has no sums for those who may not see it', async () => {
  const actor = await place.actor('lezer');
  await expect(
    inInstitution(db, place.institutionId, (tx) => getPlanTotals(tx, actor, { ...plan, groupBy: ['year'] })),
  ).rejects.toThrow();
});
