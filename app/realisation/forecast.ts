import type { Cents } from '#app/kernel/money.ts';
import { divideHalfAway } from '#app/kernel/money.ts';

/**
 * How the year is expected to end, per measure: at the pace so far, with what is left of the budget still
 * spent, or an amount by hand with its reason.
 */
export const forecastMethods = ['pace', 'budget', 'hand'] as const;
export type ForecastMethod = (typeof forecastMethods)[number];

export type ForecastBasis = {
  /** spent so far; null: nothing is booked */
  realised: Cents | null;
  /** of the whole year; null: there is none, or it is still open (pm) */
  budget: Cents | null;
  /** months of the year that the realised figures cover, 0-12 */
  months: number;
};

/**
 * The amount at the end of the year, in cents, rounded half away from zero.
 * `pace`: realised / months × 12. `budget`: the budget, or what is realised when that is more (money that was
 * spent does not come back).
 * @returns null when the method has nothing to go on
 */
export function forecastOf(method: 'pace' | 'budget', basis: ForecastBasis): Cents | null {
  const { realised, budget, months } = basis;
  if (months >= 12) return realised;
  if (method === 'pace') {
    if (realised === null || months <= 0) return null;
    return Number(divideHalfAway(BigInt(realised) * 12n, BigInt(months)));
  }
  if (budget === null) return null;
  return realised !== null && realised > budget ? realised : budget;
}

/** What is proposed until somebody chooses: the pace after a quarter of the year, before that the budget. */
export function proposedMethod(basis: ForecastBasis): 'pace' | 'budget' {
  if (basis.months >= 3 && forecastOf('pace', basis) !== null) return 'pace';
  return forecastOf('budget', basis) === null ? 'pace' : 'budget';
}
