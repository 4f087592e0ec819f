import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { nameOf } from '#app/kernel/name.ts';
import { dayAfter } from '#app/kernel/period.ts';
import { Rejection } from '#app/kernel/rejection.ts';
import type {
  changeUnitInput,
  closeUnitInput,
  createUnitInput,
  moveUnitInput,
} from './organisation.input.ts';
import { closingBlockers, holdsOn, makesCycle, type Unit } from './organisation.ts';
import { daysRange, listUnitsEver, lockUnit, requireRevision, requireUnitEditor } from './unit.server.ts';

/**
 * Makes a unit below another, from a day on (open when not given). `sort`: its place among its siblings, for a
 * unit that takes over from one that had a place; after all of them when not given.
 * @throws Rejection `unit.code-taken`, `unit.parent-not-valid`
 */
export async function createUnit(
  tx: Tx,
  actor: Actor,
  { sort, ...input }: z.output<typeof createUnitInput> & { sort?: number },
): Promise<{ unitId: string; code: string }> {
  const parent = await lockUnit(tx, actor, input.parent);
  requireUnitEditor(actor, parent.unitId);
  const taken = await tx
    .selectFrom('unit')
    .select('unitId')
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', input.code)
    .executeTakeFirst();
  if (taken) throw new Rejection('unit.code-taken', { code: input.code });
  const from = input.from ?? null;
  refuseOutside(parent, from ?? parent.from);
  const unitId = newId();
  const { code, kind, nameNl, nameEn } = input;
  const valid = daysRange(from, null);
  await tx
    .insertInto('unit')
    .values({
      ...{ institutionId: actor.institutionId, unitId, code, kind, nameNl, nameEn, valid },
      sort: sort ?? (await nextPlace(tx, actor, parent)),
    })
    .execute();
  await place(tx, actor, { unitId, parentId: parent.unitId, from });
  await record(tx, actor, 'unit.create', { kind: 'unit', id: unitId }, { after: { ...input } });
  return { unitId, code };
}

/** The place after all that ever hung below a unit. */
async function nextPlace(tx: Tx, actor: Actor, parent: Unit): Promise<number> {
  const { last } = await tx
    .selectFrom('unitPlacement as p')
    .innerJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'p.institutionId').onRef('u.unitId', '=', 'p.unitId'),
    )
    .where('p.institutionId', '=', actor.institutionId)
    .where('p.parentId', '=', parent.unitId)
    .select((eb) => eb.fn.max('u.sort').as('last'))
    .executeTakeFirstOrThrow();
  return Math.max(parent.sort, last ?? 0) + 1;
}

/** A parent must exist on the day that something is hung below it. */
function refuseOutside(parent: Unit, from: string | null): void {
  if (from !== null && !holdsOn(parent, from)) {
    throw new Rejection('unit.parent-not-valid', { code: parent.code, date: from });
  }
}

async function place(
  tx: Tx,
  actor: Actor,
  { unitId, parentId, from }: { unitId: string; parentId: string; from: string | null },
): Promise<void> {
  await tx
    .insertInto('unitPlacement')
    .values({
      institutionId: actor.institutionId,
      placementId: newId(),
      unitId,
      parentId,
      valid: daysRange(from, null),
    })
    .execute();
}

/** Changes a unit's names, kind and order. @throws Rejection `conflict` */
export async function changeUnit(
  tx: Tx,
  actor: Actor,
  code: string,
  input: z.output<typeof changeUnitInput>,
): Promise<{ revision: number }> {
  const unit = await lockUnit(tx, actor, code);
  requireUnitEditor(actor, unit.unitId);
  requireRevision(unit, input.revision);
  const { kind, nameNl, nameEn } = input;
  const after = { kind, nameNl, nameEn, sort: input.sort ?? unit.sort };
  const revision = unit.revision + 1;
  await tx
    .updateTable('unit')
    .set({ ...after, revision })
    .where('institutionId', '=', actor.institutionId)
    .where('unitId', '=', unit.unitId)
    .execute();
  const before = { kind: unit.kind, nameNl: unit.nameNl, nameEn: unit.nameEn, sort: unit.sort };
  await record(tx, actor, 'unit.change', { kind: 'unit', id: unit.unitId }, { before, after });
  return { revision };
}

/**
 * Closes a unit after a day: it stays in every figure and tree up to that day.
 * @throws Rejection `unit.close` with each child unit and body that would still hang on it, `conflict`
 */
export async function closeUnit(
  tx: Tx,
  actor: Actor,
  code: string,
  input: z.output<typeof closeUnitInput>,
): Promise<{ revision: number }> {
  const unit = await lockUnit(tx, actor, code);
  requireUnitEditor(actor, unit.unitId);
  requireRevision(unit, input.revision);
  await endUnit(tx, actor, unit, input.through);
  await record(
    tx,
    actor,
    'unit.close',
    { kind: 'unit', id: unit.unitId },
    { before: { through: unit.through }, after: { through: input.through } },
  );
  return { revision: unit.revision + 1 };
}

