import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { refuseInUse } from '#app/framework/node.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing } from '#app/kernel/rejection.ts';
import type { fundInput } from './scheme.input.ts';
import { type Changed, type PartAt, type Removal, requireCode } from './scheme-part.server.ts';
import { openScheme } from './scheme-setting.server.ts';

/** Makes a fund, or changes its names and order. */
export async function putFund(
  tx: Tx,
  actor: Actor,
  at: PartAt,
  { revision, ...after }: z.output<typeof fundInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const own = { institutionId: actor.institutionId, schemeId: scheme.schemeId, code: requireCode(at.part) };
  const before = await tx
    .selectFrom('fund')
    .select(['nameNl', 'nameEn', 'own', 'sort'])
    .where((eb) => eb.and(own))
    .executeTakeFirst();
  await tx
    .insertInto('fund')
    .values({ ...own, fundId: newId(), ...after })
    .onConflict((conflict) => conflict.columns(['institutionId', 'schemeId', 'code']).doUpdateSet(after))
    .execute();
  const change = { before: before ?? null, after: { code: at.part, ...after } };
  await record(tx, actor, 'fund.put', scheme.subject, change);
  return { revision: scheme.revision };
}

/** Takes a fund away that no figure uses. @throws Rejection `fund.in-use` */
export async function removeFund(tx: Tx, actor: Actor, at: PartAt, input: Removal): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const gone = await tx
    .deleteFrom('fund')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('code', '=', at.part)
    .returning(['code', 'nameNl', 'nameEn'])
    .executeTakeFirst()
    .catch(refuseInUse('fund.in-use', at.part));
  if (!gone) throw new Missing('fund');
  await record(tx, actor, 'fund.remove', scheme.subject, { before: gone });
  return { revision: scheme.revision };
}
