import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import { listFreePeriods } from '#app/organisation/free-period.server.ts';
import type { FreePeriod } from '#app/organisation/free-period.ts';
import type { ActInput } from './cycle.input.ts';
import { afterAct, canKeepMoment, canManageCycle, isHandedIn, isOwed, type MomentAct } from './moment.ts';
import { listMoments, type Moment } from './moment-list.server.ts';

export type MomentAddress = { scheme: string; moment: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A paper of a moment: a version of ours, or one kept elsewhere. */
export type Paper = {
  paperId: string;
  title: string;
  sent: string;
  source: string;
  document: string | null;
  number: number | null;
  stage: Stage | null;
  unit: string | null;
  firstYear: number | null;
};

/** One moment with its papers, in the order in which they were sent. Two statements. @throws Missing */
export async function getMoment(
  tx: Tx,
  actor: Actor,
  at: MomentAddress & { now: Date },
): Promise<{ moment: Moment; papers: Paper[]; today: string }> {
  const today = isoDate(at.now);
  const moment = await readMoment(tx, actor, at, today);
  const rows = await tx
    .selectFrom('momentPaper as p')
    .leftJoin('version as v', (on) =>
      on.onRef('v.institutionId', '=', 'p.institutionId').onRef('v.versionId', '=', 'p.versionId'),
    )
    .leftJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'v.institutionId').onRef('d.documentId', '=', 'v.documentId'),
    )
    .leftJoin('documentKind as k', (on) =>
      on.onRef('k.institutionId', '=', 'd.institutionId').onRef('k.kindId', '=', 'd.kindId'),
    )
    .leftJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'd.institutionId').onRef('u.unitId', '=', 'd.unitId'),
    )
    .select(['p.paperId', 'p.title', 'p.sentText as sent', 'p.source'])
    .select(['d.code as document', 'd.title as documentTitle', 'd.firstYear', 'v.number'])
    .select(['k.stage', 'u.code as unit'])
    .where('p.institutionId', '=', actor.institutionId)
    .where('p.momentId', '=', moment.momentId)
    .orderBy('p.sortDate')
    .orderBy('p.title')
    .orderBy('d.code')
    .orderBy('v.number')
    .orderBy('p.paperId')
    .execute();
  const papers = rows.map(({ documentTitle, title, ...rest }) => ({
    ...rest,
    stage: rest.stage as Stage | null,
    title: title || (documentTitle ?? ''),
  }));
  return { moment, papers, today };
}

export async function readMoment(tx: Tx, actor: Actor, at: MomentAddress, today: string): Promise<Moment> {
  if (!uuid.test(at.moment)) throw new Missing('moment');
  const [moment] = await listMoments(tx, actor, { scheme: at.scheme, momentId: at.moment }, today);
  if (!moment) throw new Missing('moment');
  return moment;
}

/**
 * The moment, locked for a write that saw this revision. Whoever keeps it may write; whoever owes an action or
 * another act without a document may say that it is done.
 * @throws Missing; Rejection `forbidden`, `conflict`
 */
export async function lockMoment(
  tx: Tx,
  actor: Actor,
  at: MomentAddress & { now: Date; revision: number | null; act?: MomentAct },
): Promise<Moment> {
  if (!uuid.test(at.moment)) throw new Missing('moment');
  await tx
    .selectFrom('moment')
    .select('revision')
    .where('institutionId', '=', actor.institutionId)
    .where('momentId', '=', at.moment)
    .forUpdate()
    .execute();
  const moment = await readMoment(tx, actor, at, isoDate(at.now));
  const owed = at.act === 'finish' && isOwed(actor, moment) && !isHandedIn(moment);
  if (!owed && !canKeepMoment(actor, moment)) throw forbidden('cycle.manage');
  if (at.revision !== null && at.revision !== moment.revision) {
    throw new Rejection('conflict', { revision: moment.revision });
  }
  return moment;
}

type Values = Partial<
  Pick<
    Moment,
    'status' | 'dueOn' | 'doneOn' | 'reason' | 'notes' | 'meetsOn' | 'place' | 'present' | 'guests'
  >
>;

/** One write of a locked moment: its new values, its next revision, one entry in the trail (with `more`). */
export async function writeMoment(
  tx: Tx,
  actor: Actor,
  before: Moment,
  { action, values, more }: { action: string; values: Values; more?: Record<string, string> },
): Promise<{ revision: number }> {
  const revision = before.revision + 1;
  await tx
    .updateTable('moment')
    .set({ ...values, revision })
    .where('institutionId', '=', actor.institutionId)
    .where('momentId', '=', before.momentId)
    .execute();
  const was = Object.fromEntries(Object.keys(values).map((key) => [key, before[key as keyof Values]]));
  const subject = { kind: 'moment', id: before.momentId };
  await record(tx, actor, `moment.${action}`, subject, { before: was, after: { ...values, ...more } });
  return { revision };
}

