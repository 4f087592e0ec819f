import { type Actor, may, mayForBody } from '#app/kernel/actor.ts';

/** A moment: a dated step of a cycle for a unit. What was recorded of it, and how it stands. Pure. */

export const momentStatuses = ['open', 'moved', 'done', 'cancelled'] as const;
export type MomentStatus = (typeof momentStatuses)[number];

export const momentActs = ['move', 'cancel', 'finish', 'reopen'] as const;
export type MomentAct = (typeof momentActs)[number];

/** What each act makes of each status; what is not there is refused. */
const transitions: Record<MomentStatus, Partial<Record<MomentAct, MomentStatus>>> = {
  open: { move: 'moved', cancel: 'cancelled', finish: 'done' },
  moved: { move: 'moved', cancel: 'cancelled', finish: 'done' },
  done: { reopen: 'open' },
  cancelled: { reopen: 'open' },
};

/**
 * The status after an act, or null when the act cannot be done in this status. What is opened again after it
 * was moved is moved still: its due date is not the first one.
 */
export function afterAct(status: MomentStatus, act: MomentAct, wasMoved: boolean): MomentStatus | null {
  const next = transitions[status][act] ?? null;
  return next === 'open' && wasMoved ? 'moved' : next;
}

/** The document that answers to a moment, as far as it has come. */
export type Answer = {
  /** the day it was submitted; null while it is a draft */
  submittedOn: string | null;
  /** the day on which the right that the step asks for was exercised, and what came of it */
  decidedOn: string | null;
  outcome: string | null;
  /** it was handed in, and is being corrected since */
  reopened?: boolean;
};

/** What a unit hands in over a year that is no document. */
export const products = ['progress', 'indicators'] as const;
export type Product = (typeof products)[number];

/** Does something that is handed in here answer to it, so that nobody has to tick it? */
export function isHandedIn({ kind, product }: { kind: string | null; product: Product | null }): boolean {
  return kind !== null || product !== null;
}

export type MomentFacts = {
  status: MomentStatus;
  dueOn: string;
  doneOn: string | null;
  /** whether the step waits for a body's right on the document */
  asksRight: boolean;
  answer: Answer | null;
  /** the unit is no more on the day it is due */
  gone?: boolean;
};

export const standings = ['done', 'late', 'cancelled', 'gone', 'overdue', 'busy', 'soon', 'open'] as const;
/**
 * How a moment stands: `done` in time, `late` done after the day, `overdue`, `busy` with a draft or a document
 * that waits for a body, `soon` due within four weeks, or `open`; `gone` when its unit is no more on the day.
 */
export type Standing = (typeof standings)[number];

/** Does nobody have to do anything more for it? */
export const isSettled = (standing: Standing): boolean => ['done', 'late', 'cancelled'].includes(standing);

const soonDays = 28;

/** The day on which the document (and, where asked, the body's right on it) was there; null when it is not. */
export function answeredOn({ asksRight, answer }: Pick<MomentFacts, 'asksRight' | 'answer'>): string | null {
  if (!answer?.submittedOn || answer.reopened) return null;
  if (!asksRight) return answer.submittedOn;
  // A body that withheld its consent did not exercise the right that the step waits for; advice counts as given.
  if (!answer.decidedOn || answer.outcome === null || answer.outcome === 'withheld') return null;
  return [answer.decidedOn, answer.submittedOn].toSorted()[1]!;
}

/** How a moment stands on a day. Late is said, never blocked. */
export function standingOf(moment: MomentFacts, today: string): { standing: Standing; on: string | null } {
  if (moment.status === 'cancelled') return { standing: 'cancelled', on: null };
  const ended = moment.status === 'done' ? moment.doneOn : answeredOn(moment);
  if (ended !== null) return { standing: ended <= moment.dueOn ? 'done' : 'late', on: ended };
  if (moment.status === 'done') return { standing: 'done', on: null };
  if (moment.gone) return { standing: 'gone', on: null };
  if (moment.answer?.reopened) return { standing: 'busy', on: null };
  if (moment.dueOn < today) return { standing: 'overdue', on: null };
  if (moment.answer) return { standing: 'busy', on: null };
  const days = (Date.parse(moment.dueOn) - Date.parse(today)) / 86_400_000;
  return { standing: days <= soonDays ? 'soon' : 'open', on: null };
}

/** May the actor start years, and move or cancel moments of this unit? */
export function canManageCycle(actor: Actor, unitId: string | null = null): boolean {
  return may(actor, 'cycle.manage', unitId);
}

type Kept = { unitId: string; bodyId: string | null };

/**
 * May the actor keep a moment: its papers and notes, of a meeting the agenda and who came, and tick it when no
 * document answers to it? Who manages the cycle or writes for the unit, and who writes for the body that meets.
 */
export function canKeepMoment(actor: Actor, { unitId, bodyId }: Kept): boolean {
  if (may(actor, 'cycle.manage', unitId) || may(actor, 'consultation.write', unitId)) return true;
  return bodyId !== null && mayForBody(actor, 'consultation.write', bodyId);
}

type Owed = { role: string | null; unitId: string; member: string | null; memberAccountId: string | null };

/** Is it due from the actor: as the member who was named, or by the role for its unit? */
export function isOwed(actor: Actor, one: Owed): boolean {
  if (one.member !== null) return one.memberAccountId !== null && one.memberAccountId === actor.accountId;
  return actor.mandates.some(
    ({ role, unitIds }) => role === one.role && (unitIds === null || unitIds.includes(one.unitId)),
  );
}

/** A meeting of a body: it treats no document of its own, and was not agreed at one. */
export function isMeeting(one: {
  bodyId: string | null;
  kind: string | null;
  product: Product | null;
  itemId: string | null;
}): boolean {
  return one.bodyId !== null && !isHandedIn(one) && one.itemId === null;
}
