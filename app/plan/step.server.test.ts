import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, openDb } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { pageArgs } from '#test/page.ts';
import {
  address,
  audited,
  completeLawPlan,
  errorsOf,
  type PlanScene,
  planScene,
  refusal,
} from '#test/plan-scene.ts';
import { readCoverable, saveCoverage } from './coverage.server.ts';
import * as coveragePage from './coverage-page.tsx';
import { startVersion } from './draft.server.ts';
import * as measurePage from './measure-page.tsx';
import { getPlan } from './plan.server.ts';
import { listPlans } from './plan-list.server.ts';
import { judgeRequirement } from './requirement.server.ts';
import * as requirementPage from './requirement-page.tsx';
import type { StepInput } from './step.input.ts';
import { moveStep, removeStep, saveStep } from './step.server.ts';
import { submitPlan } from './submission.server.ts';

let database: FreshDatabase;
let db: Db;
let scene: PlanScene;
let statements = 0;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app, () => {
    statements += 1;
  });
  scene = await planScene(db);
  await scene.run((tx) => completeLawPlan(tx, scene));
  await scene.run((tx) =>
    tx
      .insertInto('requirement')
      .values({
        institutionId: scene.institutionId,
        requirementId: newId(),
        kindId: scene.ids.kind,
        code: 'better',
        textNl: 'Alleen verbetering',
        textEn: 'Improvement only',
        norm: 'improvement-only',
        judged: true,
        blocks: true,
      })
      .execute(),
  );
});
afterAll(async () => {
  await db?.destroy();
  await database?.close();
});

const at = { ...address, measure: 'M1' };
const input = (over: Partial<StepInput> = {}): StepInput => ({
  kind: 'phase',
  unit: null,
  firstYear: 2022,
  lastYear: 2023,
  due: '',
  text: 'Ontwerp',
  comparator: null,
  targetMilli: null,
  targetUnit: '',
  revision: 0,
  ...over,
});
const save = (over: Partial<StepInput> = {}, step: string | null = null) =>
  scene.run((tx) => saveStep(tx, scene.writer, { ...at, ...input(over), step }));
const read = (version?: number) =>
  scene.run((tx) => getPlan(tx, scene.writer, { ...address, version, locale: 'nl' }));
const stepsNow = async () => (await read()).measures.find((one) => one.code === 'M1')!.steps;

describe('steps of a measure', () => {
  test('are added, changed, ordered and taken out, each in the log', async () => {
    expect(await save()).toEqual({ step: 'S1', revision: 1 });
    const target = { comparator: 'at-least', targetMilli: 2000, targetUnit: 'vakken' } as const;
    await save({ kind: 'milestone', text: 'Doorgelicht', lastYear: null, ...target });
    await save({ kind: 'choice', text: 'Eigen blok', firstYear: null, lastYear: null, unit: 'llb' });
    expect((await stepsNow()).map((one) => [one.code, one.firstYear, one.lastYear, one.unit])).toEqual([
      ['S1', 2022, 2023, null],
      ['S2', 2022, 2022, null],
      ['S3', null, null, 'llb'],
    ]);
    await save({ text: 'Ontwerp en proef', revision: 1 }, 'S1');
    await scene.run((tx) => moveStep(tx, scene.writer, { ...at, step: 'S3', direction: 'up' }));
    await scene.run((tx) => moveStep(tx, scene.writer, { ...at, step: 'S1', direction: 'up' }));
    expect((await stepsNow()).map((one) => one.code)).toEqual(['S1', 'S3', 'S2']);
    await scene.run((tx) => removeStep(tx, scene.writer, { ...at, step: 'S3', revision: 1 }));
    expect((await stepsNow()).map((one) => one.text)).toEqual(['Ontwerp en proef', 'Doorgelicht']);
    expect(await scene.run((tx) => audited(tx, 'step.save'))).toBe(4);
  });

  test('whoever did not see the newest gets it back', async () => {
    const late = (await refusal(save({ text: 'Anders', revision: 1 }, 'S1'))) as {
      code: string;
      params: Record<string, string>;
    };
    expect(late).toMatchObject({ code: 'conflict', params: { revision: 2 } });
    expect(JSON.parse(late.params.theirs!)).toMatchObject({ text: 'Ontwerp en proef' });
  });

  test('what is wrong is said field by field', async () => {
    expect(await errorsOf(save({ firstYear: null, lastYear: null }))).toEqual(['firstYear step.phase-years']);
    expect(await errorsOf(save({ firstYear: 2019, lastYear: 2030, unit: 'arts', targetMilli: 1 }))).toEqual([
      'unit plan.unknown',
      'firstYear plan.years',
      'lastYear plan.years',
      'comparator step.target',
    ]);
  });
});

