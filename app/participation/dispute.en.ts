/** Words of a dispute and of sections that vote apart. */
export const en = {
  'dispute.who.settlement-opened': 'Who mediates',
  'dispute.who.committee-asked': 'Disputes committee',
  'dispute.who.none.settlement-opened': 'nobody: board and body talk between themselves',
  'dispute.who.none.committee-asked': 'a committee that is not listed here',
  'dispute.who.named': 'As the right says; choose another if that cannot be.',
  'dispute.who.free': 'The right names nobody.',
  'dispute.until.settlement-opened': 'To be settled by',
  'dispute.until.committee-asked': 'Ruling by',
  'dispute.until.named': 'The term of this right, in working days from today.',
  'dispute.until.free': 'The right names no term.',
  'dispute.mediator': 'In a dispute the mediator is',
  'dispute.committee': 'Disputes committee',
  'dispute.term': '{body}, within {days, plural, one {# working day} other {# working days}}',
  'dispute.lies.settlement': 'Mediator: {body}',
  'dispute.lies.committee': 'The dispute is before {body}',
  'dispute.lies.until':
    '{state, select, settlement {Whether the parties agree must be known by {date}.} other {The ruling follows by {date}.}}',
  'dispute.lies.late':
    '{state, select, settlement {The settlement should have been reached by {date}. Record how it ended.} other {The ruling was due by {date}. Record it.}}',
  'dispute.lies.open': 'No last day was agreed.',
  'work.disputes': 'Dispute before your body',
  'work.disputes.mediate': '{before} mediates between the board and {body}',
  'work.disputes.rule': '{before} rules on the dispute with {body}',
  'work.disputes.due': 'by {date}',
  'work.disputes.since': 'since {date}',
  'next.before': 'the board, the secretary of {body}, or {before}',
  'timeline.settle-by': 'Last day of the settlement',
  'timeline.rule-by': 'Last day for the ruling',
  'outcome.section': 'Section {section}',
  'outcome.section.votes':
    '{section}: present {present}, for {for}, against {against}, abstained {abstained}',
  'outcome.section.members': '{count, plural, one {# member} other {# members}} can vote.',
  'outcome.section.share': 'To be present: {share, number, ::percent .##} of the members of this section.',
  'outcome.section.quorum': '· quorum {needed}{members, plural, =0 {} other { of # members}}',
  'outcome.section.came-to': '· {agrees, select, yes {in favour} other {not in favour}} ({majority})',
  'rejection.decision.section-count': 'A count of section {section} is not a whole number of zero or more.',
  'rejection.decision.section-missing': 'Section {section} votes apart: fill in its votes.',
  'rejection.decision.section-majority':
    'In section {section}, with {for} for and {against} against, the majority is not reached ({majority, select, absolute {more than half of the votes} absolute-members {more than half of the members} two-thirds-votes {two thirds of the votes} two-thirds-members {two thirds of the members} other {more for than against}}). Each section must agree apart.',
  'rejection.decision.section-quorum':
    'In the section {section} {present} members were present and {needed} are needed: there is no valid decision, however complete the other section was. Record the meeting as “without a quorum” and meet again.',
  'rejection.decision.section-members':
    'Fill in how many members the section {section} has: its quorum or majority cannot be determined without.',
  'rejection.decision.sections-carried':
    'All sections had a majority in favour. “Withheld” does not go with that.',
  'rejection.event.body-unknown':
    'There is no such body at this unit or above it, or it is itself a party to the dispute. Choose another.',
  'rejection.event.until-early': 'The last day cannot be before {date}.',
  'rejection.file.event-body':
    'Only a settlement and putting it before the committee name a body, not {event}.',
};
