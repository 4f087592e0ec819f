import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getAllocation } from '#app/allocation/allocation.server.ts';
import { saveDraft, startAllocation, startNextDraft } from '#app/allocation/draft.server.ts';
import { submitAllocation } from '#app/allocation/submission.server.ts';
import { letterInput } from '#app/funding/funding.input.ts';
import { recordLetter } from '#app/funding/letter.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { type Db, inInstitution, openDb, type Tx } from '#app/kernel/db.server.ts';
import { verifyInstitution } from '#app/ledger/verify.server.ts';
import { renderTextsOf, wordsOf } from '#app/messages/words.server.ts';
import { adoptVersion } from '#app/participation/adoption.server.ts';
import { saveBudget } from '#app/plan/budget.server.ts';
import { startVersion } from '#app/plan/draft.server.ts';
import { markMemo } from '#app/plan/memo.server.ts';
import { getPlan } from '#app/plan/plan.server.ts';
import { bookReport } from '#app/realisation/booking.server.ts';
import { getReport } from '#app/realisation/report.server.ts';
import { fillInXlsx } from '#app/render/fill-in.ts';
import { renderReport } from '#app/render/render-report.ts';
import { getMoneyView } from '#app/report/money.server.ts';
import { moneyTable } from '#app/report/money-view.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { getBudgetSheet, readBudgetSheet } from './budget-sheet.server.ts';
import { budgetCells } from './budget-sheet.ts';
import { compareSent } from './fill-in-post.server.ts';

/** Marks from grant to spreadsheet and back: each step reads what the one before it wrote, in one database. */
let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;
let beleid: Actor;
let writer: Actor;
const now = new Date('2023-06-01T10:00:00Z');
const plan = { scheme: 'ka', document: 'plan-recht' };
const run = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inInstitution(db, actor.institutionId, work);

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  place = await loadInstitution(db, spendingInstitution());
  [beleid, writer] = [await place.actor('beleid'), await place.actor('schrijver-recht')];
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

const letter = (rest: object, amounts: object[]) =>
  run(beleid, (tx) => recordLetter(tx, beleid, { ...letterInput.parse({ ...rest, amounts }), scheme: 'ka' }));

async function allocate(next: boolean) {
  const at = { scheme: 'ka', document: 'verdeling' };
  const money = { fund: 'kwaliteit', basis: 'granted' as const };
  const to = { unit: 'recht', node: null };
  if (next) await run(beleid, (tx) => startNextDraft(tx, beleid, { ...at, note: 'Definitieve brief' }));
  else {
    const input = { scheme: 'ka', kind: 'allocatie', code: 'verdeling', title: 'Verdeling', copy: null };
    await run(beleid, (tx) => startAllocation(tx, beleid, { ...input, ...money }));
    const rules = [{ kind: 'remainder' as const, to }];
    await run(beleid, (tx) => saveDraft(tx, beleid, { ...at, ...money, rules, totals: {}, revision: 1 }));
  }
  const { version, hash } = await run(beleid, (tx) => submitAllocation(tx, beleid, at));
  const board = await place.actor('cvb');
  const from = next ? '2023-02-01' : '2022-12-01';
  const deciding = { ...at, version, hash, from, decidedOn: from, reasons: '', now: new Date() };
  // other years have no grant in this small institution
  await run(board, (tx) => adoptVersion(tx, board, { ...deciding, untraceable: 'Alleen 2023 is toegekend' }));
}

const allocation = () =>
  run(beleid, (tx) => getAllocation(tx, beleid, { scheme: 'ka', document: 'verdeling' }));
const remainder = async () =>
  (await run(writer, (tx) => getPlan(tx, writer, plan))).remainders.find(
    (one) => one.fund === 'kwaliteit' && one.year === 2023,
  );

