import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Unit = InstitutionInput['units'][number];
type Account = NonNullable<InstitutionInput['accounts']>[number];

export const root = 'utrecht';
export const faculty = 'geneeskunde';

/** Geneeskunde and SUMMA have one line in the tables, so they are one unit here. */
export const programmes: [code: string, nl: string, en: string][] = [
  ['gnk-summa', 'GNK/SUMMA', 'Medicine/SUMMA'],
  ['kgw', 'KGW', 'KGW'],
  ['bmw', 'BMW', 'BMW'],
  ['bms', 'BMS', 'BMS'],
];

export const units: Unit[] = [
  { code: root, kind: 'institution', nameNl: 'Universiteit Utrecht', nameEn: 'Utrecht University' },
  {
    code: faculty,
    kind: 'faculty',
    nameNl: 'Faculteit Geneeskunde',
    nameEn: 'Faculty of Medicine',
    placements: [{ parent: root }],
  },
  ...programmes.map(([code, nameNl, nameEn]) => ({
    code,
    kind: 'programme',
    nameNl,
    nameEn,
    placements: [{ parent: faculty }],
  })),
];

export const bodies: InstitutionInput['bodies'] = [
  {
    code: 'cvb',
    kind: 'executive-board',
    unit: root,
    nameNl: 'College van Bestuur',
    nameEn: 'Executive Board',
  },
  {
    code: 'faculteitsbestuur',
    kind: 'faculty-board',
    unit: faculty,
    nameNl: 'Faculteitsbestuur Geneeskunde',
    nameEn: 'Faculty Board of Medicine',
  },
  { code: 'oo-raad', kind: 'faculty-council', unit: faculty, nameNl: 'O&O-raad', nameEn: 'O&O council' },
  {
    code: 'mt-onderwijscentrum',
    kind: 'management-team',
    unit: faculty,
    nameNl: 'Management Team Onderwijscentrum',
    nameEn: 'Management Team Education Centre',
  },
  ...programmes.map(([code, nl, en]) => ({
    code: `oc-${code}`,
    kind: 'programme-committee',
    unit: code,
    nameNl: `Opleidingscommissie ${nl}`,
    nameEn: `Programme Committee ${en}`,
  })),
];

/** Fictional, named by role. */
export const accounts: Account[] = [
  { login: 'beheer', name: 'Beheerder', mandates: [{ role: 'beheerder' }] },
  { login: 'beleid', name: 'Beleidsmedewerker', mandates: [{ role: 'beleidsmedewerker' }] },
  { login: 'controller', name: 'Controller', mandates: [{ role: 'controller' }] },
  {
    login: 'cvb',
    name: 'College van Bestuur',
    mandates: [{ role: 'college' }, { role: 'college', body: 'cvb' }],
  },
  {
    login: 'schrijver-geneeskunde',
    name: 'Planschrijver Geneeskunde',
    mandates: [{ role: 'planschrijver', unit: faculty }],
  },
  {
    login: 'controller-geneeskunde',
    name: 'Faculteitscontroller Geneeskunde',
    mandates: [{ role: 'faculteitscontroller', unit: faculty }],
  },
  {
    login: 'griffier-geneeskunde',
    name: 'Griffier O&O-raad',
    mandates: [{ role: 'griffier', body: 'oo-raad' }],
  },
  { login: 'lid-oo-raad', name: 'Lid O&O-raad', mandates: [{ role: 'raadslid', body: 'oo-raad' }] },
  { login: 'lezer', name: 'Lezer', mandates: [{ role: 'lezer' }] },
  { login: 'reader', name: 'Reader (English)', locale: 'en', mandates: [{ role: 'lezer' }] },
];
