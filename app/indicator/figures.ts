import type { Placement, Unit } from '#app/organisation/organisation.ts';
import type { Break, Definition, Indicator, Names } from './definition.ts';
import { definitionFor, type Observation } from './indicator.ts';

/** The shapes of figures: as they were recorded, and as readers see them. */

/** The latest observation of an indicator, unit, year and split. */
export type Recorded = Observation & {
  indicatorId: string;
  definitionId: string;
  unit: string;
  year: number;
  split: string;
  number: number;
  caveat: string;
  source: string;
  reason: string;
  afterSubmission: number;
};

export type Reflection = {
  indicatorId: string;
  unit: string;
  year: number;
  number: number;
  text: string;
  afterSubmission: number;
};

export type Submission = { unit: string; year: number; number: number; onDate: string; contentHash: string };

/** `hidden` is a figure that is not small, left out because a small one would follow from it. */
export type PointState = 'value' | 'masked' | 'hidden' | 'unknown' | 'missing';

/** A figure of one year as a reader may see it. */
export type Point = {
  year: number;
  state: PointState;
  /** in units of the last printed digit */
  printed: number | null;
  /** of a figure that is no ratio: exact, for sums */
  valueMilli: number | null;
  numeratorMilli: number | null;
  denominatorMilli: number | null;
  spreadMilli: number | null;
  respondents: number | null;
  /** what a sum of units lacks */
  lacks: 'masked' | 'unknown' | null;
  caveat: string;
  source: string;
  reason: string;
  /** how often it was recorded, counting corrections; 0 without a figure */
  number: number;
  /** of the version of the definition by which it was measured */
  definition: number | null;
  /** not handed in, or corrected since */
  draft: boolean;
};

export type SeriesRow = { split: string; points: Point[] };

export type UnitFigures = Names & {
  kind: string;
  /** the sum of what units gave, not a figure of its own */
  sum: boolean;
  rows: SeriesRow[];
  reflections: { year: number; text: string; number: number; draft: boolean }[];
};

export type IndicatorFigures = {
  indicatorId: string;
  code: string;
  revision: number;
  lastYear: number | null;
  definition: Definition;
  definitions: Definition[];
  breaks: Break[];
  units: UnitFigures[];
};

export type IndicatorTable = {
  years: number[];
  maskedBelow: number;
  indicators: IndicatorFigures[];
  submissions: Submission[];
};

export type TableInput = {
  indicators: readonly Indicator[];
  units: readonly Unit[];
  placements: readonly Placement[];
  observations: readonly Recorded[];
  reflections: readonly Reflection[];
  submissions: readonly Submission[];
  years: number[];
  maskedBelow: number;
};

/** Years before which the series of a unit breaks: where somebody said so, and where the definition changed so. */
export function breakYears(of: Pick<IndicatorFigures, 'breaks' | 'definitions'>, unit: string): number[] {
  const said = of.breaks.filter((one) => one.unit === null || one.unit === unit).map((one) => one.year);
  const changed = of.definitions
    .filter((one) => one.number > 1 && !one.comparable)
    .map((one) => one.fromYear);
  return [...new Set([...said, ...changed])].sort((a, b) => a - b);
}

/** The definition by which a year is measured. */
export function rulesIn(of: Pick<IndicatorFigures, 'definitions'>, year: number): Definition {
  return definitionFor(of.definitions, year)!;
}

/** What tells one figure of an indicator from another. */
export const keyOf = (of: { unit: string; year: number; split: string }) =>
  `${of.unit}|${of.year}|${of.split}`;

/** How often the set of this unit and year was handed in. */
export function submittedTimes(
  submissions: readonly Submission[],
  of: { unit: string; year: number },
): number {
  const own = submissions.filter((one) => one.unit === of.unit && one.year === of.year);
  return Math.max(0, ...own.map((one) => one.number));
}

/** Was there such a unit in any part of the year? An academic year begins in September. */
export function existsIn(unit: Pick<Unit, 'from' | 'through'>, year: number, academic: boolean): boolean {
  const [first, last] = academic
    ? [`${year}-09-01`, `${year + 1}-08-31`]
    : [`${year}-01-01`, `${year}-12-31`];
  return (unit.from ?? '') <= last && (unit.through ?? '9999') >= first;
}
