import { type Actor, may, type Permission } from '#app/kernel/actor.ts';

type Section = { key: string; href: string; about: 'university' | 'agreement' | 'access' };

/**
 * The screens of the administration and the permission that each asks for; `key` names its text, and what is
 * about the same stands together.
 */
const sections: readonly (Section & { permission: Permission })[] = [
  { key: 'units', href: '/admin/units', about: 'university', permission: 'admin.organisation' },
  { key: 'bodies', href: '/admin/bodies', about: 'university', permission: 'admin.organisation' },
  { key: 'body-kinds', href: '/admin/body-kinds', about: 'university', permission: 'admin.organisation' },
  { key: 'calendar', href: '/admin/calendar', about: 'university', permission: 'admin.organisation' },
  { key: 'head-counts', href: '/admin/head-counts', about: 'university', permission: 'admin.organisation' },
  { key: 'frameworks', href: '/admin/frameworks', about: 'agreement', permission: 'admin.framework' },
  { key: 'schemes', href: '/admin/schemes', about: 'agreement', permission: 'admin.scheme' },
  { key: 'accounts', href: '/admin/accounts', about: 'access', permission: 'admin.account' },
  { key: 'tokens', href: '/admin/tokens', about: 'access', permission: 'admin.token' },
  { key: 'audit', href: '/admin/audit', about: 'access', permission: 'audit.read' },
];

/** The parts of the administration that the actor may open, in the order of the menu. */
export function adminSections(actor: Actor): Section[] {
  return sections
    .filter(({ permission }) => may(actor, permission))
    .map(({ key, href, about }) => ({ key, href, about }));
}
