import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createInterface } from 'node:readline';

export type RunningServer = {
  /** where it listens, such as http://127.0.0.1:40123 */
  address: string;
  stop(): Promise<void>;
};

/**
 * Starts the built Akkoord on a free port.
 * @param script `scripts/start.mjs` is all that `npm start` runs
 */
export async function startServer(
  dataDir: string,
  script: 'server/main.ts' | 'scripts/start.mjs' = 'server/main.ts',
): Promise<RunningServer> {
  const server = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', AKKOORD_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const address = await addressOf(server);
  return {
    address,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** Lets PostgreSQL's own user enter a directory of ours: as root it runs as another. */
export function enterable(directory: string): void {
  chmodSync(directory, 0o755);
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
