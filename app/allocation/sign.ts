import type { Aside, Line, Receiver } from './receiver.ts';

/** What a figure of an allocation says besides its number: it is provisional, or a part of it is not known yet. */
export type Sign = 'provisional' | 'pm';

/** An allocation as far as signs go; `provisional` are the years whose money is. */
export type Signed = {
  lines: readonly Line[];
  provisional?: readonly number[];
  asides?: readonly Aside[];
};

/** Whom a figure is about; of what is left, and of a sum, anybody. */
type Of = (one: Receiver) => boolean;

/**
 * The signs of a figure over some years. What is left beside a provisional amount, and the sum of both, is as sure
 * as that amount. Pure.
 * @param open whose missing amount makes this figure incomplete; absent: the same
 */
export function signsOf(result: Signed | null, years: readonly number[], of: Of, open: Of = of): Sign[] {
  if (!result) return [];
  const provisional =
    dividedStar(result, years) ||
    result.lines.some((line) => line.provisional && years.includes(line.year) && of(line));
  const pm = result.asides?.some((one) => one.pm && !one.memo && years.includes(one.year) && open(one));
  return [...(provisional ? (['provisional'] as const) : []), ...(pm ? (['pm'] as const) : [])];
}

/** What there is to divide says of itself what the money says, not what the rules do with it. */
export function dividedSigns(result: Signed | null, years: readonly number[]): Sign[] {
  if (!result) return [];
  return signsOf({ ...result, lines: [] }, years, isPool);
}

export function isPool({ unit, node }: Receiver): boolean {
  return unit === null && node === null;
}

/** A difference is as sure as its least sure part. */
export function signsTogether(...all: readonly Sign[][]): Sign[] {
  return (['provisional', 'pm'] as const).filter((sign) => all.some((signs) => signs.includes(sign)));
}

function dividedStar(result: Signed, years: readonly number[]): boolean {
  return years.some((year) => result.provisional?.includes(year));
}
