import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '#app/identity/token.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { api } from '#server/api.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { reorganised } from '#test/reorganised.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { loader as exportLoader } from './money-export.ts';
import { loader as linesLoader } from './money-lines-page.tsx';
import { loader } from './money-page.tsx';
import { loader as overviewLoader } from './overview-page.tsx';
import { loader as traceLoader } from './trace-page.tsx';

const watched = watchedDatabase();
let place: LoadedInstitution;
const now = new Date('2025-03-01T12:00:00Z');
const scheme = 'ka';

beforeAll(async () => {
  place = await loadInstitution(watched.db, reorganised());
});

const args = async (path: string, params: Record<string, string> = { scheme }) => ({
  ...{ db: watched.db, actor: await place.actor('controller'), now, params },
  path: `/schemes/${scheme}/${path}`,
});

/** The budget of each unit row by year, in thousands of euros, as the money page shows it. */
async function shown(query: string) {
  const { table, asked } = await loader(
    pageArgs<Parameters<typeof loader>[0]>(await args(`money?slice=unit&${query}`)),
  );
  const rows = table.rows.filter((row) => row.kind === 'line' || row.kind === 'total');
  return {
    asked,
    notes: table.footnotes.map((note) => note.inlines.map((part) => part.text).join('')),
    rows: Object.fromEntries(rows.map((row) => [row.label, row.cells.map((cell) => cell.text || null)])),
    cells: rows.flatMap((row) => row.cells.filter((cell) => cell.href)),
  };
}

