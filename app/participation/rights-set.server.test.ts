import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissions } from '#app/kernel/actor.ts';
import { type Db, inInstitution, openDb, type Tx } from '#app/kernel/db.server.ts';
import { addMember, createBody } from '#app/organisation/body.server.ts';
import { listBodyKinds } from '#app/organisation/body-kind.server.ts';
import { putBodyParts, seatHolders } from '#app/organisation/body-part.server.ts';
import * as calendarPage from '#app/organisation/calendar-page.tsx';
import { getRightMatrix } from '#app/scheme/right-matrix.server.ts';
import { loadRightsSet } from '#app/scheme/rights-set.server.ts';
import * as schemeAdminPage from '#app/scheme/scheme-admin-page.tsx';
import { getScheme } from '#app/scheme/scheme-read.server.ts';
import { testActor } from '#test/bare-institution.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { errorsOf } from '#test/plan-scene.ts';
import { readRights } from './right.server.ts';

let database: FreshDatabase;
let db: Db;
let place: LoadedInstitution;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  place = await loadInstitution(db, smallInstitution());
});
afterAll(async () => {
  await db?.destroy();
  await database?.close();
});

const admin = () => testActor(place.institutionId, permissions);
const run = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(db, place.institutionId, work);
const load = (set: unknown) =>
  run(async (tx) => {
    const { revision } = await getScheme(tx, place.institutionId, 'ka');
    return loadRightsSet(tx, admin(), 'ka', { revision, set });
  });

test('[004-12] the law of each kind of institution loads as data, twice without doubles, and names the rights', async () => {
  for (const code of ['wo-ongedeeld', 'wo-gedeeld', 'hbo']) {
    expect((await load(code)).rights).toBeGreaterThan(5);
    expect(await load(code)).toMatchObject({ kinds: 0, rights: 0 });
  }
  const { rows, columns } = await run((tx) => getRightMatrix(tx, admin(), 'ka'));
  const cell = (kind: string, body: string) =>
    rows.filter((row) => row.kind === kind).flatMap((row) => (row.cells[body] ?? []).map((one) => one.kind));
  expect(cell('instellingsplan', 'university-council')).toEqual(['consent']);
  expect(cell('instellingsplan', 'joint-meeting')).toEqual(['consent']);
  expect(cell('instellingsplan', 'participation-council')).toEqual(['consent']);
  expect(cell('oer', 'programme-committee')).toEqual(['consent', 'advice', 'consent', 'advice']);
  expect(cell('ka-plan-faculteit', 'faculty-council')).toEqual(['consent']);
  expect(columns.find((one) => one.key === 'divisional-council')?.nameNl).toBe('Deelraad');
});

test('a joint meeting: the members of its parts are its members, and its right finds it', async () => {
  await run(async (tx) => {
    const body = (code: string, kind: string) =>
      createBody(tx, admin(), { code, kind, unit: 'klein', nameNl: code, nameEn: code });
    await body('or', 'ondernemingsraad');
    await body('sr', 'studentenraad');
    await body('gv', 'joint-meeting');
    const join = (code: string, parts: string[]) => putBodyParts(tx, admin(), code, { revision: 1, parts });
    expect(await errorsOf(join('gv', ['gv', 'niets']))).toEqual([
      'parts body.part-itself',
      'parts body.part-unknown',
    ]);
    await join('gv', ['or', 'sr']);
    const seat = (code: string, name: string, capacity: string) =>
      addMember(tx, admin(), code, { name, capacity, from: '2021-01-01' });
    await seat('or', 'A', 'personeel');
    await seat('sr', 'B', 'studenten');
  });
  const bodyId = await run(async (tx) => {
    const unit = await tx
      .selectFrom('unit')
      .select('unitId')
      .where('code', '=', 'klein')
      .executeTakeFirstOrThrow();
    const kind = await tx
      .selectFrom('documentKind')
      .select('kindId')
      .where('code', '=', 'begroting-hoofdlijnen')
      .executeTakeFirstOrThrow();
    const rights = await readRights(tx, admin(), { ...unit, ...kind, documentId: '' });
    const joint = rights.find((one) => one.bodyKind === 'joint-meeting');
    expect(joint).toMatchObject({ bodyCode: 'gv', sections: ['personeel', 'studenten'], kind: 'consent' });
    expect(rights.map((one) => one.kind)).not.toContain('decides');
    return joint!.bodyId!;
  });
  const seats = await run((tx) => seatHolders(tx, place.institutionId, bodyId, '2022-01-01'));
  expect(seats.map((one) => [one.name, one.part, one.capacity])).toEqual([
    ['A', 'or', 'personeel'],
    ['B', 'sr', 'studenten'],
  ]);
});

