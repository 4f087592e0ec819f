import { formatAmount, printUnits } from '#app/kernel/amount-format.ts';
import type { Check, CheckUnit } from './open-check.ts';

/** A check's figure with its unit, as it prints; null prints as nothing. */
export function checkAmount(
  value: number | null,
  { unit, decimals }: Pick<Check, 'unit' | 'decimals'>,
  locale: 'nl' | 'en',
  sign = false,
): string | null {
  if (value === null) return null;
  if (unit === 'cents') return `€ ${formatAmount(value, value % 100 === 0 ? 'eur' : 'eur2', locale, sign)}`;
  const digits = printUnits(Math.round(value * 10 ** decimals), decimals, locale, sign);
  return unitWords[unit](digits);
}

const unitWords: Record<Exclude<CheckUnit, 'cents'>, (digits: string) => string> = {
  keur: (digits) => `${digits} k€`,
  eur: (digits) => `€ ${digits}`,
  fte: (digits) => `${digits} FTE`,
  percent: (digits) => `${digits}%`,
  year: (digits) => digits,
};
