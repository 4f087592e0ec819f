import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { lockMeeting } from './agenda-item.server.ts';
import type { ActionInput, HeldInput, RiskInput } from './meeting.input.ts';
import { comings } from './meeting.ts';
import { type MomentAddress, readMoment, writeMoment } from './moment.server.ts';
import { canKeepMoment, isMeeting, isOwed } from './moment.ts';
import type { Moment } from './moment-list.server.ts';

type At = MomentAddress & { now: Date };

/**
 * Writes down who came to a meeting, and where it was.
 * @throws Missing; InvalidInput `meeting.member`, `meeting.future`; Rejection `forbidden`, `conflict`, `meeting.cancelled`
 */
export async function holdMeeting(
  tx: Tx,
  actor: Actor,
  at: At,
  { attendance, revision, ...values }: HeldInput,
): Promise<{ revision: number }> {
  const moment = await lockMeeting(tx, actor, at);
  if (revision !== moment.revision) throw new Rejection('conflict', { revision: moment.revision });
  const came = attendance.flatMap(({ member, came }) => (came === null ? [] : [{ member, came }]));
  if (moment.dueOn > isoDate(at.now) && came.some((one) => one.came !== 'excused')) {
    throw new InvalidInput([{ path: 'attendance', code: 'meeting.future', params: { date: moment.dueOn } }]);
  }
  const { institutionId } = actor;
  const known = await membersOf(
    tx,
    actor,
    moment,
    attendance.map((one) => one.member),
  );
  const stranger = attendance.find((one) => !known.has(one.member));
  if (stranger) throw new InvalidInput([{ path: 'attendance', code: 'meeting.member', params: {} }]);
  await tx
    .deleteFrom('attendance')
    .where('institutionId', '=', institutionId)
    .where('momentId', '=', moment.momentId)
    .where('memberId', 'in', [...known, newId()])
    .execute();
  if (came.length > 0) {
    await tx
      .insertInto('attendance')
      .values(
        came.map((one) => ({
          ...{ institutionId, momentId: moment.momentId, memberId: one.member, came: one.came },
        })),
      )
      .execute();
  }
  // how many of each, in the trail: who they were stands with the meeting
  const counts = comings.map((one) => `${came.filter((each) => each.came === one).length} ${one}`);
  const more: Record<string, string> = came.length > 0 ? { attendance: counts.join(', ') } : {};
  return writeMoment(tx, actor, moment, { action: 'held', values, more });
}

/** Which of these are members of the body that meets, now or ever. */
async function membersOf(tx: Tx, actor: Actor, moment: Moment, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0 || moment.bodyId === null) return new Set();
  const rows = await tx
    .selectFrom('bodyMember')
    .select('memberId')
    .where('institutionId', '=', actor.institutionId)
    .where('bodyId', '=', moment.bodyId)
    .where('memberId', 'in', ids)
    .execute();
  return new Set(rows.map((row) => row.memberId));
}

/**
 * Agrees an action at an item of a meeting: a moment of its own, due from a role, a member or the body, that stands
 * on their work until it is done.
 * @throws Missing; InvalidInput for what is not known, `meeting.action-early`; Rejection `forbidden`, `meeting.cancelled`
 */
export async function addAction(
  tx: Tx,
  actor: Actor,
  at: At,
  { item, title, unit, owner, dueOn }: ActionInput,
): Promise<{ momentId: string }> {
  const meeting = await lockMeeting(tx, actor, at);
  const { institutionId } = actor;
  const found = await tx
    .selectFrom('agendaItem as i')
    .innerJoin('moment as m', (on) =>
      on.onRef('m.institutionId', '=', 'i.institutionId').onRef('m.momentId', '=', 'i.momentId'),
    )
    .select('m.schemeId')
    .where('i.institutionId', '=', institutionId)
    .where('i.itemId', '=', item)
    .where('i.momentId', '=', meeting.momentId)
    .executeTakeFirst();
  if (!found) throw new Missing('item');
  if (dueOn < meeting.dueOn) {
    const params = { date: meeting.dueOn };
    throw new InvalidInput([{ path: 'dueOn', code: 'meeting.action-early', params }]);
  }
  const unitId = await unitIdOf(tx, actor, unit);
  const from = await ownerOf(tx, actor, meeting, owner);
  const momentId = newId();
  await tx
    .insertInto('moment')
    .values({
      ...{ institutionId, momentId, schemeId: found.schemeId, stepId: null, unitId, year: meeting.year },
      ...{ dueOn, firstDueOn: dueOn, title, bodyId: meeting.bodyId, itemId: item, ...from },
    })
    .execute();
  const after = { title, unit, owner, dueOn, meeting: meeting.dueOn };
  await record(tx, actor, 'moment.agree', { kind: 'moment', id: momentId }, { after });
  return { momentId };
}

export async function unitIdOf(tx: Tx, actor: Actor, code: string): Promise<string> {
  const row = await tx
    .selectFrom('unit')
    .select('unitId')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new InvalidInput([{ path: 'unit', code: 'meeting.unknown', params: { value: code } }]);
  return row.unitId;
}

async function ownerOf(tx: Tx, actor: Actor, meeting: Moment, owner: string | null) {
  const [kind, key = ''] = (owner ?? '').split(/:(.*)/);
  const none = { roleCode: null, memberId: null };
  if (owner === null) return none;
  if (kind === 'role') {
    const role = await tx
      .selectFrom('role')
      .select('code')
      .where('institutionId', '=', actor.institutionId)
      .where('code', '=', key)
      .executeTakeFirst();
    if (role) return { ...none, roleCode: role.code };
  } else if ((await membersOf(tx, actor, meeting, [key])).has(key)) return { ...none, memberId: key };
  throw new InvalidInput([{ path: 'owner', code: 'meeting.unknown', params: { value: key } }]);
}

/**
 * Signals a risk at a moment: it comes on the agenda of a meeting that is still to come, where it stays in sight
 * until what was agreed on it is done. Whoever keeps the moment, or owes what is due, may.
 * @throws Missing; Rejection `forbidden`, `meeting.over`, `meeting.cancelled`
 */
export async function raiseRisk(
  tx: Tx,
  actor: Actor,
  at: At,
  { meeting: momentId, title, text }: RiskInput,
): Promise<{ itemId: string }> {
  const today = isoDate(at.now);
  const from = await readMoment(tx, actor, at, today);
  if (!canKeepMoment(actor, from) && !isOwed(actor, from)) throw forbidden('consultation.write');
  const meeting = await readMoment(tx, actor, { scheme: at.scheme, moment: momentId }, today);
  if (!isMeeting(meeting)) throw new Missing('meeting');
  if (meeting.status === 'cancelled') throw new Rejection('meeting.cancelled');
  if (meeting.status === 'done' || meeting.dueOn < today) throw new Rejection('meeting.over');
  const { institutionId } = actor;
  const { sort } = await tx
    .selectFrom('agendaItem')
    .select((of) => of.fn.coalesce(of.fn.max('sort'), of.lit(-1)).as('sort'))
    .where('institutionId', '=', institutionId)
    .where('momentId', '=', momentId)
    .executeTakeFirstOrThrow();
  const itemId = newId();
  const values = { kind: 'risk' as const, title, text, aboutId: from.momentId, sort: Number(sort) + 1 };
  await tx
    .insertInto('agendaItem')
    .values({ institutionId, itemId, momentId, ...values })
    .execute();
  const after = { title, text, meeting: meeting.dueOn };
  await record(tx, actor, 'moment.risk', { kind: 'moment', id: from.momentId }, { after });
  return { itemId };
}
