import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
export type Indicator = NonNullable<Scheme['indicators']>[number];
type Definition = Indicator['definitions'][number];
type Observation = NonNullable<Indicator['observations']>[number];

const source = 'Aanvulling 2021, 5.1: indicatoren 2019';
const phases = [
  { code: 'ba', nameNl: 'Bachelor', nameEn: 'Bachelor' },
  { code: 'ma', nameNl: 'Master', nameEn: 'Master' },
];
const agree = {
  kind: 'mean' as const,
  decimals: 1,
  scaleLow: 1,
  scaleHigh: 5,
  scaleNl: 'vijfpuntsschaal, 5 is helemaal eens',
  scaleEn: 'five-point scale, 5 is fully agree',
};

/** What the supplement says of all of them, in our words. */
const noTarget = {
  targetNl:
    'Geen streefwaarde: de omstandigheden veranderen te sterk om jaren te vergelijken. Elk jaar wordt gemeten en erop gereflecteerd.',
  targetEn:
    'No target: circumstances change too much to compare years. It is measured and reflected on every year.',
};
const breaks = {
  covid: {
    year: 2020,
    reasonNl: 'Corona kleurt het oordeel van studenten over het onderwijs.',
    reasonEn: 'Covid colours what students think of the teaching.',
    source: 'Aanvulling 2021, 5.1',
  },
  growth: {
    year: 2020,
    reasonNl: 'Het aantal studenten groeit: meer docenten geven dan niet vanzelf een lagere ratio.',
    reasonEn: 'Student numbers grow: more teachers do not by themselves give a lower ratio.',
    source: 'Aanvulling 2021, 5.1',
  },
  newTeachers: {
    year: 2020,
    reasonNl: 'Nieuwe docenten die aan hun BKO beginnen, verlagen het percentage.',
    reasonEn: 'New teachers who start on their qualification lower the percentage.',
    source: 'Aanvulling 2021, 5.1',
  },
};

type Rest = Partial<Definition> & Pick<Definition, 'kind'> & { themes: string[] };

function indicator(
  code: string,
  [nameNl, nameEn]: [string, string],
  { themes, ...rest }: Rest,
  more: Omit<Indicator, 'code' | 'definitions'> = {},
): Indicator {
  const definition: Definition = {
    ...{ fromYear: 2019, purpose: 'state', nameNl, nameEn, decimals: 0, units: [root], ...noTarget },
    questionNl: 'Hoe is de ontwikkeling te verklaren, en wat betekent dat voor de maatregelen?',
    questionEn: 'What explains the development, and what does it mean for the measures?',
    nodes: themes.map((node) => ({ framework: 'sectorthemas', node })),
    ...rest,
  };
  return { code, definitions: [definition], ...more };
}

const at = (year: number, rest: Partial<Observation>): Observation => ({ unit: root, year, source, ...rest });

