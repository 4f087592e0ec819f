import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { wellbeingIndicators } from './indicators.ts';
import { root } from './organisation.ts';
import { wellbeingKinds, wellbeingMoments, wellbeingSteps } from './wellbeing-cycle.ts';
import { costs, officers, present, proposed } from './wellbeing-figures.ts';
import { pillars } from './wellbeing-pillars.ts';
import { wellbeingTables } from './wellbeing-tables.ts';
import { consultationMethods, consultations, involvements } from './wellbeing-voices.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Document = NonNullable<Scheme['documents']>[number];
type Line = NonNullable<Document['versions'][number]['lines']>[number];
type Event = NonNullable<Scheme['events']>[number];
type Tie = NonNullable<Scheme['ties']>[number];

const plan = 'Gezamenlijk plan van aanpak studentenwelzijn 2024-2027';
const chapter = `${plan}, hoofdstuk 3`;

/** The plan prints no day of its own, nor whether it was adopted; its latest past event is of March 2023. */
const at = new Date('2023-03-31T00:00:00+02:00').toISOString();
const dayNote =
  'De bron noemt geen dag van vaststelling. Het laatste dat er als gebeurd in staat, is van maart 2023; de laatste dag van die maand staat hier voor de dag.';
const adopted = {
  number: 1,
  status: 'adopted' as const,
  ...{ createdAt: at, submittedAt: at, adoptedAt: at },
  inForce: { from: at, recordedAt: at },
};

/** The costs of a pillar without its sources: how they are divided over the sources is not printed. */
const pool = 'gezamenlijk';

function yearLines(fund: string, years: Record<number, number>, rest: Partial<Line> = {}): Line[] {
  return Object.entries(years).map(([year, euros]) => ({
    ...{ fund, unit: root, year: Number(year), cents: euros * 100 },
    ...rest,
  }));
}

function fund(code: string, [nameNl, nameEn]: [string, string], own = true) {
  return { code, nameNl, nameEn, own };
}

type Right = NonNullable<NonNullable<Scheme['documentKinds']>[number]['rights']>[number];

/** Chapter 4 of the plan says who does what; it gives nobody a term, so nothing is asked before the plan holds. */
function part(
  kind: Right['kind'],
  bodyKind: string,
  [holderNl, holderEn]: [string, string],
  basis: string,
): Right {
  return {
    bodyKind,
    bodyAt: 'institution',
    kind,
    holderNl,
    holderEn,
    prior: false,
    basis: `${plan}, hoofdstuk 4: ${basis}`,
    certainty: 'text',
  };
}

const governance: Right[] = [
  part(
    'decides',
    'executive-board',
    ['College van Bestuur', 'Executive Board'],
    'portefeuille van de rector',
  ),
  {
    ...part(
      'advice',
      'education-council',
      ['Onderwijsberaad', 'Education Council'],
      'adviseert het College, jaarlijks aan de hand van de werkplannen (termijn niet gegeven, dertig werkdagen aangenomen)',
    ),
    termDays: 30,
  },
  part('leads', 'student-services', ['SOZ', 'Student Support Services'], 'programma en aansturing'),
  part('carries-out', 'faculty-board', ['Faculteiten', 'Faculties'], 'eigen werkplan per jaar'),
];

const kinds: Scheme['documentKinds'] = [
  {
    code: 'visie',
    nameNl: 'Visie op studentenwelzijn',
    nameEn: 'Vision on student well-being',
    unitKinds: ['institution'],
  },
  {
    code: 'bronnen',
    nameNl: 'Aanwezige financiering',
    nameEn: 'Present funding',
    stage: 'granted',
    unitKinds: ['institution'],
  },
  {
    code: 'voorstel-bronnen',
    nameNl: 'Voorgestelde financiering',
    nameEn: 'Proposed funding',
    stage: 'expected',
    unitKinds: ['institution'],
  },
  {
    code: 'plan-van-aanpak',
    nameNl: 'Gezamenlijk plan van aanpak',
    nameEn: 'Joint plan of action',
    stage: 'budgeted',
    unitKinds: ['institution'],
    hasMeasures: true,
    rights: governance,
    questions: [
      {
        code: 'looptijd',
        textNl: 'Voor welke jaren geldt het plan, en voor welke de begroting?',
        textEn: 'For which years is the plan, and for which the budget?',
        per: 'document',
      },
      {
        code: 'dekking',
        textNl: 'Waaruit worden de kosten betaald?',
        textEn: 'What pays for the costs?',
        per: 'document',
      },
    ],
  },
  {
    code: 'overgangsplan',
    nameNl: 'Plan voor een overgangsjaar',
    nameEn: 'Plan of a transition year',
    stage: 'budgeted',
    unitKinds: ['service'],
    questions: [
      {
        code: 'waarom',
        textNl: 'Waarom een apart plan voor dit jaar, en waaruit wordt het betaald?',
        textEn: 'Why a separate plan for this year, and what pays for it?',
        per: 'document',
      },
    ],
  },
];

