import type { IndicatorKind, Purpose, Split } from './indicator.ts';

export type Names = { code: string; nameNl: string; nameEn: string };

/** One version of how an indicator is measured. */
export type Definition = {
  definitionId: string;
  number: number;
  fromYear: number;
  comparable: boolean;
  reasonNl: string;
  reasonEn: string;
  kind: IndicatorKind;
  purpose: Purpose;
  nameNl: string;
  nameEn: string;
  unitNl: string;
  unitEn: string;
  decimals: number;
  scaleLow: number | null;
  scaleHigh: number | null;
  scaleNl: string;
  scaleEn: string;
  populationNl: string;
  populationEn: string;
  exclusionsNl: string;
  exclusionsEn: string;
  referenceNl: string;
  referenceEn: string;
  numeratorNl: string;
  numeratorEn: string;
  denominatorNl: string;
  denominatorEn: string;
  sourceNl: string;
  sourceEn: string;
  discussedNl: string;
  discussedEn: string;
  questionNl: string;
  questionEn: string;
  targetMilli: number | null;
  targetAtLeast: boolean;
  targetNl: string;
  targetEn: string;
  academic: boolean;
  individuals: boolean;
  splits: Split[];
  unitKinds: string[];
  units: Names[];
  nodes: (Names & { framework: string })[];
  measures: { document: string; measure: string; name: string }[];
};

export type Break = {
  breakId: string;
  /** null: of every unit */
  unit: string | null;
  year: number;
  reasonNl: string;
  reasonEn: string;
  source: string;
};

/** An indicator with every version of its definition, the newest last, and the breaks in its series. */
export type Indicator = {
  indicatorId: string;
  code: string;
  lastYear: number | null;
  revision: number;
  definitions: Definition[];
  breaks: Break[];
};

/** The newest version of an indicator's definition: what it is called and asks now. */
export function current(of: Pick<Indicator, 'definitions'>): Definition {
  return of.definitions.at(-1)!;
}
