import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { seatHolders } from '#app/organisation/body-part.server.ts';
import { listFreePeriods } from '#app/organisation/free-period.server.ts';
import { type AdoptingBody, canRecordEvent } from './decision.ts';
import { beforeWhom, bodyBefore, comesBefore, dayBefore } from './dispute.ts';
import { recorderOf, standingOf, transition } from './dossier-state.ts';
import { eventErrors, suspensionEnd } from './event-check.ts';
import { type LockedDecision, lockDecision } from './outcome.server.ts';
import type { EventInput } from './participation.input.ts';
import { listDisputeBodies } from './right.server.ts';

/**
 * Records what happened in a dossier: appended, never changed. The table of `dossier-state.ts` decides, under the
 * lock of the request, whether it can happen now; of two that exclude each other, one wins.
 * @throws Missing; InvalidInput with each wrong field; Rejection `forbidden`, `event.order`, `decision.version-gone`
 */
export async function recordEvent(
  tx: Tx,
  actor: Actor,
  { decision: decisionId, now, ...input }: EventInput & { decision: string; now: Date },
): Promise<{ eventId: string }> {
  const asked = await lockDecision(tx, actor, decisionId);
  const today = isoDate(now);
  const standing = standingOf({ ...asked, silence: asked.rule.silence }, today);
  const beforeId = standing.before?.bodyId ?? null;
  if (!canRecordEvent(actor, input.event, { ...asked, beforeId })) {
    throw forbidden(recorderOf(input.event) === 'board' ? 'consent.ask' : 'consent.record');
  }
  const { institutionId } = actor;
  const version = await tx
    .selectFrom('version')
    .select('status')
    .where('institutionId', '=', institutionId)
    .where('versionId', '=', asked.versionId)
    .executeTakeFirstOrThrow();
  if (version.status === 'returned' || version.status === 'withdrawn') {
    throw new Rejection('decision.version-gone', { status: version.status });
  }
  const step = transition(standing.state, input.event);
  if ('refusal' in step) throw new Rejection('event.order', { state: standing.state, event: input.event });
  const errors = eventErrors(input, { ...asked, standing, today });
  const paper = await paperOf(tx, actor, asked, input);
  if (input.paper && !paper) errors.push({ path: 'paper', code: 'event.paper-unknown', params: {} });
  errors.push(...(await memberErrors(tx, actor, asked, input)));
  const before = await beforeOf(tx, actor, asked, input);
  if (before === undefined) errors.push({ path: 'body', code: 'event.body-unknown', params: {} });
  if (errors.length > 0) throw new InvalidInput(errors);
  const untilDate = await untilOf(tx, actor, asked, input);
  const { event, onDate, text, people } = input;
  const eventId = newId();
  await tx
    .insertInto('decisionEvent')
    .values(({ selectFrom, fn }) => ({
      ...{ institutionId, eventId, decisionId, event, onDate, text },
      seq: selectFrom('decisionEvent')
        .select((eb) => eb(fn.coalesce(fn.max('seq'), eb.lit(0)), '+', 1).as('next'))
        .where('institutionId', '=', institutionId)
        .where('decisionId', '=', decisionId),
      untilDate,
      bodyId: before?.bodyId ?? null,
      versionId: paper,
      memberId: input.member ?? null,
      people: input.member ? null : (people ?? null),
      ...{ byKind: actor.kind, byName: actor.name, at: now },
    }))
    .execute();
  if (event === 'extended') {
    await tx
      .updateTable('decision')
      .set((eb) => ({ dueOn: input.untilDate, revision: eb('revision', '+', 1) }))
      .where('institutionId', '=', institutionId)
      .where('decisionId', '=', decisionId)
      .execute();
  }
  await record(
    tx,
    actor,
    'decision.step',
    { kind: 'decision', id: decisionId },
    {
      before: { state: standing.state },
      after: { ...input, ...(before && { body: before.code }), untilDate, state: step.to },
    },
  );
  return { eventId };
}

/** Before whom a dispute comes: whom the input names, else whom the right does; undefined: there is no such body. */
async function beforeOf(
  tx: Tx,
  actor: Actor,
  asked: LockedDecision,
  { event, body }: EventInput,
): Promise<AdoptingBody | null | undefined> {
  if (!comesBefore(event) || body === null) return null;
  const bodies = await listDisputeBodies(tx, actor, asked);
  return body === undefined ? bodyBefore(event, asked.rule, bodies) : bodies.find((one) => one.code === body);
}

/** The last day that an event brings: of a suspension, of a longer term, of a settlement or a ruling. */
async function untilOf(
  tx: Tx,
  actor: Actor,
  { rule }: LockedDecision,
  { event, onDate, untilDate }: EventInput,
): Promise<string | null> {
  if (event === 'objected') return suspensionEnd(onDate, rule);
  if (untilDate || beforeWhom(event, rule).days === 0) return untilDate ?? null;
  return dayBefore(event, rule, {
    onDate,
    periods: await listFreePeriods(tx, actor.institutionId, onDate),
  });
}

async function paperOf(
  tx: Tx,
  actor: Actor,
  asked: LockedDecision,
  { paper }: EventInput,
): Promise<string | null> {
  if (!paper) return null;
  const row = await tx
    .selectFrom('version as v')
    .innerJoin('document as d', (on) =>
      on.onRef('d.institutionId', '=', 'v.institutionId').onRef('d.documentId', '=', 'v.documentId'),
    )
    .select('v.versionId')
    .where('v.institutionId', '=', actor.institutionId)
    .where('d.code', '=', paper.document)
    .where('v.number', '=', paper.version)
    .where('v.status', '<>', 'draft')
    .where('d.schemeId', '=', (eb) =>
      eb
        .selectFrom('version as w')
        .innerJoin('document as o', (on) =>
          on.onRef('o.institutionId', '=', 'w.institutionId').onRef('o.documentId', '=', 'w.documentId'),
        )
        .select('o.schemeId')
        .where('w.institutionId', '=', actor.institutionId)
        .where('w.versionId', '=', asked.versionId),
    )
    .executeTakeFirst();
  return row?.versionId ?? null;
}

/** The excluded: a member in office where members are kept, each once; else how many. */
async function memberErrors(
  tx: Tx,
  actor: Actor,
  asked: LockedDecision,
  input: EventInput,
): Promise<FieldError[]> {
  if (input.event !== 'excluded') return [];
  const seats = await seatHolders(tx, actor.institutionId, asked.bodyId, input.onDate);
  if (seats.length === 0) {
    return input.people ? [] : [{ path: 'people', code: 'field.required', params: {} }];
  }
  if (!input.member) return [{ path: 'member', code: 'event.member-missing', params: {} }];
  if (!seats.some((one) => one.memberId === input.member)) throw new Missing('member');
  const twice = await tx
    .selectFrom('decisionEvent')
    .select('eventId')
    .where('institutionId', '=', actor.institutionId)
    .where('decisionId', '=', asked.decisionId)
    .where('memberId', '=', input.member)
    .executeTakeFirst();
  return twice ? [{ path: 'member', code: 'event.member-twice', params: {} }] : [];
}
