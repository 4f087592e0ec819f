import type { z } from 'zod';
import { record } from '#app/audit/audit.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type {
  correctHeadCountInput,
  createDefinitionInput,
  recordHeadCountsInput,
} from './organisation.input.ts';
import { holdsOn } from './organisation.ts';
import { canEditUnit, listUnitsEver } from './unit.server.ts';

/** What is counted: funded enrolments, EEA students, staff FTE … */
export async function listDefinitions(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('headCountDefinition')
    .select(['definitionId', 'code', 'nameNl', 'nameEn'])
    .where('institutionId', '=', institutionId)
    .orderBy('code')
    .execute();
}

/** @throws Rejection `head-count.definition-taken` */
export async function createDefinition(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof createDefinitionInput>,
): Promise<{ code: string }> {
  if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
  const known = await listDefinitions(tx, actor.institutionId);
  if (known.some((one) => one.code === input.code)) {
    throw new Rejection('head-count.definition-taken', { code: input.code });
  }
  const definitionId = newId();
  await tx
    .insertInto('headCountDefinition')
    .values({ institutionId: actor.institutionId, definitionId, ...input })
    .execute();
  const subject = { kind: 'head_count_definition', id: definitionId };
  await record(tx, actor, 'head-count-definition.create', subject, { after: input });
  return { code: input.code };
}

export type HeadCountFilter = { definition?: string | undefined; referenceDate?: string | undefined };

/** Head counts, the newest reference date first; `heads` is null where `mark` says why. */
export async function listHeadCounts(tx: Tx, institutionId: string, filter: HeadCountFilter = {}) {
  let query = tx
    .selectFrom('headCount as h')
    .innerJoin('headCountDefinition as d', (on) =>
      on.onRef('d.institutionId', '=', 'h.institutionId').onRef('d.definitionId', '=', 'h.definitionId'),
    )
    .innerJoin('unit as u', (on) =>
      on.onRef('u.institutionId', '=', 'h.institutionId').onRef('u.unitId', '=', 'h.unitId'),
    )
    .select(['h.headCountId', 'h.referenceDate', 'h.heads', 'h.mark', 'h.source'])
    .select(['d.code as definition', 'u.code as unit', 'u.nameNl as unitNl', 'u.nameEn as unitEn'])
    .where('h.institutionId', '=', institutionId);
  if (filter.definition) query = query.where('d.code', '=', filter.definition);
  if (filter.referenceDate) query = query.where('h.referenceDate', '=', filter.referenceDate);
  return query
    .orderBy('h.referenceDate', 'desc')
    .orderBy('d.code')
    .orderBy('u.sort')
    .orderBy('u.code')
    .execute();
}

/**
 * Records one count per unit for a definition and a reference date, all or none.
 * @param today a reference date lies not after it
 * @throws InvalidInput naming every row: below zero, neither number nor mark, unit unknown or not existing
 * on the date, counted already
 */
export async function recordHeadCounts(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof recordHeadCountsInput>,
  today: string,
): Promise<{ recorded: number }> {
  const definition = (await listDefinitions(tx, actor.institutionId)).find(
    (one) => one.code === input.definition,
  );
  if (!definition) throw new Missing('head-count-definition');
  const { units } = await listUnitsEver(tx, actor.institutionId);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  for (const { unit } of input.counts) {
    const found = byCode.get(unit);
    if (found && !canEditUnit(actor, found.unitId)) throw forbidden('admin.organisation');
  }
  if (!may(actor, 'admin.organisation')) throw forbidden('admin.organisation');
  const there = await listHeadCounts(tx, actor.institutionId, input);
  const errors = countErrors(input, { byCode, counted: new Set(there.map((one) => one.unit)), today });
  if (errors.length > 0) throw new InvalidInput(errors);
  await tx
    .insertInto('headCount')
    .values(
      input.counts.map(({ unit, heads, mark }) => ({
        institutionId: actor.institutionId,
        headCountId: newId(),
        definitionId: definition.definitionId,
        unitId: byCode.get(unit)!.unitId,
        referenceDate: input.referenceDate,
        heads,
        mark,
        source: input.source,
      })),
    )
    .execute();
  const subject = { kind: 'head_count_definition', id: definition.definitionId };
  await record(tx, actor, 'head-count.record', subject, { after: input });
  return { recorded: input.counts.length };
}

type Known = {
  byCode: ReadonlyMap<string, { from: string | null; through: string | null }>;
  counted: ReadonlySet<string>;
  today: string;
};

function countErrors(input: z.output<typeof recordHeadCountsInput>, known: Known): FieldError[] {
  const { referenceDate } = input;
  const errors: FieldError[] = [];
  if (referenceDate > known.today) {
    errors.push({ path: 'referenceDate', code: 'head-count.future', params: { date: referenceDate } });
  }
  const seen = new Set(known.counted);
  for (const [index, { unit, heads, mark }] of input.counts.entries()) {
    const fault = (code: string, params = {}) =>
      errors.push({ path: `counts.${index}`, code, params: { unit, date: referenceDate, ...params } });
    const found = known.byCode.get(unit);
    if (!found) fault('head-count.unit-unknown');
    else if (!holdsOn(found, referenceDate)) fault('head-count.unit-not-valid');
    else if (seen.has(unit)) fault('head-count.duplicate');
    seen.add(unit);
    errors.push(...valueErrors({ heads, mark }, `counts.${index}`, unit));
  }
  return errors;
}

function valueErrors(
  { heads, mark }: { heads: number | null; mark: string | null },
  path: string,
  unit: string,
): FieldError[] {
  if (heads === null && mark === null) return [{ path, code: 'head-count.missing', params: { unit } }];
  if (heads !== null && mark !== null) return [{ path, code: 'head-count.both', params: { unit } }];
  if (heads !== null && heads < 0) return [{ path, code: 'head-count.negative', params: { unit, heads } }];
  return [];
}

/**
 * Corrects one count; allocations that ran on the old one keep it in their own inputs.
 * @throws InvalidInput; Rejection `conflict` when it was corrected meanwhile
 */
export async function correctHeadCount(
  tx: Tx,
  actor: Actor,
  headCountId: string,
  input: z.output<typeof correctHeadCountInput>,
): Promise<{ heads: number | null; mark: string | null }> {
  const row = await tx
    .selectFrom('headCount')
    .select(['unitId', 'heads', 'mark', 'source'])
    .where('institutionId', '=', actor.institutionId)
    .where('headCountId', '=', headCountId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing('head-count');
  if (!canEditUnit(actor, row.unitId)) throw forbidden('admin.organisation');
  if (row.heads !== input.seen) throw new Rejection('conflict', { heads: row.heads });
  const { heads, mark, source } = input;
  const errors = valueErrors({ heads, mark }, 'heads', '');
  if (errors.length > 0) throw new InvalidInput(errors);
  await tx
    .updateTable('headCount')
    .set({ heads, mark, source })
    .where('institutionId', '=', actor.institutionId)
    .where('headCountId', '=', headCountId)
    .execute();
  const before = { heads: row.heads, mark: row.mark, source: row.source };
  const subject = { kind: 'head_count', id: headCountId };
  await record(tx, actor, 'head-count.correct', subject, { before, after: { heads, mark, source } });
  return { heads, mark };
}