/** Ends a unit and its placements after a day; writes no audit entry of its own. */
export async function endUnit(tx: Tx, actor: Actor, unit: Unit, through: string): Promise<void> {
  if (!holdsOn(unit, through)) throw new Rejection('unit.not-valid', { code: unit.code, date: through });
  const { units, placements } = await listUnitsEver(tx, actor.institutionId);
  const names = new Map(units.map((one) => [one.unitId, nameOf(one, actor.locale)]));
  const children = placements
    .filter((one) => one.parentId === unit.unitId)
    .map((one) => ({ name: names.get(one.unitId)!, through: one.through }));
  const bodies = await tx
    .selectFrom('body')
    .select(['nameNl', 'nameEn'])
    .where('institutionId', '=', actor.institutionId)
    .where('unitId', '=', unit.unitId)
    .where('valid', '&&', daysRange(dayAfter(through), null))
    .orderBy('code')
    .execute();
  const open = bodies.map((body) => ({ name: nameOf(body, actor.locale), through: null }));
  const blockers = closingBlockers(children, open, through);
  if (blockers.length > 0) {
    throw new Rejection('unit.close', { name: names.get(unit.unitId)!, date: through }, blockers);
  }
  await tx
    .updateTable('unit')
    .set({ valid: daysRange(unit.from, through), revision: unit.revision + 1 })
    .where('institutionId', '=', actor.institutionId)
    .where('unitId', '=', unit.unitId)
    .execute();
  await endPlacements(tx, actor, unit.unitId, through);
}

/** What hung after the day is cut off there; a placement that would only begin later is taken away. */
export async function endPlacements(tx: Tx, actor: Actor, unitId: string, through: string): Promise<void> {
  const { placements } = await listUnitsEver(tx, actor.institutionId);
  for (const one of placements.filter((placement) => placement.unitId === unitId)) {
    if (one.through !== null && one.through <= through) continue;
    const where = { institutionId: actor.institutionId, placementId: one.placementId };
    if (one.from !== null && one.from > through) {
      await tx
        .deleteFrom('unitPlacement')
        .where((eb) => eb.and(where))
        .execute();
    } else {
      await tx
        .updateTable('unitPlacement')
        .set({ valid: daysRange(one.from, through) })
        .where((eb) => eb.and(where))
        .execute();
    }
  }
}

/**
 * Hangs a unit under another parent from a day on: where it hung before stays on record.
 * @throws Rejection `unit.cycle`, `unit.placed-later` (it was moved again after that day),
 * `unit.parent-not-valid`, `unit.not-valid`, `conflict`
 */
export async function moveUnit(
  tx: Tx,
  actor: Actor,
  code: string,
  input: z.output<typeof moveUnitInput>,
): Promise<{ revision: number }> {
  const unit = await lockUnit(tx, actor, code);
  const parent = await lockUnit(tx, actor, input.parent);
  requireUnitEditor(actor, unit.unitId);
  requireUnitEditor(actor, parent.unitId);
  requireRevision(unit, input.revision);
  const revision = unit.revision + 1;
  const before = await rehang(tx, actor, { unit, parent, from: input.from });
  await tx
    .updateTable('unit')
    .set({ revision })
    .where('institutionId', '=', actor.institutionId)
    .where('unitId', '=', unit.unitId)
    .execute();
  const after = { parent: input.parent, from: input.from };
  await record(tx, actor, 'unit.move', { kind: 'unit', id: unit.unitId }, { before, after });
  return { revision };
}

/** Gives a unit a new parent from a day on. @returns the parent that it had on that day */
export async function rehang(
  tx: Tx,
  actor: Actor,
  { unit, parent, from }: { unit: Unit; parent: Unit; from: string },
): Promise<{ parent: string | null }> {
  if (!holdsOn(unit, from)) throw new Rejection('unit.not-valid', { code: unit.code, date: from });
  refuseOutside(parent, from);
  const { units, placements } = await listUnitsEver(tx, actor.institutionId);
  const others = placements.filter((one) => one.unitId !== unit.unitId);
  if (makesCycle(others, unit.unitId, parent.unitId, { from, through: null })) {
    throw new Rejection('unit.cycle', { code: unit.code, parent: parent.code });
  }
  const later = placements.find((one) => one.unitId === unit.unitId && one.from !== null && one.from > from);
  if (later) throw new Rejection('unit.placed-later', { code: unit.code, date: later.from });
  const held = placements.find((one) => one.unitId === unit.unitId && holdsOn(one, from));
  await endPlacements(tx, actor, unit.unitId, dayAfter(from, -1));
  await place(tx, actor, { unitId: unit.unitId, parentId: parent.unitId, from });
  return { parent: units.find((one) => one.unitId === held?.parentId)?.code ?? null };
}
