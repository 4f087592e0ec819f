import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { LockedVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { lockDraft } from './draft.server.ts';
import type { MeasurePlace } from './measure.server.ts';
import { stepsOf } from './plan-content.server.ts';
import type { StepInput } from './step.input.ts';
import type { Step } from './step.ts';

export type StepPlace = MeasurePlace & { step: string };

type Open = { version: LockedVersion; measureId: string; steps: Step[] };

async function openMeasure(tx: Tx, actor: Actor, { measure, ...plan }: MeasurePlace): Promise<Open> {
  const version = await lockDraft(tx, actor, { scheme: plan.scheme, document: plan.document });
  const { rows } = await sql<{ measureId: string; steps: Step[] }>`
    select t.measure_id, ${stepsOf} as steps
      from measure_text t
      join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id
     where t.institution_id = ${actor.institutionId} and t.version_id = ${version.versionId}
       and m.code = ${measure}`.execute(tx);
  const [found] = rows;
  if (!found) throw new Missing('measure');
  return { version, ...found };
}

function requireSeen(stored: Step | undefined, revision: number): void {
  if ((stored?.revision ?? 0) === revision) return;
  throw new Rejection('conflict', {
    theirs: stored ? JSON.stringify(stored) : null,
    revision: stored?.revision ?? 0,
  });
}

/**
 * Writes a step of a measure in the draft: a new one (`step` null: the next free code) or a change to one
 * that the writer saw.
 * @returns its code and new revision
 * @throws Missing; InvalidInput `plan.unknown`, `plan.years`, `step.phase-years`, `step.target`, `field.code`;
 *   Rejection `forbidden`, `plan.no-draft`, `conflict` (params: `theirs` as JSON, `revision`)
 */
export async function saveStep(
  tx: Tx,
  actor: Actor,
  { step: given, revision, ...rest }: StepInput & MeasurePlace & { step: string | null },
): Promise<{ step: string; revision: number }> {
  const { version, measureId, steps } = await openMeasure(tx, actor, rest);
  const code = given ?? nextCode(steps);
  const stored = steps.find((one) => one.code === code);
  requireSeen(stored, revision);
  const { unitId, ...content } = await checkStep(tx, actor, version, { code, ...rest });
  const key = { institutionId: actor.institutionId, versionId: version.versionId, measureId, code };
  const { unit: _, ...columns } = content;
  const values = { ...columns, unitId, revision: revision + 1 };
  await tx
    .insertInto('measureStep')
    .values({ ...key, ...values, sort: steps.length + 1 })
    .onConflict((on) => on.columns(['institutionId', 'versionId', 'measureId', 'code']).doUpdateSet(values))
    .execute();
  await record(
    tx,
    actor,
    'step.save',
    { kind: 'measure', id: measureId },
    { before: stored ?? null, after: { code, ...content } },
  );
  return { step: code, revision: revision + 1 };
}

function nextCode(steps: readonly Step[]): string {
  const numbers = steps.map((one) => Number(/^S(\d{1,6})$/.exec(one.code)?.[1] ?? 0));
  return `S${Math.max(0, ...numbers) + 1}`;
}

async function checkStep(
  tx: Tx,
  actor: Actor,
  version: LockedVersion,
  { code, ...input }: Omit<StepInput, 'revision'> & { code: string },
) {
  const errors: InvalidInput['errors'] = [];
  const wrong = (path: string, problem: string, params = {}) => errors.push({ path, code: problem, params });
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(code)) wrong('code', 'field.code');
  const unit = input.unit ?? null;
  const unitId = unit === null ? null : await unitOf(tx, actor, version, unit);
  if (unit !== null && unitId === null) wrong('unit', 'plan.unknown', { what: unit });
  const firstYear = input.firstYear ?? input.lastYear ?? null;
  const lastYear = input.lastYear ?? firstYear;
  const period = { first: String(version.firstYear), last: String(version.lastYear) };
  if (firstYear === null && input.kind === 'phase') wrong('firstYear', 'step.phase-years');
  if (firstYear !== null && (firstYear < version.firstYear || firstYear > lastYear!)) {
    wrong('firstYear', 'plan.years', period);
  }
  if (lastYear !== null && lastYear > version.lastYear) wrong('lastYear', 'plan.years', period);
  const { kind, due, text, targetUnit } = input;
  const comparator = input.comparator ?? null;
  const targetMilli = input.targetMilli ?? null;
  const given = [comparator !== null, targetMilli !== null, targetUnit !== ''];
  if (given.includes(true) && given.includes(false)) {
    wrong(['comparator', 'target', 'targetUnit'][given.indexOf(false)]!, 'step.target');
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  return { kind, unit, unitId, firstYear, lastYear, due, text, comparator, targetMilli, targetUnit };
}

// A unit below the plan's own, or one that the version covers.
async function unitOf(tx: Tx, actor: Actor, version: LockedVersion, code: string): Promise<string | null> {
  const { rows } = await sql<{ unitId: string }>`
    with recursive below(unit_id) as (
      select ${version.unitId}::uuid
      union select p.unit_id from unit_placement p join below b on p.parent_id = b.unit_id
       where p.institution_id = ${actor.institutionId} and p.valid @> current_date)
    select u.unit_id from unit u
     where u.institution_id = ${actor.institutionId} and u.code = ${code}
       and (u.unit_id in (select unit_id from below) or exists (select from version_unit c
             where c.institution_id = u.institution_id and c.version_id = ${version.versionId}
               and c.unit_id = u.unit_id))`.execute(tx);
  return rows[0]?.unitId ?? null;
}

/** Takes a step out of the draft. @throws Missing; Rejection `forbidden`, `plan.no-draft`, `conflict` */
export async function removeStep(
  tx: Tx,
  actor: Actor,
  { step, revision, ...at }: StepPlace & { revision: number },
): Promise<void> {
  const { version, measureId, steps } = await openMeasure(tx, actor, at);
  const stored = steps.find((one) => one.code === step);
  if (!stored) throw new Missing('step');
  requireSeen(stored, revision);
  await tx
    .deleteFrom('measureStep')
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', version.versionId)
    .where('measureId', '=', measureId)
    .where('code', '=', step)
    .execute();
  await record(tx, actor, 'step.remove', { kind: 'measure', id: measureId }, { before: stored });
}

/** Moves a step one place up or down in its measure. @throws Missing; Rejection `forbidden`, `plan.no-draft` */
export async function moveStep(
  tx: Tx,
  actor: Actor,
  { step, direction, ...at }: StepPlace & { direction: 'up' | 'down' },
): Promise<void> {
  const { version, measureId, steps } = await openMeasure(tx, actor, at);
  const before = steps.map((one) => one.code);
  const from = before.indexOf(step);
  if (from === -1) throw new Missing('step');
  const to = direction === 'up' ? from - 1 : from + 1;
  if (to < 0 || to >= before.length) return;
  const after = before.with(from, before[to]!).with(to, step);
  await sql`
    update measure_step s set sort = o.place
      from unnest(${after}::text[]) with ordinality o(code, place)
     where s.institution_id = ${actor.institutionId} and s.version_id = ${version.versionId}
       and s.measure_id = ${measureId} and s.code = o.code`.execute(tx);
  await record(tx, actor, 'step.move', { kind: 'measure', id: measureId }, { before, after });
}
