import type { nl } from './quote.nl.ts';

/** Quoting from the reports below. */
export const en: Record<keyof typeof nl, string> = {
  'quote.lower': 'What the reports below say',
  'quote.lower.explained':
    '{count, plural, =0 {No report has been submitted yet that this answer can draw on.} one {One unit submitted its report. Tick what you want to use.} other {# units submitted their reports. Tick what you want to use.}}',
  'quote.version': 'version {version}, {status, select, adopted {adopted} other {submitted}}',
  'quote.quote': 'Quote what is ticked',
  'quote.take': 'Take over what is ticked, to summarise',
  'quote.quote-whole': 'Quote this answer',
  'quote.take-whole': 'Take it over, to summarise',
  'quote.back': 'Back to your text',
  'quote.acts.hint':
    'A quote keeps the words as they were submitted, with their source. Taking over puts them in your text with a footnote; then you can shorten them.',
  'quote.silent': 'No answer yet',
  'quote.silent.why':
    '{why, select, none {{kind} not begun} draft {{kind} not submitted yet} other {no answer to this question}}',
  'quote.quotes': 'Quoted in this answer',
  'quote.from': '{title}, version {version}',
  'quote.newer': 'version {version} is newer',
  'quote.compare': 'Show the difference',
  'quote.newer.says': 'The source says now:',
  'quote.newer.says-all': 'The whole answer now reads, beside the quoted passage:',
  'quote.newer.same': 'This answer is the same in the newer version.',
  'quote.newer.gone': 'The newer version no longer has this answer.',
  'quote.take-over': 'Take over version {version}',
  'quote.remove': 'Remove',
  'quote.note': '{unit}, {title}, version {version} ({hash})',
  'quote.note-hint': 'A footnote is written in the text as [^the words of the note].',
  'quote.taken': 'The passages stand below your text',
  'quote.taken.next': 'Summarise them and save; nothing has been saved yet.',
  'quote.frozen-newer':
    '{count, plural, one {One source was} other {# sources were}} corrected after this was submitted. This report stays as it was submitted; each quote says what is newer.',
  'rejection.quote.choose': 'Tick one or more passages first.',
  'rejection.quote.not-drawn':
    'This question does not draw on {document}, so nothing of it can be quoted here.',
  'rejection.quote.not-submitted':
    'That version of {document} has not been submitted. Only what is settled can be quoted.',
  'rejection.quote.nothing-newer': 'There is no newer version of {document} that has this answer.',
};
