import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { causes } from './changes.ts';
import { citedConsultations, evidence } from './cited.ts';
import { consultationMethods, consultations, cycleSteps, moments, reportKinds } from './cycle.ts';
import { documents } from './documents.ts';
import { indicators } from './indicators.ts';
import { planQuestions } from './plan-text.ts';
import { allocationQuestions, recalibrationQuestions } from './recalibration.ts';
import { scenarios } from './scenarios.ts';
import { tables } from './tables.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Kind = NonNullable<Scheme['documentKinds']>[number];
type Event = NonNullable<Scheme['events']>[number];

const supplement = 'Aanvulling 2021';

function theme(code: string, [nameNl, nameEn]: [string, string], inAppendix1: string, others: string[]) {
  const aliases = [
    ...(inAppendix1 === nameNl ? [] : [{ name: inAppendix1, context: `${supplement}, bijlage 1` }]),
    ...others.filter((name) => name !== inAppendix1).map((name) => ({ name, context: supplement })),
  ];
  return { code, nameNl, nameEn, aliases };
}

export const frameworks: InstitutionInput['frameworks'] = [
  {
    code: 'sectorthemas',
    nameNl: "Thema's sectorakkoord 2018",
    nameEn: 'Themes of the sector agreement 2018',
    source: 'Sectorakkoord wetenschappelijk onderwijs 2018',
    nodes: [
      theme(
        'T1',
        ['Intensiever en kleinschaliger onderwijs', 'Smaller-scale and more intensive teaching'],
        'Intensiever en kleinschaliger onderwijs',
        ['Kleinschalig en intensief onderwijs', 'Onderwijsintensivering', 'Intensivering'],
      ),
      theme('T2', ['Onderwijsdifferentiatie', 'Educational differentiation'], 'Onderwijsdifferentiatie', [
        'Differentiatie',
      ]),
      theme(
        'T3',
        ['Meer en betere begeleiding van studenten', 'More and better student guidance'],
        'Meer en betere begeleiding van studenten',
        ['Studiebegeleiding'],
      ),
      theme(
        'T4',
        ['Verdere professionalisering van docenten', 'Professional development of teachers'],
        'Ruimte voor docenten om te professionaliseren',
        ['Docentontwikkeling', 'Docentkwaliteit', 'Docentprofessionalisering'],
      ),
      theme(
        'T5',
        ['Studiesucces', 'Study success'],
        'Studiesucces incl. doorstroom, toegankelijkheid gelijke kansen',
        [],
      ),
      theme(
        'T6',
        ['Passende en goede onderwijsfaciliteiten', 'Suitable and good facilities'],
        'Passende en goede onderwijsfaciliteiten',
        [],
      ),
    ],
  },
  {
    code: 'ambities',
    nameNl: 'Ambities onderwijsvisie',
    nameEn: 'Ambitions of the educational vision',
    source: 'Learning@LeidenUniversity (2017), zoals genoemd in de samenvatting van de zelfstudie 2019',
    nodes: [
      ['Verwevenheid onderzoek en onderwijs', 'Interwoven research and teaching'],
      ['Vaardigheden', 'Skills'],
      ['Flexibele leerroutes', 'Flexible routes'],
      ['Activerend onderwijs', 'Active learning'],
      ['Oriëntatie arbeidsmarkt', 'Labour-market orientation'],
      ['Internationalisering en diversiteit', 'Internationalisation and diversity'],
      ['Technologie in onderwijs', 'Technology in teaching'],
      ['Betrokkenheid bij samenleving', 'Engagement with society'],
    ].map(([nl, en], i) => ({ code: `A${i + 1}`, nameNl: nl!, nameEn: en! })),
  },
  causes,
];

function kind(
  code: string,
  [nameNl, nameEn]: [string, string],
  stage: Kind['stage'],
  rest: Partial<Kind> = {},
): Kind {
  return { code, nameNl, nameEn, stage, unitKinds: ['institution'], ...rest };
}

/** The sources name the rights but no terms: six weeks is ours and changeable. */
const noTerm = 'termijn niet gepubliceerd, zes weken aangenomen';

