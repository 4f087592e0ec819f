import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftCluster, findCluster } from './cluster-directory.ts';
import { attachEmbedded, startEmbedded } from './embedded-postgres.ts';
import { processesIn } from './process-table.ts';
import { StartRefused } from './refusal.ts';

let home: string;
let dataDir: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'akkoord-crash-'));
  chmodSync(home, 0o755);
  dataDir = join(home, 'data');
});

afterEach(async () => {
  // also what a test that failed left behind: it would go on beside the next one
  for (const { child } of writers.splice(0)) child.kill('SIGKILL');
  const here = () => [cluster(), ...drafts()].flatMap((directory) => processesIn(directory) ?? []);
  for (let left = here(); left.length > 0; left = here()) {
    for (const pid of left) kill(pid);
    await sleep(10);
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const cluster = () => join(dataDir, 'postgresql-18');
const drafts = () =>
  (existsSync(dataDir) ? readdirSync(dataDir) : [])
    .filter((name) => name.startsWith('initdb-'))
    .map((name) => join(dataDir, name));

type Writer = {
  child: ChildProcess;
  acknowledged: number[];
  /** waits for such a line */
  said(pattern: RegExp): Promise<void>;
  /** waits until so many writes were acknowledged, however slow the disk is */
  wrote(count: number): Promise<void>;
};
/** those of this test */
const writers: Writer[] = [];

function startWriter(first: number): Writer {
  const program = new URL('../test/crash-writer.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const acknowledged: number[] = [];
  const lines: string[] = [];
  const reader = createInterface(child.stdout!);
  createInterface(child.stderr!).on('line', (line) => lines.push(line));
  reader.on('line', (line) => (/^\d+$/.test(line) ? acknowledged.push(Number(line)) : lines.push(line)));
  const gone = once(child, 'close').then(() => true);
  const until = async (holds: () => boolean) => {
    while (!holds()) {
      const over = await Promise.race([gone, sleep(10, false)]);
      if (over && !holds()) throw new Error(`ended: ${lines.join('\n')}`);
    }
  };
  const writer = {
    child,
    acknowledged,
    said: (pattern: RegExp) => until(() => lines.some((line) => pattern.test(line))),
    wrote: (count: number) => until(() => acknowledged.length >= count),
  };
  writers.push(writer);
  return writer;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

function childrenOf(parent: number): { pid: number; name: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, name = '', ppid] =
          readFileSync(`/proc/${pid}/stat`, 'utf8').match(/\((.*)\) \S (\d+)/) ?? [];
        return Number(ppid) === parent ? [{ pid: Number(pid), name }] : [];
      } catch {
        return [];
      }
    });
}

/** Ways to die, from the plain kill of the server to the loss of power for every process at once. */
const deaths = {
  'the server alone': () => [],
  'the server and its guard, which orphans the database': (server: number) =>
    childrenOf(server).flatMap(({ pid, name }) => (name === 'postgres' ? [] : [pid])),
  'everything at once': (server: number) => [
    ...childrenOf(server).map(({ pid }) => pid),
    ...(processesIn(cluster()) ?? []),
  ],
  'the server, its guard and the postmaster, which leaves its backends': (server: number) =>
    childrenOf(server).map(({ pid }) => pid),
} satisfies Record<string, (server: number) => number[]>;

/** Rows of these pairs that are not there, and pairs of which one half is. */
async function faults(acknowledged: number[]): Promise<{ lost: number; torn: number }> {
  const client = new Client(attachEmbedded(dataDir)!.owner);
  await client.connect();
  const { rows } = await client.query<{ lost: number; torn: number }>(
    `select (select count(*)::int from unnest($1::int[]) a (id)
              where not exists (select from written where written.id = 2 * a.id)) as lost,
            (select count(*)::int from written w
              where not exists (select from written v where v.id = w.twin)) as torn`,
    [acknowledged],
  );
  await client.end();
  return rows[0]!;
}

describe('the embedded database', () => {
  test('after 20 kills under load it comes up with every acknowledged write', {
    timeout: 900_000,
  }, async () => {
    const acknowledged: number[] = [];
    const ways = Object.values(deaths);
    for (let round = 0; round < 20; round++) {
      const writer = startWriter(round * 1_000_000);
      await writer.said(/^ready$/);
      expect(await faults(acknowledged)).toEqual({ lost: 0, torn: 0 });
      await writer.wrote(60);
      await sleep(Math.random() * 400);
      const server = writer.child.pid!;
      // Both lists first: a dead process's children belong to another at once.
      for (const pid of [server, ...ways[round % ways.length]!(server)]) kill(pid);
      await once(writer.child, 'close');
      acknowledged.push(...writer.acknowledged);
    }
    const last = await startEmbedded({ dataDir, log: () => {} });
    expect(await faults(acknowledged)).toEqual({ lost: 0, torn: 0 });
    expect(acknowledged.length).toBeGreaterThanOrEqual(20 * 60);
    await last.stop();
  });

  test('killed while it is made for the first time, it is made again', async () => {
    for (let round = 0; round < 5; round++) {
      const writer = startWriter(0);
      // a machine that makes it within the time of an earlier round starts it in the next
      await writer.said(/^log Creating|^ready$/);
      await sleep(Math.random() * 600);
      kill(writer.child.pid!);
      await once(writer.child, 'close');
    }
    const database = await startEmbedded({ dataDir, log: () => {} });
    const left = drafts();
    await database.stop();
    expect(left).toEqual([]);
  });

  test('an initdb that outlived its owner is ended before its directory goes, and makes no new one', async () => {
    mkdirSync(dataDir);
    const draft = draftCluster(dataDir, dataDir, undefined);
    const orphan = spawn('/bin/sh', ['-c', `sleep 0.3; mkdir -p ${draft}`], { cwd: draft });
    const gone = once(orphan, 'close');
    await findCluster(dataDir, undefined);
    await gone;
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test('a second start on the same directory refuses in one line, and the first goes on', async () => {
    const first = await startEmbedded({ dataDir, log: () => {} });
    const second = startEmbedded({ dataDir, log: () => {} });
    await expect(second).rejects.toThrow(StartRefused);
    await expect(second).rejects.toThrow(
      new RegExp(`^Akkoord already runs on ${dataDir} \\(process \\d+\\): [^\\n]+$`),
    );
    const client = new Client(first.owner);
    await client.connect();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await first.stop();
    const third = await startEmbedded({ dataDir, log: () => {} });
    await third.stop();
    expect(attachEmbedded(dataDir)).toBeNull();
  });

  test('of five starts on a new directory at the same moment one comes up', async () => {
    const starts = [0, 1, 2, 3, 4].map(() => startWriter(0));
    const outcomes = await Promise.allSettled(starts.map((writer) => writer.said(/^ready$/)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toMatch(/Akkoord already runs on/);
    }
  });

  test('listens nowhere on the network and lets in no other user', async () => {
    const database = await startEmbedded({ dataDir, log: () => {} });
    const client = new Client(database.owner);
    await client.connect();
    const { rows } = await client.query("select current_setting('listen_addresses') as at");
    await client.end();
    expect(rows).toEqual([{ at: '' }]);
    if (process.getuid?.() === 0) {
      // `nobody` owns the socket's directory as the user of PostgreSQL, and still may not sign in.
      const code = `
        import { Client } from ${JSON.stringify(import.meta.resolve('pg'))};
        await new Client(${JSON.stringify(database.owner)}).connect();`;
      const args = ['--input-type=module', '-e', code];
      const intruder = spawn(process.execPath, args, {
        uid: 65534,
        gid: 65534,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      intruder.stderr.on('data', (chunk) => {
        said += chunk;
      });
      const [status] = await once(intruder, 'close');
      expect(said).toMatch(/[Pp]eer authentication failed/);
      expect(status).not.toBe(0);
    }
    await database.stop();
  });

  test('a stop that nobody asked for is told', async () => {
    const database = await startEmbedded({ dataDir, log: () => {} });
    for (const pid of processesIn(cluster()) ?? []) kill(pid);
    expect(await database.lost).toMatch(/^PostgreSQL stopped by itself \(SIGKILL\)/);
    await database.stop();
  });

  test('a path too long for a socket is no hindrance', async () => {
    dataDir = join(home, 'a-rather-long-name-for-a-directory'.repeat(4));
    const database = await startEmbedded({ dataDir, log: () => {} });
    const client = new Client(database.owner);
    await client.connect();
    await client.end();
    await database.stop();
  });
});
