import { beforeAll, describe, expect, test } from 'vitest';
import { lockVersion, moveVersion, putInForce } from '#app/document/document.server.ts';
import { pageArgs } from '#test/page.ts';
import { address, cell, completeLawPlan, measure, type PlanScene, planScene } from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { saveBudget } from './budget.server.ts';
import * as listPage from './change-list-page.tsx';
import * as changePage from './change-page.tsx';
import * as comparePage from './compare-page.tsx';
import { startVersion } from './draft.server.ts';
import { saveMeasure } from './measure.server.ts';
import * as planPage from './plan-page.tsx';
import { submitPlan } from './submission.server.ts';

const watched = watchedDatabase();
const { count } = watched;
let scene: PlanScene;

/** A plan in force, and a draft that gives one measure more and begins another. */
beforeAll(async () => {
  scene = await planScene(watched.db);
  await scene.run(async (tx) => {
    const versionId = await completeLawPlan(tx, scene);
    await submitPlan(tx, scene.writer, address);
    const { documentId } = await moved(tx, versionId);
    await putInForce(tx, scene.admin, { documentId, versionId, from: new Date('2022-01-01T00:00:00Z') });
    await startVersion(tx, scene.writer, { ...address, note: '' });
    await saveMeasure(tx, scene.writer, { ...address, measure: 'M3', ...measure('Mentoren', 'care') });
    const cells = [2022, 2023, 2024].flatMap((year) => [
      cell('M1', year, 150_000_00, { seen: 100_000_00 }),
      cell('M3', year, 20_000_00),
    ]);
    await saveBudget(tx, scene.writer, { ...address, cells });
  });
});

async function moved(tx: Parameters<typeof lockVersion>[0], versionId: string) {
  const version = await lockVersion(tx, scene.admin, versionId);
  await moveVersion(tx, scene.admin, version, 'adopt');
  return version;
}

const base = '/schemes/ka/plans/law-plan';
const args = (over: object) =>
  pageArgs<never>({ db: watched.db, actor: scene.writer, path: `${base}/changes`, params: address, ...over });
const list = async () => (await listPage.loader(args({}))).list;