const planLines: Line[] = [
  ...Object.entries(costs).flatMap(([node, years]) => yearLines(pool, years, { node })),
  ...Object.entries(officers.sources).flatMap(([source, years]) =>
    yearLines(source, years, {
      component: 'Facultaire well-being officers',
      note: 'Buiten het totaal van de begroting; de werkbudgetten van de officers zijn niet opgenomen.',
    }),
  ),
];

const visionAt = new Date('2023-03-14T00:00:00+01:00').toISOString();

const documents: Document[] = [
  {
    code: 'visie',
    kind: 'visie',
    unit: root,
    title: 'Visie op Studentenwelzijn',
    ...{ firstYear: 2023, lastYear: 2027 },
    versions: [
      {
        ...adopted,
        ...{ createdAt: visionAt, submittedAt: visionAt, adoptedAt: visionAt },
        inForce: { from: visionAt, recordedAt: visionAt },
        note: 'Vastgesteld door het College van Bestuur op 14 maart 2023. De tekst van de visie zelf staat hier niet.',
        source: plan,
      },
    ],
  },
  {
    code: 'bronnen',
    kind: 'bronnen',
    unit: root,
    title: 'Aanwezige financieringsbronnen studentenwelzijn',
    ...{ firstYear: 2024, lastYear: 2028 },
    versions: [
      {
        ...adopted,
        note: dayNote,
        source: chapter,
        lines: [
          ...Object.entries(present).flatMap(([code, years]) => yearLines(code, years)),
          ...Object.entries(officers.sources).flatMap(([code, years]) => yearLines(code, years)),
        ],
      },
    ],
  },
  {
    code: 'voorgestelde-bronnen',
    kind: 'voorstel-bronnen',
    unit: root,
    title: 'Voorgestelde financiering studentenwelzijn',
    ...{ firstYear: 2024, lastYear: 2028 },
    versions: [
      {
        ...adopted,
        note: `${dayNote} De bijdrage van OCW is een voorlopige opgave.`,
        source: chapter,
        lines: [
          ...yearLines('bestuursakkoord', proposed.bestuursakkoord!, {
            mark: 'provisional',
            note: 'Voorlopige opgave, nog niet definitief.',
          }),
          ...yearLines('vernieuwingsmiddelen', proposed.vernieuwingsmiddelen!),
        ],
      },
    ],
  },
  {
    code: 'plan-van-aanpak',
    kind: 'plan-van-aanpak',
    unit: root,
    title: plan,
    ...{ firstYear: 2024, lastYear: 2028 },
    versions: [
      {
        ...adopted,
        note: `${dayNote} Per actie is geen bedrag gedrukt, en ook niet of zij nieuw is of doorloopt.`,
        source: plan,
        sections: [
          {
            question: 'looptijd',
            body: 'Het plan geldt voor 2024 tot en met 2027. De begroting in hoofdstuk 3 loopt een jaar verder, tot en met 2028. 2023 is een overgangsjaar met een eigen plan.',
          },
          {
            question: 'dekking',
            body: 'Wat er aan bronnen is, wordt van de kosten afgetrokken; voor de rest worden twee nieuwe bronnen voorgesteld. Welke bron welke pijler betaalt, is niet gedrukt: de kosten staan daarom op één gezamenlijke dekking.',
          },
        ],
        measures: pillars.flatMap(({ code, actions }) =>
          actions.map((name, i) => ({
            code: `${code}-${i + 1}`,
            node: code,
            name,
            ...{ firstYear: 2024, lastYear: 2027, additionality: 'continued' as const },
          })),
        ),
        lines: planLines,
      },
    ],
  },
  {
    code: 'plan-soz-2023',
    kind: 'overgangsplan',
    unit: 'soz',
    title: 'Plan van aanpak studentenwelzijn SOZ 2023',
    ...{ firstYear: 2023, lastYear: 2023 },
    versions: [
      {
        ...adopted,
        note: `${dayNote} Het plan zelf is niet gepubliceerd in de bron; hier staat wat het gezamenlijke plan erover zegt. Bedragen zijn niet gedrukt.`,
        source: plan,
        sections: [
          {
            question: 'waarom',
            body: 'Het eerste plan van aanpak loopt tot en met 2023 en het gezamenlijke plan begint in 2024. Voor het jaar daartussen deed SOZ een eigen voorstel, betaald uit vernieuwingsmiddelen, het bestuursakkoord en wat resteert van de NPO-middelen.',
          },
        ],
        lines: ['vernieuwingsmiddelen', 'bestuursakkoord', 'npo'].map((code) => ({
          ...{ fund: code, unit: 'soz', year: 2023, mark: 'pm' as const },
          note: 'Als bron genoemd; het bedrag is niet gedrukt.',
        })),
      },
    ],
  },
];

