import { existsSync } from 'node:fs';
import pino from 'pino';
import { RouterContextProvider } from 'react-router';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putRole } from '#app/identity/mandate.server.ts';
import { actorContext, edgeContext } from '#app/identity/page.server.ts';
import { createToken } from '#app/identity/token.server.ts';
import { type Actor, type Permission, permissions } from '#app/kernel/actor.ts';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import routes from '#app/routes.ts';
import { api, document } from '#server/api.ts';
import { bareInstitution, testActor } from './bare-institution.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';
import { loadInstitution, smallInstitution } from './institution.ts';
import {
  codes,
  emptyForStrangers,
  guardedByLayout,
  operations,
  pages,
  places,
  type Who,
  workedOut,
} from './matrix.ts';
import { type Schema, sample } from './sample.ts';

/**
 * Walks every route of the screens and every operation of the API as nobody, as somebody without the
 * permission, as another institution and as somebody with it. Whatever the first three do, nothing of the
 * institution changes: the head of its audit chain stands still, and none of its names comes out.
 */
let database: FreshDatabase;
let db: Db;
let served: ReturnType<typeof api>;
let institutionId: string;
let strangerId: string;
const bearers = new Map<string, string>();
const clock = () => new Date();
const log = pino({ level: 'silent' });

beforeAll(async () => {
  database = await freshDatabase();
  db = openDb(database.app);
  served = api({ db, clock, log });
  ({ institutionId } = await loadInstitution(db, smallInstitution('klein')));
  ({ institutionId: strangerId } = await bareInstitution(db, 'vreemd'));
  for (const permission of permissions) await bearerFor(institutionId, permission, [permission]);
  await bearerFor(institutionId, 'nothing', []);
  await bearerFor(strangerId, 'stranger', [...permissions]);
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});

async function bearerFor(institution: string, name: string, granted: Permission[]): Promise<void> {
  const admin = testActor(institution, permissions);
  const role = `role.${name}`;
  const made = await inInstitution(db, institution, async (tx) => {
    await putRole(tx, admin, role, { nameNl: name, nameEn: name, permissions: granted });
    return createToken(tx, admin, { name, role, days: 1 }, clock());
  });
  bearers.set(name, made.token);
}

/** How many entries the institution's audit chain has: it grows with every write and with nothing else. */
async function writes(): Promise<number> {
  const head = await inInstitution(db, institutionId, (tx) =>
    tx
      .selectFrom('auditHead')
      .select('seq')
      .where('institutionId', '=', institutionId)
      .executeTakeFirstOrThrow(),
  );
  return head.seq;
}

const ownNames = /Kleine universiteit|Small University|Faculteit Recht|Kwaliteitsafspraken 2022/;

describe('every operation of the API', () => {
  const described = document(api({ db: null as never, clock, log }), 'https://example.org');
  const components = (described.components?.schemas ?? {}) as Record<string, Schema>;
  const all = Object.entries(described.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Described>).map(([method, one]) => ({ path, method, ...one })),
  );
  type Described = {
    operationId: string;
    parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
    requestBody?: { content: Record<string, { schema: Schema }> };
  };

  test('has a line in the matrix, and the matrix has no other', () => {
    expect(all.map((one) => one.operationId).sort()).toEqual(Object.keys(operations).sort());
  });

  function requestOf(one: (typeof all)[number], bearer: string | undefined): Request {
    const value = (name: string, schema: Schema) =>
      name === 'code' ? codes[one.path.split('/')[1]!] : (places[name] ?? String(sample(schema, components)));
    let path = one.path;
    const query = new URLSearchParams();
    const headers = new Headers(bearer ? { authorization: `Bearer ${bearer}` } : {});
    for (const { name, in: where, required, schema } of one.parameters ?? []) {
      if (where === 'path') path = path.replace(`{${name}}`, value(name, schema) ?? 'x');
      else if (required && where === 'query') query.set(name, value(name, schema) ?? 'x');
      else if (name === 'if-match') headers.set(name, '"1"');
      else if (required) headers.set(name, String(sample(schema, components)));
    }
    const schema = one.requestBody?.content['application/json']?.schema;
    const body = schema && JSON.stringify(sample(schema, components));
    if (body) headers.set('content-type', 'application/json');
    return new Request(`http://localhost${path}?${query}`, {
      method: one.method.toUpperCase(),
      headers,
      body,
    });
  }

  async function call(one: (typeof all)[number], bearer: string | undefined) {
    const response = await served.request(requestOf(one, bearer));
    return { status: response.status, text: await response.text() };
  }

  test.each(all)('$operationId', async (one) => {
    const who: Who = operations[one.operationId] ?? 'everyone';
    const before = await writes();
    const named = (one.parameters ?? []).some((parameter) => parameter.in === 'path');
    expect((await call(one, undefined)).status).toBe(401);
    expect((await call(one, 'akk.'.padEnd(84, 'x'))).status).toBe(401);
    const stranger = await call(one, bearers.get('stranger'));
    // Without a name of ours in the address the stranger works in an institution of its own.
    if (named && !emptyForStrangers.includes(one.operationId)) expect([404, 400]).toContain(stranger.status);
    expect(stranger.status).toBeLessThan(500);
    expect(stranger.text).not.toMatch(ownNames);
    const nothing = await call(one, bearers.get('nothing'));
    // A made-up body may be refused for its form or its state before the right is looked at; it is never taken.
    const refused = one.method === 'get' ? [403, 404] : [400, 403, 404, 409];
    expect(who === 'everyone' ? [200, 400, 404] : refused).toContain(nothing.status);
    expect(await writes()).toBe(before);
    const right = await call(one, bearers.get(who === 'everyone' ? 'nothing' : who));
    expect([200, 201, 400, 404, 409]).toContain(right.status);
  });
});

