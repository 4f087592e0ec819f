import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Report = NonNullable<Scheme['progress']>[number];
type Entry = Report['entries'][number];

/** The words that this scheme uses for how a measure stands. */
export const progressStatuses: Scheme['progressStatuses'] = [
  status(
    'voorbereiding',
    ['in voorbereiding', 'being prepared'],
    ['Er is nog niets van te merken.', 'Nothing of it can be noticed yet.'],
  ),
  status(
    'loopt',
    ['loopt volgens plan', 'runs as planned'],
    ['Wat het plan belooft, gebeurt.', 'What the plan promises is done.'],
  ),
  status(
    'anders',
    ['loopt anders', 'runs differently'],
    [
      'Het gebeurt, maar anders, later of minder dan beloofd.',
      'It is done, but differently, later or less than promised.',
    ],
    true,
  ),
  status('gestopt', ['gestopt', 'stopped'], ['Het gebeurt niet meer.', 'It is no longer done.'], true),
  status(
    'klaar',
    ['afgerond', 'completed'],
    ['Wat beloofd is, is er en blijft.', 'What was promised is there, and stays.'],
  ),
];

function status(
  code: string,
  [nameNl, nameEn]: [string, string],
  [meaningNl, meaningEn]: [string, string],
  deviates = false,
) {
  return { code, nameNl, nameEn, meaningNl, meaningEn, deviates };
}

type Words = Partial<Omit<Entry, 'document' | 'measure' | 'version' | 'status'>>;

function of(document: string, version: number) {
  return (measure: string, state: string | null, words: Words): Entry => ({
    document,
    measure,
    version,
    status: state,
    ...words,
  });
}

const law = of('plan-recht', 2);
const science = of('plan-beta', 1);
const humanities = of('plan-mens', 1);
const joint = of('plan-gezamenlijk', 1);

const law2024: Entry[] = [
  law('werkgroepen', 'loopt', {
    done: 'Alle vakken van jaar 1 en 2 hadden werkgroepen van hooguit twintig studenten.',
    result: 'Negentig werkgroepen, elk met een wekelijkse schrijfopdracht.',
    effect: 'Studenten zeggen vaker dat zij iets terughoren over hun werk.',
    nextStep: 'De opdrachten van jaar 2 herzien met de docenten.',
    steps: [{ code: 'S3', reachedMilli: 20_000, note: 'Het grootste aantal, bij staatsrecht.' }],
  }),
  law('oefenrechtbank', 'anders', {
    done: 'Alle derdejaars pleitten een keer in de zaal; de tweede keer ging online.',
    result: 'Gemiddeld anderhalf pleidooi per student.',
    deviation: 'De zaal was een blok lang in verbouwing; een andere zaal met opnameapparatuur was er niet.',
    nextStep: 'Het rooster zo leggen dat de zaal in beide blokken vrij is.',
    steps: [{ code: 'S2', reachedMilli: 1500, note: 'Een keer in de zaal, voor de helft ook online.' }],
  }),
  law('honours', 'klaar', {
    done: 'Het laatste jaar: achtenveertig studenten rondden het traject af.',
    result: 'Met de herijking gaat het traject over naar de vaste middelen.',
    steps: [],
  }),
  law('mentoraat', 'loopt', {
    done: 'Elke eerstejaars had een mentor; vanaf september ook de tweedejaars.',
    result: 'Gemiddeld twee gesprekken voor december.',
    effect: 'Minder studenten vielen uit voor februari; of dat door het mentoraat komt, is niet te zeggen.',
    nextStep: 'De mentoren van jaar 2 opleiden.',
    steps: [{ code: 'S2', reachedMilli: 2100, note: '' }],
  }),
  law('docenttijd', 'anders', {
    done: 'Twaalf vakken zijn herzien met een onderwijskundige.',
    deviation: 'Drie docenten waren langdurig afwezig; hun vakken schuiven naar 2025.',
    nextStep: 'De drie vakken in het voorjaar.',
    steps: [{ code: 'S1', reachedMilli: 12_000, note: 'Drie vakken later.' }],
  }),
  law('taalsteun', 'loopt', {
    done: 'Het schrijfcentrum was vier dagen per week open.',
    result: 'Ruim driehonderd bezoeken.',
    nextStep: 'De inloop ook in het Engels.',
  }),
];

