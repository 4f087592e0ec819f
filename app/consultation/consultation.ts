import { type Actor, may, mayForBody } from '#app/kernel/actor.ts';
import type { FieldError } from '#app/kernel/rejection.ts';

/** A consultation: who was asked, how, how many came or answered, and what came of it. Pure. */

/** Fewer individuals than this are not told apart: 1 to 4 are shown as fewer than five (law 11). */
export const maskedBelow = 5;

/**
 * A number of people as a reader may see it: `masked` is one to four of them; `hidden` is any number, left out
 * because a masked one would follow from it.
 */
export type ShownCount = number | 'masked' | 'hidden' | null;

type Part<T = number> = { name: string; heads: T; about: boolean };
export type Counts<T = number | null, P = number> = {
  invited: T;
  present: T;
  answered: T;
  parts: Part<P>[];
};

const isSmall = (heads: number | null) => heads !== null && heads > 0 && heads < maskedBelow;

/**
 * The counts of individuals as readers see them. What is small is masked; a part that would follow from the
 * others by subtraction takes the smallest of its neighbours with it, or the total when it is alone.
 */
export function maskCounts({ invited, present, answered, parts }: Counts): Counts<ShownCount, ShownCount> {
  const small = parts.map((part) => isSmall(part.heads));
  let along: number | null = null;
  let total: ShownCount = isSmall(answered) ? 'masked' : answered;
  const rest = answered === null ? null : answered - parts.reduce((sum, part) => sum + part.heads, 0);
  // Small by what is left of the total: as telling as a small part.
  const left = rest !== null && isSmall(rest) && parts.length > 0;
  const open = rest === null ? 0 : small.filter(Boolean).length + (left ? 1 : 0);
  if (total !== 'masked' && open === 1 && (left || rest === 0)) {
    const smallest = parts.reduce<number | null>(
      (least, part, i) =>
        small[i] || part.heads === 0 || (least !== null && parts[least]!.heads <= part.heads) ? least : i,
      null,
    );
    if (smallest === null) total = 'hidden';
    else along = smallest;
  }
  return {
    invited: isSmall(invited) ? 'masked' : invited,
    present: isSmall(present) ? 'masked' : present,
    answered: total,
    parts: parts.map((part, i) => ({
      ...part,
      heads: small[i] ? 'masked' : i === along ? 'hidden' : part.heads,
    })),
  };
}

/** What cannot be in a set of counts: more came or answered than were invited, parts larger than their whole. */
export function countErrors({ invited, present, answered, parts }: Counts): FieldError[] {
  const errors: FieldError[] = [];
  for (const [path, heads] of Object.entries({ present, answered })) {
    if (invited !== null && heads !== null && heads > invited) {
      errors.push({ path, code: 'consultation.more-than-invited', params: { heads, invited } });
    }
  }
  const exact = parts.filter((part) => !part.about).reduce((sum, part) => sum + part.heads, 0);
  if (answered !== null && exact > answered) {
    errors.push({ path: 'parts', code: 'consultation.parts-too-many', params: { parts: exact, answered } });
  }
  return errors;
}

/** May the actor write up a consultation of this unit, or of this body? */
export function canWriteConsultation(
  actor: Actor,
  of: { unitId: string | null; bodyId: string | null },
): boolean {
  if (of.bodyId !== null && mayForBody(actor, 'consultation.write', of.bodyId)) return true;
  return of.unitId !== null && may(actor, 'consultation.write', of.unitId);
}

/** May the actor write up any consultation at all? */
export function canWriteSomeConsultation(actor: Actor): boolean {
  return may(actor, 'consultation.write');
}
