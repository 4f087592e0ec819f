import { adoption, course, type Document } from './money.ts';
import { faculties, root, units } from './organisation.ts';
import { basis } from './scheme.ts';

/** The reports of the academic year 2024-2025 and what rests on them, and the beginning of the year after it. */

type Version = Document['versions'][number];

type Said = [programme: string, faculty: string, did: string, noticed: string, failed: string];

const programmes: Said[] = [
  [
    'b-rechten',
    'recht',
    'De werkgroepen van jaar 1 zijn gehalveerd tot twaalf studenten. Alle acht vakken doen mee.',
    'Studenten stellen meer vragen en leveren vaker een conceptversie in. Docenten kennen hun groep bij naam.',
    'Voor twee vakken bleef het zoeken naar werkgroepdocenten tot in oktober.',
  ],
  [
    'b-notarieel',
    'recht',
    'De practica akten opstellen zijn verdubbeld, met een docent uit de praktijk erbij.',
    'De evaluaties gaan van 6,8 naar 7,4. Studenten noemen vooral de voorbeelden uit de praktijk.',
    '',
  ],
  [
    'm-rechten',
    'recht',
    'Elke scriptiegroep heeft nu een vaste begeleider en drie ijkmomenten.',
    'Meer studenten ronden hun scriptie binnen het jaar af: 71 van de 96, een jaar eerder 58 van de 94.',
    'De begeleiders vinden de ijkmomenten krap gepland naast het tentamenrooster.',
  ],
  [
    'b-wiskunde',
    'beta',
    'De eerstejaars werken in vaste tafels met een studentassistent.',
    'De tafels helpen vooral wie van een andere school komt. De uitval in het eerste halfjaar is gelijk gebleven.',
    '',
  ],
  [
    'b-informatica',
    'beta',
    'Peerfeedback zit in alle practica van jaar 1 en 2, met een eigen gespreksformulier.',
    'Studenten geven aan dat zij leren van elkaars code. Sommigen vinden de tijd te kort.',
    'Het formulier werkte niet op telefoons; in januari is dat hersteld.',
  ],
  [
    'b-natuurkunde',
    'beta',
    'Het practicum elektronica is vervangen door een ontwerpopdracht in groepen van drie.',
    'De opdracht vraagt meer tijd, en krijgt het hoogste cijfer van het jaar.',
    '',
  ],
  [
    'b-biologie',
    'beta',
    'De peerfeedback begint in het voorjaar van 2026; de voorbereiding is klaar.',
    'Daar is nog niets van te merken.',
    'Een zieke coördinator en een verbouwd practicumlokaal schoven de start een half jaar op.',
  ],
  [
    'b-psychologie',
    'mens',
    'Elke eerstejaars heeft een mentor uit jaar 3, opgeleid en betaald.',
    'Acht op de tien eerstejaars spraken hun mentor ten minste vier keer.',
    'Twee mentoren stopten; hun groepen zijn verdeeld.',
  ],
  [
    'b-talen',
    'mens',
    'De seminars zijn gehouden in groepen van vijftien, ook in de kleine talen.',
    'De groepen blijven bij elkaar en studenten volgen vaker een keuzevak in een tweede taal.',
    '',
  ],
  [
    'm-communicatie',
    'mens',
    'De opleiding werkt met drie opdrachtgevers uit de stad.',
    'Studenten waarderen dat hun werk wordt gebruikt. Een opdrachtgever trok zich terug.',
    '',
  ],
  [
    'b-geneeskunde',
    'zorg',
    'De vaardigheidstraining is uitgebreid met vier dagdelen per coschap.',
    'Coassistenten voelen zich beter voorbereid; de wachttijd voor de training is nu twee weken.',
    '',
  ],
  [
    'b-gezondheid',
    'zorg',
    'De statistiekvakken hebben een inloopuur met twee studentassistenten.',
    'Het inloopuur zit in tentamenweken vol en is daarbuiten rustig.',
    'Het tweede lokaal was de helft van het jaar niet beschikbaar.',
  ],
];

const nameOf = (code: string) => units.find((unit) => unit.code === code)!.nameNl;
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
/** Each sentence a paragraph of its own, so that one can be quoted without the other. */
const sentences = (text: string) => ({
  type: 'doc',
  content: text.split(/(?<=\.) /).map(paragraph),
});

