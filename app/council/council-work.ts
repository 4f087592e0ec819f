import type { Comment } from './comment.server.ts';
import type { Commitment } from './commitment.server.ts';
import type { Voice } from './follow-up.ts';
import type { Proposal } from './proposal.server.ts';

/** What waits for the actor of what councils said. */
export type CouncilWork = {
  commitments: Commitment[];
  accounts: Voice[];
  replies: Proposal[];
  mentions: Comment[];
};

/** How many things that is, for the number beside the link to one's work. */
export function countCouncilWork({ commitments, accounts, replies, mentions }: CouncilWork): number {
  return commitments.length + accounts.length + replies.length + mentions.length;
}
