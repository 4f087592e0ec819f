import { type Actor, may } from '#app/kernel/actor.ts';

/**
 * What was done with what a body or a panel said: followed, in part, or not and why. The law asks for the account
 * as soon as possible and names no day (WHW 9.35, sub c), so what is missing is due from the day after. Pure.
 */

export const followOutcomes = ['followed', 'partly', 'not-followed'] as const;
export type FollowOutcome = (typeof followOutcomes)[number];

/** One account that was given. */
export type FollowUp = {
  followUpId: string;
  point: string;
  outcome: FollowOutcome;
  account: string;
  onDate: string;
  document: string | null;
  title: string | null;
  stage: string | null;
  number: number | null;
  measure: string | null;
  measureDocument: string | null;
  /** the change of that version which came of it, by its code */
  change: string | null;
};

/** Something that was said: an advice or another decision, or a topic of a consultation. */
export type Voice = {
  kind: 'decision' | 'topic';
  id: string;
  scheme: string;
  /** ISO day */
  onDate: string;
  right: string | null;
  outcome: string | null;
  /** of a consultation: its title; of a decision: the title of the document */
  title: string;
  said: string;
  bodyId: string | null;
  body: string | null;
  bodyNl: string | null;
  bodyEn: string | null;
  unitId: string;
  consultationId: string | null;
  document: string | null;
  stage: string | null;
  number: number | null;
  /** measures that a consultation names as its answer */
  measures: {
    document: string;
    measure: string;
    name: string;
    /** by the last account submitted of it; null: none yet */
    progress: { year: number; statusNl: string; statusEn: string; done: string } | null;
  }[];
  /** of a topic: what it goes against; empty: nothing */
  against: string;
  followUps: FollowUp[];
};

/** Is an account of it still to be given? An advice asks for one; a topic has one in the measure that answers it. */
export function lacksAccount(voice: Pick<Voice, 'kind' | 'right' | 'followUps' | 'measures'>): boolean {
  if (voice.followUps.length > 0) return false;
  return voice.kind === 'topic' ? voice.measures.length === 0 : voice.right === 'advice';
}

/** Must it be told what was done with it, by law or agreement: only what was asked as advice? */
export function owesAccount(voice: Pick<Voice, 'kind' | 'right' | 'followUps' | 'measures'>): boolean {
  return voice.kind === 'decision' && lacksAccount(voice);
}

/** Who gives the account: whoever puts the unit's documents before bodies, or writes up its consultations. */
export function canFollowUp(actor: Actor, voice: Pick<Voice, 'kind' | 'unitId'>): boolean {
  if (may(actor, 'consent.ask', voice.unitId)) return true;
  return voice.kind === 'topic' && may(actor, 'consultation.write', voice.unitId);
}

/** How the accounts of one voice stand together, for a count: the least that was done speaks. */
export function standingOf(voice: Pick<Voice, 'kind' | 'right' | 'followUps' | 'measures'>) {
  const outcomes = voice.followUps.map((one) => one.outcome);
  if (outcomes.length === 0) return voice.measures.length > 0 ? 'followed' : 'open';
  if (outcomes.every((one) => one === 'followed')) return 'followed';
  return outcomes.every((one) => one === 'not-followed') ? 'not-followed' : 'partly';
}
