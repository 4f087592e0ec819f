import type { Logger } from 'pino';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import type { Clock } from '#app/kernel/clock.ts';
import { type Db, inInstitution } from '#app/kernel/db.server.ts';
import { forgetUploads } from '#app/realisation/kept-file.server.ts';

/** In milliseconds: how long an upload waits for the step that books it, and how often that is looked at. */
const day = 24 * 60 * 60 * 1000;

type Running = { db: Db; log: Pick<Logger, 'error'>; clock: Clock };

/** Forgets, in every institution, uploads that nobody booked within a day. @returns how many */
export async function forgetOldUploads({ db, clock }: Omit<Running, 'log'>): Promise<number> {
  const before = new Date(clock().getTime() - day);
  let forgotten = 0;
  for (const { institutionId } of await listSignInInstitutions(db)) {
    forgotten += await inInstitution(db, institutionId, (tx) => forgetUploads(tx, institutionId, before));
  }
  return forgotten;
}

/** Does so now and once a day. A failure is logged and tried again the next day; `stop` waits for a run under way. */
export function forgetUploadsDaily(running: Running): { stop: () => Promise<void> } {
  const run = () =>
    forgetOldUploads(running).then(
      () => undefined,
      (error: unknown) => running.log.error({ err: error }, 'old uploads were not forgotten'),
    );
  let last = run();
  const timer = setInterval(() => {
    last = run();
  }, day);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return last;
    },
  };
}
