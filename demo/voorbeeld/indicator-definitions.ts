import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Indicator = NonNullable<Scheme['indicators']>[number];
export type Definition = Indicator['definitions'][number];

const phases = [
  { code: 'ba', nameNl: 'Bachelor', nameEn: 'Bachelor' },
  { code: 'ma', nameNl: 'Master', nameEn: 'Master' },
];
const theme = (node: string) => [{ framework: 'themas', node }];
const noTarget = (nl: string, en: string) => ({ targetNl: nl, targetEn: en });

const agree = {
  ...{ kind: 'mean' as const, decimals: 1, scaleLow: 1, scaleHigh: 5 },
  ...{ scaleNl: 'vijfpuntsschaal, 5 is helemaal eens', scaleEn: 'five-point scale, 5 is fully agree' },
};

const ratio: Definition = {
  ...{ fromYear: 2021, kind: 'ratio', purpose: 'state', decimals: 1, unitKinds: ['faculty'] },
  ...{ nameNl: 'Studenten per docent', nameEn: 'Students per teacher' },
  ...{ unitNl: 'studenten per fte', unitEn: 'students per FTE' },
  ...{ numeratorNl: 'ingeschreven studenten', numeratorEn: 'enrolled students' },
  ...{ denominatorNl: 'wetenschappelijke staf in fte', denominatorEn: 'academic staff in FTE' },
  ...{ referenceNl: '1 oktober', referenceEn: '1 October' },
  ...{ exclusionsNl: 'niet bekostigde opleidingen', exclusionsEn: 'programmes that are not funded' },
  ...{ sourceNl: 'Studentadministratie en personeelssysteem', sourceEn: 'Student and staff records' },
  questionNl: 'Komt een verandering door docenten, door studenten of door beide?',
  questionEn: 'Does a change come from teachers, from students or from both?',
  ...noTarget(
    'Geen streefwaarde: groei van studenten kan extra docenten verbergen.',
    'No target: growth of student numbers can hide extra teachers.',
  ),
  nodes: theme('T1'),
  measures: [{ document: 'plan-recht', measure: 'werkgroepen' }],
};

