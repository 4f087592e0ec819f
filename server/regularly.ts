/** Work that goes on beside the requests, until it is stopped. */
export type Running = { stop: () => Promise<void> };

/**
 * Runs work now and every `interval` milliseconds, one run at a time: a slow one makes the next wait. A failure goes
 * to `failed`, and the work is tried again in the next run. `stop` waits for a run under way.
 */
export function regularly(
  interval: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): Running {
  const run = () => work().then(() => undefined, failed);
  let last = run();
  const timer = setInterval(() => {
    last = last.then(run);
  }, interval);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return last;
    },
  };
}
