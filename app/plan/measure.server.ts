import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import type { LockedVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { lockDraft, type PlanAddress } from './draft.server.ts';
import type { MeasureInput } from './plan.input.ts';
import { stepsOf } from './plan-content.server.ts';
import type { Step } from './step.ts';

export type MeasurePlace = PlanAddress & { measure: string };

/**
 * Writes a measure of the draft: a new one (revision 0) or a change to one that the writer saw. Its budget
 * lines move along when its theme changes.
 * @returns the new revision
 * @throws InvalidInput `measure.years`, `plan.unknown`, `measure.excluded-theme`, `measure.code`;
 *   Rejection `forbidden`, `plan.no-draft`, `measure.exists`, `conflict` (params: `theirs` as JSON, `revision`)
 */
export async function saveMeasure(
  tx: Tx,
  actor: Actor,
  { scheme, document, measure: code, ...input }: MeasureInput & MeasurePlace,
): Promise<{ revision: number }> {
  const version = await lockDraft(tx, actor, { scheme, document });
  const { nodeId, ambitionIds } = await checkMeasure(tx, actor, version, { code, ...input });
  const stored = await readMeasure(tx, actor, version.versionId, code);
  if (stored && input.revision === 0) throw new Rejection('measure.exists', { code });
  if ((stored?.revision ?? 0) !== input.revision) {
    throw new Rejection('conflict', {
      theirs: stored ? JSON.stringify(stored.content) : null,
      revision: stored?.revision ?? 0,
    });
  }
  const measureId = await measureIdOf(tx, actor, version.documentId, code);
  const { ambitions, node, revision, ...rest } = input;
  const text = { ...rest, nodeId, revision: revision + 1 };
  const key = { institutionId: actor.institutionId, versionId: version.versionId, measureId };
  await tx
    .insertInto('measureText')
    .values({ ...key, ...text })
    .onConflict((on) => on.columns(['institutionId', 'versionId', 'measureId']).doUpdateSet(text))
    .execute();
  await deleteOf(tx, 'measureNode', key);
  if (ambitionIds.length > 0) {
    await tx
      .insertInto('measureNode')
      .values(ambitionIds.map((id) => ({ ...key, nodeId: id })))
      .execute();
  }
  if (stored && stored.content.node !== node) {
    await tx
      .updateTable('ledgerLine')
      .set({ nodeId })
      .where('institutionId', '=', actor.institutionId)
      .where('versionId', '=', version.versionId)
      .where('measureId', '=', measureId)
      .execute();
  }
  await record(
    tx,
    actor,
    'measure.save',
    { kind: 'measure', id: measureId },
    { before: stored?.content ?? null, after: { code, node, ambitions, ...rest } },
  );
  return { revision: revision + 1 };
}

/**
 * Takes a measure and its budget out of the draft; earlier versions keep it.
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`, `conflict`
 */
export async function removeMeasure(
  tx: Tx,
  actor: Actor,
  { measure: code, revision, ...plan }: MeasurePlace & { revision: number },
): Promise<void> {
  const version = await lockDraft(tx, actor, plan);
  const stored = await readMeasure(tx, actor, version.versionId, code);
  if (!stored) throw new Missing('measure');
  if (stored.revision !== revision) {
    throw new Rejection('conflict', { theirs: JSON.stringify(stored.content), revision: stored.revision });
  }
  const key = {
    institutionId: actor.institutionId,
    versionId: version.versionId,
    measureId: stored.measureId,
  };
  const lines = await tx
    .selectFrom('ledgerLine')
    .select(['year', 'cents', 'fteMilli', 'mark', 'component'])
    .where('institutionId', '=', key.institutionId)
    .where('versionId', '=', key.versionId)
    .where('measureId', '=', key.measureId)
    .orderBy('year')
    .execute();
  await deleteOf(tx, 'ledgerLine', key);
  await deleteOf(tx, 'measureNode', key);
  await deleteOf(tx, 'measureStep', key);
  await deleteOf(tx, 'measureText', key);
  // a change that named it says so no more, and lacks something where it named nothing else
  await tx
    .deleteFrom('planChangeMeasure')
    .where((eb) => eb.and({ ...key, side: 'after' }))
    .execute();
  await record(
    tx,
    actor,
    'measure.remove',
    { kind: 'measure', id: stored.measureId },
    { before: { ...stored.content, steps: stored.steps, lines } },
  );
}

type MeasureKey = { institutionId: string; versionId: string; measureId: string };

async function deleteOf(
  tx: Tx,
  table: 'ledgerLine' | 'measureNode' | 'measureStep' | 'measureText',
  key: MeasureKey,
) {
  await tx
    .deleteFrom(table)
    .where('institutionId', '=', key.institutionId)
    .where('versionId', '=', key.versionId)
    .where('measureId', '=', key.measureId)
    .execute();
}

// A measure that an earlier version had, and this draft takes up again, keeps its identity.
async function measureIdOf(tx: Tx, actor: Actor, documentId: string, code: string): Promise<string> {
  const known = await tx
    .selectFrom('measure')
    .select('measureId')
    .where('institutionId', '=', actor.institutionId)
    .where('documentId', '=', documentId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (known) return known.measureId;
  const measureId = newId();
  await tx
    .insertInto('measure')
    .values({ institutionId: actor.institutionId, measureId, documentId, code })
    .execute();
  return measureId;
}

async function checkMeasure(
  tx: Tx,
  actor: Actor,
  version: LockedVersion,
  input: MeasureInput & { code: string },
): Promise<{ nodeId: string; ambitionIds: string[] }> {
  const { rows } = await sql<{
    nodeId: string;
    code: string;
    framework: string;
    theme: boolean;
    excluded: boolean;
  }>`
    select n.node_id, n.code, f.code as framework, f.framework_id = s.theme_framework_id as theme,
           x.node_id is not null as excluded
      from scheme s
      join framework f on f.institution_id = s.institution_id and (f.framework_id = s.theme_framework_id
        or exists (select from scheme_framework sf where sf.institution_id = s.institution_id
                      and sf.scheme_id = s.scheme_id and sf.framework_id = f.framework_id))
      join node n on n.institution_id = f.institution_id and n.framework_id = f.framework_id
      left join scheme_exclusion x on x.institution_id = s.institution_id and x.scheme_id = s.scheme_id
           and x.node_id = n.node_id
     where s.institution_id = ${actor.institutionId} and s.scheme_id = ${version.schemeId}`.execute(tx);
  const theme = rows.find((row) => row.theme && row.code === input.node);
  const errors: InvalidInput['errors'] = [];
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(input.code)) {
    errors.push({ path: 'code', code: 'field.code', params: {} });
  }
  if (!theme) errors.push({ path: 'node', code: 'plan.unknown', params: { what: input.node } });
  else if (theme.excluded) {
    errors.push({ path: 'node', code: 'measure.excluded-theme', params: { theme: input.node } });
  }
  const period = { first: String(version.firstYear), last: String(version.lastYear) };
  if (input.firstYear < version.firstYear || input.firstYear > input.lastYear) {
    errors.push({ path: 'firstYear', code: 'measure.years', params: period });
  }
  if (input.lastYear > version.lastYear) {
    errors.push({ path: 'lastYear', code: 'measure.years', params: period });
  }
  const ambitionIds = new Set<string>();
  for (const name of input.ambitions) {
    const node = rows.find((row) => !row.theme && `${row.framework}/${row.code}` === name);
    if (node) ambitionIds.add(node.nodeId);
    else errors.push({ path: 'ambitions', code: 'plan.unknown', params: { what: name } });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  return { nodeId: theme!.nodeId, ambitionIds: [...ambitionIds] };
}

async function readMeasure(tx: Tx, actor: Actor, versionId: string, code: string) {
  const { rows } = await sql<{
    measureId: string;
    revision: number;
    content: { node: string } & Record<string, Json>;
    steps: Step[];
  }>`
    select m.measure_id, t.revision, ${measureContent} as content, ${stepsOf} as steps
      from measure_text t
      join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id
      join node n on n.institution_id = t.institution_id and n.node_id = t.node_id
     where t.institution_id = ${actor.institutionId} and t.version_id = ${versionId} and m.code = ${code}`.execute(
    tx,
  );
  return rows[0];
}

/** A measure named by codes, as the frozen content, the audit log and a conflict show it. */
const measureContent = sql`json_build_object(
  'code', m.code, 'node', n.code, 'name', t.name, 'description', t.description, 'owner', t.owner,
  'targetGroup', t.target_group, 'firstYear', t.first_year, 'lastYear', t.last_year,
  'additionality', t.additionality, 'sort', t.sort,
  'ambitions', coalesce((
    select json_agg(af.code || '/' || an.code order by af.code, an.sort, an.code)
      from measure_node mn
      join node an on an.institution_id = mn.institution_id and an.node_id = mn.node_id
      join framework af on af.institution_id = an.institution_id and af.framework_id = an.framework_id
     where mn.institution_id = t.institution_id and mn.version_id = t.version_id
       and mn.measure_id = t.measure_id), '[]'::json))`;

/** The measures of a version as its frozen content holds them, in the order of the plan. */
export async function measuresContent(tx: Tx, actor: Actor, versionId: string): Promise<Json> {
  const { rows } = await sql<{ content: Record<string, Json>; steps: Step[] }>`
    select ${measureContent} as content, ${stepsOf} as steps
      from measure_text t
      join measure m on m.institution_id = t.institution_id and m.measure_id = t.measure_id
      join node n on n.institution_id = t.institution_id and n.node_id = t.node_id
     where t.institution_id = ${actor.institutionId} and t.version_id = ${versionId}
     order by n.sort, t.sort, m.code`.execute(tx);
  return rows.map(({ content, steps }) => ({
    ...content,
    ...(steps.length > 0 && { steps: steps.map(({ revision: _, ...step }) => step) }),
  }));
}
