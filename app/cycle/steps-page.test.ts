import { beforeAll, expect, test } from 'vitest';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { action, loader } from './steps-page.tsx';

const watched = watchedDatabase('voorbeeld');
let own: LoadedInstitution;

beforeAll(async () => {
  own = await loadInstitution(watched.db, 'voorbeeld');
});

const params = { scheme: 'ka-2022-2027' };
const at = async (over: object = {}) => ({
  db: watched.db,
  actor: await own.actor('beleid'),
  path: '/',
  params,
  ...over,
});
const read = async () => loader(pageArgs(await at()));
const send = async (form: Record<string, string>) => action(pageArgs(await at({ form })));

const step = {
  ...{
    nameNl: 'Startgesprek',
    nameEn: 'Kick-off',
    unitKinds: 'faculty, programme',
    'body.kind': '',
    kind: '',
  },
  ...{ 'rule.kind': 'week', 'rule.year': 'academic', 'rule.offset': '0', 'rule.month': '9', 'rule.nth': '2' },
  ...{
    'rule.weekday': '2',
    firstYear: '2022',
    lastYear: '2027',
    everyYears: '1',
    covers: '0',
    counts: 'period',
  },
};

test('a step is added, changed by whoever saw it as it stands, and put in another place', async () => {
  const form = { ...step, intent: 'step', key: '', code: 'startgesprek', revision: '0' };
  expect(await send(form)).toMatchObject({ done: { code: 'startgesprek' } });
  expect(await send(form)).toMatchObject({ problem: { code: 'conflict' } });
  const added = (await read()).steps.at(-1)!;
  expect(added).toMatchObject({
    ...{ code: 'startgesprek', unitKinds: ['faculty', 'programme'], revision: 1 },
    rule: { kind: 'week', year: 'academic', month: 9, nth: 2, weekday: 2 },
  });
  const change = { ...form, key: 'startgesprek', nameNl: 'Aftrap', revision: '1' };
  expect(await send(change)).toMatchObject({ done: { code: 'startgesprek' } });
  expect(await send({ ...change, nameNl: 'Begin' })).toMatchObject({ problem: { code: 'conflict' } });
  expect(await send({ intent: 'earlier', key: 'startgesprek' })).toHaveProperty('done');
  const codes = (await read()).steps.map((one) => one.code);
  expect(codes.indexOf('startgesprek')).toBe(codes.length - 2);
});

test('wrong values are told at their fields, and nothing is stored', async () => {
  const before = (await read()).steps;
  const form = { ...step, intent: 'step', key: '', code: 'fout', revision: '0' };
  expect(await send({ ...form, nameNl: '', unitKinds: '', 'rule.month': '13' })).toMatchObject({
    problem: { errors: [{ path: 'nameNl' }, { path: 'unitKinds' }, { path: 'rule.month' }] },
  });
  expect(
    await send({ ...form, 'rule.kind': 'from', 'rule.step': 'fout', 'rule.count': '2', 'rule.unit': 'week' }),
  ).toMatchObject({
    problem: { errors: [{ path: 'rule.step', code: 'cycle.rule' }] },
  });
  expect((await read()).steps).toEqual(before);
});

test('the page reads with a fixed number of statements, three of them of the transaction', async () => {
  const args = await at();
  watched.forget();
  await loader(pageArgs(args));
  expect(watched.statements).toBe(8);
});
