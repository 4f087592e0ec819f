import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { requireKind } from './document-kind.server.ts';
import type { carryOverRuleInput } from './scheme.input.ts';
import type { Changed, PartAt } from './scheme-part.server.ts';
import { type OpenScheme, openScheme } from './scheme-setting.server.ts';

/**
 * Lets documents of a kind carry over what a year leaves, and says how far they may; or changes that rule.
 * @throws Missing; Rejection `forbidden`, `conflict`, `carry-over-rule.in-use` when the kind has documents that
 *   do something else; InvalidInput `carry-over-rule.stage` for a kind that does not allocate, `scheme.year-outside`
 */
export async function putCarryOverRule(
  tx: Tx,
  actor: Actor,
  at: PartAt,
  { revision, ...input }: z.output<typeof carryOverRuleInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const { kindId, stage } = await requireKind(tx, scheme, at.part);
  const after = { ...input, shareBasis: input.shareBasis ?? null, lastYear: input.lastYear ?? null };
  if (stage !== 'allocated') {
    throw new InvalidInput([{ path: 'source', code: 'carry-over-rule.stage', params: { kind: at.part } }]);
  }
  const { lastYear } = after;
  if (lastYear !== null && (lastYear < scheme.firstYear || lastYear > scheme.lastYear)) {
    const params = { year: String(lastYear), first: String(scheme.firstYear), last: String(scheme.lastYear) };
    throw new InvalidInput([{ path: 'lastYear', code: 'scheme.year-outside', params }]);
  }
  const before = await ruleOf(tx, actor, kindId);
  if (!before) await refuseUsed(tx, scheme, { kindId, code: at.part });
  await tx
    .insertInto('carryOverRule')
    .values({ institutionId: actor.institutionId, kindId, ...after })
    .onConflict((conflict) => conflict.columns(['institutionId', 'kindId']).doUpdateSet(after))
    .execute();
  const change = { before: before ?? null, after: { kind: at.part, ...after } };
  await record(tx, actor, 'carry-over-rule.put', scheme.subject, change);
  return { revision: scheme.revision };
}

/**
 * Takes the rule away: from then on the kind allocates like any other.
 * @throws Missing; Rejection `forbidden`, `conflict`, `carry-over-rule.in-use` when there are carry-overs
 */
export async function removeCarryOverRule(
  tx: Tx,
  actor: Actor,
  at: PartAt,
  { revision }: { revision: number },
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const { kindId } = await requireKind(tx, scheme, at.part);
  const before = await ruleOf(tx, actor, kindId);
  if (!before) throw new Missing('carry-over-rule');
  await refuseUsed(tx, scheme, { kindId, code: at.part });
  await tx
    .deleteFrom('carryOverRule')
    .where('institutionId', '=', actor.institutionId)
    .where('kindId', '=', kindId)
    .execute();
  const change = { before: { kind: at.part, ...before } };
  await record(tx, actor, 'carry-over-rule.remove', scheme.subject, change);
  return { revision: scheme.revision };
}

async function ruleOf(tx: Tx, actor: Actor, kindId: string) {
  return tx
    .selectFrom('carryOverRule')
    .select(['shareBasis', 'lastYear', 'advance', 'source'])
    .where('institutionId', '=', actor.institutionId)
    .where('kindId', '=', kindId)
    .executeTakeFirst();
}

// What a document's lines mean depends on the rule being there: it does not come or go under documents.
async function refuseUsed(
  tx: Tx,
  scheme: OpenScheme,
  { kindId, code }: { kindId: string; code: string },
): Promise<void> {
  const used = await tx
    .selectFrom('document')
    .select('documentId')
    .where('institutionId', '=', scheme.institutionId)
    .where('kindId', '=', kindId)
    .limit(1)
    .executeTakeFirst();
  if (used) throw new Rejection('carry-over-rule.in-use', { code });
}
