import type { nl } from './template.nl.ts';

/** What the template of a report fills by itself, and what it draws on. */
export const en: Record<keyof typeof nl, string> = {
  'question.template': 'Template of the report',
  'question.filled': 'filled by the template',
  'question.part.chapter': 'chapter',
  'question.part.annex': 'annex',
  'question.draws-on': 'draws on {list}',
  'question.prints': 'prints: {list}',
  'question.draws-on.hint':
    'Choose from the list a question of a report a level below (kind/question). With a 1 behind it: the report of a year earlier. Empty what is to go.',
  'question.blocks.hint':
    'Choose from the list what is printed below the answer, or type it: money theme budgeted,realised all, or indicators with the codes you want.',
  'question.line': '{number, plural, =1 {{name}} other {{name}, another}}',
  'question.source':
    '{kind}: {question}{yearsBefore, plural, =0 {} one { (a year earlier)} other { (# years earlier)}}',
  'block.guide': 'the reading guide',
  'block.progress': 'the progress of each measure',
  'block.lower': 'the answers of the reports below, in full',
  'block.indicators':
    '{count, plural, =0 {all indicators, with chart and reflection} other {indicators {list}, with chart and reflection}}',
  'block.table': 'table {name}',
  'block.slice':
    '{kind, select, chart {bar chart} other {table}} of the money by {rows, select, theme {theme} unit {unit} fund {fund} other {measure}}: {stages}, {years, select, all {all years} other {the years of the report}}',
  'scheme-admin.burden': 'Burden meter: what these templates ask of those who fill them in',
  'field.drawsOn': 'Draws on',
  'field.blocks': 'Tables and charts',
  'field.fixedNl': 'Fixed text in Dutch',
  'field.fixedEn': 'Fixed text in English',
  'field.part': 'Place in the report',
  'field.filled': 'Nobody has to write anything here: the template fills this part',
  'rejection.question.chain-loop':
    'This makes the chain go round: {path}. A report cannot draw on a report that in turn draws on it.',
  'rejection.question.asked-before':
    'This chain asks it already: “{otherEn}” ({otherKindEn}). Do not ask it again: put {otherKind}/{other} under “Draws on” and its answer is ready here.',
  'rejection.question.asked-above':
    'The report above asks this in the same words already: “{otherEn}” ({otherKindEn}). First save this question in other words and let {otherKind}/{other} draw on it; then the words may be the same.',
  'rejection.question.source-unknown': 'This scheme has no question {code}, or it is this question itself.',
  'rejection.question.drawsOn-unread':
    '“{line}” is not a kind of report and a question, such as faculty/progress.',
  'rejection.question.blocks-unread': '“{line}” is nothing that a template can print. See the examples.',
  'rejection.question.drawn-on':
    'Question {code} is drawn on by {by}. Take that away first; then this question can go.',
};
