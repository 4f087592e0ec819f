export const nl = {
  'payer.title': 'Wie betaalt',
  'payer.lead':
    'Per maatregel uit welke middelen elk jaar wordt betaald. Betalen andere middelen een jaar, dan gaat dat bedrag van de eigen middelen af.',
  'payer.link': 'Wie betaalt welk jaar',
  'payer.none': 'In dit plan staan geen bedragen op maatregelen.',
  'payer.none.next': 'Vul eerst de begroting; daarna is hier te zien en te wisselen welke middelen betalen.',
  'payer.unit': 'In euro’s.',
  'payer.fund': 'Middelen',
  'payer.other': 'andere middelen',
  'payer.pm': 'p.m.',
  'payer.substituted': 'In {year} betaalt {fund}; dat bedrag is in mindering gebracht op de eigen middelen.',
  'payer.change': 'Andere middelen laten betalen',
  'payer.year': 'In jaar',
  'payer.pays': 'betaalt',
  'payer.save': 'Wisselen',
  'rejection.payer.nothing':
    'In {year} staat er geen bedrag op deze maatregel. Kies een jaar met een bedrag.',
  'rejection.payer.twice':
    'In {year} staat één regel op twee soorten middelen. Breng de bedragen in de begroting eerst onder dezelfde middelen.',
};
