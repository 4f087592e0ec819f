/** Woorden van de indeling in eenheden waarin cijfers staan. */
export const nl = {
  'money.tree': 'Indeling in eenheden',
  'money.tree.asOf': '{day, select, none {van nu} other {van die dag}}',
  'money.tree.year': 'van elk jaar zelf',
  'money.tree.by-year': 'elk jaar in de indeling van 31 december van dat jaar',
};
