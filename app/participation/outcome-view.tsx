import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import { DecisionBadge } from './decision-line.tsx';
import type { DecisionDetail } from './dossier.server.ts';

/** What the body decided, as its secretary recorded it. */
export function OutcomeView({ decision }: { decision: DecisionDetail }) {
  const text = useText();
  const locale = useLocale();
  const votes = [
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
    <section className="outcome">
      <h2>{text('outcome.title')}</h2>
      <p className="row">
        <DecisionBadge decision={decision} today="" />
        <span>
          {decision.decidedOn ? text('decision.on', { date: formatDate(decision.decidedOn, locale) }) : null}
        </span>
      </p>
      {counted.length > 0 ? (
        <p className="sub">
          {counted.map(([key, count]) => `${text(`outcome.${key}`)} ${count}`).join(' · ')}
        </p>
      ) : null}
      {said
        .filter(([, words]) => words)
        .map(([key, words]) => (
          <div key={key}>
            <h3>{text(`outcome.${key}`)}</h3>
            <p className="said">{words}</p>
          </div>
        ))}
    </section>
  );
}
