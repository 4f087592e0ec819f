import type { nl } from './fill-in.nl.ts';

export const en: Record<keyof typeof nl, string> = {
  'fill-in.title': 'Fill in with a spreadsheet',
  'fill-in.page.lead':
    'Fetch the table, fill it in with Excel or LibreOffice and hand it in again. Nothing is saved before you have seen every change.',
  'fill-in.open': 'Fill in with a spreadsheet',
  'fill-in.out': '1. Fetch',
  'fill-in.out.lead':
    'The columns that name a row are locked; the tinted cells are yours to fill in. Formulas are not executed: only the result that the file holds counts.',
  'fill-in.in': '2. Hand in',
  'fill-in.file': 'Filled-in file',
  'fill-in.file.hint': 'XLSX, ODS or CSV. Columns are found by their heads, in any order.',
  'fill-in.read': 'Read the file',
  'fill-in.lead':
    'Fill in the tinted cells only. Leave a cell to change nothing; empty it to remove the amount. pm is allowed. A * behind an amount says that it is provisional: add it, or type the amount without.',
  'fill-in.budget.lead': '{scheme} · {unit} · version {number}',
  'fill-in.budget.measure': 'Measure',
  'fill-in.budget.name': 'Name',
  'fill-in.budget.component': 'Component',
  'fill-in.budget.unit': 'Unit',
  'fill-in.budget.fund': 'Fund',
  'fill-in.budget.costKind': 'Cost kind',
  'fill-in.budget.side': 'In',
  'fill-in.result': 'What {file} would change',
  'fill-in.result.counts':
    '{changes, plural, =0 {No changes} one {1 change} other {# changes}}, {same, plural, one {1 cell} other {# cells}} alike, {refused, plural, =0 {nothing refused} one {1 refused} other {# refused}}.',
  'fill-in.result.kept':
    '{count, plural, one {1 cell changed here meanwhile and not in your file: it stays} other {# cells changed here meanwhile and not in your file: they stay}} as here.',
  'fill-in.result.absent':
    '{count, plural, one {1 row stands here and not in the file: it stays} other {# rows stand here and not in the file: they stay}} unchanged.',
  'fill-in.result.ignored': 'These columns mean nothing here and were passed over: {columns}.',
  'fill-in.result.blind':
    'The file does not tell what stood here when it was fetched. All that differs from what stands here counts as your change.',
  'fill-in.changes': 'Changes, cell by cell',
  'fill-in.row': 'Row',
  'fill-in.field': 'Column',
  'fill-in.before': 'Now',
  'fill-in.after': 'Becomes',
  'fill-in.difference': 'Difference',
  'fill-in.difference.final': 'becomes final',
  'fill-in.difference.provisional': 'becomes provisional',
  'fill-in.conflicts': 'Changed here as well',
  'fill-in.conflicts.lead':
    'Somebody else changed these cells after the file was fetched. Choose per cell; without a choice what stands here stays.',
  'fill-in.conflict': '{row}, {field}: was {was}',
  'fill-in.conflict.theirs': 'Keep {value}, as it stands here',
  'fill-in.conflict.mine': 'Take {value} from the file',
  'fill-in.refused': 'Refused',
  'fill-in.refused.lead': 'Mend these cells in the file and hand it in again, or save the rest now.',
  'fill-in.refused.left': 'The rest was saved. Put these cells right in the file and hand it in again.',
  'fill-in.refused.where': 'Row {row}',
  'fill-in.refused.where.field': 'Row {row}, {field}',
  'fill-in.reason': 'Why',
  'fill-in.nothing': 'There is nothing to change: the file says what stands here already.',
  'fill-in.save': '{count, plural, =0 {Save the chosen cells} one {Save 1 change} other {Save # changes}}',
  'fill-in.saved': '{count, plural, one {1 cell saved} other {# cells saved}}.',
  'fill-in.again': 'Hand in another file',
  'fill-in.more': 'The first {shown} of {count}; the rest is saved too.',
  'fill-in.empty': 'empty',
  'fill-in.moved':
    'These cells were changed while you looked; the rest is saved. Choose per cell what should stand.',
  'fill-in.name': 'Name',
  'fill-in.refused.file': 'The refused cells as a file',
  'fill-in.refused.name': 'refused.csv',
  'fill-in.moved.nothing':
    'These cells were changed while you looked; nothing is saved yet. Choose per cell what should stand, then save everything.',
  'rejection.fill-in.no-file': 'Choose the filled-in file first.',
  'rejection.fill-in.no-heads':
    '{file} has no row with the heads {heads} and at least one column to fill in. Fetch the table again and fill in that one.',
  'rejection.fill-in.no-rows': '{file} has heads, but no rows below them.',
  'rejection.fill-in.twice':
    'This row stands in the file more than once. Only the first counts; remove the others.',
  'rejection.fill-in.budget.no-measure':
    'Measure ‘{what}’ is not in this plan. Add the measure first, or correct its code.',
  'rejection.fill-in.budget.no-unit': 'Unit ‘{what}’ does not belong to this plan.',
  'rejection.fill-in.budget.no-fund': 'Fund ‘{what}’ does not belong to this scheme.',
  'rejection.fill-in.budget.no-side': 'The column ‘In’ takes euro or fte, not ‘{what}’.',
  'fill-in.counts.lead':
    'Fill in the tinted cells only: a whole number, ? when it is not known, or <5 when the group is too small to tell.',
  'fill-in.counts.unit': 'Unit',
  'fill-in.counts.name': 'Name',
  'fill-in.counts.heads': 'Heads',
  'fill-in.counts.choose': 'Which count',
  'fill-in.counts.choose.submit': 'Choose',
  'fill-in.counts.saved': '{count, plural, one {1 count saved} other {# counts saved}}.',
  'rejection.fill-in.counts.no-unit':
    'Unit ‘{what}’ does not exist on the reference date, or is not yours to edit.',
  'rejection.fill-in.counts.emptied':
    'A count is corrected, not taken away. Put ? when the number is not known.',
};
