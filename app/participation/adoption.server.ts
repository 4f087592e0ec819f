import { getSetting } from '#app/allocation/setting.server.ts';
import { lockScheme, refuseOverGranted } from '#app/allocation/submission.server.ts';
import { record } from '#app/audit/audit.server.ts';
import { lockVersion, moveVersion, putInForce } from '#app/document/document.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { isoDate } from '#app/kernel/clock.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { dayAfter } from '#app/kernel/period.ts';
import { forbidden, InvalidInput, Missing, type Reason, Rejection } from '#app/kernel/rejection.ts';
import { momentOf } from '#app/ledger/money.server.ts';
import type { PlanAddress } from '#app/plan/draft.server.ts';
import { getPlanHead, type PlanHead } from '#app/plan/plan.server.ts';
import { blockers, type DecisionFact, type RightRule } from './adoption.ts';
import { earliestAdoption } from './adoption-date.ts';
import { type AdoptingBody, adoptingBodies, adoptPermission, canAdopt } from './decision.ts';
import type { AdoptInput } from './participation.input.ts';
import { readBodies, readDecisionFacts, readRights } from './right.server.ts';
import { refuseSilentRise, untraceableOfAdoption } from './trace-rise.server.ts';
import { type Untraceable, untraceableOf } from './trace-total.ts';

export type Adoption = {
  head: PlanHead;
  version: PlanHead['versions'][number];
  rights: RightRule[];
  decisions: DecisionFact[];
  blockers: Reason[];
  /** for which the actor may record the adoption; empty when they may not adopt */
  bodies: AdoptingBody[];
  mayAdopt: boolean;
};

/**
 * What stands between a version and its adoption. Four statements.
 * @param plan.version the number; the newest that is not a draft when left out
 * @throws Missing
 */
export async function getAdoption(
  tx: Tx,
  actor: Actor,
  { version: number, now, ...plan }: PlanAddress & { version?: number | null; now: Date },
): Promise<Adoption> {
  const head = await getPlanHead(tx, actor, plan);
  const version = head.versions
    .filter((one) => (number == null ? one.status !== 'draft' : one.number === number))
    .at(-1);
  if (!version) throw new Missing('version');
  const rights = await readRights(tx, actor, head);
  const decisions = await readDecisionFacts(tx, actor, head.documentId);
  const all = await readBodies(tx, actor, head.unitId);
  const bodies = adoptingBodies(actor, head, {
    bodies: all,
    rightKinds: rights.map((rule) => rule.bodyKind),
  });
  const mayAdopt = canAdopt(actor, {
    unitId: head.unitId,
    stage: head.stage,
    bodyIds: all.map((body) => body.bodyId),
  });
  return {
    head,
    version,
    rights,
    decisions,
    blockers: blockers(version, decisions, rights, isoDate(now)),
    bodies,
    mayAdopt,
  };
}

/**
 * What adopting would make untraceable; nothing while something stands in the way. At most six statements.
 * @param at when it would come in force
 */
export async function adoptionRise(
  tx: Tx,
  actor: Actor,
  { head, version, blockers: waiting }: Pick<Adoption, 'head' | 'version' | 'blockers'>,
  at: Date,
): Promise<Untraceable> {
  if (head.stage === null || version.status !== 'submitted' || waiting.length > 0) return untraceableOf([]);
  const { schemeId, documentId } = head;
  return untraceableOfAdoption(tx, actor, { schemeId, documentId, versionId: version.versionId, at });
}

/**
 * Adopts a submitted version of any kind of document: records the board's decision on its hash and puts it in force from a day on,
 * in place of the version before it. Of two people who adopt at once, one wins; the other is refused.
 * @throws Missing; InvalidInput `adopt.hash`, `adopt.body`, `decision.date-future`, `adopt.date-early`,
 *   `adopt.from-early`; Rejection `forbidden`, `version.wrong-status`, `adopt.blocked` with each blocker,
 *   `trace.rise` when it would make euros untraceable and gives no reason
 */
