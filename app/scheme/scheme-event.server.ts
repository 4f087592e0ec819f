import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { addEventInput, settleEventInput } from './scheme.input.ts';
import { canSettle, type EventStatus, sortDate } from './scheme.ts';
import type { Changed, PartAt } from './scheme-part.server.ts';
import { type OpenScheme, openScheme } from './scheme-setting.server.ts';

/** A dated event outside our own documents: adopted, judged, approved, or planned. */
export async function addEvent(
  tx: Tx,
  actor: Actor,
  schemeCode: string,
  { revision, ...input }: z.output<typeof addEventInput>,
): Promise<Changed & { eventId: string }> {
  const scheme = await openScheme(tx, actor, schemeCode, revision);
  const eventId = await insertEvent(tx, scheme, input);
  await record(tx, actor, 'event.add', scheme.subject, { after: { eventId, ...input } });
  return { revision: scheme.revision, eventId };
}

type EventRow = Omit<z.output<typeof addEventInput>, 'revision'>;

async function insertEvent(tx: Tx, scheme: OpenScheme, input: EventRow): Promise<string> {
  const { on, body, ...rest } = input;
  const eventId = newId();
  await tx
    .insertInto('schemeEvent')
    .values({
      institutionId: scheme.institutionId,
      schemeId: scheme.schemeId,
      eventId,
      onText: on,
      sortDate: sortDate(on),
      bodyName: body,
      ...rest,
    })
    .execute();
  return eventId;
}

/**
 * Says what became of a planned event: it happened, moved (a new planned event takes its place) or was
 * cancelled. What was planned stays on record with the reason.
 * @throws Rejection `event.settled`; InvalidInput without a reason, or without a date it moved to
 */
export async function settleEvent(
  tx: Tx,
  actor: Actor,
  at: PartAt,
  { revision, status, reason, movedTo }: z.output<typeof settleEventInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const event = await tx
    .selectFrom('schemeEvent')
    .selectAll()
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('eventId', '=', at.part)
    .executeTakeFirst();
  if (!event) throw new Missing('event');
  if (!canSettle(event.status as EventStatus)) throw new Rejection('event.settled', { status: event.status });
  const errors = [
    ...(status !== 'happened' && reason === '' ? ['reason'] : []),
    ...(status === 'moved' && !movedTo ? ['movedTo'] : []),
  ];
  if (errors.length > 0) {
    throw new InvalidInput(errors.map((path) => ({ path, code: 'field.required', params: {} })));
  }
  await tx
    .updateTable('schemeEvent')
    .set({ status, reason })
    .where('institutionId', '=', actor.institutionId)
    .where('eventId', '=', event.eventId)
    .execute();
  if (status === 'moved') {
    const { bodyName: body, whatNl, whatEn, source } = event;
    await insertEvent(tx, scheme, { on: movedTo!, body, whatNl, whatEn, source, status: 'planned' });
  }
  await record(tx, actor, 'event.settle', scheme.subject, {
    before: { eventId: event.eventId, on: event.onText, status: event.status },
    after: { status, reason, movedTo: movedTo ?? null },
  });
  return { revision: scheme.revision };
}
