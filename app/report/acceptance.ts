/** Differences that somebody accepted: which are open, and which open again because a figure moved. Pure. */
import { type Actor, may } from '#app/kernel/actor.ts';
import type { Check } from './open-check.ts';

/** The newest word on one difference: accepted, or taken back. */
export type Acceptance = {
  code: string;
  whereKey: string;
  stated: number | null;
  computed: number | null;
  accepted: boolean;
  reason: string;
  by: string;
  /** ISO moment */
  at: string;
};

/** An open difference; `before` is the acceptance that no longer holds, because a figure changed. */
export type OpenCheck = Check & { before: Acceptance | null };
export type AcceptedCheck = Check & { acceptance: Acceptance };

/** Whether this actor may accept a difference, or take that back. */
export function canAcceptChecks(actor: Actor): boolean {
  return may(actor, 'check.accept');
}

/**
 * Divides checks over open and accepted. An acceptance is of two figures, not of a place: when what is stated
 * or what is computed changes, the difference is open again and shows what was accepted before.
 * @param acceptances the newest row of each place; of two for one place the last counts
 */
export function settle(
  checks: readonly Check[],
  acceptances: readonly Acceptance[],
): { open: OpenCheck[]; accepted: AcceptedCheck[] } {
  const newest = new Map(acceptances.map((one) => [`${one.code} ${one.whereKey}`, one]));
  const open: OpenCheck[] = [];
  const accepted: AcceptedCheck[] = [];
  for (const check of checks) {
    const word = newest.get(`${check.code} ${check.whereKey}`);
    if (!word?.accepted) open.push({ ...check, before: null });
    else if (same(word, check)) accepted.push({ ...check, acceptance: word });
    else open.push({ ...check, before: word });
  }
  return { open, accepted };
}

/** Whether two statements of one difference are about the same figures. */
export function same(a: Pick<Check, 'stated' | 'computed'>, b: Pick<Check, 'stated' | 'computed'>): boolean {
  return a.stated === b.stated && a.computed === b.computed;
}
