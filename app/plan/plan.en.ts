import type { nl } from './plan.nl.ts';

/** Words of plans: from draft to adoption. */
export const en: Record<keyof typeof nl, string> = {
  'rejection.plan.no-draft':
    'This plan has no draft (any more): it has been submitted, or no new version was started. Refresh the page, or start a new version.',
  'rejection.plan.unknown': '{what} does not exist here. Choose a code from the list.',
  'rejection.plan.wrong-unit-kind': 'A unit such as {unit} does not write this kind of plan.',
  'rejection.plan.years':
    'Choose a year within the scheme: {first} to {last}, and the first year not after the last.',
  'rejection.plan.incomplete':
    'It cannot be submitted yet: {count, plural, one {one thing is missing} other {# things are missing}}. The draft is kept; complete it and submit again.',
  'rejection.plan.unanswered': 'The question “{question}” has not been answered.',
  'rejection.plan.unanswered-theme': 'For {theme}, the question “{question}” has not been answered.',
  'rejection.plan.no-measure': 'The plan has no measures yet. Add at least one.',
  'rejection.plan.theme-without-measure': '{theme} has no measure yet.',
  'rejection.plan.measure-without-owner': 'Measure “{measure}” has no owner yet.',
  'rejection.plan.measure-without-ambition': 'Measure “{measure}” is not linked to any ambition yet.',
  'rejection.plan.measure-without-budget':
    'Measure “{measure}” has no amount in {years}. Enter an amount, 0 if it costs nothing, or pm if it is not known yet.',
  'rejection.plan.budget-outside-period':
    'Measure “{measure}” runs from {first} to {last} but also has an amount in {years}. Remove that or change its period.',
  'rejection.plan.over-remainder':
    'Budgeted in {year} from {fund}: € {euros, number} more than was allocated to the unit. Lower the budget of {year}, or wait for a higher allocation.',
  'rejection.section.emptied':
    'There was text here, and you are emptying it. Tick that this is meant; the old text stays in the audit log.',
  'rejection.measure.exists': 'There is a measure with code {code} already. Choose another code.',
  'rejection.measure.years':
    'Choose years within the plan: {first} to {last}, and the first not after the last.',
  'rejection.measure.excluded-theme': 'The scheme leaves theme {theme} out: no measure can fall under it.',
  'rejection.budget.year-outside': 'The year {year} is outside the plan ({first} to {last}).',
  'rejection.budget.twice': 'The same cell is in it twice (measure {measure}, {year}).',
};
