import { sql } from 'kysely';
import { record } from '#app/audit/audit.server.ts';
import { openQuestions } from '#app/document/answer.server.ts';
import { copySections, createDocument, createDraft, lockVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { type FieldError, forbidden, InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { freezeVersion } from '#app/ledger/freeze.server.ts';
import type { SaveCarry, StartCarry } from './carry-over.input.ts';
import { type CarryView, getCarryOver, problemsOf, readCarries, readYearEnds } from './carry-over.server.ts';
import { type Carry, carryLines, proposeCarry } from './carry-over.ts';
import { type AllocationSetting, getSetting } from './setting.server.ts';
import { canWriteAllocation } from './version.ts';

type OfDocument = { scheme: string; document: string };

/**
 * Starts a carry-over document whose draft proposes all that a year leaves over, as far as the rule allows.
 * @throws Missing; Rejection `forbidden`, `carry.no-rule`, `carry.nothing-left`, `document.code-taken`;
 *   InvalidInput `carry.…` for the years
 */
export async function startCarryOver(
  tx: Tx,
  actor: Actor,
  { scheme, ...input }: StartCarry & { scheme: string },
): Promise<{ document: string; version: number; count: number }> {
  if (!canWriteAllocation(actor)) throw forbidden('allocation.write');
  const setting = await getSetting(tx, actor, scheme);
  const kind = setting.carryKinds.find((one) => input.kind === undefined || one.code === input.kind);
  if (!kind || kind.unitId === null) throw new Rejection('carry.no-rule');
  const last = kind.rule.lastYear ?? setting.lastYear;
  const errors: FieldError[] = [];
  const params = { year: String(input.year), to: String(input.to), last: String(last) };
  if (input.year < setting.firstYear || input.year > setting.lastYear) {
    const period = { first: String(setting.firstYear), last: String(setting.lastYear) };
    errors.push({ path: 'year', code: 'carry.year-outside', params: { ...params, ...period } });
  }
  if (input.to <= input.year) errors.push({ path: 'to', code: 'carry.not-later', params });
  else if (input.to > last) errors.push({ path: 'to', code: 'carry.too-late', params });
  if (errors.length > 0) throw new InvalidInput(errors);
  const ends = await readYearEnds(tx, actor, { setting, document: null });
  const carries = proposeCarry(ends, kind.rule, input);
  if (carries.length === 0) throw new Rejection('carry.nothing-left', params);
  const { documentId, versionId } = await createDocument(tx, actor, {
    ...{ schemeId: setting.schemeId, kindId: kind.kindId, unitId: kind.unitId },
    ...{ code: input.code, title: input.title },
    ...{ firstYear: Math.min(input.year, input.to), lastYear: Math.max(input.year, input.to) },
  });
  await writeCarries(tx, actor, { setting, versionId, carries, reason: input.reason });
  const subject = { kind: 'version', id: versionId };
  await record(tx, actor, 'carry-over.start', subject, { after: { ...input, documentId, carries } });
  return { document: input.code, version: 1, count: carries.length };
}

type Writing = { setting: AllocationSetting; versionId: string; carries: readonly Carry[]; reason: string };

async function writeCarries(
  tx: Tx,
  actor: Actor,
  { setting, versionId, carries, reason }: Writing,
): Promise<void> {
  const { institutionId } = actor;
  const fundIds = new Map(setting.funds.map((fund) => [fund.code, fund.fundId]));
  const unitIds = new Map(setting.units.map((unit) => [unit.code, unit.unitId]));
  await tx
    .deleteFrom('ledgerLine')
    .where('institutionId', '=', institutionId)
    .where('versionId', '=', versionId)
    .execute();
  const lines = carryLines(carries);
  if (lines.length > 0) {
    await tx
      .insertInto('ledgerLine')
      .values(
        lines.map(({ fund, unit, ...line }, sort) => ({
          ...{ institutionId, lineId: newId(), versionId, stage: 'allocated' as const },
          ...{ schemeId: setting.schemeId, fundId: fundIds.get(fund)!, unitId: unitIds.get(unit)! },
          ...line,
          sort,
        })),
      )
      .execute();
  }
  await tx
    .updateTable('version')
    .set((eb) => ({ note: reason, revision: eb('revision', '+', 1) }))
    .where('institutionId', '=', institutionId)
    .where('versionId', '=', versionId)
    .execute();
}

/** The draft of a carry-over document, nobody else writing it meanwhile. */
async function lockCarryDraft(tx: Tx, actor: Actor, address: OfDocument, seen: number | undefined) {
  const view = await getCarryOver(tx, actor, { ...address, version: null });
  if (!canWriteAllocation(actor)) throw forbidden('allocation.write');
  const refused = new Rejection('allocation.no-draft', { document: address.document });
  if (view.version.status !== 'draft') throw refused;
  const draft = await lockVersion(tx, actor, view.version.versionId);
  if (draft.status !== 'draft') throw refused;
  if (seen !== undefined && seen !== draft.revision) {
    const { carries } = await readCarries(tx, actor, draft.versionId);
    throw new Rejection('conflict', { theirs: JSON.stringify(carries), revision: draft.revision });
  }
  return { view, draft };
}

/**
 * Keeps what a draft carries over. It need not be right yet: what stands in its way is shown with it, and
 * refused when it is submitted. Zero takes a carry-over away.
 * @returns the revision now, and what stands in the way
 * @throws Missing; Rejection `forbidden`, `allocation.no-draft`, `conflict` (params: `theirs` as JSON);
 *   InvalidInput `carry.no-money` for a unit or fund that the scheme does not know
 */
export async function saveCarryOver(
  tx: Tx,
  actor: Actor,
  { scheme, document, ...input }: OfDocument & SaveCarry,
): Promise<{ revision: number; problems: FieldError[] }> {
  const { view, draft } = await lockCarryDraft(tx, actor, { scheme, document }, input.revision);
  const { setting, kind, ends } = view;
  const unknown = input.carries.flatMap(({ fund, unit, year }, index): FieldError[] => {
    const known =
      setting.funds.some((one) => one.code === fund) && setting.units.some((one) => one.code === unit);
    const params = { fund, unit, year: String(year) };
    return known ? [] : [{ path: `carries.${index}.cents`, code: 'carry.no-money', params }];
  });
  if (unknown.length > 0) throw new InvalidInput(unknown);
  const carries = input.carries.filter((carry) => carry.cents !== 0);
  await writeCarries(tx, actor, { setting, versionId: draft.versionId, carries, reason: input.reason });
  await record(
    tx,
    actor,
    'carry-over.save',
    { kind: 'version', id: draft.versionId },
    {
      before: { carries: view.carries, reason: view.version.note },
      after: { carries, reason: input.reason },
    },
  );
  const problems = problemsOf({ setting, kind, ends, carries, reason: input.reason });
  return { revision: draft.revision + 1, problems };
}

/**
 * Submits the draft: freezes its lines under one hash.
 * @throws Missing; Rejection `forbidden`, `allocation.no-draft`, `conflict`, `allocation.unanswered`;
 *   InvalidInput `carry.…` with everything that is wrong
 */
export async function submitCarryOver(
  tx: Tx,
  actor: Actor,
  { scheme, document, revision }: OfDocument & { revision?: number },
): Promise<{ version: number; hash: string }> {
  const { view, draft } = await lockCarryDraft(tx, actor, { scheme, document }, revision);
  const problems = problemsOf({ ...view, reason: view.version.note });
  if (problems.length > 0) throw new InvalidInput(problems);
  const open = await openQuestions(tx, actor, draft);
  if (open.length > 0) throw new Rejection('allocation.unanswered', { count: open.length }, open);
  const hash = await freezeVersion(tx, actor, draft);
  return { version: view.version.number, hash };
}

/**
 * Starts the next version of a carry-over document with what the last one carries.
 * @throws Missing; Rejection `forbidden`, `version.draft-exists`
 */
export async function startCarryDraft(
  tx: Tx,
  actor: Actor,
  address: OfDocument,
): Promise<{ document: string; version: number }> {
  const view = await getCarryOver(tx, actor, { ...address, version: null });
  if (!canWriteAllocation(actor)) throw forbidden('allocation.write');
  const { setting, document, version, carries } = view;
  const versionId = await createDraft(tx, actor, { documentId: document.documentId, note: version.note });
  await copySections(tx, actor, version.versionId, versionId);
  await writeCarries(tx, actor, { setting, versionId, carries, reason: version.note });
  const subject = { kind: 'version', id: versionId };
  await record(tx, actor, 'carry-over.draft', subject, {
    after: { document: document.code, from: version.number },
  });
  return { document: document.code, version: version.number + 1 };
}

/**
 * Refuses to put carry-overs in force that the figures of now no longer bear: a report came in or was
 * corrected since they were submitted, or another carry-over took what was left. The caller holds `lockScheme`.
 * @throws InvalidInput `carry.…`
 */
export async function refuseUncarried(
  tx: Tx,
  actor: Actor,
  { setting, document, versionId }: { setting: AllocationSetting; document: string; versionId: string },
): Promise<void> {
  const { rows } = await sql<{ kind: string; note: string }>`
    select k.code as kind, v.note from version v
      join document d on d.institution_id = v.institution_id and d.document_id = v.document_id
      join document_kind k on k.institution_id = d.institution_id and k.kind_id = d.kind_id
     where v.institution_id = ${actor.institutionId} and v.version_id = ${versionId}`.execute(tx);
  const kind = setting.carryKinds.find((one) => one.code === rows[0]?.kind);
  if (!kind) return;
  const { carries } = await readCarries(tx, actor, versionId);
  const ends = await readYearEnds(tx, actor, { setting, document });
  const problems: CarryView['problems'] = problemsOf({ setting, kind, ends, carries, reason: rows[0]!.note });
  if (problems.length === 0) return;
  throw new Rejection(
    'carry.no-longer',
    { count: problems.length },
    problems.map(({ code, params }) => ({ code, params })),
  );
}