function event(
  on: string,
  body: string,
  [whatNl, whatEn]: [string, string],
  rest: Partial<Event> = {},
): Event {
  const [year, month = '01', day = '01'] = on.split('-');
  return { on, sortDate: `${year}-${month}-${day}`, body, whatNl, whatEn, source: plan, ...rest };
}

const events: Event[] = [
  event('2018', 'College van Bestuur', [
    'Taskforce studentenwelzijn ingesteld',
    'Task force on student well-being set up',
  ]),
  event('2019', 'Taskforce', ['Advies van de taskforce', 'Advice of the task force']),
  event('2022-07-14', 'OCW en koepels', [
    'Bestuursakkoord hoger onderwijs',
    'National administrative agreement',
  ]),
  event('2023-03-14', 'College van Bestuur', [
    'Visie op Studentenwelzijn vastgesteld',
    'Vision on student well-being adopted',
  ]),
  event('2023', 'SOZ', ['Overgangsjaar met een eigen plan', 'Transition year with a plan of its own'], {
    status: 'planned',
  }),
  event(
    '2024-12',
    '',
    ['Tussenevaluatie van het plan (eind 2024)', 'Interim evaluation of the plan (end of 2024)'],
    { status: 'planned' },
  ),
];

const terms: Scheme['fundTerms'] = [
  { fund: 'npo', toYear: 2024, source: `${chapter} (laatste genoemde jaar)` },
  { fund: 'kwaliteitsmiddelen', fromYear: 2023, basis: 'structureel', source: chapter },
  {
    fund: 'bestuursakkoord',
    ...{ fromYear: 2022, toYear: 2031, nationalCents: 1_500_000_000 },
    basis: 'naar rato over de instellingen',
    source: `${plan}, hoofdstuk 3`,
  },
  {
    fund: 'bestuursakkoord',
    ...{ fromYear: 2023, toYear: 2030 },
    basis: 'naar rato over de instellingen',
    source: `${plan}, hoofdstuk 1`,
  },
  {
    fund: 'vernieuwingsmiddelen',
    ...{ fromYear: 2024, toYear: 2027 },
    basis: 'toegekend door het College van Bestuur aan SOZ',
    source: `${plan}, hoofdstuk 3`,
  },
];

const spendingPlan = 'ka-2019-2024';
const here = 'studentenwelzijn';
const euro = 100;
const kEuro = 100_000;
const guidance = { scheme: spendingPlan, stage: 'budgeted' as const, measure: 'studentenwelzijn' };
const central = ['Coördinatie en versterking netwerk', 'Mentoraat/ontwikkelen trainingsaanbod'];

function tie(
  code: string,
  [nameNl, nameEn]: [string, string],
  rest: Pick<Tie, 'left' | 'right' | 'note'>,
): Tie {
  return { code, nameNl, nameEn, ...rest };
}

