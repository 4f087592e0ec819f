import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];
type Accepted = NonNullable<Scheme['acceptedDifferences']>[number];
type Documents = NonNullable<Scheme['documents']>;

/** Overspending that the controllers looked into: unit, measure, year, who, when, why. */
const looked: [unit: string, measure: string, year: number, by: string, at: string, reason: string][] = [
  [
    ...(['recht', 'honours', 2023, 'controller-recht'] as const),
    '2024-03-18',
    'Een stagebegeleider viel uit en is tot de zomer vervangen. Gedekt uit de ruimte bij de werkgroepen; de faculteitsraad is in maart ingelicht.',
  ],
  [
    ...(['voorbeeld', 'docenthuis', 2023, 'controller'] as const),
    '2024-03-22',
    'De cao-verhoging van juli 2023 stond nog niet in de begroting. Vanaf 2025 is zij erin verwerkt.',
  ],
];

/** The differences that somebody accepted, with the figures as the documents in force have them. */
export function acceptancesOf(documents: Documents): Accepted[] {
  const cents = (kind: RegExp, unit: string, measure: string, year: number) =>
    documents
      .filter((one) => kind.test(one.kind))
      .flatMap((one) => one.versions.findLast((version) => version.status === 'adopted')?.lines ?? [])
      .filter((line) => line.unit === unit && line.measure === measure && line.year === year)
      .reduce((sum, line) => sum + (line.cents ?? 0), 0);
  return looked.map(([unit, measure, year, byName, at, reason]) => ({
    code: 'spending',
    whereKey: `${unit}/${measure}/${year}`,
    stated: cents(/verslag/, unit, measure, year),
    computed: cents(/plan/, unit, measure, year),
    reason,
    byName,
    at: `${at}T09:00:00.000Z`,
  }));
}
