import { useText } from '#app/ui/text.tsx';
import type { SectionVote } from './asked-rule.ts';
import type { DecisionDetail } from './decision-detail.server.ts';
import { tallyOf } from './section-tally.ts';

/** How the body decided, as its secretary recorded it: heads, votes, words. */
export function OutcomeFacts({ decision }: { decision: DecisionDetail }) {
  const text = useText();
  const votes = [
    ['members', decision.seats],
    ['present', decision.present],
    ['votesFor', decision.votesFor],
    ['votesAgainst', decision.votesAgainst],
    ['abstained', decision.abstained],
  ] as const;
  const said = [
    ['reasons', decision.reasons],
    ['conditions', decision.conditions],
    ['minorityView', decision.minorityView],
  ] as const;
  const counted = votes.filter(([, count]) => count !== null);
  return (
    <>
      {counted.length > 0 ? (
        <p className="sub">
          {counted.map(([key, count]) => `${text(`outcome.${key}`)} ${count}`).join(' · ')}
        </p>
      ) : null}
      {(decision.sections ?? []).map((votes) => (
        <p key={votes.name} className="sub">
          {text('outcome.section.votes', { section: votes.name, ...votes })} {tallyWords(votes)}
        </p>
      ))}
      {said
        .filter(([, words]) => words)
        .map(([key, words]) => (
          <div key={key}>
            <h3>{text(`outcome.${key}`)}</h3>
            <p className="said">{words}</p>
          </div>
        ))}
    </>
  );

  function tallyWords(votes: SectionVote): string {
    if (!decision.rule) return '';
    const { needed, carried, majority } = tallyOf(decision.rule, votes);
    return [
      needed === null ? '' : text('outcome.section.quorum', { needed, members: votes.members ?? 0 }),
      carried === null
        ? ''
        : text('outcome.section.came-to', {
            agrees: carried ? 'yes' : 'no',
            majority: text(`majority.${majority}`),
          }),
    ]
      .filter(Boolean)
      .join(' ');
  }
}
