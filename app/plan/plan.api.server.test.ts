import { beforeAll, expect, test } from 'vitest';
import { fromPlainText } from '#app/document/rich-text.ts';
import { newApi } from '#app/identity/api.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { participationApi } from '#app/participation/participation.api.ts';
import { chainApi } from '#app/report/chain.api.ts';
import { cell, completeLawPlan, type PlanScene, planScene } from '#test/plan-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';
import { planApi } from './plan.api.ts';

const watched = watchedDatabase();
let s: PlanScene;

beforeAll(async () => {
  s = await planScene(watched.db);
  await s.run((tx) => completeLawPlan(tx, s));
});

/** Calls the API as an actor, as the server does after it has read the token. */
async function call(
  actor: Actor,
  path: string,
  init: { method?: string; body?: unknown; match?: string } = {},
) {
  const api = newApi();
  api.use(async (c, next) => {
    c.set('actor', actor);
    c.set('db', watched.db);
    c.set('clock', () => new Date('2026-11-22T10:00:00Z'));
    return next();
  });
  planApi(api);
  participationApi(api);
  chainApi(api);
  const response = await api.request(path, {
    method: init.method ?? 'GET',
    headers: { 'content-type': 'application/json', ...(init.match && { 'if-match': init.match }) },
    body: init.body === undefined ? undefined : JSON.stringify(init.body),
  });
  return { status: response.status, etag: response.headers.get('etag') ?? '', body: await response.json() };
}
const plan = '/schemes/ka/plans/law-plan';

test('a section is saved against the ETag that was read, and refused once it changed', async () => {
  const at = `${plan}/sections/aim?node=care`;
  const { etag } = await call(s.writer, at);
  const put = (words: string) =>
    call(s.writer, at, { method: 'PUT', match: etag, body: { body: fromPlainText(words) } });
  expect(await put('Nieuw.')).toMatchObject({ status: 200, body: { revision: 2 } });
  expect(await put('Te laat.')).toMatchObject({ status: 409, body: { code: 'conflict' } });
});

test('the budget is patched by cell; with If-Match all or nothing', async () => {
  const { etag } = await call(s.writer, `${plan}/budget`);
  const patch = (value: number, seen: number, match?: string) => {
    const cells = [cell('M1', 2022, value, { seen })];
    return call(s.writer, `${plan}/budget`, { method: 'PATCH', match, body: { cells } });
  };
  expect(await patch(1_00, 100_000_00, etag)).toMatchObject({
    status: 200,
    body: { saved: 1, conflicts: [] },
  });
  expect(await patch(2_00, 1_00, etag)).toMatchObject({ status: 409 });
  expect(await patch(2_00, 3_00)).toMatchObject({ status: 200, body: { conflicts: [{ theirs: 1_00 }] } });
});

test('from submission to adoption by machine, each refusal as a problem with its blockers in words', async () => {
  expect(await call(s.secretary, `${plan}/submit`, { method: 'POST' })).toMatchObject({ status: 403 });
  const submitted = await call(s.writer, `${plan}/submit`, { method: 'POST' });
  const { hash } = submitted.body as { hash: string };
  const adopt = () => call(s.board, `${plan}/adoption`, { method: 'POST', body: { version: 1, hash } });
  expect(await adopt()).toMatchObject({ status: 409, body: { blockers: [{ code: 'adopt.not-asked' }] } });
  const question = { rule: s.ruleId, question: 'Stemt de raad in?' };
  const asked = await call(s.admin, `${plan}/decisions`, { method: 'POST', body: question });
  expect(asked.status).toBe(201);
  const { decisionId } = asked.body as { decisionId: string };
  const outcome = { outcome: 'given', decidedOn: '2026-11-22' };
  const at = `/schemes/ka/decisions/${decisionId}/outcome`;
  expect(await call(s.writer, at, { method: 'POST', body: outcome })).toMatchObject({ status: 403 });
  expect(await call(s.secretary, at, { method: 'POST', body: outcome })).toMatchObject({ status: 200 });
  expect(await adopt()).toMatchObject({ status: 201 });
  expect(await adopt()).toMatchObject({ status: 409, body: { code: 'version.wrong-status' } });
});
