import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { definitions } from './indicator-definitions.ts';
import { root } from './organisation.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Indicator = NonNullable<Scheme['indicators']>[number];
type Observation = NonNullable<Indicator['observations']>[number];
type Figures = Omit<Observation, 'unit' | 'year'>;

const source = 'fictief';
/** The years of which the faculties handed in their figures; of 2025 one has, and one is at it. */
const handedIn = [2021, 2022, 2023, 2024];
const faculties = ['recht', 'beta', 'mens', 'zorg'];

/** Figures per unit, from 2021 on; null: nothing recorded. */
function series(per: Record<string, (Figures | Figures[] | null)[]>, firstYear = 2021): Observation[] {
  return Object.entries(per).flatMap(([unit, list]) =>
    list.flatMap((one, i) =>
      (one === null ? [] : [one].flat()).map((figures) => ({
        unit,
        year: firstYear + i,
        source,
        ...figures,
      })),
    ),
  );
}

const part = (numerator: number, denominator: number, caveat = ''): Figures => ({
  ...{
    numeratorMilli: Math.round(numerator * 1000),
    denominatorMilli: Math.round(denominator * 1000),
    caveat,
  },
});
const whole = (value: number, caveat = ''): Figures => ({ valueMilli: Math.round(value * 1000), caveat });
const ba = (value: number, spread: number, n: number): Figures => ({
  ...{
    split: 'ba',
    valueMilli: Math.round(value * 1000),
    spreadMilli: Math.round(spread * 1000),
    respondents: n,
  },
});
const ma = (value: number, spread: number, n: number): Figures => ({ ...ba(value, spread, n), split: 'ma' });
const unknown = (split: string, caveat: string): Figures => ({ split, mark: 'unknown', caveat });
/** From 2024 on by the second version of the definition. */
const second = (one: Figures): Figures => ({ ...one, definition: 2 });

const notHeld = 'De vragenlijst is dit jaar niet afgenomen.';

