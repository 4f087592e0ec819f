import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { smallInstitution } from './institution.ts';

type Version = NonNullable<
  NonNullable<InstitutionInput['schemes']>[number]['documents']
>[number]['versions'][number];
type Line = NonNullable<Version['lines']>[number];

const line = (unit: string, year: number, keur: number): Line => ({
  ...{ unit, year, fund: 'kwaliteit', node: 'T1', measure: 'werkgroepen' },
  cents: keur * 100_000,
});

const lines: Line[] = [
  line('oost', 2022, 10),
  line('west', 2022, 20),
  line('samen', 2023, 33),
  line('samen', 2024, 36),
  line('groot', 2022, 100),
  line('links', 2024, 60),
  line('rechts', 2024, 40),
  line('zwerf', 2022, 7),
  line('zwerf', 2024, 9),
  line('recht', 2022, 1),
];

function institute(code: string, parent: string, days: { from?: string; through?: string } = {}) {
  return { code, kind: 'institute', nameNl: code, nameEn: code, ...days, placements: [{ parent, ...days }] };
}

/**
 * Three reorganisations between the years: on 1 September 2023 `oost` and `west` became `samen` (a merge); on 1 January
 * 2024 `groot` became `links` and `rechts` (a split); on 1 July 2024 `zwerf` went from Law to Science (a move). The plan
 * carries figures of every year on the units of that year. A correction of 2022 was recorded on 15 May 2024.
 */
export function reorganised(): InstitutionInput {
  const file = smallInstitution('herverdeeld');
  file.units.push(
    institute('oost', 'recht', { through: '2023-08-31' }),
    institute('west', 'recht', { through: '2023-08-31' }),
    institute('samen', 'recht', { from: '2023-09-01' }),
    institute('groot', 'recht', { through: '2023-12-31' }),
    institute('links', 'recht', { from: '2024-01-01' }),
    institute('rechts', 'recht', { from: '2024-01-01' }),
    {
      ...institute('zwerf', 'recht'),
      placements: [
        { parent: 'recht', through: '2024-06-30' },
        { parent: 'beta', from: '2024-07-01' },
      ],
    },
  );
  const merged = { successor: 'samen', on: '2023-09-01', kind: 'merge' as const };
  const split = { predecessor: 'groot', on: '2024-01-01', kind: 'split' as const };
  file.successions = [
    { predecessor: 'oost', ...merged },
    { predecessor: 'west', ...merged },
    { ...split, successor: 'links' },
    { ...split, successor: 'rechts' },
  ];
  const plan = file.schemes![0]!.documents!.find((one) => one.code === 'plan-recht')!;
  const [draft] = plan.versions;
  // a file has one version in force from a moment: the correction holds from the day after the first
  const version = (number: number, recorded: string, own: Line[]): Version => ({
    ...draft!,
    number,
    status: 'adopted',
    createdAt: `${recorded}T09:00:00Z`,
    submittedAt: `${recorded}T10:00:00Z`,
    adoptedAt: `${recorded}T11:00:00Z`,
    inForce: { from: `2022-01-0${number}T00:00:00Z`, recordedAt: `${recorded}T11:00:00Z` },
    lines: own,
  });
  const corrected = lines.map((one) => (one.unit === 'oost' ? { ...one, cents: 12 * 100_000 } : one));
  plan.versions = [version(1, '2022-01-01', lines), version(2, '2024-05-15', corrected)];
  return file;
}
