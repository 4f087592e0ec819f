import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '#app/identity/token.server.ts';
import { type Db, inInstitution, openDb } from '#app/kernel/db.server.ts';
import { api } from '#server/api.ts';
import { demoTemplate } from '#test/demo-template.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { type LoadedInstitution, loadInstitution } from '#test/institution.ts';
import { type ReportAsked, writeReport } from '../../cli/report.ts';

let database: FreshDatabase;
let db: Db;
let leiden: LoadedInstitution;
let token: string;
let folder: string;
const now = () => new Date('2026-11-01T10:00:00Z');
const tables = '/schemes/ka-2019-2024/tables';

beforeAll(async () => {
  database = await freshDatabase({ from: await demoTemplate('leiden') });
  db = openDb(database.app);
  leiden = await loadInstitution(db, 'leiden');
  const actor = await leiden.actor('beheer');
  const made = await inInstitution(db, leiden.institutionId, (tx) =>
    createToken(tx, actor, { name: 'test', role: 'lezer', days: 1 }, new Date()),
  );
  token = made.token;
  folder = await mkdtemp(join(tmpdir(), 'akkoord-report-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await db.destroy();
  await database.close();
});

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const router = api({ db, clock: now, log: pino({ level: 'silent' }) });
  return router.request(path, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

describe('GET /schemes/{code}/tables', () => {
  test('lists the tables of the scheme', async () => {
    const { tables: list } = (await (await get(tables)).json()) as { tables: { code: string }[] };
    expect(list.map((one) => one.code)).toEqual(['bijlage-1', 'bijlage-1-vergelijking', 'bijlage-3']);
  });

  test('gives one with exact figures, the printed ones and the differences', async () => {
    const table = (await (await get(`${tables}/bijlage-1`)).json()) as {
      asOf: string;
      rows: { key: string; cells: unknown[] }[];
      differences: { class: string }[];
    };
    expect(table.asOf).toBe('2021-07-01');
    expect(table.rows.find((row) => row.key === 'totaal')!.cells[0]).toEqual({
      column: 'B2019',
      state: 'known',
      cents: 705_700_000,
      printed: 7056,
    });
    expect(table.differences.filter((one) => one.class === 'error')).toHaveLength(7);
  });

  test('gives it as a file, by parameter and by Accept header', async () => {
    const csv = await get(`${tables}/bijlage-1?format=csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await csv.text()).toContain('Resultaat,result,-76,-280,18,-117,-411,-160,-90,-84');
    const pdf = await get(`${tables}/bijlage-3`, { accept: 'application/pdf' });
    expect(pdf.headers.get('content-disposition')).toMatch(/\.pdf"$/);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe('%PDF');
  });

  test('answers 404 for a table that is not there, also as a file', async () => {
    expect((await get(`${tables}/nergens`)).status).toBe(404);
    expect((await get(`${tables}/nergens?format=pdf`)).status).toBe(404);
    expect((await get(`${tables}/bijlage-1?asOf=morgen`)).status).toBe(400);
  });
});

describe('akkoord report', () => {
  const asked = {
    institution: 'leiden',
    scheme: 'ka-2019-2024',
    table: 'bijlage-3',
    format: 'csv',
    language: 'nl',
  };
  async function run(change: Partial<ReportAsked>) {
    let errors = '';
    const out = { stdout: { write: () => true }, stderr: { write: (text: string) => (errors += text) } };
    return { status: await writeReport(db, { ...asked, ...change }, out), errors };
  }

  test('writes the file that is asked for', async () => {
    const out = join(folder, 'bijlage-3.csv');
    expect(await run({ out })).toEqual({ status: 0, errors: '' });
    expect(await readFile(out, 'utf8')).toContain('Subtotaal TSD,subtotal,537,724,739');
  });

  test('says what does not exist and ends with 2', async () => {
    expect(await run({ table: 'bijlage-9' })).toEqual({
      status: 2,
      errors: 'akkoord report: no table bijlage-9\n',
    });
    expect((await run({ institution: 'nergens' })).errors).toBe('akkoord report: no institution nergens\n');
    expect((await run({ format: 'doc' })).errors).toMatch(/no format doc/);
  });
});
