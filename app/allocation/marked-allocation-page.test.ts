import { beforeAll, expect, test } from 'vitest';
import { lockVersion, moveVersion, putInForce } from '#app/document/document.server.ts';
import { letterInput } from '#app/funding/funding.input.ts';
import { recordLetter } from '#app/funding/letter.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { getMoney } from '#app/ledger/money.server.ts';
import { verifyInstitution } from '#app/ledger/verify.server.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { runAllocation } from './allocation.server.ts';
import * as allocationPage from './allocation-page.tsx';
import * as documentPage from './document-page.tsx';
import { startAllocation } from './draft.server.ts';
import * as rulesPage from './rules-page.tsx';

const watched = watchedDatabase();
let own: LoadedInstitution;
let beleid: Actor;

beforeAll(async () => {
  own = await loadInstitution(watched.db, smallInstitution());
  beleid = await own.actor('beleid');
  await inInstitution(watched.db, own.institutionId, (tx) =>
    startAllocation(tx, beleid, {
      ...{ scheme: 'ka', kind: 'allocatie', code: 'hand', title: 'Met de hand' },
      ...{ fund: 'kwaliteit', basis: 'own' },
    }),
  );
});

const home = '/schemes/ka/allocation/hand';
const params = { scheme: 'ka', document: 'hand' };
const page = <T>(path: string, form?: Record<string, string>) =>
  pageArgs<T>({ db: watched.db, actor: beleid, path: home + path, params, form });
const caught = (work: Promise<unknown>) => work.catch((thrown: unknown) => thrown);

const typed = {
  ...{ fund: 'kwaliteit', basis: 'own', 'totals.2022': '1.000.000,00*', 'totals.2023': 'pm' },
  ...{ 'totals.2024': '1.000.000,00', 'rules.0.kind': 'fixed', 'rules.0.chargedTo': 'pool' },
  ...{ 'rules.0.years': '2024', 'rules.0.amounts.0.unit': 'recht', 'rules.0.amounts.0.cents': '300.000,00*' },
  ...{ 'rules.0.amounts.1.unit': 'beta', 'rules.0.amounts.1.cents': 'pm' },
  ...{ 'rules.0.amounts.2.unit': 'beta', 'rules.0.amounts.2.node': 'T1' },
  ...{ 'rules.0.amounts.2.cents': '50.000,00', 'rules.0.amounts.2.memo': 'on' },
  ...{ 'rules.1.kind': 'fixed', 'rules.1.chargedTo': 'pool', 'rules.1.years': '2022' },
  ...{ 'rules.1.amounts.0.unit': 'recht', 'rules.1.amounts.0.cents': '400.000,00' },
};

test('[000-79] [002-18] [002-19] amounts by hand with a star, pm and a memo are typed, drawn again, and counted as they are', async () => {
  const save = { ...typed, intent: 'save', revision: '1', stood: '{}' };
  expect(await caught(rulesPage.action(page('/rules', save)))).toMatchObject({ status: 302 });
  const drawn = await rulesPage.loader(page('/rules'));
  expect(drawn.byBasis.own).toEqual({
    totals: { 2022: 1_000_000_00, 2024: 1_000_000_00 },
    ...{ provisional: [2022], pm: [2023] },
  });
  // a draft shows what it will come to
  const draft = await documentPage.loader(page(''));
  expect(draft.problems).toEqual([]);
  expect(draft.result).toMatchObject({ provisional: [2022] });
  expect(draft.result!.lines).toEqual([
    { unit: 'recht', node: null, year: 2022, cents: 400_000_00 },
    { unit: 'recht', node: null, year: 2024, cents: 300_000_00, provisional: true },
  ]);
  expect(
    draft.result!.asides.map(({ unit, year, cents, pm, memo }) => [unit, year, cents, pm, memo]),
  ).toEqual([
    ['beta', 2024, 50_000_00, false, true],
    ['beta', 2024, null, true, false],
    [null, 2023, null, true, false],
  ]);
  const over = await documentPage.action(page('', { intent: 'submit', revision: '2' }));
  // no grant yet: what is divided must have been granted or expected, a star changes nothing about that
  expect(over).toMatchObject({ problem: { code: 'allocation.over-granted' } });
});