/** With every version of how it is measured, in the order of the list. */
export const definitions: Record<string, Definition[]> = {
  'studenten-per-docent': [
    ratio,
    {
      ...ratio,
      ...{ fromYear: 2024, comparable: false, denominatorNl: 'staf in fte, met student-assistenten' },
      denominatorEn: 'staff in FTE, with student assistants',
      reasonNl: 'Student-assistenten geven een groot deel van de werkgroepen en tellen vanaf 2024 mee.',
      reasonEn: 'Student assistants teach many of the seminars and count from 2024.',
    },
  ],
  werkvormen: [
    {
      ...{ ...agree, fromYear: 2021, purpose: 'effect', academic: true, splits: phases },
      ...{ nameNl: 'Oordeel over werkvormen', nameEn: 'Judgement of forms of teaching' },
      ...{ populationNl: 'studenten die een vak afrondden', populationEn: 'students who completed a course' },
      ...{ sourceNl: 'Standaard evaluatieformulieren', sourceEn: 'Standard evaluation forms' },
      discussedNl: 'elk jaar met de opleidingscommissies',
      discussedEn: 'every year with the programme committees',
      questionNl: 'Wat zeiden studenten erbij, en wat is daarmee gedaan?',
      questionEn: 'What did students add, and what was done with it?',
      ...noTarget(
        'Geen streefwaarde: een oordeel hangt aan de vraag en aan wie antwoordt.',
        'No target: a judgement hangs on the question and on who answers.',
      ),
      ...{ unitKinds: ['faculty'], nodes: theme('T1') },
      measures: [
        { document: 'plan-recht', measure: 'werkgroepen' },
        { document: 'plan-beta', measure: 'practica' },
      ],
    },
  ],
  bko: [
    {
      ...{ fromYear: 2021, kind: 'percentage', purpose: 'state', decimals: 1, unitKinds: ['faculty'] },
      ...{ nameNl: 'Docenten met een BKO', nameEn: 'Teachers with a teaching qualification (BKO)' },
      populationNl: 'docenten voor wie het verplicht is en die minstens een jaar in dienst zijn',
      populationEn: 'teachers for whom it is compulsory and who are employed for at least a year',
      ...{ numeratorNl: 'met BKO', numeratorEn: 'with BKO' },
      ...{ denominatorNl: 'BKO-plichtige docenten', denominatorEn: 'teachers who must have it' },
      ...{ referenceNl: '31 december', referenceEn: '31 December' },
      ...{ sourceNl: 'Personeelssysteem', sourceEn: 'Staff records' },
      questionNl: 'Wie hebben het nog niet, en wat doet de faculteit daaraan?',
      questionEn: 'Who do not have it yet, and what does the faculty do about it?',
      ...{ targetMilli: 85_000, targetAtLeast: true },
      targetNl: 'Afgesproken in de bestuursafspraken van 2022: wie lesgeeft, is daarvoor opgeleid.',
      targetEn: 'Agreed in the administrative agreements of 2022: who teaches is trained for it.',
      nodes: theme('T4'),
      measures: [
        { document: 'plan-recht', measure: 'docenttijd' },
        { document: 'plan-mens', measure: 'coaching' },
      ],
    },
  ],
  'fte-studieadviseurs': [
    {
      ...{ fromYear: 2021, kind: 'fte', purpose: 'state', decimals: 1, unitKinds: ['faculty'] },
      ...{ nameNl: 'Fte studieadviseurs', nameEn: 'FTE of study advisers', individuals: false },
      ...{ unitNl: 'fte', unitEn: 'FTE', referenceNl: '31 december', referenceEn: '31 December' },
      ...{ sourceNl: 'Peiling bij faculteiten', sourceEn: 'Poll among the faculties' },
      questionNl: 'Is de inzet genoeg voor wie om een gesprek vraagt?',
      questionEn: 'Is there enough for whoever asks for a talk?',
      ...noTarget(
        'Geen streefwaarde: faculteiten verdelen begeleiding anders over docenten en adviseurs.',
        'No target: faculties divide guidance differently between teachers and advisers.',
      ),
      nodes: theme('T3'),
      measures: [{ document: 'plan-beta', measure: 'studieadvies' }],
    },
  ],
  leergang: [
    {
      ...{ fromYear: 2021, kind: 'count', purpose: 'output', decimals: 0 },
      nameNl: 'Studieadviseurs met een certificaat van de leergang',
      nameEn: 'Study advisers with a certificate of the course',
      ...{ sourceNl: 'Registratie van de leergang', sourceEn: 'Register of the course' },
      questionNl: 'Wie volgen de leergang dit jaar?',
      questionEn: 'Who follow the course this year?',
      ...noTarget('Geen streefwaarde: de leergang is vrijwillig.', 'No target: the course is voluntary.'),
      ...{ unitKinds: ['institution', 'faculty'], nodes: theme('T3') },
    },
  ],
  uitval: [
    {
      ...{ fromYear: 2021, kind: 'percentage', purpose: 'outcome', decimals: 1, academic: true },
      ...{ nameNl: 'Uitval in het eerste jaar', nameEn: 'Drop-out in the first year' },
      ...{ numeratorNl: 'eerstejaars die stopten', numeratorEn: 'first-years who stopped' },
      ...{ denominatorNl: 'eerstejaars op 1 oktober', denominatorEn: 'first-years on 1 October' },
      ...{ sourceNl: '1cijferHO', sourceEn: '1cijferHO' },
      questionNl: 'Wie vielen uit, en wat is over de redenen bekend?',
      questionEn: 'Who dropped out, and what is known about why?',
      ...{ targetMilli: 20_000, targetAtLeast: false },
      targetNl: 'Hooguit één op de vijf: het gemiddelde van vergelijkbare universiteiten in 2021.',
      targetEn: 'One in five at most: the average of comparable universities in 2021.',
      ...{ unitKinds: ['faculty'], nodes: theme('T5') },
      measures: [{ document: 'plan-beta', measure: 'aansluiting' }],
    },
  ],
  'bachelor-in-vier': [
    {
      ...{ fromYear: 2021, kind: 'percentage', purpose: 'outcome', decimals: 0, academic: true },
      ...{ nameNl: 'Bachelor binnen vier jaar', nameEn: 'Bachelor within four years' },
      ...{ numeratorNl: 'geslaagd binnen vier jaar', numeratorEn: 'passed within four years' },
      ...{ denominatorNl: 'herinschrijvers na het eerste jaar', denominatorEn: 're-enrolled after year one' },
      ...{ sourceNl: '1cijferHO', sourceEn: '1cijferHO' },
      questionNl: 'Wat houdt studenten op?',
      questionEn: 'What holds students up?',
      ...noTarget(
        'Geen streefwaarde: studenten die besturen of werken mogen er langer over doen.',
        'No target: students who serve on boards or work may take longer.',
      ),
      ...{ unitKinds: ['faculty'], nodes: theme('T5') },
    },
  ],
  'welzijn-trainingen': [
    {
      ...{ fromYear: 2022, kind: 'count', purpose: 'output', decimals: 0, individuals: false },
      nameNl: 'Trainingen en spreekuren van de welzijnsteams',
      nameEn: 'Trainings and office hours of the well-being teams',
      ...{ sourceNl: 'Agenda van de teams', sourceEn: 'Calendar of the teams' },
      questionNl: 'Waar was de vraag groter dan het aanbod?',
      questionEn: 'Where was demand larger than supply?',
      ...noTarget('Geen streefwaarde: de vraag bepaalt het aanbod.', 'No target: demand sets supply.'),
      ...{ units: ['dienst-studenten'], nodes: theme('T3') },
      measures: [{ document: 'plan-gezamenlijk', measure: 'welzijn' }],
    },
  ],
  'docenthuis-deelnemers': [
    {
      ...{ fromYear: 2022, kind: 'count', purpose: 'output', decimals: 0 },
      ...{ nameNl: 'Deelnemers in het Docentenhuis', nameEn: 'Participants in the Teachers’ House' },
      ...{
        populationNl: 'docenten die een cursus afrondden',
        populationEn: 'teachers who completed a course',
      },
      ...{ sourceNl: 'Aanmeldsysteem voor cursussen', sourceEn: 'Registration system for courses' },
      ...{ discussedNl: 'elk jaar met de faculteiten', discussedEn: 'every year with the faculties' },
      questionNl: 'Welke docenten worden niet bereikt?',
      questionEn: 'Which teachers are not reached?',
      ...noTarget('Geen streefwaarde in de opbouwfase.', 'No target while it is being built up.'),
      ...{ units: ['dienst-onderwijs'], nodes: theme('T4') },
      measures: [{ document: 'plan-gezamenlijk', measure: 'docenthuis' }],
    },
  ],
  'docenthuis-oordeel': [
    {
      ...{ ...agree, fromYear: 2022, purpose: 'effect' },
      nameNl: 'Oordeel van deelnemers aan het Docentenhuis',
      nameEn: 'Judgement of participants in the Teachers’ House',
      ...{ sourceNl: 'Evaluatieformulier na elke cursus', sourceEn: 'Evaluation form after each course' },
      ...{ discussedNl: 'elk jaar met de faculteiten', discussedEn: 'every year with the faculties' },
      questionNl: 'Wat namen docenten mee naar hun onderwijs?',
      questionEn: 'What did teachers take back to their teaching?',
      ...{ targetMilli: 4000, targetAtLeast: true },
      targetNl: 'Vier op een schaal van vijf, zo is met de faculteiten afgesproken.',
      targetEn: 'Four on a scale of five, as agreed with the faculties.',
      ...{ units: ['dienst-onderwijs'], nodes: theme('T4') },
      measures: [{ document: 'plan-gezamenlijk', measure: 'docenthuis' }],
    },
  ],
  zelftest: [
    {
      ...{ fromYear: 2021, kind: 'percentage', purpose: 'effect', decimals: 1 },
      nameNl: 'Studenten die de jaarlijkse zelftest over welzijn invulden',
      nameEn: 'Students who filled in the yearly self-test on well-being',
      populationNl: 'alle studenten; er komen alleen totalen terug',
      populationEn: 'all students; only totals come back',
      ...{ numeratorNl: 'ingevulde tests', numeratorEn: 'tests filled in' },
      ...{ denominatorNl: 'uitgenodigde studenten', denominatorEn: 'students invited' },
      ...{ sourceNl: 'Aanbieder van de zelftest', sourceEn: 'Provider of the self-test' },
      questionNl: 'Wat is met de uitkomsten gedaan?',
      questionEn: 'What was done with the results?',
      ...noTarget('Geen streefwaarde: meedoen is vrijwillig.', 'No target: taking part is voluntary.'),
      ...{ units: [root], nodes: theme('T3') },
      measures: [{ document: 'plan-gezamenlijk', measure: 'welzijn' }],
    },
  ],
};
