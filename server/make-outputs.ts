import type { Logger } from 'pino';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import type { Db } from '#app/kernel/db.server.ts';
import { makeOutputs } from '#app/report/output-work.server.ts';

/** In milliseconds: how often it is looked whether a file waits whose process is gone. */
const interval = 15_000;

type Running = { db: Db; log: Pick<Logger, 'error' | 'warn'> };

/**
 * Takes over files that another process left, in every institution; what is asked for here is begun at once by the
 * request itself. `stop` waits for a run under way.
 */
export function makeOutputsRegularly({ db, log }: Running): { stop: () => Promise<void> } {
  const once = async () => {
    for (const { institutionId } of await listSignInInstitutions(db)) {
      const { failed } = await makeOutputs(db, institutionId);
      if (failed > 0) log.warn({ failed }, 'files of reports could not be made');
    }
  };
  const run = () =>
    once().catch((error: unknown) => {
      log.error({ err: error }, 'files of reports were not looked for; they are in the next run');
    });
  let last = run();
  const timer = setInterval(() => {
    last = last.then(run);
  }, interval);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await last;
    },
  };
}
