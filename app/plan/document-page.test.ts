import { beforeAll, describe, expect, test } from 'vitest';
import { fromPlainText } from '#app/document/rich-text.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing } from '#app/kernel/rejection.ts';
import { pageArgs } from '#test/page.ts';
import { address, audited, completeLawPlan, type PlanScene, planScene, refusal } from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as comparePage from './compare-page.tsx';
import { startVersion } from './draft.server.ts';
import { getPlan } from './plan.server.ts';
import { saveSection } from './section.server.ts';
import * as sectionPage from './section-page.tsx';
import * as startPage from './start-page.tsx';
import { submitPlan } from './submission.server.ts';

const watched = watchedDatabase();
let scene: PlanScene;

beforeAll(async () => {
  scene = await planScene(watched.db);
  await scene.run(async (tx) => {
    await tx
      .insertInto('question')
      .values({
        institutionId: scene.institutionId,
        questionId: newId(),
        kindId: scene.ids.kind,
        code: 'note',
        textNl: 'Toelichting per opleiding',
        textEn: 'Note per programme',
        per: 'unit',
        unitKinds: ['programme'],
        sort: 9,
      })
      .execute();
    await completeLawPlan(tx, scene);
  });
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
const note = (unit: string | null, words: string, revision = 0) =>
  scene.run((tx) =>
    saveSection(tx, scene.writer, {
      ...address,
      question: 'note',
      node: null,
      unit,
      body: fromPlainText(words),
      revision,
      empty: false,
    }),
  );

describe('a question asked per unit', () => {
  test('is missing for each unit of its kind below, and stops submission until it is answered', async () => {
    const refused = await refusal(scene.run((tx) => submitPlan(tx, scene.writer, address)));
    expect(refused).toMatchObject({
      code: 'plan.incomplete',
      blockers: [{ code: 'plan.unanswered-place', params: { place: 'Rechtsgeleerdheid' } }],
    });
  });

  test('is answered for a unit below only: not once, not for another faculty, not for an unknown unit', async () => {
    for (const unit of [null, 'arts', 'law', 'nowhere']) {
      expect(await refusal(note(unit, 'Nee.'))).toBeInstanceOf(Missing);
    }
    expect(await note('llb', 'Twee vakken erbij.')).toEqual({ revision: 1 });
  });

  test('is frozen with its unit under the hash, and copied into the next version', async () => {
    const { hash } = await scene.run((tx) => submitPlan(tx, scene.writer, address));
    const frozen = await scene.run((tx) =>
      tx.selectFrom('version').select('content').where('contentHash', '=', hash).executeTakeFirstOrThrow(),
    );
    const { sections } = frozen.content as unknown as { sections: { question: string; unit?: string }[] };
    expect(sections.filter((one) => one.unit !== undefined)).toMatchObject([
      { question: 'note', unit: 'llb' },
    ]);
    await scene.run((tx) => startVersion(tx, scene.writer, { ...address, note: '' }));
    await note('llb', 'Drie vakken erbij.', 1);
    const plan = await scene.run((tx) => getPlan(tx, scene.writer, address));
    expect(plan.questions.find((one) => one.code === 'note')?.answers).toMatchObject([
      { node: null, unit: 'llb', unitNl: 'Rechtsgeleerdheid', revision: 2 },
    ]);
  });
});

describe('comparing', () => {
  const compare = (query: string) => comparePage.loader(pageArgs(args({ path: `${base}/compare${query}` })));

  // begin, the institution and commit, ten that read two versions, and one that reads what they change
  test('reads with fourteen statements, and says which words changed', async () => {
    expect(await count(() => compare(''))).toBe(14);
    const { comparison } = await compare('');
    expect(comparison).toMatchObject({ before: { ref: '1' }, after: { ref: '2', status: 'draft' } });
    const changed = comparison?.texts.filter((one) => one.kind !== 'same');
    expect(changed).toMatchObject([
      {
        question: { code: 'note' },
        place: { unit: 'llb' },
        pieces: [
          { kind: 'gone', text: 'Twee ' },
          { kind: 'new', text: 'Drie ' },
          { kind: 'same', text: 'vakken erbij. ' },
        ],
      },
    ]);
  });

  test('a draft is not the reader’s to compare, nor is a version that does not exist', async () => {
    const reader = scene.actor([]);
    const seen = await comparePage.loader(pageArgs(args({ actor: reader, path: `${base}/compare` })));
    expect(seen.comparison).toBeNull();
    for (const actor of [reader, scene.writer]) {
      const to = actor === reader ? 2 : 7;
      const asked = comparePage.loader(pageArgs(args({ actor, path: `${base}/compare?to=${to}` })));
      await expect(asked).rejects.toMatchObject({ init: { status: 404 } });
    }
  });
});

describe('the chapter of a theme', () => {
  const params = { ...address, question: 'aim', place: 'small' };
  const body = (plain: string) => ({ revision: '1', body: plain, intent: 'opening' });

  test('puts the paragraph before what was typed, saves nothing, and does so once', async () => {
    const before = await scene.run((tx) => audited(tx, 'section.save'));
    const first = await sectionPage.action(pageArgs(args({ params, form: body('Mijn tekst.') })));
    expect(first).toMatchObject({ problem: null, revision: 1 });
    const { plain } = first as { plain: string };
    expect(plain).toMatch(/^Van 2022 tot en met 2024 is voor Kleinschalig .* begroot/);
    expect(plain).toMatch(/\n\nMijn tekst\.$/);
    const again = await sectionPage.action(pageArgs(args({ params, form: body(plain) })));
    expect((again as { plain: string }).plain).toBe(plain);
    expect(await scene.run((tx) => audited(tx, 'section.save'))).toBe(before);
  });
});

describe('starting a document', () => {
  const path = '/schemes/ka/plans/new?kind=faculty-plan';
  const start = { db: watched.db, path, params: { scheme: 'ka' } };

  test('offers the kinds and units that the reader may write, in two statements of its own', async () => {
    const ask = () => startPage.loader(pageArgs({ ...start, db: watched.db, actor: scene.writer }));
    expect(await count(ask)).toBe(6);
    const { kinds, kind, code } = await ask();
    expect(kinds.map((one) => [one.code, one.units.map((unit) => unit.code)])).toEqual([
      ['faculty-plan', ['law']],
    ]);
    expect(kind?.code).toBe('faculty-plan');
    expect(code).toMatch(/^faculty-plan-20\d\d$/);
    const stranger = startPage.loader(pageArgs({ ...start, db: watched.db, actor: scene.actor([]) }));
    await expect(stranger).rejects.toMatchObject({ init: { status: 403 } });
  });

  test('opens what it started, with one audit entry; what is wrong is said at its field', async () => {
    const form = {
      kind: 'faculty-plan',
      unit: 'law',
      code: 'supplement',
      title: 'Aanvulling',
      amends: 'law-plan',
    };
    const post = (over: object) =>
      startPage.action(
        pageArgs({
          ...start,
          db: watched.db,
          actor: scene.writer,
          form: { ...form, firstYear: '2023', lastYear: '2024', ...over },
        }),
      );
    expect(await post({ lastYear: '2030' })).toMatchObject({
      problem: { errors: [{ path: 'lastYear', code: 'plan.years' }] },
      typed: { title: 'Aanvulling' },
    });
    expect(await post({ code: 'new' })).toMatchObject({ problem: { errors: [{ path: 'code' }] } });
    const before = await scene.run((tx) => audited(tx, 'version.create'));
    expect(await post({})).toMatchObject({ status: 302 });
    expect(await scene.run((tx) => audited(tx, 'version.create'))).toBe(before + 1);
    const { comparison } = await comparePage.loader(
      pageArgs(
        args({
          path: '/schemes/ka/plans/supplement/compare',
          params: { scheme: 'ka', document: 'supplement' },
        }),
      ),
    );
    expect(comparison).toMatchObject({ before: { ref: 'law-plan~2' }, after: { ref: '1' } });
    expect(comparison?.texts.every((one) => one.kind === 'gone')).toBe(true);
  });
});
