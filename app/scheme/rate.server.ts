import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Missing } from '#app/kernel/rejection.ts';
import type { rateInput } from './scheme.input.ts';
import type { Changed, PartAt, Removal } from './scheme-part.server.ts';
import { openScheme } from './scheme-setting.server.ts';

/** What one FTE costs from a year on, in cents. @throws InvalidInput for a year outside the scheme */
export async function putRate(
  tx: Tx,
  actor: Actor,
  at: PartAt<number>,
  { revision, fteCents, source }: z.output<typeof rateInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  if (at.part < scheme.firstYear || at.part > scheme.lastYear) {
    const params = { year: String(at.part), first: String(scheme.firstYear), last: String(scheme.lastYear) };
    throw new InvalidInput([{ path: 'fromYear', code: 'scheme.year-outside', params }]);
  }
  const own = { institutionId: actor.institutionId, schemeId: scheme.schemeId, fromYear: at.part };
  const before = await tx
    .selectFrom('schemeRate')
    .select(['fteCents', 'source'])
    .where((eb) => eb.and(own))
    .executeTakeFirst();
  await tx
    .insertInto('schemeRate')
    .values({ ...own, fteCents, source })
    .onConflict((conflict) =>
      conflict.columns(['institutionId', 'schemeId', 'fromYear']).doUpdateSet({ fteCents, source }),
    )
    .execute();
  const after = { fromYear: at.part, fteCents, source };
  await record(tx, actor, 'rate.put', scheme.subject, { before: before ?? null, after });
  return { revision: scheme.revision };
}

export async function removeRate(tx: Tx, actor: Actor, at: PartAt<number>, input: Removal): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const gone = await tx
    .deleteFrom('schemeRate')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('fromYear', '=', at.part)
    .returning(['fromYear', 'fteCents'])
    .executeTakeFirst();
  if (!gone) throw new Missing('rate');
  await record(tx, actor, 'rate.remove', scheme.subject, { before: gone });
  return { revision: scheme.revision };
}
