import type { Commitment } from './commitment.server.ts';
import type { Voice } from './follow-up.ts';
import type { Proposal } from './proposal.server.ts';

/** What waits for the actor of what councils said. */
export type CouncilWork = { commitments: Commitment[]; accounts: Voice[]; replies: Proposal[] };

/** How many things that is, for the number beside the link to one's work. */
export function countCouncilWork({ commitments, accounts, replies }: CouncilWork): number {
  return commitments.length + accounts.length + replies.length;
}
