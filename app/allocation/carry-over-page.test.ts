import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '#app/identity/token.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { getMoneyView } from '#app/report/money.server.ts';
import * as adminPage from '#app/scheme/scheme-admin-page.tsx';
import { api } from '#server/api.ts';
import { adoptOn } from '#test/adoption.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as documentPage from './carry-over-document-page.tsx';
import { carryFields } from './carry-over-form.ts';
import * as carryPage from './carry-over-page.tsx';
import * as allocationDocument from './document-page.tsx';

const watched = watchedDatabase();
let own: LoadedInstitution;

type File = ReturnType<typeof smallInstitution>;
type Document = NonNullable<NonNullable<File['schemes']>[number]['documents']>[number];

const settled = (from: string) => ({
  ...{ status: 'adopted' as const, createdAt: `${from}T08:00:00Z`, submittedAt: `${from}T09:00:00Z` },
  ...{
    adoptedAt: `${from}T10:00:00Z`,
    inForce: { from: `${from}T10:00:00Z`, recordedAt: `${from}T10:00:00Z` },
  },
});
const document = (
  code: string,
  rest: Pick<Document, 'kind' | 'unit'>,
  from: string,
  lines: Lines,
): Document => ({
  ...{ code, title: code, firstYear: 2022, lastYear: 2024, ...rest },
  versions: [{ number: 1, ...settled(from), lines }],
});
type Lines = NonNullable<Document['versions'][number]['lines']>;
const line = (unit: string, year: number, euros: number, more = {}) => ({
  ...{ fund: 'kwaliteit', unit, year, cents: euros * 100 },
  ...more,
});

/** Law spent 70,000 of 100,000 in 2022; Science's report of 2022 is provisional. */
function institution(): File {
  const file = smallInstitution();
  const scheme = file.schemes![0]!;
  scheme.documentKinds!.push({
    ...{ code: 'overheveling', nameNl: 'Overheveling', nameEn: 'Carry-over', stage: 'allocated' as const },
    unitKinds: ['institution'],
  });
  const years = [2022, 2023, 2024];
  scheme.documents!.push(
    document(
      'brief',
      { kind: 'bekostiging', unit: 'klein' },
      '2021-10-01',
      years.map((y) => line('klein', y, 150_000)),
    ),
    document(
      'verdeling',
      { kind: 'allocatie', unit: 'klein' },
      '2021-12-01',
      years.flatMap((y) => [line('recht', y, 100_000), line('beta', y, 50_000)]),
    ),
    document('verslag-recht', { kind: 'financieel-verslag', unit: 'recht' }, '2023-03-01', [
      line('recht', 2022, 70_000, { node: 'T1' }),
    ]),
    document('verslag-beta', { kind: 'financieel-verslag', unit: 'beta' }, '2023-03-01', [
      line('beta', 2022, 20_000, { node: 'T1', mark: 'provisional' }),
    ]),
  );
  return file;
}

beforeAll(async () => {
  own = await loadInstitution(watched.db, institution());
});

const home = '/schemes/ka/allocation/carry-over';
async function args<T>(login: string, path: string, form?: Record<string, string>): Promise<T> {
  const params = { scheme: 'ka', document: 'over-2022' };
  return pageArgs<T>({ db: watched.db, actor: await own.actor(login), path: home + path, params, form });
}
const caught = (work: Promise<unknown>) => work.catch((thrown: unknown) => thrown);
const list = async (login = 'controller') => carryPage.loader(await args(login, ''));
const show = async (login = 'controller', query = '') =>
  documentPage.loader(await args(login, `/over-2022${query}`));
const start = { code: 'over-2022', title: 'Overheveling 2022', year: '2022', to: '2023' };
const begin = async (form: Record<string, string>) =>
  caught(carryPage.action(await args('controller', '', form)));
const send = async (intent: string, more: Record<string, string> = {}) => {
  const { rows, revision } = await show();
  const fields = rows.flatMap(({ fund, unit, year }, i) => [
    [`carries.${i}.fund`, fund],
    [`carries.${i}.unit`, unit],
    [`carries.${i}.year`, String(year)],
  ]);
  const form = {
    ...Object.fromEntries(fields),
    ...carryFields(rows, 'nl'),
    revision: String(revision),
    intent,
    ...more,
  };
  return caught(documentPage.action(await args('controller', '/over-2022', form)));
};
async function admin(form: Record<string, string>) {
  const actor = await own.actor('beheer');
  const params = { scheme: 'ka' };
  const { scheme } = await adminPage.loader(
    pageArgs({ db: watched.db, actor, path: '/admin/schemes/ka', params }),
  );
  const sent = { revision: String(scheme.revision), part: 'overheveling', ...form };
  return adminPage.action(pageArgs({ db: watched.db, actor, path: '/admin/schemes/ka', params, form: sent }));
}
const moneyOf = async (unit: string, year: number) => {
  const actor = await own.actor('lezer');
  const { view } = await inInstitution(watched.db, own.institutionId, (tx) =>
    getMoneyView(tx, actor, { ...everything, unit }, new Date()),
  );
  return view.funding.find((one) => one.stage === 'allocated' && one.year === year);
};
const everything = {
  ...{ scheme: 'ka', asOf: null, knownOn: null, fund: null },
  ...{ slice: 'node' as const, tree: 'asOf' as const },
};

