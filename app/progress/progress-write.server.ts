import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { EntryInput, ProgressInput } from './progress.input.ts';
import { canWriteProgress, copyForward, type Entry, saysSomething } from './progress.ts';
import {
  type ProgressFrame,
  type Promised,
  readFrame,
  readPromises,
  readReports,
} from './progress-read.server.ts';

export type ProgressPlace = { scheme: string; unit: string; year: number; now: Date };

export type OpenYear = {
  frame: ProgressFrame;
  unit: { unitId: string; code: string };
  promises: Promised[];
  /** the newest report on the year, submitted or not */
  newest: { reportId: string; number: number; revision: number; submitted: boolean } | null;
};

/**
 * The year of a unit, locked for whoever may write it.
 * @throws Missing; Rejection `forbidden`
 */
export async function openYear(tx: Tx, actor: Actor, place: ProgressPlace): Promise<OpenYear> {
  const { institutionId } = actor;
  const frame = await readFrame(tx, actor, place.scheme);
  if (place.year < frame.firstYear || place.year > frame.lastYear) throw new Missing('year');
  const unit = await tx
    .selectFrom('unit')
    .select(['unitId', 'code'])
    .where('institutionId', '=', institutionId)
    .where('code', '=', place.unit)
    .executeTakeFirst();
  if (!unit) throw new Missing('unit');
  if (!canWriteProgress(actor, unit)) throw forbidden('progress.write');
  const scope = { schemeId: frame.schemeId, unitId: unit.unitId, year: place.year, now: place.now };
  const promises = (await readPromises(tx, actor, scope)).filter((one) => one.answers);
  const newest = await tx
    .selectFrom('progressReport')
    .select(['reportId', 'number', 'revision', sql<boolean>`submitted_at is not null`.as('submitted')])
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', frame.schemeId)
    .where('unitId', '=', unit.unitId)
    .where('year', '=', place.year)
    .orderBy('number', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return { frame, unit, promises, newest: newest ?? null };
}

/**
 * Keeps what a unit writes on a year: measures that are left out stay as they are.
 * @param seen `revision` that the writer saw (0 before anybody wrote); `copy`: `document/measure` whose empty fields
 *   take last year's words
 * @throws Missing; Rejection `forbidden`, `progress.submitted`, `conflict` (params: `revision`);
 *   InvalidInput `progress.unknown-measure`, `progress.unknown-status`, `progress.unknown-step`
 */
export async function saveProgress(
  tx: Tx,
  actor: Actor,
  place: ProgressPlace,
  input: ProgressInput & { revision: number; copy?: string | null },
): Promise<{ revision: number; number: number }> {
  const open = await openYear(tx, actor, place);
  const { newest } = open;
  if (newest?.submitted) throw new Rejection('progress.submitted', {});
  if ((newest?.revision ?? 0) !== input.revision) {
    throw new Rejection('conflict', { revision: newest?.revision ?? 0 });
  }
  const entries = checkEntries(open, input.entries);
  const before = await readReports(tx, actor, {
    schemeId: open.frame.schemeId,
    ...open.unit,
    year: place.year,
  });
  const draft = before.find((one) => one.reportId === newest?.reportId);
  const last = before.find((one) => one.year === place.year - 1 && one.submittedAt !== null);
  const report = await keepReport(tx, actor, place, { open, summary: input.summary });
  const stored: Json[] = [];
  for (const { entry, promise } of entries) {
    const copied = `${promise.document}/${promise.code}` === input.copy;
    const lastEntry = last?.entries.find((one) => one.measureId === promise.measureId) ?? null;
    const kept = copied ? copyForward(entry, lastEntry) : entry;
    await keepEntry(tx, actor, { open, reportId: report.reportId, promise, entry: kept });
    stored.push({ document: promise.document, measure: promise.code, ...kept });
  }
  const told = draft?.entries.map(({ versionId: _, ...entry }) => entry) ?? [];
  await record(
    tx,
    actor,
    'progress.save',
    { kind: 'progress_report', id: report.reportId },
    {
      before: draft ? { summary: draft.summary, entries: told } : null,
      after: {
        unit: place.unit,
        year: place.year,
        number: report.number,
        summary: input.summary,
        entries: stored,
      },
    },
  );
  return { revision: report.revision, number: report.number };
}

type Checked = { entry: Entry; promise: Promised };

function checkEntries({ promises, frame }: OpenYear, entries: readonly EntryInput[]): Checked[] {
  const errors: InvalidInput['errors'] = [];
  const wrong = (path: string, code: string, what: string) => errors.push({ path, code, params: { what } });
  const checked = entries.flatMap(({ document, measure, ...entry }): Checked[] => {
    const place = `${document}/${measure}`;
    const promise = promises.find((one) => one.document === document && one.code === measure);
    if (!promise) {
      wrong(place, 'progress.unknown-measure', place);
      return [];
    }
    if (entry.status !== null && !frame.statuses.some((one) => one.code === entry.status)) {
      wrong(`status:${place}`, 'progress.unknown-status', entry.status);
    }
    const steps = entry.steps.filter((one) => one.reachedMilli !== null || one.note !== '');
    for (const { code } of steps) {
      if (!promise.steps.some((one) => one.code === code)) {
        wrong(`reached:${place}/${code}`, 'progress.unknown-step', code);
      }
    }
    return [{ promise, entry: { ...entry, steps } }];
  });
  if (errors.length > 0) throw new InvalidInput(errors);
  return checked;
}

type Kept = { reportId: string; number: number; revision: number };

async function keepReport(
  tx: Tx,
  { institutionId }: Actor,
  { year }: ProgressPlace,
  { open, summary }: { open: OpenYear; summary: string },
): Promise<Kept> {
  const { newest, frame, unit } = open;
  if (newest) {
    const revision = newest.revision + 1;
    await tx
      .updateTable('progressReport')
      .set({ summary, revision })
      .where('institutionId', '=', institutionId)
      .where('reportId', '=', newest.reportId)
      .execute();
    return { reportId: newest.reportId, number: newest.number, revision };
  }
  const row = { reportId: newId(), number: 1, revision: 1 };
  const made = await tx
    .insertInto('progressReport')
    .values({ institutionId, schemeId: frame.schemeId, unitId: unit.unitId, year, summary, ...row })
    .onConflict((on) => on.doNothing())
    .returning('reportId')
    .executeTakeFirst();
  // somebody else began the same year in the same moment
  if (!made) throw new Rejection('conflict', { revision: 1 });
  return row;
}

type EntryWork = { open: OpenYear; reportId: string; promise: Promised; entry: Entry };

async function keepEntry(
  tx: Tx,
  { institutionId }: Actor,
  { open, reportId, promise, entry: { steps, status, ...words } }: EntryWork,
): Promise<void> {
  const key = { institutionId, reportId, measureId: promise.measureId };
  await tx
    .deleteFrom('progressEntry')
    .where((eb) => eb.and(key))
    .execute();
  if (!saysSomething({ steps, status, ...words })) return;
  const at = { institutionId, schemeId: open.frame.schemeId };
  const statusId = status === null ? null : await statusIdOf(tx, at, status);
  await tx
    .insertInto('progressEntry')
    .values({ ...key, versionId: promise.versionId, statusId, ...words })
    .execute();
  if (steps.length === 0) return;
  await tx
    .insertInto('progressStep')
    .values(steps.map((step) => ({ ...key, ...step })))
    .execute();
}

async function statusIdOf(
  tx: Tx,
  { institutionId, schemeId }: { institutionId: string; schemeId: string },
  code: string,
): Promise<string> {
  const { statusId } = await tx
    .selectFrom('progressStatus')
    .select('statusId')
    .where('institutionId', '=', institutionId)
    .where('schemeId', '=', schemeId)
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return statusId;
}
