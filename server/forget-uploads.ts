import type { Logger } from 'pino';
import { listSignInInstitutions } from '#app/identity/identity.server.ts';
import type { Clock } from '#app/kernel/clock.ts';
import { type Db, inInstitution } from '#app/kernel/db.server.ts';
import { forgetUploads } from '#app/realisation/kept-file.server.ts';
import { type Running, regularly } from './regularly.ts';

/** In milliseconds: how long an upload waits for the step that books it, and how often that is looked at. */
const day = 24 * 60 * 60 * 1000;

type Around = { db: Db; log: Pick<Logger, 'error'>; clock: Clock };

/** Forgets, in every institution, uploads that nobody booked within a day. @returns how many */
export async function forgetOldUploads({ db, clock }: Omit<Around, 'log'>): Promise<number> {
  const before = new Date(clock().getTime() - day);
  let forgotten = 0;
  for (const { institutionId } of await listSignInInstitutions(db)) {
    forgotten += await inInstitution(db, institutionId, (tx) => forgetUploads(tx, institutionId, before));
  }
  return forgotten;
}

/** Does so now and once a day. A failure is logged. */
export function forgetUploadsDaily(around: Around): Running {
  return regularly(
    day,
    () => forgetOldUploads(around),
    (error) => around.log.error({ err: error }, 'old uploads were not forgotten'),
  );
}
