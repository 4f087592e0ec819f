import { type Actor, may, mayForBody } from '#app/kernel/actor.ts';

/**
 * What a council puts forward of itself: an initiative proposal or a question to a board, and the written answer
 * within the term that its kind of body has. Pure.
 */

export const proposalKinds = ['initiative', 'question'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const replies = ['taken-over', 'partly', 'not-taken-over', 'answered', 'withdrawn'] as const;
export type Reply = (typeof replies)[number];

/** How a proposal of this kind can end; withdrawing is the council's own. */
export function possibleReplies(kind: ProposalKind): readonly Reply[] {
  return kind === 'question' ? ['answered'] : ['taken-over', 'partly', 'not-taken-over'];
}

/**
 * May the actor speak for a body: do they hold a mandate on it (its secretary, a member), or is their account that
 * of a member in office? No permission of another office gives it, an administrator's neither (law 9).
 */
export function speaksFor(actor: Actor, bodyId: string, bodyIds: readonly string[]): boolean {
  return bodyIds.includes(bodyId) || actor.mandates.some((mandate) => mandate.bodyId === bodyId);
}

/** May the actor write the answer: for that very board, or as who adopts for the unit it stands at? */
export function canReply(actor: Actor, to: { toId: string; toUnitId: string }): boolean {
  return mayForBody(actor, 'consent.record', to.toId) || may(actor, 'plan.adopt', to.toUnitId);
}

/** Is the day by which it should be answered past? */
export function isReplyLate(one: { outcome: Reply | null; dueOn: string | null }, today: string): boolean {
  return one.outcome === null && one.dueOn !== null && one.dueOn < today;
}
