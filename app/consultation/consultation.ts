import { type Actor, may, mayForBody } from '#app/kernel/actor.ts';
import type { FieldError } from '#app/kernel/rejection.ts';

/** A consultation: who was asked, how, how many came or answered, and what came of it. Pure. */

/** What a method is, so that an overview can ask for it; a scheme's own words name it. */
export const methodKinds = [
  'survey',
  'panel',
  'session',
  'sounding-board',
  'input',
  'round',
  'talk',
  'other',
] as const;
export type MethodKind = (typeof methodKinds)[number];

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

/**
 * The counts of individuals as readers see them. What is small is masked; a part that would follow from the
 * others by subtraction takes the smallest of its neighbours with it, or the total when it is alone.
 * @param below the institution's threshold: fewer heads than this are not told apart (law 11)
 */
export function maskCounts(
  { invited, present, answered, parts }: Counts,
  below: number,
): Counts<ShownCount, ShownCount> {
  const isSmall = (heads: number | null) => heads !== null && heads > 0 && heads < below;
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

/** What somebody said, word for word, and how large the group is that it came from; null: not known. */
export type Quote = { text: string; speakers: string; heads: number | null };
/** A quote as a reader may see it: `small` comes from a group below the threshold, `unknown` from one of any size. */
export type ShownQuote = Quote | { masked: 'small' | 'unknown' };

/**
 * A quote of individuals as readers see it: not when the group it came from is small, or nobody knows its size;
 * a quote without a size of its own came from all who answered, or were there.
 * @param below the institution's threshold
 */
export function maskQuote(
  quote: Quote,
  { answered, present }: Pick<Counts, 'answered' | 'present'>,
  below: number,
): ShownQuote {
  // a group is never larger than the whole it is part of
  const sizes = [quote.heads, answered ?? present].filter((one) => one !== null);
  if (sizes.length === 0) return { masked: 'unknown' };
  return Math.min(...sizes) < below ? { masked: 'small' } : quote;
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

/** May the actor say by which methods a scheme consults, and what forms of taking part it has? */
export function canManageMethods(actor: Actor): boolean {
  return may(actor, 'admin.scheme');
}

/** May the actor write up any consultation at all? */
export function canWriteSomeConsultation(actor: Actor): boolean {
  return may(actor, 'consultation.write');
}
