import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Unit = InstitutionInput['units'][number];
type Body = NonNullable<InstitutionInput['bodies']>[number];
type Account = NonNullable<InstitutionInput['accounts']>[number];

export const root = 'leiden';

/** Units as the supplement names them; English names are ours. */
export const faculties: [code: string, nl: string, en: string][] = [
  ['archeologie', 'Archeologie', 'Archaeology'],
  ['fgw', 'Geesteswetenschappen', 'Humanities'],
  ['fgga', 'Governance and Global Affairs', 'Governance and Global Affairs'],
  ['fdr', 'Rechtsgeleerdheid', 'Law'],
  ['fsw', 'Sociale Wetenschappen', 'Social and Behavioural Sciences'],
  ['fwn', 'Wiskunde en Natuurwetenschappen', 'Science'],
  ['lumc', 'LUMC', 'LUMC'],
];

/**
 * The faculties together: the supplement prints no amount per faculty, so what goes to them stands here, apart from
 * what the university keeps for joint initiatives.
 */
export const allFaculties = 'faculteiten';

function unit(code: string, kind: string, [nameNl, nameEn]: [string, string], parent = root): Unit {
  return { code, kind, nameNl, nameEn, placements: [{ parent }] };
}

export const units: Unit[] = [
  { code: root, kind: 'institution', nameNl: 'Universiteit Leiden', nameEn: 'Leiden University' },
  unit(allFaculties, 'group', [
    'Faculteiten gezamenlijk (niet per faculteit gedrukt)',
    'Faculties together (not printed per faculty)',
  ]),
  ...faculties.map(([code, nl, en]) => unit(code, 'faculty', [nl, en])),
  unit('bsk', 'institute', ['BSK', 'BSK'], 'fgga'),
  unit('isga', 'institute', ['ISGA', 'ISGA'], 'fgga'),
  unit('cml', 'institute', ['CML', 'CML'], 'fwn'),
  unit('mi', 'institute', ['Mathematisch Instituut', 'Mathematical Institute'], 'fwn'),
  unit('iclon', 'institute', ['ICLON', 'ICLON']),
  unit('soz', 'service', ['SOZ', 'SOZ']),
  unit('cfi', 'service', ['CFI (Centre for Innovation)', 'CFI (Centre for Innovation)']),
  unit('ha', 'service', ['HA', 'HA']),
];

function body(code: string, kind: string, [nameNl, nameEn]: [string, string], at = root): Body {
  return { code, kind, unit: at, nameNl, nameEn };
}

export const bodies: Body[] = [
  body('cvb', 'executive-board', ['College van Bestuur', 'Executive Board']),
  body('ur', 'university-council', ['Universiteitsraad', 'University Council']),
  ...faculties.map(([code, nl, en]) =>
    body(`fr-${code}`, 'faculty-council', [`Faculteitsraad ${nl}`, `Faculty Council ${en}`], code),
  ),
  body('studentzakenberaad', 'assessors', ['Studentzakenberaad', 'Student Affairs Meeting']),
  body('werkgroep-herijking', 'working-group', ['Werkgroep Herijking', 'Working Group on Recalibration']),
  body('taskforce-docentontwikkeling', 'working-group', [
    'Taskforce Docentontwikkeling',
    'Taskforce Teacher Development',
  ]),
  body('onderwijsberaad', 'education-council', ['Onderwijsberaad', 'Education council']),
  body('lus', 'student-platform', ['LUS', 'LUS']),
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
  { login: 'griffier-ur', name: 'Griffier universiteitsraad', mandates: [{ role: 'griffier', body: 'ur' }] },
  ...faculties.flatMap(([code, nl]): Account[] => [
    {
      login: `schrijver-${code}`,
      name: `Planschrijver ${nl}`,
      mandates: [{ role: 'planschrijver', unit: code }],
    },
    {
      login: `griffier-${code}`,
      name: `Griffier faculteitsraad ${nl}`,
      mandates: [{ role: 'griffier', body: `fr-${code}` }],
    },
  ]),
  {
    login: 'lid-fr-fdr',
    name: 'Lid faculteitsraad Rechtsgeleerdheid',
    mandates: [{ role: 'raadslid', body: 'fr-fdr' }],
  },
  { login: 'lezer', name: 'Lezer', mandates: [{ role: 'lezer' }] },
  { login: 'reader', name: 'Reader (English)', locale: 'en', mandates: [{ role: 'lezer' }] },
];
