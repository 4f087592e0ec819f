import { sql } from 'kysely';
import {
  copySections,
  createDocument,
  createDraft,
  type LockedVersion,
  lockDraftOf,
  lockVersion,
} from '#app/document/document.server.ts';
import { type DocumentAddress, listVersions } from '#app/document/version-list.server.ts';
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import type { StartPlan, StartVersion } from './plan.input.ts';
import { answerPermission, canSeeDraft, canWritePlan } from './plan.ts';
import { copyParts } from './plan-content.server.ts';

export type PlanAddress = DocumentAddress;

/**
 * The draft of a plan, locked for the rest of the transaction, for somebody who may write it.
 * @throws Missing for an unknown plan; Rejection `forbidden`, `plan.no-draft`
 */
export async function lockDraft(tx: Tx, actor: Actor, plan: PlanAddress): Promise<LockedVersion> {
  return lockFor(tx, actor, { ...plan, anyKind: false, permissionOf: () => 'plan.write' });
}

/**
 * The draft of a document of any kind, locked as lockDraft does, for somebody who may answer its questions.
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`
 */
export async function lockAnswers(tx: Tx, actor: Actor, document: PlanAddress): Promise<LockedVersion> {
  return lockFor(tx, actor, { ...document, anyKind: true, permissionOf: answerPermission });
}

type Locking = PlanAddress & { anyKind: boolean; permissionOf: typeof answerPermission };

async function lockFor(
  tx: Tx,
  actor: Actor,
  { anyKind, permissionOf, ...address }: Locking,
): Promise<LockedVersion> {
  const draft = await lockDraftOf(tx, actor, address);
  // without a draft its other versions tell whether there is a plan at all, and whose
  const found = draft ?? (await findVersions(tx, actor, address, anyKind));
  if (!isPlan(found) && !anyKind) throw new Missing('plan');
  const permission = permissionOf(found);
  if (!may(actor, permission, found.unitId)) throw forbidden(permission);
  if (!draft) throw new Rejection('plan.no-draft');
  return draft;
}

/**
 * A version of a plan by its number, locked; the newest that is not a draft when no number is given.
 * @param plan.anyKind also documents that other modules write, such as an allocation
 * @throws Missing
 */
export async function lockNumbered(
  tx: Tx,
  actor: Actor,
  { version, anyKind = false, ...plan }: PlanAddress & { version?: number; anyKind?: boolean },
): Promise<LockedVersion> {
  const { versions, unitId } = await findVersions(tx, actor, plan, anyKind);
  const wanted = versions
    .filter((one) => (version === undefined ? one.status !== 'draft' : one.number === version))
    .filter((one) => one.status !== 'draft' || canSeeDraft(actor, { unitId }))
    .at(-1);
  if (!wanted) throw new Missing('version');
  return lockVersion(tx, actor, wanted.versionId);
}

/** Plans are what has measures or carries no money; other documents are written by other modules. */
function isPlan({ hasMeasures, stage }: { hasMeasures: boolean; stage: Stage | null }): boolean {
  return hasMeasures || stage === null;
}

async function findVersions(tx: Tx, actor: Actor, plan: PlanAddress, anyKind = false) {
  const versions = await listVersions(tx, actor, plan);
  const [first] = versions;
  if (!first || !(anyKind || isPlan(first))) throw new Missing('plan');
  const { documentId, unitId, hasMeasures, stage } = first;
  return { documentId, unitId, hasMeasures, stage, versions };
}

/**
 * Starts the plan of a unit: a new document of a kind with measures, with an empty draft.
 * @throws InvalidInput `plan.unknown`, `plan.wrong-unit-kind`, `plan.years`; Rejection `document.code-taken`
 */
