import { Buffer } from 'node:buffer';
import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '#app/identity/token.server.ts';
import { inInstitution } from '#app/kernel/db.server.ts';
import { api } from '#server/api.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { spendingInstitution } from '#test/spending-scene.ts';
import { watchedDatabase } from '#test/watched-database.ts';

const watched = watchedDatabase();
let place: LoadedInstitution;
let bearer: string;
const now = () => new Date();

beforeAll(async () => {
  place = await loadInstitution(watched.db, spendingInstitution());
  bearer = await tokenOf('controller');
});

async function tokenOf(role: string): Promise<string> {
  const actor = await place.actor('beheer');
  const made = await inInstitution(watched.db, place.institutionId, (tx) =>
    createToken(tx, actor, { name: 'test', role, days: 1 }, now()),
  );
  return made.token;
}

async function call(path: string, init: RequestInit = {}, token = bearer) {
  const router = api({ db: watched.db, clock: now, log: pino({ level: 'silent' }) });
  const headers = { ...init.headers, authorization: `Bearer ${token}` };
  const response = await router.request(`/schemes/ka/realisation${path}`, { ...init, headers });
  return { status: response.status, body: await response.json() };
}

const put = (path: string, body: object, token?: string) =>
  call(
    path,
    { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
    token,
  );

describe('the API of realisation', () => {
  test('books lines, gives them back beside the budget, and corrects by a next version', async () => {
    const first = await put('/recht/2022', {
      lines: [{ measure: 'werkgroepen', cents: 123 }],
      seen: 0,
      note: 'BFR mei',
      provisional: true,
    });
    expect(first).toMatchObject({ status: 200, body: { version: 1, status: 'adopted' } });
    const stale = await put('/recht/2022', { lines: [{ measure: 'werkgroepen', cents: 9 }], seen: 0 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'realisation.changed-since' } });
    await put('/recht/2022', { lines: [{ measure: 'adviseurs', fteMilli: 450 }], seen: 1 });
    const { body } = await call('/recht/2022');
    expect(body).toMatchObject({
      version: 2,
      provisional: false,
      lines: [
        { measure: 'werkgroepen', cents: 0 },
        { measure: 'adviseurs', cents: null, fteMilli: 450 },
      ],
      versions: [{ number: 2 }, { number: 1, cents: 123, note: 'BFR mei' }],
    });
    expect(body.budget).toHaveLength(4);
    const list = await call('');
    expect(list.body.units[0]).toMatchObject({ unit: 'recht', years: [{ year: 2022, version: 2 }, {}, {}] });
  });

  test('gives every error at once, in words, and books nothing', async () => {
    const lines = [
      { measure: 'adviseurs', cents: 1 },
      { measure: 'x', cents: 1 },
      { measure: 'werkgroepen' },
    ];
    const { status, body } = await put('/recht/2024', { lines });
    expect(status).toBe(400);
    expect(body.errors.map((error: { location: string }) => error.location)).toEqual([
      'lines.0.measure',
      'lines.1.measure',
      'lines.2.cents',
    ]);
    expect(body.errors[0].detail).toBe(
      'Extra studieadviseurs has ended: from 2024 on nothing can be booked on it.',
    );
    expect((await call('/recht/2024')).body.versions).toEqual([]);
  });

  test('takes a file as a body or as a form field; asks for the notation by refusing', async () => {
    const csv = 'Measure,Amount\nwerkgroepen,1.234\n';
    const asText = { method: 'POST', body: csv, headers: { 'content-type': 'text/csv' } };
    const asked = await call('/recht/2023/uploads', asText);
    expect(asked).toMatchObject({
      status: 400,
      body: { errors: [{ location: 'row 2, column Amount (B)', code: 'realisation.ambiguous' }] },
    });
    expect(await call('/recht/2023/uploads?notation=thousands', asText)).toMatchObject({
      status: 201,
      body: { version: 1 },
    });
    const body = new FormData();
    body.set('file', new File([Buffer.from('Maatregel;Bedrag\nwerkgroepen;12,50\n')], 'bfr.csv'));
    expect(await call('/recht/2023/uploads?note=correctie', { method: 'POST', body })).toMatchObject({
      status: 201,
      body: { version: 2 },
    });
    expect((await call('/recht/2023')).body.lines).toMatchObject([{ cents: 1250 }]);
  });

  test('refuses a role that may not book', async () => {
    const reader = await tokenOf('lezer');
    const refused = await put('/recht/2022', { lines: [{ measure: 'werkgroepen', cents: 1 }] }, reader);
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});