const observations: Record<string, Observation[]> = {
  'studenten-per-docent': series({
    recht: [
      part(5920, 212.4),
      part(6010, 221.8),
      part(6090, 231.5),
      second(part(6180, 268.2)),
      second(part(6150, 271.4, 'Voorlopige telling.')),
    ],
    beta: [
      part(6980, 405.2),
      part(7110, 421.6),
      part(7260, 433.9),
      second(part(7420, 489.3)),
      second(part(7505, 497.1)),
    ],
    mens: [part(9010, 318.5), part(9150, 336), part(9240, 347.2), second(part(9360, 401.8))],
    zorg: [part(4120, 240.1), part(4180, 246.3), part(4230, 251.7), second(part(4290, 280.4))],
  }),
  werkvormen: series({
    recht: [
      [ba(3.4, 0.9, 412), ma(3.6, 0.8, 188)],
      [ba(3.5, 0.9, 431), ma(3.6, 0.9, 176)],
      [ba(3.9, 0.8, 655), ma(4, 0.7, 241)],
      [ba(4, 0.8, 688), ma(4, 0.8, 252)],
      [ba(4, 0.8, 671)],
    ],
    beta: [
      [ba(3.6, 1, 520), ma(3.8, 0.9, 260)],
      [ba(3.6, 1, 498), ma(3.9, 0.8, 255)],
      [ba(3.8, 0.9, 702), ma(4, 0.8, 310)],
      [ba(3.9, 0.9, 731), ma(4.1, 0.7, 325)],
      [ba(4, 0.8, 744), ma(4.1, 0.7, 318)],
    ],
    mens: [
      [ba(3.2, 1.1, 801), ma(3.5, 1, 340)],
      [unknown('ba', notHeld), unknown('ma', notHeld)],
      [ba(3.6, 1, 940), ma(3.8, 0.9, 402)],
      [ba(3.7, 0.9, 958), ma(3.8, 0.9, 410)],
    ],
    zorg: [
      [ba(3.7, 0.8, 280), ma(3.9, 0.7, 12)],
      [ba(3.7, 0.8, 295), ma(3.8, 0.8, 9)],
      [ba(3.9, 0.7, 322), ma(4.1, 0.6, 7)],
      [ba(4, 0.7, 330), ma(4.6, 0.5, 3)],
    ],
  }),
  bko: series({
    recht: [
      part(131, 158),
      part(138, 162),
      part(150, 171),
      part(160, 180),
      part(158, 184, 'Veel nieuwe docenten.'),
    ],
    beta: [part(240, 301), part(251, 309), part(262, 318), part(281, 330), part(290, 335)],
    mens: [
      part(226, 270),
      part(221, 282, 'Veertien nieuwe docenten begonnen aan hun BKO.'),
      part(240, 288),
      part(259, 296),
    ],
    zorg: [part(118, 149), part(124, 151), part(128, 155), part(139, 160)],
  }),
  'fte-studieadviseurs': series({
    recht: [whole(9.2), whole(10.4), whole(11), whole(11.6), whole(11.8)],
    beta: [whole(12.5), whole(13.1), whole(14.9), whole(16.5), whole(16.5)],
    mens: [whole(14.8), whole(15.2), whole(16), whole(17.4)],
    zorg: [whole(6.1), whole(6.1), whole(6.8), whole(7)],
  }),
  leergang: series({
    [root]: [whole(21), whole(26), whole(33), whole(39), null],
    recht: [whole(6), whole(7), whole(9), whole(11), whole(12)],
    beta: [whole(8), whole(9), whole(11), whole(12), whole(13)],
    mens: [whole(5), whole(7), whole(8), whole(9)],
    zorg: [whole(2), whole(3), whole(5), whole(7)],
  }),
  uitval: series({
    recht: [part(301, 1402), part(288, 1395), part(274, 1410), part(262, 1421)],
    beta: [part(352, 1610), part(341, 1642), part(329, 1688), part(320, 1702), part(318, 1720)],
    mens: [part(410, 2188), part(398, 2201), part(401, 2230), part(388, 2251)],
    zorg: [part(96, 802), part(91, 810), part(88, 815), part(90, 822)],
  }),
  'bachelor-in-vier': series({
    recht: [part(702, 1010), part(718, 1021), part(731, 1019), part(744, 1034)],
    beta: [part(690, 1132), part(711, 1148), part(736, 1155), part(760, 1170), part(771, 1178)],
    mens: [part(1120, 1612), part(1131, 1640), part(1160, 1655), part(1174, 1661)],
    zorg: [part(560, 668), part(571, 671), part(574, 680), part(580, 688)],
  }),
  'welzijn-trainingen': series({ 'dienst-studenten': [whole(48), whole(96), whole(131), whole(140)] }, 2022),
  'docenthuis-deelnemers': series(
    { 'dienst-onderwijs': [whole(62), whole(148), whole(210), whole(233)] },
    2022,
  ),
  'docenthuis-oordeel': series(
    {
      'dienst-onderwijs': [
        { valueMilli: 3800, spreadMilli: 600, respondents: 51 },
        { valueMilli: 4000, spreadMilli: 500, respondents: 122 },
        { valueMilli: 4200, spreadMilli: 500, respondents: 171 },
        { valueMilli: 4200, spreadMilli: 400, respondents: 190 },
      ],
    },
    2022,
  ),
  zelftest: series({
    [root]: [part(3410, 26_030), part(4105, 26_450), null, part(5230, 27_250), part(5610, 27_400)],
  }),
};

const breaks: Record<string, Indicator['breaks']> = {
  werkvormen: [
    {
      year: 2023,
      reasonNl:
        'Nieuw evaluatieformulier, dat in het college wordt ingevuld: meer en andere studenten antwoorden.',
      reasonEn: 'A new evaluation form, filled in during class: more and other students answer.',
      source,
    },
  ],
  bko: [
    {
      unit: 'mens',
      year: 2022,
      reasonNl: 'Door veertien nieuwe docenten daalt het aandeel zonder dat iemand zijn BKO verloor.',
      reasonEn: 'Fourteen new teachers lower the share while nobody lost the qualification.',
      source,
    },
  ],
};

