import { openQuestions } from '#app/document/answer.server.ts';
import type { LockedVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { InvalidInput, Rejection } from '#app/kernel/rejection.ts';
import { freezeVersion } from '#app/ledger/freeze.server.ts';
import { freshInputs, readRun } from './allocation.server.ts';
import { refuseUncarried } from './carry-over-draft.server.ts';
import { lockDraft } from './draft.server.ts';
import type { Aside, Line } from './receiver.ts';
import { type Run, runContent, runOf } from './run.ts';
import { type AllocationSetting, boundsOf, excesses } from './setting.server.ts';

type OfDocument = { scheme: string; document: string };

/**
 * Submits the draft of an allocation: runs its rules on the money and head counts of now, and freezes rules,
 * evidence, steps and lines under one hash.
 * @returns the number of the version and the hash that the decision will name
 * @throws Missing; Rejection `forbidden`, `allocation.no-draft`, `allocation.over-granted` with each year,
 *   `allocation.unanswered` with each question that its kind requires an answer to;
 *   InvalidInput with everything that is wrong with the rules
 */
export async function submitAllocation(
  tx: Tx,
  actor: Actor,
  { scheme, document, revision }: OfDocument & { revision?: number },
): Promise<{ version: number; hash: string }> {
  const { setting, found, version, draft } = await lockDraft(tx, actor, { scheme, document });
  const kept = await readRun(tx, actor, draft.versionId);
  if (!kept || kept.rules.length === 0) throw new Rejection('allocation.no-rules');
  if (revision !== undefined && revision !== kept.revision) {
    throw new Rejection('conflict', { theirs: JSON.stringify(kept.rules), revision: kept.revision });
  }
  const open = await openQuestions(tx, actor, draft);
  if (open.length > 0) throw new Rejection('allocation.unanswered', { count: open.length }, open);
  const run = runOf(kept.rules, freshInputs(setting, kept.inputs, document), boundsOf(setting));
  refuseNothing(run);
  refuseExcess(setting, { fund: run.inputs.fund, document: found.code, lines: run.result.lines });
  await writeLines(tx, actor, { setting, draft, run });
  await keepRun(tx, actor, draft.versionId, run);
  const hash = await freezeVersion(tx, actor, draft, { parts: { allocation: runContent(run) } });
  return { version: version.number, hash };
}

/** @throws InvalidInput `allocation.no-money` when the fund has no amount to divide in any year */
function refuseNothing({ inputs: { fund, basis, totals, pm = [] } }: Run): void {
  if (Object.keys(totals).length + pm.length > 0) return;
  throw new InvalidInput([{ path: 'totals', code: 'allocation.no-money', params: { fund, basis } }]);
}

/** @throws Rejection `allocation.over-granted`, each year with the amount short */
function refuseExcess(
  setting: AllocationSetting,
  giving: { fund: string; document: string; lines: readonly Line[] },
): void {
  const over = excesses(setting, giving);
  if (over.length === 0) return;
  throw new Rejection(
    'allocation.over-granted',
    { fund: giving.fund, count: over.length },
    over.map((params) => ({ code: 'allocation.over-granted-year', params })),
  );
}

type Writing = { setting: AllocationSetting; draft: LockedVersion; run: Run };

async function writeLines(tx: Tx, actor: Actor, { setting, draft, run }: Writing): Promise<void> {
  const unitIds = new Map(setting.units.map((unit) => [unit.code, unit.unitId]));
  const nodeIds = new Map(setting.themes.map((theme) => [theme.code, theme.nodeId]));
  const { fundId } = setting.funds.find((fund) => fund.code === run.inputs.fund)!;
  const { lines, asides = [] } = run.result;
  const quantities = [
    ...lines.map((line) => {
      const provisional = line.provisional || run.inputs.provisional?.includes(line.year);
      return {
        ...line,
        quantity: { cents: line.cents, mark: provisional ? ('provisional' as const) : null },
      };
    }),
    ...asides.map((aside) => ({ ...aside, quantity: quantityOf(aside) })),
  ];
  if (quantities.length === 0) return;
  await tx
    .insertInto('ledgerLine')
    .values(
      quantities.map(({ unit, node, year, quantity }, sort) => ({
        institutionId: actor.institutionId,
        lineId: newId(),
        versionId: draft.versionId,
        stage: 'allocated' as const,
        schemeId: setting.schemeId,
        fundId,
        // what is for a theme and not yet for a unit stays with the unit that allocates
        unitId: unit === null ? draft.unitId : unitIds.get(unit)!,
        nodeId: node === null ? null : nodeIds.get(node)!,
        year,
        ...quantity,
        sort,
      })),
    )
    .execute();
}

/** A memo's amount stands apart from those that are summed. */
function quantityOf({ cents, pm, memo }: Aside) {
  const mark = pm ? ('pm' as const) : null;
  return memo ? { cents: null, memo, memoCents: cents, mark } : { cents, mark };
}

async function keepRun(tx: Tx, actor: Actor, versionId: string, run: Run): Promise<void> {
  const { inputs, result } = runContent(run);
  await tx
    .updateTable('allocationRun')
    .set((eb) => ({
      inputs: JSON.stringify(inputs),
      result: JSON.stringify(result),
      revision: eb('revision', '+', 1),
    }))
    .where('institutionId', '=', actor.institutionId)
    .where('versionId', '=', versionId)
    .execute();
}

/**
 * Refuses to put an allocation in force that, with the others in force, gives out more than was granted.
 * The caller holds `lockScheme`, taken before the version's own lock.
 * @throws Rejection `allocation.over-granted`, each year with the amount short; `carry.no-longer` for
 *   carry-overs that the figures no longer bear
 */
export async function refuseOverGranted(
  tx: Tx,
  actor: Actor,
  { setting, document, versionId }: { setting: AllocationSetting; document: string; versionId: string },
): Promise<void> {
  const run = await readRun(tx, actor, versionId);
  if (run?.result) refuseExcess(setting, { fund: run.inputs.fund, document, lines: run.result.lines });
  else await refuseUncarried(tx, actor, { setting, document, versionId });
}

/**
 * Locks a scheme until the end of the transaction: its allocations are decided one after the other, so that
 * each sees what the one before gave out. Everybody takes it before a version's lock, so that two deciders
 * never wait for each other.
 */
export async function lockScheme(tx: Tx, actor: Actor, schemeId: string): Promise<void> {
  await tx
    .selectFrom('scheme')
    .select('schemeId')
    .where('institutionId', '=', actor.institutionId)
    .where('schemeId', '=', schemeId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}
