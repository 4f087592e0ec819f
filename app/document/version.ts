/**
 * Version: a document's text, measures and figures at one moment. A draft until it is submitted; then it is
 * frozen and hashed and never edited again. Adopted, it is in force from a date until another supersedes it.
 */

export type VersionStatus = 'draft' | 'submitted' | 'returned' | 'adopted' | 'withdrawn';

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
