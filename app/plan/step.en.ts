/** Words of steps, coverage, goals and requirements of a plan. */
export const en = {
  'steps.title': 'Steps',
  'steps.lead':
    'What happens when, and how one sees it. Choices of single programmes stand here too: a choice needs no year.',
  'steps.none': 'No steps yet.',
  'steps.after-save': 'You can add steps once the measure is saved.',
  'step.add': 'Add step',
  'step.up': 'Up',
  'step.down': 'Down',
  'step.theirs': 'Somebody else saved this meanwhile. Take over what should stay, then save.',
  'step.kind.milestone': 'Milestone',
  'step.kind.phase': 'Phase',
  'step.kind.deliverable': 'Deliverable',
  'step.kind.choice': 'Choice',
  'step.kind.milestone.hint': 'At some moment something is achieved.',
  'step.kind.phase.hint': 'Something goes on for a time.',
  'step.kind.deliverable.hint': 'There will be something to point at or to use.',
  'step.kind.choice.hint': 'What one programme or unit chooses within the measure.',
  'step.all-units': 'all',
  'step.comparator.at-least': 'at least',
  'step.comparator.at-most': 'at most',
  'step.comparator.exactly': 'exactly',
  'step.target':
    '{comparator, select, atleast {at least} atmost {at most} other {exactly}} {number, number} {unit}',
  'step.target.none': 'not measurable',
  'step.target.legend': 'Measurable target',
  'step.target.hint':
    'For example: at least 2 courses per programme. Leave empty when there is nothing to count.',
  'field.step-kind': 'What is it?',
  'field.step-unit': 'For which unit',
  'field.step-text': 'What happens',
  'field.due': 'When in that year',
  'field.comparator': 'Comparison',
  'field.target': 'Number',
  'field.targetUnit': 'Of what',
  'rejection.step.phase-years': 'A phase lasts one or more years. Fill in when it begins.',
  'rejection.step.target':
    'A measurable target has a comparison, a number and what it counts. Fill in all three, or clear all three.',
  'rejection.step.number': 'This is not a number. Write 2 or 2.5, for example.',
  'roadmap.title': 'Road map',
  'roadmap.note':
    'Phases as bars, milestones and deliverables in their year. The numbers are those at the measure.',
  'roadmap.description':
    'The road map of {measures, plural, one {# measure} other {# measures}} over the years {first} to {last}. The same steps are in the table below.',
  'roadmap.bar': '{kind} {number}: {text} ({years})',
  'roadmap.measure': 'Measure',
  'roadmap.step': 'Step',
  'roadmap.when': 'When',
  'roadmap.who': 'For',
  'roadmap.target': 'Measurable target',
  'coverage.title': 'Who is this plan for?',
  'coverage.line': 'Plan for {units}',
  'coverage.edit': 'Change who it is for',
  'coverage.lead':
    '{unit} writes the plan. Choose the programmes and other units that it holds for; this stands above the plan and in the list of plans.',
  'coverage.below': 'Below {unit}',
  'coverage.beside': 'Beside {unit}',
  'coverage.none': 'There are no units below or beside this one.',
  'coverage.theirs': 'Somebody else changed this meanwhile',
  'coverage.theirs.now': 'Saved now: {units}. Below is what you chose; save to make that count.',
  'coverage.nobody': 'no unit at all',
  'coverage.filter': 'For',
  'coverage.filter.all': 'all units',
  'coverage.filter.show': 'Show',
  'coverage.filter.none': 'No plan for this unit',
  'coverage.filter.none.next': 'Choose another unit, or all units.',
  'coverage.also': 'for {units}',
  'goals.title': 'Goals',
  'goals.lead': 'Which measures serve which goal of a framework other than the themes of the money.',
  'goals.none': 'no measure',
  'goals.by-theme': 'by its theme',
  'goals.unserved':
    '{count, plural, =0 {Every goal has a measure.} one {One goal has no measure.} other {# goals have no measure.}}',
  'checklist.title': 'Requirements of the scheme',
  'checklist.state':
    '{met, number} of {all, plural, one {# requirement} other {# requirements}} met{open, plural, =0 {} one {, one has to be judged} other {, # have to be judged}}.',
  'checklist.met': 'met',
  'checklist.unmet': 'not met',
  'checklist.open': 'to be judged',
  'checklist.unjudged': 'not judged',
  'checklist.edit': 'Go through the requirements',
  'checklist.lead':
    'What the scheme requires of this plan, and whether it is there. Where something can be computed or read, the system does so; the rest is your judgement, with a reason that stays with this version.',
  'checklist.source': 'Source: {source}',
  'checklist.blocks': 'Without it the plan cannot be submitted.',
  'checklist.warns': 'Worth a look; it does not stop submission.',
  'checklist.unanswered':
    '{count, plural, one {One answer is still needed} other {# answers are still needed}}: {questions}',
  'checklist.answered': 'Answered: {questions}',
  'checklist.found.multi-year-budget':
    '{count, plural, =0 {Every year of the plan is budgeted.} other {Nothing budgeted yet in {what}.}}',
  'checklist.found.improvement-only':
    '{count, plural, =0 {No measure that would exist anyway is paid from this money.} other {Would exist without this money and is paid from it: {what}.}}',
  'checklist.found.measurable-step':
    '{count, plural, =0 {Every measure has a measurable step.} other {Without a measurable step: {what}.}}',
  'checklist.found.theme-choice':
    '{count, plural, =0 {All themes of the scheme have a measure.} other {Not chosen: {what}. The plan has to say why.}}',
  'checklist.found.serves-goal':
    '{count, plural, =0 {Every measure serves an ambition or goal.} other {Without an ambition or goal: {what}.}}',
  'checklist.judged': '{met, select, yes {Met} other {Not met}}, according to {by} on {date}',
  'checklist.judge': 'Your judgement',
  'checklist.judge.change': 'Change the judgement',
  'checklist.judge.yes': 'met',
  'checklist.judge.no': 'not met',
  'checklist.judge.save': 'Record judgement',
  'checklist.theirs': '{by} judged meanwhile: {met, select, yes {met} other {not met}}',
  'checklist.none': 'The scheme requires nothing of this plan',
  'checklist.none.next': 'An administrator can set requirements at the kind of document.',
  'field.met': 'Is it met?',
  'rejection.plan.requirement-denied': 'By your own judgement the requirement “{requirement}” is not met.',
  'rejection.plan.requirement-open': 'Nobody has judged the requirement “{requirement}” yet.',
  'rejection.plan.requirement-unanswered':
    'The requirement “{requirement}” still needs {count, plural, one {one answer} other {# answers}}.',
  'rejection.plan.requirement-norm-multi-year-budget':
    'Requirement “{requirement}”: nothing is budgeted yet in {what}.',
  'rejection.plan.requirement-norm-improvement-only':
    'Requirement “{requirement}”: {what} would exist without this money. Take the money off, or show what is new in it.',
  'rejection.plan.requirement-norm-measurable-step':
    'Requirement “{requirement}”: {what} {count, plural, one {has} other {have}} no measurable step yet.',
  'rejection.plan.requirement-norm-serves-goal':
    'Requirement “{requirement}”: {what} {count, plural, one {serves} other {serve}} no ambition or goal yet.',
};
