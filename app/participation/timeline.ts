import type { DecisionDetail, EventDetail } from './decision-detail.server.ts';
import { notes, type Standing } from './dossier-state.ts';

/** One entry of a dossier's course: something that happened, or a day that is still to come. */
export type TimelineEntry = {
  key: string;
  date: string;
  kind: 'asked' | 'papers' | 'event' | 'outcome' | 'lapse' | 'due' | 'suspended' | 'settle-by' | 'rule-by';
  event: EventDetail | null;
  ahead: boolean;
};

/** What is a last day rather than something that happened. */
const lastDays: readonly TimelineEntry['kind'][] = ['due', 'suspended', 'settle-by', 'rule-by'];

/**
 * The course of a dossier as a reader follows it: what happened by its day, in the order of recording on one
 * day, and the last days that are still to come. Pure.
 * @param today ISO date
 */
export function timelineOf(decision: DecisionDetail, standing: Standing, today: string): TimelineEntry[] {
  const entry = (kind: TimelineEntry['kind'], date: string, event: EventDetail | null = null) => ({
    key: event?.eventId ?? kind,
    date,
    kind,
    event,
    ahead: lastDays.includes(kind) ? date >= today : false,
  });
  const { askedOn, papersSentOn, dueOn, decidedOn, outcome } = decision;
  const isNote = (event: EventDetail) => (notes as readonly string[]).includes(event.event);
  const entries = [
    entry('asked', askedOn),
    ...(papersSentOn ? [entry('papers', papersSentOn)] : []),
    ...decision.events.filter(isNote).map((event) => entry('event', event.onDate, event)),
    ...(outcome !== null && decidedOn ? [entry('outcome', decidedOn)] : []),
    ...(standing.state.startsWith('lapsed') && dueOn ? [entry('lapse', dueOn)] : []),
    ...decision.events.filter((event) => !isNote(event)).map((event) => entry('event', event.onDate, event)),
    ...(outcome === null && dueOn && !standing.state.startsWith('lapsed') ? [entry('due', dueOn)] : []),
    ...(standing.suspendedUntil ? [entry('suspended', standing.suspendedUntil)] : []),
    ...(standing.before?.untilDate
      ? [entry(standing.state === 'committee' ? 'rule-by' : 'settle-by', standing.before.untilDate)]
      : []),
  ];
  // notes come before the outcome of the same day, what follows from it after
  return entries.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}
