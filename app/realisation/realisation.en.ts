/** The words of realisation. Amounts come in cents, FTE in thousandths; the notation in the messages scales them. */
export const en = {
  'realisation.closed': 'The books of this year were closed, on {date} by {by}',
  'realisation.closed.means': 'What is booked now is a correction. It stands with its reason at the version.',
  'realisation.closed.why': 'Why the figures change after closing',
  'rejection.realisation.closed-year':
    'The books of {year} were closed by {by}. Say why the figures still change.',
  'realisation.title': 'Realisation',
  'realisation.lead': 'What each unit really spent, per year, beside the budget in force. In euros.',
  'realisation.caption': 'Booked per unit and year',
  'realisation.caption.note': 'in euros · below it the difference with the budget (spent minus budgeted)',
  'realisation.unit': 'Unit',
  'realisation.bookers': 'Who books',
  'realisation.bookers.none': 'nobody yet',
  'realisation.open': 'not booked yet',
  'realisation.to-book': 'Book',
  'realisation.no-budget': 'no budget',
  'realisation.state.final': 'booked',
  'realisation.state.provisional': 'interim',
  'realisation.state.waiting': 'version {number} awaits adoption',
  'realisation.none': 'No unit books its spending in this scheme yet.',
  'realisation.none.next':
    'Add a kind of document with the stage realised to the scheme, and choose which units write it.',
  'realisation.difference-of':
    '{sign, select, plus {more than budgeted} minus {less than budgeted} other {as budgeted}}',

  'realisation.back': 'All units and years',
  'realisation.report': '{unit}, {year}',
  'realisation.years': 'Year',
  'realisation.budget': 'Budgeted',
  'realisation.realised': 'Spent',
  'realisation.difference': 'Difference',
  'realisation.difference.lead': 'spent minus budgeted',
  'realisation.checks': 'Asks for an explanation',
  'realisation.check.over-budget': '{measure}: {spent} spent, {over} more than the {budget} budgeted.',
  'realisation.check.excluded': '{theme}: {spent} spent on a theme that the scheme leaves out. {reason}',
  'realisation.check.without-budget': '{what}: {spent} spent without a budget in this year.',
  'realisation.read-only': 'You can read this. Booking takes a mandate for this unit.',
  'realisation.waiting-version':
    'Version {number} was submitted and does not count yet: this scheme asks for a decision first.',
  'realisation.waiting-decisions': 'To the decisions',
  'realisation.done': 'Version {number} is booked and in force.',
  'realisation.done.submitted': 'Version {number} is submitted. It comes into force once it is adopted.',

  'realisation.form': 'Fill in',
  'realisation.form.caption': 'Spent in {year}, per measure',
  'realisation.form.note':
    'Type amounts as 1,234.50 or 1234.50. An empty field books nothing; what was booked and is emptied becomes 0.',
  'realisation.form.measure': 'Measure and component',
  'realisation.form.eur': 'Spent (EUR)',
  'realisation.form.fte': 'FTE',
  'realisation.form.fte-budget': 'budget {fte}',
  'realisation.form.note-field': 'Note',
  'realisation.form.cell.eur': 'Spent in euros, {row}',
  'realisation.form.cell.fte': 'Spent in FTE, {row}',
  'realisation.form.cell.note': 'Note, {row}',
  'realisation.form.total': 'Total',
  'realisation.form.no-measure': '(without a measure)',
  'realisation.form.ended': 'no longer runs in this year',
  'realisation.form.extra': 'Spent outside the budgeted lines',
  'realisation.form.extra.what': 'Measure or theme',
  'realisation.form.extra.none': 'Choose a measure or theme if needed',
  'realisation.form.extra.measures': 'Measures',
  'realisation.form.extra.themes': 'Themes, without a measure',
  'realisation.form.extra.component': 'Component',
  'realisation.form.extra.fund': 'Fund',
  'realisation.form.extra.costKind': 'Cost kind',
  'realisation.form.extra.name': 'extra line {number}',
  'realisation.form.add': 'Another line',
  'realisation.form.preview': 'See what will be booked',
  'realisation.form.empty': 'No budget is in force for this year and no measure runs.',
  'realisation.form.empty.next':
    'Adopt the plan of the unit first, or book on a theme without a measure below.',
  'realisation.ask': 'Which do you mean?',

  'realisation.upload': 'Upload a file',
  'realisation.upload.lead':
    'A CSV, XLSX or ODS file with a row per measure. You see what will be booked first; one wrong row holds up the whole file. The rows of the file together are the position of the whole year.',
  'realisation.upload.columns':
    'Columns, in any order: unit, measure (code or name), theme, component, fund, cost kind, year, amount (EUR), FTE and note. Needed are a measure or theme, and an amount or FTE.',
  'realisation.upload.template': 'File to fill in, with your measures:',
  'realisation.upload.file': 'File',
  'realisation.upload.hint': 'CSV, XLSX or ODS, at most 20 MB',
  'realisation.upload.read': 'Read and review',
  'realisation.upload.errors':
    '{file}: {count, plural, one {one error} other {# errors}}. Nothing was booked.',
  'realisation.upload.errors.next': 'Correct the file and upload it again.',
  'realisation.upload.errors.caption': 'What is wrong',
  'realisation.upload.row': 'Row',
  'realisation.upload.column': 'Column',
  'realisation.upload.reason': 'What is wrong and what you can do',
  'realisation.upload.more': 'and {count} more further on',
  'realisation.upload.ask': 'How should numbers such as {example} in {file} be read?',
  'realisation.upload.ask.lead':
    'Nothing else in the file tells whether the mark separates thousands or decimals. Choose; you need not pick the file again.',
  'realisation.upload.ask.thousands': 'Thousands: {example} is {value}',
  'realisation.upload.ask.decimals': 'Decimals: {example} is {value}',
  'realisation.upload.ask.go': 'Read the file like this',

  'realisation.preview': 'This will be booked',
  'realisation.preview.lead':
    'Nothing is booked yet. Compare with what is in force, and book exactly this or change it.',
  'realisation.preview.caption': 'What changes, in euros and FTE',
  'realisation.preview.counts':
    '{new, plural, =0 {} one {# new line, } other {# new lines, }}{changed, plural, =0 {} one {# changed, } other {# changed, }}{dropped, plural, =0 {} one {# drops to 0, } other {# drop to 0, }}{unchanged} unchanged',
  'realisation.preview.dropped':
    '{count, plural, one {One booked line is} other {# booked lines are}} no longer named. {count, plural, one {It becomes} other {They become}} 0 and {count, plural, one {stays} other {stay}} visible.',
  'realisation.preview.unchanged': 'Unchanged lines ({count})',
  'realisation.preview.state': 'What',
  'realisation.preview.before': 'Was',
  'realisation.preview.after': 'Becomes',
  'realisation.preview.difference': 'Difference',
  'realisation.preview.nothing': 'This is booked already: nothing changes.',
  'realisation.preview.final': 'Final position of the year',
  'realisation.preview.provisional': 'Interim position: all amounts are provisional',
  'realisation.preview.kind': 'What is this?',
  'realisation.preview.note': 'Note with this version',
  'realisation.preview.note.hint': 'For example: financial report May, or why the amount was corrected.',
  'realisation.preview.book': 'Book exactly this',
  'realisation.preview.book.submit': 'Submit exactly this',
  'realisation.preview.edit': 'Back to change it',
  'realisation.preview.another': 'Choose another file',
  'realisation.preview.binding':
    'The booking is version {number} of the report. It is frozen and {prior, select, yes {comes into force once it is adopted} other {is in force at once}}; a correction is a next version later.',
  'realisation.preview.formulas':
    '{count, plural, one {One cell holds a formula} other {# cells hold a formula}}: the value it kept was used.',
  'realisation.preview.ignored': 'Columns not used: {columns}.',
  'realisation.preview.without-amount':
    '{count, plural, one {One row has no amount and does not count.} other {# rows have no amount and do not count.}}',
  'realisation.preview.proven':
    'Numbers with one {mark, select, point {point} other {comma}} before three digits were read as thousands: other cells in the file show it.',
  'realisation.change.new': 'new',
  'realisation.change.changed': 'changed',
  'realisation.change.unchanged': 'unchanged',
  'realisation.change.dropped': 'becomes 0',

  'realisation.history': 'Versions of this report',
  'realisation.history.none': 'Nothing is booked yet.',
  'realisation.history.version': 'Version',
  'realisation.history.when': 'Booked on',
  'realisation.history.amount': 'Spent',
  'realisation.history.note': 'Note and file',
  'realisation.history.in-force': 'in force',
  'realisation.history.superseded': 'superseded',
  'realisation.history.submitted': 'awaits adoption',
  'realisation.history.returned': 'returned',
  'realisation.history.withdrawn': 'withdrawn',

  'realisation.template.lead':
    'Fill in the tinted cells only: what was spent in this year. The other columns name the row and are locked.',
  'realisation.column.unit': 'Unit',
  'realisation.column.measure': 'Measure',
  'realisation.column.name': 'Description',
  'realisation.column.component': 'Component',
  'realisation.column.fund': 'Fund',
  'realisation.column.costKind': 'Cost kind',
  'realisation.column.year': 'Year',
  'realisation.column.budget': 'Budget (EUR)',
  'realisation.column.cents': 'Amount (EUR)',
  'realisation.column.fteMilli': 'FTE',
  'realisation.column.memo': 'Outside total',
  'rejection.realisation.not-a-memo':
    '‘{value}’ in row {row} is unclear. Put yes or memo under ‘Outside total’, or leave the cell empty.',
  'realisation.form.memo': 'Outside total',
  'realisation.form.cell.memo': 'Memo, outside the total, {row}',
  'realisation.column.note': 'Note',

  'rejection.realisation.no-header':
    '{file}: no row of heads found. There must be a row with the heads Measure (or Theme) and Amount (or FTE).',
  'rejection.realisation.no-rows': '{file}: there is nothing below the row of heads.',
  'rejection.realisation.no-file': 'Choose a file.',
  'rejection.realisation.head-twice': 'The head {column} stands there twice. Remove or rename one.',
  'rejection.realisation.thousands':
    'The head {column} speaks of thousands of euros. Booking is to the cent: put the amounts in euros.',
  'rejection.realisation.merged':
    'This cell is merged with another. Split merged cells, so that each row stands on its own.',
  'rejection.realisation.formula':
    'Here is a formula without a kept value. Recalculate and save the file, or type the value.',
  'rejection.realisation.not-a-number':
    '‘{value}’ is not a number. Type for example 1,234.50 or 1234.50; leave it empty when there is no amount.',
  'rejection.realisation.not-a-year': '‘{value}’ is not a year. Type four digits, or leave the column out.',
  'rejection.realisation.too-precise':
    '‘{value}’ has more decimals than are kept ({decimals, plural, other {at most #}}). Round the number.',
  'rejection.realisation.ambiguous':
    '‘{value}’ can be read in two ways. Say whether the mark separates thousands or decimals.',
  'rejection.realisation.ambiguous-typed':
    '‘{value}’ can be read in two ways. Choose below which one you mean.',
  'rejection.realisation.unknown-unit':
    'The unit ‘{value}’ does not exist. Use its code or name, or leave it empty for the unit of this report.',
  'rejection.realisation.unit-mandate':
    'You have no mandate to book for the unit ‘{value}’. Remove the row, or ask who books there.',
  'rejection.realisation.unit-other': 'The unit ‘{value}’ has a report of its own. Book this row there.',
  'rejection.realisation.unknown-measure':
    'The measure ‘{value}’ is in no adopted plan of this unit. Use the code or name from the plan.',
  'rejection.realisation.measure-of-two-plans':
    'The measure ‘{value}’ is in more than one plan ({plans}). Use its name, or book it in the form.',
  'rejection.realisation.no-measure': 'Name a measure, or a theme when there is no measure.',
  'rejection.realisation.measure-ended':
    '{measure} has ended: from {from, number, ::group-off} on nothing can be booked on it.',
  'rejection.realisation.measure-period':
    '{measure} runs from {first, number, ::group-off} through {last, number, ::group-off}; nothing can be booked on it in {year, number, ::group-off}.',
  'rejection.realisation.unknown-theme':
    'The theme ‘{value}’ does not belong to this scheme. Use its code or name.',
  'rejection.realisation.theme-differs':
    '{measure} is not under the theme ‘{value}’. Leave the theme out or correct it.',
  'rejection.realisation.unknown-fund':
    'The fund ‘{value}’ does not belong to this scheme. Use its code or name.',
  'rejection.realisation.fund-needed': 'It is not clear which fund paid. Name one: {funds}.',
  'rejection.realisation.year-outside':
    '{year, number, ::group-off} is outside the scheme ({first, number, ::group-off} through {last, number, ::group-off}).',
  'rejection.realisation.year-other':
    'This row is about {year, number, ::group-off}; you are booking {chosen, number, ::group-off}. Remove the row or book it in that year.',
  'rejection.realisation.pm-beside':
    'pm and a number do not go on one row. Put what is open on a row of its own with pm (another part), or empty the other side.',
  'rejection.realisation.no-amount': 'Fill in an amount or FTE, or remove the row.',
  'rejection.realisation.twice':
    'This measure stands with the same component, fund and cost kind in row {first} too. Merge the rows.',
  'rejection.realisation.changed-since':
    'Version {number} of this report was booked meanwhile. Nothing of yours was booked and what you typed is still there: review again what changes.',
  'rejection.realisation.nothing-new': 'This is booked already: nothing changes.',
} as const;
