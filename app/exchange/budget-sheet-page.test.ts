import { beforeAll, expect, test } from 'vitest';
import { readSheets } from '#app/ledger/table-read.ts';
import { saveBudget } from '#app/plan/budget.server.ts';
import { getPlan } from '#app/plan/plan.server.ts';
import { type FillIn, fillInXlsx } from '#app/render/fill-in.ts';
import { pageArgs } from '#test/page.ts';
import { address, cell, completeLawPlan, type PlanScene, planScene } from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { getBudgetSheet } from './budget-sheet.server.ts';
import * as file from './budget-sheet-file.ts';
import * as page from './budget-sheet-page.tsx';

const watched = watchedDatabase();
let scene: PlanScene;

beforeAll(async () => {
  scene = await planScene(watched.db);
  await scene.run((tx) => completeLawPlan(tx, scene));
});

const path = '/schemes/ka/plans/law-plan/budget/sheet';
const args = (over: object) => ({ db: watched.db, actor: scene.writer, path, params: address, ...over });
const sheet = () => scene.run((tx) => getBudgetSheet(tx, scene.writer, address));

async function hand(table: FillIn | Uint8Array, name = 'law-plan.xlsx') {
  const form = new FormData();
  const bytes = table instanceof Uint8Array ? table : await fillInXlsx(table);
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
  form.set('intent', 'read');
  return (await page.action(pageArgs(args({ form })))) as Extract<
    Awaited<ReturnType<typeof page.action>>,
    { moved: boolean }
  >;
}

/** The file as somebody else filled it in: the hidden sheet still tells what stood there. */
async function filledIn(value: number) {
  const table = await sheet();
  const bytes = await fillInXlsx(table);
  const sheets = await readSheets(bytes, 'x.xlsx');
  expect(sheets).toHaveLength(2);
  const csv = sheets[0]!.rows.map((row) => row.map((one) => one.text));
  const at = csv.findIndex((row) => row[0] === 'M1');
  return { table, csv, at, value };
}

test('a round trip changes nothing; the page needs the eleven statements of a plan', async () => {
  watched.forget();
  await page.loader(pageArgs(args({})));
  expect(watched.statements).toBe(11);
  for (const format of ['xlsx', 'ods']) {
    const params = { ...address, format };
    const response = (await file.loader(pageArgs(args({ params })))) as Response;
    expect(response.headers.get('content-disposition')).toContain(`law-plan.${format}`);
    const { shown, problem } = await hand(new Uint8Array(await response.arrayBuffer()), `law-plan.${format}`);
    expect(problem).toBeNull();
    expect(shown).toMatchObject({ changes: [], conflicts: [], refused: [], blind: false });
    expect(shown!.same).toBeGreaterThan(5);
  }
});

test('a file filled in elsewhere shows each cell before anything is saved, and saves what was shown', async () => {
  const { csv, at } = await filledIn(0);
  csv[at]![7] = '1.234,56';
  csv[at]![8] = 'veel';
  const text = csv.map((row) => row.join(';')).join('\n');
  const { shown } = await hand(new TextEncoder().encode(text), 'law-plan.csv');
  expect(shown!.blind).toBe(true);
  expect(shown!.changes).toMatchObject([{ key: expect.arrayContaining(['M1']), after: 1_234_56 }]);
  expect(shown!.refused).toMatchObject([{ field: '2023', code: 'realisation.not-a-number' }]);
  const form = { intent: 'save', changes: JSON.stringify(shown!.changes) };
  expect(await page.action(pageArgs(args({ form })))).toMatchObject({ status: 302 });
  const { lines } = await scene.run((tx) => getPlan(tx, scene.writer, address));
  expect(lines.find((line) => line.measure === 'M1' && line.year === 2022)!.cents).toBe(1_234_56);
});

test('a cell that changed while the file was away is a conflict; the choice decides', async () => {
  const table = await sheet();
  const bytes = await fillInXlsx({
    ...table,
    rows: table.rows.map((row) =>
      row.labels[0] === 'M1' ? { ...row, values: [2_000_00, ...row.values.slice(1)] } : row,
    ),
  });
  // what stood there when the file went out is in its hidden sheet: here it is the file's own figure
  await scene.run((tx) =>
    saveBudget(tx, scene.writer, {
      ...address,
      cells: [{ ...cell('M1', 2022, 3_000_00), seen: 1_234_56 }],
    }),
  );
  const kept = await hand(bytes);
  expect(kept.shown).toMatchObject({ changes: [], conflicts: [], kept: 1 });
  const csv = 'Maatregel;Onderdeel;Eenheid;Middelen;Kostensoort;In;2022\nM1;;law;sv;;euro;5\n';
  const { shown } = await hand(new TextEncoder().encode(csv), 'x.csv');
  const stale = shown!.changes.map((one) => ({ ...one, before: 1_234_56 }));
  const form = { intent: 'save', changes: JSON.stringify(stale) };
  const answer = (await page.action(pageArgs(args({ form })))) as Awaited<ReturnType<typeof hand>>;
  expect(answer.moved).toBe(true);
  expect(answer.shown!.conflicts).toMatchObject([{ before: 3_000_00, after: 5_00, was: 1_234_56 }]);
  const conflicts = JSON.stringify(answer.shown!.conflicts);
  const choose = { intent: 'save', changes: '[]', conflicts, 'choice.0': 'mine' };
  expect(await page.action(pageArgs(args({ form: choose })))).toMatchObject({ status: 302 });
  const { lines } = await scene.run((tx) => getPlan(tx, scene.writer, address));
  expect(lines.find((line) => line.measure === 'M1' && line.year === 2022)!.cents).toBe(5_00);
});

test('[000-79] pm beside a number on one row is refused in words, whichever comes first; on two rows it stands', async () => {
  const save = (...cells: ReturnType<typeof cell>[]) =>
    scene.run((tx) => saveBudget(tx, scene.writer, { ...address, cells }));
  const euro = { ...cell('M2', 2023, 'pm' as never), component: 'open' };
  const fte = { ...euro, side: 'fte' as const, value: 500 };
  const beside = { errors: [{ code: 'budget.pm-beside' }, { code: 'budget.pm-beside' }] };
  await expect(save(euro, fte)).rejects.toMatchObject(beside);
  await expect(save(fte, euro)).rejects.toMatchObject(beside);
  await save(euro, { ...fte, component: 'mensen' });
  await expect(save(fte)).rejects.toMatchObject({ errors: [{ path: 'cells.0.value' }] });
  // what was open becomes known, and then the other side may be told
  await save({ ...fte }, { ...euro, value: 7_00, seen: 'pm' } as never);
  const { lines } = await scene.run((tx) => getPlan(tx, scene.writer, address));
  const of = (component: string) => lines.find((line) => line.component === component);
  expect(of('open')).toMatchObject({ cents: 7_00, fteMilli: 500, mark: null });
  expect(of('mensen')).toMatchObject({ cents: null, fteMilli: 500, mark: null });
});

test('what is no such table is refused in words, at the file', async () => {
  const { problem } = await hand(new TextEncoder().encode('a;b\n1;2\n'), 'anders.csv');
  expect(problem!.errors).toMatchObject([{ path: 'file', code: 'fill-in.no-heads' }]);
  const form = new FormData();
  form.set('intent', 'read');
  const none = (await page.action(pageArgs(args({ form })))) as Awaited<ReturnType<typeof hand>>;
  expect(none.problem!.errors).toMatchObject([{ path: 'file', code: 'fill-in.no-file' }]);
});
