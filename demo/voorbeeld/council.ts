import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];

const source = 'fictief';

/** Within how many months councils are answered; the law as read for this project, no legal advice. */
export const replyTerms: InstitutionInput['replyTerms'] = [
  {
    bodyKind: 'university-council',
    kind: 'initiative',
    months: 3,
    basis: 'WHW art. 9.32 lid 2 (tekst 2015)',
    certainty: 'text',
  },
  {
    bodyKind: 'faculty-council',
    kind: 'initiative',
    months: 3,
    basis: 'WHW art. 9.37 en 9.32 lid 2 (tekst 2015)',
    certainty: 'known',
  },
  {
    bodyKind: 'programme-committee',
    kind: 'initiative',
    months: 2,
    basis: 'WHW art. 9.18 lid 3 (tekst 2020)',
    certainty: 'text',
  },
  ...['university-council', 'faculty-council'].map((bodyKind) => ({
    bodyKind,
    kind: 'question' as const,
    months: 1,
    basis: 'Reglement van de raad',
    certainty: 'uncertain' as const,
  })),
];

const consentRecht = { document: 'plan-recht', version: 2, body: 'fr-recht', kind: 'consent' as const };

export const commitments: Scheme['commitments'] = [
  {
    kind: 'condition',
    body: 'fr-recht',
    text: 'De faculteit meldt de raad in het najaar van 2025 hoeveel studenten met een mentor hebben gesproken.',
    unit: 'recht',
    role: 'planschrijver',
    madeOn: '2024-06-06',
    dueOn: '2025-12-15',
    status: 'closed',
    closedOn: '2025-12-18',
    decision: consentRecht,
    source,
    steps: [
      {
        act: 'answer',
        on: '2025-11-20',
        text: 'In het jaarverslag komt er een alinea over.',
      },
      {
        act: 'refuse',
        on: '2025-11-27',
        text: 'De raad vroeg om een aantal per jaargroep, niet om een alinea.',
      },
      {
        act: 'move',
        on: '2025-11-27',
        text: 'Samen met het onderwijsjaarverslag.',
        dueOn: '2025-12-15',
      },
      {
        act: 'answer',
        on: '2025-12-12',
        text: 'Het aantal per jaargroep staat nu in het onderwijsjaarverslag.',
        version: { document: 'onderwijsverslag-recht-2024', version: 1 },
      },
      { act: 'accept', on: '2025-12-18' },
    ],
  },
  {
    kind: 'condition',
    body: 'fr-recht',
    text: 'De faculteit meldt de raad in het najaar van 2026 hoeveel studenten met een mentor hebben gesproken.',
    unit: 'recht',
    role: 'planschrijver',
    madeOn: '2024-06-06',
    dueOn: '2026-11-15',
    decision: consentRecht,
    source,
  },
  {
    kind: 'condition',
    body: 'fr-recht',
    text: 'Eerst evalueren de faculteit en de raad samen het mentoraat; daarna besluiten zij over de besteding in 2027.',
    unit: 'recht',
    role: 'planschrijver',
    madeOn: '2026-03-12',
    dueOn: '2026-12-10',
    measure: { document: 'plan-recht', measure: 'mentoraat' },
    spendYear: 2027,
    source,
  },
  {
    kind: 'commitment',
    body: 'fr-beta',
    text: 'De faculteit legt de raad elk jaar voor wat elke maatregel heeft opgeleverd, met de cijfers van dat jaar.',
    unit: 'beta',
    role: 'planschrijver',
    madeOn: '2025-12-18',
    dueOn: '2026-12-18',
    status: 'answered',
    document: 'plan-beta',
    source,
    steps: [
      {
        act: 'answer',
        on: '2026-11-05',
        text: 'Het overzicht per maatregel is aan de raad gezonden; het gaat over het eerste halfjaar.',
      },
    ],
  },
  {
    kind: 'commitment',
    body: 'ur',
    text: 'Het college zoekt vóór de begroting van 2027 met de faculteiten uit of één tarief per student nog past.',
    unit: 'voorbeeld',
    role: 'college',
    madeOn: '2026-06-18',
    dueOn: '2026-12-01',
    document: 'allocatie',
    source,
  },
  {
    kind: 'commitment',
    body: 'ur',
    text: 'Het college nodigt de raad uit bij de bezoeken aan de opleidingen in het voorjaar van 2025.',
    unit: 'voorbeeld',
    role: 'college',
    madeOn: '2024-10-10',
    dueOn: '2025-06-30',
    status: 'withdrawn',
    source,
    steps: [
      {
        act: 'withdraw',
        on: '2025-03-06',
        text: 'De raad houdt in plaats daarvan een eigen ronde langs de opleidingen.',
      },
    ],
  },
];