/** The table of 2019 as it is printed: no number of respondents is given for any survey. */
const measured: Indicator[] = [
  indicator(
    'cursusevaluatie-werkvormen',
    ['Cursusevaluatie: werkvormen', 'Course evaluation: forms of teaching'],
    { ...agree, themes: ['T1'] },
    { breaks: [breaks.covid], observations: [at(2019, { valueMilli: 3900, spreadMilli: 100 })] },
  ),
  indicator(
    'student-stafratio',
    ['Student-stafratio', 'Student-staff ratio'],
    {
      ...{
        kind: 'ratio',
        decimals: 1,
        themes: ['T1'],
        unitNl: 'studenten per fte',
        unitEn: 'students per FTE',
      },
      ...{ numeratorNl: 'studenten, hoofdinschrijvingen', numeratorEn: 'students, main enrolments' },
      ...{ denominatorNl: 'staf in fte', denominatorEn: 'staff in FTE' },
      ...{ referenceNl: '1 oktober', referenceEn: '1 October' },
      exclusionsNl: 'exclusief LUMC en exclusief niet bekostigde opleidingen',
      exclusionsEn: 'without LUMC and without programmes that are not funded',
    },
    {
      breaks: [breaks.growth],
      observations: [
        at(2019, { valueMilli: 25_800, numeratorMilli: 27_670_000, denominatorMilli: 1_071_800 }),
        at(2020, {
          valueMilli: 24_400,
          caveat: 'Licht gedaald terwijl het aantal studenten steeg; teller en noemer zijn niet gedrukt.',
          source: 'Aanvulling 2021, 3.1',
        }),
      ],
    },
  ),
  indicator(
    'loopbaanmogelijkheden',
    [
      'Programma-evaluatie: aandacht voor loopbaanmogelijkheden',
      'Programme evaluation: attention to career options',
    ],
    { ...agree, splits: phases, themes: ['T2'] },
    {
      breaks: [breaks.covid],
      observations: [
        at(2019, { split: 'ba', valueMilli: 2900, spreadMilli: 1100 }),
        at(2019, { split: 'ma', valueMilli: 2900, spreadMilli: 1200 }),
      ],
    },
  ),
  indicator(
    'vakspecifieke-vaardigheden',
    [
      'Programma-evaluatie: vakspecifieke vaardigheden voor beroepen of werkvelden',
      'Programme evaluation: subject-specific skills for professions or fields of work',
    ],
    { ...agree, splits: phases, themes: ['T2'] },
    {
      breaks: [breaks.covid],
      observations: [
        at(2019, { split: 'ba', valueMilli: 3100, spreadMilli: 1100 }),
        at(2019, { split: 'ma', valueMilli: 3400, spreadMilli: 1100 }),
      ],
    },
  ),
  indicator(
    'fte-studieadviseurs',
    ['Fte studieadviseurs', 'FTE of study advisers'],
    {
      ...{ kind: 'fte', decimals: 1, themes: ['T3'], unitNl: 'fte', unitEn: 'FTE' },
      ...{ sourceNl: 'peiling bij faculteiten', sourceEn: 'poll among the faculties' },
    },
    { observations: [at(2019, { valueMilli: 54_500 })] },
  ),
  indicator(
    'leergang-studieadviseurs',
    [
      'Studieadviseurs met een certificaat van de universitaire leergang',
      'Study advisers with a certificate of the university course',
    ],
    { kind: 'count', themes: ['T3'] },
    { observations: [at(2019, { valueMilli: 10_000 })] },
  ),
  indicator(
    'bko',
    ['Docenten met een BKO', 'Teachers with the basic teaching qualification (BKO)'],
    {
      ...{ kind: 'percentage', decimals: 1, themes: ['T4'] },
      populationNl: 'BKO-plichtigen, minstens een jaar in dienst',
      populationEn: 'staff for whom the qualification is compulsory, employed for at least a year',
    },
    { breaks: [breaks.newTeachers], observations: [at(2019, { valueMilli: 88_600 })] },
  ),
  indicator(
    'sko',
    ['Docenten met een SKO', 'Teachers with the senior teaching qualification (SKO)'],
    { kind: 'count', themes: ['T4'] },
    { observations: [at(2019, { valueMilli: 29_000 })] },
  ),
  indicator(
    'matching',
    ['Bacheloropleidingen met matching of proefstuderen', 'Bachelor programmes with matching or a trial day'],
    { kind: 'count', individuals: false, themes: ['T5'], unitNl: 'opleidingen', unitEn: 'programmes' },
    { observations: [at(2019, { valueMilli: 5000 })] },
  ),
];

const initiative = (measure: string) => ({ measures: [{ document: 'bestedingsplan', measure }] });
const shared = 'Aanvulling 2021, 5.2';

/** What the joint initiatives are followed by; no figures are printed. */
function ofInitiative(
  code: string,
  names: [string, string],
  rest: Partial<Definition> & Pick<Definition, 'units'> & { measure: string; theme: string },
): Indicator {
  const { measure, theme, ...own } = rest;
  return indicator(code, names, {
    ...{ kind: 'count', purpose: 'output', fromYear: 2022, themes: [theme], ...initiative(measure) },
    ...{ sourceNl: shared, sourceEn: shared, individuals: false, ...own },
  });
}

const registered = {
  sourceNl: 'registratiesysteem waarmee docenten en teams zich aanmelden',
  sourceEn: 'registration system by which teachers and teams sign up',
  discussedNl: 'jaarlijks met de betrokken partijen',
  discussedEn: 'every year with those concerned',
};