export async function startPlan(
  tx: Tx,
  actor: Actor,
  { scheme, ...input }: StartPlan & { scheme: string },
): Promise<{ document: string; versionId: string }> {
  const { rows } = await sql<{
    schemeId: string;
    firstYear: number;
    lastYear: number;
    kindId: string | null;
    unitKinds: string[] | null;
    unitId: string | null;
    unitKind: string | null;
    amendsId: string | null;
  }>`
    select s.scheme_id, s.first_year, s.last_year, k.kind_id, k.unit_kinds, u.unit_id, u.kind as unit_kind,
           a.document_id as amends_id
      from scheme s
      left join document_kind k on k.institution_id = s.institution_id and k.scheme_id = s.scheme_id
           and k.code = ${input.kind} and (k.has_measures or k.stage is null)
      left join unit u on u.institution_id = s.institution_id and u.code = ${input.unit}
      left join document a on a.institution_id = s.institution_id and a.scheme_id = s.scheme_id
           and a.code = ${input.amends ?? null}
     where s.institution_id = ${actor.institutionId} and s.code = ${scheme}`.execute(tx);
  const [found] = rows;
  if (!found) throw new Missing('scheme');
  const errors: InvalidInput['errors'] = [];
  const wrong = (path: string, code: string, params = {}) => errors.push({ path, code, params });
  if (!found.kindId) wrong('kind', 'plan.unknown', { what: input.kind });
  if (!found.unitId) wrong('unit', 'plan.unknown', { what: input.unit });
  else if (found.unitKinds && !found.unitKinds.includes(found.unitKind!)) {
    wrong('unit', 'plan.wrong-unit-kind', { unit: input.unit });
  }
  if (input.amends && !found.amendsId) wrong('amends', 'plan.unknown', { what: input.amends });
  const period = { first: String(found.firstYear), last: String(found.lastYear) };
  if (input.firstYear < found.firstYear || input.firstYear > input.lastYear)
    wrong('firstYear', 'plan.years', period);
  if (input.lastYear > found.lastYear) wrong('lastYear', 'plan.years', period);
  if (errors.length > 0) throw new InvalidInput(errors);
  if (!canWritePlan(actor, { unitId: found.unitId! })) throw forbidden('plan.write');
  const { versionId } = await createDocument(tx, actor, {
    schemeId: found.schemeId,
    kindId: found.kindId!,
    unitId: found.unitId!,
    code: input.code,
    title: input.title,
    firstYear: input.firstYear,
    lastYear: input.lastYear,
    amendsId: found.amendsId,
  });
  return { document: input.code, versionId };
}

/**
 * Starts the next version of a plan, as a copy of an earlier one: its answers, measures and budget.
 * @throws Missing; Rejection `forbidden`, `version.draft-exists`
 */
export async function startVersion(
  tx: Tx,
  actor: Actor,
  { from, note, ...plan }: StartVersion & PlanAddress,
): Promise<{ versionId: string }> {
  const found = await findVersions(tx, actor, plan);
  if (!canWritePlan(actor, found)) throw forbidden('plan.write');
  const source = from ? found.versions.find((one) => one.number === from) : found.versions.at(-1);
  if (!source) throw new Missing('version');
  // two people who start at once: the second waits here, and then meets the draft of the first
  await lockVersion(tx, actor, source.versionId);
  const versionId = await createDraft(tx, actor, { documentId: found.documentId, note });
  await copySections(tx, actor, source.versionId, versionId);
  await copyMeasures(tx, actor, source.versionId, versionId);
  await copyParts(tx, actor, source.versionId, versionId);
  await copyLines(tx, actor, source.versionId, versionId);
  return { versionId };
}

async function copyMeasures(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  await sql`
    insert into measure_text (institution_id, version_id, measure_id, node_id, name, description, owner, target_group,
                              first_year, last_year, additionality, sort)
    select institution_id, ${to}, measure_id, node_id, name, description, owner, target_group, first_year, last_year,
           additionality, sort
      from measure_text where institution_id = ${actor.institutionId} and version_id = ${from}`.execute(tx);
  await sql`
    insert into measure_node (institution_id, version_id, measure_id, node_id)
    select institution_id, ${to}, measure_id, node_id
      from measure_node where institution_id = ${actor.institutionId} and version_id = ${from}`.execute(tx);
}

async function copyLines(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  const lines = await tx
    .selectFrom('ledgerLine')
    .selectAll()
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', from)
    .execute();
  // by thousands: PostgreSQL takes at most 65,535 parameters in a statement, a line has 17
  for (let i = 0; i < lines.length; i += 1000) {
    const part = lines.slice(i, i + 1000);
    await tx
      .insertInto('ledgerLine')
      .values(part.map((line) => ({ ...line, lineId: newId(), versionId: to })))
      .execute();
  }
}
