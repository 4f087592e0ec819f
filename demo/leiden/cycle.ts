import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { monitoringSteps, reportFeeds } from './monitoring.ts';
import { allFaculties, faculties, root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Step = NonNullable<Scheme['cycleSteps']>[number];
type Moment = NonNullable<Scheme['moments']>[number];
type Consultation = NonNullable<Scheme['consultations']>[number];
type Kind = NonNullable<Scheme['documentKinds']>[number];

const supplement = 'Aanvulling 2021';
const monitoring = `${supplement}, 5.1`;

/** The supplement says what belongs in a report and what it rests on; how it asks for that is not published. */
const notPrinted = `${monitoring} noemt wat erin hoort; de woorden van de vraag zijn niet gepubliceerd.`;

function asks(
  code: string,
  [textNl, textEn]: [string, string],
  ...drawsOn: [kind: string, question: string][]
): NonNullable<Kind['questions']>[number] {
  const report = { drawsOn: drawsOn.map(([kind, question]) => ({ kind, question })) };
  const rest = drawsOn.length > 0 ? { report } : {};
  return { code, textNl, textEn, hintNl: notPrinted, per: 'document', required: false, ...rest };
}

/** The yearly reports that the monitoring cycle asks for, each with what it rests on. */
export const reportKinds: Kind[] = [
  {
    code: 'opleidingsjaarverslag',
    nameNl: 'Opleidingsjaarverslag (OJV)',
    nameEn: 'Programme annual report',
    unitKinds: ['programme'],
    questions: [
      asks('kwaliteitsafspraken', [
        'Kwaliteitsafspraken die op het niveau van de opleiding spelen',
        'Quality agreements at the level of the programme',
      ]),
    ],
  },
  {
    code: 'jaaroverzicht',
    nameNl: 'Kort jaaroverzicht gemeenschappelijk initiatief',
    nameEn: 'Short yearly overview of a joint initiative',
    unitKinds: ['service', 'institute'],
    questions: [asks('besteding-en-activiteiten', ['Besteding en activiteiten', 'Spending and activities'])],
  },
  {
    code: 'onderwijsjaarverslag',
    nameNl: 'Facultair onderwijsjaarverslag',
    nameEn: 'Faculty education report',
    unitKinds: ['faculty'],
    questions: [
      asks(
        'voortgang',
        ['Voortgang van de kwaliteitsafspraken', 'Progress of the quality agreements'],
        ['opleidingsjaarverslag', 'kwaliteitsafspraken'],
      ),
    ],
  },
  {
    code: 'voortgangsrapportage',
    nameNl: 'Universitaire voortgangsrapportage kwaliteitsafspraken',
    nameEn: 'University progress report on the quality agreements',
    unitKinds: ['institution'],
    questions: [
      asks(
        'voortgang',
        ['Voortgang volgens de facultaire verslagen', 'Progress as the faculty reports have it'],
        ['onderwijsjaarverslag', 'voortgang'],
      ),
      asks(
        'gemeenschappelijk',
        ['Gemeenschappelijke initiatieven', 'Joint initiatives'],
        ['jaaroverzicht', 'besteding-en-activiteiten'],
      ),
    ],
  },
];

function inAcademicYear(month: number, day: number, before = false) {
  return { kind: 'day' as const, year: 'academic' as const, month, day, before };
}

type Rest = Omit<Step, 'code' | 'nameNl' | 'nameEn' | 'firstYear' | 'lastYear'> & {
  years?: [number, number];
};

function step(code: string, [nameNl, nameEn]: [string, string], { years, ...rest }: Rest): Step {
  const [firstYear, lastYear] = years ?? [2019, 2024];
  return { code, nameNl, nameEn, source: monitoring, ...rest, firstYear, lastYear };
}

/**
 * The monitoring cycle, from the academic year 2019-2020, which looks back on 2018-2019. Where only a month or
 * a season is printed its last day stands, and the note says so.
 */
const ownSteps: Step[] = [
  step('ojv', ['Opleidingsjaarverslag', 'Programme annual report'], {
    unitKinds: ['programme'],
    kind: 'opleidingsjaarverslag',
    body: { kind: 'programme-committee', at: 'unit' },
    right: 'discussion',
    covers: -1,
    rule: inAcademicYear(11, 30),
    noteNl:
      'Elk najaar, over het vorige studiejaar, besproken met de opleidingscommissie. De dag is aangenomen.',
    noteEn:
      'Each autumn, on the previous academic year, discussed with the programme committee. The day is assumed.',
  }),
  step('onderwijsjaarverslag', ['Facultair onderwijsjaarverslag', 'Faculty education report'], {
    unitKinds: ['faculty'],
    kind: 'onderwijsjaarverslag',
    body: { kind: 'faculty-council', at: 'unit' },
    right: 'approval',
    covers: -1,
    rule: inAcademicYear(1, 1, true),
    noteNl: 'Steunt op de opleidingsjaarverslagen; gaat ter goedkeuring naar de faculteitsraad.',
    noteEn: 'Rests on the programme reports; goes to the faculty council for approval.',
  }),
  step('bfr-1', ['Bestuurlijk Financiële Rapportage 1', 'Management financial report 1'], {
    unitKinds: ['faculty'],
    rule: inAcademicYear(5, 31),
    precision: 'month',
    noteNl: 'Uitgaven in het lopende jaar. Alleen de maand mei is gedrukt.',
    noteEn: 'Spending in the current year. Only the month of May is printed.',
  }),
  step('bfr-2', ['Bestuurlijk Financiële Rapportage 2', 'Management financial report 2'], {
    unitKinds: ['faculty'],
    rule: inAcademicYear(9, 30),
    precision: 'month',
    noteNl: 'Uitgaven in het lopende jaar. Alleen de maand september is gedrukt.',
    noteEn: 'Spending in the current year. Only the month of September is printed.',
  }),
  step('bfr-3', ['Bestuurlijk Financiële Rapportage 3', 'Management financial report 3'], {
    unitKinds: ['institution'],
    kind: 'financieel-verslag',
    body: { kind: 'university-council', at: 'institution' },
    right: 'discussion',
    rule: inAcademicYear(3, 31),
    precision: 'month',
    noteNl:
      'De definitieve uitgaven van het kalenderjaar, naar faculteitsraden en universiteitsraad (maartcyclus).',
    noteEn:
      'The final spending of the calendar year, to faculty councils and University Council (March cycle).',
  }),
  step('voortgangsrapportage', ['Universitaire voortgangsrapportage', 'University progress report'], {
    unitKinds: ['institution'],
    kind: 'voortgangsrapportage',
    body: { kind: 'university-council', at: 'institution' },
    right: 'discussion',
    rule: inAcademicYear(7, 1, true),
    noteNl: 'Verplicht deel van het jaarverslag; staat uitdrukkelijk op de agenda van de universiteitsraad.',
    noteEn: 'A compulsory part of the annual report; explicitly on the agenda of the University Council.',
  }),
  step('inwerken', ['Kwaliteitsafspraken bij het inwerken van raadsleden', 'Induction of council members'], {
    unitKinds: ['institution'],
    body: { kind: 'university-council', at: 'institution' },
    rule: { kind: 'day', year: 'calendar', month: 3, day: 1 },
    years: [2021, 2024],
    source: `${supplement}, 2.3`,
    noteNl: 'Ook in de training van nieuwe leden van opleidingscommissies. De dag is die van 2021.',
    noteEn: 'Also in the training of new members of programme committees. The day is that of 2021.',
  }),
  step('herijking', ['Herijking van het bestedingsplan', 'Recalibration of the spending plan'], {
    unitKinds: ['institution'],
    body: { kind: 'university-council', at: 'institution' },
    rule: { kind: 'day', year: 'calendar', month: 12, day: 31 },
    years: [2020, 2022],
    everyYears: 2,
    source: `${supplement}, 1.2 en 2.1`,
    noteNl: 'In 2018 voorzien voor 2020 en 2022; een dag was niet genoemd.',
    noteEn: 'Foreseen in 2018 for 2020 and 2022; no day was named.',
  }),
  step('bijgesteld-plan', ['Bijgesteld facultair plan bij het CvB', 'Revised faculty plan to the board'], {
    unitKinds: ['faculty'],
    kind: 'facultair-plan',
    body: { kind: 'faculty-council', at: 'unit' },
    right: 'consent',
    counts: 'submitted',
    rule: { kind: 'day', year: 'calendar', month: 7, day: 1, before: true },
    years: [2021, 2021],
    source: `${supplement}, 2.2`,
    noteNl: 'Na instemming van de eigen faculteitsraad.',
    noteEn: 'After consent of the faculty’s own council.',
  }),
];

export const cycleSteps: Step[] = [
  ...ownSteps.map((one) => ({ ...one, ...reportFeeds[one.code] })),
  ...monitoringSteps,
];

function paper(sent: string, title: string, document?: { document: string; version: number }) {
  return { sent, title, source: `${supplement}, noot 3`, ...document };
}

export const moments: Moment[] = [
  {
    step: 'herijking',
    unit: root,
    year: 2020,
    firstDueOn: '2020-12-31',
    dueOn: '2021-06-30',
    status: 'done',
    doneOn: '2021-06-29',
    reason:
      'Onder meer door de coronacrisis een jaar later gehouden; daardoor tellen de resultaten van twee studiejaren mee.',
    notes:
      'Uitkomst: faculteiten hebben hun plannen bijgewerkt, er is budget voor gemeenschappelijke initiatieven en er komt geen tariefdifferentiatie. Voor de notitie van de werkgroep noemt de tekst december 2020, de noten november.',
    papers: [
      paper('2020-11', 'Notitie werkgroep Herijking, met argumenten voor en tegen'),
      paper('2021-03', 'Voorstel tariefdifferentiatie'),
      paper('2021-03', 'Kaderdocument herijking'),
      paper('2021-05', 'Voorstel gemeenschappelijke initiatieven'),
      paper('2021-05', 'Kadernota', { document: 'kadernota', version: 2 }),
    ],
  },
  {
    step: 'herijking',
    unit: root,
    year: 2022,
    dueOn: '2022-12-31',
    status: 'cancelled',
    reason: 'Vervalt, nu de eerste herijking een jaar later is gehouden.',
  },
  {
    step: 'inwerken',
    unit: root,
    year: 2021,
    dueOn: '2021-03-01',
    status: 'done',
    doneOn: '2021-03-01',
    notes: 'Informatiesessie voor de nieuwe leden; 9 van de 16 leden waren er.',
  },
  ...faculties.map(
    ([unit]): Moment => ({
      step: 'bijgesteld-plan',
      unit,
      year: 2021,
      dueOn: '2021-06-30',
      status: 'done',
      reason:
        'De aanvulling zegt dat alle faculteiten vóór 1 juli indienden; de plannen zelf staan hier niet.',
    }),
  ),
];

export const consultationMethods: Scheme['consultationMethods'] = [
  { code: 'formeel', nameNl: 'Formeel overleg', nameEn: 'Formal meeting' },
  { code: 'informeel', nameNl: 'Informele bespreking', nameEn: 'Informal talk' },
  { code: 'informatie', nameNl: 'Informatiesessie', nameEn: 'Information session', kind: 'session' },
  {
    code: 'studentpanel',
    nameNl: 'Studentpanelgesprek',
    nameEn: 'Student panel talk',
    individuals: true,
    kind: 'panel',
  },
  {
    code: 'docentpanel',
    nameNl: 'Docentpanelgesprek',
    nameEn: 'Teacher panel talk',
    individuals: true,
    kind: 'panel',
  },
  { code: 'enquete', nameNl: 'Enquête', nameEn: 'Survey', individuals: true, kind: 'survey' },
  { code: 'ander', nameNl: 'Ander overleg', nameEn: 'Other forum', kind: 'other' },
];

function consultation(
  [date, on]: [string, string],
  method: string,
  title: string,
  rest: Partial<Consultation>,
): Consultation {
  const what = { unit: root, source: `${supplement}, 2.1 en 2.3`, ...rest };
  return { date, on, method, title, ...what };
}

export const consultations: Consultation[] = [
  consultation(['2020-01-01', '2020 (begin)'], 'ander', 'Jaarlijkse bijeenkomst opleidingscommissies', {
    withWhom: 'Leden van opleidingscommissies',
    aim: 'De bijeenkomst stond in het teken van de kwaliteitsafspraken.',
    source: `${supplement}, 2.3`,
  }),
  consultation(
    ['2020-09-01', '2020 (najaar)'],
    'formeel',
    'Werkgroep over tarieven en universiteitsbrede projecten',
    {
      body: 'werkgroep-herijking',
      document: 'bestedingsplan',
      withWhom: 'Facultaire bestuurders en leden van de universiteitsraad',
      aim: 'Of de tarieven moeten wijzigen, en of universiteitsbrede projecten wenselijk zijn.',
      outcome: 'Een notitie met argumenten voor en tegen, daarna uitgewerkt in twee voorstellen.',
      source: `${supplement}, 2.1`,
    },
  ),
  consultation(['2020-11-01', '2020-11'], 'docentpanel', 'Proef met docentpanels', {
    withWhom: 'Docenten, in drie digitale gesprekken',
    aim: 'De mening van docenten over onderwijs op afstand en over ontwikkeling en ondersteuning van docenten.',
    sittings: 3,
    nodes: [{ framework: 'sectorthemas', node: 'T4' }],
    outcome: 'Vier onderwerpen kwamen naar voren. De gesprekken worden elk jaar voortgezet.',
    caveat: 'Hoeveel docenten meededen, is niet gedrukt.',
    source: monitoring,
    topics: [
      { text: 'De coronasituatie: werkdruk en technische ondersteuning' },
      { text: 'Voor- en nadelen van online onderwijs' },
      { text: 'Behoefte aan visie, sturing en kaders' },
      {
        text: 'Behoefte aan concrete ondersteuning en coaching, een op een',
        nodes: [{ framework: 'sectorthemas', node: 'T4' }],
      },
    ],
  }),
  consultation(['2020-01-03', '2019-2020'], 'studentpanel', 'Studentpanels over de kwaliteitsafspraken', {
    unit: allFaculties,
    withWhom: 'Studenten, op de faculteiten',
    aim: 'Het toezicht op de afspraken kwalitatiever en diverser maken.',
    outcome: 'Studenten steunen de maatregelen over het algemeen en waarderen dat zij worden betrokken.',
    caveat: 'Per faculteit en thema; welke, hoeveel en wanneer is niet gedrukt.',
    discussions: [{ withWhom: 'Facultaire medezeggenschap', note: 'de resultaten worden daar besproken' }],
    source: monitoring,
    topics: [
      {
        text: 'De kwaliteit van de docent telt zwaarder dan de grootte van de groep of de precieze werkvorm',
        against: 'kleinere groepen als weg naar beter onderwijs; één faculteit',
        nodes: [
          { framework: 'sectorthemas', node: 'T1' },
          { framework: 'sectorthemas', node: 'T4' },
        ],
      },
      {
        text: 'Het aanbod aan begeleiding is niet bij iedereen bekend',
        nodes: [{ framework: 'sectorthemas', node: 'T3' }],
      },
      {
        text: 'Onduidelijk wie waarvoor is: mentor, tutor of studieadviseur',
        nodes: [{ framework: 'sectorthemas', node: 'T3' }],
      },
    ],
  }),
  consultation(
    ['2021-03-01', ''],
    'informatie',
    'Informatiesessie voor nieuwe leden van de universiteitsraad',
    {
      body: 'ur',
      document: 'bestedingsplan',
      withWhom: 'Nieuwe leden van de universiteitsraad',
      invited: 16,
      present: 9,
      source: `${supplement}, 2.3`,
    },
  ),
  consultation(['2021-01-01', '2021'], 'informeel', 'Informele besprekingen van raad en college', {
    body: 'ur',
    document: 'bestedingsplan',
    withWhom: 'Universiteitsraad en College van Bestuur',
    caveat: 'Een aantal; data en aantallen zijn niet gedrukt.',
    outcome:
      'Het college besloot op basis van de bespreking vanaf 2022 budget voor gemeenschappelijke initiatieven in te zetten.',
    source: `${supplement}, 2.1`,
  }),
  consultation(['2021-01-02', '2021'], 'ander', 'Studentzakenberaad geraadpleegd', {
    body: 'studentzakenberaad',
    document: 'bestedingsplan',
    withWhom: 'Assessoren van de faculteiten',
    caveat: 'De datum is niet gedrukt.',
    source: `${supplement}, 2.1`,
  }),
  consultation(['2021-05-25', ''], 'formeel', 'Plan voor gemeenschappelijke initiatieven besproken', {
    body: 'ur',
    document: 'bestedingsplan',
    withWhom: 'Universiteitsraad en College van Bestuur',
    outcome: 'Afgesproken om in juni 2022 te evalueren welke maatregelen voor welzijn het meest opleveren.',
    topics: [
      {
        text: 'Een blijvende impuls voor preventie en begeleiding op het gebied van welzijn',
        nodes: [{ framework: 'sectorthemas', node: 'T3' }],
      },
    ],
    source: `${supplement}, 4.2`,
  }),
  consultation(['2021-06-11', ''], 'ander', 'Universitaire bijeenkomst', {
    withWhom: 'Staf en medezeggenschap',
    aim: 'Elkaar inspireren en inbreng ophalen voor de nieuwe initiatieven.',
    outcome:
      'Faculteiten lieten deelresultaten zien; de nieuwe gemeenschappelijke initiatieven zijn besproken.',
    source: `${supplement}, 2.3`,
  }),
];