const outputs: Indicator[] = [
  ofInitiative('welzijn-aanstellingen', ['Aangestelde wellbeing officers', 'Wellbeing officers appointed'], {
    ...{ measure: 'studentenwelzijn', theme: 'T3', units: ['soz'], individuals: false },
  }),
  ofInitiative('welzijn-trainingen', ['Trainingen ontwikkeld en gegeven', 'Trainings developed and given'], {
    ...{ measure: 'studentenwelzijn', theme: 'T3', units: ['soz'] },
  }),
  ofInitiative('ondersteuningen', ['Docenten ondersteund of geadviseerd', 'Teachers supported or advised'], {
    ...{ measure: 'teacher-support-desk', theme: 'T4', units: ['cfi', 'iclon'], individuals: true },
  }),
  ofInitiative('netwerkbijeenkomsten', ['Bijeenkomsten van het netwerk', 'Meetings of the network'], {
    ...{ measure: 'teacher-support-desk', theme: 'T4', units: ['cfi', 'iclon'] },
  }),
  ofInitiative('intervisie', ['Intervisiebijeenkomsten', 'Peer review meetings'], {
    ...{ measure: 'docentontwikkeling', theme: 'T4', units: ['iclon'] },
  }),
  ofInitiative('deelname-netwerk', ['Deelname aan netwerkbijeenkomsten', 'Attendance of network meetings'], {
    ...{ measure: 'docentontwikkeling', theme: 'T4', units: ['iclon'], individuals: true, ...registered },
  }),
];

const survey = { kind: 'mean' as const, decimals: 1, purpose: 'effect' as const, individuals: true };

const effects: Indicator[] = [
  ofInitiative(
    'evaluatie-mentoraat',
    ['Evaluatie van mentoraat en tutoraat', 'Evaluation of mentors and tutors'],
    {
      ...{ measure: 'studentenwelzijn', theme: 'T3', units: ['soz'], ...survey },
    },
  ),
  ofInitiative(
    'caring-universities',
    [
      'Psychisch welzijn volgens de enquête van Caring Universities',
      'Well-being by the Caring Universities survey',
    ],
    { measure: 'studentenwelzijn', theme: 'T3', units: ['soz'], ...survey },
  ),
  ofInitiative(
    'nse-begeleiding',
    ['Oordeel over begeleiding en ondersteuning (NSE)', 'Judgement of guidance and support (NSE)'],
    { measure: 'studentenwelzijn', theme: 'T3', units: ['soz'], ...survey },
  ),
  ofInitiative(
    'evaluatieformulieren',
    ['Evaluatie van docentontwikkeling op de faculteit', 'Evaluation of teacher development at the faculty'],
    {
      ...{ measure: 'docentontwikkeling', theme: 'T4', units: ['iclon'], ...survey, ...registered },
      sourceNl: 'standaard online evaluatieformulieren na afloop',
      sourceEn: 'standard online evaluation forms afterwards',
    },
  ),
];

const itk = 'Zelfevaluatie ITK, standaard 2: als resultaat genoemd, zonder cijfer';
const outcome = {
  ...{ kind: 'percentage' as const, decimals: 1, purpose: 'outcome' as const, sourceNl: itk, themes: ['T5'] },
  sourceEn: 'Self-evaluation for the institutional audit, standard 2: named as a result, without a figure',
};

const outcomes: Indicator[] = [
  indicator('uitval', ['Uitval', 'Drop-out'], outcome),
  indicator('bachelor-in-vier-jaar', ['Bachelor binnen vier jaar', 'Bachelor within four years'], outcome),
];

export const indicators: Indicator[] = [...measured, ...outputs, ...effects, ...outcomes];

/** Of the plan on student well-being: only sums of all answers come back to the university. */
export const wellbeingIndicators: Indicator[] = [
  {
    code: 'mind-health-check',
    definitions: [
      {
        ...{ fromYear: 2024, kind: 'percentage', purpose: 'effect', decimals: 0, units: [root] },
        nameNl: 'Studenten die de Mind-Health Check invulden',
        nameEn: 'Students who filled in the Mind-Health Check',
        populationNl: 'studenten; alleen totalen, geen antwoorden van personen',
        populationEn: 'students; totals only, no answers of persons',
        sourceNl: 'Mind-Health Check van Caring Universities, elk jaar',
        sourceEn: 'Mind-Health Check of Caring Universities, every year',
        targetNl: 'Het plan noemt geen streefwaarde.',
        targetEn: 'The plan names no target.',
        nodes: [],
        measures: [{ document: 'plan-van-aanpak', measure: 'P2-5' }],
      },
    ],
  },
];
