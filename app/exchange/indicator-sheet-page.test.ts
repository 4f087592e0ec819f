import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as file from './indicator-sheet-file.ts';
import * as page from './indicator-sheet-page.tsx';

const watched = watchedDatabase();
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
  expect(watched.queries).toBe(6);
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
  expect(await post({ intent: 'save', changes, reason: '' })).toMatchObject({ saved: 2 });
  // the same preview once more: it was recorded meanwhile
  expect(await post({ intent: 'save', changes, reason: '' })).toMatchObject({
    problem: { code: 'conflict' },
  });
  const again = await hand(`${head}mens;uitval;;;380;2260;;;\n`);
  expect(again.shown).toMatchObject({ changes: [] });
});
