/** Texts of the forecast, in English. */
export const en = {
  'forecast.short': 'forecast',
  'forecast.title': 'Forecast {unit} {year}',
  'forecast.link': 'Forecast to the end of the year',
  'forecast.lead':
    'Budgeted, realised so far, and how the year is expected to end. A forecast is a version of its own and never counts as spent.',
  'forecast.version': 'version {number}',
  'forecast.version.at':
    'Version {number}, with {months, plural, one {# month} other {# months}} of actuals, recorded on',
  'forecast.proposal': 'proposal',
  'forecast.saved': 'Version {number} of the forecast is recorded.',
  'forecast.months': 'The actuals cover',
  'forecast.months.value': '{months, plural, one {# month} other {# months}}',
  'forecast.months.go': 'Work it out',
  'forecast.caption': 'Budgeted, realised and expected in {year}, in euros',
  'forecast.note':
    'Pace so far: realised divided by {months, plural, one {# month} other {# months}}, times twelve.',
  'forecast.forecast': 'Forecast',
  'forecast.difference': 'Forecast less budget',
  'forecast.share': '% of budget',
  'forecast.how': 'How',
  'forecast.method.pace': 'Pace so far',
  'forecast.method.budget': 'Rest of the budget is spent',
  'forecast.method.hand': 'By hand',
  'forecast.method.of': 'How {name} is estimated',
  'forecast.hand.of': 'Forecast in euros for {name}',
  'forecast.reason': 'Reason',
  'forecast.reason.of': 'Reason for {name}',
  'forecast.remark': 'Note to this forecast',
  'forecast.save': 'Record version {number}',
  'rejection.forecast.no-kind':
    'This scheme has no kind of document yet for forecasts of this unit. The administrator can add one with the stage forecast.',
  'rejection.forecast.changed-since':
    'Version {number} of the forecast was recorded meanwhile. Nothing of yours was saved; what you typed is still there.',
  'rejection.forecast.unknown-row': 'This row no longer exists. Look at the forecast again.',
  'rejection.forecast.reason-needed': 'Write down why you estimate by hand.',
  'rejection.forecast.amount-needed': 'Fill in an amount.',
  'rejection.forecast.not-a-number': '‘{value}’ is no amount. Write 1,234.50, for example.',
  'rejection.forecast.no-basis': 'Nothing was realised or budgeted here. Choose another way.',
  'rejection.forecast.empty': 'There is nothing to estimate yet.',
} as const;
