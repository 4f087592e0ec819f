import type { nl } from './tree.nl.ts';

/** Words of the tree of units that figures stand in. */
export const en: Record<keyof typeof nl, string> = {
  'money.tree': 'Units as they are placed',
  'money.tree.asOf': '{day, select, none {now} other {on that day}}',
  'money.tree.year': 'in each year itself',
  'money.tree.by-year': 'each year by the units of 31 December of that year',
};
