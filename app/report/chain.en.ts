import type { nl } from './chain.nl.ts';

/** Reports that draw on reports, and the files made of them. */
export const en: Record<keyof typeof nl, string> = {
  'chain.in-keur': 'in thousands of euros',
  'chain.total': 'Total',
  'chain.slice':
    '{rows, select, theme {By theme} unit {By unit} fund {By fund} other {By measure}}, {place}, {years}',
  'chain.chart': '{title}: bars in thousands of euros',
  'chain.no-money': '{title}: no money has been adopted yet.',
  'chain.not-kept':
    'The figures of this version were not kept with it: it was submitted before that was done, or elsewhere.',
  'chain.notes': 'Notes',
  'chain.open': 'Not answered yet.',
  'chain.draft': 'Draft',
  'chain.subtitle': '{kind} · {unit} · version {version}',
  'chain.guide.line':
    '{part, select, annex {annex} other {{filled, select, true {fixed chapter with the figures in force} other {{per, select, theme {a part for each theme} unit {a part for each unit} other {answer of the writer}}}}}}{reports, plural, =0 {} one {, with one report beside it} other {, with # reports beside it}}{quoted, plural, =0 {} one {, one quote} other {, # quotes}}.',
  'chain.guide.rests': '{count, number} × {kind}',
  'chain.guide.sources': 'This report draws on {list}.',
  'chain.guide.draft': 'As long as this is a draft, its figures follow those of today.',
  'chain.lower.none': 'No report submitted.',
  'chain.lower.of': '{title}, version {version} ({hash}).',
  'chain.report': 'The report',
  'chain.open-report': 'Read or save the report',
  'chain.to-document': 'To the document',
  'chain.contents': 'Contents',
  'chain.empty': 'This report is still empty',
  'chain.empty.next': 'Answer the questions of the document; what the template prints is added by itself.',
  'chain.standing.live': 'Draft: its figures are those of now',
  'chain.standing.live.means': 'When it is submitted they freeze with the text.',
  'chain.standing.frozen': 'As submitted',
  'chain.standing.frozen.means': 'Text, figures and template are of {date} and change no more.',
  'chain.standing.not-kept': 'The figures of this version were not kept',
  'chain.standing.not-kept.means':
    'It was submitted before figures were frozen with a version, or elsewhere. The text is of {date}.',
  'chain.sources-changed':
    '{count, plural, one {One quoted source was} other {# quoted sources were}} corrected afterwards. See whether you want to take it over.',
  'chain.draws-on': 'Draws on: {kind} ({done} of {count} submitted)',
  'chain.lower.state':
    '{state, select, submitted {version {version} submitted} draft {draft} other {not begun}}',
  'chain.quoted-in': 'Quoted in',
  'chain.quoted-version': '{unit}, version {version}, quotes version {of}',
  'chain.quotes-older':
    '{draft, select, true {can still take over version {newest}} other {version {newest} came after it}}',
  'output.make': 'Save as a file:',
  'output.format.pdf': 'PDF (PDF/UA-1)',
  'output.format.pdfa': 'PDF for the archive (PDF/A-2a)',
  'output.format.docx': 'Word (DOCX)',
  'output.format.odt': 'OpenDocument (ODT)',
  'output.of': '{title}, version {version}',
  'output.status.waiting': 'Waiting for its turn',
  'output.status.waiting.means':
    '{before, plural, =0 {The file is about to be made.} one {One other file goes first.} other {# other files go first.}} This page looks again by itself.',
  'output.status.working': 'The file is being made',
  'output.status.working.means':
    '{seconds, plural, one {One second under way.} other {# seconds under way.}} This page looks again by itself; you can go on working meanwhile.',
  'output.status.stalled': 'The making fell silent',
  'output.status.stalled.means':
    'The process that was at it is gone. Another takes it over within half a minute.',
  'output.status.done': 'The file is ready',
  'output.status.done.means':
    '{kilobytes, number} kB, in {seconds, plural, =0 {less than a second} one {one second} other {# seconds}}. It is kept as long as this content does not change.',
  'output.status.failed': 'The file could not be made',
  'output.status.failed.means':
    'After {attempts, plural, one {one try} other {# tries}}. Ask for it again on the page of the report; if it keeps failing, tell those who run this.',
  'output.download': 'Save {name}',
  'output.back': 'Back to the report',
  'rejection.output.format': 'Choose one of the kinds of file named.',
  'submit.minutes': 'About how many minutes did this report take?',
  'submit.minutes.hint': 'Of everybody who wrote it, together. It only counts in the burden meter.',
  'burden.title': 'Burden meter',
  'burden.lead':
    'What reports ask of those who write them: how many questions, how many of these were answered elsewhere already, what is filled in by itself, and how much time it took.',
  'burden.none': 'This scheme has no reports',
  'burden.none.next': 'Make a kind of document without money, with questions, in the settings of the scheme.',
  'burden.templates': 'By template',
  'burden.templates.note': 'time as said when submitting; who said nothing does not count',
  'burden.kind': 'Kind of report',
  'burden.asked': 'Asked',
  'burden.asked.of': '{asked} ({required} required)',
  'burden.reused': 'Draws on reports below',
  'burden.computed': 'Filled by the template',
  'burden.reports': 'Reports',
  'burden.minutes': 'Time',
  'burden.average': '{time} on average ({count})',
  'burden.time': '{hours, plural, =0 {} other {# h }}{minutes, plural, =0 {} other {# min}}',
  'burden.unknown': 'not said',
  'burden.of': '{kind}: {count, plural, one {one report} other {# reports}}',
  'burden.report': 'Report',
  'burden.written': 'Answers written',
  'burden.quotes': 'Quoted',
  'chain.progress.none': 'Nothing has been told yet of the progress of measures in this year.',
  'chain.progress.deviation': 'Deviation: {why}',
  'chain.indicators.none': 'The indicators have no figures yet.',
  'chain.reflection': 'Reflection of {unit} on {year}:',
  'rejection.report.no-reflection':
    'Indicator “{name}” has a figure for {year} but no reflection. First write what the figure says.',
};
