import { type Actor, may, mayForBody } from '#app/kernel/actor.ts';

/**
 * A condition on which a body said yes, or a commitment (toezegging) made to it: it stays on everyone's list
 * until the body has taken the evidence that it is met. Pure.
 */

export const commitmentKinds = ['condition', 'commitment'] as const;
export type CommitmentKind = (typeof commitmentKinds)[number];

export const commitmentStatuses = ['open', 'answered', 'closed', 'withdrawn'] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

export const commitmentActs = ['answer', 'accept', 'refuse', 'reopen', 'move', 'withdraw'] as const;
export type CommitmentAct = (typeof commitmentActs)[number];

/** What each act makes of each status; what is not there is refused. */
const transitions: Record<CommitmentStatus, Partial<Record<CommitmentAct, CommitmentStatus>>> = {
  open: { answer: 'answered', move: 'open', withdraw: 'withdrawn' },
  answered: { accept: 'closed', refuse: 'open', withdraw: 'withdrawn' },
  closed: { reopen: 'open' },
  withdrawn: { reopen: 'open' },
};

/** The status after an act, or null when the act cannot be done in this status. */
export function afterAct(status: CommitmentStatus, act: CommitmentAct): CommitmentStatus | null {
  return transitions[status][act] ?? null;
}

/** Does it still wait for somebody: for its owner, or for the body that takes the evidence? */
export function isOpen({ status }: { status: CommitmentStatus }): boolean {
  return status === 'open' || status === 'answered';
}

/** Has its day gone by without evidence that was taken? */
export function isOverdue(one: { status: CommitmentStatus; dueOn: string }, today: string): boolean {
  return isOpen(one) && one.dueOn < today;
}

export type Owned = { ownerUnitId: string; ownerRole: string | null };

/**
 * Does the actor see to it? With a role named: whoever holds that role for the unit; without: whoever puts
 * documents of the unit before a body.
 */
export function ownsCommitment(actor: Actor, { ownerUnitId, ownerRole }: Owned): boolean {
  if (ownerRole === null) return may(actor, 'consent.ask', ownerUnitId);
  return actor.mandates.some(
    ({ role, unitIds }) => role === ownerRole && (unitIds === null || unitIds.includes(ownerUnitId)),
  );
}

/** May the actor record a condition or commitment: for the body, or for the unit that sees to it? */
export function canMakeCommitment(
  actor: Actor,
  { bodyId, ownerUnitId }: { bodyId: string; ownerUnitId: string },
): boolean {
  return mayForBody(actor, 'consent.record', bodyId) || may(actor, 'consent.ask', ownerUnitId);
}

/** Could the actor record one at all? Decides whether the screen shows the way there. */
export function canMakeSomeCommitment(actor: Actor): boolean {
  return actor.mandates.some(
    ({ permissions, bodyId }) =>
      permissions.includes('consent.ask') || (bodyId !== null && permissions.includes('consent.record')),
  );
}

/** Evidence is handed in by whoever sees to it; all else is said by the body, through its secretary. */
export function canActOnCommitment(
  actor: Actor,
  act: CommitmentAct,
  one: Owned & { bodyId: string },
): boolean {
  if (mayForBody(actor, 'consent.record', one.bodyId)) return true;
  return act === 'answer' && (ownsCommitment(actor, one) || may(actor, 'consent.ask', one.ownerUnitId));
}

/** What the actor can do with it now. */
export function actsOf(
  actor: Actor,
  one: Owned & { bodyId: string; status: CommitmentStatus },
): CommitmentAct[] {
  return commitmentActs.filter(
    (act) => afterAct(one.status, act) !== null && canActOnCommitment(actor, act, one),
  );
}
