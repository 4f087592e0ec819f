/** How a dossier stands, in a word. */
const states = {
  asked: 'asked',
  'in-consultation': 'in consultation',
  given: 'given',
  'given-on-conditions': 'given on conditions',
  withheld: 'withheld',
  positive: 'positive',
  negative: 'negative',
  discussed: 'discussed',
  informed: 'informed',
  lapsed: 'lapsed: it may proceed',
  'lapsed-refused': 'no answer: counts as refused',
  followed: 'advice followed',
  'partly-followed': 'advice partly followed',
  'not-followed': 'advice not followed',
  'consulted-again': 'consulted further',
  suspended: 'disputed: suspended',
  waived: 'no objection',
  settlement: 'amicable settlement',
  'settlement-failed': 'settlement failed',
  settled: 'settled amicably',
  committee: 'before the disputes committee',
  replaced: 'replaced by ruling',
  upheld: 'ruling: for the body',
  appeal: 'on appeal',
  'replaced-on-appeal': 'replaced on appeal',
  'upheld-on-appeal': 'on appeal: for the body',
};

/** What happens in a dossier, as the timeline names it. */
const events = {
  papers: 'Papers sent',
  consulted: 'Consultation held',
  extended: 'Term extended',
  excluded: 'A member does not take part because of a personal interest',
  'no-quorum': 'Meeting without a quorum',
  'account-followed': 'Account: the advice was followed',
  'account-partly': 'Account: the advice was partly followed',
  'account-not': 'Account: the advice was not followed',
  'further-consultation': 'Further consultation held',
  objected: 'The body disputes the decision',
  waived: 'The body has no objection',
  'settlement-opened': 'Amicable settlement begun',
  'settlement-reached': 'Amicable settlement: agreed',
  'settlement-failed': 'Amicable settlement: not agreed',
  'committee-asked': 'Put before the disputes committee',
  'ruling-for-board': 'Ruling: the decision may proceed',
  'ruling-for-body': 'Ruling: for the body',
  appealed: 'Appeal lodged',
};

/** What somebody records, as an act. */
const acts = {
  papers: 'Add a paper',
  consulted: 'Record consultation',
  extended: 'Extend the term',
  excluded: 'Record that a member does not take part because of a personal interest',
  'no-quorum': 'Record a meeting without a quorum',
  'account-followed': 'Give account: the advice was followed',
  'account-partly': 'Give account: the advice was partly followed',
  'account-not': 'Give account: the advice was not followed',
  'further-consultation': 'Record further consultation',
  objected: 'Dispute the decision',
  waived: 'Record that the body has no objection',
  'settlement-opened': 'Begin an amicable settlement',
  'settlement-reached': 'Record that the parties agree',
  'settlement-failed': 'Record that the parties did not agree',
  'committee-asked': 'Put it before the disputes committee',
  'ruling-for-board': 'Record a ruling: the decision may proceed',
  'ruling-for-body': 'Record a ruling: for the body',
  appealed: 'Record an appeal',
};

const prefixed = (prefix: string, words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [`${prefix}${key}`, value]));

const right = '{right, select, approval {approval} advice {advice} other {consent}}';

