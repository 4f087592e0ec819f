import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { causes } from './changes.ts';
import { criteria } from './criteria.ts';
import { recalibrationQuestions } from './recalibration-questions.ts';
import { requirements } from './requirements.ts';
import { localBasis, part, right } from './right.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Kind = NonNullable<Scheme['documentKinds']>[number];

export const firstYear = 2022;
export const lastYear = 2027;
export const allYears = [2022, 2023, 2024, 2025, 2026, 2027];

/** Rates per FTE in cents. */
export const rates = [
  { fromYear: 2022, fteCents: 9_180_000, source: 'Handreiking begroting 2022 (fictief)' },
  { fromYear: 2025, fteCents: 9_960_000, source: 'Handreiking begroting 2025 (fictief)' },
];

export const frameworks: InstitutionInput['frameworks'] = [
  {
    code: 'themas',
    nameNl: "Thema's kwaliteitsafspraken",
    nameEn: 'Themes of the quality agreements',
    source: 'Sectorale afspraken; omschrijvingen in eigen woorden',
    nodes: [
      theme(
        'T1',
        ['Kleiner en intensiever onderwijs', 'Smaller and more intensive teaching'],
        'Meer contact tussen docent en student, in groepen waarin iedereen aan bod komt.',
      ),
      theme(
        'T2',
        ['Differentiatie en talent', 'Differentiation and talent'],
        'Ruimte voor studenten die iets extra’s of iets anders willen of nodig hebben.',
      ),
      theme(
        'T3',
        ['Begeleiding van studenten', 'Student guidance'],
        'Meer en betere begeleiding, van de eerste week tot de stap naar werk.',
      ),
      theme(
        'T4',
        ['Ontwikkeling van docenten', 'Development of teachers'],
        'Tijd en ondersteuning voor docenten om hun onderwijs te verbeteren.',
      ),
      theme(
        'T5',
        ['Studiesucces en gelijke kansen', 'Study success and equal opportunities'],
        'Wie kan studeren, komt verder; achtergrond mag daarin niet bepalend zijn.',
      ),
      theme(
        'T6',
        ['Goede voorzieningen', 'Good facilities'],
        'Onderwijsruimten en digitale voorzieningen die bij het onderwijs passen.',
      ),
    ],
  },
  {
    code: 'ambities',
    nameNl: 'Ambities onderwijsvisie',
    nameEn: 'Ambitions of the educational vision',
    source: 'Onderwijsvisie Universiteit Voorbeeld (fictief)',
    nodes: [
      ambition('A1', 'Onderzoek in elke opleiding', 'Research in every programme'),
      ambition('A2', 'Actief leren', 'Active learning'),
      ambition('A3', 'Vaardig de wereld in', 'Skills for life'),
      ambition('A4', 'Eigen leerroutes', 'Routes of one’s own'),
      ambition('A5', 'Oriëntatie op werk', 'Orientation towards work'),
      ambition('A6', 'Internationaal en divers', 'International and diverse'),
      ambition('A7', 'Digitaal waar het helpt', 'Digital where it helps'),
      ambition('A8', 'Betrokken bij stad en regio', 'Engaged with city and region'),
    ],
  },
  causes,
  criteria,
];

function theme(code: string, [nameNl, nameEn]: [string, string], textNl: string) {
  return { code, nameNl, nameEn, textNl };
}

function ambition(code: string, nameNl: string, nameEn: string) {
  return { code, nameNl, nameEn };
}

function kind(
  code: string,
  [nameNl, nameEn]: [string, string],
  rest: Omit<Kind, 'code' | 'nameNl' | 'nameEn'>,
): Kind {
  return { code, nameNl, nameEn, ...rest };
}

function question(code: string, per: 'document' | 'theme', [textNl, textEn]: [string, string], hintNl = '') {
  return { code, per, textNl, textEn, hintNl };
}

