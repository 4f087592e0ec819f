import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { faculties, root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Step = NonNullable<Scheme['cycleSteps']>[number];
type Moment = NonNullable<Scheme['moments']>[number];
type Body = NonNullable<InstitutionInput['bodies']>[number];

const source = 'Monitoringplan kwaliteitsafspraken (fictief)';
const term = { from: '2025-09-01', through: '2027-08-31' };
const chair = 'Beleidsmedewerker kwaliteitszorg';
const officer = (short: string) => `Kwaliteitszorgmedewerker ${short}`;

/** The network of quality officers: its members are named by their function. */
export const network: Body = {
  code: 'netwerk-kz',
  kind: 'quality-network',
  unit: root,
  nameNl: 'Netwerk Kwaliteitszorg',
  nameEn: 'Quality Network',
  members: [
    { name: chair, capacity: 'Voorzitter', account: 'beleid', ...term },
    ...faculties.map(({ code, short }) => ({
      name: officer(short),
      capacity: 'Lid',
      account: code === 'mens' || code === 'zorg' ? `schrijver-${code}` : null,
      ...term,
    })),
    { name: 'Onderwijskundige', capacity: 'Lid', ...term },
  ],
  aimsNl:
    'Zorgen dat elke faculteit op dezelfde manier terugkijkt, ervaringen uitwisselen en voorkomen dat dezelfde vraag twee keer wordt gesteld.',
  aimsEn:
    'To have every faculty look back in the same way, to share experience, and to keep the same question from being asked twice.',
  chairNl: 'De beleidsmedewerker kwaliteitszorg van de universiteit',
  chairEn: 'The university’s policy officer for quality assurance',
  madeOfNl: 'Een kwaliteitszorgmedewerker van elke faculteit en een onderwijskundige',
  madeOfEn: 'A quality officer of each faculty and an educationalist',
  adviceNl: 'Adviseert het College van Bestuur over de inrichting van de kwaliteitszorg en van deze cyclus.',
  adviceEn: 'Advises the Executive Board on how quality assurance and this cycle are set up.',
};

export const educationCouncil: Body = {
  code: 'onderwijsberaad',
  kind: 'education-council',
  unit: root,
  nameNl: 'Onderwijsberaad',
  nameEn: 'Education Council',
  aimsNl: 'De vicedecanen stemmen hun onderwijsbeleid af, onder elkaar en met het College van Bestuur.',
  aimsEn:
    'The vice-deans bring their education policies together, among themselves and with the Executive Board.',
  chairNl: 'De rector magnificus',
  chairEn: 'The rector',
  madeOfNl: 'De vicedecanen onderwijs van alle faculteiten',
  madeOfEn: 'The vice-deans for education of all faculties',
  adviceNl: 'Adviseert het College van Bestuur over onderwijskwaliteit.',
  adviceEn: 'Advises the Executive Board on the quality of education.',
};

const years = { firstYear: 2022, lastYear: 2027, source };
const agreed = { kind: 'agreed' as const };

/** What watching the agreements takes beside the reports: instruments, meetings and tasks on each level. */
export const networkSteps: Step[] = [
  {
    ...years,
    code: 'taak-opleiding',
    nameNl: 'Het onderwijs evalueren en verbeteren',
    nameEn: 'Evaluate and improve the teaching',
    unitKinds: ['programme'],
    nature: 'task',
    rule: agreed,
    frequencyNl: 'doorlopend',
    frequencyEn: 'all the time',
    noteNl: 'Met docenten, studenten en de opleidingscommissie.',
    noteEn: 'With teachers, students and the programme committee.',
  },
  {
    ...years,
    code: 'taak-faculteit',
    nameNl: 'Toezien op de opleidingen en middelen verdelen',
    nameEn: 'Watch over the programmes and divide the means',
    unitKinds: ['faculty'],
    nature: 'task',
    rule: agreed,
    frequencyNl: 'doorlopend',
    frequencyEn: 'all the time',
    noteNl: 'En universitair beleid vertalen naar de eigen opleidingen.',
    noteEn: 'And bring university policy to its own programmes.',
  },
  {
    ...years,
    code: 'taak-universiteit',
    nameNl: 'Visie, instrumenten en afspraken bewaken',
    nameEn: 'Keep the vision, the instruments and the agreements',
    unitKinds: ['institution'],
    nature: 'task',
    rule: agreed,
    frequencyNl: 'doorlopend',
    frequencyEn: 'all the time',
  },
  {
    ...years,
    code: 'vakevaluaties',
    nameNl: 'Vakevaluaties',
    nameEn: 'Course evaluations',
    unitKinds: ['programme'],
    nature: 'instrument',
    regular: true,
    rule: agreed,
    frequencyNl: 'na elk vak',
    frequencyEn: 'after each course',
    noteNl: 'Twaalf vragen zijn overal gelijk, zodat opleidingen te vergelijken zijn.',
    noteEn: 'Twelve questions are the same everywhere, so that programmes can be compared.',
    feeds: ['opleidingsverslag'],
  },
  {
    ...years,
    code: 'nse',
    nameNl: 'Nationale Studenten Enquête',
    nameEn: 'National Student Survey',
    unitKinds: ['institution'],
    nature: 'instrument',
    regular: true,
    rule: { kind: 'months', year: 'academic', months: [5], day: 31 },
    precision: 'month',
    frequencyNl: 'elk jaar, uitkomsten in mei',
    frequencyEn: 'every year, results in May',
    feeds: ['voortgangsverslag'],
    everyYears: 1,
    firstYear: 2027,
  },
  {
    ...years,
    code: 'zelftest',
    nameNl: 'Zelftest welzijn',
    nameEn: 'Self-test on well-being',
    unitKinds: ['institution'],
    nature: 'instrument',
    rule: { kind: 'months', year: 'academic', months: [11], day: 30 },
    precision: 'month',
    frequencyNl: 'elk jaar, aan alle studenten',
    frequencyEn: 'every year, to all students',
    noteNl: 'De aanbieder geeft alleen totalen terug.',
    noteEn: 'The provider returns totals only.',
    feeds: ['voortgangsverslag'],
  },
  {
    ...years,
    code: 'studentpanels',
    nameNl: 'Studentpanels per thema',
    nameEn: 'Student panels by theme',
    unitKinds: ['faculty'],
    nature: 'instrument',
    rule: agreed,
    frequencyNl: 'eens per jaar',
    frequencyEn: 'once a year',
    alsoNl: 'Besproken met de faculteitsraad',
    alsoEn: 'Discussed with the faculty council',
    feeds: ['facultair-verslag'],
  },
  {
    ...years,
    code: 'midterm',
    nameNl: 'Midterm van een opleiding',
    nameEn: 'Midterm review of a programme',
    unitKinds: ['programme'],
    nature: 'instrument',
    regular: true,
    rule: agreed,
    body: { kind: 'programme-committee', at: 'unit' },
    frequencyNl: 'halverwege twee visitaties',
    frequencyEn: 'half-way between two assessments',
    alsoNl: 'Met een deskundige van buiten de universiteit',
    alsoEn: 'With an expert from outside the university',
    feeds: ['plan-van-aanpak'],
  },
  {
    ...years,
    code: 'plan-van-aanpak',
    nameNl: 'Plan van aanpak na de midterm',
    nameEn: 'Action plan after the midterm review',
    unitKinds: ['programme'],
    nature: 'report',
    rule: { kind: 'from', step: 'midterm', count: 8, unit: 'week' },
    frequencyNl: 'acht weken na elke midterm',
    frequencyEn: 'eight weeks after each midterm review',
    feeds: ['opleidingsverslag'],
  },
  {
    ...years,
    code: 'najaarsgesprek',
    nameNl: 'Najaarsgesprek met het bestuur',
    nameEn: 'Autumn meeting with the board',
    unitKinds: ['faculty'],
    body: { kind: 'executive-board', at: 'institution' },
    connects: ['institution'],
    rule: { kind: 'week', year: 'academic', month: 11, nth: 2, weekday: 2 },
    noteNl: 'Over het plan voor het komende jaar en de begroting daarbij.',
    noteEn: 'On the plan for the coming year and its budget.',
  },
  {
    ...years,
    code: 'netwerk-kz',
    nameNl: 'Netwerk Kwaliteitszorg',
    nameEn: 'Quality Network',
    unitKinds: ['institution'],
    body: { kind: 'quality-network', at: 'institution' },
    connects: ['faculty'],
    rule: { kind: 'months', year: 'academic', months: [9, 10, 11, 12, 1, 2, 3, 4, 5, 6], nth: 2, weekday: 4 },
    topics: [
      { nameNl: 'Wat er speelt bij de faculteiten', nameEn: 'What is going on at the faculties', source },
      {
        nameNl: 'Advies over de inrichting van de cyclus',
        nameEn: 'Advice on how the cycle is set up',
        month: 6,
        source,
      },
    ],
  },
  {
    ...years,
    code: 'onderwijsberaad',
    nameNl: 'Onderwijsberaad',
    nameEn: 'Education Council',
    unitKinds: ['institution'],
    body: { kind: 'education-council', at: 'institution' },
    connects: ['faculty'],
    rule: { kind: 'months', year: 'academic', months: [10, 2, 4], nth: 3, weekday: 3 },
    topics: [
      {
        nameNl: 'Facultaire verslagen naast elkaar',
        nameEn: 'Faculty reports side by side',
        month: 2,
        about: 'facultair-verslag',
        source,
      },
    ],
  },
];

/** The place in the monitoring plan of the steps that are due by themselves. */
export const fed: Record<string, Partial<Step>> = {
  opleidingsverslag: { nature: 'report', regular: true, feeds: ['facultair-verslag'] },
  'facultair-verslag': { regular: true, feeds: ['voortgangsverslag', 'onderwijsberaad'] },
  'financieel-maart': { feeds: ['bestuursgesprek', 'besteding-ur', 'voortgangsverslag'] },
  bestuursgesprek: { connects: ['institution'] },
};

const everybody = [chair, ...faculties.map(({ short }) => officer(short))];

/** What is known of the meetings of 2025-2026, by step and place in the year. */
export const held: Record<string, Partial<Moment>> = {
  'netwerk-kz 3': {
    status: 'done',
    doneOn: '2025-11-13',
    place: 'Bestuursgebouw, zaal 2',
    guests: 'Een lid van de universiteitsraad',
    attendance: everybody.map((member, at) => ({
      member,
      came: at === 4 ? ('excused' as const) : ('present' as const),
    })),
    items: [
      {
        kind: 'standing',
        topic: 'Wat er speelt bij de faculteiten',
        outcome: 'Bèta wacht met het verslag op de uitkomsten van de practica; de anderen liggen op schema.',
      },
      {
        title: 'Vaste vragen in het opleidingsverslag',
        text: 'Drie opleidingen beantwoordden dezelfde vraag twee keer.',
        consultation: { date: '2025-10-07', title: 'Studentpanel over begeleiding' },
        outcome:
          'De vraag over begeleiding vervalt in het facultaire verslag: het antwoord van de opleiding komt mee.',
        actions: [
          {
            ...{ title: 'Vragenlijst voor 2026 aanpassen', unit: root, member: chair, year: 2025 },
            ...{ dueOn: '2026-05-29', status: 'done', doneOn: '2026-05-20' },
          },
        ],
      },
      {
        kind: 'risk',
        title: 'Verslag van Gezondheid komt te laat voor de raad',
        text: 'Er is nog geen begin gemaakt; de schrijver is ziek.',
        moment: { step: 'facultair-verslag', unit: 'zorg', year: 2025 },
        outcome: 'De faculteit krijgt hulp van het netwerk en vraagt de raad om een latere vergadering.',
        actions: [
          {
            ...{ title: 'Concept van het verslag maken met hulp van Mens en Maatschappij', unit: 'zorg' },
            ...{ role: 'planschrijver', year: 2025, dueOn: '2026-12-11', firstDueOn: '2026-03-01' },
            ...{ status: 'moved', reason: 'De schrijver was langer ziek dan gedacht.' },
          },
        ],
      },
    ],
  },
  'netwerk-kz 10': {
    items: [
      { kind: 'standing', topic: 'Wat er speelt bij de faculteiten', outcome: 'Geen bijzonderheden.' },
      {
        kind: 'standing',
        topic: 'Advies over de inrichting van de cyclus',
        version: { document: 'voortgangsverslag-2025', version: 1 },
        outcome:
          'Advies aan het College van Bestuur: laat de opleidingen in september beginnen, zodat de faculteit in december klaar is.',
        actions: [
          {
            ...{ title: 'Nieuwe planning voorleggen aan het Onderwijsberaad', unit: root, member: chair },
            ...{ year: 2025, dueOn: '2026-12-16' },
          },
        ],
      },
    ],
  },
  'zelftest 1': { notes: '27.400 studenten uitgenodigd, 5.610 vulden de test in.' },
  'onderwijsberaad 2': {
    present: 5,
    items: [
      {
        kind: 'standing',
        topic: 'Facultaire verslagen naast elkaar',
        outcome:
          'De vicedecanen zien overal hetzelfde knelpunt: te weinig tijd tussen evaluatie en begroting.',
      },
    ],
  },
};

/** Meetings that no step foresaw. */
export const ownMeetings: Moment[] = [
  {
    title: 'Extra bijeenkomst over de planning van 2026-2027',
    body: 'netwerk-kz',
    unit: root,
    year: 2025,
    dueOn: '2026-12-10',
    items: [{ title: 'Nieuwe planning van de verslagen', text: 'Voorbereiding van het Onderwijsberaad.' }],
  },
];
