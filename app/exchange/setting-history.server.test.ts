import { expect, test } from 'vitest';
import { inInstitution } from '#app/kernel/db.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { putFund } from '#app/scheme/fund.server.ts';
import { putRate, removeRate } from '#app/scheme/rate.server.ts';
import { loadInstitution, smallInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { readInstitutionFile } from './institution-check.ts';
import { exportInstitution } from './institution-export.server.ts';
import type { InstitutionInput } from './institution-file.ts';
import { printFile } from './print-file.ts';

const watched = watchedDatabase();

type History = NonNullable<InstitutionInput['settingHistory']>;

const side = { scheme: 'ka', stage: 'budgeted' as const, unitCents: 100 };
const layout = {
  unit: 'keur',
  columns: [{ key: 'c', kind: 'figure', stage: 'budgeted', year: 2022, label: { nl: 'B', en: 'B' } }],
  rows: [
    { key: 'r', kind: 'plain', label: { nl: 'Eerst', en: 'First' }, value: { figures: { node: 'T1' } } },
  ],
};
const right = {
  ...{ documentKind: 'plan', bodyKind: 'faculty-council', bodyAt: 'unit' as const, kind: 'consent' as const },
  ...{ prior: true, termDays: 42, basis: 'test', certainty: 'text' as const },
};

/** Each kind of setting: what it was, and since when what stands there is known. */
const history: History = [
  {
    ...{ setting: 'rate', scheme: 'ka', knownUntil: '2022-03-01T10:00:00Z' },
    what: { fromYear: 2022, fteCents: 7_900_000, source: 'Voorlopig' },
  },
  {
    ...{ setting: 'rate', scheme: 'ka', knownFrom: '2022-03-01T10:00:00Z' },
    what: { fromYear: 2022, fteCents: 8_000_000 },
  },
  {
    ...{ setting: 'fund', scheme: 'ka', knownUntil: '2022-03-02T10:00:00Z', sort: 4 },
    what: { code: 'npo', nameNl: 'NPO', nameEn: 'NPO', own: true },
  },
  {
    ...{ setting: 'fund', scheme: 'ka', knownFrom: '2022-03-02T10:00:00Z' },
    what: { code: 'npo', nameNl: 'NPO', nameEn: 'NPO', own: false },
  },
  {
    ...{
      setting: 'exclusion',
      scheme: 'ka',
      knownFrom: '2022-01-01T10:00:00Z',
      knownUntil: '2022-03-03T10:00:00Z',
    },
    what: { node: 'T2', reason: 'Elders', coveredBy: '' },
  },
  {
    ...{ setting: 'fundTerm', scheme: 'ka', knownUntil: '2022-03-04T10:00:00Z' },
    what: { fund: 'kwaliteit', fromYear: 2022, toYear: 2023, source: 'Brief' },
  },
  {
    ...{ setting: 'tie', scheme: 'ka', knownUntil: '2022-03-05T10:00:00Z' },
    what: { code: 'zelfde', nameNl: 'Zelfde', nameEn: 'Same', left: side, right: side },
  },
  {
    ...{ setting: 'table', scheme: 'ka', knownUntil: '2022-03-06T10:00:00Z' },
    what: { code: 't', titleNl: 'Tabel', titleEn: 'Table', layout },
  },
  {
    ...{ setting: 'carryOver', scheme: 'ka', knownUntil: '2022-03-07T10:00:00Z' },
    what: { documentKind: 'allocatie', shareBasis: 1_000, source: 'Regeling' },
  },
  {
    ...{ setting: 'right', scheme: 'ka', knownUntil: '2022-03-08T10:00:00Z' },
    what: { ...right, prior: false },
  },
  { ...{ setting: 'right', scheme: 'ka', knownFrom: '2022-03-08T10:00:00Z' }, what: right },
];

const exported = (institutionId: string) =>
  inInstitution(watched.db, institutionId, (tx) => exportInstitution(tx, institutionId));

test('what settings were, and since when they are known, comes back to the byte', async () => {
  const file = { ...smallInstitution('bekend'), settingHistory: history };
  const { institutionId } = await loadInstitution(watched.db, file);
  expect(printFile(await exported(institutionId))).toBe(printFile(readInstitutionFile(file)));
});

test('what changed on the pages goes along, and loads again', async () => {
  const own = await loadInstitution(watched.db, smallInstitution('gewijzigd'));
  const actor = await own.actor('beleid');
  const within = <T>(work: Parameters<typeof inInstitution<T>>[2]) =>
    inInstitution(watched.db, own.institutionId, work);
  const at = { scheme: 'ka', part: 2022 };
  const npo = { nameNl: 'NPO', nameEn: 'NPO', own: true, sort: 1 };
  await within((tx) => putRate(tx, actor, at, { revision: 1, fteCents: 9_000_000, source: 'Nieuw' }));
  await within((tx) => putFund(tx, actor, { scheme: 'ka', part: 'npo' }, { revision: 2, ...npo }));
  await within((tx) => removeRate(tx, actor, at, { revision: 3 }));
  const file = await exported(own.institutionId);
  expect(
    file.settingHistory.map(({ setting, knownFrom, knownUntil, what }) => ({
      ...{ setting, from: knownFrom !== null, until: knownUntil !== null },
      fteCents: 'fteCents' in what ? what.fteCents : undefined,
    })),
  ).toEqual([
    { setting: 'fund', from: false, until: true },
    { setting: 'fund', from: true, until: false },
    { setting: 'rate', from: false, until: true, fteCents: 8_000_000 },
    { setting: 'rate', from: true, until: true, fteCents: 9_000_000 },
  ]);
  const again = { ...file, institution: { ...file.institution, code: 'opnieuw' } };
  const loaded = await loadInstitution(watched.db, again as InstitutionInput);
  expect((await exported(loaded.institutionId)).settingHistory).toEqual(file.settingHistory);
});

test('a setting with two values at one moment, or of something that is not there, is refused at its place', () => {
  const codes = (entries: History) => {
    try {
      readInstitutionFile({ ...smallInstitution(), settingHistory: entries });
      return [];
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return error.errors.map((one) => `${one.path} ${one.code}`);
    }
  };
  const [past, present] = history as [History[number], History[number]];
  expect(codes([past, present])).toEqual([]);
  // what stands in its own place counts too: without a word it was always known
  expect(codes([past])).toEqual(['settingHistory[0].knownFrom file.known-twice']);
  expect(codes([past, { ...present, knownFrom: '2022-02-01T10:00:00Z' }])).toEqual([
    'settingHistory[1].knownFrom file.known-twice',
  ]);
  expect(codes([{ ...past, scheme: 'nergens' }])).toEqual(['settingHistory[0].scheme file.unknown-scheme']);
  const term = history.find((one) => one.setting === 'fundTerm')!;
  expect(codes([{ ...term, what: { ...term.what, fund: 'nergens' } } as History[number]])).toEqual([
    'settingHistory[0].what.fund file.unknown-fund',
  ]);
  expect(codes([{ ...term, knownFrom: term.knownUntil }])).toEqual([
    'settingHistory[0].knownUntil file.ends-before-it-begins',
  ]);
});
