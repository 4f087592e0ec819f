import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockVersion, moveVersion, putInForce } from '#app/document/document.server.ts';
import { type Db, openDb } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import {
  address,
  audited,
  cell,
  completeLawPlan,
  errorsOf,
  measure,
  type PlanScene,
  planScene,
  refusal,
} from '#test/plan-scene.ts';
import { saveBudget } from './budget.server.ts';
import { type ChangeInput, changeInput } from './change.input.ts';
import { removeChange, saveChange, setBase } from './change.server.ts';
import { acceptDifferences, getChanges } from './change-list.server.ts';
import { startVersion } from './draft.server.ts';
import { removeMeasure, saveMeasure } from './measure.server.ts';
import { submitPlan } from './submission.server.ts';
import { compareVersions } from './version-comparison.server.ts';

let database: FreshDatabase;
let db: Db;
let scene: PlanScene;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  scene = await planScene(db);
  const { institutionId, ids } = scene;
  await scene.run(async (tx) => {
    const frameworkId = newId();
    await tx
      .insertInto('framework')
      .values({ institutionId, frameworkId, code: 'causes', nameNl: 'Oorzaken', nameEn: 'Causes' })
      .execute();
    const cause = { institutionId, nodeId: newId(), frameworkId, sort: 1 };
    await tx
      .insertInto('node')
      .values({ ...cause, code: 'advice', nameNl: 'Advies van een raad', nameEn: 'Advice of a council' })
      .execute();
    await tx
      .updateTable('scheme')
      .set({ causeFrameworkId: frameworkId })
      .where('schemeId', '=', ids.scheme)
      .execute();
    await completeLawPlan(tx, scene);
  });
});
afterAll(async () => {
  await db?.destroy();
  await database?.close();
});

const input = (over: Partial<ChangeInput>): ChangeInput => ({
  ...changeInput.parse({ kind: 'kept', revision: 0 }),
  ...over,
});
const write = (over: Partial<ChangeInput>, change: string | null = null) =>
  scene.run((tx) => saveChange(tx, scene.writer, { ...address, ...input(over), change }));
const list = () => scene.run((tx) => getChanges(tx, scene.writer, address));
const open = async () =>
  (await list()).differences
    .filter((one) => one.stated.length === 0 && one.kind !== 'kept')
    .map((one) => one.key);

/** Adopts what stands and starts the next version, with another theme for one measure, one gone and one new. */
async function amend() {
  await scene.run(async (tx) => {
    await submitPlan(tx, scene.writer, address);
    const { versionId, documentId } = await tx
      .selectFrom('version as v')
      .innerJoin('document as d', 'd.documentId', 'v.documentId')
      .select(['v.versionId', 'v.documentId'])
      .where('d.code', '=', 'law-plan')
      .executeTakeFirstOrThrow();
    await moveVersion(tx, scene.admin, await lockVersion(tx, scene.admin, versionId), 'adopt');
    await putInForce(tx, scene.admin, { documentId, versionId, from: new Date('2022-01-01T00:00:00Z') });
    await startVersion(tx, scene.writer, { ...address, note: '' });
    const { revision: _, ...one } = measure('Kleine groepen', 'care');
    await saveMeasure(tx, scene.writer, { ...address, measure: 'M1', ...one, revision: 1 });
    await removeMeasure(tx, scene.writer, { ...address, measure: 'M2', revision: 1 });
    await saveMeasure(tx, scene.writer, { ...address, measure: 'M3', ...measure('Mentoren', 'small') });
    const cells = [2022, 2023, 2024].map((year) => cell('M3', year, 60_000_00));
    await saveBudget(tx, scene.writer, { ...address, cells });
  });
}

