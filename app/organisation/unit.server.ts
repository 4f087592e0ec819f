import { sql } from 'kysely';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { dayAfter, rangeDays } from '#app/kernel/period.ts';
import { forbidden, Missing, Rejection } from '#app/kernel/rejection.ts';
import { type Placement, type TreeUnit, type Unit, unitTree } from './organisation.ts';

/** A validity as Postgres writes it: first day to the day after the last. */
export function daysRange(from: string | null, through: string | null) {
  return sql<string>`daterange(${from}::date, ${through ? dayAfter(through) : null}::date)`;
}

/** May the actor change this unit and what hangs below it? */
export function canEditUnit(actor: Actor, unitId: string): boolean {
  return may(actor, 'admin.organisation', unitId);
}

export function requireUnitEditor(actor: Actor, unitId: string): void {
  if (!canEditUnit(actor, unitId)) throw forbidden('admin.organisation');
}

const columns = ['unitId', 'code', 'kind', 'nameNl', 'nameEn', 'valid', 'sort', 'revision'] as const;

function toUnit({ valid, ...rest }: Omit<Unit, 'from' | 'through'> & { valid: string }): Unit {
  return { ...rest, ...rangeDays(valid) };
}

/** Every unit that ever was, with every placement: a few hundred rows at most. */
export async function listUnitsEver(
  tx: Tx,
  institutionId: string,
): Promise<{ units: Unit[]; placements: Placement[] }> {
  const units = await tx
    .selectFrom('unit')
    .select(columns)
    .where('institutionId', '=', institutionId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
  const placements = await tx
    .selectFrom('unitPlacement')
    .select(['placementId', 'unitId', 'parentId', 'valid'])
    .where('institutionId', '=', institutionId)
    .orderBy('valid')
    .execute();
  return {
    units: units.map(toUnit),
    placements: placements.map(({ valid, ...rest }) => ({ ...rest, ...rangeDays(valid) })),
  };
}

/** The unit tree as of a date, parents before children. */
export async function listUnits(tx: Tx, institutionId: string, date: string): Promise<TreeUnit[]> {
  const { units, placements } = await listUnitsEver(tx, institutionId);
  return unitTree(units, placements, date);
}

/** A unit by its code, locked for a write. @throws Missing */
export async function lockUnit(tx: Tx, actor: Actor, code: string): Promise<Unit> {
  const row = await tx
    .selectFrom('unit')
    .select(columns)
    .where('institutionId', '=', actor.institutionId)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('unit');
  return toUnit(row);
}

/** The revision that the person saw must be the one that stands. @throws Rejection `conflict` */
export function requireRevision(stands: { revision: number }, seen: number): void {
  if (stands.revision !== seen) throw new Rejection('conflict', { revision: stands.revision });
}

/** One unit with where it hung, what it came from and became, and its bodies. @throws Missing */
export async function getUnit(tx: Tx, institutionId: string, code: string) {
  const { units, placements } = await listUnitsEver(tx, institutionId);
  const unit = units.find((one) => one.code === code);
  if (!unit) throw new Missing('unit');
  const named = new Map(units.map(({ unitId, code, nameNl, nameEn }) => [unitId, { code, nameNl, nameEn }]));
  const successions = await tx
    .selectFrom('unitSuccession')
    .select(['predecessorId', 'successorId', 'onDate', 'kind'])
    .where('institutionId', '=', institutionId)
    .where((eb) => eb.or([eb('predecessorId', '=', unit.unitId), eb('successorId', '=', unit.unitId)]))
    .orderBy('onDate')
    .execute();
  const bodies = await tx
    .selectFrom('body')
    .innerJoin('bodyKind as k', (on) =>
      on.onRef('k.institutionId', '=', 'body.institutionId').onRef('k.code', '=', 'body.kind'),
    )
    .select(['body.code', 'kind', 'body.nameNl', 'body.nameEn', 'valid'])
    .select(['k.nameNl as kindNl', 'k.nameEn as kindEn'])
    .where('body.institutionId', '=', institutionId)
    .where('unitId', '=', unit.unitId)
    .orderBy('body.code')
    .execute();
  const byStart = (a: Placement, b: Placement) => (a.from ?? '').localeCompare(b.from ?? '');
  return {
    ...unit,
    placements: placements
      .filter((one) => one.unitId === unit.unitId)
      .sort(byStart)
      .map(({ parentId, from, through }) => ({ parent: named.get(parentId)!, from, through })),
    successions: successions.map((one) => ({
      kind: one.kind,
      on: one.onDate,
      predecessor: named.get(one.predecessorId)!,
      successor: named.get(one.successorId)!,
    })),
    bodies: bodies.map(({ valid, ...rest }) => ({ ...rest, ...rangeDays(valid) })),
  };
}
