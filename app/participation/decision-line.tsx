import { Badge } from '#app/ui/badge.tsx';
import { formatDate, type Text, useLocale, useText } from '#app/ui/text.tsx';
import { type DecisionKind, isLapsed, type Outcome } from './decision.ts';

type State = {
  kind: DecisionKind;
  outcome: Outcome | null;
  dueOn: string | null;
  decidedOn: string | null;
  versionStatus: string;
};

const yes: readonly (Outcome | null)[] = ['given', 'positive', 'discussed', 'informed'];

/** How a decision stands: waiting, overdue, lapsed with its version, or its outcome, in a word. */
export function DecisionBadge({ decision, today }: { decision: State; today: string }) {
  const text = useText();
  const { outcome, dueOn } = decision;
  if (isLapsed(decision)) return <Badge>{text('decision.lapsed')}</Badge>;
  if (outcome === null) {
    const overdue = dueOn !== null && dueOn < today;
    return (
      <Badge tone={overdue ? 'error' : 'accent'}>
        {text(overdue ? 'decision.overdue' : 'decision.waiting')}
      </Badge>
    );
  }
  const tone = yes.includes(outcome) ? 'ok' : outcome === 'given-on-conditions' ? 'warn' : 'error';
  return (
    <Badge tone={tone}>{text(decision.kind === 'adoption' ? 'outcome.adopted' : `outcome.${outcome}`)}</Badge>
  );
}

/** When a decision was taken, or by when it is due. */
export function useDecisionDate(): (decision: State) => string {
  const text = useText();
  const locale = useLocale();
  return (decision) => {
    const { dueOn, decidedOn } = decision;
    if (isLapsed(decision)) return text('decision.version-gone', { status: decision.versionStatus });
    if (decidedOn) return text('decision.on', { date: formatDate(decidedOn, locale) });
    return dueOn ? text('decision.due', { date: formatDate(dueOn, locale) }) : text('decision.no-term');
  };
}

/** The right and its kind, with a capital, as a title begins. */
export function rightName(text: Text, kind: DecisionKind): string {
  const name = text(`right.${kind}`);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
