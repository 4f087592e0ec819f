import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { contentHash } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Rejection } from '#app/kernel/rejection.ts';
import { getIndicatorSet, lockSet, type SetAddress } from './record.server.ts';
import { submissionBlockers, submittedContent } from './submission.ts';

/**
 * Hands in the figures of a unit and year. What is recorded afterwards is a correction, and handed in anew.
 * @throws Rejection `forbidden`, `indicator.nothing`, `indicator.nothing-new`, `indicator.incomplete` naming each
 *   indicator without a figure or without a reflection; Missing
 */
export async function submitSet(
  tx: Tx,
  actor: Actor,
  at: SetAddress & { now: Date },
): Promise<{ number: number; contentHash: string }> {
  await lockSet(tx, actor, at);
  const set = await getIndicatorSet(tx, actor, at);
  if (set.entries.length === 0) throw new Rejection('indicator.nothing', {});
  const blockers = submissionBlockers(set, actor.locale);
  if (blockers.length > 0) throw new Rejection('indicator.incomplete', {}, blockers);
  const own = [...set.observations, ...set.reflections].filter((one) => one.year === at.year);
  if (set.submitted > 0 && own.every((one) => one.afterSubmission < set.submitted)) {
    throw new Rejection('indicator.nothing-new', {});
  }
  const number = set.submitted + 1;
  const hash = contentHash(submittedContent({ ...set, unit: at.unit }));
  await tx
    .insertInto('indicatorSubmission')
    .values({
      ...{ institutionId: actor.institutionId, submissionId: newId(), schemeId: set.schemeId },
      ...{ unitId: set.unit.unitId, year: at.year, number, onDate: isoDate(at.now), contentHash: hash },
    })
    .execute();
  await record(
    tx,
    actor,
    'indicator.submit',
    { kind: 'unit', id: set.unit.unitId },
    { after: { scheme: at.scheme, unit: at.unit, year: at.year, number, contentHash: hash } },
  );
  return { number, contentHash: hash };
}
