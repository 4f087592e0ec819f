import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { refuseInUse } from '#app/framework/node.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type {
  addEventInput,
  exclusionInput,
  fundInput,
  rateInput,
  revisionInput,
  settleEventInput,
} from './scheme.input.ts';
import { canSettle, type EventStatus, sortDate } from './scheme.ts';
import { findTheme, type OpenScheme, openScheme } from './scheme-setting.server.ts';

/** A part of a scheme: the scheme's code, and the part's own code, year or id. */
export type PartAt<Key = string> = { scheme: string; part: Key };
export type Changed = { revision: number };
type Removal = z.output<typeof revisionInput>;

/** A code that goes into addresses and layouts. @throws InvalidInput */
export function requireCode(code: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/.test(code)) return code;
  throw new InvalidInput([{ path: 'code', code: 'field.code', params: {} }]);
}

/** Makes a fund, or changes its names and order. */
export async function putFund(
  tx: Tx,
  actor: Actor,
  at: PartAt,
  { revision, ...after }: z.output<typeof fundInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const own = { institutionId: actor.institutionId, schemeId: scheme.schemeId, code: requireCode(at.part) };
  const before = await tx
    .selectFrom('fund')
    .select(['nameNl', 'nameEn', 'own', 'sort'])
    .where((eb) => eb.and(own))
    .executeTakeFirst();
  await tx
    .insertInto('fund')
    .values({ ...own, fundId: newId(), ...after })
    .onConflict((conflict) => conflict.columns(['institutionId', 'schemeId', 'code']).doUpdateSet(after))
    .execute();
  const change = { before: before ?? null, after: { code: at.part, ...after } };
  await record(tx, actor, 'fund.put', scheme.subject, change);
  return { revision: scheme.revision };
}

/** Takes a fund away that no figure uses. @throws Rejection `fund.in-use` */
export async function removeFund(tx: Tx, actor: Actor, at: PartAt, input: Removal): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const gone = await tx
    .deleteFrom('fund')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('code', '=', at.part)
    .returning(['code', 'nameNl', 'nameEn'])
    .executeTakeFirst()
    .catch(refuseInUse('fund.in-use', at.part));
  if (!gone) throw new Missing('fund');
  await record(tx, actor, 'fund.remove', scheme.subject, { before: gone });
  return { revision: scheme.revision };
}

async function themeId(tx: Tx, scheme: OpenScheme, code: string): Promise<string> {
  const id = await findTheme(tx, scheme, code);
  if (id === null) throw new Missing('node');
  return id;
}

/**
 * Leaves a theme out of the scheme, with the reason and what pays for it instead.
 * @throws Rejection `exclusion.has-lines` when figures of the scheme stand on the theme
 */
export async function putExclusion(
  tx: Tx,
  actor: Actor,
  at: PartAt,
  { revision, reason, coveredBy }: z.output<typeof exclusionInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  const nodeId = await themeId(tx, scheme, at.part);
  const used = await tx
    .selectFrom('ledgerLine')
    .select('lineId')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('nodeId', '=', nodeId)
    .limit(1)
    .executeTakeFirst();
  if (used) throw new Rejection('exclusion.has-lines', { code: at.part });
  await tx
    .insertInto('schemeExclusion')
    .values({ institutionId: actor.institutionId, schemeId: scheme.schemeId, nodeId, reason, coveredBy })
    .onConflict((conflict) =>
      conflict.columns(['institutionId', 'schemeId', 'nodeId']).doUpdateSet({ reason, coveredBy }),
    )
    .execute();
  const after = { theme: at.part, reason, coveredBy };
  await record(tx, actor, 'exclusion.put', scheme.subject, { after });
  return { revision: scheme.revision };
}

export async function removeExclusion(tx: Tx, actor: Actor, at: PartAt, input: Removal): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const nodeId = await themeId(tx, scheme, at.part);
  const gone = await tx
    .deleteFrom('schemeExclusion')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('nodeId', '=', nodeId)
    .returning(['reason', 'coveredBy'])
    .executeTakeFirst();
  if (!gone) throw new Missing('exclusion');
  await record(tx, actor, 'exclusion.remove', scheme.subject, { before: { theme: at.part, ...gone } });
  return { revision: scheme.revision };
}

/** What one FTE costs from a year on, in cents. @throws InvalidInput for a year outside the scheme */
export async function putRate(
  tx: Tx,
  actor: Actor,
  at: PartAt<number>,
  { revision, fteCents, source }: z.output<typeof rateInput>,
): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, revision);
  if (at.part < scheme.firstYear || at.part > scheme.lastYear) {
    const params = { year: String(at.part), first: String(scheme.firstYear), last: String(scheme.lastYear) };
    throw new InvalidInput([{ path: 'fromYear', code: 'scheme.year-outside', params }]);
  }
  const own = { institutionId: actor.institutionId, schemeId: scheme.schemeId, fromYear: at.part };
  const before = await tx
    .selectFrom('schemeRate')
    .select(['fteCents', 'source'])
    .where((eb) => eb.and(own))
    .executeTakeFirst();
  await tx
    .insertInto('schemeRate')
    .values({ ...own, fteCents, source })
    .onConflict((conflict) =>
      conflict.columns(['institutionId', 'schemeId', 'fromYear']).doUpdateSet({ fteCents, source }),
    )
    .execute();
  const after = { fromYear: at.part, fteCents, source };
  await record(tx, actor, 'rate.put', scheme.subject, { before: before ?? null, after });
  return { revision: scheme.revision };
}

export async function removeRate(tx: Tx, actor: Actor, at: PartAt<number>, input: Removal): Promise<Changed> {
  const scheme = await openScheme(tx, actor, at.scheme, input.revision);
  const gone = await tx
    .deleteFrom('schemeRate')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', scheme.schemeId)
    .where('fromYear', '=', at.part)
    .returning(['fromYear', 'fteCents'])
    .executeTakeFirst();
  if (!gone) throw new Missing('rate');
  await record(tx, actor, 'rate.remove', scheme.subject, { before: gone });
  return { revision: scheme.revision };
}

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
