import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { createToken, listTokens, revokeToken } from '#app/identity/token.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { api } from '#server/api.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { watchedDatabase } from '#test/watched-database.ts';

const watched = watchedDatabase('leiden', 'utrecht');
let leiden: LoadedInstitution;
let utrecht: LoadedInstitution;
let bearer: string;
const now = () => new Date();

beforeAll(async () => {
  leiden = await loadInstitution(watched.db, 'leiden');
  utrecht = await loadInstitution(watched.db, 'utrecht');
  bearer = await tokenOf(leiden);
});

async function tokenOf(place: LoadedInstitution, days = 1): Promise<string> {
  const actor = await place.actor('beheer');
  const made = await inInstitution(watched.db, place.institutionId, (tx) =>
    createToken(tx, actor, { name: 'test', role: 'lezer', days }, now()),
  );
  return made.token;
}

async function get(path: string, token: string | null = bearer, clock = now): Promise<Response> {
  const router = api({ db: watched.db, clock, log: pino({ level: 'silent' }) });
  return router.request(path, token ? { headers: { authorization: `Bearer ${token}` } } : {});
}

const money = '/schemes/ka-2019-2024/money';

describe('GET /schemes/{code}/money', () => {
  test('[000-66] gives themes by year with budget and actual, as published', async () => {
    const response = await get(`${money}?groupBy=node,year,stage&asOf=2021-07-01&fund=kwaliteitsmiddelen`);
    const { asOf, rows } = (await response.json()) as { asOf: string; rows: Row[] };
    expect(asOf).toBe('2021-07-01');
    const cents = (node: string, year: number, stage: string) =>
      rows.find((row) => row.node === node && row.year === year && row.stage === stage)?.cents;
    expect(cents('T1', 2019, 'budgeted')).toBe(2_436_000_00);
    expect(cents('T1', 2019, 'realised')).toBe(2_464_000_00);
    expect(cents('T6', 2021, 'budgeted')).toBe(162_000_00);
    expect(cents('T1', 2021, 'realised')).toBeUndefined();
  });

  test('[000-67] keeps what was expected beside what was granted, each as of a day', async () => {
    const at = async (asOf: string) => {
      const response = await get(`${money}?groupBy=stage&year=2019&stage=expected,granted&asOf=${asOf}`);
      const { rows } = (await response.json()) as { rows: Row[] };
      return Object.fromEntries(rows.map((row) => [row.stage, row.cents]));
    };
    expect(await at('2019-12-31')).toEqual({ expected: 6_981_000_00, granted: 6_981_000_00 });
    expect(await at('2021-07-01')).toEqual({ expected: 6_981_000_00, granted: 6_416_000_00 });
  });

  test('[000-79] a pm line is no zero: it says so and leaves the known part', async () => {
    const response = await get(
      `${money}?groupBy=component&year=2022&node=T3&fund=npo&asOf=2021-07-01&stage=budgeted`,
    );
    const { rows } = (await response.json()) as { rows: Row[] };
    const marked = rows.filter((row) => row.mark === 'pm');
    expect(marked).toHaveLength(1);
    expect(marked[0]!.cents).toBeNull();
  });

  test('an unchanged answer is not sent again', async () => {
    const path = `${money}?groupBy=year&asOf=2021-07-01`;
    const first = await get(path);
    const router = api({ db: watched.db, clock: now, log: pino({ level: 'silent' }) });
    const again = await router.request(path, {
      headers: { authorization: `Bearer ${bearer}`, 'if-none-match': first.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });

  test('every wrong parameter at once, as one problem document', async () => {
    const response = await get(`${money}?groupBy=colour&asOf=yesterday&year=soon`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
    const problem = (await response.json()) as { errors: { location: string }[] };
    expect(problem.errors.map((error) => error.location).toSorted()).toEqual([
      'query asOf',
      'query groupBy.0',
      'query year',
    ]);
  });

  test('a fund, unit or theme that does not exist is named, not answered with nothing', async () => {
    const response = await get(`${money}?groupBy=year&fund=spaarpot&unit=nergens&node=T99`);
    expect(response.status).toBe(400);
    const problem = (await response.json()) as { errors: { location: string }[] };
    expect(problem.errors.map((error) => error.location)).toEqual(['query fund', 'query unit', 'query node']);
  });

  test('an unknown scheme, and one of another institution, is missing', async () => {
    expect((await get('/schemes/nergens/money?groupBy=year')).status).toBe(404);
    const other = await tokenOf(utrecht);
    const rows = ((await (await get(`${money}?groupBy=node`, other)).json()) as { rows: Row[] }).rows;
    expect(rows.some((row) => row.node === 'T6')).toBe(false);
  });
});

describe('a bearer token', () => {
  test('is needed', async () => {
    expect((await get(`${money}?groupBy=year`, null)).status).toBe(401);
    expect((await get(`${money}?groupBy=year`, `akk.${leiden.institutionId}.${'x'.repeat(43)}`)).status).toBe(
      401,
    );
  });

  test('of another institution finds nothing under a forged name', async () => {
    const forged = (await tokenOf(utrecht)).replace(utrecht.institutionId, leiden.institutionId);
    expect((await get(`${money}?groupBy=year`, forged)).status).toBe(401);
  });

  test('that expired or was revoked is refused', async () => {
    const expired = await tokenOf(leiden, -1);
    expect((await get(`${money}?groupBy=year`, expired)).status).toBe(401);
    const token = await tokenOf(leiden);
    expect((await get(`${money}?groupBy=year`, token)).status).toBe(200);
    const actor = await leiden.actor('beheer');
    await inInstitution(watched.db, leiden.institutionId, async (tx) => {
      const [newest] = await listTokens(tx, actor);
      await revokeToken(tx, actor, newest!.tokenId, now());
    });
    expect((await get(`${money}?groupBy=year`, token)).status).toBe(401);
  });
});

type Row = { node?: string; year?: number; stage?: string; cents: number | null; mark: string | null };