/** The same money in the spending plan of 2021 and in this plan. */
const ties: Tie[] = [
  tie(
    'centraal-vanaf-2025',
    [
      'Centrale regels studentenwelzijn: bestedingsplan 2024 en structureel kader 2025',
      'Central lines of student well-being: spending plan 2024 and structural frame 2025',
    ],
    {
      left: { ...guidance, components: central, years: [2024], unitCents: kEuro },
      right: { scheme: here, stage: 'granted', funds: ['structureel-kader'], years: [2025], unitCents: euro },
      note: 'Bijlage 3 van het bestedingsplan drukt 89 en 64 k€ voor 2024, het laatste jaar van dat plan; het plan van aanpak 154.000 euro vanaf 2025.',
    },
  ),
  tie(
    'centraal-2024',
    [
      'Centrale regels studentenwelzijn 2024 in beide plannen',
      'Central lines of student well-being 2024 in both plans',
    ],
    {
      left: { ...guidance, components: central, years: [2024], unitCents: kEuro },
      right: {
        scheme: here,
        stage: 'granted',
        funds: ['kwaliteitsmiddelen'],
        years: [2024],
        unitCents: euro,
      },
      note: 'Naast de 134.320 euro kwaliteitsmiddelen noemt het plan van aanpak voor 2024 nog 14.772 euro NPO.',
    },
  ),
  tie(
    'officers-2024',
    ['Well-being officers 2024 in beide plannen', 'Well-being officers 2024 in both plans'],
    {
      left: { ...guidance, components: ['Wellbeing officers'], years: [2024], unitCents: 2 * kEuro },
      right: {
        ...{ scheme: here, stage: 'budgeted', components: ['Facultaire well-being officers'] },
        ...{ years: [2024], unitCents: euro },
      },
      note: 'De 276 k€ van het bestedingsplan is afgeleid (op 1 k€ na): de regel zelf is in de gebruikte tekst niet leesbaar.',
    },
  ),
  tie(
    'officers-vanaf-2025',
    [
      'Well-being officers: bestedingsplan 2024 en plan van aanpak 2025',
      'Well-being officers: spending plan 2024 and plan of action 2025',
    ],
    {
      left: { ...guidance, components: ['Wellbeing officers'], years: [2024], unitCents: 2 * kEuro },
      right: {
        ...{ scheme: here, stage: 'budgeted', components: ['Facultaire well-being officers'] },
        ...{ years: [2025], unitCents: euro },
      },
      note: 'De 276 k€ van het bestedingsplan is afgeleid (op 1 k€ na); het plan van aanpak drukt 276.600 euro vanaf 2025.',
    },
  ),
  tie(
    'begeleiding-2024',
    [
      'Studentbegeleiding 2024 uit kwaliteitsmiddelen, in totaal',
      'Student guidance 2024 from the quality funds, in total',
    ],
    {
      left: { ...guidance, years: [2024], unitCents: kEuro },
      right: {
        ...{ scheme: here, stage: 'granted', funds: ['kwaliteitsmiddelen', 'kwaliteitsmiddelen-officers'] },
        ...{ years: [2024], unitCents: euro },
      },
      note: 'Het totaal sluit op afronding na; alleen de verdeling over officers en centrale regels verschilt.',
    },
  ),
];

export const wellbeing: Scheme = {
  code: here,
  indicators: wellbeingIndicators,
  nameNl: 'Studentenwelzijn 2024-2027',
  nameEn: 'Student well-being 2024-2027',
  legalSource: 'Bestuursakkoord hoger onderwijs 2022; Visie op Studentenwelzijn 2023',
  conditions:
    'Plan voor 2024-2027, met 2023 als overgangsjaar; de begroting loopt tot en met 2028. Wat niet over de bronnen is verdeeld, staat op één gezamenlijke dekking.',
  firstYear: 2023,
  lastYear: 2028,
  themes: 'welzijnspijlers',
  frameworks: ['welzijnsdoelen'],
  funds: [
    fund(pool, ['Gezamenlijke dekking (per pijler niet verdeeld)', 'Joint cover (not divided per pillar)']),
    fund('npo', ['NPO-middelen SOZ', 'NPO funds SOZ']),
    fund('kwaliteitsmiddelen', ['Kwaliteitsmiddelen SOZ', 'Quality funds SOZ']),
    fund('structureel-kader', [
      'Structureel kader kwaliteitsmiddelen SOZ',
      'Structural frame quality funds SOZ',
    ]),
    fund('bestuursakkoord', ['Bestuursakkoord OCW', 'Administrative agreement OCW']),
    fund('vernieuwingsmiddelen', ['Vernieuwingsmiddelen', 'Renewal funds']),
    fund(
      'kwaliteitsmiddelen-officers',
      ['Kwaliteitsmiddelen voor de officers', 'Quality funds for the officers'],
      false,
    ),
    fund(
      'structureel-kader-officers',
      ['Structureel kader voor de officers', 'Structural frame for the officers'],
      false,
    ),
  ],
  events,
  documentKinds: [...kinds, ...wellbeingKinds],
  cycleSteps: wellbeingSteps,
  moments: wellbeingMoments,
  ...{ consultationMethods, consultations, involvements },
  tables: wellbeingTables as Scheme['tables'],
  documents,
  fundTerms: terms,
  ties,
};
