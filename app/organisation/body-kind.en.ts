/** Words of the kinds of bodies. */
export const en = {
  'admin.body-kinds': 'Kinds of bodies',
  'body-kinds.lead':
    'What the institution calls its kinds of boards, councils and committees. Wherever a kind is named, this name stands.',
  'body-kinds.none': 'No kinds of bodies yet',
  'body-kinds.none.next': 'Add one: every body and every right names a kind.',
  'body-kinds.add': 'Add a kind',
  'body-kinds.code.hint': 'Stands in files and never changes, such as faculty-council.',
  'rejection.body-kind.unknown': 'There is no kind of body “{value}”. Add it first under Kinds of bodies.',
  'rejection.body-kind.taken': 'The code {code} belongs to another kind. Choose another.',
  'rejection.body-kind.used':
    '“{name}” is still in use: {bodies, plural, one {# body} other {# bodies}}, {rights, plural, one {# right} other {# rights}}, {steps, plural, one {# step of a cycle} other {# steps of a cycle}} and {terms, plural, one {# term of reply} other {# terms of reply}}. Give those another kind first.',
  'audit.noun.body-kind': 'Kind of body',
};
