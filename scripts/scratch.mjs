import { mkdtempSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** In bytes: several databases at once with their logs, and as much again for who works on them. */
const room = 3 * 2 ** 30;

/**
 * A new directory for a database that is thrown away: in memory where there is room, because a disk takes ten times
 * as long for the thousand files of each clone.
 */
export function scratch(prefix) {
  return mkdtempSync(join(hasRoom() ? memory : tmpdir(), prefix));
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= room && freemem() >= room;
  } catch {
    return false; // no Linux
  }
}