const law2025 = (lessons: string): Entry[] => [
  law('werkgroepen', 'loopt', {
    done: 'Alle vakken van jaar 1 en 2 bleven binnen twintig studenten per werkgroep; de opdrachten van jaar 2 zijn herzien.',
    result: 'Tweeënnegentig werkgroepen.',
    effect: 'In het studentpanel noemen studenten de feedback als eerste.',
    nextStep: 'Vasthouden, ook als het aantal studenten groeit.',
    steps: [{ code: 'S3', reachedMilli: 20_000, note: '' }],
  }),
  law('oefenrechtbank', 'loopt', {
    done: 'Alle derdejaars pleitten twee keer in de zaal.',
    result: 'Twee pleidooien per student, steeds met een rechter of advocaat die terugblikt.',
    nextStep: 'De lijst van gastpleiters uitbreiden.',
    steps: [{ code: 'S2', reachedMilli: 2000, note: '' }],
  }),
  law('mentoraat', 'anders', {
    done: 'Elke eerstejaars had een mentor; in jaar 2 ging het om de helft van de groepen.',
    deviation: 'Er waren te weinig ouderejaars mentor voor alle groepen van jaar 2.',
    waitsFor: 'Advies van de taskforce docentontwikkeling over uren voor mentoren (verwacht in maart 2026)',
    nextStep: 'Werven onder masterstudenten.',
    steps: [{ code: 'S2', reachedMilli: 1800, note: 'In jaar 2 gemiddeld een gesprek.' }],
  }),
  law('docenttijd', 'loopt', {
    done: lessons,
    nextStep: 'Vijftien vakken in 2026.',
    steps: [{ code: 'S1', reachedMilli: 17_000, note: 'Met de drie vakken van 2024.' }],
  }),
  law('taalsteun', 'loopt', {
    done: 'Het schrijfcentrum was vijf dagen per week open, ook in het Engels.',
    result: 'Ruim vierhonderd bezoeken.',
    nextStep: 'Een cursus voor wie de toets in het eerste blok niet haalt.',
  }),
];

const report = (unit: string, year: number, rest: Omit<Report, 'unit' | 'year'>): Report => ({
  unit,
  year,
  ...rest,
});

