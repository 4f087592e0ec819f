import { divideHalfAway, exact } from './money.ts';

/** The one place that prints quantities: pages, reports and messages alike. Digits are grouped by hand, so that
 * every machine prints the same whatever locale data it carries. */

/**
 * How a quantity is printed. The stored value is whole cents for `keur` and `eur` (and `eur2`, with cents),
 * whole thousandths for `fte` (and `fte2`, with hundredths), whole basis points for `percent` (whole) and `percent1` (one decimal).
 */
export type AmountUnit = 'keur' | 'eur' | 'eur2' | 'fte' | 'fte2' | 'percent' | 'percent1' | 'count';

const scales: Record<AmountUnit, { divisor: bigint; decimals: number }> = {
  keur: { divisor: 100_000n, decimals: 0 },
  eur: { divisor: 100n, decimals: 0 },
  eur2: { divisor: 1n, decimals: 2 },
  fte: { divisor: 100n, decimals: 1 },
  fte2: { divisor: 10n, decimals: 2 },
  percent: { divisor: 100n, decimals: 0 },
  percent1: { divisor: 10n, decimals: 1 },
  count: { divisor: 1n, decimals: 0 },
};
const marks = { nl: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

/** The thousands mark that the given language prints. */
export function groupingOf(locale: 'nl' | 'en'): '.' | ',' {
  return marks[locale].group;
}

/**
 * Prints an exact quantity, rounded half away from zero as Dutch accounts do, with a true minus sign.
 * @param value whole cents, thousandths, basis points or heads, by unit
 * @param sign whether a plus is printed (differences)
 */
export function formatAmount(value: number, unit: AmountUnit, locale: 'nl' | 'en', sign = false): string {
  const { divisor, decimals } = scales[unit];
  return printUnits(divideHalfAway(BigInt(value), divisor), decimals, locale, sign);
}

/**
 * Prints every digit that counts: for an input field, where rounding would lose what was typed.
 * @param decimals of the stored value: 2 for cents, 3 for thousandths; whole amounts print without them
 */
export function formatExact(value: number, decimals: number, locale: 'nl' | 'en'): string {
  let digits = BigInt(value);
  let left = decimals;
  const whole = digits % 10n ** BigInt(decimals) === 0n;
  while (left > 0 && digits % 10n === 0n && (whole || decimals === 3)) {
    digits /= 10n;
    left -= 1;
  }
  return printUnits(digits, left, locale);
}

/**
 * Sets last printed digits with their decimal mark and groups: 12345 with 1 decimal is `1.234,5` in Dutch.
 * @throws RangeError when `units` is a number with a fraction or beyond the safe integers
 */
export function printUnits(
  units: bigint | number,
  decimals: number,
  locale: 'nl' | 'en',
  sign = false,
): string {
  const digits = typeof units === 'bigint' ? units : BigInt(exact(units));
  const { group, decimal } = marks[locale];
  const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0');
  const whole = decimals === 0 ? text : text.slice(0, -decimals);
  const fraction = decimals === 0 ? '' : decimal + text.slice(-decimals);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const lead = digits < 0n ? '\u2212' : sign && digits > 0n ? '+' : '';
  return lead + grouped + fraction;
}
