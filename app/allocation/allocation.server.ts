import { isPresent, presently, type VersionMoment } from '#app/document/version-at.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { type FieldError, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { rulesSchema } from './allocation.input.ts';
import { listAllocations } from './allocation-list.server.ts';
import { compareAllocations, type Difference } from './comparison.ts';
import { resultOfLines } from './line-result.server.ts';
import { ownMoney } from './own-totals.ts';
import { changeOf, hasNewMoney, type MoneyChange } from './rerun.ts';
import type { Rule } from './rule.ts';
import { type RunRequest, runInputsSchema } from './run.input.ts';
import { byYear, type Rerun, type Run, type RunInputs, runOf } from './run.ts';
import {
  type AllocationSetting,
  boundsOf,
  evidenceOf,
  getSetting,
  provisionalYears,
  totalsOf,
} from './setting.server.ts';
import type { AllocationDocument, AllocationResult, AllocationRules, AllocationVersion } from './version.ts';

/** Which version: the number, or the newest that the reader may see. */
export type AllocationAddress = {
  scheme: string;
  document: string;
  version?: number | null;
  moment?: VersionMoment;
};

export type AllocationView = {
  setting: AllocationSetting;
  document: AllocationDocument;
  version: AllocationVersion;
  rules: AllocationRules | null;
  /** null when the rules of a draft cannot be carried out: `problems` says why */
  result: AllocationResult | null;
  problems: FieldError[];
  /** a version that its rules were run again after, on other money: what changed, and the note on it */
  since: (MoneyChange & Rerun) | null;
  /** of a version in force, when the money that its rules divide has changed: what they would give now */
  newMoney: MoneyChange | null;
  /** of a version in force: years whose money was provisional when it ran, and is final now */
  settled: number[];
};

/**
 * One version of an allocation: its rules and what each receiver gets, with the steps behind it. A draft is
 * run on the money and head counts of the moment. Without a number it is the version in force at an earlier moment,
 * else the newest. Eight statements at most.
 * @throws Missing
 */
export async function getAllocation(
  tx: Tx,
  actor: Actor,
  address: AllocationAddress,
): Promise<AllocationView> {
  const { moment = presently } = address;
  const setting = await getSetting(tx, actor, address.scheme, moment);
  const documents = await listAllocations(tx, actor, setting.schemeId, moment);
  return viewOf(tx, actor, { setting, documents, address });
}

type Reading = { setting: AllocationSetting; documents: AllocationDocument[]; address: AllocationAddress };

async function viewOf(
  tx: Tx,
  actor: Actor,
  { setting, documents, address }: Reading,
): Promise<AllocationView> {
  const document = documents.find((one) => one.code === address.document);
  if (!document) throw new Missing('allocation');
  const then = address.moment !== undefined && !isPresent(address.moment);
  const inForce = then ? document.versions.find((one) => one.inForce) : undefined;
  const version =
    address.version == null
      ? (inForce ?? document.versions.at(-1))
      : document.versions.find((one) => one.number === address.version);
  if (!version) throw new Missing('version');
  const kept = await readRun(tx, actor, version.versionId);
  const tried = kept ? tryRun(setting, { ...kept, document: document.code }) : { run: null, problems: [] };
  const rules = kept && rulesOf(kept);
  const common = { setting, document, version, rules, problems: [], settled: [] };
  const changes = { since: null, newMoney: null };
  // what was a draft then, and was handed in since, is shown as it was handed in
  if (version.status === 'draft' && version.hash === null) {
    const since = await sinceOf(tx, actor, { document, kept, run: tried.run });
    const result = tried.run && resultOfRun(tried.run);
    return { ...common, ...changes, since, result, problems: tried.problems };
  }
  if (!kept?.result) {
    return { ...common, ...changes, result: await resultOfLines(tx, actor, version.versionId) };
  }
  const run = { ...kept, result: kept.result };
  const since = await sinceOf(tx, actor, { document, kept, run });
  const totals = freshInputs(setting, kept.inputs, document.code).totals;
  const change = changeOf(run, { ...tried, totals });
  const newMoney = version.inForce && hasNewMoney(change) ? change : null;
  const still = provisionalYears(setting, kept.inputs);
  const settled = version.inForce
    ? (kept.inputs.provisional ?? []).filter((year) => !still.includes(year))
    : [];
  return { ...common, since, newMoney, settled, result: resultOfRun(run) };
}

type Since = { document: AllocationDocument; kept: Kept | null; run: Run | null };

/** What running again changed, against the version it was run again after. */
async function sinceOf(
  tx: Tx,
  actor: Actor,
  { document, kept, run }: Since,
): Promise<AllocationView['since']> {
  const rerun = kept?.inputs.rerun;
  const before = rerun && document.versions.find((one) => one.number === rerun.of);
  const from = before && (await readRun(tx, actor, before.versionId));
  if (!rerun || !from?.result) return null;
  const totals = run?.inputs.totals ?? {};
  const change = changeOf({ ...from, result: from.result }, { run, problems: [], totals });
  return { ...change, ...rerun };
}

