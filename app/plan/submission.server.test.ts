import { describe, expect, test } from 'vitest';
import { retractVersion } from '#app/document/retraction.server.ts';
import {
  address,
  cell,
  completeLawPlan,
  measure,
  planScene,
  refusal,
  section,
  words,
} from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { saveBudget } from './budget.server.ts';
import { startVersion } from './draft.server.ts';
import { saveMeasure } from './measure.server.ts';
import { getPlan } from './plan.server.ts';
import { saveSection } from './section.server.ts';
import { submitPlan } from './submission.server.ts';

const watched = watchedDatabase();
let made = 0;

const scene = () => planScene(watched.db, `proef-${++made}`);

describe('submission', () => {
  test('freezes the whole content under one hash, after which nothing can be edited', async () => {
    const s = await scene();
    await s.run((tx) => completeLawPlan(tx, s));
    const { hash } = await s.run((tx) => submitPlan(tx, s.writer, address));
    const plan = await s.run((tx) => getPlan(tx, s.actor([]), address));
    expect(plan.version).toMatchObject({ status: 'submitted', contentHash: hash });
    for (const work of [
      () => s.run((tx) => saveSection(tx, s.writer, section('Later', 1))),
      () =>
        s.run((tx) =>
          saveMeasure(tx, s.writer, { ...address, measure: 'M1', ...measure('Later', 'small'), revision: 1 }),
        ),
      () => s.run((tx) => saveBudget(tx, s.writer, { ...address, cells: [cell('M1', 2022, 1)] })),
      () => s.run((tx) => submitPlan(tx, s.writer, address)),
    ]) {
      expect(await refusal(work())).toMatchObject({ code: 'plan.no-draft' });
    }
    const frozen = await s.run((tx) =>
      tx.selectFrom('version').select('content').where('contentHash', '=', hash).executeTakeFirstOrThrow(),
    );
    expect(frozen.content).toMatchObject({
      measures: [{ code: 'M1', ambitions: ['vision/active'] }, { code: 'M2' }],
    });
  });

  test('refuses what is missing and what is over its remainder, each in words', async () => {
    const s = await scene();
    await s.run((tx) => completeLawPlan(tx, s));
    await s.run((tx) => saveSection(tx, s.writer, section('', 1, true)));
    await s.run((tx) =>
      saveBudget(tx, s.writer, { ...address, cells: [cell('M1', 2023, 250_000_50, { seen: 100_000_00 })] }),
    );
    expect(await refusal(s.run((tx) => submitPlan(tx, s.writer, address)))).toMatchObject({
      code: 'plan.incomplete',
      blockers: [
        { code: 'plan.unanswered', params: { question: 'Vraag priority?' } },
        { code: 'plan.over-remainder', params: { fund: 'Studievoorschot', year: '2023', cents: 34_000_50 } },
      ],
    });
    expect((await s.run((tx) => getPlan(tx, s.writer, address))).version.status).toBe('draft');
  });

  test('needs the right to submit; returning needs its own, and a new version begins as a copy', async () => {
    const s = await scene();
    await s.run((tx) => completeLawPlan(tx, s));
    const only = s.actor(['plan.write'], { unitIds: [s.ids.law] });
    expect(await refusal(s.run((tx) => submitPlan(tx, only, address)))).toMatchObject({ code: 'forbidden' });
    await s.run((tx) => submitPlan(tx, s.writer, address));
    const back = { ...address, action: 'return' as const, reason: 'De begroting van 2023 klopt niet.' };
    expect(await refusal(s.run((tx) => retractVersion(tx, s.writer, back)))).toMatchObject({
      code: 'forbidden',
    });
    await s.run((tx) => retractVersion(tx, s.admin, back));
    expect(await refusal(s.run((tx) => retractVersion(tx, s.admin, back)))).toMatchObject({
      code: 'version.wrong-status',
    });
    await s.run((tx) => startVersion(tx, s.writer, { ...address, note: 'herzien' }));
    expect(await refusal(s.run((tx) => startVersion(tx, s.writer, { ...address, note: '' })))).toMatchObject({
      code: 'version.draft-exists',
    });
    const first = await s.run((tx) => getPlan(tx, s.writer, { ...address, version: 1 }));
    const second = await s.run((tx) => getPlan(tx, s.writer, address));
    expect(second.version).toMatchObject({ number: 2, status: 'draft' });
    expect(second.measures.map(({ revision, ...one }) => one)).toEqual(
      first.measures.map(({ revision, ...one }) => one),
    );
    expect(second.lines).toEqual(first.lines);
    expect(second.questions.map((one) => one.answers.map((answer) => words(answer.body)))).toEqual(
      first.questions.map((one) => one.answers.map((answer) => words(answer.body))),
    );
  });

  test('two people who start the next version at once: one draft', async () => {
    const s = await scene();
    await s.run((tx) => completeLawPlan(tx, s));
    await s.run((tx) => submitPlan(tx, s.writer, address));
    const start = () => s.run((tx) => startVersion(tx, s.writer, { ...address, note: '' }));
    const ends = await Promise.all([refusal(start()), refusal(start())]);
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(ends.filter((end) => end !== 'done')).toMatchObject([{ code: 'version.draft-exists' }]);
  });
});