const adviceUr = { document: 'allocatie', version: 1, body: 'ur', kind: 'advice' as const };

/** The advice on carrying over 2022 has no account on purpose: it shows as due. */
export const followUps: Scheme['followUps'] = [
  {
    decision: adviceUr,
    point: 'Eén tarief per student',
    outcome: 'followed',
    account:
      'Elke faculteit krijgt hetzelfde bedrag per student; de verdeling laat per faculteit zien hoe het is berekend.',
    on: '2021-12-07',
    version: { document: 'allocatie', version: 1 },
    source,
  },
  {
    decision: adviceUr,
    point: 'Het restant niet laten staan',
    outcome: 'partly',
    account:
      'Van het restant gaat een deel naar gezamenlijke maatregelen; de rest blijft gereserveerd tot de definitieve bekostiging bekend is, omdat het college geen geld wil toezeggen dat nog kan vervallen.',
    on: '2021-12-07',
    version: { document: 'plan-gezamenlijk', version: 1 },
    source,
  },
  {
    topic: {
      date: '2024-02-13',
      title: 'Enquête over begeleiding in het eerste jaar',
      text: 'In grote werkgroepen durven studenten niets te vragen',
    },
    outcome: 'not-followed',
    account:
      'Kleinere werkgroepen in elk vak zijn niet te betalen zonder het mentoraat te halveren. De faculteit begint bij de vakken met de meeste uitval en bekijkt het in 2026 opnieuw.',
    on: '2024-06-18',
    source,
  },
];

export const proposals: Scheme['proposals'] = [
  {
    body: 'fr-recht',
    to: 'cvb',
    kind: 'question',
    title: 'Kan geld voor begeleiding van 2025 naar 2026?',
    text: 'De raad hoort dat er in 2025 minder mentoren zijn aangesteld dan begroot. Blijft dat geld voor begeleiding beschikbaar, en wie besluit daarover?',
    putOn: '2026-02-12',
    dueOn: '2026-03-12',
    basis: 'Reglement van de raad',
    outcome: 'answered',
    reply:
      'Ja, als de faculteit het bij de overheveling aanvraagt en de universiteitsraad erover adviseert. De aanvraag wordt in april voorgelegd.',
    repliedOn: '2026-03-05',
    source,
  },
  {
    body: 'fr-beta',
    to: 'cvb',
    kind: 'initiative',
    title: 'Practicumzalen in de avond open',
    text: 'De raad stelt voor de practicumzalen twee avonden per week open te stellen, met een student-assistent, te betalen uit de kwaliteitsmiddelen van 2027.',
    putOn: '2026-07-02',
    dueOn: '2026-10-02',
    basis: 'WHW art. 9.37 en 9.32 lid 2 (tekst 2015)',
    source,
  },
  {
    body: 'ur',
    to: 'cvb',
    kind: 'initiative',
    title: 'Eén plek waar studenten zien wat er met hun evaluatie is gedaan',
    text: 'De raad stelt voor dat elke faculteit bij elk plan laat zien welke uitkomst van panels en enquêtes erin is verwerkt, en welke niet en waarom.',
    putOn: '2026-09-24',
    dueOn: '2026-12-24',
    basis: 'WHW art. 9.32 lid 2 (tekst 2015)',
    source,
  },
];

