export const nl = {
  'payer.title': 'Wie betaalt',
  'payer.lead':
    'Per maatregel het fonds dat in elk jaar betaalt. Betaalt een ander fonds een jaar, dan gaat dat bedrag van het eigen geld af.',
  'payer.link': 'Wie betaalt welk jaar',
  'payer.none': 'In dit plan staan geen bedragen op maatregelen.',
  'payer.none.next': 'Vul eerst de begroting; daarna is hier te zien en te wisselen welk fonds betaalt.',
  'payer.unit': 'In euro’s.',
  'payer.fund': 'Fonds',
  'payer.other': 'ander geld',
  'payer.pm': 'p.m.',
  'payer.substituted': 'In {year} betaalt {fund}; dat bedrag is in mindering gebracht op de eigen middelen.',
  'payer.change': 'Een ander fonds laten betalen',
  'payer.year': 'In jaar',
  'payer.pays': 'betaalt',
  'payer.save': 'Wisselen',
  'rejection.payer.nothing':
    'In {year} staat er geen bedrag op deze maatregel. Kies een jaar met een bedrag.',
  'rejection.payer.twice':
    'In {year} betalen twee fondsen samen één regel. Breng de bedragen in de begroting eerst op één fonds.',
};
