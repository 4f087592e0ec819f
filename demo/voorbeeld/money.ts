import type { Rule } from '#app/allocation/rule.ts';
import { type RunInputs, runOf } from '#app/allocation/run.ts';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { faculties, headCounts, root } from './organisation.ts';
import { allYears, basis, firstYear, lastYear } from './scheme.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
export type Document = NonNullable<Scheme['documents']>[number];
export type Version = Document['versions'][number];
export type Line = NonNullable<Version['lines']>[number];
export type Decision = NonNullable<Version['decisions']>[number];

/** Midnight in the Netherlands at the start of a day in winter (CET). */
export function winterMidnight(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00+01:00`)).toISOString();
}

/** When a version was made, submitted and adopted, and from when it is in force. */
export type Course = { created: string; submitted: string; adopted: string; from: string };

export function course({ created, submitted, adopted, from }: Course) {
  return {
    status: 'adopted' as const,
    createdAt: `${created}T09:00:00.000Z`,
    submittedAt: `${submitted}T10:30:00.000Z`,
    adoptedAt: `${adopted}T13:00:00.000Z`,
    inForce: { from: winterMidnight(from), recordedAt: `${adopted}T13:00:00.000Z` },
  };
}

/** The board's own decision to adopt. */
export function adoption(question: string, askedOn: string, decidedOn: string): Decision {
  return {
    body: 'cvb',
    kind: 'adoption',
    question,
    basis: 'Bestuurs- en beheersreglement (fictief)',
    askedOn,
    outcome: 'given',
    decidedOn,
  };
}

const expected = [18_400_000, 19_050_000, 19_800_000, 20_350_000, 20_900_000, 21_300_000];
const provisional = [18_450_000, 19_100_000, 19_900_000, 20_500_000, 21_050_000, 21_450_000];
/** Of the years that have passed the final grant; of the others the newest provisional one. */
const newest = [18_612_400, 19_344_900, 20_260_300, 20_718_800, 21_180_000, 21_590_000];
const lastFinal = 2025;

function moneyLines(euros: number[], mark: (year: number) => 'provisional' | null): Line[] {
  return euros.map((euro, i) => ({
    fund: 'kwaliteit',
    unit: root,
    year: allYears[i]!,
    cents: euro * 100,
    mark: mark(allYears[i]!),
  }));
}

const span = { unit: root, firstYear, lastYear };

const kadernota: Document = {
  code: 'kadernota-2022',
  kind: 'kadernota',
  title: 'Kadernota 2022: verwachte kwaliteitsmiddelen',
  ...span,
  versions: [
    {
      number: 1,
      ...course({
        created: '2021-04-12',
        submitted: '2021-05-10',
        adopted: '2021-05-25',
        from: '2021-05-25',
      }),
      source: 'Kadernota 2022, bijlage 2 (fictief)',
      lines: moneyLines(expected, () => null),
      decisions: [adoption('Vaststelling kadernota 2022', '2021-05-10', '2021-05-25')],
    },
  ],
};

const grant: Document = {
  code: 'rijksbijdrage',
  kind: 'rijksbijdrage',
  title: 'Toegekende kwaliteitsmiddelen 2022-2027',
  ...span,
  versions: [
    {
      number: 1,
      ...course({
        created: '2021-10-04',
        submitted: '2021-10-11',
        adopted: '2021-10-14',
        from: '2021-10-14',
      }),
      note: 'Voorlopige toekenning voor alle jaren.',
      source: 'Eerste bekostigingsbrief 2022 (fictief)',
      lines: moneyLines(provisional, () => 'provisional'),
      decisions: [adoption('Verwerking voorlopige toekenning', '2021-10-11', '2021-10-14')],
    },
    {
      number: 2,
      ...course({
        created: '2025-11-03',
        submitted: '2025-11-10',
        adopted: '2025-11-13',
        from: '2025-11-13',
      }),
      note: 'Definitieve toekenning tot en met 2025; loon- en prijsbijstelling verwerkt in de jaren daarna.',
      source: 'Definitieve bekostigingsbrief 2025 (fictief)',
      lines: moneyLines(newest, (year) => (year > lastFinal ? 'provisional' : null)),
      decisions: [adoption('Verwerking definitieve toekenning', '2025-11-10', '2025-11-13')],
    },
  ],
};

export const allocationRules: Rule[] = [
  {
    kind: 'reserve',
    to: { unit: root, node: null },
    take: { basisPoints: 800, of: 'total' },
    note: 'Gezamenlijke initiatieven: 8% van de toekenning.',
  },
  {
    kind: 'tariff',
    centsPerHead: 58_500,
    heads: { definition: 'eer', date: { month: 10, day: 1, yearsBefore: 1 } },
    to: faculties.map(({ code }) => ({ unit: code, node: null })),
    note: 'Eén tarief per student voor alle faculteiten.',
  },
  { kind: 'remainder', to: null, note: 'Wat overblijft wordt bij de volgende kadernota verdeeld.' },
];

export const allocationInputs: RunInputs = {
  fund: 'kwaliteit',
  basis: 'granted',
  totals: Object.fromEntries(provisional.map((euro, i) => [allYears[i]!, euro * 100])),
  provisional: [...allYears],
  headCounts: headCounts.map((count) => ({ ...count, definition: 'eer' })),
  earlier: [],
};

const run = runOf(allocationRules, allocationInputs);

/** The same rules on the final grant, with what that changed. */
const again = runOf(allocationRules, {
  ...allocationInputs,
  totals: Object.fromEntries(newest.map((euro, i) => [allYears[i]!, euro * 100])),
  provisional: allYears.filter((year) => year > lastFinal),
  rerun: {
    of: 1,
    note: 'De toekenning is tot en met 2025 definitief en elk jaar hoger dan voorlopig. Het tarief per student blijft gelijk; de gezamenlijke initiatieven krijgen 8% van het verschil, de rest wordt bij de kadernota verdeeld.',
  },
});

type AllocationRun = ReturnType<typeof runOf>;

function allocatedLines({ inputs, result }: AllocationRun): Line[] {
  return result.lines.map((line) => ({
    fund: 'kwaliteit',
    unit: line.unit!,
    year: line.year,
    cents: line.cents,
    mark: inputs.provisional?.includes(line.year) ? 'provisional' : null,
    note: line.unit === root ? 'Gezamenlijke initiatieven' : '',
  }));
}

/** What a unit has in a year, in cents. */
export function allocatedTo(unit: string, year: number): number {
  return run.result.lines.find((line) => line.unit === unit && line.year === year)!.cents;
}

const allocated: Document = {
  code: 'allocatie',
  kind: 'allocatiebesluit',
  title: 'Allocatie kwaliteitsmiddelen 2022-2027',
  ...span,
  versions: [
    {
      number: 1,
      ...course({
        created: '2021-10-18',
        submitted: '2021-11-08',
        adopted: '2021-12-07',
        from: '2022-01-01',
      }),
      source: 'Besluit College van Bestuur (fictief)',
      sections: [
        {
          question: 'overwegingen',
          body: 'Overwogen zijn een tarief per student dat per faculteit verschilt en één tarief voor allen. Gekozen is voor één tarief: het verschil in kosten van onderwijs zit al in de gewone verdeling, en één tarief is voor iedereen na te rekenen.\n\nVooraf gaat 8% naar gezamenlijke initiatieven. Wat daarna overblijft, is bedoeld voor groei en wordt bij de volgende kadernota verdeeld.',
        },
      ],
      lines: allocatedLines(run),
      allocation: JSON.parse(JSON.stringify(run)),
      decisions: [
        {
          body: 'ur',
          kind: 'advice',
          question: 'Allocatie kwaliteitsmiddelen 2022-2027',
          basis,
          askedOn: '2021-11-08',
          papersSentOn: '2021-11-08',
          dueOn: '2021-12-06',
          outcome: 'positive',
          decidedOn: '2021-11-30',
          tally: { present: 16, for: 14, against: 1, abstained: 1 },
          reasons:
            'De raad vindt één tarief helder en vraagt om het restant niet langer dan een jaar te laten staan.',
          minorityView: 'Eén lid had liever meer geld voor gezamenlijke initiatieven gezien.',
        },
        adoption('Allocatie kwaliteitsmiddelen 2022-2027', '2021-11-08', '2021-12-07'),
      ],
    },
    {
      number: 2,
      ...course({
        created: '2025-11-17',
        submitted: '2025-11-20',
        adopted: '2025-12-16',
        from: '2025-12-16',
      }),
      note: 'Opnieuw berekend op de definitieve toekenning tot en met 2025.',
      source: 'Besluit College van Bestuur (fictief)',
      sections: [
        {
          question: 'overwegingen',
          body: 'De verdeelregels blijven zoals zij waren: één tarief voor alle faculteiten en 8% voor gezamenlijke initiatieven. Alleen de toekenning is anders: definitief tot en met 2025, voorlopig voor 2026 en 2027.',
        },
      ],
      lines: allocatedLines(again),
      allocation: JSON.parse(JSON.stringify(again)),
      decisions: [
        {
          body: 'ur',
          kind: 'advice',
          question: 'Allocatie na de definitieve toekenning',
          basis,
          askedOn: '2025-11-20',
          papersSentOn: '2025-11-20',
          dueOn: '2025-12-18',
          outcome: 'positive',
          decidedOn: '2025-12-09',
          tally: { present: 15, for: 15, against: 0, abstained: 0 },
          reasons:
            'De regels veranderen niet. De raad ziet graag in de kadernota waar het restant heen gaat.',
          // the secretary entered it once the minutes were in: until then nobody knew of it here
          askedAt: '2025-11-20T14:05:00.000Z',
          decidedAt: '2025-12-11T09:30:00.000Z',
        },
        adoption('Allocatie na de definitieve toekenning', '2025-11-20', '2025-12-16'),
      ],
    },
  ],
};

export const moneyDocuments: Document[] = [kadernota, grant, allocated];