describe('what a year left over', () => {
  test('is known of a final report only; without a rule nothing moves', async () => {
    const { left, rule, mayWrite } = await list();
    const of = (unit: string) => left.find((end) => end.unit === unit && end.year === 2022)?.left;
    expect([of('recht'), of('beta')]).toEqual([3_000_000, null]);
    expect([rule, mayWrite]).toEqual([null, false]);
    expect(await begin(start)).toMatchObject({ problem: { code: 'carry.no-rule' } });
  });

  test('the administrator points out the kind and says how far it may go', async () => {
    expect(await admin({ intent: 'carry-over', share: '101', source: 'Regeling' })).toMatchObject({
      problem: { errors: [{ path: 'share', code: 'carry-over-rule.share' }] },
    });
    expect(await admin({ intent: 'carry-over', part: 'allocatie', source: 'Regeling' })).toMatchObject({
      problem: { code: 'carry-over-rule.in-use' },
    });
    expect(await admin({ intent: 'carry-over', part: 'plan', source: 'Regeling' })).toMatchObject({
      problem: { errors: [{ code: 'carry-over-rule.stage' }] },
    });
    expect(
      await admin({ intent: 'carry-over', share: '25', lastYear: '2023', source: 'Regeling' }),
    ).not.toHaveProperty('problem');
    expect((await list()).rule).toEqual({
      shareBasis: 2_500,
      lastYear: 2023,
      advance: false,
      source: 'Regeling',
    });
  });
});

