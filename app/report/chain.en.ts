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
};
