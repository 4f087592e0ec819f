import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { newApi } from '#app/identity/api.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { readSheets } from '#app/ledger/table-read.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { listSheetApi } from './list-sheet.api.ts';
import * as file from './term-sheet-file.ts';
import * as page from './term-sheet-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
let actor: Actor;
const scheme = 'ka-2022-2027';
const path = `/schemes/${scheme}/funding/terms/sheet`;
const api = newApi();

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
  actor = await place.actor('beleid');
  api.use(async (c, next) => {
    c.set('actor', actor);
    c.set('db', watched.db);
    c.set('clock', () => new Date('2026-11-22T10:00:00Z'));
    return next();
  });
  listSheetApi(api);
});

const heads = ['Kenmerk', 'Middelen', 'Landelijk bedrag', 'Grondslag', 'Bron'];
const formula = (text: string, result?: number) => ({
  ...{ value: null, type: 'formula' as const, formula: text },
  ...(result !== undefined && { formulaResult: result }),
});

/** Two new rows: an amount that a spreadsheet worked out, and one that none did. */
const workbook = () =>
  writeXlsx({
    sheets: [
      {
        name: 'Terug',
        rows: [
          heads,
          ['', 'kwaliteit', null, '@SUM(A1)', '=cmd|/c calc'],
          ['', 'kwaliteit', null, '', 'Brief'],
        ],
        cells: new Map([
          ['1,2', formula('1000+500', 1500)],
          ['2,2', formula('WEBSERVICE("http://x")')],
        ]),
      },
    ],
  });

test('[000-66] a formula is never executed: its kept value counts, without one the cell is refused', async () => {
  const bytes = await workbook();
  const form = new FormData();
  form.set('intent', 'read');
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'terug.xlsx'));
  const args = { db: watched.db, actor, path, params: { scheme } };
  const { shown } = (await page.action(pageArgs({ ...args, form }) as never)) as Exclude<
    Awaited<ReturnType<typeof page.action>>,
    Response
  >;
  const found = {
    changes: [
      { field: 'fund', after: 'kwaliteit' },
      { field: 'nationalCents', after: 1500_00 },
      { field: 'basis', after: '@SUM(A1)' },
      { field: 'source', after: '=cmd|/c calc' },
    ],
    refused: [{ row: 3, field: 'nationalCents', code: 'realisation.formula' }],
  };
  expect(shown).toMatchObject(found);
  const body = new FormData();
  body.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'terug.xlsx'));
  const compared = await api.request(`/schemes/${scheme}/fund-terms/sheet`, { method: 'POST', body });
  expect(compared.status).toBe(200);
  const told = await compared.json();
  expect(told).toMatchObject(found);
  expect(told.refused[0].detail).toMatch(/formula/);
  const saved = await api.request(`/schemes/${scheme}/fund-terms/sheet/changes`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ changes: told.changes }),
  });
  expect([saved.status, await saved.json()]).toEqual([200, { saved: 4 }]);
});

test('[000-66] what begins with =, +, - or @ goes out as text in each format, from the page and from the API', async () => {
  const args = { db: watched.db, actor, path };
  for (const format of ['xlsx', 'ods']) {
    const fromPage = (await file.loader(
      pageArgs({ ...args, params: { scheme, format } }) as never,
    )) as Response;
    const fromApi = await api.request(`/schemes/${scheme}/fund-terms/sheet?format=${format}`);
    for (const sent of [fromPage, fromApi]) {
      const [sheet] = await readSheets(new Uint8Array(await sent.arrayBuffer()), `x.${format}`);
      for (const text of ['=cmd|/c calc', '@SUM(A1)']) {
        const cell = sheet!.rows.flat().find((one) => one.text === text);
        expect(cell, `${format} ${text}`).toMatchObject({ formula: false, number: null });
      }
    }
  }
});