/** What holders wrote, by turns: three for each indicator. */
const said: Record<string, [string, string, string]> = {
  'studenten-per-docent': [
    'De extra docenten gingen naar de werkgroepen in jaar 1; daar zijn de groepen kleiner. In jaar 3 is weinig veranderd.',
    'De ratio daalt licht, maar het aantal studenten groeide mee. Zonder de nieuwe docenten was zij gestegen.',
    'Drie vacatures stonden een half jaar open. Daardoor is het effect kleiner dan het geld doet vermoeden.',
  ],
  werkvormen: [
    'Studenten noemen vooral dat zij vaker aan het woord komen. In de hoorcolleges verandert dat niet.',
    'Het oordeel is ongeveer gelijk gebleven. De opleidingscommissie wil weten waarom de spreiding groot blijft.',
    'Met de opleidingscommissie is afgesproken twee vakken om te bouwen naar kleinere groepen.',
  ],
  bko: [
    'Wie het nog niet heeft, is begonnen of heeft een afspraak voor dit najaar.',
    'Nieuwe docenten verlagen het aandeel tijdelijk. Begeleiding tijdens het traject kost de ervaren docenten tijd.',
    'De rooster-uren voor het traject zijn nu vast; eerder viel dat weg in drukke weken.',
  ],
  'fte-studieadviseurs': [
    'Wie om een gesprek vraagt, kan binnen een week terecht. In september duurt het langer.',
    'De nieuwe adviseur werkt vooral voor internationale studenten, die eerder weinig kwamen.',
    'Twee adviseurs vertrokken; hun werk is door collega’s overgenomen tot er opvolgers waren.',
  ],
  leergang: [
    'Twee adviseurs rondden de leergang af en delen wat zij leerden in het overleg.',
    'De leergang zat vol; wie niet mee kon, staat vooraan voor volgend jaar.',
    'Het certificaat is geen eis, maar nieuwe adviseurs melden zich vanzelf aan.',
  ],
  uitval: [
    'De meeste uitvallers stopten voor februari en kozen een andere studie. Gesprekken vooraf lijken te helpen.',
    'Onder studenten die naast de studie veel werken, blijft de uitval hoog.',
    'Van ruim de helft van de uitvallers is de reden bekend; die vraag stellen we nu eerder.',
  ],
  'bachelor-in-vier': [
    'De scriptie houdt studenten het langst op. Daarom zijn er nu vaste schrijfweken.',
    'Het aandeel stijgt langzaam; studenten met een bestuursjaar tellen mee.',
    'Wie vertraging heeft, spreekt nu elk half jaar een adviseur.',
  ],
};

const handed = (unit: string, year: number) => handedIn.includes(year) || (unit === 'beta' && year === 2025);

function reflectionsOf(code: string): Indicator['reflections'] {
  const texts = said[code];
  if (!texts) return [];
  return faculties.flatMap((unit, f) =>
    [...handedIn, 2025]
      .filter((year) => handed(unit, year))
      .map((year) => ({ unit, year, text: texts[(year + f) % 3]! })),
  );
}

/** One figure was corrected after it had been handed in, and handed in again. */
const corrected: Observation = {
  ...{ unit: 'zorg', year: 2023, source, number: 2, afterSubmission: 1 },
  ...part(131, 155),
  reason: 'Drie certificaten waren in het personeelssysteem niet geboekt.',
};

export const indicators: Indicator[] = Object.entries(definitions).map(([code, versions]) => ({
  code,
  definitions: versions,
  breaks: breaks[code] ?? [],
  observations: [...(observations[code] ?? []), ...(code === 'bko' ? [corrected] : [])],
  reflections: reflectionsOf(code),
}));

export const indicatorSubmissions: Scheme['indicatorSubmissions'] = [
  ...faculties.flatMap((unit, f) =>
    [...handedIn, 2025]
      .filter((year) => handed(unit, year))
      .map((year) => ({ unit, year, on: `${year + 1}-11-${String(10 + f).padStart(2, '0')}` })),
  ),
  { unit: 'zorg', year: 2023, number: 2, on: '2025-02-04' },
];
