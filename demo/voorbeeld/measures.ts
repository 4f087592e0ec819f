import type { Version } from './money.ts';
import { firstYear, lastYear } from './scheme.ts';

type Measure = NonNullable<Version['measures']>[number];

/** A measure with what its budget is made from. */
export type PlannedMeasure = Measure & {
  /** share of what is allocated, relative to the other measures */
  weight: number;
  /** name, cost kind, relative share */
  components: [name: string, costKind: string, weight: number][];
  /** the year in which the outside fund pays for it */
  stimulated?: number;
  /** the year in which its amount is pro memoria */
  pmIn?: number;
  /** what is to be seen of it, for the text of the plan */
  result: string;
};

/** A measure as it is written down here; absent: new, and in all years of the scheme. */
export type Brief = {
  code: string;
  node: string;
  name: string;
  description: string;
  owner: string;
  target: string;
  result: string;
  additionality?: Measure['additionality'];
  serves: string[];
  weight: number;
  components: PlannedMeasure['components'];
  years?: [number, number];
} & Pick<PlannedMeasure, 'stimulated' | 'pmIn'>;

export function planned({ target, serves, years, additionality, ...rest }: Brief): PlannedMeasure {
  return {
    ...rest,
    targetGroup: target,
    additionality: additionality ?? 'new',
    firstYear: years?.[0] ?? firstYear,
    lastYear: years?.[1] ?? lastYear,
    serves: serves.map((node) => ({ framework: 'ambities', node })),
  };
}

export const teaching: PlannedMeasure['components'] = [
  ['Docenten', 'docenten', 80],
  ['Studentassistenten', 'studentassistenten', 20],
];
export const guiding: PlannedMeasure['components'] = [
  ['Begeleiders', 'begeleiders', 70],
  ['Studentmentoren', 'studentassistenten', 20],
  ['Training', 'training', 10],
];
export const developing: PlannedMeasure['components'] = [
  ['Vrijgemaakte tijd', 'docenten', 65],
  ['Onderwijskundig advies', 'onderwijskundigen', 25],
  ['Cursussen', 'training', 10],
];
