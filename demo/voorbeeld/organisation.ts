import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Unit = InstitutionInput['units'][number];
type Body = NonNullable<InstitutionInput['bodies']>[number];
type Account = NonNullable<InstitutionInput['accounts']>[number];

/** Universiteit Voorbeeld: everything in this folder is invented. */

export const root = 'voorbeeld';

export const faculties = [
  { code: 'recht', nl: 'Faculteit Rechtsgeleerdheid', en: 'Faculty of Law', short: 'Recht', heads: 6180 },
  { code: 'beta', nl: 'Faculteit Bètawetenschappen', en: 'Faculty of Science', short: 'Bèta', heads: 7420 },
  {
    code: 'mens',
    nl: 'Faculteit Mens en Maatschappij',
    en: 'Faculty of Humanities and Social Sciences',
    short: 'Mens en Maatschappij',
    heads: 9360,
  },
  { code: 'zorg', nl: 'Faculteit Gezondheid', en: 'Faculty of Health', short: 'Gezondheid', heads: 4290 },
];

/** Two language institutes became one on this day. */
const merger = '2023-09-01';
const lastDayBefore = '2023-08-31';

/** With the merger the programme went from the faculty to the new institute. */
const movedProgramme = 'b-talen';

function unit(kind: string, [code, nl, en]: [string, string, string], parent: string): Unit {
  return { code, kind, nameNl: nl, nameEn: en, placements: [{ parent }] };
}

const institutes: Record<string, [string, string, string][]> = {
  recht: [
    ['inst-publiekrecht', 'Instituut Publiekrecht', 'Institute of Public Law'],
    ['inst-privaatrecht', 'Instituut Privaatrecht', 'Institute of Private Law'],
  ],
  beta: [
    ['inst-wiskunde', 'Instituut Wiskunde en Informatica', 'Institute of Mathematics and Computer Science'],
    ['inst-natuur', 'Instituut Natuurwetenschappen', 'Institute of Natural Sciences'],
    ['inst-leven', 'Instituut Levenswetenschappen', 'Institute of Life Sciences'],
  ],
  mens: [['inst-gedrag', 'Instituut Gedragswetenschappen', 'Institute of Behavioural Sciences']],
  zorg: [['inst-geneeskunde', 'Instituut Geneeskunde', 'Institute of Medicine']],
};

const programmes: Record<string, [string, string, string][]> = {
  recht: [
    ['b-rechten', 'Bachelor Rechtsgeleerdheid', 'Bachelor Law'],
    ['b-notarieel', 'Bachelor Notarieel recht', 'Bachelor Notarial Law'],
    ['m-rechten', 'Master Rechtsgeleerdheid', 'Master Law'],
  ],
  beta: [
    ['b-wiskunde', 'Bachelor Wiskunde', 'Bachelor Mathematics'],
    ['b-informatica', 'Bachelor Informatica', 'Bachelor Computer Science'],
    ['b-natuurkunde', 'Bachelor Natuurkunde', 'Bachelor Physics'],
    ['b-biologie', 'Bachelor Biologie', 'Bachelor Biology'],
  ],
  mens: [
    ['b-psychologie', 'Bachelor Psychologie', 'Bachelor Psychology'],
    ['b-talen', 'Bachelor Talen en Culturen', 'Bachelor Languages and Cultures'],
    ['m-communicatie', 'Master Communicatie', 'Master Communication'],
  ],
  zorg: [
    ['b-geneeskunde', 'Bachelor Geneeskunde', 'Bachelor Medicine'],
    ['b-gezondheid', 'Bachelor Gezondheidswetenschappen', 'Bachelor Health Sciences'],
  ],
};

const services: [string, string, string][] = [
  ['dienst-studenten', 'Dienst Studentzaken', 'Student Affairs'],
  ['dienst-onderwijs', 'Centrum voor Onderwijsontwikkeling', 'Centre for Educational Development'],
  ['dienst-financien', 'Dienst Financiën', 'Finance Department'],
];

