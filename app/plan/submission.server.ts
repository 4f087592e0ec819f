import { lockVersion } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { forbidden, type Reason, Rejection } from '#app/kernel/rejection.ts';
import { freezeVersion } from '#app/ledger/freeze.server.ts';
import { shapeProblems } from './change.ts';
import { readStatements } from './change-read.server.ts';
import type { PlanAddress } from './draft.server.ts';
import { measuresContent } from './measure.server.ts';
import { getPlan, getPlanHead, type Plan } from './plan.server.ts';
import { canSubmitPlan } from './plan.ts';
import { partsContent } from './plan-content.server.ts';

/** What the module that submits knows more of: what stands in the way, and what freezes with the content. */
export type MoreToSubmit = (draft: Plan) => Promise<{ blockers?: Reason[]; parts?: Record<string, Json> }>;

/**
 * Submits the draft of a plan: freezes its answers, measures and budget under one hash.
 * @returns the number of the version and the hash that decisions will name
 * @throws Missing; Rejection `forbidden`, `plan.no-draft`, `plan.incomplete` with each blocker in words
 */
export async function submitPlan(
  tx: Tx,
  actor: Actor,
  plan: PlanAddress,
  moreOf: MoreToSubmit = async () => ({}),
): Promise<{ version: number; hash: string }> {
  const head = await getPlanHead(tx, actor, plan);
  if (!canSubmitPlan(actor, head)) throw forbidden('plan.submit');
  const draft = head.versions.find((version) => version.status === 'draft');
  if (!draft) throw new Rejection('plan.no-draft');
  // locked before it is judged: nobody writes between the judgement and the freeze
  const locked = await lockVersion(tx, actor, draft.versionId);
  if (locked.status !== 'draft') throw new Rejection('plan.no-draft');
  const read = await getPlan(tx, actor, { ...plan, version: draft.number });
  const { gaps } = read;
  const extra = await moreOf(read);
  const [said] = await readStatements(tx, actor, [draft.versionId]);
  const broken = (said?.changes ?? []).filter((change) => shapeProblems(change).length > 0);
  const blockers = [
    ...gaps.filter((gap) => gap.blocker).map(({ code, params }) => ({ code, params })),
    ...(extra.blockers ?? []),
    ...broken.map((change) => ({ code: 'change.broken', params: { change: change.code } })),
  ];
  if (blockers.length > 0) throw new Rejection('plan.incomplete', { count: blockers.length }, blockers);
  const measures = await measuresContent(tx, actor, draft.versionId);
  const more = await partsContent(tx, actor, draft.versionId);
  const hash = await freezeVersion(tx, actor, locked, { parts: { measures, ...more, ...extra.parts } });
  return { version: draft.number, hash };
}
