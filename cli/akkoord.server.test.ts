import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOfBearer } from '#app/identity/api.server.ts';
import { openDb } from '#app/kernel/db.server.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';

/** The command as a process of its own, on a database of its own, beside a running server or not. */
let database: FreshDatabase;
let folder: string;
const program = fileURLToPath(new URL('akkoord.ts', import.meta.url));

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'akkoord-cli-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

function databaseUrl(): string {
  const { owner } = database;
  if (owner.connectionString) return owner.connectionString;
  return `postgres://${owner.user}@localhost:${owner.port ?? 5432}/${owner.database}?host=${encodeURIComponent(String(owner.host))}`;
}

function akkoord(...args: string[]): Promise<{ status: number; out: string; error: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl(),
    AKKOORD_DEMO: '1',
    NODE_ENV: 'test',
    LANG: 'nl',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (failure, out, error) => {
      resolve({ status: failure ? Number(failure.code ?? 1) : 0, out, error });
    });
  });
}

const demo = (code: string) => fileURLToPath(new URL(`../demo/${code}/institution.json`, import.meta.url));

test('an institution file goes in, comes out the same, and adds up', async () => {
  const loaded = await akkoord('import', 'institution', demo('utrecht'));
  expect(loaded, loaded.error).toMatchObject({ status: 0 });
  const target = join(folder, 'out.json');
  expect(await akkoord('export', 'institution', 'utrecht', '--out', target)).toMatchObject({ status: 0 });
  expect(JSON.parse(await readFile(target, 'utf8'))).toEqual(
    JSON.parse(await readFile(demo('utrecht'), 'utf8')),
  );
  const verified = await akkoord('verify', '--json');
  expect(verified.status, verified.error).toBe(0);
  expect(JSON.parse(verified.out)).toMatchObject({
    findings: [],
    notes: [{ institution: 'utrecht', untraceable: { cents: 0, lines: 0, reasons: [] } }],
  });
  expect((await akkoord('verify')).out).toMatch(
    /^utrecht: everything adds up\n {2}\S+: untraceable EUR 0\.00/,
  );
  expect((await akkoord('import', 'institution', demo('utrecht'))).status).toBe(1);
});

test('a file with five mistakes names all five and loads nothing', async () => {
  const file = JSON.parse(await readFile(demo('leiden'), 'utf8'));
  file.units[1].code = file.units[2].code;
  file.accounts[0].mandates[0].role = 'bestaat-niet';
  const scheme = file.schemes.find((one: { funds?: unknown[] }) => (one.funds ?? []).length > 0);
  scheme.themeFramework = 'bestaat-niet';
  file.bodies[0].unit = 'bestaat-niet';
  scheme.funds[0].nameNl = '';
  const path = join(folder, 'wrong.json');
  await writeFile(path, JSON.stringify(file));
  const { status, out } = await akkoord('import', 'institution', path, '--json');
  expect(status).toBe(1);
  const errors = JSON.parse(out) as { path: string }[];
  for (const place of ['units', 'accounts', 'themeFramework', 'bodies', 'funds']) {
    expect(
      errors.some((error) => error.path.includes(place)),
      place,
    ).toBe(true);
  }
  expect((await akkoord('verify', '--institution', 'leiden')).status).toBe(2);
});

test('a token is printed alone, and opens the API for its institution', async () => {
  const { status, out, error } = await akkoord(
    'token',
    'create',
    '--institution',
    'utrecht',
    '--role',
    'lezer',
  );
  expect(status, error).toBe(0);
  expect(out).toMatch(/^akk\.[0-9a-f-]{36}\.[\w-]{43}\n$/);
  const db = openDb(database.app);
  const actor = await actorOfBearer(db, `Bearer ${out.trim()}`);
  await db.destroy();
  expect(actor?.mandates[0]?.role).toBe('lezer');
  const refused = await akkoord('token', 'create', '--institution', 'utrecht', '--role', 'keizer');
  expect(refused.status).not.toBe(0);
  expect(refused.error).toMatch(/keizer.*lezer/);
  const byName = await akkoord('token', 'create', '--institution', 'utrecht', '--role', 'Reader');
  expect(byName).toMatchObject({ status: 0 });
});

test('an unknown subcommand says which there are', async () => {
  const { status, error } = await akkoord('dans');
  expect(status).toBe(2);
  expect(error).toMatch(/check.*import.*verify/);
});
