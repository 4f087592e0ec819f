import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { changes2021 } from './changes.ts';
import {
  expected2018,
  expected2021,
  granted2018,
  granted2021,
  joint,
  paidElsewhere,
  planned2018,
  planned2021,
  realised,
  type Theme,
  themes,
  unallocated,
} from './figures.ts';
import { allFaculties, root } from './organisation.ts';
import { sections2018, sections2021 } from './plan-text.ts';
import { allocationAnswers, recalibration } from './recalibration.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Document = NonNullable<Scheme['documents']>[number];
type Version = Document['versions'][number];
type Line = NonNullable<Version['lines']>[number];

const own = 'kwaliteitsmiddelen';
const supplement = 'Aanvulling op het Bestedingsplan Kwaliteitsafspraken 2022-2024 (2021)';

/** k EUR in cents. */
function kEur(amount: number): number {
  return amount * 100_000;
}

/**
 * The plan was adopted in December 2018; the day is not printed, so its last day stands for the month. The
 * board adopted what the supplement adds on 29 June 2021.
 */
const adopted2018 = dates('2018-12-31T00:00:00+01:00');
const adopted2021 = dates('2021-06-29T00:00:00+02:00');

function dates(day: string) {
  const at = new Date(day).toISOString();
  return {
    status: 'adopted' as const,
    createdAt: at,
    submittedAt: at,
    adoptedAt: at,
    inForce: { from: at, recordedAt: at },
  };
}

const dayNote = 'De bron noemt alleen de maand, december 2018; de laatste dag staat voor die maand.';

function yearLines(years: Record<number, number>, note?: (year: number) => string): Line[] {
  return Object.entries(years).map(([year, amount]) => ({
    fund: own,
    unit: root,
    year: Number(year),
    cents: kEur(amount),
    note: note?.(Number(year)) ?? '',
  }));
}

/** All of it to the faculties, as until 2021. */
function facultyLines(years: Record<number, number>): Line[] {
  return yearLines(years).map((line) => ({ ...line, unit: allFaculties }));
}

const span = { unit: root, firstYear: 2019, lastYear: 2024 };

/** A document with a version of 2018 and one of 2021. */
function twice(
  head: Pick<Document, 'code' | 'kind' | 'title'>,
  first: Partial<Version>,
  second: Partial<Version>,
): Document {
  return {
    ...head,
    ...span,
    versions: [
      {
        number: 1,
        ...adopted2018,
        note: dayNote,
        source: 'Bestedingsplan 2018, zoals herhaald in bijlage 1 van de aanvulling',
        ...first,
      },
      { number: 2, ...adopted2021, source: supplement, ...second },
    ],
  };
}

/** Granted minus what is printed as still to be allocated. */
const allocated2021 = Object.fromEntries(
  Object.entries(granted2021).map(([year, amount]) => [year, amount - (unallocated[Number(year)] ?? 0)]),
);

/** To the faculties together, and to the joint initiatives that the university pays. */
const allocatedLines: Line[] = Object.entries(allocated2021).flatMap(([text, amount]) => {
  const year = Number(text);
  const shared = jointOf(year);
  const line = { fund: own, year };
  const toFaculties = { ...line, unit: allFaculties, cents: kEur(amount - shared), note: derivedNote(year) };
  if (shared === 0) return [toFaculties];
  const note = 'Gemeenschappelijke initiatieven (bijlage 3), zonder wat in 2022 uit NPO wordt betaald.';
  return [toFaculties, { ...line, unit: root, cents: kEur(shared), note }];
});

const facultyPlans = 'Facultaire plannen';

function themeLines(figures: Record<Theme, Record<number, number>>): Line[] {
  return themes.flatMap((node) =>
    Object.entries(figures[node]).map(([year, amount]) => ({
      fund: own,
      unit: allFaculties,
      node,
      component: facultyPlans,
      year: Number(year),
      cents: kEur(amount - jointIn(node, Number(year))),
    })),
  );
}

/** What the joint initiatives take of a theme's total in a year, in k EUR; the rest is the faculties'. */
function jointIn(theme: Theme, year: number): number {
  return Object.values(joint)
    .filter((one) => one.theme === theme && !(theme === 'T3' && year === paidElsewhere))
    .flatMap((one) => one.lines)
    .reduce((total, line) => total + (line.years[year] ?? 0), 0);
}