type Kept = { rules: Rule[]; inputs: RunInputs; result: Run['result'] | null; revision: number };

/** @returns what a version was run on; null when it was recorded without rules */
export async function readRun(tx: Tx, actor: Actor, versionId: string): Promise<Kept | null> {
  const row = await tx
    .selectFrom('allocationRun')
    .select(['rules', 'inputs', 'result', 'revision'])
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', versionId)
    .executeTakeFirst();
  if (!row) return null;
  // Imported runs of other make are shown by their ledger lines.
  const rules = rulesSchema.safeParse(row.rules);
  const inputs = runInputsSchema.safeParse(row.inputs);
  if (!rules.success || !inputs.success) return null;
  const { totals = {}, headCounts = [], earlier = [], ...rest } = inputs.data;
  return {
    rules: rules.data,
    inputs: { ...rest, totals, headCounts, earlier },
    result: row.result as Run['result'] | null,
    revision: row.revision,
  };
}

function rulesOf({ rules, inputs, revision }: Kept): AllocationRules {
  const { fund, basis } = inputs;
  return { rules, fund, basis, own: basis === 'own' ? ownMoney(inputs) : { totals: {} }, revision };
}

/** A draft's rules on today's money and counts; never throws for what is wrong with them. */
export function tryRun(
  setting: AllocationSetting,
  { rules, inputs, document }: { rules: Rule[]; inputs: RunInputs; document: string | null },
): { run: Run | null; problems: FieldError[] } {
  try {
    return { run: runOf(rules, freshInputs(setting, inputs, document), boundsOf(setting)), problems: [] };
  } catch (thrown) {
    if (thrown instanceof InvalidInput) return { run: null, problems: thrown.errors };
    throw thrown;
  }
}

/** The inputs of a draft as they are now; amounts given by hand stay. */
export function freshInputs(
  setting: AllocationSetting,
  inputs: RunInputs,
  document: string | null,
): RunInputs {
  const { fund, basis } = inputs;
  const totals = basis === 'own' ? inputs.totals : totalsOf(setting, { fund, basis, document });
  const provisional = provisionalYears(setting, inputs);
  const pm = basis === 'own' ? (inputs.pm ?? []) : [];
  return {
    ...{ fund, basis, totals, ...evidenceOf(setting, fund) },
    ...(provisional.length > 0 && { provisional }),
    ...(pm.length > 0 && { pm }),
    ...(inputs.rerun && { rerun: inputs.rerun }),
  };
}

function resultOfRun({ inputs, result }: Run): AllocationResult {
  const { provisional = [], totals } = inputs;
  return { totals, ...result, provisional, asides: result.asides ?? [] };
}

/**
 * Runs rules without storing anything: on what the scheme knows, or on the totals, counts and earlier
 * amounts that are sent.
 * @throws Missing; InvalidInput with everything that is wrong at once
 */
export async function runAllocation(
  tx: Tx,
  actor: Actor,
  { scheme, rules, ...request }: RunRequest & { scheme: string; rules: Rule[] },
): Promise<Run> {
  const setting = await getSetting(tx, actor, scheme);
  if (!setting.funds.some((fund) => fund.code === request.fund)) {
    const params = { fund: request.fund };
    throw new InvalidInput([{ path: 'fund', code: 'funding.unknown-fund', params }]);
  }
  const { totals = {}, headCounts, earlier, fund } = request;
  const basis = request.totals || request.pm ? 'own' : request.basis;
  const money = ownMoney({ ...request, totals });
  const fresh = freshInputs(setting, { fund, basis, ...money, headCounts: [], earlier: [] }, null);
  const inputs = { ...fresh, ...(headCounts && { headCounts }), ...(earlier && { earlier }) };
  return runOf(rules, inputs, boundsOf(setting));
}

type OfScheme = Omit<AllocationAddress, 'scheme'>;
export type AllocationComparison = { a: AllocationView; b: AllocationView; differences: Difference[] };

/** Two versions, of one document or of two, side by side. @throws Missing */
export async function compareVersions(
  tx: Tx,
  actor: Actor,
  { scheme, a, b }: { scheme: string; a: OfScheme; b: OfScheme },
): Promise<AllocationComparison> {
  const setting = await getSetting(tx, actor, scheme);
  const documents = await listAllocations(tx, actor, setting.schemeId);
  const one = await viewOf(tx, actor, { setting, documents, address: { ...a, scheme } });
  const two = await viewOf(tx, actor, { setting, documents, address: { ...b, scheme } });
  const side = ({ result }: AllocationView) => ({
    lines: result?.lines ?? [],
    unallocated: byYear(result?.unallocated ?? {}),
  });
  return { a: one, b: two, differences: compareAllocations(side(one), side(two)) };
}
