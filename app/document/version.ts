import { type Actor, may, type Permission } from '#app/kernel/actor.ts';

/**
 * Version: a document's text, measures and figures at one moment. A draft until it is submitted; then it is
 * frozen and hashed and never edited again. Adopted, it is in force from a date until another supersedes it.
 */

export type VersionStatus = 'draft' | 'submitted' | 'returned' | 'adopted' | 'withdrawn';

/** The tone that repeats what a status says in words. */
export const statusTone = {
  draft: 'neutral',
  submitted: 'accent',
  returned: 'warn',
  adopted: 'ok',
  withdrawn: 'neutral',
} as const satisfies Record<VersionStatus, string>;

export type VersionAction = 'submit' | 'return' | 'adopt' | 'withdraw';

const moves: Record<VersionAction, { from: VersionStatus; to: VersionStatus }> = {
  submit: { from: 'draft', to: 'submitted' },
  return: { from: 'submitted', to: 'returned' },
  adopt: { from: 'submitted', to: 'adopted' },
  withdraw: { from: 'submitted', to: 'withdrawn' },
};

/** The status after an action, or null when the action does not apply to this status. */
export function nextStatus(status: VersionStatus, action: VersionAction): VersionStatus | null {
  return moves[action].from === status ? moves[action].to : null;
}

/** How a submitted version is taken back: by those who decide on it, or by those who submitted it. */
export type Retraction = Extract<VersionAction, 'return' | 'withdraw'>;

/** The permission to take a version back; dividing the money has rights of its own. */
export function retractPermission(action: Retraction, stage: string | null): Permission {
  if (stage === 'allocated') return action === 'return' ? 'allocation.decide' : 'allocation.write';
  return action === 'return' ? 'plan.return' : 'plan.submit';
}

/** Who may return, or withdraw, a submitted version of a unit's document that carries money of this stage. */
export function canRetract(
  actor: Actor,
  action: Retraction,
  document: { unitId: string; stage: string | null },
): boolean {
  return may(actor, retractPermission(action, document.stage), document.unitId);
}
