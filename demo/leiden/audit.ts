import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Consultation = NonNullable<Scheme['consultations']>[number];

const source = 'Samenvatting van de zelfstudie voor de Instellingstoets Kwaliteitszorg 2019';

export const standards: NonNullable<InstitutionInput['frameworks']>[number] = {
  code: 'itk-standaarden',
  nameNl: 'Standaarden van de instellingstoets',
  nameEn: 'Standards of the institutional audit',
  source,
  nodes: [
    ['Visie en beleid', 'Vision and policy'],
    ['Uitvoering', 'Implementation'],
    ['Evaluatie en monitoring', 'Evaluation and monitoring'],
    ['Ontwikkeling en kwaliteitscultuur', 'Development and quality culture'],
  ].map(([nameNl, nameEn], i) => ({ code: `S${i + 1}`, nameNl: nameNl!, nameEn: nameEn! })),
};

/** The summary names no days: the self-study was ready before the audit of January 2019. */
const at = new Date('2018-12-31T00:00:00+01:00').toISOString();
const about = {
  ...{ unit: root, document: 'zelfstudie', source, on: 'vóór januari 2019' },
  caveat: 'De dag is niet gedrukt.',
};

const consultations: Consultation[] = [
  {
    ...about,
    ...{ date: '2018-12-01', method: 'overleg', body: 'onderwijsberaad' },
    title: 'Overleg over de zelfstudie met het Onderwijsberaad',
  },
  {
    ...about,
    ...{ date: '2018-12-02', method: 'inbreng', withWhom: 'Studenten en medewerkers' },
    title: 'Inbreng van studenten en medewerkers',
    caveat: 'Hoe en met hoeveel, is niet gedrukt.',
  },
  {
    ...about,
    ...{ date: '2018-12-03', method: 'instemming', body: 'ur' },
    title: 'Instemming van de universiteitsraad',
    outcome: 'De zelfstudie kwam tot stand met instemming van de raad.',
    caveat: 'De dag, de opkomst en de stemmen zijn niet gedrukt; daarom staat er geen besluit met uitslag.',
  },
];

/** The institutional audit of 2019, as far as its making is printed: the self-study, whom was asked, and consent. */
export const audit: Scheme = {
  code: 'instellingstoets-2019',
  nameNl: 'Instellingstoets Kwaliteitszorg 2019',
  nameEn: 'Institutional audit 2019',
  legalSource: 'Beoordelingskader accreditatiestelsel hoger onderwijs Nederland',
  firstYear: 2018,
  lastYear: 2019,
  themes: 'itk-standaarden',
  documentKinds: [
    {
      code: 'zelfstudie',
      nameNl: 'Zelfstudie',
      nameEn: 'Self-study',
      unitKinds: ['institution'],
      rights: [
        {
          ...{ bodyKind: 'university-council', bodyAt: 'institution', kind: 'consent', prior: true },
          ...{ termDays: 30, basis: source, certainty: 'text' },
        },
      ],
    },
  ],
  consultationMethods: [
    { code: 'overleg', nameNl: 'Overleg', nameEn: 'Talk' },
    { code: 'inbreng', nameNl: 'Inbreng', nameEn: 'Input', kind: 'input' },
    { code: 'instemming', nameNl: 'Instemming', nameEn: 'Consent' },
  ],
  consultations,
  documents: [
    {
      code: 'zelfstudie',
      kind: 'zelfstudie',
      unit: root,
      title: 'Zelfstudie voor de Instellingstoets Kwaliteitszorg',
      firstYear: 2018,
      lastYear: 2019,
      authors: [
        { nameNl: 'Universiteit Leiden (“we”)', nameEn: 'Leiden University (“we”)', source },
        {
          ...{ nameNl: 'Studenten en medewerkers', nameEn: 'Students and staff' },
          ...{ part: 'contributor', source },
        },
      ],
      versions: [
        {
          number: 1,
          status: 'adopted',
          ...{ createdAt: at, submittedAt: at, adoptedAt: at, inForce: { from: at, recordedAt: at } },
          note: 'Klaar vóór de toets van januari 2019; de dag is niet gedrukt, de laatste van 2018 staat ervoor. De tekst zelf staat hier niet. Vooraan legt zij de toets begin januari 2019, achteraan op 22 en 23 januari en 20 tot en met 22 februari.',
          source,
        },
      ],
    },
  ],
};
