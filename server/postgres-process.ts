import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import type { OtherUser } from './postgres-binaries.ts';
import { isAlive, processesIn } from './process-table.ts';
import { StartRefused } from './refusal.ts';

const endings = new WeakMap<ChildProcess, Promise<string>>();

/** How a child ended: `exit 0`, `SIGKILL`, or why it could not start. Never rejects. */
export function ended(child: ChildProcess): Promise<string> {
  let ending = endings.get(child);
  if (!ending) {
    ending = new Promise((resolve) => {
      const tell = () => resolve(child.signalCode ?? `exit ${child.exitCode}`);
      if (child.exitCode !== null || child.signalCode !== null) tell();
      child.once('exit', tell);
      child.once('error', (error) => resolve(error.message));
    });
    endings.set(child, ending);
  }
  return ending;
}

/**
 * Stops a child when we die without having stopped it, even by `kill -9`: a shell waits on a pipe from us,
 * which the kernel closes with us, and then asks for PostgreSQL's fast shutdown (SIGINT), later an immediate
 * one (SIGQUIT). `done` ends the guard; call it once the child has ended.
 */
export function guard(child: ChildProcess, user: OtherUser | undefined): { done(): void } {
  void ended(child); // an 'error' event without a listener would end our process
  if (child.pid === undefined) return { done: () => {} };
  const script =
    'read -r word; [ "$word" = done ] && exit 0; kill -INT "$1"; ' +
    'i=0; while kill -0 "$1" 2>/dev/null && [ $i -lt 20 ]; do sleep 1; i=$((i+1)); done; kill -QUIT "$1" 2>/dev/null';
  const watcher = spawn('/bin/sh', ['-c', script, 'akkoord-database-guard', String(child.pid)], {
    ...user,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => {});
  watcher.stdin.on('error', () => {});
  let finished = false;
  // A guard that someone killed is replaced, or the next kill of us would leave an orphan.
  watcher.once('exit', () => finished || child.exitCode !== null || next());
  let done = () => {
    finished = true;
    watcher.stdin.end('done\n');
  };
  const next = () => {
    done = guard(child, user).done;
  };
  // Neither keeps our process alive: when all else has ended, we end, and the pipe tells the guard.
  watcher.unref();
  (watcher.stdin as unknown as { unref?: () => void }).unref?.();
  return { done: () => done() };
}

/** Fast shutdown; immediate after 20 seconds, kill after 25. Resolves when the child has ended. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const timers = [
    setTimeout(() => child.kill('SIGQUIT'), 20_000),
    setTimeout(() => child.kill('SIGKILL'), 25_000),
  ];
  child.kill('SIGINT');
  await ended(child);
  timers.forEach(clearTimeout);
}

/**
 * Clears what a killed run left on a cluster. The caller holds the data lock, so whoever works in this
 * directory has lost its owner: its guard gets a moment to stop it, then we do. `postmaster.pid` is removed
 * only when nobody works here any more, because PostgreSQL finds surviving backends through it.
 */
export async function clearOrphans(cluster: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const signals = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;
  const patience = [1_500, 8_000, 5_000, 5_000]; // ms before each signal, and after the last
  for (let step = 0; ; step++) {
    const until = Date.now() + patience[step]!;
    let left = processesIn(cluster);
    while (left?.length && Date.now() < until) {
      await sleep(25);
      left = processesIn(cluster);
    }
    if (left === null) return; // no /proc: PostgreSQL's own check decides
    if (left.length === 0) break;
    const signal = signals[step];
    if (!signal)
      throw new StartRefused(
        `A database left by an earlier run does not stop (processes ${left.join(', ')}).`,
      );
    if (step === 0) log('Stopping a database that an earlier run left behind');
    // A fast shutdown is the postmaster's to do; alone, a backend takes SIGINT as "cancel the query".
    const postmaster = postmasterOf(pidFile);
    const targets = step === 0 && postmaster && left.includes(postmaster) ? [postmaster] : left;
    for (const pid of targets) sendSignal(pid, step === 0 && targets === left ? 'SIGQUIT' : signal);
  }
  rmSync(pidFile, { force: true });
}

/** Kills what works in a directory that nobody wants any more, and waits until it has ended (5 s at most). */
export async function killProcessesIn(directory: string): Promise<void> {
  const until = Date.now() + 5_000;
  for (;;) {
    const left = processesIn(directory) ?? [];
    if (left.length === 0 || Date.now() > until) return;
    for (const pid of left) sendSignal(pid, 'SIGKILL');
    await sleep(10);
  }
}

function postmasterOf(pidFile: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    return Number.isInteger(pid) && isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it ended in the meantime
  }
}

type Starting = { server: ChildProcess; logFile: string; log: (line: string) => void; config: ClientConfig };

/**
 * Waits until the server answers, however long recovery takes, and sees to it that the database exists.
 * @throws StartRefused when the server ends instead, with its last words
 */
export async function untilReady(
  { server, logFile, log, config }: Starting,
  database: string,
): Promise<void> {
  let end: string | undefined;
  void ended(server).then((how) => {
    end = how;
  });
  let tell = Date.now() + 3_000;
  while (end === undefined) {
    const client = new Client(config);
    client.on('error', () => {});
    try {
      await client.connect();
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
      if (rowCount === 0) await client.query(`create database ${database}`);
      return;
    } catch (error) {
      // No socket yet, or 57P03 "the database system is starting up"; all else is a fault.
      const code = (error as { code?: string }).code ?? '';
      if (!['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code) && end === undefined) throw error;
    } finally {
      await client.end().catch(() => {});
    }
    if (Date.now() > tell) {
      log('The database is recovering what the last run had not finished');
      tell = Date.now() + 10_000;
    }
    await sleep(20);
  }
  const words = readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' ');
  throw new StartRefused(`The database did not start (${end}): ${words}`);
}
