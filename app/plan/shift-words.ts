import { formatAmount } from '#app/kernel/amount-format.ts';
import type { ThemeShift } from './shift.ts';
import { type Parts, shiftParts } from './shift-part.ts';

/** The sentences that a shift generates, in the reader's language. Pure. */

type Text = (key: string, params?: Record<string, string | number | null>) => string;
type Locale = 'nl' | 'en';

/** Basis points as a share: `42,3 %`. */
export function shareText(basisPoints: number, locale: Locale): string {
  return `${formatAmount(basisPoints, 'percent1', locale)}\u00a0%`;
}

/**
 * One theme in one sentence: from where to where, and what made the difference. Parts that print as nothing are left
 * out. In shares of the whole; in money where there are no shares.
 */
export function shiftSentence(
  shift: ThemeShift,
  name: string,
  { text, locale }: { text: Text; locale: Locale },
): string {
  const { share } = shift;
  const clauses = (parts: Parts, points: (value: number) => string, least: number) =>
    shiftParts
      .filter((part) => Math.abs(parts[part]) >= least)
      .map((part) => {
        const sign = parts[part] > 0 ? 'up' : 'down';
        return text(`shift.clause.${part}`, { points: points(parts[part]), sign });
      });
  const said = (all: string[], end: boolean) =>
    all.length > 0 && !end
      ? text('shift.say.parts', { parts: new Intl.ListFormat(locale).format(all) })
      : text('shift.say.end');
  if (!share) {
    const change = shift.after - shift.before;
    const euros = (value: number, sign: boolean) => `€ ${formatAmount(value, 'keur', locale, sign)}k`;
    return text('shift.say.money', {
      theme: name,
      direction: directionOf(change),
      amount: euros(Math.abs(change), false),
      parts: said(
        clauses(shift.parts, (value) => euros(value, true), 50_000),
        change === 0,
      ),
    });
  }
  const points = (value: number) =>
    text('shift.points', {
      points: formatAmount(value, 'percent1', locale, true),
      one: Math.abs(value) === 100 ? 'yes' : 'no',
    });
  const change = printed(share.after) - printed(share.before);
  return text('shift.say', {
    theme: name,
    direction: directionOf(change),
    from: shareText(share.before, locale),
    to: shareText(share.after, locale),
    parts: said(clauses(share.parts, points, 5), false),
  });
}

const directionOf = (change: number) => (change > 0 ? 'up' : change < 0 ? 'down' : 'same');
/** As it is printed, in tenths of a per cent: what looks the same is said to stay. */
const printed = (basisPoints: number) => Math.round(basisPoints / 10);
