import { beforeAll, describe, expect, test } from 'vitest';
import * as submitPage from '#app/report/submit-page.tsx';
import { pageArgs } from '#test/page.ts';
import { address, cell, completeLawPlan, type PlanScene, planScene } from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as budgetPage from './budget-page.tsx';
import { type GridValues, rowIdOf } from './budget-row.ts';
import * as measurePage from './measure-page.tsx';
import { getPlan } from './plan.server.ts';
import * as planPage from './plan-page.tsx';
import * as sectionPage from './section-page.tsx';

const watched = watchedDatabase();
let scene: PlanScene;

beforeAll(async () => {
  scene = await planScene(watched.db);
  await scene.run((tx) => completeLawPlan(tx, scene));
});

const base = '/schemes/ka/plans/law-plan';
const args = (over: object) => ({
  db: watched.db,
  actor: scene.writer,
  path: base,
  params: address,
  ...over,
});
const { count } = watched;
const read = () => scene.run((tx) => getPlan(tx, scene.writer, address));
const row = rowIdOf({ ...cell('M1', 0, null), side: 'eur' });

describe('statements', () => {
  // begin, the institution and commit, and eight that read a plan
  test('every page of a plan reads with eleven statements, its budget with nine', async () => {
    // and one that reads what it changes
    expect(await count(() => planPage.loader(pageArgs(args({}))))).toBe(12);
    expect(await count(() => budgetPage.loader(pageArgs(args({ path: `${base}/budget` }))))).toBe(9);
    expect(await count(() => submitPage.loader(pageArgs(args({ path: `${base}/submit` }))))).toBe(11);
    const measure = { ...address, measure: 'M1' };
    expect(await count(() => measurePage.loader(pageArgs(args({ params: measure }))))).toBe(11);
    const section = { ...address, question: 'aim', place: 'care' };
    // and one that looks for the plan that a theme's figures are compared with
    expect(await count(() => sectionPage.loader(pageArgs(args({ params: section }))))).toBe(12);
  });
});

describe('section', () => {
  const params = { ...address, question: 'aim', place: 'small' };
  const post = (form: Record<string, string>) =>
    sectionPage.action(pageArgs(args({ params, form: form as Record<string, string> })));

  test('saves plain text without script, and hands back both texts on a conflict', async () => {
    expect(await post({ revision: '1', body: 'Twee docenten per groep.' })).toMatchObject({ status: 302 });
    const late = await post({ revision: '1', body: 'Iets anders.' });
    expect(late).toMatchObject({ problem: { code: 'conflict' }, plain: 'Iets anders.', revision: 2 });
    expect(JSON.stringify((late as { theirs: unknown }).theirs)).toContain('Twee docenten per groep.');
  });
});

describe('budget', () => {
  const post = (fields: Record<string, string>) =>
    budgetPage.action(
      pageArgs(
        args({
          path: `${base}/budget`,
          form: { fund: 'sv', 'grid-grouping': '.', intent: 'save', ...fields },
        }),
      ),
    );
  const seenFrom2022 = (...values: (number | null)[]) =>
    JSON.stringify({ years: [2022, 2023, 2024], rows: { [row]: values } } satisfies GridValues);
  const stored = async (year: number) =>
    (await read()).lines.find((line) => line.measure === 'M1' && line.year === year)?.cents;

  test('saves what was changed, in Dutch notation; text in a cell stays in its cell and the rest is kept', async () => {
    const seen = seenFrom2022(100_000_00, 100_000_00);
    const answer = await post({
      seen,
      [`cell:${row}:2022`]: '1.234,56',
      [`cell:${row}:2023`]: 'nog bepalen',
    });
    expect(answer).toMatchObject({ saved: 1, conflicts: [], typed: [{ raw: 'nog bepalen' }] });
    expect([await stored(2022), await stored(2023)]).toEqual([1_234_56, 100_000_00]);
  });

  test('a cell that was left alone is not sent on, so that it cannot undo another’s change', async () => {
    const seen = seenFrom2022(100_000_00, null, 100_000_00);
    const answer = await post({ seen, [`cell:${row}:2022`]: '100.000', [`cell:${row}:2024`]: '5' });
    expect(answer).toMatchObject({ status: 302 });
    expect([await stored(2022), await stored(2024)]).toEqual([1_234_56, 5_00]);
  });

  test('a cell that two people changed comes back with both amounts', async () => {
    const seen = seenFrom2022(100_000_00);
    const answer = await post({ seen, [`cell:${row}:2022`]: '7' });
    expect(answer).toMatchObject({ saved: 0, conflicts: [{ value: 7_00, theirs: 1_234_56 }] });
    expect(await stored(2022)).toBe(1_234_56);
  });

  test('pm beside a number is refused at the cell, by the name of the measure', async () => {
    const fte = rowIdOf({ ...cell('M1', 0, null), side: 'fte' });
    const seen = JSON.stringify({
      years: [2022, 2023, 2024],
      rows: { [row]: [1_234_56], [fte]: [] },
    } satisfies GridValues);
    const answer = await post({ seen, [`cell:${row}:2022`]: 'pm', [`cell:${fte}:2022`]: '0,5' });
    const { measures } = await read();
    const { name } = measures.find((one) => one.code === 'M1')!;
    expect(name).not.toBe('M1');
    const error = { code: 'budget.pm-beside', params: { measure: name, year: '2022' } };
    expect(answer).toMatchObject({
      problem: {
        errors: [
          { ...error, path: `cell:${row}:2022` },
          { ...error, path: `cell:${fte}:2022` },
        ],
      },
    });
  });
});
