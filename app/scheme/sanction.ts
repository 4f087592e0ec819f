import { z } from '@hono/zod-openapi';
import { exact } from '#app/kernel/money.ts';

/**
 * Sanction: what an assessment that ends badly does to the money of a scheme, as data. The software computes
 * what it would cost; whether it applies is the minister's to say. Pure.
 */

const year = z.coerce.number().int().min(1900).max(2999);

export const sanctionEffectSchema = z.discriminatedUnion('kind', [
  /** a share of the money of some years is not paid out, in basis points */
  z.strictObject({
    kind: z.literal('withhold'),
    fromYear: year,
    lastYear: year,
    shareBasis: z.coerce.number().int().min(1).max(10_000).default(10_000),
  }),
  /** what a year has more than an earlier one is not paid out */
  z.strictObject({ kind: z.literal('no-growth'), year, over: year }),
]);
export type SanctionEffect = z.output<typeof sanctionEffectSchema>;

/** Do its years run forward? */
export function effectHolds(effect: SanctionEffect): boolean {
  return effect.kind === 'withhold' ? effect.fromYear <= effect.lastYear : effect.over < effect.year;
}

/** The years whose money an effect takes. */
export function effectYears(effect: SanctionEffect): number[] {
  if (effect.kind === 'no-growth') return [effect.year];
  const { fromYear, lastYear } = effect;
  return Array.from({ length: Math.max(0, lastYear - fromYear + 1) }, (_, i) => fromYear + i);
}

/**
 * What an effect takes from a year, in cents: never less than nothing nor more than there is.
 * @param money the amount of each year; a year that is not there, or null, is unknown
 * @returns null when an amount that it needs is unknown
 */
export function lossOf(
  effect: SanctionEffect,
  money: ReadonlyMap<number, number | null>,
  year: number,
): number | null {
  if (!effectYears(effect).includes(year)) return 0;
  const amount = money.get(year) ?? null;
  if (amount === null) return null;
  if (effect.kind === 'withhold') {
    // Half a cent goes up; bigint, because euros of a country times basis points pass the safe integers.
    const part = (BigInt(Math.max(0, exact(amount))) * BigInt(effect.shareBasis) + 5_000n) / 10_000n;
    return Number(part);
  }
  const over = money.get(effect.over) ?? null;
  return over === null ? null : Math.min(Math.max(0, amount), Math.max(0, exact(amount - over)));
}
