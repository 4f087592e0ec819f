import { type Actor, may, type Permission } from '#app/kernel/actor.ts';

/** The screens of the administration and the permission that each asks for; `key` names its text. */
const sections: readonly { key: string; href: string; permission: Permission }[] = [
  { key: 'units', href: '/admin/units', permission: 'admin.organisation' },
  { key: 'bodies', href: '/admin/bodies', permission: 'admin.organisation' },
  { key: 'head-counts', href: '/admin/head-counts', permission: 'admin.organisation' },
  { key: 'frameworks', href: '/admin/frameworks', permission: 'admin.framework' },
  { key: 'schemes', href: '/admin/schemes', permission: 'admin.scheme' },
  { key: 'accounts', href: '/admin/accounts', permission: 'admin.account' },
  { key: 'tokens', href: '/admin/tokens', permission: 'admin.token' },
  { key: 'audit', href: '/admin/audit', permission: 'audit.read' },
];

/** The parts of the administration that the actor may open, in the order of the menu. */
export function adminSections(actor: Actor): { key: string; href: string }[] {
  return sections.filter(({ permission }) => may(actor, permission)).map(({ key, href }) => ({ key, href }));
}
