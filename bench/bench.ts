import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Client, type ClientConfig } from 'pg';
import { openDb } from '#app/kernel/db.server.ts';
import { external } from '#server/database.ts';
import { startEmbedded } from '#server/embedded-postgres.ts';
import { migrate } from '#server/migrate.ts';
import { benchAgainst } from './against.ts';
import { startAkkoord } from './akkoord-process.ts';
import { beginFilling, fill, settleDown } from './country.ts';
import { benchFinance } from './finance.ts';
import { benchLoad } from './load.ts';
import { sayYardstick } from './measure.ts';
import { benchAnswers } from './money.ts';
import { openReport } from './report.ts';
import { benchRequests } from './requests.ts';
import { makeWorkbench } from './workbench.ts';

/**
 * `npm run bench`: what pages, saves and files cost beside the bare SQL of the same answer, in one run.
 * Six institutions with a million ledger lines; with `--national` sixty with ten million, measured on the way at
 * one and six. `--institutions 12` is any size between. `--minutes 20` stops adding institutions in time to measure
 * what is there. Results are kept as they come in `build/bench.md` and `.json` (`--out`). Ratios travel between
 * machines; milliseconds do not. `--against ../before` compares the requests with those of another build, in its own
 * folder, of the same or an older schema.
 */
const { values } = parseArgs({
  options: {
    national: { type: 'boolean', default: false },
    institutions: { type: 'string' },
    rounds: { type: 'string', default: '40' },
    minutes: { type: 'string' },
    out: { type: 'string', default: 'build/bench' },
    against: { type: 'string' },
  },
});
const report = openReport(values.out);
const { say, progress } = report;
const against = values.against && resolve(values.against);
const most = Number(values.institutions ?? (values.national ? 60 : against ? 2 : 6));
const rounds = Number(values.rounds);
const sizes = [...new Set([1, 6, most].filter((size) => size <= most))];
/** Minutes that measuring takes once the data stand; twice that on cores that others use too. */
const measuring = 6;
const fillUntil = values.minutes === undefined ? Infinity : Number(values.minutes) - measuring;

const dataDir = await mkdtemp(join(tmpdir(), 'akkoord-bench-'));
// two databases beside each other are made in the embedded one
const url = against ? undefined : process.env.DATABASE_URL;
const database = url
  ? external(url)
  : await startEmbedded({
      dataDir,
      log: progress,
      settings: { max_wal_size: '4GB', synchronous_commit: 'off' },
    });
let ended: Promise<void> | undefined;
const end = () => {
  ended ??= database.stop().then(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  return ended;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => end().finally(() => process.exit(130)));
try {
  await (against ? compare(database.owner, against) : run(database));
} finally {
  await end();
}

/** Adds institutions up to a size, some at a time, as long as there is time; @returns how many there are, and lines */
async function grow(filler: Client, from: number, to: number): Promise<{ made: number; lines: number }> {
  let [made, lines] = [from, 0];
  while (made < to && (made === 0 || report.minutes() < fillUntil)) {
    const next = Math.min(to, made + 3);
    lines += await fill(filler, made + 1, next);
    made = next;
    progress(`${made} of ${most} institutions`);
  }
  return { made, lines };
}

async function run({ owner, app }: { owner: ClientConfig; app: ClientConfig }): Promise<void> {
  await migrate(owner);
  const filler = new Client(owner);
  const bare = new Client(app);
  const db = openDb(app);
  // when a step fails the database stops under them; the step's own error is the one to show
  for (const client of [filler, bare]) client.on('error', () => undefined);
  await filler.connect();
  await bare.connect();
  await beginFilling(filler);
  const credentials = { token: '', cookie: '' };
  let [made, lines] = [0, 0];
  for (const size of sizes) {
    const start = performance.now();
    const grown = await grow(filler, made, size);
    if (grown.made === made) break;
    if (made === 0) Object.assign(credentials, await makeWorkbench(filler, 1));
    [made, lines] = [grown.made, lines + grown.lines];
    await settleDown(filler);
    const seconds = Math.round((performance.now() - start) / 1000);
    say(`\n# ${made} institutions, ${lines.toLocaleString('en')} ledger lines (made in ${seconds} s)\n`);
    sayYardstick(say);
    await benchAnswers({ db, bare, say, rounds });
    progress(`answers of one institution among ${made} measured`);
  }
  if (made < most) say(`\n**Cut short at ${made} of ${most} institutions by --minutes ${values.minutes}.**`);
  const server = await startAkkoord(owner);
  try {
    const { rows } = await filler.query<{ pid: number }>('select pg_backend_pid() as pid');
    const bench = { server, credentials, backend: rows[0]!.pid, say, rounds };
    await benchRequests(bench);
    progress('requests measured');
    await benchLoad(bench);
    progress('200 clients measured');
    await benchFinance({ ...bench, owner: filler, dataDir });
  } finally {
    await server.stop();
  }
  sayYardstick(say);
  await Promise.all([filler.end(), bare.end(), db.destroy()]);
}

/** This build against another: rows as its schema has them, and a copy of its database that we migrate as we start. */
async function compare(owner: ClientConfig, folder: string): Promise<void> {
  await migrate(owner, join(folder, 'db/migrations'));
  const filler = new Client(owner);
  await filler.connect();
  await beginFilling(filler);
  await grow(filler, 0, most);
  const credentials = await makeWorkbench(filler, 1);
  await settleDown(filler);
  await filler.end();
  const watcher = new Client({ ...owner, database: 'postgres' });
  await watcher.connect();
  await watcher.query(`create database here template ${owner.database}`);
  const { rows } = await watcher.query<{ pid: number }>('select pg_backend_pid() as pid');
  const shared = { credentials, backend: rows[0]!.pid, say, rounds };
  const here = await startAkkoord({ ...owner, database: 'here' });
  const there = await startAkkoord(owner, folder);
  try {
    sayYardstick(say);
    await benchAgainst({ ...shared, server: here }, { ...shared, server: there });
  } finally {
    await Promise.all([here.stop(), there.stop(), watcher.end()]);
  }
}
