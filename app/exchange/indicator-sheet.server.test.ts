import { beforeAll, expect, test } from 'vitest';
import { newApi } from '#app/identity/api.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { indicatorSheetApi } from './indicator-sheet.api.ts';
import { sheetApi } from './sheet.api.ts';

const watched = watchedDatabase('voorbeeld');
let place: LoadedInstitution;
let actor: Actor;

beforeAll(async () => {
  place = await loadInstitution(watched.db, 'voorbeeld');
  actor = await place.actor('schrijver-mens');
});

/** Calls the API as an actor, as the server does after it has read the token. */
async function call(who: Actor, path: string, init: RequestInit = {}) {
  const api = newApi();
  api.use(async (c, next) => {
    c.set('actor', who);
    c.set('db', watched.db);
    c.set('clock', () => new Date('2026-11-22T10:00:00Z'));
    return next();
  });
  sheetApi(api);
  indicatorSheetApi(api);
  const response = await api.request(`/schemes/ka-2022-2027/indicators/sheet/2025${path}`, init);
  return { status: response.status, body: await response.json() };
}
const compare = (text: string) =>
  call(actor, '', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: text });
const save = (who: Actor, changes: unknown) =>
  call(who, '/changes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ changes }),
  });

test('a machine compares, is told cell by cell and why of each refusal, and records what it was shown', async () => {
  const { body } = await compare(
    'Eenheid;Indicator;Deel;Teller;Noemer;Waarde\nmens;uitval;;380;2260;\nmens;bachelor-in-vier;;;;140\n',
  );
  expect(body.changes).toMatchObject([
    { key: ['mens', 'uitval', ''], field: 'numerator', before: null, after: 380_000 },
    { key: ['mens', 'uitval', ''], field: 'denominator', before: null, after: 2_260_000 },
  ]);
  expect(body.refused).toMatchObject([
    { row: 3, field: 'value', code: 'indicator.percentage', detail: 'A percentage lies between 0 and 100.' },
  ]);
  const told = await compare('Unit;Indicator;Reflection\nmens;uitval;Wie werkt, valt vaker uit.\n');
  expect(told.body.changes).toMatchObject([{ key: ['mens', 'uitval'], field: 'reflection', before: null }]);
  const changes = [...body.changes, ...told.body.changes];
  expect(await save(await place.actor('lezer'), changes)).toMatchObject({ status: 403 });
  expect(await save(actor, changes)).toMatchObject({ status: 201, body: { saved: 2 } });
  expect(await save(actor, changes)).toMatchObject({ status: 201, body: { saved: 0 } });
  const old = [{ ...changes[0]!, after: 381_000 }];
  expect(await save(actor, old)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  const again = await call(actor, '');
  const row = again.body.and.rows.find((one: { labels: string[] }) => one.labels[1] === 'uitval');
  expect(row.values).toEqual(['Wie werkt, valt vaker uit.']);
});