test('a set of one’s own: each wrong value is explained where it stands', async () => {
  expect(await errorsOf(load('bestaat-niet'))).toEqual(['set rights-set.unknown']);
  const holder = { holderNl: 'Raad', holderEn: 'Council' };
  const right = {
    bodyKind: 'raad',
    bodyAt: 'unit',
    kind: 'advice',
    basis: 'x',
    certainty: 'known',
    ...holder,
  };
  const set = (over: object) => ({
    ...{ format: 'akkoord-rights/1', code: 'eigen', nameNl: 'Eigen', nameEn: 'Own' },
    kinds: [{ code: 'k', nameNl: 'K', nameEn: 'K', unitKinds: ['faculty'], rights: [{ ...right, ...over }] }],
  });
  expect(await errorsOf(load(set({ silence: 'refused', sections: ['a'] })))).toEqual([
    'kinds.0.rights.0.silence right.silence',
    'kinds.0.rights.0.sections right.sections-one',
  ]);
  expect(await errorsOf(load(set({ termDays: 0 })))).toEqual(['kinds.0.rights.0.termDays field.text']);
  // the kind of body comes with the set, called as the set calls it; without a name it is not made
  expect(await errorsOf(load(set({ holderNl: '' })))).toEqual([
    'kinds.0.rights.0.bodyKind body-kind.unknown',
  ]);
  expect(await load(set({}))).toMatchObject({ kinds: 1, rights: 1 });
  const kinds = await run((tx) => listBodyKinds(tx, place.institutionId));
  expect(kinds.at(-1)).toMatchObject({ code: 'raad', nameNl: 'Raad', nameEn: 'Council' });
});

test('the administrator types a right, a quorum as people say it, and a recess', async () => {
  const { revision } = await run((tx) => getScheme(tx, place.institutionId, 'ka'));
  const form = {
    ...{ intent: 'right', key: 'plan/', revision: String(revision), 'kind.code': 'plan', sort: '9' },
    ...{
      bodyKind: 'raad',
      bodyAt: 'unit',
      kind: 'consent',
      termDays: '15',
      basis: 'reglement',
      certainty: 'known',
    },
    ...{ majority: 'absolute', silence: 'open', suspensionDays: '28', appealMonths: '1' },
    ...{
      quorum: 'de helft',
      'section0.name': 'studenten',
      'section0.quorum': '7',
      'section1.name': 'personeel',
    },
    ...{ 'section1.majority': 'two-thirds-votes', mediatorKind: 'executive-board', mediationDays: '10' },
  };
  const page = (over: Record<string, string>) =>
    schemeAdminPage.action(
      pageArgs({ db, actor: admin(), path: '/', params: { scheme: 'ka' }, form: { ...form, ...over } }),
    );
  expect(await page({})).toMatchObject({
    problem: { errors: [{ path: 'quorum', code: 'right.quorum', params: { raw: 'de helft' } }] },
    typed: { quorum: 'de helft' },
  });
  expect(await page({ quorum: '66,67%', 'section0.quorum': 'veel' })).toMatchObject({
    problem: { errors: [{ path: 'sections', code: 'right.section-quorum', params: { raw: 'veel' } }] },
  });
  expect(await page({ quorum: '66,67%', mediatorKind: '' })).toMatchObject({
    problem: { errors: [{ path: 'mediatorKind', code: 'right.mediator-missing' }] },
  });
  expect(await page({ quorum: '66,67%' })).toMatchObject({ done: { revision: revision + 1 } });
  const kinds = (await run((tx) => getScheme(tx, place.institutionId, 'ka'))).kinds;
  expect(kinds.find((one) => one.code === 'plan')?.rights.at(-1)).toMatchObject({
    quorumBasis: 6667,
    sections: ['studenten', 'personeel'],
    sectionRules: [
      { name: 'studenten', quorumBasis: null, quorumMembers: 7, majority: null },
      { name: 'personeel', quorumBasis: null, quorumMembers: null, majority: 'two-thirds-votes' },
    ],
    ...{ mediatorKind: 'executive-board', mediationDays: 10, committeeKind: null },
    conditionsAllowed: false,
  });
  const recess = {
    intent: 'period',
    nameNl: 'kerstreces',
    nameEn: 'Christmas',
    kind: 'recess',
    from: '2026-12-21',
  };
  const calendar = (over: Record<string, string>) =>
    calendarPage.action(pageArgs({ db, actor: admin(), path: '/', form: { ...recess, ...over } }));
  expect(await calendar({ through: '2026-12-01' })).toMatchObject({
    problem: { errors: [{ path: 'through', code: 'field.period' }] },
  });
  expect(await calendar({ through: '2027-01-01' })).toHaveProperty('done');
  expect(await calendar({ through: '2026-12-24' })).toMatchObject({
    problem: { errors: [{ code: 'free-period.overlaps', params: { name: 'kerstreces' } }] },
  });
  const reader = testActor(place.institutionId, []);
  const refused = await calendarPage.action(pageArgs({ db, actor: reader, path: '/', form: recess }));
  expect(refused).toMatchObject({ problem: { code: 'forbidden' } });
});
