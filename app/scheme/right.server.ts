import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { refuseInUse } from '#app/framework/node.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { requireBodyKind } from '#app/organisation/body-kind.server.ts';
import { type KindPartAt, requireKind } from './document-kind.server.ts';
import { rightErrors } from './right.ts';
import type { RightEntryInput, revisionInput, rightInput } from './scheme.input.ts';
import type { Changed } from './scheme-part.server.ts';
import { openScheme } from './scheme-setting.server.ts';

function refuseWrong(right: RightEntryInput): void {
  const errors = rightErrors(right);
  if (errors.length > 0) throw new InvalidInput(errors);
}

/** The same right of the same body on one kind of document is told apart by its matter. @throws InvalidInput */
async function refuseTwice(
  tx: Tx,
  actor: Actor,
  { kindId, ruleId, right }: { kindId: string; ruleId: string | null; right: RightEntryInput },
): Promise<void> {
  const { bodyKind, bodyAt, kind, matterNl } = right;
  const same = await tx
    .selectFrom('rightRule')
    .select('ruleId')
    .where((eb) => eb.and({ institutionId: actor.institutionId, kindId, bodyKind, bodyAt, kind, matterNl }))
    .executeTakeFirst();
  if (same && same.ruleId !== ruleId) {
    throw new InvalidInput([{ path: 'matterNl', code: 'right.twice', params: {} }]);
  }
}

/** As the row holds it: a list of objects is JSON. */
function columnsOf<R extends RightEntryInput>({ sectionRules, ...right }: R) {
  return { ...right, sectionRules: JSON.stringify(sectionRules) };
}

/** The kinds of bodies that a line names: who holds the right, who mediates, which committee rules. */
async function requireKinds(tx: Tx, actor: Actor, right: RightEntryInput): Promise<void> {
  for (const path of ['bodyKind', 'mediatorKind', 'committeeKind'] as const) {
    const code = right[path];
    if (code) await requireBodyKind(tx, actor, { path, code });
  }
}

/** Adds a line to the rights matrix of a kind of document. @throws InvalidInput as `rightErrors` says, `right.twice` */
export async function addRight(
  tx: Tx,
  actor: Actor,
  at: { scheme: string; kind: string },
  { revision, ...after }: z.output<typeof rightInput>,
): Promise<Changed & { ruleId: string }> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const { kindId } = await requireKind(tx, scheme, at.kind);
  refuseWrong(after);
  await requireKinds(tx, actor, after);
  await refuseTwice(tx, actor, { kindId, ruleId: null, right: after });
  const ruleId = newId();
  await tx
    .insertInto('rightRule')
    .values({ institutionId: actor.institutionId, ruleId, kindId, ...columnsOf(after) })
    .execute();
  await record(tx, actor, 'right.add', scheme.subject, {
    after: { documentKind: at.kind, ruleId, ...after },
  });
  return { revision: scheme.revision, ruleId };
}

/**
 * Changes a line of the rights matrix. What was asked before keeps the rule as it stood then.
 * @throws InvalidInput as `rightErrors` says, `right.twice`; Rejection `right.used` when decisions were asked on it and the
 * body, its right or whether adoption waits for it would become another
 */
export async function changeRight(
  tx: Tx,
  actor: Actor,
  at: KindPartAt,
  { revision, ...after }: z.output<typeof rightInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const { kindId } = await requireKind(tx, scheme, at.kind);
  refuseWrong(after);
  await requireKinds(tx, actor, after);
  const own = { institutionId: actor.institutionId, kindId, ruleId: at.part };
  const row = await tx
    .selectFrom('rightRule')
    .selectAll()
    .where((eb) => eb.and(own))
    .executeTakeFirst();
  if (!row) throw new Missing('right');
  await refuseTwice(tx, actor, { kindId, ruleId: at.part, right: after });
  const { institutionId: _, ruleId, kindId: __, knownFrom: ___, ...before } = row;
  if ((['bodyKind', 'bodyAt', 'kind', 'prior'] as const).some((key) => before[key] !== after[key])) {
    const used = await tx
      .selectFrom('decision')
      .select('decisionId')
      .where('institutionId', '=', actor.institutionId)
      .where('ruleId', '=', at.part)
      .limit(1)
      .executeTakeFirst();
    if (used) throw new Rejection('right.used', { code: before.bodyKind });
  }
  await tx
    .updateTable('rightRule')
    .set(columnsOf(after))
    .where((eb) => eb.and(own))
    .execute();
  await record(tx, actor, 'right.change', scheme.subject, {
    before: { ruleId, ...before, sectionRules: before.sectionRules as Json },
    after,
  });
  return { revision: scheme.revision };
}

/** @throws Rejection `right.used` */
export async function removeRight(
  tx: Tx,
  actor: Actor,
  at: KindPartAt,
  input: z.output<typeof revisionInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const { kindId } = await requireKind(tx, scheme, at.kind);
  const gone = await tx
    .deleteFrom('rightRule')
    .where('institutionId', '=', actor.institutionId)
    .where('kindId', '=', kindId)
    .where('ruleId', '=', at.part)
    .returning(['bodyKind', 'kind', 'basis'])
    .executeTakeFirst()
    .catch(refuseInUse('right.used', at.part));
  if (!gone) throw new Missing('right');
  await record(tx, actor, 'right.remove', scheme.subject, { before: { ruleId: at.part, ...gone } });
  return { revision: scheme.revision };
}
