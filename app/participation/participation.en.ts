import type { nl } from './participation.nl.ts';

/** Words of participation and adoption. */
export const en: Record<keyof typeof nl, string> = {
  'right.consent': 'consent',
  'right.advice': 'advice',
  'right.approval': 'approval',
  'right.discussion': 'discussion',
  'right.information': 'information',
  'right.adoption': 'adoption',
  'outcome.given': 'given',
  'outcome.given-on-conditions': 'given on conditions',
  'outcome.withheld': 'withheld',
  'outcome.positive': 'positive',
  'outcome.negative': 'negative',
  'outcome.discussed': 'discussed',
  'outcome.informed': 'informed',
  'rejection.decision.rule': 'This right does not belong to this kind of plan. Choose a right from the list.',
  'rejection.decision.no-body':
    'There is no body of the kind {body} at this unit or above it. Have the administrator record the body.',
  'rejection.decision.asked':
    'This version has been put before {body} already. A right is asked once on a version.',
  'rejection.decision.not-submitted':
    'Only a submitted version can be put before a body; this one {status, select, returned {was returned} adopted {has been adopted} withdrawn {was withdrawn} other {is still a draft}}.',
  'rejection.decision.due-early': 'The term runs to {date}. Choose that day or a later one.',
  'rejection.decision.papers-late': 'The papers are sent before the term ends ({date}).',
  'rejection.decision.recorded':
    'The outcome of this decision has been recorded and is final. Another decision takes a new version.',
  'rejection.decision.version-gone':
    'This version has {status, select, returned {been returned} withdrawn {been withdrawn} other {changed}} meanwhile: there is nothing left to decide on.',
  'rejection.decision.outcome':
    'This outcome does not fit {right, select, consent {consent} advice {advice} approval {approval} discussion {discussion} information {information} other {this right}}.',
  'rejection.decision.date-early': 'The decision cannot be earlier than the question of {date}.',
  'rejection.decision.date-future': 'This day has not come yet. Choose today or earlier.',
  'rejection.decision.too-many':
    'There {members, plural, one {is # member} other {are # members}} on that day; no more can be present.',
  'rejection.decision.votes': '{votes} votes were counted with {present} present.',
  'rejection.decision.conditions-missing': 'Write down which conditions were set.',
  'rejection.decision.reasons-missing': 'Write down why.',
  'rejection.adopt.blocked':
    'It cannot be adopted yet: {count, plural, one {one thing stands in the way} other {# things stand in the way}}.',
  'rejection.adopt.draft': 'This version is still a draft. Submit it first.',
  'rejection.adopt.no-body':
    'The scheme asks for {right, select, consent {consent} advice {advice} approval {approval} discussion {discussion} information {information} other {a decision}} by a body of the kind {body}, but there is none at this unit or above it.',
  'rejection.adopt.not-asked':
    '{body} has not been asked for {right, select, consent {consent} advice {advice} approval {approval} discussion {discussion} information {information} other {a decision}} on this version.',
  'rejection.adopt.waiting':
    '{body} has not given {right, select, consent {consent} advice {advice} approval {approval} other {a decision}} on this version yet; the term runs to {date}.',
  'rejection.adopt.overdue':
    '{body} has not given {right, select, consent {consent} advice {advice} approval {approval} other {a decision}} on this version, and the term ended on {date}. Without a decision the plan cannot be adopted.',
  'rejection.adopt.withheld':
    '{body} withheld {right, select, approval {approval} other {consent}} on this version on {date}. Change the plan and put a new version before it.',
  'rejection.adopt.other-version':
    '{body} decided on version {version}, not on this one. A decision holds only for the text it was taken on; put this version before it too.',
  'rejection.adopt.hash':
    'This is not the version you had before you. Refresh the page and read what it says now.',
  'rejection.adopt.body': 'Choose the body that adopts.',
  'rejection.adopt.date-early':
    'It cannot be adopted before the last decision of {date}: consent comes first.',
  'rejection.adopt.from-early': 'A plan does not hold before it was adopted ({date}).',
};