describe('coverage', () => {
  const cover = (units: string[], seen: string[]) =>
    scene.run((tx) => saveCoverage(tx, scene.writer, { ...address, units, seen }));

  test('names units below or beside, and then steps may be about them', async () => {
    const near = await scene.run((tx) => readCoverable(tx, scene.writer, scene.ids.law));
    expect(near.map(({ code, below }) => [code, below])).toEqual([
      ['llb', true],
      ['arts', false],
    ]);
    expect(await cover(['arts', 'llb'], [])).toEqual({ units: ['arts', 'llb'] });
    expect(await errorsOf(cover(['proef'], ['arts', 'llb']))).toEqual(['units plan.unknown']);
    expect(await refusal(cover([], []))).toMatchObject({
      code: 'conflict',
      params: { theirs: '["arts","llb"]' },
    });
    expect(await save({ text: 'Bij de buren', unit: 'arts' })).toMatchObject({ revision: 1 });
    const rows = await scene.run((tx) => listPlans(tx, scene.writer, { scheme: 'ka' }));
    expect(rows.find((row) => row.document === 'law-plan')?.covers.map((unit) => unit.code)).toEqual([
      'arts',
      'llb',
    ]);
  });
});

describe('requirements', () => {
  const judge = (met: boolean, revision: number) =>
    scene.run((tx) =>
      judgeRequirement(tx, scene.writer, {
        ...address,
        requirement: 'better',
        met,
        reason: 'Nieuw',
        revision,
      }),
    );
  const submit = () => scene.run((tx) => submitPlan(tx, scene.writer, address));
  const blockers = async () =>
    ((await refusal(submit())) as { blockers: { code: string }[] }).blockers.map((one) => one.code);

  test('an unjudged one stops submission, a denied one too', async () => {
    expect(await blockers()).toEqual(['plan.requirement-open']);
    expect(await judge(false, 0)).toEqual({ revision: 1 });
    expect(await blockers()).toEqual(['plan.requirement-denied']);
    expect(await refusal(judge(true, 0))).toMatchObject({ code: 'conflict', params: { revision: 1 } });
  });

  test('money for what would exist anyway stops it whatever was judged', async () => {
    await judge(true, 1);
    const additionality = (value: 'existing' | 'new') =>
      scene.run((tx) => tx.updateTable('measureText').set({ additionality: value }).execute());
    await additionality('existing');
    expect(await blockers()).toEqual(['plan.requirement-norm-improvement-only']);
    await additionality('new');
  });
});

describe('pages', () => {
  const args = (over: object) => ({ db, actor: scene.writer, path: '/', params: address, ...over });
  const count = async (work: () => Promise<unknown>) => {
    statements = 0;
    await work();
    return statements;
  };

  test('read with few statements', async () => {
    expect(await count(() => requirementPage.loader(pageArgs(args({}))))).toBe(11);
    // begin, the institution and commit, the head and the units near it
    expect(await count(() => coveragePage.loader(pageArgs(args({}))))).toBe(5);
  });

  test('a step that does not fit comes back as typed; without script it is added all the same', async () => {
    const post = (form: Record<string, string>) =>
      measurePage.action(
        pageArgs(args({ params: at, form: { intent: 'step', key: '', revision: '0', ...form } })),
      );
    expect(await post({ kind: 'phase', text: 'Zonder jaar' })).toMatchObject({
      problem: { errors: [{ path: 'firstYear', code: 'step.phase-years' }] },
      typed: { text: 'Zonder jaar' },
    });
    expect(await post({ kind: 'milestone', text: 'Half', target: 'veel' })).toMatchObject({
      problem: { errors: [{ path: 'target', code: 'step.number' }] },
    });
    const good = { kind: 'milestone', text: 'Halfweg', firstYear: '2023', comparator: 'at-least' };
    expect(await post({ ...good, target: '2,5', targetUnit: 'fte' })).toMatchObject({ done: { step: 'S4' } });
    expect((await stepsNow()).at(-1)).toMatchObject({ targetMilli: 2500, lastYear: 2023 });
  });
});

test('submitting freezes all of it under the hash; the next version begins with it', async () => {
  const { hash } = await scene.run((tx) => submitPlan(tx, scene.writer, address));
  const { rows } = await scene.run((tx) =>
    sql<{
      content: { covers: string[]; judgements: { reason: string }[]; measures: { steps?: object[] }[] };
    }>`
      select content from version where content_hash = ${hash}`.execute(tx),
  );
  const { covers, judgements, measures } = rows[0]!.content;
  expect(covers).toEqual(['arts', 'llb']);
  expect(judgements).toMatchObject([{ requirement: 'better', met: true, reason: 'Nieuw' }]);
  expect(measures.map((one) => one.steps?.length)).toEqual([4, undefined]);
  expect(await refusal(save())).toMatchObject({ code: 'plan.no-draft' });
  for (const table of ['measure_step', 'version_unit', 'requirement_judgement']) {
    const change = scene.run((tx) => sql`delete from ${sql.table(table)}`.execute(tx));
    await expect(change, table).rejects.toThrow(/is frozen/);
  }
  await scene.run((tx) => startVersion(tx, scene.writer, { ...address, note: '' }));
  const [first, second] = [await read(1), await read(2)];
  expect(second.measures.map((one) => one.steps.map((step) => step.text))).toEqual(
    first.measures.map((one) => one.steps.map((step) => step.text)),
  );
  expect(second.version.covers).toEqual(first.version.covers);
  expect(second.requirements[0]?.judgement).toMatchObject({ reason: 'Nieuw' });
});
