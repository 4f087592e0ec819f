import { beforeAll, expect, test } from 'vitest';
import { getAllocation } from '#app/allocation/allocation.server.ts';
import { startAllocation } from '#app/allocation/draft.server.ts';
import { createScenario, getScenario } from '#app/allocation/scenario.server.ts';
import { getFunding } from '#app/funding/funding.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { getPlan } from '#app/plan/plan.server.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as letterFile from './letter-sheet-file.ts';
import * as letterPage from './letter-sheet-page.tsx';
import * as measuresFile from './measures-sheet-file.ts';
import * as measuresPage from './measures-sheet-page.tsx';
import * as rulesFile from './rules-sheet-file.ts';
import * as rulesPage from './rules-sheet-page.tsx';

const watched = watchedDatabase();
let own: LoadedInstitution;
let actor: Actor;

beforeAll(async () => {
  own = await loadInstitution(watched.db, smallInstitution());
  actor = await own.actor('beleid');
});

const run = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(watched.db, own.institutionId, work);

type Page = { action: (args: never) => Promise<unknown> };
type Files = { loader: (args: never) => Promise<Response> };
type Where = { path: string; params: Record<string, string>; who?: Actor };
type Shown = {
  changes: { key: string[]; field: string; before: unknown; after: unknown; was?: unknown }[];
  conflicts: unknown[];
  refused: { row: number; field: string | null; code: string }[];
};
type Outcome = {
  shown: Shown | null;
  moved: boolean;
  problem: { code: string; status: number; errors: unknown[] } | null;
};

/** One table as its person works with it: fetched, handed in, saved. */
function at(page: Page, files: Files, { path, params, who = actor }: Where) {
  const post = async (fields: Record<string, string | File>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const args = pageArgs({ db: watched.db, actor: who, path, params, form });
    return page.action(args as never).catch((thrown: unknown) => thrown) as Promise<Outcome & Response>;
  };
  return {
    hand: (text: string) => post({ intent: 'read', file: new File([text], 'x.csv') }),
    save: (changes: unknown, more: Record<string, string> = {}) =>
      post({ intent: 'save', changes: JSON.stringify(changes), ...more }),
    roundTrip: async (format: string) => {
      const args = pageArgs({ db: watched.db, actor: who, path, params: { ...params, format } });
      const bytes = await (await files.loader(args as never)).arrayBuffer();
      return (await post({ intent: 'read', file: new File([bytes], `x.${format}`) })).shown;
    },
  };
}

const nothing = { changes: [], conflicts: [], refused: [], blind: false, absent: 0 };
const said = ({ shown }: Outcome) => ({
  changes: shown!.changes.map(({ key, field, after }) => [key.filter(Boolean).join(' '), field, after]),
  refused: shown!.refused.map(({ row, field, code }) => `${row} ${field} ${code}`),
});