export const units: Unit[] = [
  { code: root, kind: 'institution', nameNl: 'Universiteit Voorbeeld', nameEn: 'Example University' },
  ...faculties.flatMap(({ code, nl, en }) => [
    unit('faculty', [code, nl, en], root),
    ...institutes[code]!.map((one) => unit('institute', one, code)),
    ...(code === 'mens' ? languageInstitutes() : []),
    ...programmes[code]!.map((one) =>
      one[0] === movedProgramme ? moved(one, code) : unit('programme', one, code),
    ),
  ]),
  ...services.map((one) => unit('service', one, root)),
];

function moved(names: [string, string, string], from: string): Unit {
  const placements = [
    { parent: from, through: lastDayBefore },
    { parent: 'inst-taal-cultuur', from: merger },
  ];
  return { ...unit('programme', names, from), placements };
}

/** Who books a measure of Humanities: before the merger the old institutes, and all along the programme. */
export function bookedBy(measure: string | null | undefined, year: number): string | null {
  if (measure === 'coaching') return movedProgramme;
  const before = { seminars: 'inst-letteren', buitenschool: 'inst-taal' }[measure as 'seminars'];
  return before && year >= Number(merger.slice(0, 4)) ? 'inst-taal-cultuur' : (before ?? null);
}

function languageInstitutes(): Unit[] {
  const closed = { through: lastDayBefore, placements: [{ parent: 'mens', through: lastDayBefore }] };
  return [
    {
      ...unit('institute', ['inst-letteren', 'Instituut Letterkunde', 'Institute of Literature'], 'mens'),
      ...closed,
    },
    {
      ...unit('institute', ['inst-taal', 'Instituut Taalkunde', 'Institute of Linguistics'], 'mens'),
      ...closed,
    },
    {
      ...unit(
        'institute',
        ['inst-taal-cultuur', 'Instituut Taal en Cultuur', 'Institute of Language and Culture'],
        'mens',
      ),
      from: merger,
      placements: [{ parent: 'mens', from: merger }],
    },
  ];
}

export const successions: InstitutionInput['successions'] = ['inst-letteren', 'inst-taal'].map(
  (predecessor) => ({
    predecessor,
    successor: 'inst-taal-cultuur',
    on: merger,
    kind: 'merge' as const,
  }),
);

function members(groups: [capacity: string, count: number][], term: { from: string; through: string }) {
  return groups.flatMap(([capacity, count]) =>
    Array.from({ length: count }, (_, i) => ({
      name: count > 1 ? `${capacity} ${i + 1}` : capacity,
      capacity,
      ...term,
    })),
  );
}

const studentTerm = { from: '2026-09-01', through: '2027-08-31' };
const formerTerm = { from: '2025-09-01', through: '2026-08-31' };
const council: [string, number][] = [
  ['Personeelslid', 4],
  ['Studentlid', 4],
];