function programmeReport(
  [code, , did, noticed, failed]: Said,
  year: number,
  extra: Version[] = [],
): Document {
  const course1 = course({
    created: `${year + 1}-09-15`,
    submitted: `${year + 1}-10-28`,
    adopted: `${year + 1}-11-13`,
    from: `${year + 1}-11-13`,
  });
  return {
    code: `opleidingsverslag-${code}-${year}`,
    kind: 'opleidingsverslag',
    unit: code,
    title: `Jaarverslag ${nameOf(code)} ${year}-${year + 1}`,
    firstYear: year,
    lastYear: year,
    versions: [
      {
        number: 1,
        ...course1,
        source: 'Opleidingsjaarverslag (fictief)',
        minutes: 150 + ((code.length * 37) % 120),
        sections: [
          { question: 'resultaten', body: sentences(did) },
          { question: 'ervaring', body: sentences(noticed) },
          ...(failed ? [{ question: 'knelpunten', body: sentences(failed) }] : []),
        ],
      },
      ...extra,
    ],
  };
}

/** A report that was corrected after the faculty's had been submitted: its quotes stay as they were. */
const corrected: Version = {
  number: 2,
  ...course({ created: '2026-01-12', submitted: '2026-01-14', adopted: '2026-01-20', from: '2026-01-20' }),
  note: 'Het aantal vakken was verkeerd geteld.',
  source: 'Opleidingsjaarverslag, gecorrigeerd (fictief)',
  minutes: 20,
  sections: [
    {
      question: 'resultaten',
      body: sentences(
        'De werkgroepen van jaar 1 zijn gehalveerd tot twaalf studenten. Zeven van de acht vakken doen mee.',
      ),
    },
    { question: 'ervaring', body: sentences(programmes[0]![3]) },
    { question: 'knelpunten', body: sentences(programmes[0]![4]) },
  ],
};

function quote(question: string, programme: string, ofQuestion: string, passages: number[] = []) {
  return { question, document: `opleidingsverslag-${programme}-2024`, version: 1, ofQuestion, passages };
}

const quoted: Record<string, Version['quotes']> = {
  recht: [
    quote('voortgang', 'b-rechten', 'resultaten'),
    quote('voortgang', 'm-rechten', 'ervaring'),
    quote('leerpunten', 'b-rechten', 'knelpunten'),
  ],
  beta: [
    quote('voortgang', 'b-informatica', 'resultaten'),
    quote('voortgang', 'b-informatica', 'ervaring', [0]),
  ],
  mens: [quote('voortgang', 'b-psychologie', 'ervaring')],
};

const facultyReports: [unit: string, submitted: string, decided: string, adopted: string, body: string][] = [
  [
    'recht',
    '2025-11-24',
    '2025-12-11',
    '2025-12-16',
    'De werkgroepen zijn gehalveerd in jaar 1. Studenten stellen meer vragen; de evaluaties laten dat zien.',
  ],
  [
    'beta',
    '2025-12-01',
    '2025-12-18',
    '2025-12-19',
    'De practica met peerfeedback draaien in drie van de vier opleidingen. Biologie volgt in het voorjaar.',
  ],
  [
    'mens',
    '2025-12-15',
    '2026-01-22',
    '2026-01-27',
    'Het mentoraat bereikt nu alle eerstejaars. Twee vacatures bleven langer open dan gehoopt.',
  ],
];

const short = (unit: string) => faculties.find((one) => one.code === unit)!.short;

