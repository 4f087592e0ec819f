import { beforeAll, expect, test } from 'vitest';
import { newApi } from '#app/identity/api.server.ts';

import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as page from './calendar-page.tsx';
import { calendarApi } from './free-period.api.ts';

const watched = watchedDatabase();
let own: LoadedInstitution;
const api = newApi();

beforeAll(async () => {
  own = await loadInstitution(watched.db, smallInstitution());
  const actor = await own.actor('beheer');
  api.use(async (c, next) => {
    c.set('actor', actor);
    c.set('db', watched.db);
    c.set('clock', () => new Date('2026-11-22T10:00:00Z'));
    return next();
  });
  calendarApi(api);
});

async function call(method: string, path: string, body?: object, match?: string) {
  const headers = { 'content-type': 'application/json', ...(match && { 'if-match': match }) };
  const answer = await api.request(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function post(fields: Record<string, string>) {
  const actor = await own.actor('beheer');
  return page.action(
    pageArgs({ db: watched.db, actor, path: '/admin/calendar', params: {}, form: fields }) as never,
  );
}

test('who changes a recess says what was seen: of two, the second is told, on the page and by the API', async () => {
  const days = { from: '2027-02-22', through: '2027-02-26' };
  const recess = { kind: 'recess', nameNl: 'Voorjaar', nameEn: 'Spring', ...days };
  const { body: made } = await call('POST', '/free-periods', recess);
  const at = `/free-periods/${made.periodId}`;
  expect(await call('PUT', at, recess)).toMatchObject({ status: 400 });
  expect(await call('PUT', at, { ...recess, through: '2027-02-28' }, '"1"')).toMatchObject({
    status: 200,
    body: { revision: 2 },
  });
  expect(await call('PUT', at, recess, '"1"')).toMatchObject({ status: 409, body: { code: 'conflict' } });
  const part = String(made.periodId);
  const form = { intent: 'period', key: part, part, ...recess, nameNl: 'Krokus' };
  expect(await post({ ...form, revision: '1' })).toMatchObject({
    problem: { code: 'conflict' },
    typed: { nameNl: 'Krokus' },
  });
  expect(await post({ ...form, revision: '2' })).toMatchObject({ done: { revision: 3 } });
  expect(await call('DELETE', at, undefined, '"2"')).toMatchObject({ status: 409 });
  const away = { intent: 'period.remove', key: part, part };
  expect(await post({ ...away, revision: '1' })).toMatchObject({ problem: { code: 'conflict' } });
  expect(await post({ ...away, revision: '3' })).toMatchObject({ done: { removed: true } });
});
