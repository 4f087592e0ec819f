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
    'One a line: kind of report/question of a level below, such as faculty/progress. With a 1 behind it the report of a year earlier.',
  'question.blocks.hint':
    'One a line. guide: reading guide. table CODE: a table of the scheme. money theme|unit|fund|measure STAGES [all] and chart …: the money as a table or bars. progress: progress of each measure. indicators [CODES]. lower: the answers of the reports below.',
  'field.drawsOn': 'Draws on',
  'field.blocks': 'Tables and charts',
  'field.fixedNl': 'Fixed text in Dutch',
  'field.fixedEn': 'Fixed text in English',
  'field.part': 'Place in the report',
  'field.filled': 'Nobody has to write anything here: the template fills this part',
  'rejection.question.chain-loop':
    'This makes the chain go round: {path}. A report cannot draw on a report that in turn draws on it.',
  'rejection.question.asked-before':
    'This chain asks it already: “{otherEn}” ({otherKind}). Do not ask it again: put {otherKind}/{other} under “Draws on” and its answer is ready here.',
  'rejection.question.source-unknown': 'This scheme has no question {code}, or it is this question itself.',
  'rejection.question.drawsOn-unread':
    '“{line}” is not a kind of report and a question, such as faculty/progress.',
  'rejection.question.blocks-unread': '“{line}” is nothing that a template can print. See the examples.',
  'rejection.question.drawn-on':
    'Question {code} is drawn on by {by}. Take that away first; then this question can go.',
};
