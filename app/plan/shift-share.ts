import { split } from '#app/kernel/split.ts';
import { type Parts, type ShiftPart, shiftParts } from './shift-part.ts';

/** What the parts of a shift did to a theme's share of the whole, in basis points. Pure. */

export type ShareShift = { before: number; after: number; parts: Parts };

type Amounts = { theme: string | null; before: number; after: number; parts: Parts };

/**
 * The shares of all themes before and after (each side sums to 10,000) and, for each theme, how much of the difference
 * each part made. With T the mean of both totals and s the mean of both shares of the theme, the share changes by
 * (change of the theme - s x change of the total) / T; so a part counts for what the theme got of it beyond its share
 * of all of that part, and a part that the theme has nothing of counts with its growth. This is exact and the same
 * whichever side is the earlier; rounding to whole basis points keeps the sum of a theme.
 * @returns null where a side has no total, or an amount below zero
 */
export function sharesOf(themes: readonly Amounts[]): ShareShift[] | null {
  const [before, after] = [wholeOf(themes, 'before'), wholeOf(themes, 'after')];
  if (before === null || after === null) return null;
  const [was, is] = [basisPoints(themes, 'before'), basisPoints(themes, 'after')];
  const whole = Object.fromEntries(
    shiftParts.map((part) => [part, themes.reduce((total, one) => total + one.parts[part], 0)]),
  ) as Parts;
  const any = shiftParts.find((part) => themes.some((one) => one.parts[part] !== 0)) ?? 'grown';
  return themes.map((theme, index) => {
    const difference = is[index]! - was[index]!;
    const exact = shiftParts.map((part) => {
      const own =
        part === 'grown' ? shiftParts.filter((one) => one === part || theme.parts[one] === 0) : [part];
      if (part !== 'grown' && theme.parts[part] === 0) return 0n;
      return own.reduce(
        (all, one) => all + effect(theme, { part: one, whole: whole[one], before, after }),
        0n,
      );
    });
    return {
      before: was[index]!,
      after: is[index]!,
      parts: rounded(exact, difference, { over: before * after * (before + after), any }),
    };
  });
}

function wholeOf(themes: readonly Amounts[], side: 'before' | 'after'): bigint | null {
  if (themes.some((one) => one[side] < 0)) return null;
  const total = themes.reduce((all, one) => all + BigInt(one[side]), 0n);
  return total === 0n ? null : total;
}

function basisPoints(themes: readonly Amounts[], side: 'before' | 'after'): number[] {
  const parts = split(10_000, new Map(themes.map((one) => [one.theme ?? '', one[side]])));
  return themes.map((one) => parts.get(one.theme ?? '')!);
}

type Whole = { part: ShiftPart; whole: number; before: bigint; after: bigint };

/** Numerator of a part's effect in basis points, over before x after x (before + after). */
function effect(theme: Amounts, { part, whole, before, after }: Whole): bigint {
  const own = 2n * BigInt(theme.parts[part]) * before * after;
  const fair = (BigInt(theme.after) * before + BigInt(theme.before) * after) * BigInt(whole);
  return 10_000n * (own - fair);
}

/**
 * Whole numbers that sum to the target, each as near to its fraction as that allows; what is nothing stays nothing. A
 * theme of which nothing changed may still print a basis point more or less, because the shares sum to the whole: that
 * point goes to the first part that there is of any theme, so that labels alone are never called growth.
 */
function rounded(
  exact: readonly bigint[],
  target: number,
  { over, any }: { over: bigint; any: ShiftPart },
): Parts {
  const near = exact.map((value) => nearest(value, over));
  const left = target - near.reduce((total, value) => total + value, 0);
  const step = Math.sign(left);
  // farthest from its fraction in the direction of what is left; equal ones in the order of the parts
  const order = exact
    .map((value, index) => ({ index, value, short: BigInt(step) * (value - BigInt(near[index]!) * over) }))
    .filter((one) => one.value !== 0n)
    .toSorted((a, b) => (a.short === b.short ? a.index - b.index : a.short > b.short ? -1 : 1));
  const places = order.length > 0 ? order.map((one) => one.index) : [shiftParts.indexOf(any)];
  const each = Math.floor(Math.abs(left) / places.length);
  const first = Math.abs(left) % places.length;
  for (const [turn, index] of places.entries()) near[index]! += step * (each + (turn < first ? 1 : 0));
  return Object.fromEntries(shiftParts.map((part, index) => [part, near[index]!])) as Parts;
}

function nearest(value: bigint, over: bigint): number {
  const size = value < 0n ? -value : value;
  const whole = Number((2n * size + over) / (2n * over));
  return value < 0n ? -whole || 0 : whole;
}
