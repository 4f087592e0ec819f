import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Consultation = NonNullable<Scheme['consultations']>[number];

export const consultationMethods: Scheme['consultationMethods'] = [
  { code: 'formeel', nameNl: 'Formeel overleg', nameEn: 'Formal meeting' },
  { code: 'informeel', nameNl: 'Informeel gesprek', nameEn: 'Informal talk' },
  { code: 'informatie', nameNl: 'Informatiesessie', nameEn: 'Information session', kind: 'session' },
  { code: 'panel', nameNl: 'Studentpanel', nameEn: 'Student panel', individuals: true, kind: 'panel' },
  { code: 'docentpanel', nameNl: 'Docentpanel', nameEn: 'Teacher panel', individuals: true, kind: 'panel' },
  {
    code: 'klankbord',
    nameNl: 'Klankbordgroep',
    nameEn: 'Sounding board',
    individuals: true,
    kind: 'sounding-board',
  },
  { code: 'ronde', nameNl: 'Feedbackronde', nameEn: 'Round of feedback', kind: 'round' },
  { code: 'inbreng', nameNl: 'Inbreng van commissies', nameEn: 'Input of committees', kind: 'input' },
  { code: 'enquete', nameNl: 'Enquête', nameEn: 'Survey', individuals: true, kind: 'survey' },
  { code: 'ander', nameNl: 'Ander overleg', nameEn: 'Other forum', kind: 'other' },
];

const source = 'fictief';
const theme = (node: string) => ({ framework: 'themas', node });

