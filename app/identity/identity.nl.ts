/** Woorden van het beheer: menu, rekeningen, mandaten en tokens. */
export const nl = {
  'admin.units': 'Eenheden',
  'admin.bodies': 'Organen',
  'admin.head-counts': 'Aantallen',
  'admin.frameworks': 'Kaders',
  'admin.schemes': 'Regelingen',
  'admin.accounts': 'Accounts',
  'admin.tokens': 'API-tokens',
  'admin.audit': 'Logboek',
};