const documentKinds: Kind[] = [
  kind('kadernota', ['Kadernota', 'Budget framework'], 'expected'),
  kind('rijksbijdrage', ['Rijksbijdrage', 'Government grant'], 'granted'),
  kind('allocatie', ['Allocatiebesluit', 'Allocation decision'], 'allocated', {
    questions: allocationQuestions,
  }),
  kind('herijking', ['Herijking', 'Recalibration'], null, { questions: recalibrationQuestions }),
  kind('bestedingsplan', ['Bestedingsplan', 'Spending plan'], 'budgeted', {
    hasMeasures: true,
    questions: planQuestions,
    rights: [
      {
        bodyKind: 'university-council',
        bodyAt: 'institution',
        kind: 'discussion',
        prior: false,
        termDays: 42,
        basis: `${supplement}: bespreking in de universiteitsraad (${noTerm})`,
        certainty: 'text',
      },
    ],
  }),
  kind('facultair-plan', ['Facultair plan', 'Faculty plan'], 'budgeted', {
    unitKinds: ['faculty', 'institute'],
    hasMeasures: true,
    questions: [
      {
        code: 'hoofdstuk',
        textNl: 'Waaraan wordt het geld binnen dit thema besteed?',
        textEn: 'What is the money of this theme spent on?',
        per: 'theme',
        required: false,
      },
      {
        code: 'toelichting',
        textNl: 'Wat verandert er ten opzichte van het vorige plan, en waarom?',
        textEn: 'What changes from the previous plan, and why?',
        per: 'document',
      },
    ],
    rights: [
      {
        bodyKind: 'faculty-council',
        bodyAt: 'unit',
        kind: 'consent',
        prior: true,
        termDays: 42,
        basis: `${supplement}: instemming van de faculteitsraad (${noTerm})`,
        certainty: 'text',
      },
    ],
  }),
  kind(
    'financieel-verslag',
    ['Bestuurlijk Financiële Rapportage', 'Management financial report'],
    'realised',
    {
      unitKinds: ['institution', 'faculty', 'institute'],
    },
  ),
];

type Happening = [on: string, body: string, whatNl: string, whatEn: string];

function event([on, body, whatNl, whatEn]: Happening, rest: Partial<Event> = {}): Event {
  const [year, month = '01', day = '01'] = on.split('-');
  return { on, sortDate: `${year}-${month}-${day}`, body, whatNl, whatEn, source: supplement, ...rest };
}

const covid =
  'Onder meer door de coronacrisis naar 2021 verplaatst; daardoor tellen ook de resultaten van studiejaar 2019-2020 mee.';

