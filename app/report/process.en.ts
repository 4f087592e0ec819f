/** Words of milestones and of what a judgement does to the money. */
export const en = {
  'milestone.title': 'Milestones',
  'milestone.link': 'Milestones and month bars',
  'milestone.back': 'All steps of the cycle',
  'milestone.caption': 'Milestones, {year}',
  'milestone.moment': 'Moment',
  'milestone.level':
    '{kind, select, none {Level} institution {Institution-wide} faculty {Faculty} institute {Institute} programme {Programme} service {Service} other {{kind}}}',
  'milestone.product': 'Milestone',
  'milestone.right': 'Participation',
  'milestone.meeting': 'Meeting',
  'milestone.deadline': 'At the latest {when}.',
  'milestone.none': 'This cycle has no milestones.',
  'milestone.none.next': 'Give a step of the cycle a place in the table of milestones and it appears here.',
  'milestone.bars': 'In which months, {year}',
  'milestone.bars.note':
    'A bar runs from the beginning of the work up to the milestone; a number is the milestone in the table above.{unknown, select, true { Of some milestones it is not known when work begins: only the number stands there.} other {}}',
  'milestone.bars.said':
    '{level}: {runs, select, none {when work runs is not known} other {runs in {runs}}}; {due, select, none {no milestone} other {milestone {due}}}.',
  'milestone.bars.runs': 'runs',
};
