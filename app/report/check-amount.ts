import { formatAmount, printUnits } from '#app/kernel/amount-format.ts';
import type { Check, CheckUnit } from './open-check.ts';

/**
 * A check's figure with its unit, as it prints; null prints as nothing. Euros print with cents where one of
 * the figures of the check has any, so that they stand below each other digit by digit.
 */
export function checkAmount(
  value: number | null,
  { unit, decimals, stated, computed }: Pick<Check, 'unit' | 'decimals' | 'stated' | 'computed'>,
  locale: 'nl' | 'en',
  sign = false,
): string | null {
  if (value === null) return null;
  if (unit === 'cents') {
    const whole = [value, stated ?? 0, computed ?? 0].every((cents) => cents % 100 === 0);
    return `€ ${formatAmount(value, whole ? 'eur' : 'eur2', locale, sign)}`;
  }
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
