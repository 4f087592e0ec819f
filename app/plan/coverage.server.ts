import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { lockDraft, type PlanAddress } from './draft.server.ts';
import { coveredBy } from './plan-content.server.ts';
import type { Named } from './plan-part.server.ts';

/** A unit that a plan may cover: one below its own, or one beside it with what is below that. */
export type Coverable = Named & { unitId: string; below: boolean };

/** The units that a plan of this unit may cover, those below it first. */
export async function readCoverable(tx: Tx, actor: Actor, unitId: string): Promise<Coverable[]> {
  const { rows } = await sql<Coverable>`
    with recursive placed as (
      select unit_id, parent_id from unit_placement
       where institution_id = ${actor.institutionId} and valid @> current_date),
    near(unit_id, below) as (
      select unit_id, true from placed where parent_id = ${unitId}
      union select p.unit_id, false from placed p join placed o on o.parent_id = p.parent_id
       where o.unit_id = ${unitId} and p.unit_id <> ${unitId}
      union select p.unit_id, n.below from placed p join near n on p.parent_id = n.unit_id)
    select u.code, u.name_nl, u.name_en, u.unit_id, bool_or(n.below) as below
      from near n join unit u on u.institution_id = ${actor.institutionId} and u.unit_id = n.unit_id
     where u.valid @> current_date
     group by u.unit_id, u.code, u.name_nl, u.name_en, u.sort
     order by below desc, u.sort, u.code`.execute(tx);
  return rows;
}

/**
 * Says which units the draft covers beside its own.
 * @param seen the codes that stood there when the writer began
 * @throws InvalidInput `plan.unknown`; Rejection `forbidden`, `plan.no-draft`, `conflict` (params: `theirs`)
 */
export async function saveCoverage(
  tx: Tx,
  actor: Actor,
  { units, seen, ...plan }: PlanAddress & { units: string[]; seen: string[] },
): Promise<{ units: string[] }> {
  const version = await lockDraft(tx, actor, plan);
  const before = await coveredBy(tx, actor, version.versionId);
  if (before.toSorted().join() !== seen.toSorted().join()) {
    throw new Rejection('conflict', { theirs: JSON.stringify(before) });
  }
  const coverable = await readCoverable(tx, actor, version.unitId);
  const wanted = [...new Set(units)];
  const unknown = wanted.filter((code) => !coverable.some((one) => one.code === code));
  if (unknown.length > 0) {
    throw new InvalidInput(
      unknown.map((what) => ({ path: 'units', code: 'plan.unknown', params: { what } })),
    );
  }
  const own = { institutionId: actor.institutionId, versionId: version.versionId };
  await tx
    .deleteFrom('versionUnit')
    .where((eb) => eb.and(own))
    .execute();
  const chosen = coverable.filter((one) => wanted.includes(one.code));
  if (chosen.length > 0) {
    await tx
      .insertInto('versionUnit')
      .values(chosen.map(({ unitId }) => ({ ...own, unitId })))
      .execute();
  }
  const after = await coveredBy(tx, actor, version.versionId);
  await record(tx, actor, 'plan.cover', { kind: 'version', id: version.versionId }, { before, after });
  return { units: after };
}
