import { useText } from '#app/ui/text.tsx';
import type { DecisionKind } from './decision.ts';

const fields = ['present', 'votesFor', 'votesAgainst', 'abstained', 'reasons', 'conditions', 'minorityView'];

/** What somebody typed while another was first: kept to be read and copied, nothing of it is stored. */
export function TypedOutcome(props: { typed: Readonly<Record<string, string>>; kind: DecisionKind }) {
  const text = useText();
  const { typed, kind } = props;
  const rows = [
    [text('outcome.choose'), typed.outcome ? text(`outcome.${kind}.${typed.outcome}`) : ''],
    [text('outcome.decidedOn'), typed.decidedOn ?? ''],
    ...fields.map((name) => [text(`outcome.${name}`), typed[name] ?? '']),
  ].filter(([, value]) => value);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{text('outcome.typed')}</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="said">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
