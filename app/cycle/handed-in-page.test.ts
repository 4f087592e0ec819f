import { beforeAll, expect, test } from 'vitest';
import { loader as homeLoader } from '#app/home-page.tsx';
import { recordInput } from '#app/indicator/indicator.input.ts';
import { recordFigures } from '#app/indicator/record.server.ts';
import { submitSet } from '#app/indicator/submission.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { correctProgress, submitProgress } from '#app/progress/submission.server.ts';
import { demoFile, type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader } from './cycle-page.tsx';
import { listMoments } from './moment-list.server.ts';
import { action as momentAction } from './moment-page.tsx';
import { action as stepAction } from './steps-page.tsx';

const watched = watchedDatabase();
const scheme = 'ka-2022-2027';
const now = new Date('2026-03-20T10:00:00Z');
let own: LoadedInstitution;

beforeAll(async () => {
  const file = await demoFile('voorbeeld');
  const documents = file.schemes!.find((one) => one.code === scheme)!.documents!;
  // figures of 2025 that were corrected in May, after the moment
  const { versions } = documents.find((one) => one.code === 'verslag-recht-2025')!;
  const later = '2026-05-12T09:00:00.000Z';
  const again = { number: 2, createdAt: later, submittedAt: later, adoptedAt: later };
  versions.push({ ...versions[0]!, ...again, inForce: { from: later, recordedAt: later }, decisions: [] });
  own = await loadInstitution(watched.db, file);
});

const ask = async (login: string, over: object = {}) => ({
  ...{ db: watched.db, actor: await own.actor(login), path: '/?year=2025', params: { scheme }, now },
  ...over,
});

async function momentOf(step: string, unit: string) {
  const { moments } = await loader(pageArgs<Parameters<typeof loader>[0]>(await ask('lezer')));
  return moments.find((one) => one.step === step && one.unit === unit)!;
}

const standings = async (step: string) => {
  const all = await Promise.all(
    ['recht', 'beta', 'mens', 'zorg'].map(async (unit) => (await momentOf(step, unit)).standing),
  );
  return all.join(' ');
};

test('progress and indicators that a unit handed in answer to its moment; what was not is over time', async () => {
  // recht corrected its report on 5 March: it was there in time all the same
  expect(await standings('voortgang')).toBe('done done overdue overdue');
  expect(await momentOf('voortgang', 'recht')).toMatchObject({
    ...{ product: 'progress', covered: 2025, endedOn: '2026-02-19', dueOn: '2026-03-01', kind: null },
  });
  expect(await standings('cijfers')).toBe('done done done done');
  expect(await momentOf('cijfers', 'beta')).toMatchObject({ product: 'indicators', covered: 2024 });
});

test('a document that is corrected later was there in time all the same', async () => {
  expect(await momentOf('financieel-maart', 'recht')).toMatchObject({
    ...{ standing: 'done', document: 'verslag-recht-2025', endedOn: '2026-02-27' },
  });
});

test('it is due from the role for its unit, and falls away with handing in, in that transaction; a correction brings it back', async () => {
  const due = async (login: string) => {
    const { moments } = await homeLoader(pageArgs<Parameters<typeof homeLoader>[0]>(await ask(login)));
    return moments.filter((one) => one.product !== null).map((one) => `${one.step} ${one.standing}`);
  };
  expect(await due('schrijver-mens')).toEqual(['voortgang overdue']);
  expect(await due('schrijver-recht')).toEqual([]);
  const actor = await own.actor('schrijver-recht');
  const place = { scheme, unit: 'recht', year: 2025, now };
  const stands = () =>
    inInstitution(watched.db, own.institutionId, async (tx) => {
      const all = await listMoments(tx, actor, { scheme, year: 2025 }, '2026-03-20');
      return all.find((one) => one.step === 'voortgang' && one.unit === 'recht')!.standing;
    });
  await inInstitution(watched.db, own.institutionId, (tx) =>
    correctProgress(tx, actor, place, { reason: 'Een getal was verkeerd overgenomen.' }),
  );
  // not over time: it was handed in, and is being corrected
  expect(await stands()).toBe('busy');
  expect(await due('schrijver-recht')).toEqual(['voortgang busy']);
  await inInstitution(watched.db, own.institutionId, async (tx) => {
    await submitProgress(tx, actor, place, { revision: 1 });
    const [one] = (await listMoments(tx, actor, { scheme, year: 2025 }, '2026-03-20')).filter(
      (moment) => moment.step === 'voortgang' && moment.unit === 'recht',
    );
    expect(one).toMatchObject({ standing: 'done', endedOn: '2026-02-19', number: 3, reopened: false });
  });
});

test('figures that are corrected after they were handed in are to be handed in again', async () => {
  const actor = await own.actor('schrijver-beta');
  const at = { scheme, unit: 'beta', year: 2024 };
  const reflection = { indicator: 'bko', text: 'Twee docenten waren dubbel geteld.', seen: 1 };
  await inInstitution(watched.db, own.institutionId, (tx) =>
    recordFigures(tx, actor, at, recordInput.parse({ figures: [], reflections: [reflection] })),
  );
  expect(await momentOf('cijfers', 'beta')).toMatchObject({ standing: 'busy', reopened: true });
  await inInstitution(watched.db, own.institutionId, (tx) => submitSet(tx, actor, { ...at, now }));
  expect(await momentOf('cijfers', 'beta')).toMatchObject({ standing: 'done', endedOn: '2025-11-11' });
});

test('by hand it is finished only with the reason, and not by whoever owes it', async () => {
  const { momentId, revision } = await momentOf('voortgang', 'zorg');
  const finish = async (login: string, reason: string) => {
    const form = { intent: 'act', act: 'finish', doneOn: '2026-03-01', reason, revision: String(revision) };
    const given = await ask(login, { params: { scheme, moment: momentId }, form });
    return momentAction(pageArgs<Parameters<typeof momentAction>[0]>(given));
  };
  expect(await finish('lezer', 'Op papier.')).toMatchObject({ problem: { status: 403 } });
  expect(await finish('beleid', '')).toMatchObject({ problem: { errors: [{ path: 'reason' }] } });
  expect(await finish('beleid', 'Op papier ontvangen.')).toHaveProperty('done');
  expect((await momentOf('voortgang', 'zorg')).standing).toBe('done');
});

test('a step asks for a document, or for what a unit hands in over a year: both is refused', async () => {
  const step = {
    ...{ intent: 'step', key: '', code: 'stand', revision: '0', nameNl: 'Stand', nameEn: 'State' },
    ...{ unitKinds: 'faculty', product: 'progress', 'rule.kind': 'agreed', firstYear: '2022' },
    ...{ lastYear: '2027', everyYears: '1', covers: '0', counts: 'period' },
  };
  const send = async (form: Record<string, string>) =>
    stepAction(pageArgs<Parameters<typeof stepAction>[0]>(await ask('beleid', { form })));
  expect(await send({ ...step, kind: 'onderwijsverslag' })).toMatchObject({
    problem: { errors: [{ path: 'product', code: 'cycle.product' }] },
  });
  expect(await send(step)).toMatchObject({ done: { code: 'stand' } });
});
