/** What is wrong with an institution file, and what the commands about it say. */
export const en = {
  'rejection.file.missing': 'This field is missing. Fill it in.',
  'rejection.file.unknown-field': 'There is no field “{field}” here. Remove it or correct its name.',
  'rejection.file.wrong-type': 'A value of another type belongs here: {expected}.',
  'rejection.file.not-allowed': 'This value is not allowed here. Choose from: {allowed}.',
  'rejection.file.too-small':
    'This value is too small or too short; the minimum is {minimum, number, ::group-off}.',
  'rejection.file.too-big':
    'This value is too large or too long; the maximum is {maximum, number, ::group-off}.',
  'rejection.file.wrong-format': 'This value does not have the form that belongs here ({format}).',
  'rejection.file.wrong-value': 'This value is not possible here.',
  'rejection.file.duplicate': '“{value}” occurs more than once here. Give each its own code.',
  'rejection.file.unknown-unit': 'Unit “{value}” is not in the file.',
  'rejection.file.unknown-definition': 'Head count definition “{value}” is not in the file.',
  'rejection.file.unknown-role': 'Role “{value}” is not in the file.',
  'rejection.file.unknown-account': 'Account “{value}” is not in the file.',
  'rejection.file.unknown-body-kind': 'Kind of body “{value}” is not in the file.',
  'rejection.file.unknown-body': 'Body “{value}” is not in the file.',
  'rejection.file.unknown-framework': 'Framework “{value}” is not in the file.',
  'rejection.file.unknown-node': 'Node “{value}” is not in this framework.',
  'rejection.file.unknown-fund': 'Fund “{value}” does not belong to this scheme.',
  'rejection.file.known-twice':
    'This setting has two values at one moment: let each value end before the next begins, and say of the present value too since when it was known.',
  'rejection.file.unknown-scheme': 'Scheme “{value}” is not in this file.',
  'rejection.file.unknown-kind': 'Kind of document “{value}” does not belong to this scheme.',
  'rejection.file.unknown-document': 'Document “{value}” is not in this scheme.',
  'rejection.file.unknown-question': 'Question “{value}” does not belong to this kind of document.',
  'rejection.file.unknown-requirement': 'Requirement “{value}” is not of this kind of document.',
  'rejection.file.step-both-years': 'A step has a first and a last year, or neither.',
  'rejection.file.change-base':
    '{value} is no earlier version of this document, nor a version of the document that it amends. Changes are stated from such a version.',
  'rejection.file.change-shape':
    'A change of kind “{kind}” names too little or too much here: which measures of which side, or without measures what it is about and between which themes.',
  'rejection.file.step-target':
    'A measurable target has a comparator, a number and what it counts: give all three, or none.',
  'rejection.file.unknown-measure': 'Measure “{value}” is in no version of that document.',
  'rejection.file.unknown-involvement': 'Form of taking part “{value}” does not belong to this scheme.',
  'rejection.file.unknown-method': 'Method “{value}” does not belong to this scheme.',
  'rejection.file.unknown-member': 'Nobody called “{value}” is a member of a body in this file.',
  'rejection.file.unknown-step': 'Step “{value}” is not in the cycle of this scheme.',
  'rejection.file.unknown-change': 'Change “{value}” is not with this version.',
  'rejection.file.unknown-decision': 'This decision ({value}) is not with this version.',
  'rejection.file.unknown-topic':
    'Topic “{value}” is not with a consultation of this scheme of that date and title.',
  'rejection.file.unknown-version': 'Version {value} of this document is not in the file.',
  'rejection.file.step-circle': 'The due date of step “{value}” comes back to itself through other steps.',
  'rejection.file.right-without-body':
    'Step “{value}” names a right, but not the body that has it or the document it is about.',
  'rejection.file.impossible-count': 'There cannot be more than were invited or answered.',
  'rejection.file.carry-over-stage': 'Only a kind with the stage ‘allocated’ can carry money over.',
  'rejection.file.carry-over-pair':
    'A carry-over is two lines that together are zero, with both years as their component (2022-2023). That does not hold for {value}.',
  'rejection.file.ends-before-it-begins': 'The period ends ({through}) before it begins ({from}).',
  'rejection.file.placements-overlap':
    'Unit “{value}” stands under more than one unit on the same days. Let the periods follow each other.',
  'rejection.file.terms-overlap':
    '“{value}” has two overlapping terms of office in this body. Let one end before the other begins.',
  'rejection.file.one-root':
    'Exactly one unit, the institution itself, stands under no other. Now these do: {value}.',
  'rejection.file.unit-circle': 'Unit “{value}” stands, through other units, under itself.',
  'rejection.file.node-circle': 'Node “{value}” stands, through other nodes, under itself.',
  'rejection.file.quote-not-drawn':
    'Question {question} does not draw on {source}, so nothing of it can be quoted.',
  'rejection.file.publication-not-adopted': '“{value}” was not adopted and cannot be public',
  'rejection.file.publication-twice': '“{value}” is public twice at once',
  'rejection.file.quote-of-nothing':
    'Version {version} of {document} was not submitted or lacks this answer.',
  'rejection.file.document-circle': 'Document “{value}” amends itself through other documents.',
  'rejection.file.heads-or-mark': 'Give a number (heads), or why there is none (mark), and not both.',
  'rejection.file.year-outside-scheme':
    'The year {year, number, ::group-off} is outside the scheme, which runs from {firstYear, number, ::group-off} to {lastYear, number, ::group-off}.',
  'rejection.file.version-numbers': 'Versions are numbered from 1 without gaps. Here: {value}.',
  'rejection.file.draft-not-last': 'Only the last version of a document can be a draft.',
  'rejection.file.two-in-force':
    'Versions {one, number} and {other, number} are in force from the same moment or were recorded at the same moment. One at a time can be in force.',
  'rejection.file.submitted-unless-draft':
    'A submitted version has a moment of submission, a draft has none (status: {status}).',
  'rejection.file.adopted-when-adopted':
    'An adopted version has a moment of adoption, another has none (status: {status}).',
  'rejection.file.in-force-not-adopted': 'Only an adopted version can be in force (status: {status}).',
  'rejection.file.question-per-theme': 'Question “{value}” is asked per theme. Name the theme (node).',
  'rejection.file.question-per-unit': 'Question “{value}” is asked per unit. Name the unit.',
  'rejection.file.question-per-document':
    'Question “{value}” is asked once per document. Leave out the theme (node).',
  'rejection.file.line-without-stage':
    'Kind of document “{kind}” has no stage of its own. Give the stage of the line.',
  'rejection.file.line-without-amount':
    'A line has an amount (cents), FTE (fteMilli) or a mark that the amount is unknown (pm, masked).',
  'rejection.file.decision-on-draft': 'No decision can have been asked on a draft.',
  'rejection.file.outcome-and-day': 'An outcome goes with a date (decidedOn), and the other way round.',
  'rejection.file.no-such-version': 'Document “{document}” has no version {version} here.',
  'rejection.file.no-such-file':
    'There is no file {number} of the finance system here for {unit}, {year, number, ::group-off}.',
  'rejection.file.no-such-right':
    'Body “{body}” has no right of this kind ({right}) over a document of kind “{kind}”.',
  'rejection.file.institution-exists':
    'Institution “{code}” exists already. A file is only loaded as a new institution.',
  'rejection.file.demo-refused':
    'Institution “{code}” is a demonstration: its accounts have a known password. Set AKKOORD_DEMO=1, or “demo” to false.',
  'rejection.file.not-json': 'This is not readable JSON: {message}',
};