export const reflections: Scheme['reflections'] = [
  {
    body: 'ur',
    year: 2025,
    number: 1,
    text: 'De raad kreeg de stukken dit jaar op tijd en kon de plannen naast elkaar leggen. Wat de raad mist, is de stem van studenten die niet in een panel zitten.\n\nOver de verdeling van het restant is de raad minder tevreden: het advies van 2021 is deels gevolgd en daarna niet opnieuw besproken. De raad wil dat gesprek vóór de begroting van 2027.',
    givenOn: '2026-05-21',
  },
  {
    body: 'fr-recht',
    year: 2025,
    number: 1,
    text: 'Het mentoraat loopt, en studenten merken dat. De raad heeft één keer om cijfers moeten vragen die waren toegezegd. De voorwaarde bij het plan heeft daarbij geholpen.',
    givenOn: '2026-05-12',
  },
];

function word(code: string, nl: [string, string], en: [string, string]) {
  return { code, wordNl: nl[0], wordEn: en[0], meaningNl: nl[1], meaningEn: en[1] };
}

export const words: Scheme['words'] = [
  word(
    'instemming',
    [
      'Instemming',
      'Het plan kan niet worden vastgesteld voordat de raad ja heeft gezegd op precies die tekst.',
    ],
    ['Consent', 'The plan cannot be adopted before the council has said yes to exactly that text.'],
  ),
  word(
    'advies',
    ['Advies', 'De raad zegt wat hij ervan vindt; het bestuur hoort te zeggen wat het ermee heeft gedaan.'],
    ['Advice', 'The council says what it thinks; the board is to say what it did with it.'],
  ),
  word(
    'toezegging',
    ['Toezegging', 'Wat het bestuur aan een raad heeft beloofd, met een eigenaar en een datum.'],
    ['Commitment', 'What the board promised a council, with an owner and a day.'],
  ),
  word(
    'maatregel',
    [
      'Maatregel',
      'Iets dat een faculteit met het geld doet: een thema, een bedrag per jaar en wie ervoor zorgt.',
    ],
    ['Measure', 'Something a faculty does with the money: a theme, an amount a year and who sees to it.'],
  ),
  word(
    'herijking',
    ['Herijking', 'Het plan halverwege opnieuw bekijken en aanpassen, met instemming van de raad.'],
    ['Recalibration', 'Looking at the plan again halfway and adjusting it, with the council’s consent.'],
  ),
  word(
    'kwaliteitsmiddelen',
    [
      'Kwaliteitsmiddelen',
      'Het geld van deze regeling. In oudere stukken ook studievoorschotmiddelen genoemd.',
    ],
    ['Quality funds', 'The money of this scheme; older papers call it study advance funds.'],
  ),
  word(
    'kadernota',
    ['Kadernota', 'De verwachting in het voorjaar: hoeveel geld er de komende jaren komt.'],
    ['Budget framework', 'The expectation in spring: how much money comes in the next years.'],
  ),
  word(
    'realisatie',
    ['Realisatie', 'Wat er werkelijk is uitgegeven, zoals de controller het heeft geboekt.'],
    ['Realisation', 'What was really spent, as the controller booked it.'],
  ),
  word(
    'overheveling',
    ['Overheveling', 'Geld dat in een jaar niet is uitgegeven, meenemen naar een volgend jaar.'],
    ['Carry-over', 'Taking money that was not spent in a year to a later year.'],
  ),
  word(
    'opleidingscommissie',
    [
      'Opleidingscommissie (OC)',
      'Studenten en docenten van één opleiding, die over het onderwijs daarvan adviseren.',
    ],
    ['Programme committee', 'Students and lecturers of one programme, who advise on its teaching.'],
  ),
  word(
    'raadslid',
    [
      'Lid van een raad',
      'Heeft van het lidmaatschap geen nadeel, en krijgt er tijd en scholing voor (WHW 9.32 lid 9 en 9.48).',
    ],
    [
      'Member of a council',
      'Is not put at a disadvantage by it, and gets time and training for it (WHW 9.32(9) and 9.48).',
    ],
  ),
];
