import { beforeAll, describe, expect, test } from 'vitest';
import { pageArgs } from '#test/page.ts';
import { address, cell, completeLawPlan, type PlanScene, planScene } from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as budgetPage from './budget-page.tsx';
import { type GridValues, rowIdOf } from './budget-row.ts';
import { getPlan } from './plan.server.ts';
import { markProvisional } from './provisional.server.ts';

const watched = watchedDatabase();
let scene: PlanScene;

beforeAll(async () => {
  scene = await planScene(watched.db);
  await scene.run((tx) => completeLawPlan(tx, scene));
});

const path = '/schemes/ka/plans/law-plan/budget';
const row = rowIdOf({ ...cell('M1', 0, null), side: 'eur' });
const seenIn2022 = (value: number | null) =>
  JSON.stringify({ years: [2022], rows: { [row]: [value] } } satisfies GridValues);
const show = () =>
  budgetPage.loader(pageArgs({ db: watched.db, actor: scene.writer, path, params: address }));
const post = (fields: Record<string, string>) => {
  const form = { fund: 'sv', 'grid-grouping': '.', intent: 'save', seen: seenIn2022(null), ...fields };
  return budgetPage.action(pageArgs({ db: watched.db, actor: scene.writer, path, params: address, form }));
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
    const seen = seenIn2022((await stored(2022))!.cents);
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

describe('stars, pm and memo rows of a budget', () => {
  const stars = async () => JSON.stringify((await show()).provisional);
  const value = async (year: number) => (await stored(year))!.cents;

  test('[002-18] a star typed behind an amount makes it provisional; without the star it is final again', async () => {
    const seen = seenIn2022(await value(2022));
    await post({ seen, starred: await stars(), [`cell:${row}:2022`]: '8*' });
    expect(await stored(2022)).toMatchObject({ cents: 800, mark: 'provisional' });
    expect((await show()).provisional).toEqual([`${row}:2022`]);
    const again = seenIn2022(800);
    await post({ seen: again, starred: await stars(), [`cell:${row}:2022`]: '8*' });
    expect(await stored(2022)).toMatchObject({ cents: 800, mark: 'provisional' });
    await post({ seen: again, starred: await stars(), [`cell:${row}:2022`]: '8' });
    expect(await stored(2022)).toMatchObject({ cents: 800, mark: null });
  });

  test('a starred amount that reads two ways is asked, not guessed', async () => {
    const fields = { [`cell:${row}:2022`]: '1.234*', [`ask:${row}:2022`]: '1' };
    expect(await post(fields)).toMatchObject({
      typed: [{ error: { code: 'grid.ambiguous' }, raw: '1.234*' }],
    });
  });

  test('[002-19] a row is set outside the total: it prints, and no total or remainder counts it', async () => {
    const total = async () => {
      const { lines, remainders } = await scene.run((tx) => getPlan(tx, scene.writer, address));
      return {
        cents: lines.reduce((sum, line) => sum + (line.cents ?? 0), 0),
        left: remainders.map((one) => one.budgeted).reduce((sum, cents) => sum + cents, 0),
      };
    };
    const { before, amount } = { before: await total(), amount: await value(2022) };
    const own = (await scene.run((tx) => getPlan(tx, scene.writer, address))).lines
      .filter((line) => line.measure === 'M1' && line.fund === 'sv' && line.component === '')
      .reduce((sum, line) => sum + (line.cents ?? 0), 0);
    await post({ 'memo-seen': '[]', [`memo:${row}`]: 'on' });
    expect((await show()).memos).toEqual([row]);
    expect(await stored(2022)).toMatchObject({ cents: null, memo: { cents: amount } });
    expect(await total()).toEqual({ cents: before.cents - own, left: before.left - own });
    // what is typed into it later stays outside
    const seen = seenIn2022(amount);
    await post({ seen, [`cell:${row}:2022`]: '9' });
    expect(await stored(2022)).toMatchObject({ cents: null, memo: { cents: 900 } });
    await post({ 'memo-seen': JSON.stringify([row]) });
    expect(await stored(2022)).toMatchObject({ cents: 900, memo: null });
  });
});
