/**
 * Who acts. Every use case takes the actor; the same pure `can…` function that refuses on the server
 * hides the button on the screen (law 9).
 */

export const permissions = [
  'admin.organisation',
  'admin.framework',
  'admin.scheme',
  'admin.account',
  'admin.token',
  'audit.read',
  'funding.write',
  'allocation.write',
  'allocation.decide',
  'plan.write',
  'plan.submit',
  'plan.return',
  'plan.adopt',
  'consent.ask',
  'consent.record',
  'realisation.write',
  'progress.write',
  'indicator.write',
  'consultation.write',
  'cycle.manage',
  'check.accept',
  'publication.write',
] as const;
export type Permission = (typeof permissions)[number];

/** A role held for a unit and all below it, or on a body, between two dates (already filtered on today). */
export type Mandate = {
  role: string;
  permissions: Permission[];
  /** The unit and every unit below it; null means the whole institution. */
  unitIds: string[] | null;
  bodyId: string | null;
};

export type Actor = {
  institutionId: string;
  /** null for a machine that acts by token, and for the system itself */
  accountId: string | null;
  /** what the audit entry names: an account, a token or the system; never a person's name */
  kind: 'account' | 'token' | 'system';
  name: string;
  locale: Locale;
  mandates: Mandate[];
  /** signed in with a password that somebody else handed over: choosing another comes first */
  mustChangePassword?: boolean;
};

export const locales = ['nl', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Does any mandate of the actor give this permission for this unit (null: somewhere at all)? */
export function may(actor: Actor, permission: Permission, unitId: string | null = null): boolean {
  return actor.mandates.some(
    (mandate) =>
      mandate.permissions.includes(permission) &&
      (unitId === null || mandate.unitIds === null || mandate.unitIds.includes(unitId)),
  );
}

/** Does the actor hold this permission for this very body (a council's secretary, say)? */
export function mayForBody(actor: Actor, permission: Permission, bodyId: string): boolean {
  return actor.mandates.some(
    (mandate) => mandate.permissions.includes(permission) && mandate.bodyId === bodyId,
  );
}