/** Words of the dossier: states, events, what can be done and what cannot. */
export const en: Record<string, string> = {
  ...prefixed('dossier-state.', states),
  ...prefixed('dossier-event.', events),
  ...prefixed('dossier-act.', acts),
  ...prefixed('audit.value.state.', states),
  ...prefixed('audit.value.event.', events),
  ...prefixed('audit.value.outcome.', states),
  'dossier-event.papers.effect': 'The paper and its date stand in the dossier.',
  'dossier-event.consulted.effect': 'The dossier is “in consultation”; the term runs on.',
  'dossier-event.extended.effect': 'The body has until and including the new day.',
  'dossier-event.excluded.effect':
    'This member does not count for the quorum or the vote on this item (WHW 9.32(7)).',
  'dossier-event.no-quorum.effect': 'There is no outcome; the term runs on.',
  'dossier-event.account-followed.effect': 'The advice no longer holds adoption up.',
  'dossier-event.account-partly.effect': 'Before adoption, further consultation with the body follows.',
  'dossier-event.account-not.effect': 'Before adoption, further consultation with the body follows.',
  'dossier-event.further-consultation.effect':
    'After that it can be adopted, unless the body disputes the decision.',
  'dossier-event.objected.effect':
    'Carrying out is suspended until and including {date}, unless the body says that it has no objection.',
  'dossier-event.waived.effect': 'There is no suspension (any more).',
  'dossier-event.settlement-opened.effect':
    'First the parties try to agree, with whoever mediates between them.',
  'dossier-event.settlement-reached.effect':
    'The parties agree on exactly this version: it no longer holds adoption up.',
  'dossier-event.settlement-failed.effect': 'After that the way to the disputes committee is open.',
  'dossier-event.committee-asked.effect': 'The dispute is before the disputes committee.',
  'dossier-event.ruling-for-board.effect': 'The ruling takes the place of the body’s decision.',
  'dossier-event.ruling-for-body.effect': 'This version cannot be adopted.',
  'dossier-event.appealed.effect': 'Adoption waits for the ruling on appeal.',
  'dossier-event.record': 'Record',
  'dossier-event.onDate': 'Date',
  'dossier-event.text': 'In words',
  'dossier-event.text.account': 'The account: what was done with the advice, and why',
  'dossier-event.text.papers': 'Name of the paper',
  'dossier-event.text.papers.hint': 'Or choose a version below.',
  'dossier-event.paper': 'A version of this scheme',
  'dossier-event.paper.none': 'none; a paper of its own',
  'dossier-event.untilDate': 'New last day',
  'dossier-event.member': 'Member',
  'dossier-event.people': 'How many members',
  'dossier-event.final': 'What is recorded stays; a mistake is mended by a next step.',
  'dossier-event.so': 'The dossier is then “{state}”.',
  'timeline.title': 'Course',
  'timeline.asked': 'Put before {body}',
  'timeline.papers': 'Papers sent',
  'timeline.outcome': 'Decision of {body}: {outcome}',
  'timeline.lapse': 'Term ended without an answer',
  'timeline.due': 'Last day of the term',
  'timeline.suspended': 'Last day of the suspension',
  'timeline.until': 'until and including {date}',
  'timeline.paper': '{title}, version {number}',
  'timeline.people': '{count, plural, one {# member} other {# members}}',
  'next.title': 'What can happen now',
  'next.none': 'This dossier is complete: nothing can be added.',
  'next.none.gone': 'There is nothing left to decide on this version.',
  'next.outcome': 'Record what the body decided',
  'next.adopt': 'Adopt the plan',
  'next.adopt.waits': 'The plan cannot be adopted yet',
  'next.by': 'by {who}',
  'next.board': 'whoever asks or adopts for the board',
  'next.body': 'the secretary of {body}',
  'next.either': 'the board or the secretary of {body}',
  'dossier.newer': 'There is a newer version: {number}',
  'dossier.newer.explained':
    '{outcome, select, none {The question is about version {own}.} other {This decision holds for version {own}.}} Version {number} was {status, select, draft {drafted} submitted {submitted} adopted {adopted} other {returned or withdrawn}} after the papers were sent and has no {right, select, consent {consent} advice {advice} approval {approval} other {decision}} of this body.',
  'dossier.newer.compare': 'Compare version {own} with version {number}',
  'dossier.body-gone': '{body} has not existed since {date}',
  'dossier.body-gone.explained':
    'The term was still running. What the body decided up to that day can still be recorded; else the question goes to its successor.',
  'ask.rule.without': 'The term runs without {periods}.',
  'dossier.matter': 'Matter',
  'dossier.rules': 'How it is exercised',
  'dossier.term.without': 'without {periods}',
  'dossier.term.period': '{name} ({from}–{through})',
  'dossier.term.free-day': '{name} ({from})',
  'outcome.members': 'Members in office',
  'outcome.members.kept': '{count, plural, one {# member is} other {# members are}} in office.',
  'outcome.excluded': '{count, plural, one {# member does} other {# members do}} not take part in this item.',
  'outcome.quorum': 'A decision needs {needed, plural, one {# member} other {# members}} present.',
  'outcome.majority': 'Needed: {majority}.',
  'outcome.apart': 'Each section votes apart and must agree apart.',
  'outcome.section': 'Section {section}',
  'outcome.section.votes':
    '{section}: present {present}, for {for}, against {against}, abstained {abstained}',
  'outcome.recorded-first': 'Somebody was first: there is an outcome already',
  'outcome.recorded-first.explained':
    'Recorded is “{outcome}” of {date}. An outcome is final. What you had typed stands below, so that you can compare it or keep it elsewhere.',
  'outcome.typed': 'What you had typed',
  'rejection.event.order':
    '{state, select, asked {There is no outcome yet. First record what the body decided.} in-consultation {There is no outcome yet. First record what the body decided.} given {The right has been exercised: nothing follows.} given-on-conditions {The right has been exercised: nothing follows. Conditions are followed on a list of their own.} withheld {First the board and the body try to settle amicably; begin with that.} lapsed {The term ended without an answer and it may proceed: nothing follows.} lapsed-refused {No answer counts as refusal here. Begin with an amicable settlement.} positive {After advice follows the account of what was done with it.} negative {After negative advice first follows the account of what was done with it.} followed {The advice was followed: nothing follows.} partly-followed {Now further consultation with the body follows.} not-followed {Now further consultation with the body follows.} consulted-again {Now the body says whether it disputes the decision or has no objection.} waived {The body has no objection: nothing follows.} suspended {The decision is suspended. Begin an amicable settlement, or record that the body has no objection any more.} settlement {The settlement is under way. First record how it ended.} settlement-failed {Now the dispute can be put before the committee.} settled {The parties agree: nothing follows.} committee {The dispute is before the committee. Record its ruling.} replaced {There is a ruling; only an appeal can follow.} upheld {There is a ruling; only an appeal can follow.} appeal {There is an appeal. Record the ruling on it.} discussed {It was discussed: nothing follows.} informed {It was informed: nothing follows.} other {This dispute has ended: nothing follows.}}',
  'rejection.event.before-asking': 'This cannot be earlier than the question of {date}.',
  'rejection.event.date-order':
    'The dossier has stood as it stands since {date}. Choose that day or a later one.',
  'rejection.event.account-text':
    'Write what was done with the advice and why: this is what the body will read.',
  'rejection.event.paper-missing': 'Name the paper, or choose a version.',
  'rejection.event.paper-unknown': 'There is no such version in this scheme, or it is still a draft.',
  'rejection.event.extend-later': 'The term now runs until and including {date}. Choose a later day.',
  'rejection.event.appeal-late': 'An appeal could be lodged until {date}. After that the ruling stands.',
  'rejection.event.member-missing': 'Choose the member: this body keeps its members.',
  'rejection.event.member-twice': 'It is on record already that this member does not take part.',
  'rejection.decision.body-gone':
    'The body existed until and including {date}. It cannot have decided later; put the question before its successor.',
  'rejection.decision.term-passed':
    'The term ran until and including {date}, and after that {silence, select, proceed {the plan could proceed without an answer} other {it counted as refused}}. Only a decision of that day or earlier can still be recorded.',
  'rejection.decision.quorum':
    'There were {present} members present and {needed} are needed: there is no valid decision. Record the meeting as “without a quorum” and meet again.',
  'rejection.decision.present-missing':
    'Fill in how many members were present: a decision needs {needed, plural, one {#} other {#}}.',
  'rejection.decision.members-missing':
    'Fill in how many members are in office: without it the quorum or the majority cannot be told.',
  'rejection.decision.votes-missing':
    'Fill in the votes: a special majority holds here ({majority, select, absolute {more than half of the votes} absolute-members {more than half of the members} two-thirds-votes {two thirds of the votes} two-thirds-members {two thirds of the members} other {more for than against}}).',
  'rejection.decision.majority':
    'With {for} for and {against} against the majority is not reached ({majority, select, absolute {more than half of the votes} absolute-members {more than half of the members} two-thirds-votes {two thirds of the votes} two-thirds-members {two thirds of the members} other {more for than against}}). Choose another outcome, or mend the votes.',
  'rejection.decision.carried':
    'With {for} for and {against} against the majority is reached. “Withheld” does not go with that.',
  'rejection.decision.section-count': 'A count of section {section} is not a whole number of zero or more.',
  'rejection.decision.section-missing': 'Section {section} votes apart: fill in its votes.',
  'rejection.decision.section-majority':
    'In section {section}, with {for} for and {against} against, the majority is not reached. Each section must agree apart.',
  'rejection.decision.sections-carried':
    'All sections had a majority in favour. “Withheld” does not go with that.',
  'rejection.decision.conditions-not-allowed':
    'No conditions can be attached to this right. Choose to give or to withhold it.',
  'rejection.adopt.lapsed-refused': `{body} has not answered within its term (until {date}), and here that counts as refused ${right}.`,
  'rejection.adopt.account-missing':
    '{body} advised negatively on {date}. First record in writing what was done with the advice.',
  'rejection.adopt.further-consultation':
    'The advice of {body} was not, or not fully, followed. Before adoption, further consultation is needed.',
  'rejection.adopt.suspended':
    '{body} disputes the decision: it is suspended until and including {date}, unless the body says that it has no objection.',
  'rejection.adopt.in-dispute': `There is a dispute on the ${right} of {body}. Adoption waits for a settlement or a ruling.`,
  'rejection.adopt.upheld':
    'The ruling in the dispute was for {body}: this version cannot be adopted. Change the plan and ask about a new version.',
  'rejection.adopt.body-gone': `The question for ${right} went to a body that no longer exists. Put this version before {body}.`,
  'rejection.file.unknown-member': 'There is no member named {value}.',
  'rejection.file.event-order': 'The event {event} cannot follow what came before it in this dossier.',
  'audit.noun.free-period': 'Free period',
  'audit.verb.parts': 'composition changed',
  'audit.field.quorumBasis': 'Quorum (share)',
  'audit.field.quorumMembers': 'Quorum (number)',
  'audit.field.set': 'Rights set',
  'audit.field.event': 'Event',
  'audit.field.onDate': 'Date',
  'audit.field.untilDate': 'Until and including',
  'audit.field.state': 'State of the dossier',
  'audit.field.people': 'Number of members',
  'audit.field.paper': 'Paper',
  'audit.field.member': 'Member',
  'audit.field.members': 'Members in office',
  'audit.field.parts': 'Made of',
};