export const bodies: Body[] = [
  {
    code: 'cvb',
    kind: 'executive-board',
    unit: root,
    nameNl: 'College van Bestuur',
    nameEn: 'Executive Board',
    members: members(
      [
        ['Voorzitter', 1],
        ['Rector magnificus', 1],
        ['Vicevoorzitter', 1],
      ],
      { from: '2024-01-01', through: '2027-12-31' },
    ),
  },
  {
    code: 'rvt',
    kind: 'supervisory-board',
    unit: root,
    nameNl: 'Raad van Toezicht',
    nameEn: 'Supervisory Board',
    members: members(
      [
        ['Voorzitter', 1],
        ['Lid', 4],
      ],
      { from: '2023-01-01', through: '2026-12-31' },
    ),
  },
  {
    code: 'ur',
    kind: 'university-council',
    unit: root,
    nameNl: 'Universiteitsraad',
    nameEn: 'University Council',
    members: members(
      [
        ['Personeelslid', 9],
        ['Studentlid', 9],
      ],
      studentTerm,
    ),
  },
  ...faculties.map(
    ({ code, short }): Body => ({
      code: `fr-${code}`,
      kind: 'faculty-council',
      unit: code,
      nameNl: `Faculteitsraad ${short}`,
      nameEn: `Faculty Council ${short}`,
      members: [
        ...members(council, formerTerm),
        ...members(council, studentTerm),
        ...(code === 'zorg'
          ? []
          : [
              {
                name: `Lid faculteitsraad ${short}`,
                capacity: 'Studentlid',
                account: `lid-fr-${code}`,
                ...studentTerm,
              },
            ]),
      ],
    }),
  ),
  ...Object.values(programmes)
    .flat()
    .map(
      ([code, nl, en]): Body => ({
        code: `oc-${code}`,
        kind: 'programme-committee',
        unit: code,
        nameNl: `Opleidingscommissie ${nl}`,
        nameEn: `Programme Committee ${en}`,
        members: members(
          [
            ['Docentlid', 3],
            ['Studentlid', 3],
          ],
          studentTerm,
        ),
      }),
    ),
  {
    code: 'financien',
    kind: 'finance',
    unit: 'dienst-financien',
    nameNl: 'Controllersoverleg',
    nameEn: 'Controllers’ meeting',
  },
];

const people: Account[] = [
  { login: 'beheer', name: 'Beheerder', mandates: [{ role: 'beheerder' }] },
  { login: 'beleid', name: 'Beleidsmedewerker', mandates: [{ role: 'beleidsmedewerker' }] },
  { login: 'controller', name: 'Controller', mandates: [{ role: 'controller' }] },
  {
    login: 'cvb',
    name: 'College van Bestuur',
    mandates: [{ role: 'college' }, { role: 'college', body: 'cvb' }],
  },
  { login: 'griffier-ur', name: 'Griffier universiteitsraad', mandates: [{ role: 'griffier', body: 'ur' }] },
  ...faculties.flatMap(({ code, short }): Account[] => [
    {
      login: `schrijver-${code}`,
      name: `Planschrijver ${short}`,
      mandates: [{ role: 'planschrijver', unit: code }],
    },
    {
      login: `controller-${code}`,
      name: `Faculteitscontroller ${short}`,
      mandates: [{ role: 'faculteitscontroller', unit: code }],
    },
    {
      login: `griffier-${code}`,
      name: `Griffier faculteitsraad ${short}`,
      mandates: [{ role: 'griffier', body: `fr-${code}` }],
    },
    ...(code === 'zorg'
      ? []
      : [
          {
            login: `lid-fr-${code}`,
            name: `Lid faculteitsraad ${short}`,
            mandates: [{ role: 'raadslid', body: `fr-${code}` }],
          },
        ]),
  ]),
  { login: 'lezer', name: 'Lezer', mandates: [{ role: 'lezer' }] },
  { login: 'reader', name: 'Reader (English)', locale: 'en', mandates: [{ role: 'lezer' }] },
];

/** Each with an address of a domain that cannot be (RFC 2606), so that the mail of a demo is written and goes nowhere. */
export const accounts: Account[] = people.map((one) => ({
  ...one,
  notices: { email: `${one.login}@voorbeeld.example` },
}));

/** Students per faculty on 1 October; growth per year in thousandths, by faculty. */
const growth: Record<string, number[]> = {
  recht: [0, 8, 5, -4, 6, 3],
  beta: [0, 21, 17, 12, 9, 4],
  mens: [0, -6, -9, -3, 2, 5],
  zorg: [0, 10, 10, 8, 6, 6],
};

export const referenceYears = [2021, 2022, 2023, 2024, 2025, 2026];

export const headCounts: { unit: string; date: string; heads: number }[] = faculties.flatMap(
  ({ code, heads }) => {
    let now = heads;
    return referenceYears.map((year, i) => {
      now = Math.round((now * (1000 + growth[code]![i]!)) / 1000);
      return { unit: code, date: `${year}-10-01`, heads: now };
    });
  },
);