/** What units told: two years in full, one of them corrected, and one year that is still being written. */
export const progress: Scheme['progress'] = [
  report('recht', 2024, {
    summary: 'Kleine werkgroepen in elk vak; de oefenrechtbank en het herzien van vakken liepen achter.',
    submittedAt: '2025-02-20T10:00:00+01:00',
    submittedBy: 'Planschrijver Rechtsgeleerdheid',
    entries: law2024,
  }),
  report('recht', 2025, {
    summary:
      'Wat in 2024 achterliep, is ingehaald. Het mentoraat in jaar 2 vraagt meer mentoren dan er zijn.',
    submittedAt: '2026-02-19T11:30:00+01:00',
    submittedBy: 'Planschrijver Rechtsgeleerdheid',
    entries: law2025('Veertien vakken zijn herzien, en de drie die uit 2024 waren overgebleven.'),
  }),
  report('recht', 2025, {
    number: 2,
    reason:
      'Bij Tijd voor beter onderwijs stond een aantal te weinig: het waren zeventien vakken, niet zestien.',
    summary:
      'Wat in 2024 achterliep, is ingehaald. Het mentoraat in jaar 2 vraagt meer mentoren dan er zijn.',
    submittedAt: '2026-03-05T09:15:00+01:00',
    submittedBy: 'Planschrijver Rechtsgeleerdheid',
    entries: law2025('Zeventien vakken zijn herzien, waaronder de drie die uit 2024 waren overgebleven.'),
  }),
  report('recht', 2026, {
    summary: '',
    entries: [
      law('werkgroepen', 'loopt', {
        done: 'Ook met meer eerstejaars bleef elke werkgroep binnen twintig studenten.',
        steps: [{ code: 'S3', reachedMilli: 20_000, note: '' }],
      }),
      law('taalsteun', null, { done: 'De nieuwe cursus is in september begonnen.' }),
    ],
  }),
  report('beta', 2025, {
    summary: 'De practica zijn op orde; de zomerschool trok minder deelnemers dan gehoopt.',
    submittedAt: '2026-02-27T16:00:00+01:00',
    submittedBy: 'Planschrijver Bètawetenschappen',
    entries: [
      science('practica', 'loopt', {
        done: 'Vijf practica zijn onderzoekend gemaakt.',
        effect: 'In het panel zeggen studenten dat zij meer zelf bedenken.',
        nextStep: 'De laatste twee practica.',
      }),
      science('programmeren', 'loopt', {
        done: 'Alle drie de niveaus zijn gegeven.',
        nextStep: 'Toetsen per niveau.',
      }),
      science('studieadvies', 'klaar', { done: 'De twee studieadviseurs zijn in vaste dienst.' }),
      science('didactiek', 'voorbereiding', { done: 'De eerste vier koppels van docenten zijn gevormd.' }),
      science('zomerschool', 'anders', {
        done: 'De zomerschool is een keer gegeven.',
        deviation: 'Er waren te weinig aanmeldingen voor een tweede week.',
        nextStep: 'Eerder werven, op de vwo-scholen.',
      }),
    ],
  }),
  report('voorbeeld', 2025, {
    summary: 'In elke faculteit is een welzijnsteam; het docentenhuis kreeg meer vragen dan het aankon.',
    submittedAt: '2026-03-10T12:00:00+01:00',
    submittedBy: 'Beleidsmedewerker',
    entries: [
      joint('welzijn', 'loopt', {
        done: 'Elke faculteit heeft een aanspreekpunt; de coördinator houdt het netwerk bijeen.',
        result: 'In elke faculteit is drie dagen per week iemand bereikbaar.',
        nextStep: 'Een gezamenlijke training in het najaar.',
      }),
      joint('docenthuis', 'anders', {
        done: 'Vijfhonderd vragen zijn beantwoord.',
        deviation:
          'Het duurde gemiddeld vijf werkdagen in plaats van drie: er kwamen meer vragen dan verwacht.',
        nextStep: 'Een onderwijskundige van elke faculteit doet een dag per week mee.',
      }),
    ],
  }),
  report('mens', 2025, {
    summary: '',
    entries: [
      humanities('seminars', 'loopt', { done: 'Alle seminars van jaar 1 tellen hooguit zestien studenten.' }),
    ],
  }),
];

const base64 = (text: string) => Buffer.from(text).toString('base64');
const lawMeasure = (measure: string) => ({ document: 'plan-recht', measure, version: 2 });
const subject = (measure: string, rest: { year?: number; step?: string } = {}) => ({
  measure: lawMeasure(measure),
  ...rest,
});

