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
};

type Brief = {
  code: string;
  node: string;
  name: string;
  description: string;
  owner: string;
  target: string;
  additionality?: Measure['additionality'];
  serves: string[];
  weight: number;
  components: PlannedMeasure['components'];
  years?: [number, number];
} & Pick<PlannedMeasure, 'stimulated' | 'pmIn'>;

function measure({ target, serves, years, additionality, ...rest }: Brief): PlannedMeasure {
  return {
    ...rest,
    targetGroup: target,
    additionality: additionality ?? 'new',
    firstYear: years?.[0] ?? firstYear,
    lastYear: years?.[1] ?? lastYear,
    serves: serves.map((node) => ({ framework: 'ambities', node })),
  };
}

const law: PlannedMeasure[] = [
  measure({
    code: 'werkgroepen',
    node: 'T1',
    name: 'Werkgroepen van twintig',
    description:
      'In de eerste twee jaar krijgt elk vak werkgroepen van hooguit twintig studenten, met wekelijkse schrijfopdrachten en persoonlijke feedback.',
    owner: 'Onderwijsdirecteur',
    target: 'Bachelorstudenten in jaar 1 en 2',
    serves: ['A2'],
    weight: 38,
    components: [
      ['Docenten', 'docenten', 80],
      ['Studentassistenten', 'studentassistenten', 20],
    ],
  }),
  measure({
    code: 'honours',
    node: 'T2',
    name: 'Honourstraject praktijk',
    description: 'Studenten werken een jaar lang aan vragen van rechtbank, gemeente of advocatuur.',
    owner: 'Coördinator honours',
    target: 'Honoursstudenten',
    additionality: 'continued',
    serves: ['A1', 'A5', 'A8'],
    weight: 12,
    components: [['Begeleiding', 'docenten', 100]],
  }),
  measure({
    code: 'mentoraat',
    node: 'T3',
    name: 'Mentoraat eerste jaar',
    description: 'Elke eerstejaars heeft een ouderejaars mentor en een docent die de groep volgt.',
    owner: 'Hoofd studieadvies',
    target: 'Eerstejaars',
    serves: ['A3', 'A6'],
    weight: 22,
    components: [
      ['Docentmentoren', 'begeleiders', 60],
      ['Ouderejaars mentoren', 'studentassistenten', 30],
      ['Training van mentoren', 'training', 10],
    ],
    stimulated: 2022,
  }),
];

/** The measures of a unit's plan in a version. */
export function measuresOf(_unit: string, _version: number): PlannedMeasure[] {
  return law;
}
