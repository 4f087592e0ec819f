import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { debianPostgres } from './debian.mjs';
import { scratch } from './scratch.mjs';

/**
 * Starts Debian's PostgreSQL on a directory that is thrown away, to prove that SQL keeps to version 15.
 * A Unix socket in a private directory, no network.
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startSecondPostgres() {
  const programs = debianPostgres();
  if (!programs) throw new Error('Debian’s PostgreSQL is missing: sudo apt-get install postgresql-15');
  const user = otherUser();
  const home = scratch('akkoord-pg15-');
  if (user) chownSync(home, user.uid, user.gid);
  const remove = () => rmSync(home, { recursive: true, force: true });
  const log = join(home, 'log');
  const logFd = openSync(log, 'w');
  const start = (program, args) =>
    spawn(join(programs, program), args, {
      ...user,
      cwd: home,
      detached: true,
      stdio: ['ignore', logFd, logFd],
    });

  const data = join(home, 'data');
  const initdb = start('initdb', [
    '-D',
    data,
    '-U',
    'tester',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-N',
  ]);
  const [status] = await once(initdb, 'close');
  if (status !== 0) {
    const words = readFileSync(log, 'utf8').trim();
    remove();
    throw new Error(`initdb of PostgreSQL 15 failed: ${words}`);
  }
  const settings = {
    listen_addresses: '',
    unix_socket_directories: home,
    fsync: 'off',
    full_page_writes: 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = start('postgres', ['-D', data, ...flags]);
  closeSync(logFd);
  const ended = once(server, 'close');
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    remove();
  };
  while (
    !existsSync(join(data, 'postmaster.pid')) ||
    !/\nready\b/.test(readFileSync(join(data, 'postmaster.pid'), 'utf8'))
  ) {
    if (server.exitCode !== null)
      throw new Error(`PostgreSQL 15 did not start: ${readFileSync(log, 'utf8')}`);
    await sleep(50);
  }
  return { url: `postgres://tester@localhost/postgres?host=${encodeURIComponent(home)}`, stop };
}

/** PostgreSQL refuses to run as root: then it is `nobody`. */
function otherUser() {
  if (process.getuid?.() !== 0) return undefined;
  const [, , uid, gid] = readFileSync('/etc/passwd', 'utf8')
    .match(/^nobody:.*$/m)[0]
    .split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
