import { beforeAll, describe, expect, test } from 'vitest';
import { letterInput } from '#app/funding/funding.input.ts';
import { recordLetter } from '#app/funding/letter.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as benchPage from './bench-page.tsx';
import { runBench } from './bench-run.ts';
import { getScenario } from './scenario.server.ts';
import * as scenarioPage from './scenario-page.tsx';

const watched = watchedDatabase();
let own: LoadedInstitution;

beforeAll(async () => {
  own = await loadInstitution(watched.db, smallInstitution());
  const letter = letterInput.parse({
    ...{ kind: 'bekostiging', code: 'brief', title: 'Brief', from: '2021-10-01' },
    amounts: [{ fund: 'kwaliteit', year: 2022, cents: 1_000_000_00 }],
  });
  const controller = await own.actor('controller');
  await inInstitution(watched.db, own.institutionId, (tx) =>
    recordLetter(tx, controller, { ...letter, scheme: 'ka' }),
  );
});

const home = '/schemes/ka/allocation';
async function args<T>(login: string, path: string, form?: [string, string][], scenario = ''): Promise<T> {
  const body = form && new FormData();
  for (const [name, value] of form ?? []) body!.append(name, value);
  const params = { scheme: 'ka', scenario };
  return pageArgs<T>({
    db: watched.db,
    actor: await own.actor(login),
    path: home + path,
    params,
    form: body,
  });
}
const caught = (work: Promise<unknown>) => work.catch((thrown: unknown) => thrown);

/** The bench with one open allocation: the same amount per head, in euros. */
function bench(perHead: string, more: [string, string][], from = 'new:1', revision: number | null = null) {
  const columns = [{ from, name: 'Gelijk tarief', rules: [], revision }];
  return [
    ['fund', 'kwaliteit'],
    ['basis', 'granted'],
    ['open', '0'],
    ['columns', JSON.stringify(columns)],
    ['rules.0.kind', 'tariff'],
    ['rules.0.centsPerHead', perHead],
    ['rules.0.heads.definition', 'eer'],
    ['rules.0.heads.mode', 'date'],
    ['rules.0.heads.date', '2021-10-01'],
    ['rules.0.to', 'recht|'],
    ['rules.0.to', 'beta|'],
    ...more,
  ] as [string, string][];
}
const post = async (login: string, form: [string, string][]) =>
  benchPage.action(await args(login, '/compare', form));
const stored = async (login: string, scenario: string) => {
  const actor = await own.actor(login);
  return inInstitution(watched.db, own.institutionId, (tx) =>
    getScenario(tx, actor, { scheme: 'ka', scenario }),
  );
};
const words: [string, string][] = [
  ['name', 'Gelijk tarief'],
  ['description', 'Op verzoek van de raad'],
];