/**
 * Moves, cancels, finishes or opens a moment again. Finishing by hand is for what no document answers to, or
 * for a document that is not kept here; then the reason says how it is known. A day in a recess or on a free day
 * is taken only when it is said that it is meant.
 * @throws Missing; InvalidInput `moment.same-day`, `moment.in-recess`, `moment.done-future`, `moment.reason`;
 *   Rejection `forbidden`, `moment.act`, `conflict`
 */
export async function actOnMoment(
  tx: Tx,
  actor: Actor,
  at: MomentAddress & { now: Date },
  input: ActInput,
): Promise<{ revision: number }> {
  const { act, revision } = input;
  const before = await lockMoment(tx, actor, { ...at, revision, act });
  // what a meeting agreed is its own to move; a step of the cycle is whose the cycle is
  if (act !== 'finish' && before.itemId === null && !canManageCycle(actor, before.unitId)) {
    throw forbidden('cycle.manage');
  }
  const status = afterAct(before.status, act, before.dueOn !== before.firstDueOn);
  if (status === null) throw new Rejection('moment.act', { act, status: before.status });
  await checkAct(tx, actor, input, { before, today: isoDate(at.now) });
  const values = {
    status,
    dueOn: act === 'move' ? input.dueOn : before.dueOn,
    doneOn: act === 'finish' ? input.doneOn : null,
    reason: input.reason,
  };
  return writeMoment(tx, actor, before, { action: act, values });
}

async function checkAct(
  tx: Tx,
  actor: Actor,
  input: ActInput,
  { before, today }: { before: Moment; today: string },
): Promise<void> {
  const wrong = (path: string, code: string, params: Record<string, string> = {}) =>
    new InvalidInput([{ path, code, params }]);
  if (input.act === 'move') {
    if (input.dueOn === before.dueOn) throw wrong('dueOn', 'moment.same-day', { date: before.dueOn });
    const free = input.anyway ? null : await freeOn(tx, actor, input.dueOn);
    if (free) {
      throw wrong('dueOn', 'moment.in-recess', {
        name: actor.locale === 'en' ? free.nameEn : free.nameNl,
        from: free.from,
        through: free.through,
      });
    }
  }
  if (input.act === 'finish') {
    if (input.doneOn > today) throw wrong('doneOn', 'moment.done-future');
    if (isHandedIn(before) && input.reason === '') throw wrong('reason', 'moment.reason');
  }
}

/** The recess or free day that a day falls in; null for a day like any other. One statement. */
export async function freeOn(tx: Tx, actor: Actor, day: string): Promise<FreePeriod | null> {
  const periods = await listFreePeriods(tx, actor.institutionId, day);
  return periods.find((one) => one.from <= day && day <= one.through) ?? null;
}

/**
 * The last period that was closed of the year that a finance report covers; null when it is no such report, or
 * nothing of that year is closed. What is booked after that is a correction. At most one statement.
 */
export async function closedFor(
  tx: Tx,
  actor: Actor,
  { scheme, stage, covered }: Moment,
): Promise<{ period: string; closedAt: string } | null> {
  if (stage !== 'realised') return null;
  const row = await tx
    .selectFrom('closedPeriod as p')
    .innerJoin('scheme as s', (on) =>
      on.onRef('s.institutionId', '=', 'p.institutionId').onRef('s.schemeId', '=', 'p.schemeId'),
    )
    .select(['p.period', 'p.closedAt'])
    .where('p.institutionId', '=', actor.institutionId)
    .where('s.code', '=', scheme)
    .where('p.period', 'like', `${covered}-%`)
    .orderBy('p.period', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { period: row.period, closedAt: row.closedAt.toISOString() } : null;
}

/** What can be changed of a moment beside its day, and who may: the day of its meeting is the cycle's. */
const changes = { notes: canKeepMoment, meeting: canManage } as const;

function canManage(actor: Actor, { unitId }: { unitId: string }): boolean {
  return canManageCycle(actor, unitId);
}

/**
 * Changes the notes of a moment, or the day of the meeting at which it is treated.
 * @throws Missing; Rejection `forbidden`, `conflict`
 */
export async function changeMoment(
  tx: Tx,
  actor: Actor,
  at: MomentAddress & { now: Date },
  { revision, part, ...values }: { revision: number; part: keyof typeof changes } & Values,
): Promise<{ revision: number }> {
  const before = await lockMoment(tx, actor, { ...at, revision });
  if (!changes[part](actor, before)) throw forbidden('cycle.manage');
  return writeMoment(tx, actor, before, { action: part, values });
}