test('[000-66] a letter goes round per fund and year: stars, pm and memo; what vanishes is refused', async () => {
  const scheme = { scheme: 'ka' };
  const documents = () => run(async (tx) => (await getFunding(tx, actor, scheme)).documents);
  const fresh = at(letterPage, letterFile, {
    path: '/schemes/ka/funding/letter/sheet?kind=bekostiging',
    params: scheme,
  });
  expect(await fresh.roundTrip('ods')).toMatchObject(nothing);
  const begun = (await fresh.hand('Middelen;Naast het totaal;2022\nkwaliteit;;1.000.000*\nnpo;memo;pm\n'))
    .shown!;
  expect((await fresh.save(begun.changes, { from: '2022-01-01' })).problem!.errors).toMatchObject([
    { path: 'code', code: 'field.required' },
    { path: 'title', code: 'field.required' },
  ]);
  const names = { code: 'brief', title: 'Brief', from: '2022-01-01' };
  expect(await fresh.save(begun.changes, names)).toMatchObject({ status: 302 });
  const path = '/schemes/ka/funding/letter/sheet?document=brief';
  const sheet = at(letterPage, letterFile, { path, params: scheme });
  for (const format of ['xlsx', 'ods']) expect(await sheet.roundTrip(format)).toMatchObject(nothing);
  const read = await sheet.hand(
    'Middelen;Naast het totaal;2022;2023\n' +
      'kwaliteit;;;"1.500.000,50*"\n' +
      'npo;;5;-5\n' +
      'npo;memo;pm;\n' +
      'verzonnen;;1;1\n' +
      'npo;ernaast;1;1\n',
  );
  expect(said(read)).toEqual({
    changes: [['kwaliteit', '2023', '150000050*']],
    refused: [
      '2 2022 funding.amount-removed',
      '3 2023 funding.negative',
      '3 2022 fill-in.letter.both',
      '5 null funding.unknown-fund',
      '6 null fill-in.letter.beside',
    ],
  });
  const { changes } = read.shown!;
  expect((await sheet.save(changes, { from: 'morgen' })).problem!.errors).toMatchObject([{ path: 'from' }]);
  const reader = at(letterPage, letterFile, { path, params: scheme, who: await own.actor('lezer') });
  expect((await reader.save(changes, { from: '2023-01-01' })).problem!.status).toBe(403);
  expect(await sheet.save(changes, { from: '2023-01-01', note: 'Bijgesteld' })).toMatchObject({
    status: 302,
  });
  const last = (await documents()).find((one) => one.code === 'brief')!.versions.at(-1)!;
  expect(last).toMatchObject({ number: 2, note: 'Bijgesteld' });
  expect(
    last.lines.map(({ fund, year, cents, provisional, memo }) => [fund, year, cents, provisional, memo]),
  ).toEqual([
    ['kwaliteit', 2022, 1_000_000_00, true, false],
    ['kwaliteit', 2023, 1_500_000_50, true, false],
    ['npo', 2022, null, false, true],
  ]);
  // an amount moves from the memo into the total
  const moves = (await sheet.hand('Middelen;Naast het totaal;2022\nnpo;;250\nnpo;memo;\n')).shown!;
  expect(moves.refused).toEqual([]);
  expect(await sheet.save(moves.changes, { from: '2023-01-01' })).toMatchObject({ status: 302 });
  // somebody saves an old preview: what stands now is shown beside it, and nothing is recorded
  const old = changes.map((one) => ({ ...one, before: 1, after: 2 }));
  const moved = await sheet.save(old, { from: '2023-01-01' });
  expect(moved).toMatchObject({ moved: true, saved: null });
  expect(moved.shown!.conflicts).toMatchObject([{ before: '150000050*', was: 1, after: 2 }]);
});

test('the numbers of rules go round, for a scenario and for a draft of an allocation', async () => {
  const recht = { unit: 'recht', node: null };
  const beta = { unit: 'beta', node: null };
  const heads = { definition: 'eer', date: '2021-10-01' };
  const rules = [
    { kind: 'reserve' as const, to: recht, take: { basisPoints: 1000, of: 'total' as const } },
    { kind: 'fixed' as const, chargedTo: 'pool' as const, amounts: [{ to: recht, cents: 100_00 }] },
    { kind: 'tariff' as const, centsPerHead: 50_00, heads, to: [recht, beta] },
    {
      kind: 'weights' as const,
      weights: [
        { to: recht, weight: 3 },
        { to: beta, weight: 2 },
      ],
    },
  ];
  const money = { fund: 'kwaliteit', basis: 'own' as const, totals: { '2022': 1_000_000_00 } };
  const made = await run((tx) =>
    createScenario(tx, actor, {
      scheme: 'ka',
      name: 'Proef',
      description: '',
      shared: false,
      ...money,
      rules,
    }),
  );
  const params = { scheme: 'ka', scenario: made.scenario };
  const path = `/schemes/ka/allocation/scenarios/${made.scenario}/sheet`;
  const sheet = at(rulesPage, rulesFile, { path, params });
  for (const format of ['xlsx', 'ods']) expect(await sheet.roundTrip(format)).toMatchObject(nothing);
  const read = await sheet.hand(
    'Regel;Groep of jaar;Eenheid;Thema;Waarde\n' +
      '0;2022;;;1.200.000,00*\n' +
      '0;2023;;;pm\n' +
      '1;;;;12,5\n' +
      '2;;recht;;pm\n' +
      '2;;beta;;250\n' +
      '3;;;;\n' +
      '4;;recht;;4\n' +
      '4;;beta;;\n' +
      '4;;nergens;;1\n' +
      '9;;recht;;1\n',
  );
  expect(said(read)).toEqual({
    changes: [
      ['0 2022', 'value', '120000000*'],
      ['0 2023', 'value', 'pm'],
      ['1', 'value', 1250],
      ['2 recht', 'value', 'pm'],
      ['2 beta', 'value', 250_00],
      ['4 recht', 'value', 4],
      ['4 beta', 'value', null],
    ],
    refused: ['7 value fill-in.rules.needed', '10 null plan.unknown', '11 null fill-in.rules.no-row'],
  });
  expect(await sheet.save(read.shown!.changes)).toMatchObject({ status: 302 });
  const { scenario } = await run((tx) => getScenario(tx, actor, { scheme: 'ka', scenario: made.scenario }));
  expect(scenario.inputs).toMatchObject({
    totals: { '2022': 1_200_000_00 },
    provisional: [2022],
    pm: [2023],
  });
  expect(scenario.rules).toMatchObject([
    { take: { basisPoints: 1250, of: 'total' } },
    {
      amounts: [
        { to: recht, cents: 0, mark: 'pm' },
        { to: beta, cents: 250_00 },
      ],
    },
    { centsPerHead: 50_00 },
    { weights: [{ to: recht, weight: 4 }] },
  ]);
  // the same again is done already; an older preview comes back beside what stands
  expect(await sheet.save(read.shown!.changes)).toMatchObject({ status: 302 });
  const old = [{ ...read.shown!.changes[2]!, before: 1000, after: 2000 }];
  expect((await sheet.save(old)).shown!.conflicts).toMatchObject([{ before: 1250, was: 1000, after: 2000 }]);

  const kind = 'allocatie';
  const start = { scheme: 'ka', kind, code: 'verdeling-2', title: 'Verdeling 2', fund: 'kwaliteit' };
  await run((tx) => startAllocation(tx, actor, { ...start, basis: 'granted', begin: { rules, totals: {} } }));
  const draft = at(rulesPage, rulesFile, {
    ...{
      path: '/schemes/ka/allocation/verdeling-2/rules/sheet',
      params: { scheme: 'ka', document: 'verdeling-2' },
    },
  });
  expect(await draft.roundTrip('xlsx')).toMatchObject(nothing);
  const found = await draft.hand('Regel;Groep of jaar;Eenheid;Thema;Waarde\n3;;;;75,25*\n');
  expect(await draft.save(found.shown!.changes)).toMatchObject({ status: 302 });
  const kept = await run((tx) => getAllocation(tx, actor, { scheme: 'ka', document: 'verdeling-2' }));
  expect(kept.rules!.rules[2]).toMatchObject({ centsPerHead: 75_25, provisional: true });
  const reader = { path, params, who: await own.actor('lezer') };
  expect(await at(rulesPage, rulesFile, reader).save([])).toMatchObject({ problem: { code: 'forbidden' } });
});

