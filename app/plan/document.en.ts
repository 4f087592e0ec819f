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
};
