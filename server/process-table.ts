import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * What Linux tells about processes in /proc. A killed process whose parent has not collected it yet (a
 * zombie) counts as dead: it holds no file and no memory, but its number still answers to `kill -0`.
 * Without /proc (macOS) only `kill -0` is left, and nothing can be said about working directories.
 */

/** A process, told apart from a later one with the same number by its start time (clock ticks since boot). */
export type ProcessMark = { pid: number; started: string };

function stat(pid: number): { state: string; started: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may itself contain spaces and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return null;
  }
}

const hasProc = stat(process.pid) !== null;

/** Marks a running process. */
export function markOf(pid: number): ProcessMark {
  return { pid, started: stat(pid)?.started ?? '' };
}

/** Does this number belong to a process that still runs? */
export function isAlive(pid: number): boolean {
  if (hasProc) {
    const found = stat(pid);
    return found !== null && found.state !== 'Z' && found.state !== 'X';
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Does exactly this process still run, not another that got its number later? */
export function isSameProcess(mark: ProcessMark): boolean {
  return isAlive(mark.pid) && (!hasProc || stat(mark.pid)?.started === mark.started);
}

/**
 * The living processes that work in this directory: every process of a PostgreSQL server does so in its
 * data directory. null where /proc is missing and it cannot be known.
 */
export function processesIn(directory: string): number[] | null {
  if (!hasProc) return null;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === directory && isAlive(pid);
      } catch {
        return false;
      }
    });
}
