import type { Server } from 'node:http';

export type Shutdown = {
  /** the HTTP server that takes requests */
  server: Server;
  /** run one after the other once the last request is answered: pools first, the database last */
  close: (() => Promise<void>)[];
  log: (line: string) => void;
  /** how long requests under way may take, in milliseconds */
  patience?: number;
};

/**
 * Ends the process well on SIGINT (Ctrl-C), SIGTERM or SIGHUP: takes no new requests, lets those under way
 * finish, closes what it was given in order, and exits 0 (1 when something failed to close). A second signal
 * ends the waiting.
 * @returns the same ending, to call when the server must end for another reason; `status` is the exit status
 */
export function shutdownOnSignal(shutdown: Shutdown): (reason: string, status?: number) => Promise<never> {
  let ending: Promise<never> | undefined;
  const end = (reason: string, status = 0) => {
    if (ending) shutdown.server.closeAllConnections();
    ending ??= finish(shutdown, reason, status);
    return ending;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(signal));
  return end;
}

async function finish(
  { server, close, log, patience = 10_000 }: Shutdown,
  reason: string,
  status: number,
): Promise<never> {
  log(`Stopping (${reason})`);
  await drain(server, patience);
  let failed = false;
  for (const step of close) {
    try {
      await step();
    } catch (error) {
      failed = true;
      log(`Stopping: ${(error as Error).message}`);
    }
  }
  log('Stopped');
  process.exit(failed ? 1 : status);
}

/** Stops taking connections and waits for requests under way, at most `patience` milliseconds. */
export async function drain(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A kept-alive connection whose last answer went out after close() would stay open for seconds.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const limit = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}
