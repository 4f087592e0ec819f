export const en = {
  'payer.title': 'Who pays',
  'payer.lead':
    'For each measure the fund that pays in each year. When another fund pays a year, that amount is taken off the own funds.',
  'payer.link': 'Who pays which year',
  'payer.none': 'This plan has no amounts on measures.',
  'payer.none.next': 'Fill in the budget first; then you can see and change here which fund pays.',
  'payer.unit': 'In euros.',
  'payer.fund': 'Fund',
  'payer.other': 'other money',
  'payer.pm': 'pm',
  'payer.substituted': 'In {year} {fund} pays; that amount is deducted from the own funds.',
  'payer.change': 'Let another fund pay',
  'payer.year': 'In year',
  'payer.pays': 'pays',
  'payer.save': 'Change',
  'rejection.payer.nothing': 'There is no amount on this measure in {year}. Choose a year with an amount.',
  'rejection.payer.twice':
    'In {year} two funds share one line. Bring the amounts to one fund in the budget first.',
};
