import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, openDb } from '#app/kernel/db.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { pageArgs } from '#test/page.ts';
import { address, cell, completeLawPlan, type PlanScene, planScene } from '#test/plan-scene.ts';
import * as budgetPage from './budget-page.tsx';
import { rowIdOf } from './budget-row.ts';
import { getPlan } from './plan.server.ts';
import { markProvisional } from './provisional.server.ts';

let database: FreshDatabase;
let db: Db;
let scene: PlanScene;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  scene = await planScene(db);
  await scene.run((tx) => completeLawPlan(tx, scene));
});
afterAll(async () => {
  await db?.destroy();
  await database?.close();
});

const path = '/schemes/ka/plans/law-plan/budget';
const row = rowIdOf({ ...cell('M1', 0, null), side: 'eur' });
const show = () => budgetPage.loader(pageArgs({ db, actor: scene.writer, path, params: address }));
const post = (fields: Record<string, string>) => {
  const form = { fund: 'sv', 'grid-grouping': '.', intent: 'save', seen: '{}', ...fields };
  return budgetPage.action(pageArgs({ db, actor: scene.writer, path, params: address, form }));
};
const stored = async (year: number) => {
  const plan = await scene.run((tx) => getPlan(tx, scene.writer, address));
  return plan.lines.find((line) => line.measure === 'M1' && line.year === year);
};

describe('provisional amounts of a budget', () => {
  test('are ticked beside the grid, keep their amount, and count', async () => {
    const before = await stored(2022);
    expect(await post({ 'provisional-seen': '[]', [`provisional:${row}:2022`]: 'on' })).toMatchObject({
      status: 302,
    });
    expect(await stored(2022)).toEqual({ ...before, mark: 'provisional' });
    expect((await show()).provisional).toEqual([`${row}:2022`]);
  });

  test('stay provisional when the amount changes, and become final by unticking', async () => {
    const seen = JSON.stringify({ [`${row}:2022`]: (await stored(2022))!.cents });
    const stands = { 'provisional-seen': `["${row}:2022"]` };
    await post({ seen, [`cell:${row}:2022`]: '7', ...stands, [`provisional:${row}:2022`]: 'on' });
    expect(await stored(2022)).toMatchObject({ cents: 700, mark: 'provisional' });
    await post(stands);
    expect(await stored(2022)).toMatchObject({ cents: 700, mark: null });
  });

  test('a place without an amount cannot be provisional; nothing of the form is kept then', async () => {
    const { side: _, value: __, seen: ___, ...place } = cell('M1', 2022, null);
    const cells = [{ ...place, component: 'nergens', provisional: true }];
    await expect(
      scene.run((tx) => markProvisional(tx, scene.writer, { ...address, cells })),
    ).rejects.toMatchObject({ errors: [{ path: 'cells.0.provisional', code: 'budget.no-amount' }] });
  });
});