describe('from proposal to decision', () => {
  test('a proposal that cannot be: years that do not follow, a year without a final report', async () => {
    expect(await begin({ ...start, to: '2022' })).toMatchObject({
      problem: { errors: [{ path: 'to', code: 'carry.not-later' }] },
    });
    expect(await begin({ ...start, to: '2024' })).toMatchObject({
      problem: { errors: [{ path: 'to', code: 'carry.too-late' }] },
    });
    expect(await begin({ ...start, year: '2021' })).toMatchObject({
      problem: { errors: [{ path: 'year', code: 'carry.year-outside' }] },
    });
  });

  test('the draft begins with what the rule allows, and asks for a reason', async () => {
    expect(await begin(start)).toMatchObject({ status: 302 });
    const { rows, problems, may } = await show();
    expect(rows).toMatchObject([{ unit: 'recht', year: 2022, to: 2023, cents: 2_500_000 }]);
    expect(problems).toMatchObject([{ path: 'carries.0.reason', code: 'carry.reason' }]);
    expect(may).toMatchObject({ edit: true, decide: false });
    expect(await send('submit')).toMatchObject({ problem: { errors: [{ code: 'carry.reason' }] } });
    await expect(show('lezer')).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('an amount beyond the rule, or that reads two ways, is said at its field; what was typed stays', async () => {
    expect(await send('save', { 'carries.0.cents': '1.234' })).toMatchObject({
      problem: { errors: [{ path: 'carries.0.cents', code: 'amount.ambiguous' }] },
      typed: { 'carries.0.cents': '1.234' },
    });
    for (const unsure of ['1.000,00*', 'pm']) {
      expect(await send('save', { 'carries.0.cents': unsure })).toMatchObject({
        problem: { errors: [{ path: 'carries.0.cents', code: 'carry.marked' }] },
      });
    }
    const beyond = { reason: 'Vacature', 'carries.0.cents': '25.000,01' };
    expect(await send('submit', beyond)).toMatchObject({
      problem: { errors: [{ path: 'carries.0.cents', code: 'carry.over-share' }] },
    });
    expect((await show()).rows[0]?.cents).toBe(2_500_000);
    expect(await send('save', { revision: '1' })).toMatchObject({ problem: { code: 'conflict' } });
  });

  test('submitted, decided, in force: the amount moves, nothing is made or lost', async () => {
    const before = [await moneyOf('recht', 2022), await moneyOf('recht', 2023)];
    expect(await send('submit', { reason: 'Vacature', 'carries.0.cents': '20.000,00' })).toMatchObject({
      status: 302,
    });
    expect((await show('cvb')).may).toMatchObject({ decide: true, edit: false });
    expect(await moneyOf('recht', 2022)).toEqual(before[0]);
    await adopt();
    const after = [await moneyOf('recht', 2022), await moneyOf('recht', 2023)];
    expect(after.map((one, i) => one!.now - before[i]!.now)).toEqual([-2_000_000, 2_000_000]);
    expect(after.map((one) => one!.carriedNow)).toEqual([-2_000_000, 2_000_000]);
    const { left } = await list();
    expect(left.find((end) => end.unit === 'recht' && end.year === 2022)?.left).toBe(1_000_000);
  });

  test('at an earlier moment the pages tell of then: what was left, no document yet, and no acts', async () => {
    const moment = '?knownOn=2020-01-01';
    const then = await carryPage.loader(await args('controller', moment));
    expect(then).toMatchObject({
      documents: [],
      left: [],
      mayWrite: false,
      asked: { knownOn: '2020-01-01' },
    });
    const gone = await caught(documentPage.loader(await args('controller', `/over-2022${moment}`)));
    expect((gone as Response).headers.get('location')).toBe(`${home}${moment}`);
    const ahead = await show('controller', '?asOf=2999-01-01');
    expect(ahead.may).toMatchObject({ edit: false, renew: false, decide: false, withdraw: false });
    expect(ahead.rows).toMatchObject([{ cents: 2_000_000 }]);
  });

  test('the page of an allocation leads on to it, in the version asked for', async () => {
    const params = { scheme: 'ka', document: 'over-2022' };
    const path = '/schemes/ka/allocation/over-2022?version=1';
    const actor = await own.actor('lezer');
    const thrown = (await caught(
      allocationDocument.loader(pageArgs({ db: watched.db, actor, path, params })),
    )) as Response;
    expect([thrown.status, thrown.headers?.get('location')]).toEqual([302, `${home}/over-2022?version=1`]);
  });

  test('the rule stays as long as there are carry-overs', async () => {
    expect(await admin({ intent: 'carry-over.remove' })).toMatchObject({
      problem: { code: 'carry-over-rule.in-use' },
    });
  });

  test('a next version; what no longer holds when it is adopted, because the rule or a report changed, is refused', async () => {
    expect(
      await caught(documentPage.action(await args('controller', '/over-2022', { intent: 'next' }))),
    ).toMatchObject({
      status: 302,
    });
    expect((await show()).rows).toMatchObject([{ cents: 2_000_000 }]);
    expect(await send('submit', { reason: 'Vacature', 'carries.0.cents': '25.000,00' })).toMatchObject({
      status: 302,
    });
    await inInstitution(watched.db, own.institutionId, (tx) =>
      tx
        .updateTable('carryOverRule')
        .set({ shareBasis: 2_000 })
        .where('institutionId', '=', own.institutionId)
        .execute(),
    );
    expect((await show()).problems).toMatchObject([{ code: 'carry.over-share' }]);
    await expect(adopt(2)).rejects.toMatchObject({
      code: 'carry.no-longer',
      blockers: [{ code: 'carry.over-share' }],
    });
  });

  test('a fixed number of statements, three of them of its transaction', async () => {
    const counted = async (work: () => Promise<unknown>) => {
      watched.forget();
      await work();
      return watched.statements;
    };
    const [one, all] = [await args<never>('controller', '/over-2022'), await args<never>('controller', '')];
    expect(await counted(() => carryPage.loader(all))).toBe(9);
    expect(await counted(() => documentPage.loader(one))).toBe(10);
  });
});

async function adopt(version = 1) {
  const actor = await own.actor('cvb');
  const hash = (await show('cvb', `?version=${version}`)).version.hash!;
  const from = new Date().toISOString().slice(0, 10);
  const address = { scheme: 'ka', document: 'over-2022', version, hash, from };
  return inInstitution(watched.db, own.institutionId, (tx) => adoptOn(tx, actor, address));
}

describe('machines', () => {
  test('read what is left and what moved, in cents', async () => {
    const actor = await own.actor('beheer');
    const { token } = await inInstitution(watched.db, own.institutionId, (tx) =>
      createToken(tx, actor, { name: 'test', role: 'lezer', days: 1 }, new Date()),
    );
    const router = api({ db: watched.db, clock: () => new Date(), log: pino({ level: 'silent' }) });
    const get = async (path: string) => {
      const answered = await router.request(path, { headers: { authorization: `Bearer ${token}` } });
      return (await answered.json()) as { years: { unit: string; year: number; left: number | null }[] };
    };
    const { years } = await get('/schemes/ka/carry-overs');
    expect(years).toContainEqual(expect.objectContaining({ unit: 'recht', year: 2022, left: 1_000_000 }));
    expect(years).toContainEqual(expect.objectContaining({ unit: 'beta', year: 2022, left: null }));
    expect(await get('/schemes/ka/carry-overs/over-2022?version=1')).toMatchObject({
      carries: [{ unit: 'recht', year: 2022, to: 2023, cents: 2_000_000, reason: '' }],
      reason: 'Vacature',
      problems: [],
    });
  });
});
