/**
 * Exact quantities. Money is integer cents, FTE integer thousandths, shares integer basis points
 * (1/10,000); nothing is rounded before it is printed.
 */

/** Whole cents, positive or negative, never beyond the safe integers. */
export type Cents = number;
/** Whole thousandths of a full-time equivalent. */
export type FteMilli = number;
/** Whole basis points: 10,000 is the whole. */
export type BasisPoints = number;

/**
 * Guards an integer quantity at an edge.
 * @throws RangeError when the value has a fraction or is beyond the safe integers.
 */
export function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an exact integer quantity: ${value}`);
  return value;
}

/** Sums exact quantities. Unknown parts (null) are left out; the caller shows them (law 4). */
export function sum(values: Iterable<number | null>): number {
  let total = 0;
  for (const value of values) total += value ?? 0;
  return exact(total);
}

/**
 * The share of a part in a whole, in basis points, or null when the whole is zero.
 * Computed in bigint: cents times 10,000 may exceed the safe integers.
 */
export function shareOf(part: number, whole: number): BasisPoints | null {
  if (whole === 0) return null;
  return Number(divideHalfAway(BigInt(part) * 10_000n, BigInt(whole)));
}

/** a / b in bigint, rounded half away from zero. */
export function divideHalfAway(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n;
  const x = a < 0n ? -a : a;
  const y = b < 0n ? -b : b;
  const rounded = (2n * x + y) / (2n * y);
  return negative ? -rounded : rounded;
}
