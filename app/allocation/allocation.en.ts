import type { nl } from './allocation.nl.ts';

export const en: Record<keyof typeof nl, string> = {
  'allocation.kind.reserve': 'Reserve',
  'allocation.kind.fixed': 'Fixed amount',
  'allocation.kind.tariff': 'Tariff per head',
  'allocation.kind.tariff-per-group': 'Tariff per group',
  'allocation.kind.ratio': 'Ratio',
  'allocation.kind.weights': 'Weights',
  'allocation.kind.heads': 'By head count',
  'allocation.kind.floor': 'Floor',
  'allocation.kind.ceiling': 'Ceiling',
  'allocation.kind.keep-ratio-of': 'Ratio of an earlier allocation',
  'allocation.kind.remainder': 'Remainder',
  'allocation.form.example.reserve': 'Such as 8% of the whole, or €1,500,000.',
  'allocation.form.example.fixed': 'Such as €40,000 for a small programme.',
  'allocation.form.example.tariff': 'Such as €500 per student, for every faculty.',
  'allocation.form.example.tariff-per-group':
    'Such as €450 for arts and social sciences and €600 for science.',
  'allocation.form.example.ratio': 'With 3, 2 and 1 the first theme gets half.',
  'allocation.form.example.weights': 'With 60 and 40 the first gets 60%.',
  'allocation.form.example.heads': 'Whoever has a quarter of the students gets a quarter of the money.',
  'allocation.form.example.floor': 'Such as nobody below €250,000.',
  'allocation.form.example.ceiling': 'Such as nobody above €4,000,000.',
  'allocation.form.example.keep-ratio-of':
    'If 9% went to the joint part before, 9% of what is left goes there too.',
  'allocation.form.example.remainder': 'Put this rule last.',
  'allocation.form.cents.rows': 'Who, and how many euros a year. A row without an amount does not count.',
  'allocation.form.weight.rows':
    'Who, and the weight in whole numbers. A row without a weight takes no part.',
  'allocation.form.percent': 'Percentage',
  'allocation.form.yearly.example':
    'With day 1, month 10 and 1 year earlier, the count of 1 October 2025 is used for 2026.',
  'allocation.form.ratio-groups.hint':
    'Leave the groups empty if each keeps its own share; fill them in if units count together for one receiver.',

  'allocation.step.total': 'To be divided in {year, number, ::group-off}.',
  'allocation.step.reserve': 'Set apart beforehand: {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.reserve-share':
    'Set apart beforehand: {basisPoints, number, ::.## scale/0.01}% of the amount, rounded down: {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.fixed': 'Fixed amount, taken off the top: {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.fixed-on-top':
    'Fixed amount on top of its own part, charged to the others: {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.fixed-charged':
    'Contribution to fixed amounts of {cents, number, ::currency/EUR scale/0.01} together, in proportion to what the paying receivers have: {weight, number, ::currency/EUR scale/0.01} of {whole, number, ::currency/EUR scale/0.01}.',
  'allocation.step.fixed-charged-equally':
    'Contribution to fixed amounts of {cents, number, ::currency/EUR scale/0.01} together, in equal parts over {whole, plural, one {# paying receiver} other {# paying receivers}}.',
  'allocation.step.tariff':
    '{heads, number} × {centsPerHead, number, ::currency/EUR scale/0.01} per head (count {definition}, reference date {date}).',
  'allocation.step.tariff-per-group':
    'Group {group}: {heads, number} × {centsPerHead, number, ::currency/EUR scale/0.01} per head (count {definition}, reference date {date}).',
  'allocation.step.ratio':
    '{weight, number}/{whole, number} of {cents, number, ::currency/EUR scale/0.01}, by the ratio.',
  'allocation.step.weights':
    'Weight {weight, number} of {whole, number}, over {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.heads':
    'In proportion to the count {definition} (reference date {date}): {weight, number} of {whole, number}, over {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.floor': 'Raised to the floor of {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.floor-charged':
    'Contribution to raising others to their floor ({cents, number, ::currency/EUR scale/0.01} together), in proportion: {weight, number, ::currency/EUR scale/0.01} of {whole, number, ::currency/EUR scale/0.01}.',
  'allocation.step.ceiling': 'Lowered because the ceiling is {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.ceiling-shared':
    'Share in what others had above their ceiling ({cents, number, ::currency/EUR scale/0.01} together), in proportion: {weight, number, ::currency/EUR scale/0.01} of {whole, number, ::currency/EUR scale/0.01}.',
  'allocation.step.keep-ratio-of':
    'In the ratio of the allocation of {basisYear, number, ::group-off}: {weight, number, ::currency/EUR scale/0.01} of {whole, number, ::currency/EUR scale/0.01}, over {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.remainder': 'All that is left: {cents, number, ::currency/EUR scale/0.01}.',
  'allocation.step.remainder-open':
    'The remaining {cents, number, ::currency/EUR scale/0.01} stays here, to be allocated later.',
  'allocation.step.given':
    '{cents, number, ::currency/EUR scale/0.01} given to {receivers, plural, one {# receiver} other {# receivers}}.',
  'allocation.step.returned':
    '{cents, number, ::currency/EUR scale/0.01} returned: above the ceiling, and nobody could take it.',

  'rejection.allocation.over':
    'Rule {rule} gives out {asked, number, ::currency/EUR scale/0.01} in {year, number, ::group-off}, but only {available, number, ::currency/EUR scale/0.01} is left: {short, number, ::currency/EUR scale/0.01} short. Lower this rule or an earlier one.',
  'rejection.allocation.too-large':
    'The numbers of rule {rule} in {year, number, ::group-off} are together too large to compute exactly. Check amounts, weights and head counts.',
  'rejection.allocation.others-short':
    'Rule {rule} charges {asked, number, ::currency/EUR scale/0.01} to the other receivers in {year, number, ::group-off}, but they have {available, number, ::currency/EUR scale/0.01} for it: {short, number, ::currency/EUR scale/0.01} short. Put the rule after the one that gives them money, or lower the amount.',
  'rejection.allocation.other-short':
    'Rule {rule} charges an equal part of {asked, number, ::currency/EUR scale/0.01} to {unit, select, null {{node}} other {{unit}}} in {year, number, ::group-off}, which has {available, number, ::currency/EUR scale/0.01} for it: {short, number, ::currency/EUR scale/0.01} short. Charge it in proportion, or lower the amount.',
  'rejection.allocation.floor-short':
    'The floors of rule {rule} ask {asked, number, ::currency/EUR scale/0.01} from the others in {year, number, ::group-off}, but above their own floors there is {available, number, ::currency/EUR scale/0.01}: {short, number, ::currency/EUR scale/0.01} short. Lower the floors.',
  'rejection.allocation.no-ratio':
    'For {year, number, ::group-off}, rule {rule} keeps the ratio of {basisYear, number, ::group-off}, which has no amounts above zero. Choose another year or another earlier allocation.',
  'rejection.allocation.within-nothing':
    'Rule {rule} divides the amount of {unit, select, null {{node}} other {{unit}}} in {year, number, ::group-off}, which has not been given anything by then. Put a rule first that gives that amount.',
  'rejection.allocation.total-negative':
    'The amount to be divided in {year, number, ::group-off} is not a whole number of cents of zero or more. Correct the amount.',
  'rejection.allocation.year-outside-scheme':
    '{year, number, ::group-off} is outside the scheme ({first, number, ::group-off} up to and including {last, number, ::group-off}). Choose a year within it.',
  'rejection.allocation.year-outside':
    'There is no amount to divide in {year, number, ::group-off}; there is one for: {years}. Change the years of the rule.',
  'rejection.allocation.unknown-unit': 'Unit {unit} does not exist. Choose one that does.',
  'rejection.allocation.unknown-node': 'Theme {node} does not exist. Choose one that does.',
  'rejection.allocation.receiver-empty': 'The receiver is missing here. Choose a unit, a theme or both.',
  'rejection.allocation.receiver-itself': 'This receiver is the one whose amount is divided. Choose another.',
  'rejection.allocation.receiver-twice': 'This receiver stands twice in the same rule. Remove one.',
  'rejection.allocation.fixed-twice':
    'This receiver already has a fixed amount in rule {first}. Merge the amounts or remove one.',
  'rejection.allocation.ratio-empty': 'This ratio names no theme at all. Add at least one theme.',
  'rejection.allocation.ratio-without-node': 'A ratio is between themes. Choose a theme here.',
  'rejection.allocation.no-receivers': 'This rule names no receivers. Add at least one.',
  'rejection.allocation.weight-negative':
    'Weight {weight, number} is not a whole number of zero or more. Correct the weight.',
  'rejection.allocation.weights-zero':
    'All weights of this rule are zero, so nothing can be divided. Give at least one receiver a weight above zero.',
  'rejection.allocation.heads-zero':
    'All head counts for {year, number, ::group-off} are zero, so nothing can be divided. Check the counts.',
  'rejection.allocation.amount-negative':
    'This is not an amount of zero or more in whole cents. Correct the amount.',
  'rejection.allocation.share-outside':
    'A share of {basisPoints, number, ::.## scale/0.01}% is not possible: choose one from 0% up to and including 100%.',
  'rejection.allocation.head-without-unit': 'Head counts belong to a unit. Choose a unit here.',
  'rejection.allocation.heads-missing':
    'There is no count {definition} of {unit}. Enter it with reference date {date}, or take {unit} out of the rule.',
  'rejection.allocation.heads-unknown':
    'The count {definition} of {unit} on {date} is unknown or masked. Enter the number, or take {unit} out of the rule.',
  'rejection.allocation.heads-other-date':
    'The rule asks for the count {definition} of {unit} on {date}, but there is only one of {found}. Enter the one of {date}, or change the reference date of the rule.',
  'rejection.allocation.heads-negative':
    'The count {definition} of {unit} on {date} is {heads, number}; it must be a whole number of zero or more. Correct it.',
  'rejection.allocation.heads-twice':
    'The count {definition} of {unit} on {date} is given twice, with different numbers. Remove one.',
  'rejection.allocation.kind':
    'The kind {kind} allocates no money, or there is no unit that writes it. Choose a kind of document with the stage allocated.',
  'rejection.allocation.no-draft': 'There is no draft of this allocation. Start a new version first.',
  'rejection.allocation.no-rules': 'This allocation has no rules yet. Add one at least before you submit.',
  'rejection.allocation.no-money':
    'There is no amount to divide for this fund yet. Record the funding first, or choose another basis.',
  'rejection.allocation.over-granted':
    'More is allocated than there is. Lower this allocation or withdraw another.',
  'rejection.allocation.over-granted-year':
    'In {year, number, ::group-off}, together with other decisions, {asked, number, ::currency/EUR scale/0.01} is allocated and there is {available, number, ::currency/EUR scale/0.01}: {short, number, ::currency/EUR scale/0.01} short.',
};