describe('units that merged, were split and moved', () => {
  test('by today’s tree old years stand under what became of a unit; a split keeps the old name, and says so', async () => {
    expect((await shown('')).rows).toEqual({
      'Faculteit Recht': ['133', '33', '136'],
      'Faculteit Bèta': ['7', null, '9'],
      'Totaal lasten': ['140', '33', '145'],
    });
    const { rows, notes } = await shown('unit=recht');
    expect(rows).toEqual({
      'Faculteit Recht': ['1', null, null],
      samen: ['32', '33', '36'],
      links: [null, null, '60'],
      rechts: [null, null, '40'],
      groot: ['100', null, null],
      'Totaal lasten': ['133', '33', '136'],
    });
    expect(notes).toEqual([
      'Met de bedragen van wat in samen is opgegaan: oost en west.',
      expect.stringContaining('groot is op 1 januari 2024 gesplitst in links en rechts.'),
    ]);
  });

  test('by each year’s own tree every year stands as it was organised, with the same totals', async () => {
    expect((await shown('tree=year')).rows).toEqual({
      'Faculteit Recht': ['140', '33', '136'],
      'Faculteit Bèta': [null, null, '9'],
      'Totaal lasten': ['140', '33', '145'],
    });
    const { rows, notes } = await shown('unit=recht&tree=year');
    expect(notes).toContain('oost bestond tot en met 31 augustus 2023 en ging op in samen.');
    expect(rows).toEqual({
      'Faculteit Recht': ['1', null, null],
      samen: [null, '33', '36'],
      links: [null, null, '60'],
      rechts: [null, null, '40'],
      groot: ['100', null, null],
      oost: ['12', null, null],
      west: ['20', null, null],
      zwerf: ['7', null, null],
      'Totaal lasten': ['140', '33', '136'],
    });
  });

  test('as of a day before them the tree is that of the day; what was to come says so', async () => {
    const { rows, notes } = await shown('unit=recht&asOf=2023-06-01');
    expect(rows).toMatchObject({
      oost: ['12', null, null],
      west: ['20', null, null],
      zwerf: ['7', null, '9'],
    });
    expect(rows.samen).toEqual([null, '33', '36']);
    expect(notes).toContain('samen bestaat op deze dag nog niet. De bedragen zijn van latere jaren.');
  });

  test('as known before the correction was recorded the old figure stands, in both trees', async () => {
    const before = await shown('unit=recht&knownOn=2024-05-01');
    expect(before.rows.samen).toEqual(['30', '33', '36']);
    expect(before.asked).toMatchObject({ asOf: null, knownOn: '2024-05-01', faults: [] });
    expect((await shown('unit=recht&knownOn=2024-05-01&tree=year')).rows.oost).toEqual(['10', null, null]);
    expect((await shown('unit=recht&knownOn=2024-05-15&tree=year')).rows.oost).toEqual(['12', null, null]);
    // what is in force on a day of 2022 is corrected too, once the correction is known
    expect((await shown('unit=recht&asOf=2022-06-01&knownOn=2024-05-01')).rows.oost).toEqual([
      '10',
      null,
      null,
    ]);
    expect((await shown('unit=recht&asOf=2022-06-01')).rows.oost).toEqual(['12', null, null]);
  });

  test('every figure opens to lines that sum to it, in either tree', async () => {
    for (const query of ['unit=recht', 'unit=recht&tree=year', 'tree=year', 'knownOn=2024-05-01']) {
      const { cells } = await shown(`print=eur&${query}`);
      expect(cells.length).toBeGreaterThan(4);
      for (const { href, value } of cells) {
        const path = href!.replace(/^.*\/money\?/, 'money/lines?');
        const found = await linesLoader(pageArgs<Parameters<typeof linesLoader>[0]>(await args(path)));
        expect(found.lines.reduce((total, one) => total + (one.cents ?? 0), 0)).toBe(value! * 100);
      }
    }
  });

  test('a unit that is gone can still be asked for', async () => {
    expect((await shown('unit=oost&tree=year')).rows).toEqual({
      oost: ['12', null, null],
      'Totaal lasten': ['12', null, null],
    });
  });

  test('the lines of a figure at an earlier moment are those of then, in the words of then', async () => {
    const lines = async (query: string) => {
      const path = `money/lines?slice=unit&cell=B2022:oost&unit=recht&tree=year&${query}`;
      const found = await linesLoader(pageArgs<Parameters<typeof linesLoader>[0]>(await args(path)));
      return { ...found, cents: found.lines.map((one) => one.cents), of: found.lines.map(versionNumber) };
    };
    const versionNumber = (one: { versionNumber: number }) => one.versionNumber;
    expect(await lines('')).toMatchObject({ cents: [1_200_000], of: [2], asOf: null });
    expect(await lines('knownOn=2024-05-01')).toMatchObject({
      ...{ cents: [1_000_000], of: [1] },
      asked: { asOf: null, knownOn: '2024-05-01' },
    });
    expect(await lines('asOf=2022-06-01')).toMatchObject({ cents: [1_200_000], of: [2] });
    expect(await lines('asOf=2022-06-01&knownOn=2022-06-01')).toMatchObject({ cents: [1_000_000], of: [1] });
    expect(await lines('asOf=2021-06-01')).toMatchObject({ cents: [], of: [] });
    // a unit that is gone is called by its name
    const { frame } = await lines('');
    expect(frame.others.map((one) => one.code)).toContain('oost');
  });

  test('the flow adds up by the tree that the reader chose, and names units that are gone', async () => {
    const flow = async (query: string) => {
      const given = await args(`trace?unit=recht&fund=all&${query}`);
      const { picture, names } = await traceLoader(pageArgs<Parameters<typeof traceLoader>[0]>(given));
      const budgeted = picture.links.filter((one) => one.target.startsWith('theme:'));
      return Object.fromEntries(budgeted.map((one) => [names[one.source], one.cents / 100_000]));
    };
    expect(await flow('year=2022')).toEqual({ 'Faculteit Recht': 1, samen: 32, groot: 100 });
    const own = { 'Faculteit Recht': 1, oost: 12, west: 20, groot: 100, zwerf: 7 };
    expect(await flow('year=2022&tree=year')).toEqual(own);
    expect(await flow('year=2022&tree=year&knownOn=2024-05-01')).toEqual({ ...own, oost: 10 });
    expect(await flow('year=2022&asOf=2023-06-01')).toEqual(own);
    expect(await flow('year=2024')).toEqual({ samen: 36, links: 60, rechts: 40 });
    const given = await args('trace?unit=recht&fund=all&year=2022');
    const { unitNotes } = await traceLoader(pageArgs<Parameters<typeof traceLoader>[0]>(given));
    expect(unitNotes.map(({ code, params }) => [code, params.unit])).toEqual([
      ['merged', 'samen'],
      ['split', 'groot'],
    ]);
  });

  test('another tree or day takes as many statements, and the export says both days', async () => {
    const given = await args('money?slice=unit&unit=recht&tree=year&asOf=2024-03-01&knownOn=2024-05-01');
    watched.forget();
    await loader(pageArgs<Parameters<typeof loader>[0]>(given));
    expect(watched.queries).toBe(4);
    const path = 'money/export/csv?slice=unit&unit=recht&tree=year&knownOn=2024-05-01';
    const response = await exportLoader(
      pageArgs<Parameters<typeof exportLoader>[0]>(await args(path, { scheme, format: 'csv' })),
    );
    expect(await response.text()).toMatch(/oost[;,"].*10/);
  });

  test('the overview of an earlier moment knows the version of then', async () => {
    const overview = async (query: string) => {
      const given = pageArgs<Parameters<typeof overviewLoader>[0]>(await args(query, { scheme }));
      return (await overviewLoader(given)).standings.map(({ document, number }) => [document, number]);
    };
    expect(await overview('?asOf=2021-12-01')).toEqual([]);
    expect(await overview('?asOf=2024-05-01&knownOn=2024-05-01')).toEqual([['plan-recht', 1]]);
    expect(await overview('')).toEqual([['plan-recht', 2]]);
  });
});

test('the API chooses the moment and the tree in the same words', async () => {
  const actor = await place.actor('beheer');
  const { token } = await inInstitution(watched.db, place.institutionId, (tx) =>
    createToken(tx, actor, { name: 'test', role: 'lezer', days: 1 }, new Date()),
  );
  const router = api({ db: watched.db, clock: () => new Date(), log: pino({ level: 'silent' }) });
  const get = async (path: string) => {
    const response = await router.request(`/schemes/ka/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status, path).toBe(200);
    return response.json();
  };
  const byUnit = async (query: string) => {
    const { rows } = await get(`money?groupBy=unit&stage=budgeted&unit=recht&unitLevel=2&year=2022&${query}`);
    return Object.fromEntries(
      rows.map((row: { unit: string; cents: number }) => [row.unit, row.cents / 100_000]),
    );
  };
  expect(await byUnit('')).toEqual({ groot: 100, recht: 1, samen: 32 });
  const year = { groot: 100, oost: 12, recht: 1, west: 20, zwerf: 7 };
  expect(await byUnit('tree=year')).toEqual(year);
  expect(await byUnit('tree=year&knownOn=2024-05-01')).toEqual({ ...year, oost: 10 });
  const then = 'asOf=2024-05-01&knownOn=2024-05-01';
  const { plans } = await get(`plans?${then}`);
  expect(plans.find((one: { document: string }) => one.document === 'plan-recht').inForce).toBe(1);
  expect((await get(`plans/plan-recht?${then}`)).version).toMatchObject({ number: 1, inForce: true });
  expect((await get('plans/plan-recht')).version).toMatchObject({ number: 2, inForce: true });
  for (const path of ['funding', 'allocations', 'realisation', 'trace']) await get(`${path}?${then}`);
});
