import { type Actor, may } from '#app/kernel/actor.ts';
import { divideHalfAway } from '#app/kernel/money.ts';

/** What is measured, and how its figures are read and printed. Pure. Quantities are whole thousandths of their unit. */

export const indicatorKinds = ['ratio', 'mean', 'count', 'fte', 'percentage'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** How things stand, what an initiative brought about, what people think of it, how students fare. */
export const purposes = ['state', 'output', 'effect', 'outcome'] as const;
export type Purpose = (typeof purposes)[number];

/** The texts of a definition, each in Dutch and English, in the order in which they are read. */
export const definitionTexts = [
  'unit',
  'scale',
  'population',
  'exclusions',
  'reference',
  'numerator',
  'denominator',
  'source',
  'discussed',
] as const;

export type Split = { code: string; nameNl: string; nameEn: string };

/** What a definition says that its figures are computed and printed by. */
export type Rules = {
  kind: IndicatorKind;
  decimals: number;
  individuals: boolean;
  scaleLow: number | null;
  scaleHigh: number | null;
};

export type Quantity = {
  valueMilli: number | null;
  numeratorMilli: number | null;
  denominatorMilli: number | null;
};

/**
 * The figure as it prints, in units of its last printed digit (258 is 25.8 with one decimal), computed exactly from
 * numerator and denominator where they are known, else from the value; half away from zero.
 */
export function printedValue(
  of: Quantity,
  { kind, decimals }: Pick<Rules, 'kind' | 'decimals'>,
): number | null {
  const scale = 10n ** BigInt(decimals);
  const { valueMilli, numeratorMilli, denominatorMilli } = of;
  if (numeratorMilli !== null && denominatorMilli !== null) {
    const hundred = kind === 'percentage' ? 100n : 1n;
    return Number(divideHalfAway(BigInt(numeratorMilli) * scale * hundred, BigInt(denominatorMilli)));
  }
  return valueMilli === null ? null : printedMilli(valueMilli, decimals);
}

/** Thousandths in units of the last printed digit, half away from zero. */
export function printedMilli(milli: number, decimals: number): number {
  return Number(divideHalfAway(BigInt(milli) * 10n ** BigInt(decimals), 1000n));
}

/** Do figures of parts add up to that of the whole? */
export function addsUp(kind: IndicatorKind): boolean {
  return kind === 'count' || kind === 'fte';
}

export type Mark = 'unknown' | 'masked';

/** One observation, as it was recorded. */
export type Observation = Quantity & {
  spreadMilli: number | null;
  respondents: number | null;
  mark: Mark | null;
};

/**
 * Is the group behind a figure of individuals smaller than the threshold, so that it is not shown (law 11)? For a
 * percentage also when nearly all or nearly none have what is counted.
 */
export function isSmall(one: Observation, { kind, individuals }: Rules, below: number): boolean {
  if (one.mark === 'masked') return true;
  if (!individuals) return false;
  const few = (milli: number | null) => milli !== null && milli > 0 && milli < below * 1000;
  if (one.respondents !== null && one.respondents < below && one.mark === null) return true;
  if (addsUp(kind)) return few(one.valueMilli);
  if (one.numeratorMilli === null || one.denominatorMilli === null) return false;
  if (few(one.denominatorMilli)) return true;
  return kind === 'percentage' && (few(one.numeratorMilli) || few(one.denominatorMilli - one.numeratorMilli));
}

/** The version of a definition by which a year is measured: the latest that began by then, or the first of all. */
export function definitionFor<D extends { number: number; fromYear: number }>(
  definitions: readonly D[],
  year: number,
): D | null {
  const byNumber = definitions.toSorted((a, b) => a.number - b.number);
  return byNumber.findLast((one) => one.fromYear <= year) ?? byNumber[0] ?? null;
}

/** Does a unit give this indicator: is it named, or of a kind that does where none is named? */
export function givenBy(
  definition: { units: readonly { code: string }[]; unitKinds: readonly string[] },
  unit: { code: string; kind: string },
): boolean {
  return definition.units.length > 0
    ? definition.units.some((one) => one.code === unit.code)
    : definition.unitKinds.includes(unit.kind);
}

/** May the actor say what is measured and how, in any scheme? */
export function canDefine(actor: Actor): boolean {
  return may(actor, 'admin.scheme');
}

/** May the actor record, reflect on and hand in the figures of a unit (null: of some unit)? */
export function canRecord(actor: Actor, unitId: string | null): boolean {
  return may(actor, 'indicator.write', unitId);
}

/** What a year is called: 2024, or 2024-2025 where years are academic. */
export function yearLabel(year: number, academic: boolean): string {
  return academic ? `${year}-${year + 1}` : String(year);
}
