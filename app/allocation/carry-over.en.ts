/** Words of carry-overs: what a year leaves, or spent too early, in another year. */
export const en = {
  'carry.title': 'Carry-over',
  'carry.lead':
    'What a unit did not spend in a year stays in that year until there is a decision. Here is what is left, and where it is proposed to move to a later year.',
  'carry.to-page': 'Carry-over',
  'carry.rule':
    'Carrying over is allowed: {share, select, all {all that is left} other {at most {share}% of what a unit received in the year}}, up to and including {last}. {advance, select, true {A later year may pay for an earlier one that spent more (pre-investment).} other {A later year may not pay for an earlier one.}}',
  'carry.rule.source': 'Basis: {source}',
  'carry.no-rule': 'This scheme does not allow carry-overs.',
  'carry.no-rule.next':
    'What is left stays in its year. An administrator can point out a kind of document for carry-overs in the scheme.',
  'carry.left': 'Left by year, {fund}',
  'carry.left.note':
    'Allocated less spent, after the carry-overs in force. Unknown: there is no final report of that year yet; that is not the same as zero.',
  'carry.left.none': 'Nothing has been allocated yet.',
  'carry.left.none.next': 'What is left follows from the allocation and the finance reports.',
  'carry.unit': 'Unit',
  'carry.total': 'Known total',
  'carry.documents': 'Carry-overs',
  'carry.documents.none': 'Nothing has been carried over or proposed yet.',
  'carry.document': 'Document',
  'carry.amount.sum': 'Moved',
  'carry.start': 'Propose a carry-over',
  'carry.start.lead':
    'The draft begins with all that is left, as far as the scheme allows. You then change amounts, years and reasons.',
  'carry.from': 'From year',
  'carry.to': 'To year',
  'carry.document.lead': 'Version {number} · {count, plural, one {# carry-over} other {# carry-overs}}',
  'carry.effect':
    'Every carry-over is two lines that together are zero: no money is added and none is lost. It counts once the decision is in force.',
  'carry.reason.all': 'Reason',
  'carry.reason.all.hint':
    'Holds for every line without a reason of its own. A line without a reason cannot be submitted.',
  'carry.table': 'What moves',
  'carry.table.note':
    'In euros. Left: without this carry-over. A negative amount: the later year pays for the earlier one (pre-investment).',
  'carry.column.fund': 'Fund',
  'carry.column.from': 'From',
  'carry.column.to': 'To',
  'carry.column.allocated': 'Allocated',
  'carry.column.realised': 'Spent',
  'carry.column.left': 'Left',
  'carry.column.cents': 'Carry over',
  'carry.column.reason': 'Own reason',
  'carry.cents.label': 'Carry over, {unit}, {year}',
  'carry.to.label': 'To year, {unit}, {year}',
  'carry.reason.label': 'Reason, {unit}, {year}',
  'carry.theirs': 'saved now: {value}',
  'carry.save': 'Save',
  'carry.submit': 'Save and submit',
  'carry.submit.hint': 'Once submitted, amounts and reasons are fixed; whoever is entitled to then decides.',
  'carry.saved': 'Saved.',
  'carry.problems': 'It cannot be submitted like this',
  'carry.problems.submitted': 'It can no longer be adopted like this',
  'carry.next': 'Begin a new version',
  'carry.total.moved': 'Together',
  'rejection.carry.no-rule':
    'This scheme does not allow carry-overs. An administrator can point out a kind of document for carry-overs in the scheme.',
  'rejection.carry.nothing-left':
    'Nothing of {year} can be carried over: nothing is left, or there is no final report of it yet.',
  'rejection.carry.no-longer':
    'The figures have changed since it was submitted: {count, plural, one {# line no longer holds} other {# lines no longer hold}}. Return the carry-over and adapt it.',
  'rejection.carry.none': 'There is nothing to carry over yet. Fill in at least one amount.',
  'rejection.carry.reason': 'Give a reason: why does money of {unit} move from {year} to {to}?',
  'rejection.carry.marked':
    'Only what is certainly left can be carried over: an amount without * or pm. Wait for the final report of the year.',
  'rejection.carry.zero': 'Zero moves nothing. Fill in an amount or leave the line out.',
  'rejection.carry.twice': '{unit} moves from {year} to {to} twice. Add the amounts in one line.',
  'rejection.carry.not-later': 'To a later year than {year}: choose a year after it.',
  'rejection.carry.too-late': 'Carrying over is allowed up to and including {last}; {to} is later.',
  'rejection.carry.year-outside': 'Year {year} is outside the scheme, which runs from {first} to {last}.',
  'rejection.carry.year': 'Choose a year.',
  'rejection.carry.no-money':
    '{unit} received nothing from {fund} in {year}. Choose a unit and a year with money.',
  'rejection.carry.not-final':
    'No final finance report of {unit} for {year} is in force yet. What is left is therefore not known.',
  'rejection.carry.over-left':
    '{unit} has {left, number, ::currency/EUR scale/0.01} left of {year}; {cents, number, ::currency/EUR scale/0.01} is more than that.',
  'rejection.carry.over-share':
    'The scheme lets {share}% be carried over: {unit} at most {most, number, ::currency/EUR scale/0.01} of {year}, and this is {cents, number, ::currency/EUR scale/0.01}.',
  'rejection.carry.no-advance':
    'The scheme does not let a later year pay for {year}. Fill in a positive amount or leave the line out.',
  'rejection.carry.over-spent':
    '{unit} spent {left, number, ::currency/EUR scale/0.01} more in {year} than there was; a later year cannot pay {asked, number, ::currency/EUR scale/0.01}.',
  'rejection.carry.both-ways': 'For {unit}, money of {year} goes both on and back. Choose one direction.',
  'rejection.carry.to-short':
    '{unit} has {cents, number, ::currency/EUR scale/0.01} in {to}; {asked, number, ::currency/EUR scale/0.01} cannot be taken from it.',
};
