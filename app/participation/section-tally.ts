import { carries, quorumOf, sectionRule } from '#app/scheme/right.ts';
import type { Majority } from '#app/scheme/scheme.ts';
import type { AskedRule, SectionVote } from './asked-rule.ts';

/** How one section voted, held against its own quorum and majority. */
type SectionTally = {
  name: string;
  majority: Majority;
  /** how many of it must be present; null when it has no quorum of its own, or nobody knows of how many */
  needed: number | null;
  /** were they; null when there is a quorum but nobody knows of how many members */
  quorate: boolean | null;
  /** did it agree; null when that depends on a number of members that nobody knows */
  carried: boolean | null;
};

/**
 * What the votes of a section come to, by its own rules where it has them and else by the majority of the right. Pure.
 * @param members entitled to vote in it, as kept; null: as stated with the votes
 */
export function tallyOf(
  rule: Pick<AskedRule, 'majority' | 'sectionRules'>,
  votes: SectionVote,
  members: number | null = null,
): SectionTally {
  const { name } = votes;
  const own = sectionRule(rule, name);
  const heads = members ?? votes.members ?? null;
  const needed = quorumOf(own, heads);
  const unknown = own.quorumBasis !== null && heads === null;
  return {
    ...{ name, majority: own.majority, needed },
    quorate: unknown ? null : needed === null || votes.present >= needed,
    carried: carries(votes, own.majority, heads),
  };
}
