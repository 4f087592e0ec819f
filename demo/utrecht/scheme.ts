import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { consultationMethods, consultations, cycleSteps } from './cycle.ts';
import { documents } from './documents.ts';
import { fteCents } from './figures.ts';
import { tables } from './tables.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Kind = NonNullable<Scheme['documentKinds']>[number];

const plan = 'Plan faculteit Geneeskunde 2019';

type Links = { sector: string[]; strategy: string };

function theme(code: string, [nameNl, nameEn]: [string, string], aliases: string[], links: Links) {
  return {
    code,
    nameNl,
    nameEn,
    aliases: aliases.map((name) => ({ name, context: `${plan}, begroting` })),
    links: [
      { framework: 'onderwijsstrategie', node: links.strategy },
      ...links.sector.map((node) => ({ framework: 'sectorthemas', node })),
    ],
  };
}

/** The links to the sector's themes and the strategy follow from the subjects; the plan does not print them. */
export const frameworks: InstitutionInput['frameworks'] = [
  {
    code: 'themas',
    nameNl: "Thema's Universiteit Utrecht",
    nameEn: 'Themes of Utrecht University',
    source: plan,
    nodes: [
      theme(
        'U1',
        ['Intensiever en kleinschalig onderwijs', 'Intensive small-scale teaching'],
        ['Kleinschalig onderwijs'],
        { sector: ['T1'], strategy: 'O1' },
      ),
      theme(
        'U2',
        ['Professionalisering docenten', 'Professional development of teachers'],
        ['Docentprofessionalisering', 'Prof. Docenten'],
        { sector: ['T4'], strategy: 'O2' },
      ),
      theme(
        'U3',
        [
          'Begeleiding studenten, inclusief toegankelijkheid en gelijke kansen',
          'Student guidance, including accessibility and equal chances',
        ],
        ['Begeleiding studenten'],
        { sector: ['T3', 'T5'], strategy: 'O3' },
      ),
    ],
  },
  {
    code: 'sectorthemas',
    nameNl: "Thema's sectorakkoord 2018",
    nameEn: 'Themes of the sector agreement 2018',
    source: 'Sectorakkoord wetenschappelijk onderwijs 2018',
    nodes: [
      ['Intensiever en kleinschaliger onderwijs', 'Smaller-scale and more intensive teaching'],
      ['Onderwijsdifferentiatie', 'Educational differentiation'],
      ['Meer en betere begeleiding van studenten', 'More and better student guidance'],
      ['Verdere professionalisering van docenten', 'Professional development of teachers'],
      ['Studiesucces', 'Study success'],
      ['Passende en goede onderwijsfaciliteiten', 'Suitable and good facilities'],
    ].map(([nameNl, nameEn], i) => ({ code: `T${i + 1}`, nameNl: nameNl!, nameEn: nameEn! })),
  },
  {
    code: 'onderwijsstrategie',
    nameNl: 'Onderwijsstrategie 2016',
    nameEn: 'Educational strategy 2016',
    source: `${plan}; het verband met de thema’s is afgeleid`,
    nodes: [
      [
        'Online en contactonderwijs die elkaar versterken',
        'Online and face-to-face teaching that strengthen each other',
      ],
      ['Docenten gewaardeerd en in ontwikkeling', 'Teachers valued and developing'],
      ['Veerkracht van studenten en medewerkers', 'Resilience of students and staff'],
    ].map(([nameNl, nameEn], i) => ({ code: `O${i + 1}`, nameNl: nameNl!, nameEn: nameEn! })),
  },
];

function question(code: string, per: 'document' | 'theme', textNl: string, textEn: string) {
  return { code, per, textNl, textEn };
}