export const yearReports: Document[] = [
  ...programmes.map((said) => programmeReport(said, 2024, said[0] === 'b-rechten' ? [corrected] : [])),
  ...programmes
    .filter(([, faculty]) => faculty === 'recht')
    .map(([code, faculty, did, , failed]) =>
      programmeReport(
        [
          code,
          faculty,
          did,
          'Voor het tweede jaar op rij zijn studenten hierover positief. De opleidingscommissie wil dat dit zo blijft.',
          failed,
        ],
        2025,
      ),
    ),
  ...facultyReports.map(([unit, submitted, decided, adopted, body]): Document => {
    return {
      code: `onderwijsverslag-${unit}-2024`,
      kind: 'onderwijsverslag',
      unit,
      title: `Onderwijsjaarverslag ${short(unit)} 2024-2025`,
      firstYear: 2024,
      lastYear: 2024,
      versions: [
        {
          number: 1,
          ...course({ created: '2025-11-03', submitted, adopted, from: adopted }),
          source: 'Onderwijsjaarverslag (fictief)',
          minutes: 540,
          sections: [
            { question: 'voortgang', body },
            { question: 'vooruitblik', body: 'De plannen gaan door zoals zij zijn begroot.' },
          ],
          quotes: quoted[unit]!,
          decisions: [
            {
              body: `fr-${unit}`,
              kind: 'approval',
              question: 'Goedkeuring van het onderwijsjaarverslag 2024-2025',
              basis,
              askedOn: submitted,
              papersSentOn: submitted,
              outcome: 'given',
              decidedOn: decided,
            },
            adoption('Vaststelling onderwijsjaarverslag', submitted, adopted),
          ],
        },
      ],
    };
  }),
  {
    code: 'onderwijsverslag-recht-2025',
    kind: 'onderwijsverslag',
    unit: 'recht',
    title: 'Onderwijsjaarverslag Recht 2025-2026',
    firstYear: 2025,
    lastYear: 2025,
    versions: [
      {
        number: 1,
        status: 'draft',
        createdAt: '2026-11-16T09:00:00.000Z',
        sections: [
          {
            question: 'voortgang',
            body: 'De kleine werkgroepen zijn in het tweede jaar gewoon geworden.[^Gemeten over de vakken van jaar 1; jaar 2 doet vanaf februari mee.]',
          },
        ],
        quotes: [
          {
            question: 'voortgang',
            document: 'opleidingsverslag-b-notarieel-2025',
            version: 1,
            ofQuestion: 'resultaten',
          },
        ],
      },
    ],
  },
  overview(),
  {
    code: 'voortgangsverslag-2025',
    kind: 'voortgangsverslag',
    unit: root,
    title: 'Voortgangsverslag kwaliteitsafspraken 2025',
    firstYear: 2025,
    lastYear: 2025,
    versions: [
      {
        number: 1,
        ...course({
          created: '2026-04-07',
          submitted: '2026-05-26',
          adopted: '2026-06-23',
          from: '2026-06-23',
        }),
        source: 'Voortgangsverslag (fictief)',
        minutes: 960,
        sections: [
          {
            question: 'voortgang',
            body: 'Drie van de vier faculteiten liggen op koers; van de vierde is het plan nog niet vastgesteld.',
          },
        ],
        quotes: ['recht', 'beta', 'mens'].map((unit) => ({
          question: 'voortgang',
          document: `onderwijsverslag-${unit}-2024`,
          version: 1,
          ofQuestion: 'voortgang',
        })),
        decisions: [
          {
            body: 'ur',
            kind: 'discussion',
            question: 'Bespreking van het voortgangsverslag 2025',
            basis,
            askedOn: '2026-05-26',
            papersSentOn: '2026-05-26',
            outcome: 'discussed',
            decidedOn: '2026-06-18',
          },
          adoption('Vaststelling voortgangsverslag 2025', '2026-06-18', '2026-06-23'),
        ],
      },
    ],
  },
];

/** What a service that carries out a joint initiative tells of a year. */
function overview(): Document {
  return {
    code: 'jaaroverzicht-dienst-onderwijs-2025',
    kind: 'jaaroverzicht',
    unit: 'dienst-onderwijs',
    title: 'Jaaroverzicht Centrum voor Onderwijsontwikkeling 2025',
    firstYear: 2025,
    lastYear: 2025,
    versions: [
      {
        number: 1,
        ...course({
          created: '2026-02-02',
          submitted: '2026-02-20',
          adopted: '2026-03-10',
          from: '2026-03-10',
        }),
        source: 'Jaaroverzicht (fictief)',
        minutes: 95,
        sections: [
          {
            question: 'activiteiten',
            body: sentences(
              'De leergang voor beginnende docenten is drie keer gegeven, met 58 deelnemers. De kennisbank kreeg een ingang per vakgebied.',
            ),
          },
        ],
      },
    ],
  };
}
