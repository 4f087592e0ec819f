import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Unit = InstitutionInput['units'][number];
type Account = NonNullable<InstitutionInput['accounts']>[number];

export const root = 'twente';
/** The project plan names no faculty and no programme: one unit stands for each of the two levels. */
export const faculties = 'faculteiten';
export const programmes = 'opleidingen';

export const units: Unit[] = [
  { code: root, kind: 'institution', nameNl: 'Universiteit Twente', nameEn: 'University of Twente' },
  {
    code: faculties,
    kind: 'faculty',
    nameNl: 'Faculteiten (in het projectplan niet bij naam genoemd)',
    nameEn: 'Faculties (not named in the project plan)',
    placements: [{ parent: root }],
  },
  {
    code: programmes,
    kind: 'programme',
    nameNl: 'Opleidingen (in het projectplan niet bij naam genoemd)',
    nameEn: 'Programmes (not named in the project plan)',
    placements: [{ parent: faculties }],
  },
];

/** Bodies and roles of the project, by office; the plan names no people. */
export const bodies: InstitutionInput['bodies'] = [
  {
    code: 'cvb',
    kind: 'executive-board',
    unit: root,
    nameNl: 'College van Bestuur',
    nameEn: 'Executive Board',
    members: [
      { name: 'Rector', capacity: 'portefeuillehouder van het proces' },
      { name: 'Vicevoorzitter', capacity: 'nauw betrokken bij het proces' },
    ],
  },
  {
    code: 'ur',
    kind: 'university-council',
    unit: root,
    nameNl: 'Universiteitsraad',
    nameEn: 'University Council',
  },
  {
    code: 'uco',
    kind: 'education-committee',
    unit: root,
    nameNl: 'Universitaire Commissie Onderwijs',
    nameEn: 'University Committee for Education',
  },
  {
    code: 'support-group',
    kind: 'support-group',
    unit: root,
    nameNl: 'Support group',
    nameEn: 'Support group',
    members: [
      { name: 'Vertegenwoordigers van de faculteiten' },
      { name: 'Student-lid 1', capacity: 'student' },
      { name: 'Student-lid 2', capacity: 'student' },
      { name: 'S&B', capacity: 'ondersteuning' },
    ],
  },
  {
    code: 'portefeuillehouders',
    kind: 'education-portfolio',
    unit: faculties,
    nameNl: 'Portefeuillehouders onderwijs',
    nameEn: 'Education portfolio holders',
  },
  {
    code: 'fr',
    kind: 'faculty-council',
    unit: faculties,
    nameNl: 'Faculteitsraad',
    nameEn: 'Faculty council',
  },
  {
    code: 'oc',
    kind: 'programme-committee',
    unit: programmes,
    nameNl: 'Opleidingscommissie',
    nameEn: 'Programme committee',
  },
];

/** Fictional, named by role. */
export const accounts: Account[] = [
  { login: 'beheer', name: 'Beheerder', mandates: [{ role: 'beheerder' }] },
  { login: 'beleid', name: 'Beleidsmedewerker (support group)', mandates: [{ role: 'beleidsmedewerker' }] },
  { login: 'controller', name: 'Controller', mandates: [{ role: 'controller' }] },
  {
    login: 'cvb',
    name: 'College van Bestuur',
    mandates: [{ role: 'college' }, { role: 'college', body: 'cvb' }],
  },
  {
    login: 'schrijver-faculteit',
    name: 'Portefeuillehouder onderwijs',
    mandates: [{ role: 'planschrijver', unit: faculties }],
  },
  {
    login: 'schrijver-opleiding',
    name: 'Opleidingsdirecteur',
    mandates: [{ role: 'planschrijver', unit: programmes }],
  },
  { login: 'griffier-ur', name: 'Griffier universiteitsraad', mandates: [{ role: 'griffier', body: 'ur' }] },
  { login: 'griffier-fr', name: 'Griffier faculteitsraad', mandates: [{ role: 'griffier', body: 'fr' }] },
  {
    login: 'griffier-oc',
    name: 'Secretaris opleidingscommissie',
    mandates: [{ role: 'griffier', body: 'oc' }],
  },
  { login: 'secretaris-uco', name: 'Secretaris UCO', mandates: [{ role: 'griffier', body: 'uco' }] },
  { login: 'lid-ur', name: 'Lid universiteitsraad', mandates: [{ role: 'raadslid', body: 'ur' }] },
  { login: 'lid-fr', name: 'Lid faculteitsraad', mandates: [{ role: 'raadslid', body: 'fr' }] },
  { login: 'lezer', name: 'Lezer', mandates: [{ role: 'lezer' }] },
  { login: 'reader', name: 'Reader (English)', locale: 'en', mandates: [{ role: 'lezer' }] },
];
