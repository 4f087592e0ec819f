import { record } from '#app/audit/audit.server.ts';
import {
  copySections,
  createDocument,
  createDraft,
  type LockedVersion,
  lockVersion,
} from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type FieldError, forbidden, InvalidInput, Missing, Rejection } from '#app/kernel/rejection.ts';
import { freshInputs, readRun } from './allocation.server.ts';
import { listAllocations } from './allocation-list.server.ts';
import type { SaveDraft, StartAllocation } from './draft.input.ts';
import { type OwnMoney, ownMoney } from './own-totals.ts';
import type { Rule } from './rule.ts';
import type { Rerun, RunInputs } from './run.ts';
import { type AllocationSetting, getSetting } from './setting.server.ts';
import { type AllocationDocument, type AllocationVersion, canWriteAllocation } from './version.ts';

type InScheme = { scheme: string };
type OfDocument = InScheme & { document: string };

/**
 * Starts an allocation document with a draft, its rules copied from the version named, else from the one in
 * force for the fund.
 * @param begin what the draft begins with instead: the rules of a scenario, and the amounts given by hand
 * @throws Missing; Rejection `forbidden`, `document.code-taken`; InvalidInput `allocation.kind`, `funding.unknown-fund`
 */
export async function startAllocation(
  tx: Tx,
  actor: Actor,
  { scheme, begin, ...input }: StartAllocation & InScheme & { begin?: Begin },
): Promise<Started> {
  if (!canWriteAllocation(actor)) throw forbidden('allocation.write');
  const setting = await getSetting(tx, actor, scheme);
  const documents = await listAllocations(tx, actor, setting.schemeId);
  const kind = setting.kinds.find((one) => one.code === input.kind);
  const errors: FieldError[] = [];
  if (!kind || kind.unitId === null) {
    errors.push({ path: 'kind', code: 'allocation.kind', params: { kind: input.kind } });
  }
  if (!setting.funds.some((fund) => fund.code === input.fund)) {
    errors.push({ path: 'fund', code: 'funding.unknown-fund', params: { fund: input.fund } });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
  const rules = begin?.rules ?? (await copiedRules(tx, actor, { documents, input }));
  const { documentId, versionId } = await createDocument(tx, actor, {
    schemeId: setting.schemeId,
    kindId: kind!.kindId,
    unitId: kind!.unitId!,
    code: input.code,
    title: input.title,
    firstYear: setting.firstYear,
    lastYear: setting.lastYear,
  });
  const { fund, basis } = input;
  const inputs = { fund, basis, ...(begin ? ownMoney(begin) : { totals: {} }), headCounts: [], earlier: [] };
  await insertRun(tx, actor, { versionId, rules, inputs });
  await record(tx, actor, 'allocation.start', { kind: 'version', id: versionId }, { after: { ...input } });
  return { document: input.code, version: 1, documentId };
}

type Begin = OwnMoney & { rules: Rule[] };
type Started = { document: string; version: number; documentId: string };

type Copying = { documents: AllocationDocument[]; input: StartAllocation };

async function copiedRules(tx: Tx, actor: Actor, { documents, input }: Copying): Promise<Rule[]> {
  const from = input.copy
    ? documents
        .find((one) => one.code === input.copy?.document)
        ?.versions.find((version) => version.number === input.copy?.version)
    : documents.flatMap((one) => one.versions).findLast((v) => v.inForce && v.fund === input.fund);
  if (!from) {
    if (input.copy) throw new Missing('version');
    return [];
  }
  return (await readRun(tx, actor, from.versionId))?.rules ?? [];
}

/**
 * Starts the next version of an allocation with the rules and answers of its last one, to be run on today's money: on the
 * final grant after the provisional one, say. When that money differs, a note says what it changes; it stays with
 * the version and is part of what its hash covers.
 * @throws Missing; Rejection `forbidden`, `version.draft-exists`; InvalidInput `allocation.difference-note`
 */
export async function startNextDraft(
  tx: Tx,
  actor: Actor,
  { scheme, document, note }: OfDocument & { note: string },
): Promise<{ document: string; version: number }> {
  const { setting, found } = await findAllocation(tx, actor, { scheme, document });
  const last = found.versions.findLast((version) => version.status !== 'draft');
  const kept = last ? await readRun(tx, actor, last.versionId) : null;
  const versionId = await createDraft(tx, actor, { documentId: found.documentId, note });
  if (last) await copySections(tx, actor, last.versionId, versionId);
  const { fund = last?.fund ?? '', basis = 'granted' } = kept?.inputs ?? {};
  const own = kept && basis === 'own' ? ownMoney(kept.inputs) : { totals: {} };
  const asked = { fund, basis, ...own, headCounts: [], earlier: [] };
  const fresh = freshInputs(setting, asked, document).totals;
  if (kept?.result && note === '' && isOther(kept.inputs.totals, fresh)) {
    throw new InvalidInput([{ path: 'note', code: 'allocation.difference-note', params: {} }]);
  }
  const rerun = kept?.result && last ? { rerun: rerunOf(last, kept.inputs, note) } : {};
  await insertRun(tx, actor, { versionId, rules: kept?.rules ?? [], inputs: { ...asked, ...rerun } });
  const after = { document, from: last?.number ?? null };
  await record(tx, actor, 'allocation.draft', { kind: 'version', id: versionId }, { after });
  return { document, version: (found.versions.at(-1)?.number ?? 0) + 1 };
}

/** What a next version is held against: a version that was taken back was none, so what it was held against stays. */
function rerunOf(last: AllocationVersion, { rerun }: RunInputs, note: string): Rerun {
  const takenBack = last.status === 'returned' || last.status === 'withdrawn';
  return takenBack && rerun ? { of: rerun.of, note: note || rerun.note } : { of: last.number, note };
}

function isOther(a: Record<string, number>, b: Record<string, number>): boolean {
  return [...Object.keys(a), ...Object.keys(b)].some((year) => a[year] !== b[year]);
}

/**
 * Keeps the rules of a draft. They need not be right yet: what cannot be carried out is said where the draft
 * is shown, and refused when it is submitted.
 * @returns the revision now
 * @throws Missing; Rejection `forbidden`, `allocation.no-draft`, `conflict` (params: `theirs`: rules, basis and totals as JSON)
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  { scheme, document, ...input }: OfDocument & SaveDraft,
): Promise<{ revision: number }> {
  const { setting, draft } = await lockDraft(tx, actor, { scheme, document });
  if (!setting.funds.some((fund) => fund.code === input.fund)) {
    throw new InvalidInput([{ path: 'fund', code: 'funding.unknown-fund', params: { fund: input.fund } }]);
  }
  const { versionId } = draft;
  const kept = await readRun(tx, actor, versionId);
  if ((kept?.revision ?? 0) !== input.revision) {
    const { basis = 'granted', ...own } = kept?.inputs ?? { totals: {} };
    const theirs = JSON.stringify({ rules: kept?.rules ?? [], basis, ...ownMoney(own) });
    throw new Rejection('conflict', { theirs, revision: kept?.revision ?? 0 });
  }
  const { fund, basis, rules, note } = input;
  const before = kept?.inputs.rerun;
  const rerun = before && { rerun: { ...before, note: note ?? before.note } };
  const inputs = {
    fund,
    basis,
    ...(basis === 'own' ? ownMoney(input) : { totals: {} }),
    headCounts: [],
    earlier: [],
    ...rerun,
  };
  if (!kept) await insertRun(tx, actor, { versionId, rules, inputs });
  else {
    await tx
      .updateTable('allocationRun')
      .set((eb) => ({
        rules: JSON.stringify(rules),
        inputs: JSON.stringify(inputs),
        revision: eb('revision', '+', 1),
      }))
      .where('institutionId', '=', actor.institutionId)
      .where('versionId', '=', versionId)
      .execute();
  }
  await record(
    tx,
    actor,
    'allocation.save',
    { kind: 'version', id: versionId },
    {
      before: JSON.parse(JSON.stringify(kept && { rules: kept.rules, inputs: kept.inputs })),
      after: JSON.parse(JSON.stringify({ rules, inputs })),
    },
  );
  return { revision: kept ? kept.revision + 1 : 1 };
}

/** An allocation that the actor may write. @throws Missing; Rejection `forbidden` */
export async function findAllocation(tx: Tx, actor: Actor, { scheme, document }: OfDocument) {
  const setting = await getSetting(tx, actor, scheme);
  const found = (await listAllocations(tx, actor, setting.schemeId)).find((one) => one.code === document);
  if (!found) throw new Missing('allocation');
  if (!canWriteAllocation(actor)) throw forbidden('allocation.write');
  return { setting, found };
}

export type LockedDraft = {
  setting: AllocationSetting;
  found: AllocationDocument;
  version: AllocationVersion;
  draft: LockedVersion;
};

/** The draft of an allocation, nobody else writing it meanwhile. @throws Missing; Rejection `forbidden`, `allocation.no-draft` */
export async function lockDraft(tx: Tx, actor: Actor, address: OfDocument): Promise<LockedDraft> {
  const { setting, found } = await findAllocation(tx, actor, address);
  const version = found.versions.find((one) => one.status === 'draft');
  if (!version) throw new Rejection('allocation.no-draft', { document: address.document });
  const draft = await lockVersion(tx, actor, version.versionId);
  if (draft.status !== 'draft') throw new Rejection('allocation.no-draft', { document: address.document });
  return { setting, found, version, draft };
}

type NewRun = { versionId: string; rules: Rule[]; inputs: RunInputs };

export async function insertRun(tx: Tx, actor: Actor, { versionId, rules, inputs }: NewRun): Promise<void> {
  const { institutionId } = actor;
  await tx
    .insertInto('allocationRun')
    .values({
      institutionId,
      versionId,
      rules: JSON.stringify(rules),
      inputs: JSON.stringify(inputs),
      // of a draft nothing is kept: it is run anew each time it is shown
      result: 'null',
    })
    .execute();
}
