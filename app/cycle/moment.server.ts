import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import type { ActInput } from './cycle.input.ts';
import { listMoments, type Moment } from './cycle.server.ts';
import { afterAct, canKeepMoment, canManageCycle } from './moment.ts';

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

async function readMoment(tx: Tx, actor: Actor, at: MomentAddress, today: string): Promise<Moment> {
  if (!uuid.test(at.moment)) throw new Missing('moment');
  const [moment] = await listMoments(tx, actor, { scheme: at.scheme, momentId: at.moment }, today);
  if (!moment) throw new Missing('moment');
  return moment;
}

/** The moment, locked for a write that saw this revision. @throws Missing; Rejection `conflict` */
export async function lockMoment(
  tx: Tx,
  actor: Actor,
  at: MomentAddress & { now: Date; revision: number | null },
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
  if (!canKeepMoment(actor, moment.unitId)) throw forbidden('cycle.manage');
  if (at.revision !== null && at.revision !== moment.revision) {
    throw new Rejection('conflict', { revision: moment.revision });
  }
  return moment;
}

/**
 * Moves, cancels, finishes or opens a moment again. Finishing by hand is for what no document answers to, or
 * for a document that is not kept here; then the reason says how it is known.
 * @throws Missing; InvalidInput `moment.same-day`, `moment.done-future`, `moment.reason`;
 *   Rejection `forbidden`, `moment.act`, `conflict`
 */
export async function actOnMoment(
  tx: Tx,
  actor: Actor,
  at: MomentAddress & { now: Date },
  input: ActInput,
): Promise<{ revision: number }> {
  const before = await lockMoment(tx, actor, { ...at, revision: input.revision });
  if (input.act !== 'finish' && !canManageCycle(actor, before.unitId)) throw forbidden('cycle.manage');
  const status = afterAct(before.status, input.act, before.dueOn !== before.firstDueOn);
  if (status === null) throw new Rejection('moment.act', { act: input.act, status: before.status });
  const today = isoDate(at.now);
  if (input.act === 'move' && input.dueOn === before.dueOn) {
    throw new InvalidInput([{ path: 'dueOn', code: 'moment.same-day', params: { date: before.dueOn } }]);
  }
  if (input.act === 'finish' && input.doneOn > today) {
    throw new InvalidInput([{ path: 'doneOn', code: 'moment.done-future', params: {} }]);
  }
  if (input.act === 'finish' && before.kindNl !== null && input.reason === '') {
    throw new InvalidInput([{ path: 'reason', code: 'moment.reason', params: {} }]);
  }
  const revision = before.revision + 1;
  const after = {
    status,
    dueOn: input.act === 'move' ? input.dueOn : before.dueOn,
    doneOn: input.act === 'finish' ? input.doneOn : null,
    reason: input.reason,
  };
  await tx
    .updateTable('moment')
    .set({ ...after, revision })
    .where('institutionId', '=', actor.institutionId)
    .where('momentId', '=', before.momentId)
    .execute();
  const was = { status: before.status, dueOn: before.dueOn, doneOn: before.doneOn, reason: before.reason };
  await record(
    tx,
    actor,
    `moment.${input.act}`,
    { kind: 'moment', id: before.momentId },
    { before: was, after },
  );
  return { revision };
}

/** Keeps the notes of a moment. @throws Missing; Rejection `forbidden`, `conflict` */
export async function saveNotes(
  tx: Tx,
  actor: Actor,
  at: MomentAddress & { now: Date },
  input: { notes: string; revision: number },
): Promise<{ revision: number }> {
  const before = await lockMoment(tx, actor, { ...at, revision: input.revision });
  const revision = before.revision + 1;
  await tx
    .updateTable('moment')
    .set({ notes: input.notes, revision })
    .where('institutionId', '=', actor.institutionId)
    .where('momentId', '=', before.momentId)
    .execute();
  await record(
    tx,
    actor,
    'moment.notes',
    { kind: 'moment', id: before.momentId },
    { before: { notes: before.notes }, after: { notes: input.notes } },
  );
  return { revision };
}
