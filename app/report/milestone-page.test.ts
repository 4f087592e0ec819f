import { beforeAll, expect, test } from 'vitest';
import { getCycle } from '#app/cycle/cycle.server.ts';
import { action as momentAction } from '#app/cycle/moment-page.tsx';
import { startYear } from '#app/cycle/start.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as exportLoader } from './milestone-export.ts';
import { loader } from './milestone-page.tsx';

/** The milestones of Twente's project plan (2018), cell by cell as it prints them. */
const printed = [
  [
    'Mei',
    'Opleiding',
    'Kwaliteitsagenda per opleiding',
    ['verbeteracties voor 2018', 'ambities voor 2019-2022'],
    'Opleidingscommissie',
    'advies',
    '',
  ],
  [
    'April',
    'Instellingsbreed',
    'Gezamenlijke bijeenkomst',
    [],
    'Medezeggenschapsorganen',
    'vertegenwoordigd',
    '',
  ],
  [
    'Mei',
    'Instellingsbreed',
    'Projectplan totstandkoming instellingsbrede kwaliteitsafspraken',
    [],
    'Universiteitsraad',
    'advies',
    '16 mei 2018',
  ],
  ['Juni', 'Faculteit', 'Conceptversie kwaliteitsafspraken', [], '', '', ''],
  [
    'Augustus',
    'Faculteit',
    'Facultaire kwaliteitsafspraken',
    ['meerjarige scope', 'onderbouwing verbetering i.r.t. studievoorschotmiddelen 2018'],
    'Faculteitsraad',
    'instemming',
    '',
  ],
  [
    'November',
    'Instellingsbreed',
    'Stand van zaken kwaliteitsafspraken',
    [],
    'Universiteitsraad',
    'informatie',
    '7 november 2018',
  ],
  [
    'December',
    'Instellingsbreed',
    'Instellingsbrede kwaliteitsafspraken',
    [],
    'Universiteitsraad',
    'instemming',
    '12 december 2018',
  ],
] as const;

const watched = watchedDatabase('twente');
let place: LoadedInstitution;
const now = new Date('2026-06-20T10:00:00Z');
const params = { scheme: 'ka-2019-2024' };

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'twente');
});

async function page(login = 'lezer', query = '') {
  const path = `/schemes/ka-2019-2024/cycle/milestones${query}`;
  const args = { db: watched.db, actor: await place.actor(login), path, params, now };
  watched.forget();
  return loader(pageArgs<Parameters<typeof loader>[0]>(args));
}

test('[004-22] the milestone table is the original’s: moment, level, product, right and meeting, in its order', async () => {
  const { table } = await page();
  expect(watched.queries).toBe(5);
  expect(table.rows.map((row) => row.label)).toEqual(printed.map(([moment]) => moment));
  for (const [at, [moment, level, product, parts, body, right, meeting]] of printed.entries()) {
    const cells = table.rows[at]!.cells.map((cell) => cell.text);
    expect(cells[0], moment).toBe(level);
    expect(cells[1]!.split(':')[0]).toBe(product);
    for (const part of parts) expect(cells[1]).toContain(part);
    for (const word of [body, right].filter(Boolean)) expect(cells[2]).toContain(word);
    if (body === '') expect(cells[2]).toBe('');
    expect(cells[3]).toBe(meeting);
  }
  expect(table.rows[0]!.cells[2]!.text).toContain('Studenten en docenten');
  expect(table.rows.map((row) => row.marks)).toEqual([[], [], [], ['*'], ['**'], [], []]);
  expect(table.footnotes.map((note) => note.inlines[0]!.text)).toEqual([
    'Uiterlijk vóór 1 juli.',
    'Uiterlijk vóór 1 september.',
  ]);
});

test('[004-22] it leaves as a file of every kind, with the same words', async () => {
  const file = async (format: string) => {
    const path = `/schemes/ka-2019-2024/cycle/milestones/export/${format}`;
    const args = {
      db: watched.db,
      actor: await place.actor('lezer'),
      path,
      params: { ...params, format },
      now,
    };
    return exportLoader(pageArgs<Parameters<typeof exportLoader>[0]>(args));
  };
  const csv = await (await file('csv')).text();
  for (const [moment, level, product] of printed) {
    expect(csv).toMatch(new RegExp(`${moment}[^\n]*${level}[^\n]*${product}`));
  }
  for (const [format, head] of [
    ['xlsx', 'PK'],
    ['ods', 'PK'],
    ['docx', 'PK'],
    ['pdf', '%PDF'],
  ]) {
    const bytes = new Uint8Array(await (await file(format!)).arrayBuffer());
    expect(new TextDecoder('latin1').decode(bytes.slice(0, head!.length))).toBe(head);
  }
});

test('[004-23] each level has a bar of twelve months; what the source lost is not guessed', async () => {
  const { bars } = await page();
  expect(bars.map((bar) => bar.name)).toEqual(['Opleiding', 'Faculteit', 'Instellingsbreed']);
  expect(bars[0]!.months.map(({ month }) => month)).toEqual(
    Array.from({ length: 12 }, (_, i) => `2018-${String(i + 1).padStart(2, '0')}`),
  );
  expect(bars.every((bar) => bar.months.every((month) => !month.runs))).toBe(true);
  const due = bars.map((bar) =>
    bar.months.flatMap(({ due: places }, i) => places.map((one) => [i + 1, one])),
  );
  expect(due).toEqual([
    [[5, 1]],
    [
      [6, 4],
      [8, 5],
    ],
    [
      [4, 2],
      [5, 3],
      [11, 6],
      [12, 7],
    ],
  ]);
});

test('a meeting that gets another day stands in the table with that day; who may not manage is refused', async () => {
  const reader = await place.actor('lezer');
  const policy = await place.actor('beleid');
  await inInstitution(watched.db, place.institutionId, (tx) =>
    startYear(tx, policy, { scheme: params.scheme, year: 2018 }),
  );
  const cycle = await inInstitution(watched.db, place.institutionId, (tx) =>
    getCycle(tx, reader, { scheme: params.scheme, year: 2018, now }),
  );
  const moment = cycle.moments.find((one) => one.step === 'stand-van-zaken')!;
  const set = async (login: string) => {
    const args = {
      ...{ db: watched.db, actor: await place.actor(login), path: '/', now },
      params: { ...params, moment: moment.momentId },
      form: { intent: 'meeting', meetsOn: '2018-11-14', revision: '1' },
    };
    return momentAction(pageArgs<Parameters<typeof momentAction>[0]>(args));
  };
  expect(await set('lezer')).toMatchObject({ problem: { status: 403 } });
  expect(await set('beleid')).toMatchObject({ done: { revision: 2 } });
  expect(await set('beleid')).toMatchObject({ problem: { code: 'conflict' } });
  const { table } = await page('reader');
  expect(table.rows[5]!.cells.map((cell) => cell.text)).toEqual([
    'Institution-wide',
    'State of the quality agreements',
    'University Council: information',
    '14 November 2018',
  ]);
});
