import { useText } from '#app/ui/text.tsx';
import type { DecisionDetail } from './decision-detail.server.ts';

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
      {(decision.sections ?? []).map(({ name, ...votes }) => (
        <p key={name} className="sub">
          {text('outcome.section.votes', { section: name, ...votes })}
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
}
