import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Scheme = NonNullable<InstitutionInput['schemes']>[number];

/** What the university made public itself; its progress report follows when the demo is loaded. */
export const publications: NonNullable<Scheme['publications']> = [
  {
    document: 'plan-recht',
    version: 2,
    from: '2024-07-01',
    publishedAt: '2024-06-27T09:00:00.000Z',
  },
  {
    document: 'rijksbijdrage',
    version: 2,
    from: '2025-11-20',
    publishedAt: '2025-11-20T09:00:00.000Z',
  },
  {
    document: 'allocatie',
    version: 2,
    from: '2025-12-18',
    publishedAt: '2025-12-18T09:00:00.000Z',
  },
  {
    document: 'jaaroverzicht-dienst-onderwijs-2025',
    version: 1,
    from: '2026-03-12',
    publishedAt: '2026-03-12T09:00:00.000Z',
    withdrawn: {
      at: '2026-03-20T10:00:00.000Z',
      reason:
        'Bij één activiteit stond het aantal deelnemers van een andere. Het verbeterde overzicht volgt.',
    },
  },
];
