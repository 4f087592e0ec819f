import { beforeAll, expect, test } from 'vitest';
import { loader as logLoader } from '#app/consultation/consultation-list-page.tsx';
import { loader as consultationLoader } from '#app/consultation/consultation-page.tsx';
import { loader as indicatorLoader } from '#app/indicator/indicator-page.tsx';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { action as cycleAction, loader as cycleLoader } from './cycle-page.tsx';
import { action as momentAction, loader as momentLoader } from './moment-page.tsx';
import { loader as planLoader } from './monitoring-page.tsx';

/** Instruments of the regular quality assurance, as the agreements use them. */
const watched = watchedDatabase('voorbeeld', 'leiden');
const scheme = 'ka-2022-2027';
const now = new Date('2026-11-22T10:00:00Z');
let own: LoadedInstitution;
let leiden: LoadedInstitution;

beforeAll(async () => {
  own = await loadInstitution(watched.db, 'voorbeeld');
  leiden = await loadInstitution(watched.db, 'leiden');
});

type Asked = { path?: string; params?: Record<string, string>; form?: Record<string, string> };
const ask = async (login: string, { path = '/', params = {}, form }: Asked = {}) => ({
  ...{ db: watched.db, actor: await own.actor(login), path, now, ...(form && { form }) },
  params: { scheme, ...params },
});
const year = async (of: number) =>
  cycleLoader(pageArgs<Parameters<typeof cycleLoader>[0]>(await ask('lezer', { path: `/?year=${of}` })));

test('[001-15] one question, asked the same everywhere, puts units beside each other with how many answered', async () => {
  const page = await indicatorLoader(pageArgs(await ask('lezer', { params: { indicator: 'werkvormen' } })));
  const { definition, units } = page.of;
  expect(definition).toMatchObject({ sourceEn: 'Standard evaluation forms', scaleLow: 1 });
  expect(units.map((one: { code: string }) => one.code)).toEqual(
    expect.arrayContaining(['recht', 'beta', 'mens', 'zorg']),
  );
  // the form changed: what was asked before is not put beside what is asked since
  expect(page.of.breaks).toMatchObject([{ year: 2023, unit: null }]);
});

test('[001-17] a midterm review has its expert from outside on record, what was agreed, and the plan eight weeks later', async () => {
  const form = {
    intent: 'add',
    key: '',
    step: 'midterm',
    unit: 'b-rechten',
    year: '2025',
    dueOn: '2026-03-12',
  };
  expect(
    await cycleAction(pageArgs<Parameters<typeof cycleAction>[0]>(await ask('lezer', { form }))),
  ).toMatchObject({ problem: { status: 403 } });
  expect(
    await cycleAction(pageArgs<Parameters<typeof cycleAction>[0]>(await ask('beleid', { form }))),
  ).toMatchObject({ done: { made: 2 } });
  const { moments } = await year(2025);
  const review = moments.find((one) => one.step === 'midterm' && one.unit === 'b-rechten')!;
  const plan = moments.find((one) => one.step === 'plan-van-aanpak' && one.unit === 'b-rechten')!;
  expect([review.dueOn, review.held, plan.dueOn, plan.held]).toEqual([
    '2026-03-12',
    true,
    '2026-05-07',
    false,
  ]);
  const params = { moment: review.momentId };
  const send = async (sent: Record<string, string>) =>
    momentAction(pageArgs<Parameters<typeof momentAction>[0]>(await ask('beleid', { params, form: sent })));
  const held = { intent: 'held', place: 'Juridisch gebouw', present: '9', revision: String(review.revision) };
  expect(
    await send({ ...held, doneOn: '2026-03-12', guests: 'Hoogleraar onderwijs van een andere universiteit' }),
  ).toHaveProperty('done');
  expect(
    await send({ intent: 'item', key: '', title: 'Toetsing', outcome: 'Minder tentamens.' }),
  ).toHaveProperty('done');
  const finish = { intent: 'act', act: 'finish', doneOn: '2026-03-12', reason: '' };
  expect(await send({ ...finish, revision: String(review.revision + 1) })).toHaveProperty('done');
  const shown = await momentLoader(
    pageArgs<Parameters<typeof momentLoader>[0]>(await ask('lezer', { params })),
  );
  expect(shown.moment).toMatchObject({
    standing: 'done',
    guests: expect.stringContaining('andere universiteit'),
  });
  expect(shown.meeting?.items.map((one) => one.outcome)).toEqual(['Minder tentamens.']);
});

test('[002-30] the yearly self-test: a moment every year, who was asked and how many answered, totals only, small groups masked', async () => {
  const form = { intent: 'start', key: '', year: '2026' };
  await cycleAction(pageArgs<Parameters<typeof cycleAction>[0]>(await ask('beleid', { form })));
  for (const of of [2025, 2026]) {
    const found = (await year(of)).moments.filter((one) => one.step === 'zelftest');
    expect(found).toMatchObject([{ unit: 'voorbeeld', dueOn: `${of}-11-30`, precision: 'month' }]);
  }
  const log = await logLoader(pageArgs(await ask('lezer')));
  const { consultationId } = log.consultations.find((one) => one.title === 'Zelftest welzijn 2025')!;
  const { consultation } = await consultationLoader(
    pageArgs(await ask('lezer', { params: { consultation: consultationId } })),
  );
  expect(consultation).toMatchObject({ invited: 27_400, answered: 5610, withWhom: 'Alle studenten' });
  // three exchange students are masked, and the smallest other group with them: no sum gives them away
  expect(consultation.parts.map((one) => one.heads)).toEqual([1460, 1610, 1390, 'hidden', 'masked']);
  const page = await indicatorLoader(pageArgs(await ask('lezer', { params: { indicator: 'zelftest' } })));
  expect(JSON.stringify(page.of)).toContain('27400');
});

test('[002-30] of Leiden’s own check stands what its plan prints: every year, to students, and no figure', async () => {
  const actor = await leiden.actor('lezer');
  const at = { db: watched.db, actor, path: '/', now };
  const params = { scheme: 'studentenwelzijn', indicator: 'mind-health-check' };
  const { steps } = await planLoader(pageArgs({ ...at, params }));
  expect(steps.find((one) => one.code === 'mind-health-check')).toMatchObject({
    ...{ frequencyNl: 'elk jaar', unitKinds: ['institution'], feeds: ['voortgangsrapportage'] },
  });
  const { of: indicator } = await indicatorLoader(pageArgs({ ...at, params }));
  expect(indicator.definition.populationNl).toContain('alleen totalen');
  expect(JSON.stringify(indicator)).not.toContain('valueMilli":1');
});
