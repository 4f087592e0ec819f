import type { Stage } from '#app/ledger/ledger.ts';
import type { StepTopic } from './cycle.server.ts';
import type { Moment } from './moment-list.server.ts';

/** A meeting is a moment of a body: its agenda, who came, what was decided and who does what. Pure. */

export const itemKinds = ['point', 'standing', 'risk'] as const;
/** A point, a topic that returns, or a risk that somebody signalled. */
export type ItemKind = (typeof itemKinds)[number];

export const comings = ['present', 'excused', 'absent'] as const;
export type Coming = (typeof comings)[number];

/** A point on the agenda with what it is about and what came of it. */
export type AgendaItem = {
  itemId: string;
  kind: ItemKind;
  titleNl: string;
  titleEn: string;
  text: string;
  /** what was said and decided; empty: not treated yet */
  outcome: string;
  revision: number;
  /** a version of a document */
  document: string | null;
  title: string | null;
  number: number | null;
  stage: Stage | null;
  unit: string | null;
  firstYear: number | null;
  decisionId: string | null;
  decisionKind: string | null;
  decisionTitle: string | null;
  consultationId: string | null;
  consultation: string | null;
  /** another moment of the cycle */
  aboutId: string | null;
  aboutNl: string | null;
  aboutEn: string | null;
  aboutUnitNl: string | null;
  aboutUnitEn: string | null;
  actions: Moment[];
};

/** A member in office on the day, and whether they came; null: nobody wrote it down. */
export type Attendee = { memberId: string; name: string; capacity: string; came: Coming | null };

/** What is put before a meeting: the moments of a step that feeds it. */
export type Feed = { step: string; stepNl: string; stepEn: string; moments: Moment[] };

/** How a meeting stands on a risk: not treated, being acted on, or dealt with. */
export function riskStanding(risk: {
  outcome: string;
  openActions: number;
}): 'raised' | 'acting' | 'settled' {
  if (risk.outcome === '') return 'raised';
  return risk.openActions > 0 ? 'acting' : 'settled';
}

/**
 * Which topics return at which meeting of a year: those without a month at each, the others once, at the first
 * meeting from their month on, counted from the month of the first meeting; when none is left, at the last.
 * @param dates the days of the meetings, the first first
 * @returns for each meeting its topics, in their order
 */
export function topicsOn(topics: readonly StepTopic[], dates: readonly string[]): StepTopic[][] {
  const [first] = dates;
  if (first === undefined) return [];
  const begin = Number(first.slice(5, 7));
  const since = (month: number) => (month - begin + 12) % 12;
  const months = dates.map(
    (date) => (Number(date.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(date.slice(5, 7)) - begin,
  );
  const places = topics.map(({ month }) => {
    if (month === null) return null;
    const at = months.findIndex((one) => one >= since(month));
    return at < 0 ? dates.length - 1 : at;
  });
  return dates.map((_, at) => topics.filter((_, t) => places[t] === null || places[t] === at));
}
