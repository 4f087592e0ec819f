import { beforeAll, expect, test } from 'vitest';
import { getCarryOver } from '#app/allocation/carry-over.server.ts';
import { saveCarryOver, startCarryOver } from '#app/allocation/carry-over-draft.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution, type Tx } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as files from './carry-over-sheet-file.ts';
import * as page from './carry-over-sheet-page.tsx';

const watched = watchedDatabase();
const params = { scheme: 'ka', document: 'over-2022' };
const path = '/schemes/ka/allocation/carry-over/over-2022/sheet';
let own: LoadedInstitution;
let actor: Actor;

const run = <T>(work: (tx: Tx) => Promise<T>) => inInstitution(watched.db, own.institutionId, work);

/** Law spent 70,000 of 100,000 in 2022, Science 45,000 of 50,000; a draft proposes to move what is left. */
beforeAll(async () => {
  const file = smallInstitution();
  const scheme = file.schemes![0]!;
  scheme.documentKinds!.push({
    ...{ code: 'overheveling', nameNl: 'Overheveling', nameEn: 'Carry-over', stage: 'allocated' as const },
    unitKinds: ['institution'],
    carryOver: { source: 'Regeling' },
  });
  const adopted = {
    ...{ status: 'adopted' as const, createdAt: '2023-03-01T08:00:00Z', submittedAt: '2023-03-01T09:00:00Z' },
    adoptedAt: '2023-03-01T10:00:00Z',
    inForce: { from: '2023-03-01T10:00:00Z', recordedAt: '2023-03-01T10:00:00Z' },
  };
  const add = (code: string, kind: string, unit: string, spent: [string, number][]) =>
    scheme.documents!.push({
      ...{ code, title: code, kind, unit, firstYear: 2022, lastYear: 2024 },
      versions: [
        {
          ...{ number: 1, ...adopted },
          lines: spent.map(([of, euros]) => ({
            ...{ fund: 'kwaliteit', unit: of, year: 2022, cents: euros * 100 },
            ...(kind === 'allocatie' ? {} : { node: 'T1' }),
          })),
        },
      ],
    });
  add('verdeling', 'allocatie', 'klein', [
    ['recht', 100_000],
    ['beta', 50_000],
  ]);
  add('verslag-recht', 'financieel-verslag', 'recht', [['recht', 70_000]]);
  add('verslag-beta', 'financieel-verslag', 'beta', [['beta', 45_000]]);
  own = await loadInstitution(watched.db, file);
  actor = await own.actor('controller');
  const start = { scheme: 'ka', code: 'over-2022', title: 'Overheveling 2022', year: 2022, to: 2023 };
  await run((tx) => startCarryOver(tx, actor, { ...start, reason: 'Vacatures' }));
});

type Outcome = Extract<Awaited<ReturnType<typeof page.action>>, { moved: boolean }> & Response;

async function post(fields: Record<string, string | File>, who = actor) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const args = pageArgs({ db: watched.db, actor: who, path, params, form });
  return page.action(args as never).catch((thrown: unknown) => thrown) as Promise<Outcome>;
}
const hand = (rows: string) =>
  post({
    intent: 'read',
    file: new File([`Middelen;Eenheid;Van;Naar;Overhevelen;Eigen reden\n${rows}`], 'x.csv'),
  });
const save = (changes: unknown, who = actor) =>
  post({ intent: 'save', changes: JSON.stringify(changes) }, who);
const fetched = async (format: string) => {
  const args = pageArgs({ db: watched.db, actor, path, params: { ...params, format } });
  return new File([await ((await files.loader(args as never)) as Response).arrayBuffer()], `x.${format}`);
};
const stands = () => run((tx) => getCarryOver(tx, actor, params));

test('[000-66] carry-overs go round: fetched, filled in elsewhere, shown cell by cell, saved', async () => {
  for (const format of ['xlsx', 'ods']) {
    const { shown } = await post({ intent: 'read', file: await fetched(format) });
    expect(shown).toMatchObject({ changes: [], conflicts: [], refused: [], blind: false, absent: 0 });
  }
  const { shown } = await hand(
    'kwaliteit;recht;2022;2023;20.000,50;Later begonnen\n' +
      'kwaliteit;beta;2022;2023;5.000,00*;\n' +
      'kwaliteit;beta;2022;2024;1;\n',
  );
  expect(shown!.changes.map(({ key, field, after }) => [key[1], field, after])).toEqual([
    ['recht', 'cents', 20_000_50],
    ['recht', 'reason', 'Later begonnen'],
  ]);
  expect(shown!.refused.map(({ row, code }) => `${row} ${code}`)).toEqual([
    '3 carry.marked',
    '4 fill-in.carry.no-row',
  ]);
  expect((await stands()).carries).toMatchObject([{ cents: 30_000_00 }, { cents: 5_000_00 }]);
  const reader = await own.actor('lezer');
  expect((await save(shown!.changes, reader)).problem!.status).toBe(403);
  const done = await save(shown!.changes);
  expect([done.status, done.headers.get('location')]).toEqual([
    302,
    '/schemes/ka/allocation/carry-over/over-2022?saved',
  ]);
  expect(await stands()).toMatchObject({
    carries: [
      { unit: 'recht', cents: 20_000_50, reason: 'Later begonnen' },
      { unit: 'beta', cents: 5_000_00, reason: '' },
    ],
    version: { note: 'Vacatures' },
  });
  const args = pageArgs({ db: watched.db, actor: reader, path, params });
  await expect(page.loader(args as never)).rejects.toMatchObject({ init: { status: 403 } });
});

test('nothing moves where a cell is emptied or 0; what changed meanwhile is a choice per cell', async () => {
  const none = await hand('kwaliteit;beta;2022;2023;0;\nkwaliteit;recht;2022;2023;;Zomaar\n');
  expect(none.shown).toMatchObject({
    changes: [{ key: ['kwaliteit', 'beta', '2022', '2023'], before: 5_000_00, after: null }],
  });
  expect(none.shown!.refused.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
    '3 cents forecast.amount-needed',
    '3 reason forecast.amount-needed',
  ]);
  expect(await save(none.shown!.changes)).toMatchObject({ status: 302 });
  const { carries, revision } = await stands();
  expect(carries).toMatchObject([{ unit: 'recht' }]);
  // the place where something is left again stands in the table, empty
  const away = await post({ intent: 'read', file: await fetched('ods') });
  expect(away.shown).toMatchObject({ changes: [], refused: [], absent: 0 });
  const changed = [{ ...carries[0]!, cents: 10_000_00 }];
  await run((tx) => saveCarryOver(tx, actor, { ...params, carries: changed, reason: 'Vacatures', revision }));
  const key = ['kwaliteit', 'recht', '2022', '2023'];
  const old = [{ row: 2, key, field: 'cents', before: 20_000_50, after: 15_000_00 }];
  const moved = await save(old);
  expect(moved).toMatchObject({ moved: true, saved: null });
  expect(moved.shown!.conflicts).toMatchObject([{ before: 10_000_00, was: 20_000_50, after: 15_000_00 }]);
  const conflicts = JSON.stringify(moved.shown!.conflicts);
  expect(await post({ intent: 'save', changes: '[]', conflicts, 'choice.0': 'mine' })).toMatchObject({
    status: 302,
  });
  expect((await stands()).carries).toMatchObject([{ unit: 'recht', cents: 15_000_00 }]);
});
