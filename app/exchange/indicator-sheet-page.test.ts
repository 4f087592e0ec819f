import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as file from './indicator-sheet-file.ts';
import * as page from './indicator-sheet-page.tsx';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
let actor: Actor;

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
  actor = await place.actor('schrijver-mens');
});

const params = { scheme: 'ka-2022-2027', year: '2025' };
const path = '/schemes/ka-2022-2027/indicators/sheet/2025';
const ask = { params, path };

async function post(fields: Record<string, string | File>, who = actor) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return page.action(pageArgs({ db: watched.db, actor: who, ...ask, form }));
}
const hand = (text: string) => post({ intent: 'read', file: new File([text], 'indicatoren.csv') });
const head = 'Eenheid;Indicator;Deel;Waarde;Teller;Noemer;Spreiding (±);Aantal (n);Kanttekening\n';

test('the table comes back as it went out, with the rows that one may record and no other', async () => {
  watched.forget();
  const { names } = await page.loader(pageArgs({ db: watched.db, actor, ...ask }));
  expect(watched.queries).toBe(8);
  expect(names.length).toBeGreaterThan(6);
  expect(names.every((one) => one.key.startsWith('mens/'))).toBe(true);
  for (const format of ['xlsx', 'ods']) {
    const response = (await file.loader(
      pageArgs({ db: watched.db, actor, path, params: { ...params, format } }),
    )) as Response;
    const bytes = await response.arrayBuffer();
    const { shown } = await post({ intent: 'read', file: new File([bytes], `terug.${format}`) });
    expect(shown).toMatchObject({ changes: [], conflicts: [], refused: [], blind: false });
  }
});

test('with half of its rows wrong nothing is recorded; the right ones can be, the others are told one by one', async () => {
  const read = await hand(
    `${head}mens;uitval;;;380;2260;;;\n` + // right
      'mens;bachelor-in-vier;;140;;;;;\n' + // no percentage
      'mens;fte-studieadviseurs;;17,9;;;;;\n' + // right
      'recht;uitval;;;1;2;;;\n' + // another’s
      'mens;werkvormen;ba;6,5;;;0,9;960;\n' + // off the scale
      'mens;leergang;;;7;;;;=1+1\n', // a count has no numerator
  );
  const { shown } = read;
  expect(shown!.changes.map(({ key, field, after }) => [key[1], field, after])).toEqual([
    ['uitval', 'numerator', 380_000],
    ['uitval', 'denominator', 2_260_000],
    ['fte-studieadviseurs', 'value', 17_900],
  ]);
  const refused = new Set(shown!.refused.map(({ row, code }) => `${row} ${code}`));
  for (const one of [
    '3 indicator.percentage',
    '5 fill-in.indicators.no-row',
    '6 indicator.off-scale',
    '7 indicator.no-ratio',
  ]) {
    expect(refused).toContain(one);
  }
  const changes = JSON.stringify(shown!.changes);
  expect(await post({ intent: 'save', changes }, await place.actor('lezer'))).toMatchObject({
    problem: { status: 403 },
  });
  // what was refused stays in sight when the rest is recorded
  const refusals = JSON.stringify(shown!.refused);
  expect(await post({ intent: 'save', changes, refused: refusals, reason: '' })).toMatchObject({
    saved: 2,
    left: shown!.refused,
  });
  // the same preview once more is done already; an older one is a choice per cell
  expect(await post({ intent: 'save', changes, reason: '' })).toMatchObject({ saved: 0 });
  const [numerator, ...others] = shown!.changes;
  const old = JSON.stringify([{ ...numerator!, after: 381_000 }, ...others]);
  const stale = await post({ intent: 'save', changes: old, reason: 'Nageteld' });
  expect(stale).toMatchObject({
    ...{ moved: true, saved: null, typed: { reason: 'Nageteld' } },
    shown: { changes: [], conflicts: [{ field: 'numerator', before: 380_000, after: 381_000 }] },
  });
  const conflicts = JSON.stringify(stale.shown!.conflicts);
  const chosen = { intent: 'save', changes: '[]', conflicts, 'choice.0': 'mine', reason: 'Nageteld' };
  expect(await post(chosen)).toMatchObject({ saved: 1 });
  const back = await hand(`${head}mens;uitval;;;380;2260;;;\n`);
  expect(back.shown!.changes).toMatchObject([{ field: 'numerator', before: 381_000, after: 380_000 }]);
  expect(await post({ intent: 'save', changes: JSON.stringify(back.shown!.changes) })).toMatchObject({
    saved: 1,
  });
  const again = await hand(`${head}mens;uitval;;;380;2260;;;\n`);
  expect(again.shown).toMatchObject({ changes: [] });
});