test('a machine may send them too, and gets back what is not known', async () => {
  const run = await inInstitution(watched.db, own.institutionId, (tx) =>
    runAllocation(tx, beleid, {
      ...{ scheme: 'ka', fund: 'kwaliteit', basis: 'granted' },
      ...{ totals: { 2022: 100_00 }, provisional: [2022], pm: [2023] },
      rules: [{ kind: 'remainder', to: { unit: 'recht', node: null } }],
    }),
  );
  expect(run.inputs).toMatchObject({ basis: 'own', provisional: [2022], pm: [2023] });
  expect(run.result.lines).toMatchObject([{ unit: 'recht', cents: 100_00 }]);
  expect(run.result.asides).toMatchObject([{ year: 2023, pm: true }]);
});

test('what was expected makes it possible; its lines carry the marks, and no total counts a memo', async () => {
  const scheme = await inInstitution(watched.db, own.institutionId, (tx) =>
    tx.selectFrom('scheme').select('schemeId').where('code', '=', 'ka').executeTakeFirstOrThrow(),
  );
  const letter = letterInput.parse({
    ...{ kind: 'bekostiging', code: 'brief', title: 'Brief', from: '2021-10-01' },
    amounts: [2022, 2024].map((year) => ({ fund: 'kwaliteit', year, cents: 1_000_000_00 })),
  });
  const controller = await own.actor('controller');
  await inInstitution(watched.db, own.institutionId, (tx) =>
    recordLetter(tx, controller, { ...letter, scheme: 'ka' }),
  );
  const submit = documentPage.action(page('', { intent: 'submit', revision: '2' }));
  expect(await caught(submit)).toMatchObject({ status: 302 });
  const { version } = await documentPage.loader(page(''));
  const money = (memo?: 'only') =>
    inInstitution(watched.db, own.institutionId, (tx) =>
      getMoney(tx, {
        ...{ schemeId: scheme.schemeId, groupBy: ['unit', 'year'], versionId: version.versionId },
        ...(memo && { memo }),
      }),
    );
  const said = (await money()).map(({ unit, year, cents, unknown, provisional }) => [
    ...[unit, year, cents, unknown, provisional],
  ]);
  expect(said).toContainEqual(['recht', 2022, 400_000_00, 0, 1]);
  expect(said).toContainEqual(['recht', 2024, 300_000_00, 0, 1]);
  expect(said).toContainEqual(['beta', 2024, null, 1, 0]);
  expect(said.filter(([, year]) => year === 2023)).toMatchObject([[expect.anything(), 2023, null, 1, 0]]);
  expect(said).toHaveLength(4);
  expect(await money('only')).toMatchObject([{ unit: 'beta', year: 2024, cents: 50_000_00 }]);
  const shown = await documentPage.loader(page(''));
  expect(shown.result!.asides).toHaveLength(3);
  expect(
    await inInstitution(watched.db, own.institutionId, (tx) => verifyInstitution(tx, own.institutionId)),
  ).toEqual([]);
});

test('[000-79] the overview of what is in force says what is still open, and what stands beside the total', async () => {
  const versionId = (await documentPage.loader(page(''))).version.versionId;
  await inInstitution(watched.db, own.institutionId, async (tx) => {
    const submitted = await lockVersion(tx, beleid, versionId);
    await moveVersion(tx, beleid, submitted, 'adopt');
    const { documentId } = submitted;
    await putInForce(tx, beleid, { documentId, versionId, from: new Date('2022-01-01T00:00:00Z') });
  });
  const path = '/schemes/ka/allocation';
  const { inForce } = await allocationPage.loader(
    pageArgs({ db: watched.db, actor: beleid, path, params: { scheme: 'ka' } }),
  );
  const said = inForce[0]!.asides.map(({ unit, node, year, cents, pm, memo }) => [
    unit,
    node,
    year,
    cents,
    pm,
    memo,
  ]);
  expect(said).toContainEqual(['beta', null, 2024, null, true, false]);
  expect(said).toContainEqual(['beta', 'T1', 2024, 50_000_00, false, true]);
  const early = pageArgs<Parameters<typeof allocationPage.loader>[0]>({
    ...{ db: watched.db, actor: beleid, path: `${path}?asOf=2021-01-01`, params: { scheme: 'ka' } },
  });
  expect((await allocationPage.loader(early)).inForce).toEqual([]);
});
