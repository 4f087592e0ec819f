import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** where the server under test listens, such as http://127.0.0.1:40123 */
    address: string;
    /** its data directory, for the `akkoord` command beside it */
    dataDir: string;
  }
}

/**
 * Starts the built Akkoord as `npm start` does, with the demo institutions, on a free port and a data
 * directory that is thrown away; one for the whole run, or one that listens already at E2E_ADDRESS.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.E2E_ADDRESS) {
    project.provide('address', process.env.E2E_ADDRESS);
    project.provide('dataDir', process.env.AKKOORD_DATA ?? 'data');
    return async () => {};
  }
  if (!existsSync('build/server/index.js')) throw new Error('Browser tests need the build: npm run setup');
  const home = mkdtempSync(join(tmpdir(), 'akkoord-e2e-'));
  chmodSync(home, 0o755); // as root, PostgreSQL's user must be able to enter it
  const dataDir = join(home, 'data');
  const server = spawn(process.execPath, ['server/main.ts'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', AKKOORD_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    project.provide('address', await addressOf(server));
    project.provide('dataDir', dataDir);
  } catch (error) {
    remove();
    throw error;
  }
  return async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    remove();
  };
}

async function addressOf(server: ChildProcess): Promise<string> {
  const lines = createInterface(server.stdout!);
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line);
      const address = line.match(/^Akkoord is ready: +(http\S+)/)?.[1];
      if (address) resolve(address);
    });
    server.once('exit', () => reject(new Error(`The server ended before it was ready:\n${said.join('\n')}`)));
  });
}