test('measures go round as texts: changed, begun, and refused cell by cell', async () => {
  const params = { scheme: 'ka', document: 'plan-recht' };
  const path = '/schemes/ka/plans/plan-recht/measures-sheet';
  const who = await own.actor('schrijver-recht');
  const sheet = at(measuresPage, measuresFile, { path, params, who });
  const read = await sheet.hand(
    'Thema;Code;Naam;Verantwoordelijke;Laatste jaar;Wat voegt het geld toe?;Omschrijving\n' +
      't1;werkgroepen;Kleinere werkgroepen;Decaan;2024;;"- Klein\n=SOM(A1)"\n'.replace(';;', ';Nieuw;') +
      'onzin;adviseurs;;Decaan;2099;Nieuw;Meer\n' +
      'T2;nieuw;Een nieuwe;;2024;existing;\n' +
      ';halve;;Iemand;2024;New;\n' +
      'T2;met spatie;Naam;;2024;Nieuw;\n',
  );
  expect(said(read)).toEqual({
    changes: [
      ['werkgroepen', 'owner', 'Decaan'],
      ['werkgroepen', 'description', '- Klein\n=SOM(A1)'],
      ['adviseurs', 'owner', 'Decaan'],
      ['adviseurs', 'description', 'Meer'],
      ['nieuw', 'name', 'Een nieuwe'],
      ['nieuw', 'node', 'T2'],
      ['nieuw', 'lastYear', '2024'],
      ['nieuw', 'additionality', 'existing'],
    ],
    refused: [
      '3 name field.required',
      '3 node plan.unknown',
      '3 lastYear measure.years',
      '5 owner fill-in.measures.new',
      '6 null field.code',
    ],
  });
  const reader = at(measuresPage, measuresFile, { path, params, who: await own.actor('lezer') });
  expect(await reader.save(read.shown!.changes)).toMatchObject({ init: { status: 404 } });
  expect(await sheet.save(read.shown!.changes)).toMatchObject({ status: 302 });
  const { measures } = await run((tx) => getPlan(tx, who, params));
  expect(measures.find(({ code }) => code === 'werkgroepen')).toMatchObject({
    ...{ name: 'Kleinere werkgroepen', owner: 'Decaan', description: '- Klein\n=SOM(A1)' },
  });
  expect(measures.find(({ code }) => code === 'nieuw')).toMatchObject({
    ...{ name: 'Een nieuwe', node: 'T2', additionality: 'existing', firstYear: 2022, lastYear: 2024 },
  });
  // several lines in one cell, and what looks like a formula, come back as they went out
  for (const format of ['xlsx', 'ods']) expect(await sheet.roundTrip(format)).toMatchObject(nothing);
});