const planQuestions = [
  question(
    'prioritering',
    'document',
    ["Hoe zijn de thema's gekozen en geordend?", 'How were the themes chosen and ranked?'],
    'Noem de afweging, ook van wat niet is gekozen.',
  ),
  question(
    'totstandkoming',
    'document',
    ['Wanneer en met wie is dit plan gemaakt?', 'When and with whom was this plan made?'],
    'Noem de gesprekken met studenten, docenten en raad.',
  ),
  question('inzet', 'document', [
    "Hoe worden de middelen over de thema's en jaren ingezet?",
    'How are the funds spread over themes and years?',
  ]),
  question('investering', 'theme', [
    'Waaruit bestaat de investering?',
    'What does the investment consist of?',
  ]),
  question('doel', 'theme', ['Wat is het doel ervan?', 'What is its goal?']),
  question(
    'resultaat',
    'theme',
    ['Welke resultaten verwacht u, en wanneer?', 'Which results do you expect, and when?'],
    'Zo dat later is vast te stellen of het is gelukt.',
  ),
  question('effect', 'theme', [
    'Welk effect heeft dat op het onderwijs?',
    'What effect will that have on teaching?',
  ]),
  question('tijdpad', 'theme', ['Wat is het tijdpad?', 'What is the time path?']),
];

const documentKinds: Kind[] = [
  kind('kadernota', ['Kadernota', 'Budget framework memorandum'], {
    stage: 'expected',
    unitKinds: ['institution'],
  }),
  kind('rijksbijdrage', ['Bekostigingsbesluit', 'Grant decision'], {
    stage: 'granted',
    unitKinds: ['institution'],
  }),
  kind('allocatiebesluit', ['Allocatiebesluit', 'Allocation decision'], {
    stage: 'allocated',
    unitKinds: ['institution'],
    questions: [
      question('overwegingen', 'document', [
        'Welke verdelingen zijn overwogen, en waarom is deze gekozen?',
        'Which allocations were considered, and why this one?',
      ]),
    ],
    rights: [
      right('university-council', 'institution', 'advice', { termDays: 28 }),
      part('decides', 'executive-board'),
    ],
  }),
  kind('overheveling', ['Overheveling', 'Carry-over'], {
    stage: 'allocated',
    unitKinds: ['institution'],
    carryOver: {
      shareBasis: 2_000,
      source: 'Regeling financieel beheer kwaliteitsmiddelen, artikel 7 (fictief)',
    },
    rights: [
      right('university-council', 'institution', 'advice', { termDays: 28 }),
      part('decides', 'executive-board'),
    ],
  }),
  kind('universiteitsplan', ['Universiteitsbreed plan', 'University-wide plan'], {
    stage: 'budgeted',
    unitKinds: ['institution'],
    hasMeasures: true,
    questions: planQuestions.slice(0, 2),
    rights: [
      // more than half of the members must be there, and staff and students must each agree
      right('university-council', 'institution', 'consent', {
        termDays: 42,
        quorumBasis: 5_001,
        sections: ['Personeelslid', 'Studentlid'],
        sectionRules: ['Personeelslid', 'Studentlid'].map((name) => ({ name, quorumBasis: 5_001 })),
        silence: 'refused',
      }),
      part('decides', 'executive-board'),
    ],
  }),
  kind('facultair-plan', ['Facultair plan', 'Faculty plan'], {
    stage: 'budgeted',
    unitKinds: ['faculty'],
    hasMeasures: true,
    questions: planQuestions,
    requirements,
    rights: [
      right('faculty-council', 'unit', 'consent', {
        termDays: 42,
        ...{ interimParts: 4, interimOf: 12, interimStage: 'budgeted', interimCertainty: 'known' },
        interimBasis: 'Faculteitsreglement, artikel 12, naar WHW 9.40 lid 5 (fictief)',
      }),
      part('proposes', 'faculty-board'),
      part('decides', 'executive-board'),
    ],
  }),
  kind('opleidingsagenda', ['Kwaliteitsagenda opleiding', 'Programme quality agenda'], {
    unitKinds: ['programme'],
    questions: [
      question('wensen', 'document', [
        'Wat wil de opleiding verbeteren?',
        'What does the programme want to improve?',
      ]),
      question('maatregelen', 'document', [
        'Welke maatregelen van de faculteit helpen daarbij?',
        'Which measures of the faculty help?',
      ]),
    ],
    rights: [
      right('programme-committee', 'unit', 'advice', { termDays: 28, silence: 'proceed' }),
      part('decides', 'faculty-board'),
    ],
  }),
  kind('herijking', ['Herijking', 'Recalibration'], {
    unitKinds: ['institution'],
    questions: recalibrationQuestions,
  }),
  kind('financieel-verslag', ['Financieel verslag', 'Finance report'], {
    stage: 'realised',
    unitKinds: ['faculty', 'institution'],
  }),
  kind('prognose', ['Prognose', 'Forecast'], {
    stage: 'forecast',
    unitKinds: ['faculty', 'institution'],
  }),
];