describe('every page', () => {
  type Leaf = { file: string; path: string; children?: Leaf[] };
  const walk = (list: readonly { file: string; path?: string; children?: unknown }[], above = ''): Leaf[] =>
    list.flatMap(({ file, path, children }) => {
      const full = path ? `${above}/${path}` : above;
      return [{ file, path: full || '/' }, ...walk((children ?? []) as never[], full)];
    });
  const all = walk(routes as never);

  test('has a line in the matrix, and the matrix has no other that does not exist', () => {
    const files = new Set(all.map((one) => one.file));
    expect([...files].filter((file) => !(file in pages))).toEqual([]);
    expect(
      Object.keys(pages).filter((file) => !existsSync(new URL(`../app/${file}`, import.meta.url))),
    ).toEqual([]);
  });

  const paramsOf = (path: string) =>
    Object.fromEntries(
      [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [
        name,
        places[name] ?? '01890000-0000-7000-8000-000000000000',
      ]),
    );

  async function visit(page: Leaf, actor: Actor | null, method: 'GET' | 'POST') {
    const module = (await import(`../app/${page.file}`)) as Record<
      string,
      undefined | ((args: unknown) => unknown)
    >;
    const handler = method === 'GET' ? module.loader : module.action;
    if (!handler) return null;
    const params = paramsOf(page.path);
    const path = page.path.replace(/:(\w+)\??/g, (_, name: string) => params[name] ?? 'x');
    const context = new RouterContextProvider();
    context.set(edgeContext, {
      db,
      clock,
      address: '127.0.0.1',
      nonce: 'x',
      demo: false,
      afterwards: () => undefined,
    });
    context.set(actorContext, actor);
    const body = method === 'POST' ? new URLSearchParams({ intent: 'create' }) : undefined;
    const request = new Request(`http://localhost${path}`, { method, body });
    const result = await Promise.resolve()
      .then(() => handler({ request, params, context, url: new URL(request.url) }))
      .catch((thrown: unknown) => thrown);
    return outcomeOf(result);
  }

  /** What a loader or action gave or threw, as a status with its text. */
  function outcomeOf(result: unknown): { status: number; text: string; location: string | null } {
    if (result instanceof Response) {
      return { status: result.status, text: '', location: result.headers.get('location') };
    }
    if (result instanceof Error) throw result;
    const init = (result as { init?: { status?: number } } | null)?.init;
    const problem = (result as { problem?: { status: number } } | null)?.problem;
    return {
      status: init?.status ?? problem?.status ?? 200,
      text: JSON.stringify(result) ?? '',
      location: null,
    };
  }

  test.each(all)('$path $file', async (page) => {
    const who: Who = pages[page.file] ?? 'everyone';
    if (who === 'public') return expect(await visit(page, null, 'GET')).not.toBe(undefined);
    const before = await writes();
    // a format names nothing that somebody has
    const named = /:(?!format\b)/.test(page.path);
    for (const method of ['GET', 'POST'] as const) {
      const nobody = await visit(page, null, method);
      // A wrong address may be told at once: it says nothing of what there is.
      const stores = method === 'GET' || !workedOut.includes(page.file);
      if (nobody && stores && ![400, 404].includes(nobody.status)) {
        expect(nobody.location).toMatch(/^\/sign-in\?back=/);
      }
      const stranger = await visit(page, testActor(strangerId, permissions), method);
      if (stranger && named && method === 'GET' && !guardedByLayout.includes(page.file)) {
        expect(stranger.status).toBe(404);
      }
      expect(stranger?.text ?? '').not.toMatch(ownNames);
    }
    const nothing = await visit(page, testActor(institutionId, []), 'GET');
    if (nothing && who !== 'everyone') expect(nothing.status).toBe(403);
    await visit(page, testActor(institutionId, []), 'POST');
    expect(await writes()).toBe(before);
    const granted = who === 'everyone' ? [] : [who];
    const right = await visit(page, testActor(institutionId, granted), 'GET');
    if (right) expect([200, 302, 404, 409]).toContain(right.status);
  });
});
