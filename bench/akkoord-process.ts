import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientConfig } from 'pg';

/** A running Akkoord, as `npm start` runs it, on the database of the benchmark. */
export type AkkoordProcess = { origin: string; pid: number; stop(): Promise<void> };

const ownRoot = fileURLToPath(new URL('..', import.meta.url));

/**
 * Starts the built server as a process of its own, so that its CPU and memory can be told from ours.
 * @param root the folder of the build
 * @throws when it does not answer within half a minute
 */
export async function startAkkoord(owner: ClientConfig, root = ownRoot): Promise<AkkoordProcess> {
  const port = await freePort();
  // the flags and heaps of scripts/start.mjs, so that memory is that of `npm start`
  const memory = ['--max-semi-space-size=16', '--heap-growing-percent=40'];
  const child = spawn(process.execPath, [...memory, join(root, 'server/main.ts')], {
    cwd: root,
    env: {
      MALLOC_ARENA_MAX: '2',
      ...process.env,
      PORT: String(port),
      DATABASE_URL: owner.connectionString ?? addressOf(owner),
      AKKOORD_DEMO: '0',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let i = 0; ; i += 1) {
    const answer = await fetch(`${origin}/healthz`).catch(() => null);
    if (answer?.ok) break;
    if (i > 300 || child.exitCode !== null) throw new Error('the server did not start; is it built?');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin, pid: child.pid!, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function addressOf({ host, user, database }: ClientConfig): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host!)}`;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

/** CPU time that a process and all below it have used, in ms; Linux counts it per thread in nanoseconds. */
export function cpuOf(pid: number): number {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (/^\d+$/.test(entry)) parents.set(Number(entry), parentOf(entry));
  }
  const below = (one: number): number[] => [
    one,
    ...[...parents].filter(([, parent]) => parent === one).flatMap(([child]) => below(child)),
  ];
  return below(pid).reduce((total, one) => total + ownCpu(one), reapedCpu(pid));
}

/** What children of a process used that have ended since, as the kernel keeps it: in hundredths of a second. */
function reapedCpu(pid: number): number {
  const text = read(`/proc/${pid}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * 10;
}

function parentOf(pid: string): number {
  const text = read(`/proc/${pid}/stat`);
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

function ownCpu(pid: number): number {
  let total = 0;
  try {
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      total += Number(read(`/proc/${pid}/task/${task}/schedstat`).split(' ')[0] || 0);
    }
  } catch {
    // it has ended since we saw it
  }
  return total / 1e6;
}

/** Resident memory of a process, in MB: now and at most so far. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = read(`/proc/${pid}/status`);
  const kB = (name: string) => Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))?.[1] ?? 0);
  return { now: kB('VmRSS') / 1024, most: kB('VmHWM') / 1024 };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
