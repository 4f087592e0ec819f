import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { getForecast } from '#app/realisation/forecast.server.ts';
import { saveForecast } from '#app/realisation/forecast-save.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { forecastEntries } from './forecast-sheet.ts';
import * as files from './forecast-sheet-file.ts';
import * as page from './forecast-sheet-page.tsx';

const watched = watchedDatabase();
const now = new Date('2022-05-10T10:00:00Z');
const params = { scheme: 'ka', unit: 'recht', year: '2022' };
const path = '/schemes/ka/realisation/recht/2022/forecast/sheet?months=2';
let own: LoadedInstitution;
let actor: Actor;

beforeAll(async () => {
  const file = spendingInstitution();
  file.schemes![0]!.documentKinds!.push({
    ...{ code: 'prognose', nameNl: 'Prognose', nameEn: 'Forecast', stage: 'forecast' as const },
    unitKinds: ['faculty'],
  });
  own = await loadInstitution(watched.db, file);
  actor = await own.actor('controller-recht');
});

type Outcome = Extract<Awaited<ReturnType<typeof page.action>>, { moved: boolean }> & Response;

async function post(fields: Record<string, string | File>, who = actor) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const args = pageArgs({ db: watched.db, actor: who, path, params, form, now });
  return page.action(args as never).catch((thrown: unknown) => thrown) as Promise<Outcome>;
}
const hand = (csv: string) => post({ intent: 'read', file: new File([csv], 'x.csv') });
const fetched = async (format: string, year = '2022') => {
  const to = { ...params, year, format };
  const args = pageArgs({ db: watched.db, actor, path, params: to, now });
  const bytes = await ((await files.loader(args as never)) as Response).arrayBuffer();
  return new File([bytes], `x.${format}`);
};
const stands = () =>
  inInstitution(watched.db, own.institutionId, (tx) =>
    getForecast(tx, actor, { scheme: 'ka', unit: 'recht', year: 2022, months: 2, now }),
  );
const heads = 'Thema;Plan;Maatregel;Middelen;Met de hand;Reden\n';
const said = ({ shown }: Outcome) => ({
  changes: shown!.changes.map(({ key, field, after }) => [key[2], field, after]),
  refused: shown!.refused.map(({ row, field, code }) => `${row} ${field} ${code}`),
});

test('[000-66] a forecast goes round: fetched, filled in by hand elsewhere, shown cell by cell, saved', async () => {
  for (const format of ['xlsx', 'ods']) {
    const { shown } = await post({ intent: 'read', file: await fetched(format) });
    expect(shown).toMatchObject({ changes: [], conflicts: [], refused: [], blind: false, absent: 0 });
  }
  const { rows } = await stands();
  const fund = (name: string) => rows.find((one) => one.name === name)!.fund;
  const [groups, guests] = [fund('Kleinere werkgroepen'), fund('Gastdocenten')];
  const read = await hand(
    `${heads}T1;plan-recht;werkgroepen;${groups};110.000,00;Vacatures\n` +
      `T1;plan-recht;gasten;${guests};12.000,00*;Reden\n` +
      `T2;plan-recht;adviseurs;${groups};;Zomaar\n` +
      `T2;plan-recht;nergens;${groups};5;Reden\n`,
  );
  expect(said(read)).toEqual({
    changes: [
      ['werkgroepen', 'hand', 110_000_00],
      ['werkgroepen', 'reason', 'Vacatures'],
    ],
    refused: [
      '3 hand fill-in.forecast.no-star',
      '3 reason fill-in.forecast.no-star',
      '4 reason forecast.amount-needed',
      '5 null fill-in.forecast.no-row',
    ],
  });
  const bare = await hand(`${heads}T1;plan-recht;gasten;${guests};12.000,00;\n`);
  expect(said(bare).refused).toEqual(['2 hand forecast.reason-needed']);

  // nothing of this was saved; and an amount whose reason was left out is refused whole
  expect((await stands()).newest).toBe(0);
  const { changes } = read.shown!;
  const save = { intent: 'save', changes: JSON.stringify(changes), note: 'Halfjaar' };
  expect((await post(save, await own.actor('lezer'))).problem!.status).toBe(403);
  const done = await post(save);
  expect([done.status, done.headers.get('location')]).toEqual([
    302,
    '/schemes/ka/realisation/recht/2022/forecast?saved=1',
  ]);
  const kept = await stands();
  expect(kept.version).toMatchObject({ number: 1, months: 2, note: 'Halfjaar' });
  expect(kept.rows.find((one) => one.name === 'Kleinere werkgroepen')).toMatchObject({
    ...{ method: 'hand', saved: 110_000_00, reason: 'Vacatures' },
  });
  // the others follow their own method
  expect(kept.rows.find((one) => one.name === 'Gastdocenten')).toMatchObject({
    ...{ method: 'budget', saved: 20_000_00, reason: '' },
  });
  for (const format of ['xlsx', 'ods']) {
    const { shown } = await post({ intent: 'read', file: await fetched(format) });
    expect(shown).toMatchObject({ changes: [], conflicts: [], refused: [], blind: false });
  }
});

test('what changed meanwhile is a choice per cell; an emptied row follows its own method again', async () => {
  const away = await fetched('xlsx');
  const frame = await stands();
  const at = { scheme: 'ka', unit: 'recht', year: 2022, months: 2, now };
  const key = ['T1', 'plan-recht', 'werkgroepen', frame.rows.find((one) => one.method === 'hand')!.fund];
  const more = [{ row: 1, key, field: 'hand', before: 110_000_00, after: 105_000_00 }];
  await inInstitution(watched.db, own.institutionId, (tx) =>
    saveForecast(tx, actor, { ...at, entries: forecastEntries(frame, more), note: '' }),
  );
  // the file says what stood there when it was fetched, so it takes nothing back
  expect((await post({ intent: 'read', file: away })).shown).toMatchObject({ changes: [], kept: 1 });
  const old = { row: 1, key, field: 'hand', before: 110_000_00, after: 99_000_00 };
  const moved = await post({ intent: 'save', changes: JSON.stringify([old]) });
  expect(moved).toMatchObject({ moved: true, saved: null });
  expect(moved.shown!.conflicts).toMatchObject([{ before: 105_000_00, was: 110_000_00, after: 99_000_00 }]);
  expect((await stands()).newest).toBe(2);
  const emptied = await hand(`${heads}${key.join(';')};;\n`);
  expect(said(emptied)).toEqual({
    changes: [
      ['werkgroepen', 'hand', null],
      ['werkgroepen', 'reason', null],
    ],
    refused: [],
  });
  expect(await post({ intent: 'save', changes: JSON.stringify(emptied.shown!.changes) })).toMatchObject({
    status: 302,
  });
  expect((await stands()).rows.filter((one) => one.method === 'hand')).toEqual([]);
});

test('a file of another year is refused, and who may not record gets none', async () => {
  const other = await post({ intent: 'read', file: await fetched('ods', '2023') });
  expect(other.problem!.errors).toMatchObject([{ path: 'file', code: 'fill-in.forecast.other' }]);
  const reader = pageArgs({ db: watched.db, actor: await own.actor('lezer'), path, params, now });
  await expect(page.loader(reader as never)).rejects.toMatchObject({ init: { status: 403 } });
});