/** The same of all themes: the lines as printed, not their printed total, which rounding puts up to 2 off. */
function jointOf(year: number): number {
  return year < paidElsewhere ? 0 : themes.reduce((total, theme) => total + jointIn(theme, year), 0);
}

function jointLines(): Line[] {
  return Object.entries(joint).flatMap(([measure, { theme, lines }]) =>
    lines.flatMap(({ component, years, derived }) =>
      [2022, 2023, 2024].flatMap((year): Line[] => {
        const base = { unit: root, node: theme, measure, component, year };
        const fund = theme === 'T3' && year === paidElsewhere ? 'npo' : own;
        const amount = years[year];
        if (amount !== undefined) {
          const note = derived?.includes(year)
            ? 'Niet gedrukt: afgeleid als het totaal min de twee andere regels (op 1 k€ na, door afronding).'
            : '';
          return [{ fund, ...base, cents: kEur(amount), note }];
        }
        if (fund !== 'npo') return [];
        return [
          {
            fund,
            ...base,
            mark: 'pm',
            note: 'In 2022 betaald uit NPO; vanaf 2023 uit de kwaliteitsmiddelen.',
          },
        ];
      }),
    ),
  );
}

type Step = NonNullable<NonNullable<Version['measures']>[number]['steps']>[number];

const delivers = (code: string, text: string, rest: Partial<Step> = {}): Step => ({
  ...{ code, kind: 'deliverable', text },
  ...rest,
});

/** What each initiative consists of: posts to be filled, counters and networks. No years are printed for most. */
const parts: Record<string, Step[]> = {
  studentenwelzijn: [
    delivers('W1', 'Wellbeing officers, aan te stellen binnen de faculteiten', { unit: allFaculties }),
    delivers('W2', 'Universitaire coördinator mentoraat en tutoraat, aan te stellen'),
    delivers('W3', 'Netwerk van facultaire contactpersonen, te versterken'),
    delivers('W4', 'Sterker centraal team wellbeing'),
    delivers('W5', 'Trainingen voor medewerkers, docenten en studenten', {
      ...{ firstYear: 2022, lastYear: 2022, due: 'in de loop van het jaar' },
    }),
  ],
  'teacher-support-desk': [
    delivers('D1', 'Eén loket binnen elke faculteit, voor alle vragen van docenten over onderwijs', {
      ...{ unit: allFaculties, comparator: 'exactly', targetMilli: 1000, targetUnit: 'loket per faculteit' },
    }),
    delivers('D2', 'Medewerkers van CFI in de desks van de faculteiten', { unit: 'cfi' }),
    delivers('D3', 'Medewerkers van ICLON in de desks van de faculteiten', { unit: 'iclon' }),
    delivers('D4', 'Facultaire specialisten in de desks', { unit: allFaculties }),
    delivers('D5', 'Universitair netwerk waarvan de desks deel uitmaken'),
  ],
};

function measure(code: string, [name, description]: [string, string], owner: string, targetGroup: string) {
  return {
    steps: parts[code] ?? [],
    code,
    node: joint[code]!.theme,
    name,
    description,
    owner,
    targetGroup,
    firstYear: 2022,
    lastYear: 2024,
    additionality: 'new' as const,
  };
}

const measures = [
  measure(
    'studentenwelzijn',
    [
      'Studentbegeleiding en welzijn',
      'Wellbeing officers bij de faculteiten, coördinatie van mentoraat en tutoraat en een sterker centraal team, en trainingen.',
    ],
    'SOZ',
    'Studenten',
  ),
  measure(
    'teacher-support-desk',
    [
      'Teacher support desk',
      'Vaste plek voor ondersteuning van docenten, dicht bij de faculteit, met een universitair netwerk erachter.',
    ],
    'CFI en ICLON',
    'Docenten',
  ),
  measure(
    'docentontwikkeling',
    [
      'Duurzame docentontwikkeling',
      'Onderwijsadviseurs, een netwerk en cursussen voor verdere ontwikkeling van docenten.',
    ],
    'ICLON',
    'Docenten',
  ),
];

function adoption(question: string, on: string) {
  return {
    body: 'cvb',
    kind: 'adoption' as const,
    question,
    basis: 'Zoals vermeld in de aanvulling van 2021',
    askedOn: on,
    outcome: 'given' as const,
    decidedOn: on,
  };
}

function derivedNote(year: number): string {
  return unallocated[year] === undefined
    ? ''
    : `Toegekend bedrag min wat als nog te alloceren is gedrukt (${unallocated[year]} k€), min de gemeenschappelijke initiatieven (${jointOf(year)} k€, de som van hun regels in bijlage 3).`;
}

