/** Words of documents of every kind: starting, comparing and writing per theme. */
export const en = {
  'compare.title': 'Compare versions',
  'compare.lead': '{before} beside {after}.',
  'compare.from': 'Original',
  'compare.to': 'Compared with',
  'compare.show': 'Compare',
  'compare.swap': 'Swap sides',
  'compare.view': 'View',
  'compare.view.side': 'Side by side',
  'compare.view.inline': 'As one text',
  'compare.read': 'Read all of {document}',
  'compare.link': 'Compare with {other}',
  'compare.one': 'There is nothing to compare with yet',
  'compare.one.next':
    'One version of this document can be read. As soon as there is a next version or a supplement, the differences stand here.',
  'compare.money': 'Money',
  'compare.money.none': 'Neither version has amounts.',
  'compare.sum.money':
    '{cents, plural, =0 {Nothing changed in total} other {{cents, number, ::currency/EUR scale/0.01 precision-integer sign-always} in total}}',
  'compare.sum.measures':
    '{added, plural, =0 {none new} other {# new}}, {stopped, plural, =0 {none stopped} other {# stopped}}, {changed, plural, =0 {none changed} other {# changed}}',
  'compare.sum.texts':
    '{changed, plural, =0 {No answer changed} one {One answer changed or new} other {# answers changed or new}}, {same, plural, =0 {none the same} one {one the same} other {# the same}}',
  'compare.per-year': 'Per theme and year',
  'compare.per-year.caption': 'Budget per theme and year',
  'compare.per-year.note': 'In k€; a theme that does not change stands on one row',
  'compare.measures.none': 'The measures have not changed.',
  'compare.measures.same':
    '{same, plural, one {One other measure stayed the same.} other {# other measures stayed the same.}}',
  'compare.nothing': 'not filled in',
  'compare.texts': 'Texts',
  'compare.legend': 'What goes is struck through, what is new is underlined.',
  'compare.texts.none': 'The answers to the questions have not changed.',
  'compare.texts.same': '{same, plural, one {One answer} other {# answers}} stayed the same',
  'compare.absent': 'This version says nothing here.',
  'compare.kind.new': 'new',
  'compare.kind.gone': 'gone',
  'compare.kind.stopped': 'stopped',
  'compare.kind.changed': 'changed',
  'chapter.figures': 'Figures of this theme',
  'chapter.now': 'Now',
  'chapter.then': 'Originally',
  'chapter.sum': '{first}–{last}{share, plural, =-1 {} other {, # per cent of all themes together}}',
  'chapter.euros':
    '{cents, number, ::currency/EUR scale/0.01 precision-integer}{pm, select, true { + pm} other {}}',
  'chapter.nothing': 'no amount',
  'chapter.no-money': 'There is no money on this theme yet.',
  'chapter.years': 'Per year',
  'chapter.years.note': 'Budgeted, in k€',
  'chapter.units': 'Who spends it',
  'chapter.own-share': '{share} per cent of its own budget',
  'chapter.opening': 'Opening paragraph',
  'chapter.opening.explained':
    'Made from these figures. Put the paragraph at the start of your text and write on from there.',
  'chapter.insert': 'Add to my text',
  'chapter.inserted': 'The opening paragraph stands above your text',
  'chapter.inserted.next': 'Change it as you like. Nothing has been saved yet.',
  'chapter.period': '{one, select, true {In {first}} other {From {first} through {last}}}',
  'chapter.says.now':
    '{period}, {cents, number, ::currency/EUR scale/0.01 precision-integer} is budgeted for {theme}{share, plural, =-1 {} other {, # per cent of the whole}}{pm, select, true {, and a part that is not known yet} other {}}.',
  'chapter.says.then':
    'In the original plan the share was {share} per cent ({first}{one, select, true {} other {–{last}}}): {move, select, grows {it grows by {points, plural, one {# percentage point} other {# percentage points}}} shrinks {it shrinks by {points, plural, one {# percentage point} other {# percentage points}}} other {it stays the same}}.',
  'chapter.says.unit':
    '{unit} ({cents, number, ::currency/EUR scale/0.01 precision-integer}{share, plural, =-1 {} other {, # per cent of its own budget}})',
  'chapter.says.units': '{count, plural, one {The money goes to {units}} other {Most goes to {units}}}.',
  'chapter.says.and': 'and',
  'chapter.says.measures':
    'There {all, plural, one {is # measure} other {are # measures}}{fresh, plural, =0 {} one {, of which # is new} other {, of which # are new}}.',
  'document.questions': 'Questions and answers',
  'document.start': 'New document',
  'document.start.kind': 'New document: {kind}',
  'document.start.lead':
    'The document begins as a draft. You fill it in and submit it; from then on its content is fixed.',
  'document.start.choose': 'First choose what kind of document it will be.',
  'document.start.asks':
    '{questions, plural, =0 {No questions} one {One question} other {# questions}}{measures, select, true {, measures and a budget} other {}}; {units, plural, one {for one unit} other {for # units}}',
  'document.start.act': 'Start',
  'document.start.back': 'Back to the list',
  'document.title': 'Title',
  'document.amends.hint':
    'Only when this document supplements another: both stay readable and can be compared.',
  'document.amends.none': 'Supplements no other document',
  'document.code.hint': 'Short and lasting; it stands in the address of the page.',
  'rejection.allocation.unanswered':
    'It cannot be submitted yet: {count, plural, one {one question has} other {# questions have}} not been answered. Answer them on this page and submit again.',
  'plan.then.not-yet':
    'At that moment this plan did not exist yet, as far as was known. You see version {number} as it is now.',
  'plan.then.not-in-force': 'At that moment version {number} was not in force.',
};
