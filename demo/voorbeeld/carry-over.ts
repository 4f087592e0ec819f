import { adoption, allocatedTo, course, type Document, type Line } from './money.ts';
import { faculties, root } from './organisation.ts';
import { basis } from './scheme.ts';

/** At most this share of what a unit was allocated in a year may move on. */
const carryShareBasis = 2_000;

type Why = Record<string, string>;

/** What the reports of a year leave of the allocation, as far as the rule lets it move, in whole euros. */
function leftOver(reports: readonly Document[], year: number, units: readonly string[]): Map<string, number> {
  return new Map(
    units.flatMap((unit) => {
      const lines = reports
        .filter(
          ({ kind, ...report }) =>
            kind === 'financieel-verslag' && report.unit === unit && report.firstYear === year,
        )
        .flatMap((report) => report.versions.at(-1)?.lines ?? [])
        .filter((line) => line.fund === 'kwaliteit' && line.year === year);
      if (lines.length === 0) return [];
      const allocated = allocatedTo(unit, year);
      const left = allocated - lines.reduce((total, line) => total + (line.cents ?? 0), 0);
      const most = Math.min(left, Math.floor((allocated * carryShareBasis) / 10_000));
      return most >= 100 ? [[unit, Math.floor(most / 100) * 100] as const] : [];
    }),
  );
}

function pairs(moved: ReadonlyMap<string, number>, [year, to]: [number, number], why: Why): Line[] {
  return [...moved].flatMap(([unit, cents]) => {
    const common = { fund: 'kwaliteit', unit, component: `${year}-${to}`, note: why[unit] ?? '' };
    return [
      { ...common, year, cents: -cents },
      { ...common, year: to, cents },
    ];
  });
}

/** One carry-over that was decided, and one that waits for the council's advice. */
export function carryOversOf(reports: readonly Document[]): Document[] {
  const units = [root, ...faculties.map(({ code }) => code)];
  return [
    {
      code: 'overheveling-2022',
      kind: 'overheveling',
      unit: root,
      title: 'Overheveling 2022 naar 2023',
      firstYear: 2022,
      lastYear: 2023,
      versions: [
        {
          number: 1,
          ...course({
            created: '2023-03-20',
            submitted: '2023-03-27',
            adopted: '2023-05-09',
            from: '2023-05-09',
          }),
          note: 'In het eerste jaar begonnen projecten later dan gedacht: vacatures waren pas in de zomer vervuld. Het werk loopt door in 2023.',
          source: 'Besluit College van Bestuur (fictief)',
          lines: pairs(leftOver(reports, 2022, units), [2022, 2023], {
            [root]: 'De gezamenlijke initiatieven begonnen in september in plaats van in februari.',
          }),
          decisions: [
            {
              body: 'ur',
              kind: 'advice',
              question: 'Overheveling van middelen van 2022 naar 2023',
              basis,
              askedOn: '2023-03-27',
              papersSentOn: '2023-03-27',
              dueOn: '2023-04-24',
              outcome: 'positive',
              decidedOn: '2023-04-18',
              tally: { present: 15, for: 15, against: 0, abstained: 0 },
              reasons: 'De raad stemt in met doorlopen in 2023 en wil de besteding ervan apart terugzien.',
            },
            adoption('Overheveling van middelen van 2022 naar 2023', '2023-03-27', '2023-05-09'),
          ],
        },
      ],
    },
    {
      code: 'overheveling-2025',
      kind: 'overheveling',
      unit: root,
      title: 'Overheveling 2025 naar 2026',
      firstYear: 2025,
      lastYear: 2026,
      versions: [
        {
          number: 1,
          status: 'submitted',
          createdAt: '2026-10-26T09:00:00.000Z',
          submittedAt: '2026-11-09T10:30:00.000Z',
          note: 'Werk van 2025 dat in 2026 wordt afgemaakt.',
          lines: pairs(leftOver(reports, 2025, units), [2025, 2026], {}),
          decisions: [
            {
              body: 'ur',
              kind: 'advice',
              question: 'Overheveling van middelen van 2025 naar 2026',
              basis,
              askedOn: '2026-11-09',
              papersSentOn: '2026-11-10',
              dueOn: '2026-12-08',
            },
          ],
        },
      ],
    },
  ];
}