test('[002-18] what comes of a provisional grant is provisional, until the grant is final and it is run again', async () => {
  const brief = { kind: 'bekostiging', code: 'brief', title: 'Brief', from: '2022-10-01' };
  await letter(brief, [
    { fund: 'kwaliteit', year: 2023, cents: 200_000_00, provisional: true },
    { fund: 'npo', year: 2023, cents: 5_000_00, memo: true },
  ]);
  await allocate(false);
  expect((await allocation()).result).toMatchObject({ provisional: [2023] });
  expect(await remainder()).toMatchObject({ allocated: 200_000_00, allocatedProvisional: true });
  await letter({ document: 'brief', from: '2023-01-15' }, [
    { fund: 'kwaliteit', year: 2023, cents: 200_000_00 },
  ]);
  expect((await allocation()).settled).toEqual([2023]);
  expect(await remainder()).toMatchObject({ allocatedProvisional: true });
  await allocate(true);
  expect((await allocation()).result).toMatchObject({ provisional: [] });
  expect(await remainder()).toMatchObject({ allocated: 200_000_00, allocatedProvisional: false });
});

test('[002-19] [000-79] a budget goes out as XLSX with its stars, pm and memo rows, and comes in again as it was', async () => {
  await run(writer, (tx) => startVersion(tx, writer, { ...plan, note: 'Bijstelling' }));
  const row = { unit: 'recht', fund: 'kwaliteit', costKind: '', side: 'eur' as const };
  const cell = { ...row, measure: 'werkgroepen', year: 2023, seen: null };
  const cells = [
    { ...cell, component: 'ster', value: 1_000_50, provisional: true },
    { ...cell, component: 'open', value: 'pm' as const },
    { ...cell, component: 'uren', value: 3_000_00 },
  ];
  await run(writer, (tx) => saveBudget(tx, writer, { ...plan, cells }));
  const rows = [{ ...row, measure: 'werkgroepen', component: 'uren', memo: true }];
  await run(writer, (tx) => markMemo(tx, writer, { ...plan, rows }));
  const sheet = await run(writer, (tx) => getBudgetSheet(tx, writer, plan));
  const handIn = (sent: { file: string; bytes: Uint8Array }) =>
    run(writer, async (tx) => compareSent(writer, await readBudgetSheet(tx, writer, plan), sent));
  const compare = async (table: typeof sheet) => {
    const bytes = await fillInXlsx(table);
    const found = await handIn({ file: 'begroting.xlsx', bytes });
    return found.difference;
  };
  const book = await readXlsx(await fillInXlsx(sheet), { readStyles: true });
  expect(book.sheets[0]!.rows.flat().filter((value) => value === '1000,5*')).toHaveLength(1);
  expect(sheet.rows.map((one) => one.labels[1])).toContain('Kleinere werkgroepen · memo, buiten het totaal');
  expect(await compare(sheet)).toMatchObject({ changes: [], conflicts: [], refused: [] });
  // the star taken away in the sheet is a change, that leaves the amount
  const bare = (value: (typeof sheet.rows)[number]['values'][number]) =>
    value === '100050*' ? 1_000_50 : value;
  const rows2 = sheet.rows.map((one) => ({ ...one, values: one.values.map(bare) }));
  const without = await fillInXlsx({ ...sheet, rows: rows2 });
  const csvOf = (await readXlsx(without)).sheets[0]!.rows.slice(3).map((cells) =>
    cells.map((value) => value ?? '').join(';'),
  );
  const { difference: final } = await handIn({
    file: 'begroting.csv',
    bytes: new TextEncoder().encode(csvOf.join('\n')),
  });
  expect(final.changes).toMatchObject([{ field: '2023', before: '100050*', after: 1_000_50 }]);
  await run(writer, (tx) => saveBudget(tx, writer, { ...plan, cells: budgetCells(final.changes) }));
  const starless = await run(writer, (tx) => getPlan(tx, writer, plan));
  expect(starless.lines.find((line) => line.component === 'ster')).toMatchObject({
    ...{ cents: 1_000_50, mark: null },
  });
  await run(writer, (tx) =>
    saveBudget(tx, writer, { ...plan, cells: [{ ...cells[0]!, seen: 1_000_50, provisional: true }] }),
  );
  // a colleague types a star into a file without our hidden sheet
  const memo = sheet.rows.find((one) => one.labels.includes('uren'))!;
  const heads = [...sheet.labels, ...sheet.fields].map((one) => one.head);
  const csv = [heads, [...memo.labels, '', '4.000,00*', '']].map((cells) => cells.join(';')).join('\n');
  const { difference: kept } = await handIn({
    file: 'begroting.csv',
    bytes: new TextEncoder().encode(csv),
  });
  expect(kept.changes).toMatchObject([{ field: '2023', before: 3_000_00, after: '400000*' }]);
  const sent = budgetCells(kept.changes);
  await run(writer, (tx) => saveBudget(tx, writer, { ...plan, cells: sent }));
  const { lines } = await run(writer, (tx) => getPlan(tx, writer, plan));
  const of = (component: string) => lines.find((line) => line.component === component);
  expect(of('ster')).toMatchObject({ cents: 1_000_50, mark: 'provisional' });
  expect(of('open')).toMatchObject({ cents: null, mark: 'pm' });
  expect(of('uren')).toMatchObject({ cents: null, mark: 'provisional', memo: { cents: 4_000_00 } });
});

