/** Words of the administration: menu, accounts, mandates and tokens. */
export const en = {
  'admin.units': 'Units',
  'admin.bodies': 'Bodies',
  'admin.head-counts': 'Head counts',
  'admin.frameworks': 'Frameworks',
  'admin.schemes': 'Schemes',
  'admin.accounts': 'Accounts',
  'admin.tokens': 'API tokens',
  'admin.audit': 'Audit trail',
};
