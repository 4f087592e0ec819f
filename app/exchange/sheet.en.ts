/** The tables that go round, and what each asks. */
export const en = {
  'fill-in.letter.lead':
    'Fill in amounts in euros; a * behind one says provisional, pm not known yet. The memo row stands outside the total.',
  'fill-in.letter.which': 'Of which unit is the letter?',
  'rejection.fill-in.letter.other':
    'This file is of another letter than ‘{title}’ or of another unit. Hand it in there.',
  'fill-in.letter.beside': 'Beside the total',
  'rejection.fill-in.letter.beside': 'The column ‘Beside the total’ takes memo or nothing, not ‘{what}’.',
  'rejection.fill-in.letter.both': 'This year stands in the total and as a memo. Empty one of the two.',
  'fill-in.rules.sheet': 'Rules',
  'fill-in.rules.lead':
    'Fill in amounts, tariffs, shares and weights. A * says provisional; a fixed amount may be pm. An empty cell takes an amount or weight away.',
  'fill-in.rules.rule': 'Rule',
  'fill-in.rules.group': 'Group or year',
  'fill-in.rules.unit': 'Unit',
  'fill-in.rules.theme': 'Theme',
  'fill-in.rules.value': 'Value',
  'fill-in.rules.money': 'To divide',
  'fill-in.rules.none':
    'There is nothing to fill in yet. Add a rule with an amount, tariff, share or weight first.',
  'fill-in.rules.in.euro': 'euro',
  'fill-in.rules.in.head': 'euro per head',
  'fill-in.rules.in.percent': 'per cent',
  'fill-in.rules.in.weight': 'weight',
  'rejection.fill-in.rules.no-row':
    'Rule {rule} has no value here: the rule is gone or changed. Fetch the table again.',
  'rejection.fill-in.rules.needed':
    'This rule cannot do without a value. Fill in a number, or remove the rule on its page.',
  'rejection.fill-in.rules.negative': 'An amount, share or weight is zero or more.',
  'rejection.fill-in.rules.no-pm': 'Only a fixed amount or the money to divide can be pm. Fill in a number.',
  'rejection.fill-in.rules.no-star': 'A bound, share or weight cannot be provisional. Leave the * out.',
  'fill-in.forecast.lead':
    'Fill in only what you estimate by hand: the amount in euros at the end of the year, and why. An empty row follows its own method.',
  'fill-in.forecast.plan': 'Plan',
  'rejection.fill-in.forecast.no-row': '{what} is not in this forecast. Fetch the table again.',
  'rejection.fill-in.forecast.no-star': 'A forecast is always an expectation. Leave the * out.',
  'rejection.fill-in.forecast.other': 'This file is of another unit or another year. Hand it in there.',
  'fill-in.carry.lead':
    'Fill in what moves, in euros, and why. Empty or 0: nothing moves. What is left stands beside it; whether it may move, the draft tells.',
  'rejection.fill-in.carry.no-row':
    '{what} is not in this draft: nothing is left there, or the year was changed. Fetch the table again.',
  'rejection.fill-in.carry.other': 'This file is of another document. Hand it in there.',
  'rejection.fill-in.carry.too-much': 'This amount is too large. See whether it has digits too many.',
  'fill-in.measures.lead':
    'One row per measure; a new code makes a new measure. Theme: code or name. Ambitions: codes, separated by semicolons.',
  'rejection.fill-in.measures.long': 'This text is too long: at most {most} characters.',
  'rejection.fill-in.measures.new': '{code} is no measure here yet. A new measure needs a name and a theme.',
};
