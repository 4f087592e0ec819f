import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { readConfig } from '#app/kernel/config.ts';
import { openDb } from '#app/kernel/db.server.ts';
import { openDatabase } from '#server/database.ts';
import { migrate } from '#server/migrate.ts';
import { fill } from './country.ts';
import { benchGrid } from './grid.ts';
import { benchMoney } from './money.ts';

/**
 * `npm run bench`: what pages cost beside the bare SQL of the same answer, on a database of a million
 * ledger lines, in one run. Ratios travel between machines; the milliseconds beside them do not.
 */
const { values } = parseArgs({ options: { institutions: { type: 'string', default: '20' } } });

const dataDir = await mkdtemp(join(tmpdir(), 'akkoord-bench-'));
const say = (line: string) => process.stdout.write(`${line}\n`);
const database = await openDatabase(
  readConfig({ ...process.env, AKKOORD_DATA: process.env.DATABASE_URL ? undefined : dataDir }),
  say,
);
const owner = new Client(database.owner);
try {
  await migrate(database.owner);
  await owner.connect();
  const size = { institutions: Number(values.institutions), faculties: 8, measures: 125, components: 5 };
  const started = performance.now();
  const lines = await fill(owner, size);
  say(
    `${lines.toLocaleString('en')} ledger lines of ${size.institutions} institutions, made in ${Math.round(performance.now() - started)} ms\n`,
  );
  const db = openDb(database.app);
  const app = new Client(database.app);
  await app.connect();
  await benchMoney({ db, app, say });
  await benchGrid({ db, app, owner, say });
  await app.end();
  await db.destroy();
} finally {
  await owner.end();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
