import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameProcess, markOf, type ProcessMark } from './process-table.ts';
import { StartRefused } from './refusal.ts';

/**
 * One running Akkoord per data directory: `server.json` names the process that owns it and where its
 * database listens. A dead owner's file is taken over, so a kill needs no hand to clean up after it.
 */
export type Owner = ProcessMark & { socketDir?: string };

export type DataLock = { note(owner: { socketDir: string }): void; release(): void };

const fileOf = (dataDir: string) => join(dataDir, 'server.json');

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return null; // missing, or half written by a process that was killed: a link below never shows a half file
  }
}

/** The process that runs on this data directory now, or null. */
export function runningOwner(dataDir: string): Owner | null {
  const owner = readOwner(fileOf(dataDir));
  return owner && isSameProcess(owner) ? owner : null;
}

/**
 * Takes the data directory for this process.
 * @throws StartRefused when another living process has it
 */
export function lockDataDir(dataDir: string): DataLock {
  const file = fileOf(dataDir);
  const mine = `${file}.${process.pid}`;
  const me: Owner = markOf(process.pid);
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linked(mine, file)) {
        return {
          note: (owner) => {
            writeFileSync(mine, JSON.stringify({ ...me, ...owner }));
            renameSync(mine, file);
          },
          release: () => rmSync(file, { force: true }),
        };
      }
      const owner = readOwner(file);
      if (owner && isSameProcess(owner)) refuse(dataDir, owner.pid);
      setAsideDeadOwner(dataDir, file);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  throw new StartRefused(`The data directory ${dataDir} changes hands all the time: start Akkoord once.`);
}

function refuse(dataDir: string, pid: number): never {
  throw new StartRefused(
    `Akkoord already runs on ${dataDir} (process ${pid}): stop it first, or set AKKOORD_DATA to another directory.`,
  );
}

/** `link` fails when the name exists, so exactly one of two starts at the same moment gets it. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function setAsideDeadOwner(dataDir: string, file: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another start was quicker
  }
  // Between our look and the rename another start may have taken over: then it gets its file back.
  const owner = readOwner(aside);
  if (owner && isSameProcess(owner)) {
    linked(aside, file);
    rmSync(aside);
    refuse(dataDir, owner.pid);
  }
  rmSync(aside);
}