function report(year: number): Document {
  return {
    code: `realisatie-${year}`,
    kind: 'financieel-verslag',
    unit: root,
    title: `Realisatie kwaliteitsmiddelen ${year}`,
    firstYear: year,
    lastYear: year,
    versions: [
      {
        number: 1,
        ...adopted2021,
        note: 'Gedrukt in bijlage 1 van de aanvulling; wanneer het verslag zelf is vastgesteld, staat er niet bij.',
        source: supplement,
        lines: themes.map((node) => ({
          fund: own,
          // all of it went to the faculties until 2021
          unit: allFaculties,
          node,
          year,
          cents: kEur(realised[node][year]!),
        })),
      },
    ],
  };
}

/** What the supplement says of itself and its own tables do not bear out (figures in k EUR of appendix 1). */
const supplementNote = [
  'Aanvulling voor 2022-2024, na de herijking van 2021; 2019-2021 is ongewijzigd overgenomen.',
  'Volgens de tekst stijgen de uitgaven voor elk thema ten opzichte van het plan van 2018. De bedragen van dat plan zijn niet gedrukt; tegenover de begroting voor 2021 daalt thema 5 (van 1.590 naar 1.191 k€ in 2024), thema 6 (van 162 k€ naar niets) en met 3 k€ ook thema 3.',
  'Bij de thema’s 3 en 4 verwijst hoofdstuk 3 naar §4.2 en §4.3; zij staan in §4.3 en §4.4.',
].join(' ');

export const documents: Document[] = [
  twice(
    { code: 'kadernota', kind: 'kadernota', title: 'Baten conform kadernota' },
    { lines: yearLines(expected2018) },
    {
      note: 'De lopende tekst van de aanvulling noemt dit stuk de Kadernota 2022-2025, een voetnoot de Kadernota 2022-2024.',
      lines: yearLines(expected2021),
    },
  ),
  twice(
    { code: 'rijksbijdrage', kind: 'rijksbijdrage', title: 'Baten conform rijksbijdrage' },
    { lines: yearLines(granted2018) },
    { lines: yearLines(granted2021) },
  ),
  twice(
    { code: 'allocatie', kind: 'allocatie', title: 'Allocatie kwaliteitsmiddelen' },
    {
      note: `${dayNote} Alle middelen gingen tot en met 2021 naar de faculteiten, naar aantal EER-studenten.`,
      lines: facultyLines(granted2018),
    },
    {
      note: 'Verdeling per faculteit is niet gedrukt. Vanaf 2022: 500 euro per EER-student naar de faculteiten, met daarnaast een budget voor gemeenschappelijke initiatieven; wat overblijft wordt later in dezelfde verhouding verdeeld.',
      sections: allocationAnswers,
      lines: allocatedLines,
    },
  ),
  twice(
    { code: 'bestedingsplan', kind: 'bestedingsplan', title: 'Bestedingsplan kwaliteitsafspraken 2019-2024' },
    {
      note: `${dayNote} De tekst van 2018 zelf is niet gepubliceerd in de bron; hier staat wat de aanvulling ervan herhaalt.`,
      sections: sections2018,
      lines: themeLines(planned2018),
      decisions: [],
    },
    {
      note: supplementNote,
      sections: sections2021,
      measures,
      changes: changes2021,
      lines: [...themeLines(planned2018), ...themeLines(planned2021), ...jointLines()],
      decisions: [
        {
          body: 'ur',
          kind: 'discussion',
          question: 'Plan voor gemeenschappelijke initiatieven',
          basis: 'Zoals vermeld in de aanvulling van 2021; het jaar is afgeleid uit de samenhang',
          askedOn: '2021-05-25',
          outcome: 'discussed',
          decidedOn: '2021-05-25',
        },
        adoption('Plan voor gemeenschappelijke initiatieven', '2021-06-29'),
      ],
    },
  ),
  {
    code: 'herijking-2021',
    kind: 'herijking',
    title: 'Herijking kwaliteitsafspraken 2021',
    ...span,
    firstYear: 2021,
    versions: [
      {
        number: 1,
        ...adopted2021,
        note: 'De bron noemt geen vaststelling van de herijking zelf; hier staat de dag waarop het college besloot over de gemeenschappelijke initiatieven.',
        source: supplement,
        sections: recalibration,
      },
    ],
  },
  report(2019),
  report(2020),
];
