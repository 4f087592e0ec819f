import { beforeAll, expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { failing, hintsOf, tally } from './promise.ts';
import { action, loader as promiseLoader } from './promise-page.tsx';
import { loader } from './promises-page.tsx';

const watched = watchedDatabase('voorbeeld');
const scheme = 'ka-2022-2027';
let own: LoadedInstitution;

beforeAll(async () => {
  own = await loadInstitution(watched.db, 'voorbeeld');
});

const now = new Date('2026-11-22T12:00:00Z');
const list = async () => {
  const actor = await own.actor('lezer');
  watched.forget();
  const before = watched.statements;
  const data = await loader(pageArgs({ db: watched.db, actor, path: '/', params: { scheme }, now }));
  return { ...data, count: watched.statements - before };
};
const at = async (login: string, measure: string, form?: Record<string, string>) => ({
  ...{ db: watched.db, actor: await own.actor(login), path: '/', now, ...(form && { form }) },
  params: { scheme, document: 'plan-recht', measure },
});
const judge = async (login: string, measure: string, form: Record<string, string>) =>
  action(pageArgs(await at(login, measure, { intent: 'judge', key: form.criterion ?? '', ...form })));
const measureOf = async (code: string) =>
  (await list()).promises.find((one) => one.document === 'plan-recht' && one.code === code)!;

test('[001-19] each promise is judged by the scheme’s own criteria, and what fails stands in a list with its reason', async () => {
  const { frame, promises, count } = await list();
  // two, and those that open and close the transaction
  expect(count).toBe(2 + 3);
  expect(frame.criteria.map((one) => one.nameEn)).toEqual([
    ...['Specific', 'Measurable', 'Agreed', 'Realistic', 'Time-bound'],
  ]);
  const failed = failing(promises).map(({ promise, judgement }) => `${promise.code} ${judgement.criterion}`);
  // what was said again of the first criterion counts
  expect(failed.toSorted()).toEqual(['mentoraat meetbaar', 'taalsteun meetbaar', 'taalsteun tijdgebonden']);
  expect(tally(promises, frame.criteria)).toMatchObject({ judged: 2, met: 1 });
});

test('[001-19] beside the judgement stands what the plan lacks, computed: no year, nothing to count, no indicator', async () => {
  expect(hintsOf(await measureOf('taalsteun'))).toEqual(
    expect.arrayContaining(['time', 'target', 'end-state', 'indicator']),
  );
  expect(hintsOf(await measureOf('werkgroepen'))).not.toEqual(expect.arrayContaining(['indicator']));
  expect(hintsOf(await measureOf('werkgroepen'))).not.toEqual(expect.arrayContaining(['time']));
});

test('[001-19] whoever writes plans for the unit judges, with a reason; the earlier judgement stays in the trail', async () => {
  const said = { criterion: 'meetbaar', met: 'true', reason: 'De taaltoets aan het eind telt.', seen: '1' };
  expect(await judge('lezer', 'taalsteun', said)).toMatchObject({ problem: { status: 403 } });
  expect(await judge('schrijver-beta', 'taalsteun', said)).toMatchObject({ problem: { status: 403 } });
  expect(await judge('beleid', 'taalsteun', { ...said, reason: '' })).toMatchObject({
    problem: { errors: [{ path: 'reason' }] },
  });
  expect(await judge('beleid', 'taalsteun', { ...said, seen: '0' })).toMatchObject({
    problem: { code: 'conflict' },
  });
  await expect(judge('beleid', 'taalsteun', { ...said, criterion: 'mooi' })).rejects.toMatchObject({
    data: { status: 404 },
  });
  expect(await judge('schrijver-recht', 'taalsteun', said)).toMatchObject({ done: { number: 2 } });
  const { promise } = await promiseLoader(pageArgs(await at('lezer', 'taalsteun')));
  expect(promise.judgements.find((one) => one.criterion === 'meetbaar')).toMatchObject({
    ...{ met: true, number: 2, by: 'Planschrijver Recht' },
  });
  const entries = await inInstitution(watched.db, own.institutionId, (tx) =>
    tx
      .selectFrom('auditEntry')
      .selectAll()
      .where('institutionId', '=', own.institutionId)
      .where('action', '=', 'promise.judge')
      .execute(),
  );
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries[0])).toContain('niets om te tellen');
});