test('[002-18] [002-19] [000-79] actuals with a star, pm and a memo: in force, on the money page and in every file of it', async () => {
  const controller = await place.actor('controller-recht');
  const empty = {
    unit: '',
    theme: '',
    costKind: '',
    note: '',
    year: null,
    fteMilli: null,
    fund: 'kwaliteit',
  };
  const entry = { ...empty, measure: 'werkgroepen' };
  const entries = [
    { ...entry, component: '', cents: 90_000_00, mark: 'provisional' as const },
    { ...entry, component: 'zaal', cents: null, mark: 'pm' as const },
    { ...entry, component: 'uren', cents: 2_500_00, memo: true },
  ];
  const report = { scheme: 'ka', unit: 'recht', year: 2023 };
  const locate = (index: number, field: string) => ({ path: `lines.${index}.${field}`, params: {} });
  const booking = { ...report, entries, locate, provisional: false, note: '', now };
  await run(controller, (tx) => bookReport(tx, controller, booking));
  const { lines } = await run(controller, (tx) => getReport(tx, controller, report, now));
  const said = new Map(lines.map((line) => [line.component, line]));
  expect(said.get('')).toMatchObject({ cents: 90_000_00, mark: 'provisional', memo: null });
  expect(said.get('zaal')).toMatchObject({ cents: null, mark: 'pm' });
  expect(said.get('uren')).toMatchObject({ cents: null, memo: { cents: 2_500_00 } });
  // saying the same again is nothing new
  await expect(run(controller, (tx) => bookReport(tx, controller, booking))).rejects.toMatchObject({
    code: 'realisation.nothing-new',
  });
  const filter = { scheme: 'ka', asOf: null, knownOn: null, unit: null, fund: null };
  const { view } = await run(beleid, (tx) =>
    getMoneyView(tx, beleid, { ...filter, slice: 'node', memos: true }, now),
  );
  const table = moneyTable(view, 'eur', wordsOf('nl'), null);
  const column = table.columns.findIndex((one) => one.key === 'R2023');
  const figure = (key: string) => table.rows.find((row) => row.key === key)!.cells[column];
  expect(figure('total')).toMatchObject({ cents: 90_000_00, signs: ['provisional', 'pm'] });
  expect(figure('memo-T1')).toEqual({ kind: 'money', cents: 2_500_00 });
  const blocks = [{ kind: 'table' as const, table }];
  const whole = { title: 'Geld', language: 'nl' as const, institution: 'Klein', blocks };
  const file = async (format: 'xlsx' | 'csv' | 'json') =>
    Buffer.from((await renderReport(whole, format, renderTextsOf('nl'))).bytes);
  const xlsx = await readXlsx(await file('xlsx'), { readStyles: true });
  const formats = [...(xlsx.sheets[0]!.cells ?? new Map()).values()].map((one) => one.style?.numFmt ?? '');
  expect(formats.some((format) => format.includes('"* + pm"'))).toBe(true);
  const csv = (await file('csv')).toString();
  expect(csv).toContain('Buiten het totaal (memo):');
  expect(csv).toMatch(/Totaal lasten,total,.*90000,voorlopig \+ pm/);
  expect((await file('json')).toString()).toContain('"provisional"');
  expect(await run(beleid, (tx) => verifyInstitution(tx, place.institutionId))).toEqual([]);
});