/** The university's form, in our own words: three questions on the whole and five per theme. */
const planQuestions = [
  question(
    'prioritering',
    'document',
    "Hoe zijn de thema's geprioriteerd?",
    'How were the themes prioritised?',
  ),
  question(
    'totstandkoming',
    'document',
    'Wanneer en met wie is het plan gemaakt?',
    'When and with whom was the plan made?',
  ),
  question(
    'inzet',
    'document',
    "Hoe worden de middelen in 2019-2024 over de drie thema's ingezet?",
    'How are the funds used over the three themes in 2019-2024?',
  ),
  question('investering', 'theme', 'Waaruit bestaat de investering?', 'What does the investment consist of?'),
  question('doel', 'theme', 'Wat is het doel?', 'What is its goal?'),
  question('resultaat', 'theme', 'Welke resultaten zijn beoogd?', 'What results are intended?'),
  question(
    'effect',
    'theme',
    'In hoeverre hebben die resultaten effect?',
    'How far do the results have effect?',
  ),
  question('tijdpad', 'theme', 'Wat is het tijdpad?', 'What is the time path?'),
];

const documentKinds: Kind[] = [
  {
    code: 'rijksbijdrage',
    nameNl: 'Rijksbijdrage',
    nameEn: 'Government grant',
    stage: 'granted',
    unitKinds: ['institution'],
  },
  {
    code: 'facultaire-verdeling',
    nameNl: 'Verdeling binnen de faculteit',
    nameEn: 'Allocation within the faculty',
    stage: 'allocated',
    unitKinds: ['faculty'],
    questions: [
      question(
        'regels',
        'document',
        'Welke regels gelden voor de verdeling?',
        'Which rules govern the allocation?',
      ),
    ],
  },
  {
    code: 'facultair-plan',
    nameNl: 'Facultair plan',
    nameEn: 'Faculty plan',
    stage: 'budgeted',
    unitKinds: ['faculty'],
    hasMeasures: true,
    questions: planQuestions,
    requirements: [
      {
        code: 'verbetering',
        textNl: 'Het geld gaat naar verbetering, niet naar het uitvoeren van de bestaande opleidingen.',
        textEn: 'The money goes to improvement, not to running the existing programmes.',
        source: plan,
        norm: 'improvement-only',
        questions: ['investering'],
        judged: true,
        blocks: true,
      },
    ],
    rights: [
      {
        bodyKind: 'faculty-council',
        bodyAt: 'unit',
        kind: 'consent',
        prior: true,
        termDays: 42,
        basis: `${plan}: instemmingsrecht van de O&O-raad (termijn niet gepubliceerd, zes weken aangenomen)`,
        certainty: 'text',
      },
    ],
  },
  {
    code: 'financieel-verslag',
    nameNl: 'Financieel verslag',
    nameEn: 'Finance report',
    stage: 'realised',
    unitKinds: ['faculty'],
  },
];

export const scheme: Scheme = {
  code: 'ka-2019-2024',
  nameNl: 'Kwaliteitsafspraken 2019-2024',
  nameEn: 'Quality agreements 2019-2024',
  legalSource: 'Sectorakkoord wetenschappelijk onderwijs 2018',
  conditions: 'Alleen voor verbetering: niet om de huidige curricula uit te voeren.',
  firstYear: 2019,
  lastYear: 2024,
  themes: 'themas',
  frameworks: ['sectorthemas', 'onderwijsstrategie'],
  funds: [{ code: 'kwaliteitsmiddelen', nameNl: 'Studievoorschotmiddelen', nameEn: 'Study advance funds' }],
  rates: [{ fromYear: 2019, fteCents, source: 'Begroting in het plan: 1 fte = 84 k€' }],
  events: [
    {
      on: '2019-02-14',
      sortDate: '2019-02-14',
      body: 'Faculteit Geneeskunde',
      whatNl: 'Versie 1.0 van het facultaire plan',
      whatEn: 'Version 1.0 of the faculty plan',
      source: plan,
    },
    {
      on: '2019 (eind)',
      sortDate: '2019-12-31',
      body: 'Faculteit Geneeskunde',
      whatNl: 'Eerste evaluatie van thema 1; daarna plannen per twee jaar',
      whatEn: 'First evaluation of theme 1; two-year plans from then on',
      status: 'planned',
      source: plan,
    },
  ],
  documentKinds,
  tables: tables as Scheme['tables'],
  documents,
  ...{ consultationMethods, consultations, cycleSteps },
};