/** Evidence of every kind, one piece withdrawn and one confidential. */
export const evidence: Scheme['evidence'] = [
  {
    code: 'E1',
    kind: 'file',
    unit: 'recht',
    title: 'Omvang van de werkgroepen in 2025',
    description: 'Per vak het aantal studenten in de grootste werkgroep.',
    source: 'Roostersysteem, uitvoer van 15 januari 2026 (fictief)',
    effectiveOn: '2025-12-19',
    periodFrom: '2025-02-03',
    periodThrough: '2025-12-19',
    confidentiality: 'institution',
    file: {
      name: 'werkgroepen-2025.csv',
      mediaType: 'text/csv',
      base64: base64('vak;grootste werkgroep\nstaatsrecht;20\nstrafrecht;19\nverbintenissenrecht;20\n'),
    },
    addedAt: '2026-02-18T15:00:00+01:00',
    for: [subject('werkgroepen', { year: 2025 }), subject('werkgroepen', { step: 'S3' })],
  },
  {
    code: 'E2',
    kind: 'consultation',
    unit: 'recht',
    title: 'Wat studenten over de begeleiding zeggen',
    effectiveOn: '2025-10-07',
    confidentiality: 'public',
    consultation: { date: '2025-10-07', title: 'Studentpanel over begeleiding' },
    addedAt: '2026-02-18T15:10:00+01:00',
    for: [subject('mentoraat', { year: 2025 })],
  },
  {
    code: 'E3',
    kind: 'decision',
    unit: 'recht',
    title: 'De raad vroeg om cijfers over het mentoraat',
    effectiveOn: '2024-06-06',
    confidentiality: 'council',
    decision: { document: 'plan-recht', version: 2, body: 'fr-recht', kind: 'consent' },
    addedAt: '2026-02-18T15:20:00+01:00',
    for: [subject('mentoraat')],
  },
  {
    code: 'E4',
    kind: 'version',
    unit: 'recht',
    title: 'Onderwijsverslag 2024',
    description: 'Het hoofdstuk over de oefenrechtbank.',
    effectiveOn: '2024-12-31',
    periodFrom: '2024-01-01',
    periodThrough: '2024-12-31',
    confidentiality: 'institution',
    version: { document: 'onderwijsverslag-recht-2024', version: 1 },
    addedAt: '2026-01-08T09:00:00+01:00',
    for: [subject('oefenrechtbank', { year: 2024 })],
  },
  {
    code: 'E5',
    kind: 'link',
    unit: 'recht',
    title: 'Openingstijden van het schrijfcentrum',
    effectiveOn: '2025-09-01',
    confidentiality: 'public',
    url: 'https://www.example.org/schrijfcentrum',
    addedAt: '2026-02-18T15:30:00+01:00',
    for: [subject('taalsteun', { year: 2025 })],
  },
  {
    code: 'E6',
    kind: 'fact',
    unit: 'recht',
    title: 'Docenten met een basiskwalificatie',
    source: 'Personeelsadministratie, stand van 31 december 2025 (fictief)',
    effectiveOn: '2025-12-31',
    confidentiality: 'public',
    figureMilli: 90_000,
    figureUnit: '% van de docenten',
    approximate: true,
    addedAt: '2026-02-18T15:40:00+01:00',
    for: [subject('docenttijd', { year: 2025 })],
  },
  {
    code: 'E7',
    kind: 'fact',
    unit: 'recht',
    title: 'Bezetting van het studieadvies bij het begin',
    description: 'Waar het mentoraat bij kwam.',
    source: 'Formatieplan 2021 (fictief)',
    effectiveOn: '2021-12-31',
    confidentiality: 'institution',
    figureMilli: 4_200,
    figureUnit: 'fte studieadvies',
    addedAt: '2026-02-18T15:50:00+01:00',
    for: [subject('mentoraat')],
  },
  {
    code: 'E8',
    kind: 'file',
    unit: 'recht',
    title: 'Verslag van een gesprek over werkdruk',
    effectiveOn: '2025-11-12',
    confidentiality: 'unit',
    file: {
      name: 'gesprek-werkdruk.txt',
      mediaType: 'text/plain',
      base64: base64('Drie docenten over de uren voor het herzien van hun vak. (fictief)\n'),
    },
    addedAt: '2026-02-18T16:00:00+01:00',
    for: [subject('docenttijd', { year: 2025 })],
  },
  {
    code: 'E9',
    kind: 'link',
    unit: 'recht',
    title: 'Eerste telling van pleidooien',
    effectiveOn: '2024-12-20',
    confidentiality: 'institution',
    url: 'https://www.example.org/pleidooien-2024',
    addedAt: '2025-02-19T10:00:00+01:00',
    withdrawnAt: '2025-03-03T10:00:00+01:00',
    withdrawnReason: 'De telling nam de online pleidooien dubbel mee; het onderwijsverslag heeft de goede.',
    for: [subject('oefenrechtbank', { year: 2024 })],
  },
];