describe('reflections go round on a sheet of their own', () => {
  const told = 'Eenheid;Indicator;Toelichting\n';

  test('beside that of last year; what names a row and what was said before are locked', async () => {
    const response = (await file.loader(
      pageArgs({ db: watched.db, actor, path, params: { ...params, format: 'xlsx' } }),
    )) as Response;
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()), { readStyles: true });
    const sheet = sheets.find((one) => one.name === 'Toelichtingen 2025')!;
    expect(sheet.protection).toMatchObject({ sheet: true });
    const rows = sheet.rows.map((row) => row.map((cell) => String(cell ?? '')));
    const heads = rows.findIndex((row) => row[0] === 'Eenheid');
    expect(rows[heads]).toEqual(['Eenheid', 'Indicator', 'Naam', 'Toelichting over 2024', 'Toelichting']);
    const uitval = rows.find((row) => row[1] === 'uitval')!;
    expect(uitval[2]).toContain('Uitval in het eerste jaar (Faculteit Mens en Maatschappij): Wie vielen uit');
    expect(uitval[3]).toBe('Onder studenten die naast de studie veel werken, blijft de uitval hoog.');
    // one row for an indicator with two parts
    expect(rows.filter((row) => row[1] === 'werkvormen')).toHaveLength(1);
    const locked = (c: number) => sheet.cells?.get(`${heads + 1},${c}`)?.style?.protection?.locked;
    expect([0, 1, 2, 3].map(locked)).not.toContain(false);
  });

  test('figures and reflections are read from one file, shown cell by cell and recorded together', async () => {
    const { shown } = await hand(
      `${told}mens;uitval;Wie werkt, valt vaker uit.\nmens;bestaat-niet;Iets\nrecht;uitval;Van een ander\n`,
    );
    const [change] = shown!.changes;
    expect(shown!.changes).toHaveLength(1);
    expect(change).toMatchObject({ key: ['mens', 'uitval'], field: 'reflection', before: null });
    expect(shown!.refused.map(({ row, code }) => [row, code])).toEqual([
      [3, 'fill-in.indicators.no-row'],
      [4, 'fill-in.indicators.no-row'],
    ]);
    const changes = JSON.stringify(shown!.changes);
    expect(await post({ intent: 'save', changes }, await place.actor('lezer'))).toMatchObject({
      problem: { status: 403 },
    });
    expect(await post({ intent: 'save', changes })).toMatchObject({ saved: 1 });
    expect(await post({ intent: 'save', changes })).toMatchObject({ saved: 0 });
    const old = JSON.stringify([{ ...change, after: 'Iets anders.' }]);
    expect(await post({ intent: 'save', changes: old })).toMatchObject({
      moved: true,
      shown: { conflicts: [{ field: 'reflection', before: 'Wie werkt, valt vaker uit.', was: null }] },
    });
    expect((await hand(`${told}mens;uitval;Wie werkt, valt vaker uit.\n`)).shown!.changes).toEqual([]);
    const emptied = (await hand(`${told}mens;uitval;\n`)).shown!;
    expect(emptied).toMatchObject({ changes: [], refused: [{ code: 'fill-in.indicators.emptied' }] });
  });

  test('one of several lines comes back as it went out, whatever wrote its line ends', async () => {
    const changes = [
      { row: 2, key: ['mens', 'leergang'], field: 'reflection', before: null, after: 'Eén.\r\n\r\nTwee.' },
    ];
    expect(await post({ intent: 'save', changes: JSON.stringify(changes) })).toMatchObject({ saved: 1 });
    for (const format of ['xlsx', 'ods']) {
      const made = (await file.loader(
        pageArgs({ db: watched.db, actor, path, params: { ...params, format } }),
      )) as Response;
      const { shown } = await post({
        intent: 'read',
        file: new File([await made.arrayBuffer()], `terug.${format}`),
      });
      expect(shown, format).toMatchObject({ changes: [], conflicts: [], refused: [], kept: 0 });
    }
  });

  test('a file of another year is refused: its figures would become those of this one', async () => {
    const made = (await file.loader(
      pageArgs({ db: watched.db, actor, path, params: { ...params, year: '2024', format: 'xlsx' } }),
    )) as Response;
    const bytes = await made.arrayBuffer();
    expect(await post({ intent: 'read', file: new File([bytes], '2024.xlsx') })).toMatchObject({
      shown: null,
      problem: { errors: [{ path: 'file', code: 'fill-in.indicators.other-year' }] },
    });
  });
});
