import type { Locale } from '#app/kernel/actor.ts';
import { formatExact, printUnits } from '#app/kernel/amount-format.ts';
import type { Definition } from './definition.ts';
import type { Point, SeriesRow } from './figures.ts';
import { type Observation, printedMilli, printedValue } from './indicator.ts';

/** How figures read: with their spread, and the sign of what is masked, hidden or unknown. Pure. */

/** What stands for a figure that is not shown, the same in every language. */
export function signOf({ state, lacks }: Pick<Point, 'state' | 'lacks'>, maskedBelow: number): string {
  if (lacks !== null) return '*';
  if (state === 'masked') return `<${maskedBelow}`;
  if (state === 'hidden') return 'x';
  return state === 'unknown' ? '?' : '';
}

/** A figure as it prints: `2,9 ± 1,1`, `88,6%`, `<5`. */
export function figureText(
  point: Point,
  { kind, decimals }: Pick<Definition, 'kind' | 'decimals'>,
  { locale, maskedBelow }: { locale: Locale; maskedBelow: number },
): string {
  if (point.state !== 'value' || point.printed === null) return signOf(point, maskedBelow);
  const text = valueText(point.printed, point.spreadMilli, { kind, decimals, locale });
  return `${text}${point.lacks === null ? '' : '*'}`;
}

/** A figure as it was recorded, for whoever may write it: small ones show, `?` and `<` stand for themselves. */
export function recordedText(
  one: Observation,
  { kind, decimals }: Pick<Definition, 'kind' | 'decimals'>,
  locale: Locale,
): string {
  if (one.mark !== null) return one.mark === 'unknown' ? '?' : '<';
  const printed = printedValue(one, { kind, decimals });
  return printed === null ? '' : valueText(printed, one.spreadMilli, { kind, decimals, locale });
}

function valueText(
  printed: number,
  spreadMilli: number | null,
  { kind, decimals, locale }: Pick<Definition, 'kind' | 'decimals'> & { locale: Locale },
): string {
  const value = `${printUnits(printed, decimals, locale)}${kind === 'percentage' ? '%' : ''}`;
  if (spreadMilli === null) return value;
  return `${value} ± ${printUnits(printedMilli(spreadMilli, decimals), decimals, locale)}`;
}

/** The target as it prints, with its sign of percentage; empty without one. */
export function targetText(
  { targetMilli, decimals, kind }: Pick<Definition, 'targetMilli' | 'decimals' | 'kind'>,
  locale: Locale,
): string {
  if (targetMilli === null) return '';
  return `${printUnits(printedMilli(targetMilli, decimals), decimals, locale)}${kind === 'percentage' ? '%' : ''}`;
}

/** What a figure was made of, in full: `27.670 / 1.071,8`. */
export function partsText(point: Pick<Point, 'numeratorMilli' | 'denominatorMilli'>, locale: Locale): string {
  const { numeratorMilli, denominatorMilli } = point;
  if (numeratorMilli === null || denominatorMilli === null) return '';
  return `${formatExact(numeratorMilli, 3, locale)} / ${formatExact(denominatorMilli, 3, locale)}`;
}

/** The lowest and highest of what units gave in a year, where no figure of the whole can be made of them. */
export function rangeText(
  rows: readonly SeriesRow[],
  at: number,
  { decimals, locale }: { decimals: number; locale: Locale },
): string {
  const shown = rows.flatMap((row) => row.points[at]?.printed ?? []);
  if (shown.length === 0) return '';
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const print = (value: number) => printUnits(value, decimals, locale);
  return low === high ? print(low) : `${print(low)}–${print(high)}`;
}

/** The name of a split; empty for the whole. */
export function splitName({ splits }: Pick<Definition, 'splits'>, code: string, locale: Locale): string {
  const split = splits.find((one) => one.code === code);
  return split ? (locale === 'en' ? split.nameEn : split.nameNl) : code;
}
