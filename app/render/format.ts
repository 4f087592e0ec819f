import { printUnits } from '#app/kernel/amount-format.ts';
import { divideHalfAway, exact } from '#app/kernel/money.ts';
import type { Cell, Language, NumberFormat } from './report.ts';
import { quantity } from './report.ts';

/** The cells of reports, printed: rounding is integer arithmetic, half away from zero. */

/** How a kind of quantity prints: `scale` units of 10^-decimals go into one exact unit's printed whole. */
export type Precision = { divisor: number; decimals: number };

/**
 * The precision at which a cell of this kind prints.
 * @returns `divisor`: exact units (cents, thousandths, basis points) per last printed digit; `decimals`:
 * printed decimals. Null for cells without a quantity.
 */
export function precisionOf(kind: Cell['kind'], format: NumberFormat = {}): Precision | null {
  switch (kind) {
    case 'money': {
      const unit = format.money ?? 'keur';
      if (unit === 'keur') return { divisor: 100_000, decimals: 0 };
      return unit === 'eur' ? { divisor: 100, decimals: 0 } : { divisor: 1, decimals: 2 };
    }
    case 'fte':
      return format.fteDecimals === 2 ? { divisor: 10, decimals: 2 } : { divisor: 100, decimals: 1 };
    case 'share':
      return format.shareDecimals === 1 ? { divisor: 10, decimals: 1 } : { divisor: 100, decimals: 0 };
    case 'count':
      return { divisor: 1, decimals: 0 };
    default:
      return null;
  }
}

/** An exact quantity in last printed digits, rounded half away from zero: 1,250 thousandths, 1 decimal: 13. */
export function printedUnits(value: number, precision: Precision): number {
  return Number(divideHalfAway(BigInt(exact(value)), BigInt(precision.divisor)));
}

/**
 * Prints one exact quantity of a kind: cents as k EUR, EUR or EUR with cents; FTE thousandths; basis points
 * as a percentage without its sign; counts.
 */
export function formatQuantity(
  value: number,
  as: { kind: 'money' | 'fte' | 'share' | 'count'; format?: NumberFormat; language: Language },
): string {
  const precision = precisionOf(as.kind, as.format);
  if (!precision) throw new RangeError(`no precision for ${as.kind}`);
  return printUnits(printedUnits(value, precision), precision.decimals, as.language);
}

/**
 * The value of a cell as a plain number in the printed unit, unrounded: 243_612_345 cents in k EUR is
 * 2436.12345. For machines (spreadsheets, CSV) that add up what they are given. Null without a quantity.
 */
export function plainNumber(cell: Cell, format: NumberFormat = {}): number | null {
  const value = quantity(cell);
  const precision = precisionOf(cell.kind, format);
  if (value === null || precision === null) return null;
  return value / (precision.divisor * 10 ** precision.decimals);
}

const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const dayFormats: Record<Language, Intl.DateTimeFormat> = {
  nl: new Intl.DateTimeFormat('nl-NL', day),
  en: new Intl.DateTimeFormat('en-GB', day),
};

/** A date as people write it: `1 juli 2021`, `1 July 2021`. */
export function formatDate(isoDate: string, language: Language): string {
  return dayFormats[language].format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`));
}

/**
 * That value as exact decimal text, with a point and without groups: `-75`, `2436.12345`. Null without a
 * quantity.
 */
export function exactDecimal(cell: Cell, format: NumberFormat = {}): string | null {
  const value = quantity(cell);
  const precision = precisionOf(cell.kind, format);
  if (value === null || precision === null) return null;
  // divisor is a power of ten, so the whole divisor * 10^decimals is as well.
  const places = Math.round(Math.log10(precision.divisor)) + precision.decimals;
  const digits = Math.abs(exact(value))
    .toString()
    .padStart(places + 1, '0');
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - places);
  return (value < 0 ? '-' : '') + whole + (places > 0 && fraction ? `.${fraction}` : '');
}
