/** Words of the rule on carry-overs. */
export const en = {
  'carry-over-rule.title': 'Carry-over',
  'carry-over-rule.none': 'Documents of this kind allocate money; they carry nothing over.',
  'carry-over-rule.add': 'Use for carry-overs',
  'carry-over-rule.said':
    'Documents of this kind carry over what a year leaves: {share, select, all {all that is left} other {at most {share}% of what a unit received that year}}, up to and including {last}. A later year {advance, select, true {may} other {may not}} pay for an earlier one (pre-investment). Basis: {source}',
  'carry-over-rule.share.hint': 'Of what a unit received in the year. Empty: all that is left.',
  'carry-over-rule.source.hint': 'What says so: an agreement or financial regulations.',
  'field.share': 'At most',
  'field.carryLastYear': 'Up to and including',
  'field.advance': 'A later year may pay for an earlier one (pre-investment)',
  'rejection.carry-over-rule.stage':
    'Kind {kind} does not allocate money. For carry-overs, choose a kind with the stage ‘allocated’.',
  'rejection.carry-over-rule.in-use':
    'There are documents of kind {code} already. What their lines mean must not change afterwards. Make a kind of its own for carry-overs.',
  'rejection.carry-over-rule.share': '‘{raw}’ is not a percentage from 0 to 100. Type 12.5, for example.',
};
