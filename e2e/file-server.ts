import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { scratch } from '../scripts/scratch.mjs';
import { enterable, type RunningServer, startServer } from './server.ts';

/**
 * Each file of journeys has a server and a database of its own: what one story leaves behind is not
 * another's, and files run beside each other.
 */
let server: RunningServer;
let home: string;

beforeAll(async () => {
  home = scratch('akkoord-e2e-file-');
  enterable(home);
  execFileSync('cp', ['-Rp', inject('demoData'), dataDir()]); // keeps the owner, who is PostgreSQL's user
  server = await startServer(dataDir());
});

afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Where this file's server listens, such as http://127.0.0.1:40123. */
export function address(): string {
  return server.address;
}

function dataDir(): string {
  return join(home, 'data');
}
