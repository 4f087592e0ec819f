import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { memberOf } from '#app/participation/work.server.ts';
import { listMentions } from './comment.server.ts';
import { listCommitments, ownCommitments } from './commitment.server.ts';
import type { CouncilWork } from './council-work.ts';
import { listOwedAccounts } from './follow-up.server.ts';
import { listProposals } from './proposal.server.ts';
import { canReply } from './proposal.ts';

/**
 * The open conditions and commitments that the actor sees to or that were made to a body of theirs, the advice of
 * which they are to give an account, and what they are to answer. Four statements at most, and one for the bodies.
 */
export async function getCouncilWork(tx: Tx, actor: Actor): Promise<CouncilWork> {
  if (actor.mandates.length === 0) return { commitments: [], accounts: [], replies: [], mentions: [] };
  const bodyIds = await memberOf(tx, actor);
  const all = await listCommitments(tx, actor, { open: true });
  const proposals = await listProposals(tx, actor, { open: true });
  return {
    commitments: ownCommitments(actor, all, bodyIds),
    accounts: await listOwedAccounts(tx, actor),
    replies: proposals.filter((one) => canReply(actor, one)),
    mentions: await listMentions(tx, actor, bodyIds),
  };
}
