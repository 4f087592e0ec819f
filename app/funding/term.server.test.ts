import { beforeAll, expect, test } from 'vitest';
import { newApi } from '#app/identity/api.server.ts';

import { type LoadedInstitution, loadInstitution, smallInstitution } from '#test/institution.ts';
import { pageArgs } from '#test/page.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import * as page from './funding-page.tsx';
import { termApi } from './term.api.ts';

const watched = watchedDatabase();
let own: LoadedInstitution;
const api = newApi();

beforeAll(async () => {
  own = await loadInstitution(watched.db, smallInstitution());
  const actor = await own.actor('controller');
  api.use(async (c, next) => {
    c.set('actor', actor);
    c.set('db', watched.db);
    c.set('clock', () => new Date('2026-11-22T10:00:00Z'));
    return next();
  });
  termApi(api);
});

const path = '/schemes/ka/fund-terms';
const said = { fund: 'kwaliteit', fromYear: 2022, toYear: 2024, source: 'Brief' };

async function send(method: string, term: string, match: string | null, body?: object) {
  const headers = { 'content-type': 'application/json', ...(match && { 'if-match': match }) };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const answer = await api.request(`${path}/${term}`, init);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function post(fields: Record<string, string>) {
  const actor = await own.actor('controller');
  const args = { db: watched.db, actor, path: '/schemes/ka/funding', params: { scheme: 'ka' }, form: fields };
  return page.action(pageArgs(args) as never);
}

const list = async () =>
  ((await (await api.request(path)).json()) as { terms: ({ termId: string; revision: number } & object)[] })
    .terms;

test('[002-20] who corrects a term says what was seen: of two, the second is told, on the page and by the API', async () => {
  const headers = { 'content-type': 'application/json' };
  await api.request(path, { method: 'POST', headers, body: JSON.stringify(said) });
  const [{ termId, revision }] = (await list()) as [{ termId: string; revision: number }];
  expect(revision).toBe(1);

  // the API asks for what was read, and a page that was opened then is told what changed meanwhile
  expect(await send('PUT', termId, null, said)).toMatchObject({ status: 400 });
  expect(await send('PUT', termId, '"1"', { ...said, toYear: 2025 })).toEqual({
    status: 200,
    body: { revision: 2 },
  });
  expect(await send('PUT', termId, '"1"', { ...said, toYear: 2026 })).toMatchObject({
    status: 409,
    body: { code: 'conflict' },
  });
  const typed = { fund: 'kwaliteit', fromYear: '2022', toYear: '2026', source: 'Brief, blz. 3' };
  const form = { intent: 'term.change', key: termId, revision: '1', ...typed };
  expect(await post(form)).toMatchObject({
    problem: { code: 'conflict' },
    typed: { source: 'Brief, blz. 3' },
  });
  expect(await list()).toMatchObject([{ toYear: 2025, source: 'Brief', revision: 2 }]);
  expect(await post({ ...form, revision: '2' })).toMatchObject({ done: { revision: 3 } });
  expect(await list()).toMatchObject([{ toYear: 2026, source: 'Brief, blz. 3', revision: 3 }]);

  // nor is a correction that nobody saw taken away
  expect(await send('DELETE', termId, '"2"')).toMatchObject({ status: 409 });
  const away = { intent: 'term.remove', key: termId };
  expect(await post({ ...away, revision: '2' })).toMatchObject({ problem: { code: 'conflict' } });
  expect(await post({ ...away, revision: '3' })).toHaveProperty('done');
  expect(await list()).toEqual([]);
});
