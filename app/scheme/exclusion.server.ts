import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import type { exclusionInput } from './scheme.input.ts';
import type { Changed, PartAt, Removal } from './scheme-part.server.ts';
import { findTheme, type OpenScheme, openScheme } from './scheme-setting.server.ts';

async function themeId(tx: Tx, scheme: OpenScheme, code: string): Promise<string> {
  const id = await findTheme(tx, scheme, code);
  if (id === null) throw new Missing('node');
  return id;
}

/**
 * Leaves a theme out of the scheme, with the reason and what pays for it instead.
 * @throws Rejection `exclusion.has-lines` when figures of the scheme stand on the theme
 */
export async function putExclusion(
  tx: Tx,
  actor: Actor,
  at: PartAt,
  { revision, reason, coveredBy }: z.output<typeof exclusionInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const nodeId = await themeId(tx, scheme, at.part);
  const used = await tx
    .selectFrom('ledgerLine')
    .select('lineId')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('nodeId', '=', nodeId)
    .limit(1)
    .executeTakeFirst();
  if (used) throw new Rejection('exclusion.has-lines', { code: at.part });
  await tx
    .insertInto('schemeExclusion')
    .values({ institutionId: actor.institutionId, schemeId: scheme.schemeId, nodeId, reason, coveredBy })
    .onConflict((conflict) =>
      conflict.columns(['institutionId', 'schemeId', 'nodeId']).doUpdateSet({ reason, coveredBy }),
    )
    .execute();
  const after = { theme: at.part, reason, coveredBy };
  await record(tx, actor, 'exclusion.put', scheme.subject, { after });
  return { revision: scheme.revision };
}

export async function removeExclusion(tx: Tx, actor: Actor, at: PartAt, input: Removal): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const nodeId = await themeId(tx, scheme, at.part);
  const gone = await tx
    .deleteFrom('schemeExclusion')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('nodeId', '=', nodeId)
    .returning(['reason', 'coveredBy'])
    .executeTakeFirst();
  if (!gone) throw new Missing('exclusion');
  await record(tx, actor, 'exclusion.remove', scheme.subject, { before: { theme: at.part, ...gone } });
  return { revision: scheme.revision };
}
