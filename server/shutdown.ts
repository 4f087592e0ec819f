import type { Server as HttpServer } from 'node:http';
import type { Server } from 'node:net';

export type Running = {
  /** takes the requests */
  server: Server & Partial<Pick<HttpServer, 'closeAllConnections' | 'closeIdleConnections'>>;
  /** closes the pools, once the last request is answered */
  closeDb: () => Promise<void>;
  /** stopped last; when it is lost the process ends with status 1 */
  database: { lost: Promise<string>; stop: () => Promise<void> };
  say: (line: string) => void;
  /** how long requests under way may take, in milliseconds */
  patience?: number;
};

/**
 * Ends the process well on SIGINT (Ctrl-C), SIGTERM or SIGHUP, and when the `npm start` above us is gone:
 * takes no new requests, lets those under way finish, closes the pools, stops the database, exits 0 (1 when
 * something failed). A second signal ends the waiting; within a second it is taken for an echo, because the
 * terminal, npm and our start script each pass on the same Ctrl-C.
 */
export function shutDownOnSignal(running: Running): void {
  let began = 0;
  const end = (reason: string, status = 0) => {
    if (began === 0) {
      began = Date.now();
      void finish(running, reason, status);
    } else if (Date.now() - began > 1_000) {
      running.server.closeAllConnections?.();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal));
  process.once('disconnect', () => end('the start script is gone'));
  void running.database.lost.then((reason) => end(reason, 1));
}

async function finish(
  { server, closeDb, database, say, patience = 10_000 }: Running,
  reason: string,
  status: number,
): Promise<never> {
  say(`Stopping (${reason})`);
  await drain(server, patience);
  let failed = false;
  for (const step of [closeDb, database.stop]) {
    try {
      await step();
    } catch (error) {
      failed = true;
      say(`Stopping: ${(error as Error).message}`);
    }
  }
  say('Stopped');
  process.exit(failed ? 1 : status);
}

/** Stops taking connections and waits for requests under way, at most `patience` milliseconds. */
async function drain(server: Running['server'], patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A kept-alive connection whose last answer went out after close() would stay open for seconds.
  const sweep = setInterval(() => server.closeIdleConnections?.(), 50);
  let limit: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    limit = setTimeout(() => {
      server.closeAllConnections?.();
      resolve(); // an upgraded connection is no longer the server's to close
    }, patience);
  });
  await Promise.race([closed, enough]);
  clearInterval(sweep);
  clearTimeout(limit);
}
