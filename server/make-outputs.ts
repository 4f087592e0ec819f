import type { Logger } from 'pino';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import type { Db } from '#app/kernel/db.server.ts';
import { makeOutputs } from '#app/report/output-work.server.ts';
import { type Running, regularly } from './regularly.ts';

/** In milliseconds: how often it is looked whether a file waits whose process is gone. */
const interval = 15_000;

type Around = { db: Db; log: Pick<Logger, 'error' | 'warn'> };

/**
 * Takes over files that another process left, in every institution; what is asked for here is begun at once by the
 * request itself.
 */
export function makeOutputsRegularly({ db, log }: Around): Running {
  const once = async () => {
    for (const { institutionId } of await listSignInInstitutions(db)) {
      const { failed } = await makeOutputs(db, institutionId);
      if (failed > 0) log.warn({ failed }, 'files of reports could not be made');
    }
  };
  return regularly(interval, once, (error) => {
    log.error({ err: error }, 'files of reports were not looked for; they are in the next run');
  });
}
