import type { InstitutionInput } from '#app/exchange/institution-file.ts';

type Role = NonNullable<InstitutionInput['roles']>[number];

/** The roles that every demo institution uses; an institution of one's own names its own. */
export const roles: Role[] = [
  {
    code: 'beheerder',
    nameNl: 'Beheerder',
    nameEn: 'Administrator',
    permissions: [
      'admin.organisation',
      'admin.framework',
      'admin.scheme',
      'admin.account',
      'admin.token',
      'audit.read',
    ],
  },
  {
    code: 'beleidsmedewerker',
    nameNl: 'Beleidsmedewerker',
    nameEn: 'Policy officer',
    permissions: [
      'admin.scheme',
      'audit.read',
      'funding.write',
      'allocation.write',
      'plan.write',
      'plan.submit',
      'plan.return',
      'consent.ask',
      'progress.write',
      'indicator.write',
      'consultation.write',
      'cycle.manage',
      'check.accept',
      'publication.write',
    ],
  },
  {
    code: 'controller',
    nameNl: 'Controller',
    nameEn: 'Controller',
    permissions: ['funding.write', 'allocation.write', 'realisation.write', 'check.accept'],
  },
  {
    code: 'college',
    nameNl: 'Lid of secretaris van het College van Bestuur',
    nameEn: 'Member or secretary of the Executive Board',
    permissions: ['allocation.decide', 'plan.return', 'plan.adopt', 'consent.record'],
  },
  {
    code: 'planschrijver',
    nameNl: 'Planschrijver',
    nameEn: 'Plan writer',
    permissions: [
      'plan.write',
      'plan.submit',
      'consent.ask',
      'progress.write',
      'indicator.write',
      'consultation.write',
    ],
  },
  {
    code: 'faculteitscontroller',
    nameNl: 'Faculteitscontroller',
    nameEn: 'Faculty controller',
    permissions: ['realisation.write'],
  },
  {
    code: 'griffier',
    nameNl: 'Griffier van een medezeggenschapsorgaan',
    nameEn: 'Secretary of a participation body',
    permissions: ['consent.record', 'consultation.write'],
  },
  { code: 'raadslid', nameNl: 'Raadslid', nameEn: 'Council member', permissions: [] },
  { code: 'lezer', nameNl: 'Lezer', nameEn: 'Reader', permissions: [] },
];