const events: Event[] = [
  event([
    '2017',
    'Regering',
    'Regeerakkoord: studievoorschotmiddelen gaan naar kwaliteit van hoger onderwijs',
    'Coalition agreement: student advance funds go to the quality of higher education',
  ]),
  event(['2018', 'VSNU en minister', 'Sectorakkoord met zes thema’s', 'Sector agreement with six themes']),
  event([
    '2018-12',
    'Universiteit Leiden',
    'Bestedingsplan kwaliteitsafspraken vastgesteld',
    'Spending plan for the quality agreements adopted',
  ]),
  event(['2019-05', 'NVAO', 'Positief oordeel over het plan', 'Positive judgement on the plan']),
  event(['2019-06-11', 'OCW', 'Plan goedgekeurd', 'Plan approved']),
  event(['2019', '', 'Monitoringsplan opgesteld', 'Monitoring plan drawn up']),
  event(['2020', '', 'Eerste herijking', 'First recalibration'], { status: 'moved', reason: covid }),
  event([
    '2020',
    'Opleidingscommissies',
    'Jaarlijkse bijeenkomst over de kwaliteitsafspraken (begin 2020)',
    'Yearly meeting on the quality agreements (early 2020)',
  ]),
  event([
    '2020-11',
    'Werkgroep Herijking',
    'Notitie met argumenten voor en tegen (de tekst zelf noemt december)',
    'Memo with arguments for and against (the body text says December)',
  ]),
  event(['2020-11', '', 'Proef met drie digitale docentpanels', 'Pilot with three digital teacher panels']),
  event([
    '2021-01',
    '',
    'Gebruikersevaluatie mentoraat en tutoraat',
    'User evaluation of mentors and tutors',
  ]),
  event([
    '2021-03',
    '',
    'Voorstel tariefdifferentiatie en kaderdocument herijking',
    'Proposal on tariffs and framework of the recalibration',
  ]),
  event([
    '2021-03-01',
    'Universiteitsraad',
    'Voorlichting aan nieuwe raadsleden; 9 van de 16 leden aanwezig',
    'Information session for new members; 9 of 16 present',
  ]),
  event([
    '2021-05',
    '',
    'Voorstel gemeenschappelijke initiatieven en kadernota',
    'Proposal for joint initiatives, and budget framework',
  ]),
  event([
    '2021-05-25',
    'Universiteitsraad',
    'Plan voor gemeenschappelijke initiatieven besproken',
    'Plan for joint initiatives discussed',
  ]),
  event([
    '2021-06-11',
    '',
    'Universiteitsbrede bijeenkomst over projecten en nieuwe initiatieven',
    'University meeting on projects and new initiatives',
  ]),
  event([
    '2021-06-29',
    'College van Bestuur',
    'Plan voor gemeenschappelijke initiatieven vastgesteld',
    'Plan for joint initiatives adopted',
  ]),
  event([
    '2021-07-01',
    'Faculteiten',
    'Aangepaste plannen ingediend, na instemming van de faculteitsraden (vóór 1 juli)',
    'Revised plans submitted, after consent of the faculty councils (before 1 July)',
  ]),
  event(
    [
      '2022-01',
      '',
      'Budget voor gemeenschappelijke initiatieven begint',
      'Budget for joint initiatives starts',
    ],
    { status: 'planned' },
  ),
  event(
    [
      '2022',
      'NVAO',
      'Tussentijdse beoordeling, op het jaarverslag over 2021',
      'Interim assessment, on the annual report of 2021',
    ],
    { status: 'planned' },
  ),
  event(
    [
      '2022-06',
      'College van Bestuur en universiteitsraad',
      'Evaluatie: welke NPO-maatregelen voor welzijn werken het best',
      'Evaluation: which wellbeing measures work best',
    ],
    { status: 'planned' },
  ),
  event(['2022', '', 'Tweede herijking', 'Second recalibration'], {
    status: 'cancelled',
    reason: 'Vervalt, nu de eerste herijking een jaar later is gehouden.',
  }),
];

export const scheme: Scheme = {
  code: 'ka-2019-2024',
  nameNl: 'Kwaliteitsafspraken 2019-2024',
  nameEn: 'Quality agreements 2019-2024',
  legalSource: 'Regeerakkoord 2017; Sectorakkoord wetenschappelijk onderwijs 2018',
  conditions: 'Studievoorschotmiddelen voor betere kwaliteit van het onderwijs, binnen zes thema’s.',
  firstYear: 2019,
  lastYear: 2024,
  themes: 'sectorthemas',
  frameworks: ['ambities'],
  causes: 'oorzaken',
  funds: [
    { code: 'kwaliteitsmiddelen', nameNl: 'Kwaliteitsmiddelen', nameEn: 'Quality funds' },
    {
      code: 'npo',
      nameNl: 'Nationaal Programma Onderwijs',
      nameEn: 'National Education Programme',
      own: false,
    },
  ],
  exclusions: [
    {
      node: 'T6',
      reason:
        'Faciliteiten worden niet ten laste van de kwaliteitsmiddelen gebracht. In bijlage 1 staat voor 2021 toch 162 k€.',
      coveredBy: 'Harmonisatie onderwijslogistiek, digitaal toetsen en Humanities Campus',
    },
  ],
  events,
  documentKinds: [...documentKinds, ...reportKinds],
  tables: tables as Scheme['tables'],
  documents,
  scenarios,
  ...{ consultationMethods, cycleSteps, moments, indicators, evidence },
  consultations: [...consultations, ...citedConsultations],
};