export const consultations: Consultation[] = [
  {
    date: '2024-02-13',
    title: 'Enquête over begeleiding in het eerste jaar',
    method: 'enquete',
    unit: 'recht',
    document: 'plan-recht',
    withWhom: 'Eerstejaars en hun docenten',
    aim: 'Weten wat studenten in de eerste weken missen, voor de herijking van 2024.',
    invited: 1480,
    answered: 412,
    parts: [
      { name: 'studenten', heads: 371 },
      { name: 'docenten', heads: 41 },
    ],
    caveat: 'Van notarieel recht antwoordde minder dan één op de tien.',
    outcome: 'Begeleiding in het tweede jaar en kleinere werkgroepen kwamen het vaakst terug.',
    topics: [
      {
        text: 'Na het eerste jaar valt de begeleiding weg',
        nodes: [theme('T3')],
        measures: [{ document: 'plan-recht', measure: 'mentoraat' }],
      },
      { text: 'In grote werkgroepen durven studenten niets te vragen', nodes: [theme('T1')] },
    ],
    source,
  },
  {
    date: '2024-03-21',
    title: 'Gesprek over de herijking',
    method: 'informeel',
    unit: 'recht',
    body: 'fr-recht',
    document: 'plan-recht',
    withWhom: 'Faculteitsraad Recht',
    aim: 'Horen wat de raad van de tussenstand vindt, vóór het plan wordt geschreven.',
    outcome: 'De raad wil het honourstraject alleen laten stoppen als de ruimte naar werkgroepen gaat.',
    source,
  },
  {
    date: '2025-11-18',
    title: 'Panel over practica',
    method: 'panel',
    unit: 'beta',
    withWhom: 'Studenten uit het tweede jaar',
    aim: 'Wat werkt in de vernieuwde practica, en wat niet.',
    invited: 12,
    present: 9,
    answered: 9,
    parts: [
      { name: 'wiskunde en informatica', heads: 6 },
      { name: 'biologie', heads: 3 },
    ],
    caveat: 'Natuurkunde ontbrak door een tentamen.',
    outcome: 'Peerfeedback helpt, mits de docent er ook nog naar kijkt.',
    nodes: [theme('T1')],
    topics: [
      {
        text: 'Feedback van medestudenten telt pas als de docent meeleest',
        nodes: [theme('T1')],
        quotes: [
          {
            text: 'Ik leer pas iets als iemand die het weet er ook naar kijkt.',
            speakers: 'wiskunde en informatica',
            heads: 6,
          },
          { text: 'Bij ons deed niemand er iets mee.', speakers: 'biologie', heads: 3 },
        ],
      },
      {
        text: 'Een goede docent is belangrijker dan een kleine groep',
        against: 'kleinere groepen als weg naar beter onderwijs',
        nodes: [theme('T1')],
      },
    ],
    discussions: [
      { body: 'fr-beta', on: '2025-12-09', note: 'de raad vraagt om scholing van practicumdocenten' },
    ],
    source,
  },
  {
    date: '2026-02-10',
    title: 'Informatiesessie over de kwaliteitsafspraken',
    method: 'informatie',
    unit: root,
    body: 'ur',
    withWhom: 'Nieuwe leden van de universiteitsraad en de faculteitsraden',
    aim: 'Rechten, geldstromen en wat er dit jaar te beslissen valt.',
    invited: 34,
    present: 27,
    outcome: 'Leden vroegen om een overzicht van alle toezeggingen.',
    source,
  },
  {
    date: '2026-05-21',
    title: 'Besteding en doelen 2025',
    method: 'formeel',
    unit: root,
    body: 'ur',
    document: 'voortgangsverslag-2025',
    withWhom: 'Universiteitsraad en College van Bestuur',
    aim: 'Jaarlijkse bespreking: uitgaven, bereikte doelen en het komende jaar.',
    invited: 18,
    present: 16,
    outcome: 'De verhouding tussen de thema’s blijft; cijfers over begeleiding komen per opleiding.',
    topics: [{ text: 'Laat per opleiding zien wat begeleiding oplevert', nodes: [theme('T3')] }],
    source,
  },
  {
    date: '2025-10-07',
    title: 'Studentpanel over begeleiding',
    method: 'panel',
    unit: 'recht',
    withWhom: 'Studenten uit het eerste en tweede jaar',
    aim: 'Wat na het eerste jaar ontbreekt.',
    nodes: [theme('T3')],
    ...{ sittings: 2, invited: 24, present: 17, answered: 17 },
    outcome: 'Tweedejaars missen een vast gezicht.',
    topics: [
      {
        text: 'In het tweede jaar weet niemand wie je mentor is',
        nodes: [theme('T3')],
        measures: [{ document: 'plan-recht', measure: 'mentoraat' }],
        quotes: [{ text: 'Ik heb drie keer een andere naam gekregen.', speakers: 'tweedejaars', heads: 9 }],
      },
    ],
    discussions: [{ body: 'fr-recht', on: '2025-11-04', note: 'leidde tot een vraag aan het bestuur' }],
    source,
  },
  {
    date: '2025-11-25',
    title: 'Docentpanel over tijd en scholing',
    method: 'docentpanel',
    unit: root,
    withWhom: 'Docenten van alle faculteiten',
    aim: 'Elk jaar: wat docenten van de maatregelen merken.',
    nodes: [theme('T4')],
    ...{ sittings: 3, invited: 45, present: 31, answered: 31 },
    outcome: 'Scholing helpt, maar de uren om haar te volgen ontbreken.',
    topics: [{ text: 'Scholing zonder uren wordt avondwerk', nodes: [theme('T4')] }],
    discussions: [
      { body: 'ur', on: '2026-02-10', note: 'besproken bij de informatiesessie' },
      { withWhom: 'Overleg van onderwijsdirecteuren', on: '2026-01' },
    ],
    source,
  },
  {
    date: '2024-04-09',
    title: 'Eerste ronde over het concept van de herijking',
    method: 'ronde',
    round: 1,
    unit: root,
    document: 'herijking-2024',
    withWhom: 'Faculteitsbesturen en diensten',
    aim: 'Reacties op het eerste concept.',
    ...{ invited: 9, answered: 7 },
    outcome: 'Meer onderbouwing bij wat stopt.',
    topics: [{ text: 'Zeg bij elke maatregel die stopt waarom', nodes: [] }],
    source,
  },
  {
    date: '2024-05-14',
    title: 'Tweede ronde over het concept van de herijking',
    method: 'ronde',
    round: 2,
    unit: root,
    document: 'herijking-2024',
    withWhom: 'Universiteitsraad en faculteitsraden, als commissie',
    aim: 'Reacties op het tweede concept.',
    ...{ invited: 5, answered: 5 },
    outcome: 'De raden zien hun opmerkingen terug; één vraagt om cijfers per opleiding.',
    source,
  },
  {
    date: '2026-03-12',
    title: 'Consultatieteam over de publiekspagina',
    method: 'klankbord',
    unit: root,
    involvement: 'consultatieteam',
    withWhom: 'Studenten uit het consultatieteam',
    aim: 'Begrijpt een student wat er met het geld is gedaan?',
    ...{ invited: 12, present: 11, answered: 11 },
    outcome: 'De bedragen zeggen pas iets met een voorbeeld uit de eigen opleiding.',
    source,
  },
];

type Involvement = NonNullable<Scheme['involvements']>[number];

/** Standing forms of taking part. */
export const involvements: Involvement[] = [
  {
    ...{ code: 'consultatieteam', nameNl: 'Consultatieteam', nameEn: 'Consultation team', unit: root },
    roleNl: 'Studenten uit alle faculteiten die meedenken als een project begint.',
    roleEn: 'Students of all faculties who contribute when a project starts.',
    ...{ heads: 40, about: true, pay: 'session', payCents: 1750, since: '2023', source },
  },
  {
    ...{
      code: 'studentassistenten',
      nameNl: 'Studentassistenten',
      nameEn: 'Student assistants',
      unit: 'recht',
    },
    roleNl: 'Begeleiden werkgroepen en horen wat er speelt.',
    roleEn: 'Lead tutorials and hear what concerns students.',
    ...{ heads: 26, pay: 'hour', payCents: 1634, since: '2022', source },
  },
  {
    ...{ code: 'vrijwilligers', nameNl: 'Vrijwilligers', nameEn: 'Volunteers', unit: root },
    roleNl: 'Helpen bij introductie en open dagen.',
    roleEn: 'Help at introductions and on open days.',
    ...{ pay: 'none', since: '2022', source },
  },
];