export async function adoptVersion(
  tx: Tx,
  actor: Actor,
  { scheme, document, now, ...input }: PlanAddress & AdoptInput & { now: Date },
): Promise<{ decisionId: string; head: PlanHead }> {
  const head = await getPlanHead(tx, actor, { scheme, document });
  const wanted = head.versions.find((version) => version.number === input.version);
  if (!wanted) throw new Missing('version');
  const divides = head.stage === 'allocated';
  if (divides) await lockScheme(tx, actor, head.schemeId);
  const locked = await lockVersion(tx, actor, wanted.versionId);
  // read after the lock: what a council recorded meanwhile counts, and a second adoption sees the first
  const adoption = await getAdoption(tx, actor, { scheme, document, version: input.version, now });
  if (!adoption.mayAdopt) throw forbidden(adoptPermission(head.stage));
  if (locked.status !== 'submitted') {
    throw new Rejection('version.wrong-status', { status: locked.status, action: 'adopt' });
  }
  const { body, decidedOn, from } = checkAdoption(adoption, input, { hash: locked.contentHash!, now });
  if (adoption.blockers.length > 0) {
    throw new Rejection('adopt.blocked', { count: adoption.blockers.length }, adoption.blockers);
  }
  if (divides) {
    const setting = await getSetting(tx, actor, scheme);
    await refuseOverGranted(tx, actor, { setting, document: head.code, versionId: locked.versionId });
  }
  const start = new Date(momentOf(dayAfter(from, -1)).at.getTime() + 1);
  const rise = await adoptionRise(tx, actor, adoption, start > now ? start : now);
  const why = input.untraceable ?? '';
  refuseSilentRise(actor, rise, why);
  const decisionId = newId();
  await tx
    .insertInto('decision')
    .values({
      institutionId: actor.institutionId,
      decisionId,
      versionId: locked.versionId,
      versionHash: locked.contentHash!,
      bodyId: body.bodyId,
      ruleId: null,
      kind: 'adoption',
      question: head.title,
      basis: '',
      askedOn: decidedOn,
      outcome: 'given',
      decidedOn,
      reasons: input.reasons,
      ...{ askedAt: now, decidedAt: now },
    })
    .execute();
  const note = rise.cents > 0 ? [wanted.note, why].filter(Boolean).join(' · ') : undefined;
  await moveVersion(tx, actor, locked, 'adopt', { at: now, note });
  await putInForce(tx, actor, { documentId: locked.documentId, versionId: locked.versionId, from: start });
  await record(
    tx,
    actor,
    'decision.adopt',
    { kind: 'decision', id: decisionId },
    {
      after: {
        ...{ version: input.version, hash: locked.contentHash, body: body.code, decidedOn, from },
        ...(rise.cents > 0 && { untraceable: { ...rise, reason: why } }),
      },
    },
  );
  return { decisionId, head };
}

function checkAdoption(
  adoption: Adoption,
  input: AdoptInput,
  { hash, now }: { hash: string; now: Date },
): { body: AdoptingBody; decidedOn: string; from: string } {
  const today = isoDate(now);
  const decidedOn = input.decidedOn ?? today;
  const from = input.from ?? decidedOn;
  const errors: InvalidInput['errors'] = [];
  if (input.hash !== hash) errors.push({ path: 'hash', code: 'adopt.hash', params: {} });
  const body =
    input.body === undefined && adoption.bodies.length === 1
      ? adoption.bodies[0]
      : adoption.bodies.find((one) => one.code === input.body);
  if (!body) errors.push({ path: 'body', code: 'adopt.body', params: {} });
  if (decidedOn > today) errors.push({ path: 'decidedOn', code: 'decision.date-future', params: {} });
  const onThis = adoption.decisions.filter((decision) => decision.versionHash === hash);
  const last = earliestAdoption(onThis, today);
  const prior = adoption.rights.some((rule) => rule.prior) ? last : undefined;
  if (prior && decidedOn < prior) {
    errors.push({ path: 'decidedOn', code: 'adopt.date-early', params: { date: prior } });
  }
  if (from < decidedOn) errors.push({ path: 'from', code: 'adopt.from-early', params: { date: decidedOn } });
  if (errors.length > 0) throw new InvalidInput(errors);
  return { body: body!, decidedOn, from };
}
