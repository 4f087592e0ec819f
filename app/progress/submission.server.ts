import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { contentHash } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { Missing, Rejection } from '#app/kernel/rejection.ts';
import { contentOf, openGaps } from './progress.ts';
import { readReports } from './progress-read.server.ts';
import { openYear, type ProgressPlace } from './progress-write.server.ts';

/**
 * Hands in the year of a unit: from now on it stands, with the hash of its content. Every measure has its status and
 * what was done, and its reason where it deviates.
 * @throws Missing; Rejection `forbidden`, `progress.submitted`, `progress.nothing`, `conflict`,
 *   `progress.incomplete` with each gap
 */
export async function submitProgress(
  tx: Tx,
  actor: Actor,
  place: ProgressPlace,
  seen: { revision: number },
): Promise<{ hash: string; number: number }> {
  const { frame, unit, promises, newest } = await openYear(tx, actor, place);
  if (!newest) throw new Missing('report');
  if (newest.submitted) throw new Rejection('progress.submitted', {});
  if (newest.revision !== seen.revision) throw new Rejection('conflict', { revision: newest.revision });
  if (promises.length === 0) throw new Rejection('progress.nothing', {});
  const all = await readReports(tx, actor, { schemeId: frame.schemeId, ...unit, year: place.year });
  const report = all.find((one) => one.reportId === newest.reportId)!;
  const told = promises.map((promise) => ({
    ...promise,
    entry: report.entries.find((one) => one.measureId === promise.measureId) ?? null,
  }));
  const gaps = openGaps(told, frame.statuses);
  if (gaps.length > 0) throw new Rejection('progress.incomplete', { count: gaps.length }, gaps);
  const content = contentOf({
    ...{ scheme: frame.code, unit: unit.code, year: place.year, number: report.number },
    ...{ reason: report.reason, summary: report.summary },
    entries: told.map(({ document, code, version, entry }) => {
      const { measureId: _, versionId: __, ...words } = entry!;
      return { document, measure: code, version, ...words };
    }),
  });
  const hash = contentHash(content);
  await standOnPlan(tx, actor, newest.reportId, promises);
  await tx
    .updateTable('progressReport')
    .set({
      submittedAt: place.now,
      submittedBy: actor.name,
      contentHash: hash,
      revision: newest.revision + 1,
    })
    .where('institutionId', '=', actor.institutionId)
    .where('reportId', '=', newest.reportId)
    .execute();
  const after = { unit: unit.code, year: place.year, number: report.number, hash };
  await record(tx, actor, 'progress.submit', { kind: 'progress_report', id: newest.reportId }, { after });
  return { hash, number: report.number };
}

// The plan may have moved on since it was written; what left the plan says nothing of this year any more.
async function standOnPlan(
  tx: Tx,
  { institutionId }: Actor,
  reportId: string,
  promises: readonly { measureId: string; versionId: string }[],
): Promise<void> {
  await tx
    .deleteFrom('progressEntry')
    .where('institutionId', '=', institutionId)
    .where('reportId', '=', reportId)
    .where(
      'measureId',
      'not in',
      promises.map((one) => one.measureId),
    )
    .execute();
  for (const { measureId, versionId } of promises) {
    await tx
      .updateTable('progressEntry')
      .set({ versionId })
      .where('institutionId', '=', institutionId)
      .where('reportId', '=', reportId)
      .where('measureId', '=', measureId)
      .where('versionId', '<>', versionId)
      .execute();
  }
}

/**
 * Begins a correction of what was handed in: a next report that names it and starts from its words. What it corrects
 * stands, and counts until the correction is handed in too.
 * @throws Missing; Rejection `forbidden`, `progress.open` when somebody is writing already
 */
export async function correctProgress(
  tx: Tx,
  actor: Actor,
  place: ProgressPlace,
  { reason }: { reason: string },
): Promise<{ number: number; revision: number }> {
  const { institutionId } = actor;
  const { frame, unit, newest } = await openYear(tx, actor, place);
  if (!newest) throw new Missing('report');
  if (!newest.submitted) throw new Rejection('progress.open', {});
  const reportId = newId();
  const number = newest.number + 1;
  await sql`
    insert into progress_report (institution_id, report_id, scheme_id, unit_id, year, number, summary, corrects_id, reason)
    select institution_id, ${reportId}, scheme_id, unit_id, year, ${number}, summary, report_id, ${reason}
      from progress_report where institution_id = ${institutionId} and report_id = ${newest.reportId}`.execute(
    tx,
  );
  await sql`
    insert into progress_entry (institution_id, report_id, measure_id, version_id, status_id, done, result, effect,
                                deviation, next_step, waits_for)
    select institution_id, ${reportId}, measure_id, version_id, status_id, done, result, effect, deviation, next_step,
           waits_for
      from progress_entry where institution_id = ${institutionId} and report_id = ${newest.reportId}`.execute(
    tx,
  );
  await sql`
    insert into progress_step (institution_id, report_id, measure_id, code, reached_milli, note)
    select institution_id, ${reportId}, measure_id, code, reached_milli, note
      from progress_step where institution_id = ${institutionId} and report_id = ${newest.reportId}`.execute(
    tx,
  );
  const after = {
    scheme: frame.code,
    unit: unit.code,
    year: place.year,
    number,
    corrects: newest.number,
    reason,
  };
  await record(tx, actor, 'progress.correct', { kind: 'progress_report', id: reportId }, { after });
  return { number, revision: 1 };
}