describe('changes of a plan', () => {
  test('the first version of a plan has nothing to change from', async () => {
    const { base, differences } = await list();
    expect([base, differences]).toEqual([null, []]);
    expect(await refusal(write({ kind: 'new', after: ['M1'] }))).toMatchObject({ code: 'change.no-base' });
  });

  test('every difference is proposed, and stands as not explained until a change is about it', async () => {
    await amend();
    const { base, differences } = await list();
    expect(base).toMatchObject({ ref: '1', status: 'adopted' });
    expect(differences.map(({ key, from, to, was, is }) => [key, from, to, was, is])).toEqual([
      ['new:M3', null, 'small', null, 180_000_00],
      ['reclassified:M1', 'small', 'care', 300_000_00, 300_000_00],
      ['stopped:M2', 'care', null, 252_000_00, null],
    ]);
    expect(await open()).toEqual(['new:M3', 'reclassified:M1', 'stopped:M2']);
    const accept = (differences: string[]) =>
      scene.run((tx) => acceptDifferences(tx, scene.writer, { ...address, differences }));
    expect(await accept(['reclassified:M1', 'stopped:M2'])).toEqual({ changes: ['C1', 'C2'] });
    expect(await open()).toEqual(['new:M3']);
    expect(await refusal(accept(['stopped:M2']))).toMatchObject({ code: 'change.difference-gone' });
    expect(await scene.run((tx) => audited(tx, 'change.accept'))).toBe(1);
  });

  test('[000-74] a stop says which council advised it, when, and why', async () => {
    const stop = {
      kind: 'stopped' as const,
      before: ['M2'],
      cause: 'advice',
      body: 'fr-law',
      decidedOn: '2022-05-30',
      reason: 'De raad ziet liever mentoren.',
    };
    expect(await refusal(write({ ...stop, revision: 0 }, 'C2'))).toMatchObject({
      code: 'conflict',
      params: { revision: 1 },
    });
    expect(await write({ ...stop, revision: 1 }, 'C2')).toEqual({ change: 'C2', revision: 2 });
    const { changes } = await list();
    expect(changes.find((one) => one.code === 'C2')).toMatchObject({
      ...stop,
      names: { cause: { nameNl: 'Advies van een raad' }, body: { nameNl: 'Faculteitsraad Recht' } },
    });
    expect(await scene.run((tx) => audited(tx, 'change.save'))).toBe(1);
  });

  test('what does not fit its kind, names nothing or contradicts another change is refused by field', async () => {
    expect(await errorsOf(write({ kind: 'merged', before: ['M1'], after: ['M3'] }))).toEqual([
      'before change.needs-several-before',
      'kind change.contradicts',
    ]);
    expect(await errorsOf(write({ kind: 'moved', subject: 'SPOC’s', to: 'care' }))).toEqual([
      'from change.needs-themes',
    ]);
    expect(await errorsOf(write({ kind: 'new', after: ['M9'], cause: 'rain', unit: 'arts' }))).toEqual([
      'after plan.unknown',
      'unit plan.unknown',
      'cause plan.unknown',
    ]);
    expect(await errorsOf(write({ kind: 'moved', before: ['M1'], after: ['M3'] }))).toEqual([
      'kind change.contradicts',
    ]);
  });

  test('[000-76] words of magnitude are kept, and compared with what the ledger says', async () => {
    await write({
      kind: 'extended',
      before: ['M1'],
      after: ['M1'],
      size: 'verdubbeld',
      reason: 'Zo besloten.',
    });
    const { changes } = await list();
    expect(changes.at(-1)).toMatchObject({
      size: 'verdubbeld',
      factor: { comparison: 'exactly', milli: 2000 },
      check: {
        was: 300_000_00,
        is: 300_000_00,
        factor: { state: 'differs', milli: 1000 },
        notes: ['not-more', 'factor-differs'],
      },
    });
    await scene.run((tx) => removeChange(tx, scene.writer, { ...address, change: 'C3', revision: 1 }));
  });

  test('[000-30] in the shift a label alone is no growth, and the sum of parts is the change of each theme', async () => {
    const compared = await scene.run((tx) => compareVersions(tx, scene.writer, address));
    expect(compared!.shift.themes.map(({ theme, parts }) => [theme, parts])).toEqual([
      [
        'small',
        { relabelled: -300_000_00, transferred: 0, regrouped: 0, new: 180_000_00, stopped: 0, grown: 0 },
      ],
      [
        'care',
        { relabelled: 300_000_00, transferred: 0, regrouped: 0, new: 0, stopped: -252_000_00, grown: 0 },
      ],
    ]);
    const back = await scene.run((tx) =>
      compareVersions(tx, scene.writer, { ...address, from: '2', to: '1' }),
    );
    expect(back!.shift.themes[0]!.parts).toMatchObject({ relabelled: 300_000_00, stopped: -180_000_00 });
    const year = await scene.run((tx) => compareVersions(tx, scene.writer, { ...address, year: 2023 }));
    expect(year!.shift.total).toMatchObject({ before: 184_000_00, after: 160_000_00 });
    const moment = { asOf: new Date('2020-01-01T00:00:00Z'), knownOn: null };
    expect(await scene.run((tx) => compareVersions(tx, scene.writer, { ...address, moment }))).toBeNull();
  });

  test('what a change named may go; then the plan cannot be submitted until the change says what it is about', async () => {
    await write({ kind: 'new', after: ['M3'], reason: 'Gevraagd door studenten.' });
    await scene.run((tx) => removeMeasure(tx, scene.writer, { ...address, measure: 'M3', revision: 1 }));
    const refused = await refusal(scene.run((tx) => submitPlan(tx, scene.writer, address)));
    expect((refused as { blockers: unknown[] }).blockers).toContainEqual({
      code: 'change.broken',
      params: { change: 'C3' },
    });
    await scene.run((tx) => removeChange(tx, scene.writer, { ...address, change: 'C3', revision: 1 }));
    expect(await refusal(scene.run((tx) => setBase(tx, scene.writer, { ...address, base: '1' })))).toBe(
      'done',
    );
  });

  test('submitted, the changes are part of what is frozen and hashed; a returned version hands them on', async () => {
    await scene.run(async (tx) => {
      await saveMeasure(tx, scene.writer, { ...address, measure: 'M3', ...measure('Mentoren', 'small') });
      await saveBudget(tx, scene.writer, {
        ...address,
        cells: [2022, 2023, 2024].map((year) => cell('M3', year, 60_000_00)),
      });
    });
    await scene.run((tx) => submitPlan(tx, scene.writer, address));
    const frozen = await scene.run((tx) =>
      tx
        .selectFrom('version')
        .select(['versionId', 'content'])
        .where('status', '=', 'submitted')
        .executeTakeFirstOrThrow(),
    );
    expect(frozen.content).toMatchObject({
      changes: {
        from: { document: 'law-plan', number: 1 },
        stated: [{ code: 'C1' }, { code: 'C2', body: 'fr-law' }],
      },
    });
    await expect(
      scene.run((tx) => tx.updateTable('planChange').set({ reason: 'x' }).execute()),
    ).rejects.toThrow(/frozen/);
    await scene.run(async (tx) => {
      await moveVersion(tx, scene.admin, await lockVersion(tx, scene.admin, frozen.versionId), 'return');
      await startVersion(tx, scene.writer, { ...address, note: '' });
    });
    const { base, changes, version } = await list();
    expect([version.number, base?.ref, changes.map((one) => [one.code, one.before, one.after])]).toEqual([
      3,
      '1',
      [
        ['C1', ['M1'], ['M1']],
        ['C2', ['M2'], []],
      ],
    ]);
  });
});