describe('changes of a plan', () => {
  // begin, the institution and commit; the head, the family, what is stated, nodes, setting, both sides, choices
  test('every page reads with a fixed number of statements', async () => {
    expect(await count(() => listPage.loader(args({})))).toBe(13);
    expect(await count(() => changePage.loader(args({})))).toBe(13);
    expect(await count(() => planPage.loader(args({ path: base })))).toBe(12);
    expect(await count(() => comparePage.loader(args({ path: `${base}/compare` })))).toBe(14);
  });

  test('at an earlier moment the version in force then is told of, and nothing is stated there', async () => {
    const then = (query: string) => listPage.loader(args({ path: `${base}/changes${query}` }));
    expect(await count(() => then('?asOf=2022-06-01'))).toBeLessThanOrEqual(13);
    const shown = await then('?asOf=2022-06-01');
    expect(shown).toMatchObject({ write: false, list: { version: { number: 1 }, base: null, changes: [] } });
    expect(await then('')).toMatchObject({ write: true, list: { version: { number: 2 } } });
    // before there was a version the plan's page says so
    const refused = await then('?asOf=2015-01-01').catch((thrown: Response) =>
      thrown.headers.get('location'),
    );
    expect(refused).toBe(`${base}?asOf=2015-01-01`);
  });

  test('what differs is listed; one press states it, which the list then no longer asks', async () => {
    const open = async () => (await list()).differences.filter((one) => one.stated.length === 0);
    expect((await open()).map((one) => one.key)).toEqual(['extended:M1', 'kept:M2', 'new:M3']);
    const form = new FormData();
    for (const [name, value] of [
      ['intent', 'accept'],
      ['key', ''],
      ['differences[]', 'extended:M1'],
    ]) {
      form.append(name!, value!);
    }
    expect(await listPage.action(args({ form }))).toMatchObject({ done: { changes: ['C1'] } });
    expect((await open()).map((one) => one.key)).toEqual(['kept:M2', 'new:M3']);
    expect(await listPage.action(args({ form }))).toMatchObject({
      problem: { code: 'change.difference-gone' },
    });
  });

  test('[000-76] the words of a size are kept with their factor, beside what the budget says', async () => {
    const form = new FormData();
    const fields = { intent: 'change', key: 'C1', kind: 'extended', size: 'met de helft', revision: '1' };
    for (const [name, value] of Object.entries({ ...fields, reason: 'Groepen van twintig.' }))
      form.append(name, value);
    for (const side of ['before[]', 'after[]']) form.append(side, 'M1');
    const at = { params: { ...address, change: 'C1' } };
    expect(await changePage.action(args({ ...at, form }))).toMatchObject({ status: 302 });
    expect((await list()).changes[0]).toMatchObject({ size: 'met de helft', factor: null, revision: 2 });
    form.set('size', 'x1,5');
    const late = await changePage.action(args({ ...at, form }));
    expect(late).toMatchObject({
      problem: { code: 'conflict', params: { revision: 2 } },
      typed: { size: 'x1,5' },
    });
    form.set('revision', '2');
    expect(await changePage.action(args({ ...at, form }))).toMatchObject({ status: 302 });
    expect((await list()).changes[0]).toMatchObject({
      factor: { comparison: 'exactly', milli: 1500 },
      check: { was: 300_000_00, is: 450_000_00, factor: { state: 'agrees', milli: 1500 }, notes: [] },
    });
  });

  test('what does not fit comes back at its field with what was typed; an amount in words is no amount', async () => {
    const post = (fields: Record<string, string>) =>
      changePage.action(args({ form: { intent: 'change', key: '', revision: '0', ...fields } }));
    expect(await post({ kind: 'moved', subject: 'SPOC’s' })).toMatchObject({
      problem: { errors: [{ path: 'from' }, { path: 'to' }] },
      typed: { subject: 'SPOC’s' },
    });
    expect(await post({ kind: 'stopped', subject: 'Iets', cents: 'veel' })).toMatchObject({
      problem: { errors: [{ path: 'cents', code: 'change.cents' }] },
    });
  });

  test('[000-77] a minimal transfer between themes stands with its reason, also where no amount is known', async () => {
    const fields = { kind: 'moved', subject: 'SPOC’s', from: 'small', to: 'care', size: 'minimaal' };
    const form = { intent: 'change', key: '', revision: '0', ...fields, reason: 'Voor wie instroomt.' };
    expect(await changePage.action(args({ form }))).toMatchObject({ status: 302 });
    const { comparison } = await comparePage.loader(args({ path: `${base}/compare` }));
    expect(comparison!.shift.themes.map((one) => one.unstated)).toEqual([['2/C2'], ['2/C2']]);
  });

  test('a reader sees no draft and its changes; only the writer has the form', async () => {
    const reader = scene.actor([]);
    const seen = await listPage.loader(args({ actor: reader }));
    expect([seen.list.version.number, seen.list.base, seen.write]).toEqual([1, null, false]);
    const refused = Promise.resolve().then(() => changePage.loader(args({ actor: reader })));
    await expect(refused).rejects.toMatchObject({ init: { status: 403 } });
    const removed = { intent: 'remove', key: 'C1', revision: '3' };
    expect(await listPage.action(args({ actor: reader, form: removed }))).toMatchObject({
      problem: { status: 403 },
    });
    expect(await listPage.action(args({ form: removed }))).toMatchObject({ done: null });
  });

  test('what another removed meanwhile is no empty page: what was typed comes back, and can be stated anew', async () => {
    const at = { params: { ...address, change: 'C1' } };
    const page = await changePage.loader(args(at));
    expect(page.change).toBeNull();
    const typed = { intent: 'change', key: 'C1', kind: 'stopped', subject: 'Iets', reason: 'Reden.' };
    const refused = await changePage.action(args({ ...at, form: { ...typed, revision: '3' } }));
    expect(refused).toMatchObject({
      problem: { code: 'conflict', params: { revision: 0 } },
      typed: { subject: 'Iets', reason: 'Reden.' },
    });
    expect(await changePage.action(args({ ...at, form: { ...typed, revision: '0' } }))).toMatchObject({
      status: 302,
    });
    expect((await list()).changes.map((one) => one.subject)).toContain('Iets');
  });
});