export const basis = localBasis;

/** The scheme without its documents. */
export const scheme: Scheme = {
  code: 'ka-2022-2027',
  nameNl: 'Kwaliteitsafspraken 2022-2027',
  nameEn: 'Quality agreements 2022-2027',
  legalSource:
    'Bestuurlijke afspraken over kwaliteit van hoger onderwijs (voor deze fictieve instelling bewerkt)',
  conditions:
    'De middelen dienen om onderwijs te verbeteren dat er zonder dit geld niet zou zijn. Elke maatregel heeft een eigenaar, een begroting per jaar en een te verwachten resultaat.',
  firstYear,
  lastYear,
  themes: 'themas',
  frameworks: ['ambities'],
  causes: 'oorzaken',
  criteria: criteria.code,
  funds: [
    { code: 'kwaliteit', nameNl: 'Kwaliteitsmiddelen', nameEn: 'Quality funds' },
    {
      code: 'stimulering',
      nameNl: 'Tijdelijke stimuleringsregeling',
      nameEn: 'Temporary incentive scheme',
      own: false,
    },
  ],
  fundTerms: [
    {
      fund: 'kwaliteit',
      ...{ fromYear: 2022, toYear: 2027, nationalCents: 330_000_000_000, shareBasis: 365 },
      basis: 'naar rato van de bekostigde studenten op 1 oktober 2020; het aandeel is de som van zes jaren',
      source: 'Eerste bekostigingsbrief 2022 (fictief)',
    },
    {
      fund: 'stimulering',
      ...{ fromYear: 2022, toYear: 2023 },
      basis: 'eenmalig, per project toegekend',
      source: 'Tijdelijke stimuleringsregeling, artikel 2 (fictief)',
    },
  ],
  exclusions: [
    {
      node: 'T6',
      reason:
        'Gebouwen en digitale systemen worden uit andere budgetten betaald, zodat deze middelen bij het onderwijs zelf terechtkomen.',
      coveredBy: 'Huisvestingsplan en programma Digitale leeromgeving',
    },
  ],
  sanctions: [
    {
      code: 'tussentijds',
      nameNl: 'Tussentijds oordeel negatief: 2026 en 2027 niet uitgekeerd',
      nameEn: 'Interim judgement negative: 2026 and 2027 not paid out',
      causeNl:
        'Het tussentijdse oordeel over de plannen en hun uitvoering is negatief en wordt niet hersteld.',
      causeEn: 'The interim judgement on the plans and what came of them is negative and is not repaired.',
      effect: { kind: 'withhold', fromYear: 2026, lastYear: 2027 },
      source: 'Regeling kwaliteitsafspraken (fictief)',
    },
    {
      code: 'groei',
      nameNl: 'Te weinig voortgang: geen groei in 2027',
      nameEn: 'Too little progress: no growth in 2027',
      causeNl: 'Een jaar na het tussentijdse oordeel is er nog niet genoeg voortgang.',
      causeEn: 'A year after the interim judgement there is still not enough progress.',
      effect: { kind: 'no-growth', year: 2027, over: 2026 },
      source: 'Regeling kwaliteitsafspraken (fictief)',
    },
  ],
  rates,
  events: [
    event('2021-06-12', 'Universiteitsraad', [
      'Afspraak over instemming en advies bij de kwaliteitsafspraken',
      'Agreement on consent and advice on the quality agreements',
    ]),
    event('2021-12-14', 'College van Bestuur', ['Facultaire plannen vastgesteld', 'Faculty plans adopted']),
    {
      ...event(
        '2023',
        'College van Bestuur',
        ['Tussentijdse herijking', 'Interim recalibration'],
        '2023-10-01',
      ),
      status: 'moved',
      reason: 'Verplaatst naar 2024, zodat twee volle studiejaren konden meetellen.',
    },
    event('2024-06-18', 'College van Bestuur', [
      'Herijking afgerond; aangepaste plannen van kracht',
      'Recalibration completed; revised plans in force',
    ]),
    {
      ...event('2027', 'Externe commissie', ['Eindbeoordeling', 'Final assessment'], '2027-10-01'),
      status: 'planned',
    },
  ],
  documentKinds,
};

function event(on: string, body: string, [whatNl, whatEn]: [string, string], sortDate = on) {
  return {
    on,
    sortDate,
    body,
    whatNl,
    whatEn,
    status: 'happened' as 'happened' | 'moved' | 'planned',
    source: 'fictief',
  };
}
