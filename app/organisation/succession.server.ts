import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { dayAfter } from '#app/kernel/period.ts';
import { type FieldError, forbidden, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import type { succeedUnitsInput } from './organisation.input.ts';
import { createUnit, endUnit, rehang } from './organisation.server.ts';
import { holdsOn, successionFault, type Unit } from './organisation.ts';
import { listUnitsEver, lockUnit, requireUnitEditor } from './unit.server.ts';

type Input = z.output<typeof succeedUnitsInput>;

/**
 * Merges, splits or renames units on a day: the predecessors close the day before, the successors take
 * over, and the link between them stays, so that series of figures can be followed through it. Units
 * below a predecessor move along when there is one successor; a split refuses while they hang there.
 * A successor that does not exist yet is made, beside the first predecessor.
 * @throws Rejection `succession.*`, `unit.close`; InvalidInput for a new successor without names
 */
export async function succeedUnits(tx: Tx, actor: Actor, input: Input): Promise<{ successors: string[] }> {
  const codes = input.successors.map((one) => one.code);
  if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
  const fault = successionFault(input.kind, input.predecessors, codes);
  if (fault) throw new Rejection(fault);
  const predecessors: Unit[] = [];
  for (const code of input.predecessors) {
    const unit = await lockUnit(tx, actor, code);
    requireUnitEditor(actor, unit.unitId);
    predecessors.push(unit);
  }
  const successors = await successorUnits(tx, actor, { input, first: predecessors[0]! });
  for (const unit of predecessors) {
    if (successors.length === 1)
      await moveChildren(tx, actor, { from: unit, to: successors[0]!, on: input.on });
    await endUnit(tx, actor, unit, dayAfter(input.on, -1));
  }
  await tx
    .insertInto('unitSuccession')
    .values(
      predecessors.flatMap((predecessor) =>
        successors.map((successor) => ({
          institutionId: actor.institutionId,
          successionId: newId(),
          predecessorId: predecessor.unitId,
          successorId: successor.unitId,
          onDate: input.on,
          kind: input.kind,
        })),
      ),
    )
    .execute();
  await record(
    tx,
    actor,
    `unit.${input.kind}`,
    { kind: 'unit', id: successors[0]!.unitId },
    { before: { units: input.predecessors }, after: { units: codes, on: input.on } },
  );
  return { successors: codes };
}

async function successorUnits(
  tx: Tx,
  actor: Actor,
  { input, first }: { input: Input; first: Unit },
): Promise<Unit[]> {
  const { units, placements } = await listUnitsEver(tx, actor.institutionId);
  const known = new Map(units.map((unit) => [unit.code, unit]));
  const parentId = placements.find(
    (one) => one.unitId === first.unitId && holdsOn(one, dayAfter(input.on, -1)),
  )?.parentId;
  const parent = units.find((unit) => unit.unitId === parentId);
  refuseNameless(input, known);
  const result: Unit[] = [];
  for (const { code, kind = first.kind, nameNl = '', nameEn = '' } of input.successors) {
    if (!known.has(code)) {
      if (!parent) throw new Rejection('succession.top', { code: first.code });
      const from = input.on;
      const { sort } = first;
      await createUnit(tx, actor, { code, kind, nameNl, nameEn, parent: parent.code, from, sort });
    }
    const unit = await lockUnit(tx, actor, code);
    requireUnitEditor(actor, known.has(code) ? unit.unitId : parent!.unitId);
    if (!holdsOn(unit, input.on)) throw new Rejection('unit.not-valid', { code, date: input.on });
    result.push(unit);
  }
  return result;
}

function refuseNameless({ successors }: Input, known: ReadonlyMap<string, Unit>): void {
  const errors = successors.flatMap((one, index): FieldError[] =>
    known.has(one.code)
      ? []
      : (['nameNl', 'nameEn'] as const)
          .filter((name) => !one[name])
          .map((name) => ({ path: `successors.${index}.${name}`, code: 'field.required', params: {} })),
  );
  if (errors.length > 0) throw new InvalidInput(errors);
}

async function moveChildren(
  tx: Tx,
  actor: Actor,
  { from, to, on }: { from: Unit; to: Unit; on: string },
): Promise<void> {
  const { units, placements } = await listUnitsEver(tx, actor.institutionId);
  for (const placement of placements) {
    if (placement.parentId !== from.unitId || !holdsOn(placement, on)) continue;
    const unit = units.find((one) => one.unitId === placement.unitId)!;
    await rehang(tx, actor, { unit, parent: to, from: on });
  }
}