describe('the workbench, without scripts', () => {
  test('what is computed for the page is what the server keeps', async () => {
    const computed = await post('lezer', bench('500', [['intent', 'run']]));
    const { runs } = runBench(computed.view.state, computed.view);
    const kept = await post('beleid', bench('500', [['intent', 'save'], ...words]));
    expect(kept).toMatchObject({ problem: null, kept: 'gelijk-tarief' });
    const { scenario } = await stored('beleid', 'gelijk-tarief');
    expect(scenario.result).toEqual(runs[0]!.result);
    expect(scenario.result?.unallocated).toEqual({ 2022: 250_000_00 });
    expect(scenario.inputs.headCounts).toContainEqual({
      unit: 'recht',
      definition: 'eer',
      date: '2021-10-01',
      heads: 1000,
    });
  });

  test('who only reads may try everything and keep nothing', async () => {
    const refused = await post('lezer', bench('500', [['intent', 'save'], ...words]));
    expect(refused.problem).toMatchObject({ status: 403 });
  });

  test('one that is not shared is not there for others; shared, it is', async () => {
    expect(await caught(stored('lezer', 'gelijk-tarief'))).toMatchObject({
      message: expect.stringMatching('scenario'),
    });
    const form = bench(
      '510',
      [['intent', 'keep'], ...words, ['shared', 'true']],
      'scenario:gelijk-tarief',
      1,
    );
    expect(await post('beleid', form)).toMatchObject({ problem: null });
    expect((await stored('lezer', 'gelijk-tarief')).scenario.shared).toBe(true);
  });

  test('a second writer sees both sides, and may then replace knowingly', async () => {
    const late = bench(
      '520',
      [['intent', 'keep'], ...words, ['shared', 'true']],
      'scenario:gelijk-tarief',
      1,
    );
    const answer = await post('controller', late);
    expect(answer.problem?.code).toBe('conflict');
    const { state } = answer.view;
    const perHead = state.columns.map((one) => one.rules?.[0]?.fields.centsPerHead);
    expect(perHead).toEqual([['520'], ['510,00']]);
    const again = bench(
      '520',
      [['intent', 'keep'], ...words, ['shared', 'true']],
      'scenario:gelijk-tarief',
      state.columns[0]!.revision,
    );
    expect(await post('controller', again)).toMatchObject({ problem: null });
  });

  test('a missing count is said at the unit; what was typed stays', async () => {
    const wrong = bench('x', [['intent', 'save'], ...words]);
    const answer = await post('beleid', wrong);
    expect(answer.problem?.errors[0]).toMatchObject({ path: 'rules.0.centsPerHead' });
    expect(answer.view.state.columns[0]!.rules![0]!.fields.centsPerHead).toEqual(['x']);
  });

  test('[000-17] an outcome needs its reason, and is shared; the rules then stay as they were', async () => {
    const settle = async (form: Record<string, string>) =>
      scenarioPage.action(
        await args(
          'beleid',
          '/scenarios/gelijk-tarief',
          Object.entries({ intent: 'settle', ...form }),
          'gelijk-tarief',
        ),
      );
    expect(await settle({ outcome: 'rejected', reason: '', revision: '3' })).toMatchObject({
      problem: { errors: [{ path: 'reason', code: 'field.required' }] },
    });
    expect(
      await caught(settle({ outcome: 'rejected', reason: 'Niet uit te leggen.', revision: '3' })),
    ).toMatchObject({ status: 302 });
    const { scenario } = await scenarioPage.loader(
      await args('lezer', '/scenarios/gelijk-tarief', undefined, 'gelijk-tarief'),
    );
    expect(scenario).toMatchObject({ outcome: 'rejected', reason: 'Niet uit te leggen.' });
    const form = bench('530', [['intent', 'keep'], ...words], 'scenario:gelijk-tarief', 4);
    expect((await post('beleid', form)).problem?.code).toBe('scenario.settled');
  });

  test('[000-10] made the allocation, it is the draft of a document with the same rules', async () => {
    const make = [
      ['intent', 'draft'],
      ['kind', 'allocatie'],
      ['code', 'eerste'],
      ['title', 'Allocatie'],
      ['document', ''],
    ] as [string, string][];
    const made = await caught(
      scenarioPage.action(
        await args('beleid', '/scenarios/gelijk-tarief', make, 'gelijk-tarief'),
      ) as Promise<unknown>,
    );
    expect((made as Response).headers.get('location')).toBe(`${home}/eerste?version=1`);
    expect((await stored('beleid', 'gelijk-tarief')).scenario.document).toBe('eerste');
    const { state } = await benchPage.loader(
      await args('beleid', '/compare?c=eerste~1&c=scenario:gelijk-tarief'),
    );
    expect(state.columns[0]!.rules).toEqual(state.columns[1]!.rules);
  });

  test('a fixed number of statements for each page, three of them of its transaction', async () => {
    const counted: number[] = [];
    const count = async (work: () => Promise<unknown>) => {
      watched.forget();
      await work();
      counted.push(watched.statements);
    };
    const one = await args<Parameters<typeof benchPage.loader>[0]>('beleid', '/compare?c=eerste~1');
    await count(() => benchPage.loader(one));
    const two = await args<Parameters<typeof benchPage.loader>[0]>('beleid', '/compare');
    await count(() => benchPage.loader(two));
    const page = await args<Parameters<typeof scenarioPage.loader>[0]>(
      'beleid',
      '/scenarios/gelijk-tarief',
      undefined,
      'gelijk-tarief',
    );
    await count(() => scenarioPage.loader(page));
    expect(counted).toEqual([10, 10, 9]);
  });
});
