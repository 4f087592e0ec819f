/** Woorden van de regelingen en hun beheer. */
export const nl = {
  'scheme.head': '{first}–{last} · {source}',
  'scheme.tabs': 'Onderdelen van de regeling',
  'scheme.tab.overview': 'Overzicht',
  'scheme.tab.money': 'Geld',
  'scheme.tab.funding': 'Bekostiging',
  'scheme.tab.allocation': 'Verdeling',
  'scheme.tab.plans': 'Plannen',
  'scheme.tab.decisions': 'Besluiten',
  'scheme.tab.realisation': 'Realisatie',
  'scheme.tab.tables': 'Tabellen',
  'schemes.lead':
    'Elke afspraak of elk programma met een eigen bron, periode en geld. Kies er een voor de stand, de plannen en de besluiten.',
  'schemes.none': 'Er is nog geen regeling.',
  'schemes.none.next':
    'Een beheerder richt een regeling in, of laadt een instellingsbestand met akkoord import.',
  'schemes.state.running': 'loopt',
  'schemes.state.ahead': 'begint nog',
  'schemes.state.ended': 'afgelopen',
};
