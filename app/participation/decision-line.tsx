import type { Locale } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { formatDate, type Text, useLocale, useText } from '#app/ui/text.tsx';
import type { SkippedPeriod } from './asked-rule.ts';
import { type DecisionKind, isLapsed } from './decision.ts';
import { type DossierFacts, type DossierState, isOpen, standingOf } from './dossier-state.ts';

type State = DossierFacts & { kind: DecisionKind; versionStatus: string };

/** What frees the way without more; what frees it with more; all else stands in the way or is not over. */
const yes: readonly DossierState[] = ['given', 'positive', 'discussed', 'informed', 'followed', 'settled'];
const yesBut: readonly DossierState[] = [
  'given-on-conditions',
  'lapsed',
  'partly-followed',
  'consulted-again',
  'waived',
  'replaced',
  'replaced-on-appeal',
];

/** How a decision stands: waiting, overdue, lapsed with its version, or its outcome, in a word. */
export function DecisionBadge({ decision, today }: { decision: State; today: string }) {
  const text = useText();
  if (isLapsed(decision)) return <Badge>{text('decision.lapsed')}</Badge>;
  if (decision.kind === 'adoption') return <Badge tone="ok">{text('outcome.adopted')}</Badge>;
  const { state, dueOn } = standingOf(decision, today);
  if (isOpen(state)) {
    const overdue = dueOn !== null && dueOn < today;
    if (overdue) return <Badge tone="error">{text('decision.overdue')}</Badge>;
    const words = state === 'asked' ? 'decision.waiting' : `dossier-state.${state}`;
    return <Badge tone="accent">{text(words)}</Badge>;
  }
  const tone = yes.includes(state) ? 'ok' : yesBut.includes(state) ? 'warn' : 'error';
  return <Badge tone={tone}>{text(`dossier-state.${state}`)}</Badge>;
}

/** The outcome in a word, as the timeline names it. */
export function outcomeWord(text: Text, { kind, outcome }: Pick<State, 'kind' | 'outcome'>): string {
  if (outcome === null) return '';
  return text(kind === 'adoption' ? 'outcome.adopted' : `outcome.${outcome}`);
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

/** What a right is about, where the matrix says more than the kind of document; empty else. */
export function matterOf(
  { matterNl, matterEn }: { matterNl: string; matterEn: string },
  locale: Locale,
): string {
  return nameOf({ nameNl: matterNl, nameEn: matterEn || matterNl }, locale);
}

/** The right and its kind, with a capital, as a title begins. */
export function rightName(text: Text, kind: DecisionKind): string {
  const name = text(`right.${kind}`);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Periods that a term skips, in words: `kerstreces (21 december 2026–3 januari 2027), …`. */
export function usePeriodWords(): (periods: readonly SkippedPeriod[]) => string {
  const text = useText();
  const locale = useLocale();
  return (periods) =>
    periods
      .map(({ from, through, nameNl, nameEn }) =>
        text(from === through ? 'dossier.term.free-day' : 'dossier.term.period', {
          name: locale === 'en' ? nameEn : nameNl,
          from: formatDate(from, locale),
          through: formatDate(through, locale),
        }),
      )
      .join(', ');
}
