import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { faculty } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Consultation = NonNullable<Scheme['consultations']>[number];

const source = 'Facultair plan Geneeskunde, versie 1.0, 14-2-2019';
const council = { kind: 'faculty-council', at: 'unit' as const };

/** What the plan foresees; where no day is printed the last of the year stands, and the note says so. */
export const cycleSteps: Scheme['cycleSteps'] = [
  {
    code: 'besteding',
    nameNl: 'Besteding kwaliteitsgelden in de O&O-raad',
    nameEn: 'Spending of the quality funds in the O&O council',
    unitKinds: ['faculty'],
    body: council,
    rule: { kind: 'day', year: 'calendar', month: 12, day: 31 },
    firstYear: 2019,
    lastYear: 2024,
    noteNl:
      'Elk jaar: wat is uitgegeven, welke doelen zijn bereikt, wat is gepland; zo nodig bijstelling van de verhouding tussen de thema’s en de verdeling over de opleidingen. Een dag is niet gedrukt.',
    noteEn:
      'Every year: what was spent, which goals were reached, what is planned; if needed the ratio between the themes and the split over the programmes are adjusted. No day is printed.',
    source,
  },
  {
    code: 'evaluatie',
    nameNl: 'Evaluatie van thema 1',
    nameEn: 'Evaluation of theme 1',
    unitKinds: ['faculty'],
    rule: { kind: 'day', year: 'calendar', month: 12, day: 31 },
    firstYear: 2019,
    lastYear: 2023,
    everyYears: 2,
    noteNl:
      'Het eerste jaar is uitgewerkt, de jaren vanaf 2020 zijn globaal beschreven. Eind 2019 de eerste evaluatie.',
    noteEn:
      'The first year is in detail, the years from 2020 in outline. First evaluation at the end of 2019.',
    source,
  },
  {
    code: 'uitwerking',
    nameNl: 'Plan voor de volgende twee jaar',
    nameEn: 'Plan for the next two years',
    unitKinds: ['faculty'],
    kind: 'facultair-plan',
    body: council,
    right: 'consent',
    counts: 'submitted',
    rule: { kind: 'from', step: 'evaluatie', count: 13, unit: 'week' },
    firstYear: 2019,
    lastYear: 2023,
    everyYears: 2,
    noteNl:
      'Na elke evaluatie worden de plannen voor de volgende twee jaar uitgewerkt. De dertien weken zijn aangenomen.',
    noteEn:
      'After each evaluation the plans for the next two years are worked out. The thirteen weeks are assumed.',
    source,
  },
];

export const consultationMethods: Scheme['consultationMethods'] = [
  { code: 'raadpleging', nameNl: 'Raadpleging', nameEn: 'Consultation', individuals: true },
  { code: 'enquete', nameNl: 'Enquête', nameEn: 'Survey', individuals: true, kind: 'survey' },
  { code: 'formeel', nameNl: 'Formeel overleg', nameEn: 'Formal meeting' },
  { code: 'inbreng', nameNl: 'Inbreng van commissies', nameEn: 'Input of committees', kind: 'input' },
];

const theme = (node: string) => ({ framework: 'themas', node });
/** The plan does not print which measure answers which topic: what stands here follows from their subjects. */
const answer = (measure: string) => ({ measures: [{ document: 'plan-geneeskunde', measure }] });
const about = { unit: faculty, document: 'plan-geneeskunde', source };

export const consultations: Consultation[] = [
  {
    ...about,
    date: '2019-01-10',
    title: 'Studentenraadpleging',
    method: 'raadpleging',
    withWhom: 'Studenten van BMW, BMS, SUMMA en Geneeskunde',
    aim: 'Ideeën voor verbetering, voor studenten en docenten.',
    present: 20,
    caveat: 'Het jaartal is afgeleid uit de samenhang.',
  },
  {
    ...about,
    date: '2019-01-11',
    title: 'Raadpleging van studenten KGW',
    method: 'raadpleging',
    withWhom: 'Studenten KGW, tijdens een college, via een digitale toepassing',
    caveat: 'Hoeveel studenten meededen, is niet gedrukt. Het jaartal is afgeleid uit de samenhang.',
  },
  {
    ...about,
    date: '2019-01-22',
    title: 'Enquête onder docenten en studenten',
    method: 'enquete',
    withWhom: 'Docenten en studenten van alle opleidingen',
    answered: 138,
    parts: [{ name: 'docenten', heads: 80, about: true }],
    caveat:
      'Van studenten Geneeskunde en KGW kwamen weinig antwoorden. Stand op deze dag; het jaartal is afgeleid. Welke maatregel op welk onderwerp antwoordt, volgt uit hun onderwerp en is niet gedrukt.',
    topics: [
      {
        text: 'Meer persoonlijke feedback op inhoud en voortgang',
        nodes: [theme('U3')],
        ...answer('begeleiding'),
      },
      { text: 'Uitdagender onderwijs', nodes: [theme('U1')], ...answer('kleinschalig') },
      { text: 'Meer persoonlijke begeleiding', nodes: [theme('U3')], ...answer('begeleiding') },
      { text: 'Training om burn-out te voorkomen', nodes: [theme('U3')], ...answer('veerkracht') },
      { text: 'Didactische vaardigheden van docenten', nodes: [theme('U2')], ...answer('leergangen') },
      { text: 'Waardering en tijd voor docenten', nodes: [theme('U2')], ...answer('tijd') },
    ],
  },
  {
    ...about,
    date: '2019-01-23',
    title: 'Opleidingscommissies gevraagd om inbreng',
    method: 'inbreng',
    body: 'oo-raad',
    withWhom: 'Opleidingscommissies, met hun reactie aan de O&O-raad',
    aim: 'Reactie op de conceptplannen, vóór de O&O-raad over instemming beslist.',
    caveat: 'Het jaartal is afgeleid uit de samenhang.',
  },
];
