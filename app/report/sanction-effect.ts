import { split } from '#app/kernel/split.ts';
import { effectYears, lossOf, type SanctionEffect } from '#app/scheme/sanction.ts';

/** What a sanction would cost, per year, in total, and per unit where the money was allocated. Pure. */

/** The money of one year, in cents. */
export type YearMoney = {
  year: number;
  /** granted, or else expected; null when it is not known (pm, or nothing written) */
  amount: number | null;
  stage: 'granted' | 'expected' | null;
  /** allocated, by unit */
  units: ReadonlyMap<string, number>;
};

/** What is not allocated carries its share of the loss under this key. */
export const unallocated = '';

export type YearLoss = {
  year: number;
  amount: number | null;
  stage: YearMoney['stage'];
  /** null when it cannot be computed */
  loss: number | null;
  /** by unit, and what was not allocated; together exactly the loss */
  units: Map<string, number>;
};

export type SanctionLoss = {
  years: YearLoss[];
  /** the sum of what can be computed */
  total: number;
  /** whether a year is missing in the total */
  partial: boolean;
  /** by unit over the years that can be computed */
  units: Map<string, number>;
};

/** @param money the years of the scheme; those that an effect compares with included */
export function sanctionLoss(effect: SanctionEffect, money: readonly YearMoney[]): SanctionLoss {
  const amounts = new Map(money.map((one) => [one.year, one.amount]));
  const years = effectYears(effect).map((year): YearLoss => {
    const own = money.find((one) => one.year === year);
    const loss = lossOf(effect, amounts, year);
    return {
      ...{ year, amount: own?.amount ?? null, stage: own?.stage ?? null, loss },
      units: loss === null || !own ? new Map() : shares(loss, own),
    };
  });
  const units = new Map<string, number>();
  for (const year of years) {
    for (const [unit, cents] of year.units) units.set(unit, (units.get(unit) ?? 0) + cents);
  }
  return {
    ...{ years, units },
    total: years.reduce((sum, one) => sum + (one.loss ?? 0), 0),
    partial: years.some((one) => one.loss === null),
  };
}

/**
 * A loss over units in proportion to what each was allocated of the year; what was not allocated bears its part.
 * No rule says how a university passes a loss on: this is what it would be if nobody were spared.
 */
function shares(loss: number, { amount, units }: YearMoney): Map<string, number> {
  const given = [...units].filter(([, cents]) => cents > 0);
  const allocated = given.reduce((sum, [, cents]) => sum + cents, 0);
  const rest = Math.max(0, (amount ?? 0) - allocated);
  if (given.length === 0) return new Map();
  return split(loss, new Map([...given, ...(rest > 0 ? [[unallocated, rest] as const] : [])]));
}
