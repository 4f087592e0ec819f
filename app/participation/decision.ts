import { type Actor, may, mayForBody, type Permission } from '#app/kernel/actor.ts';
import type { Stage } from '#app/ledger/ledger.ts';
import { type DossierEvent, recorderOf } from './dossier-state.ts';

/**
 * Decision: a body's right (consent, advice, approval, discussion, information) exercised on one version,
 * identified by its hash; or the board's own decision to adopt it.
 */

export type RightKind = 'consent' | 'advice' | 'approval' | 'discussion' | 'information';
export type DecisionKind = RightKind | 'adoption';
export const outcomes = [
  'given',
  'given-on-conditions',
  'withheld',
  'positive',
  'negative',
  'discussed',
  'informed',
] as const;
export type Outcome = (typeof outcomes)[number];

const outcomesOf: Record<DecisionKind, readonly Outcome[]> = {
  consent: ['given', 'given-on-conditions', 'withheld'],
  approval: ['given', 'given-on-conditions', 'withheld'],
  advice: ['positive', 'negative'],
  discussion: ['discussed'],
  information: ['informed'],
  adoption: ['given'],
};

/** How a right of this kind can end. */
export function possibleOutcomes(kind: DecisionKind): readonly Outcome[] {
  return outcomesOf[kind];
}

/** How a settlement or a committee’s work ends. */
const endings: readonly DossierEvent[] = [
  'settlement-reached',
  'settlement-failed',
  'ruling-for-board',
  'ruling-for-body',
];

/** Who may put a version of this unit before a body. */
export function canAskDecision(actor: Actor, plan: { unitId: string }): boolean {
  return may(actor, 'consent.ask', plan.unitId);
}

/** Was this asked about a version that was taken back since, so that nothing is left to decide? */
export function isLapsed(decision: { outcome: Outcome | null; versionStatus: string }): boolean {
  return decision.outcome === null && ['returned', 'withdrawn'].includes(decision.versionStatus);
}

/** Who may record what a body decided: those who hold that right on that very body. */
export function canRecordOutcome(actor: Actor, decision: { bodyId: string }): boolean {
  return mayForBody(actor, 'consent.record', decision.bodyId);
}

/**
 * Who may record what happens in a dossier: those who ask, or decide, for the unit; the body's own secretary; and of a
 * dispute how it ended, the secretary of the body that it lies before.
 */
export function canRecordEvent(
  actor: Actor,
  event: DossierEvent,
  decision: { bodyId: string; unitId: string; beforeId?: string | null },
): boolean {
  const who = recorderOf(event);
  if (
    decision.beforeId &&
    endings.includes(event) &&
    canRecordOutcome(actor, { bodyId: decision.beforeId })
  ) {
    return true;
  }
  const board =
    canAskDecision(actor, decision) ||
    may(actor, 'plan.adopt', decision.unitId) ||
    may(actor, 'allocation.decide', decision.unitId);
  return (who !== 'body' && board) || (who !== 'board' && canRecordOutcome(actor, decision));
}

/** A body that could take the adopting decision, as a choice. */
export type AdoptingBody = { bodyId: string; code: string; kind: string; nameNl: string; nameEn: string };

/**
 * The bodies for which the actor may record the adoption of a plan: the bodies that a mandate names, or,
 * with a mandate on the plan's unit or above, any at that unit or above that does not itself hold a right
 * on the plan.
 * @param bodies those at the plan's unit and above, nearest first
 * @param rightKinds the kinds of body that the rights matrix names for this kind of document
 */
export function adoptingBodies(
  actor: Actor,
  plan: { unitId: string; stage: Stage | null },
  { bodies, rightKinds }: { bodies: readonly AdoptingBody[]; rightKinds: readonly string[] },
): AdoptingBody[] {
  const permission = adoptPermission(plan.stage);
  const own = bodies.filter((body) => mayForBody(actor, permission, body.bodyId));
  if (own.length > 0) return own;
  if (!may(actor, permission, plan.unitId)) return [];
  return bodies.filter((body) => !rightKinds.includes(body.kind));
}

/** Could the actor adopt at all, on some unit or body? Decides whether the screen shows the way there. */
export function canAdopt(
  actor: Actor,
  plan: { unitId: string; bodyIds: readonly string[]; stage: Stage | null },
): boolean {
  const permission = adoptPermission(plan.stage);
  return (
    may(actor, permission, plan.unitId) ||
    plan.bodyIds.some((bodyId) => mayForBody(actor, permission, bodyId))
  );
}

/** Dividing the money is a right of its own; everything else that is adopted goes by one permission. */
export function adoptPermission(stage: Stage | null): Permission {
  return stage === 'allocated' ? 'allocation.decide' : 'plan.adopt';
}
