import { createHash } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { canEnter, type OtherUser, rootHome } from './postgres-binaries.ts';
import { killProcessesIn } from './postgres-process.ts';

/** The directory name carries the major version: a cluster of another major does not open. */
export const clusterName = 'postgresql-18';

/** The longest path of a Unix socket is 107 bytes on Linux, 103 on macOS; PostgreSQL adds its own name. */
const longestSocketDir = 103 - '/.s.PGSQL.5432'.length;

/**
 * Where the cluster lives: in the data directory; or, when we are root and PostgreSQL's user cannot enter
 * that, beside the copied binaries with a link in the data directory (deleting the link starts afresh).
 * Removes what an initdb whose owner was killed left behind, and ends it first: it would make its directory
 * anew. Call it under the data lock.
 * @returns the cluster's real path when there is one, and the directory in which to make it
 */
export async function findCluster(
  dataDir: string,
  user: OtherUser | undefined,
): Promise<{ cluster: string | null; parent: string }> {
  const path = join(dataDir, clusterName);
  const parent = canEnter(dataDir, user) ? dataDir : rootHome;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  for (const draft of named(parent, draftPrefix(dataDir))) {
    await killProcessesIn(draft);
    remove(draft);
  }
  if (existsSync(path)) return { cluster: realpathSync(path), parent };
  if (isLink(path)) rmSync(path); // a link whose cluster was removed
  return { cluster: null, parent };
}

/** Drafts of several data directories may lie side by side under root's home; each cleans up its own. */
function draftPrefix(dataDir: string): string {
  return `initdb-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}-`;
}

function named(parent: string, prefix: string): string[] {
  return readdirSync(parent)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(parent, name));
}

function remove(directory: string): void {
  rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

function isLink(path: string): boolean {
  try {
    readlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

/** An empty directory for initdb, owned by PostgreSQL's user (initdb itself may not make one as that user). */
export function draftCluster(dataDir: string, parent: string, user: OtherUser | undefined): string {
  return ownDirectory(join(parent, draftPrefix(dataDir)), user);
}

/** Puts a finished cluster in place: synced, renamed, synced, so that it is there whole or not at all. */
export function placeCluster(draft: string, dataDir: string, parent: string): string {
  syncDirectory(draft);
  const path = join(dataDir, clusterName);
  if (parent === dataDir) {
    renameSync(draft, path);
  } else {
    const kept = join(parent, basename(draft).replace('initdb-', `${clusterName}-`));
    renameSync(draft, kept);
    syncDirectory(parent);
    symlinkSync(kept, path);
  }
  syncDirectory(dataDir);
  return realpathSync(path);
}

/** A fresh 0700 directory for the socket, short enough for one. */
export function socketDirectory(dataDir: string, user: OtherUser | undefined): string {
  const inside = join(dataDir, 'socket-');
  // mkdtemp adds six characters
  const fits = Buffer.byteLength(inside) + 6 <= longestSocketDir && canEnter(dataDir, user);
  if (fits) named(dataDir, 'socket-').forEach(remove);
  return ownDirectory(fits ? inside : join(tmpdir(), 'akkoord-'), user);
}

function ownDirectory(prefix: string, user: OtherUser | undefined): string {
  const made = mkdtempSync(prefix); // mode 0700
  if (user) chownSync(made, user.uid, user.gid);
  return realpathSync(made);
}

function syncDirectory(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
