import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { draftCluster, findCluster, placeCluster, socketDirectory } from './cluster-directory.ts';
import { type DataLock, lockDataDir, runningOwner } from './data-lock.ts';
import { type Binaries, type OtherUser, postgresBinaries, postgresUser } from './postgres-binaries.ts';
import { clearOrphans, ended, guard, stopProcess, untilReady } from './postgres-process.ts';
import { StartRefused } from './refusal.ts';

/** Owns every table; migrations run as this role. */
export const ownerRole = 'akkoord_owner';
/** Owns nothing and is subject to row-level security; made by the migrations. The application runs as it. */
export const appRole = 'akkoord_app';
const databaseName = 'akkoord';

export type Embedded = {
  /** for `pg`: the owner of the tables */
  owner: ClientConfig;
  /** for `pg`: the role of the application; it exists after the migrations */
  app: ClientConfig;
  /** resolves with a reason when the database stopped without being asked to */
  lost: Promise<string>;
  /** stops the database cleanly and gives the data directory free; may be called twice */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** made when missing; holds the cluster, its log and the lock */
  dataDir: string;
  /** takes one line of progress */
  log: (line: string) => void;
  /** server settings beside our own; tests turn fsync off on what they throw away */
  settings?: Record<string, string>;
};

/**
 * Starts the PostgreSQL that comes with the npm packages on a data directory and makes it when needed.
 * It listens on a Unix socket in a private directory and not on the network, and only processes of our own
 * user may connect (peer authentication). It ends with us, however we end.
 * @throws StartRefused in one line: the directory is in use, or PostgreSQL does not run here
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const user = postgresUser();
  const { dataDir, lock } = takeDirectory(options.dataDir, user);
  try {
    const binaries = await postgresBinaries(user);
    const running = await startCluster({ ...options, dataDir }, binaries, user);
    lock.note({ socketDir: running.socketDir });
    let stopping: Promise<void> | undefined;
    return {
      ...configs(running.socketDir),
      lost: running.lost,
      stop: () => {
        stopping ??= running.stop().finally(() => lock.release());
        return stopping;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function takeDirectory(path: string, user: OtherUser | undefined): { dataDir: string; lock: DataLock } {
  try {
    mkdirSync(path, { recursive: true, mode: user ? 0o755 : 0o700 });
    const dataDir = realpathSync(path);
    return { dataDir, lock: lockDataDir(dataDir) };
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new StartRefused(`AKKOORD_DATA: ${path} cannot be made or written to (${code}).`, { cause: error });
  }
}

/** How to reach the database of an Akkoord that already runs on this data directory, or null. */
export function attachEmbedded(dataDir: string): { owner: ClientConfig; app: ClientConfig } | null {
  const socketDir = runningOwner(dataDir)?.socketDir;
  return socketDir ? configs(socketDir) : null;
}

function configs(socketDir: string): { owner: ClientConfig; app: ClientConfig } {
  const at = { host: socketDir, port: 5432, database: databaseName };
  return { owner: { ...at, user: ownerRole }, app: { ...at, user: appRole } };
}

type Cluster = { socketDir: string; lost: Promise<string>; stop(): Promise<void> };

async function startCluster(
  { dataDir, log, settings }: EmbeddedOptions,
  binaries: Binaries,
  user: OtherUser | undefined,
): Promise<Cluster> {
  const found = await findCluster(dataDir, user);
  const cluster =
    found.cluster ?? (await makeCluster({ dataDir, log, parent: found.parent }, binaries, user));
  await clearOrphans(cluster, log);

  const socketDir = socketDirectory(dataDir, user);
  const logFile = join(dataDir, 'postgresql.log');
  const logFd = openSync(logFile, 'w', 0o600);
  const server = spawn(binaries.postgres, ['-D', cluster, ...serverSettings(socketDir, settings)], {
    ...user,
    cwd: cluster,
    env: environment,
    detached: true, // Ctrl-C in a terminal goes to us alone: requests drain before the database stops
    stdio: ['ignore', logFd, logFd],
  });
  closeSync(logFd);
  const guarded = guard(server, user);
  const removeSocket = () => rmSync(socketDir, { recursive: true, force: true });
  try {
    await untilReady(
      { server, logFile, log, config: { ...configs(socketDir).owner, database: 'postgres' } },
      databaseName,
    );
  } catch (error) {
    await stopProcess(server);
    guarded.done();
    removeSocket();
    throw error;
  }
  let asked = false;
  return {
    socketDir,
    lost: new Promise((resolve) => {
      void ended(server).then(
        (how) => asked || resolve(`PostgreSQL stopped by itself (${how}), see ${logFile}`),
      );
    }),
    stop: async () => {
      asked = true;
      await stopProcess(server);
      guarded.done();
      removeSocket();
    },
  };
}

/** Nothing of our own environment reaches PostgreSQL: a stray PGDATA or LC_ALL would change what it does. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

function serverSettings(socketDir: string, settings: Record<string, string> = {}): string[] {
  const identity = accessFiles(socketDir);
  const all: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    ...identity,
    shared_buffers: '128MB',
    max_connections: '100',
    jit: 'off', // this build has none
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Only what concerns the server itself: the text of a failing statement may hold personal data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * Peer authentication: the kernel tells which user a connection comes from. The 0700 directory alone is not
 * enough when we are root, because other daemons may run as `nobody` too.
 */
function accessFiles(socketDir: string): { hba_file: string; ident_file: string } {
  const hba_file = join(socketDir, 'pg_hba.conf');
  const ident_file = join(socketDir, 'pg_ident.conf');
  writeFileSync(hba_file, 'local all all peer map=akkoord\n', { mode: 0o644 });
  writeFileSync(ident_file, `akkoord "${ownName()}" all\n`, { mode: 0o644 });
  return { hba_file, ident_file };
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new StartRefused(
      `User ${process.getuid?.()} has no name on this system (/etc/passwd), which PostgreSQL needs: add one, or set DATABASE_URL.`,
    );
  }
}

async function makeCluster(
  { dataDir, log, parent }: { dataDir: string; log: (line: string) => void; parent: string },
  binaries: Binaries,
  user: OtherUser | undefined,
): Promise<string> {
  log(`Creating a PostgreSQL ${binaries.version.split('.')[0]} database in ${dataDir}`);
  const draft = draftCluster(dataDir, parent, user);
  const initdb = spawn(
    binaries.initdb,
    ['-D', draft, '-U', ownerRole, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin']
      // The built-in provider sorts the same on every system; screens sort with an ICU collation where it matters.
      .concat('--builtin-locale=C.UTF-8'),
    { ...user, cwd: draft, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const guarded = guard(initdb, user);
  const said = lastWords(initdb);
  const how = await ended(initdb);
  guarded.done();
  if (how !== 'exit 0') {
    rmSync(draft, { recursive: true, force: true });
    throw new StartRefused(
      `The database could not be made in ${dataDir}: ${said().replace(/\s+/g, ' ')} (${how})`,
    );
  }
  return placeCluster(draft, dataDir, parent);
}

function lastWords(child: ChildProcess): () => string {
  let text = '';
  const add = (chunk: Buffer) => {
    text = (text + chunk).slice(-500);
  };
  child.stdout?.on('data', () => {});
  child.stderr?.on('data', add);
  return () => text.trim();
}
