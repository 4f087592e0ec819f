/** Texts of the finance intake, in English. */
export const en = {
  'intake.title': 'Finance intake: {unit} {year}',
  'intake.lead':
    'Take in the period files of your finance system. Rules say which cost centre and account belong to which measure; you see cell by cell what changes before anything is booked.',
  'intake.back': 'Back to the report',
  'intake.steps': 'Steps',
  'intake.step.files': 'Files',
  'intake.step.files.state':
    '{files, plural, =0 {no file yet} one {# file read} other {# files read}}{waiting, plural, =0 {} one {, # awaits its columns} other {, # await their columns}}',
  'intake.step.rules': 'Rules',
  'intake.step.rules.state':
    '{rules, plural, =0 {no rule yet} one {# rule} other {# rules}}{unmapped, plural, =0 {} one {, # row unexplained} other {, # rows unexplained}}',
  'intake.step.preview': 'Review and book',
  'intake.step.preview.none': 'not booked from files yet',
  'intake.step.preview.state': 'last booked: version {number}',
  'intake.month':
    '{month, select, 01 {Jan} 02 {Feb} 03 {Mar} 04 {Apr} 05 {May} 06 {Jun} 07 {Jul} 08 {Aug} 09 {Sep} 10 {Oct} 11 {Nov} other {Dec}} {year}',
  'intake.quarter': 'quarter {quarter} {year}',
  'intake.closing': 'period {number} {year}',
  'intake.rows': '{count, plural, one {# row} other {# rows}}',
  'intake.balance': 'Where the rows of the files go',
  'intake.total.file': 'In the files',
  'intake.total.booked': 'to measures, by rules',
  'intake.total.excluded': 'left out with a reason',
  'intake.total.replaced': 'replaced by a later file',
  'intake.total.unmapped': 'unexplained',
  'intake.read':
    '{name} was read: {count, plural, one {# row} other {# rows}}, together {cents, number, ::currency/EUR scale/0.01}.',
  'intake.read.duplicates':
    '{count, plural, one {1 row is equal to another: both count} other {# rows are equal to another: all count}}, as the finance system says. If that is a mistake, withdraw the file.',
  'intake.read.totals':
    '{count, plural, one {1 row repeats the total of the rows above and does} other {# rows repeat the total of the rows above and do}} not count.',
  'intake.read.formulas':
    '{count, plural, one {1 cell is a formula} other {# cells are formulas}}: the outcome that stands in the file counts. Nothing was worked out.',
  'intake.to-preview': 'See what changes',

  'intake.files': 'Files',
  'intake.files.none': 'No file has been taken in for this year.',
  'intake.files.none.next':
    'Export the entries of your cost centres from the finance system and choose the file below.',
  'intake.files.caption': 'Files taken in, in euros; costs are positive',
  'intake.files.note':
    'Where files overlap, the later position counts. The order of uploading makes no difference and nothing counts twice.',
  'intake.file': 'File',
  'intake.file.state': 'State',
  'intake.file.as-of': 'Position of',
  'intake.file.rows': 'Rows',
  'intake.file.amount': 'Amount',
  'intake.file.act': 'Actions',
  'intake.file.waiting': 'awaits its columns',
  'intake.file.read': 'read',
  'intake.file.withdrawn': 'withdrawn',
  'intake.file.partial': 'additions only',
  'intake.file.continue': 'Confirm columns',
  'intake.upload': 'File of the finance system',
  'intake.upload.hint':
    'CSV, XLSX or ODS, at most 20 MB: a row per entry with period, cost centre, account and amount.',
  'intake.upload.go': 'Take in',
  'intake.upload.busy': 'Taking in…',
  'intake.example': 'Example file with invented amounts, to try:',
  'intake.example.stray': 'Photographer open day',
  'intake.withdraw': 'Withdraw…',
  'intake.withdraw.reason': 'Why does this file no longer count?',
  'intake.withdraw.go': 'Withdraw the file',

  'intake.map.title': 'Columns of {name}',
  'intake.map.lead':
    'Files with these heads are new. Confirm once what each column holds; after that the layout is recognised.',
  'intake.map.known': 'This layout is known',
  'intake.map.known.by': 'Confirmed by {name} on {date}. Check it and read the file.',
  'intake.map.wrong': 'The columns are not right yet. Nothing was read.',
  'intake.map.not': 'Nothing was read.',
  'intake.map.columns': 'Columns in the file',
  'intake.map.columns.note':
    'Needed: period or booking date, cost centre, account and an amount: one column, or debit and credit.',
  'intake.map.column': 'Head',
  'intake.map.is': 'This is',
  'intake.map.is.of': 'What column {column} holds',
  'intake.map.row': 'Row {number}',
  'intake.map.grouping': 'Numbers',
  'intake.map.grouping.hint': 'Numbers that a spreadsheet itself keeps as numbers do not need this.',
  'intake.map.grouping.point': '1.234,56 (point between thousands)',
  'intake.map.grouping.comma': '1,234.56 (comma between thousands)',
  'intake.map.grouping.ask': 'Ask when in doubt',
  'intake.map.dates': 'Dates',
  'intake.map.dates.dmy': 'day-month-year, such as 31-03-2025',
  'intake.map.dates.mdy': 'month/day/year, such as 3/31/2025',
  'intake.map.costs': 'Costs stand in this file as',
  'intake.map.costs.plus': 'positive amounts (or debit)',
  'intake.map.costs.minus': 'negative amounts',
  'intake.map.complete': 'What does the file hold?',
  'intake.map.complete.complete': 'Every entry of its cost centres and periods',
  'intake.map.complete.complete.hint':
    'It replaces what earlier files say of the same cost centre and period, also what is gone from it.',
  'intake.map.complete.partial': 'Additions and corrections only',
  'intake.map.complete.partial.hint':
    'It only replaces entries with the same period, cost centre, account and reference.',
  'intake.map.as-of': 'Position of',
  'intake.map.as-of.hint': 'The day on which the file left the finance system.',
  'intake.map.go': 'Read the rows',
  'intake.map.busy': 'Reading…',
  'intake.map.already': 'This file has been read.',
  'intake.field.none': 'not needed',
  'intake.field.period': 'Period',
  'intake.field.costCentre': 'Cost centre',
  'intake.field.account': 'Account',
  'intake.field.description': 'Description',
  'intake.field.amount': 'Amount',
  'intake.field.debit': 'Debit',
  'intake.field.credit': 'Credit',
  'intake.field.side': 'D/C',
  'intake.field.bookedOn': 'Booking date',
  'intake.field.reference': 'Reference',

  'intake.bucket': 'Unexplained rows',
  'intake.bucket.empty': 'Every row is explained: booked by a rule, or left out with a reason.',
  'intake.bucket.lead':
    '{count, plural, one {One row of} other {# rows of together}} {cents, number, ::currency/EUR scale/0.01} {count, plural, one {falls} other {fall}} under no rule. While anything stands here, nothing is booked.',
  'intake.bucket.caption': 'Rows without a rule, largest amount first',
  'intake.bucket.pages': 'Pages of the bucket',
  'intake.bucket.page': 'Page {page} of {pages}; {count} groups, largest amounts first.',
  'intake.bucket.page.previous': 'Previous',
  'intake.bucket.page.next': 'Next',
  'intake.bucket.what': 'Cost centre, account and description',
  'intake.bucket.act': 'Explain',
  'intake.bucket.target': 'What {name} was spent on',
  'intake.bucket.choose': 'Choose a measure',
  'intake.bucket.map': 'Make rule',
  'intake.bucket.exclude': 'Leave out…',
  'intake.bucket.exclude.go': 'Leave out',
  'intake.bucket.reason': 'Why is this no spending of the scheme?',
  'intake.bucket.exact': 'Only rows with ‘{description}’',
  'intake.bucket.wider': 'Wider rule',
  'intake.target.themes': 'Themes, without a measure',
  'intake.excluded': 'Left out with a reason',
  'intake.excluded.reason': 'Reason',

  'intake.periods': 'Closed periods',
  'intake.periods.lead':
    'The figures of a closed period are final. A later file with other amounts is not merged in silence, but booked apart as a correction with a reason.',
  'intake.periods.none': 'No period of this year has been closed.',
  'intake.periods.all': 'Each period of this year that is over has been closed.',
  'intake.periods.by': 'closed by {name} on',
  'intake.periods.which': 'Period',
  'intake.periods.note': 'Note',
  'intake.periods.close': 'Close the period',
  'intake.periods.who': 'The controller of the institution closes periods, for all units at once.',

  'intake.rule': 'Rule',

  'intake.preview.lead':
    'Nothing is booked yet. By measure and period you see what stood and what it becomes; you book exactly this.',
  'intake.preview.to-bucket': 'To the unexplained rows',
  'intake.preview.to-rules': 'To the rules',
  'intake.preview.problems': 'This cannot be booked as it is',
  'intake.preview.problem': 'Rule {rules}: {reason}',
  'intake.preview.nothing': 'There is nothing to book yet: take in a file and make rules.',
  'intake.preview.counts':
    '{changed, plural, =0 {No cell changes} one {One cell changes} other {# cells change}} in {rows, plural, one {one row} other {# rows}}.',
  'intake.preview.caption': 'Spent by measure and period, in euros',
  'intake.preview.note': 'What changes is marked and says what stood.',
  'intake.preview.year': 'Year to date',
  'intake.preview.why': 'Why',
  'intake.preview.rules': 'rule {rules}',
  'intake.preview.was': 'was',
  'intake.preview.dropped':
    '{count, plural, one {One amount was} other {# amounts were}} booked by hand before and {count, plural, one {stands} other {stand}} in no file. The files together are the position of the year, so {count, plural, one {it becomes} other {they become}} 0.',
  'intake.corrections': 'Corrections of closed periods',
  'intake.corrections.lead':
    'These periods are closed. The differences are booked as lines of their own, with the period they belong to and your reason.',
  'intake.corrections.caption': 'What changes in closed periods, in euros',
  'intake.corrections.period': 'Period',
  'intake.corrections.what': 'Measure',
  'intake.corrections.reason': 'Why do these amounts change?',
  'intake.corrections.reason.hint': 'The reason stands with each correction in the report.',

  'intake.source': 'Rows of the finance system',
  'intake.source.lead':
    '{count, plural, one {One row of} other {# rows of together}} {cents, number, ::currency/EUR scale/0.01} in version {number} of the report of {unit} on {year}.',
  'intake.source.row': 'File and row',
  'intake.source.at': '{file}, row {row}',
  'intake.source.more': 'The first {shown} of {count} rows.',
  'intake.source.none':
    '{number, plural, =0 {Nothing of this report had been booked at that moment} other {Version {number}, in force then, has no rows of the finance system behind this amount}}',
  'intake.source.none.next': 'Choose a later moment, or go to the present state.',
  'intake.source.open.of': 'Rows of the finance system behind {name}',

  'intake.source.title': 'Origin in the finance system',
  'intake.link': 'Take in from the finance system',

  'rejection.intake.no-header':
    '{file}: no row of heads was found. Put a row with the names of the columns above the entries.',
  'rejection.intake.same-file': 'This file was taken in before as number {number} ({name}). Nothing changed.',
  'rejection.intake.already-read':
    'File {number} has been read. Withdraw it if it is wrong, and take in the corrected file.',
  'rejection.intake.mixed-periods':
    'The file and what was taken in name quarter {quarter} and also month {month}. That would count twice: take in either quarters or months.',
  'rejection.intake.column-twice':
    'Two columns are said to be {field, select, period {Period} costCentre {Cost centre} account {Account} description {Description} amount {Amount} debit {Debit} credit {Credit} side {D/C} bookedOn {Booking date} other {Reference}}. Choose one.',
  'rejection.intake.column-needed':
    '{field, select, period {Point out the period, or a booking date.} costCentre {Point out the cost centre.} account {Point out the account.} other {Point out the amount, or debit and credit.}}',
  'rejection.intake.ambiguous':
    '‘{value}’ can be read in two ways. Choose under Numbers what the mark means.',
  'rejection.intake.no-period': 'The period is missing here.',
  'rejection.intake.not-a-period': '‘{value}’ is no period. Write 2025-03 or 2025-Q1, for example.',
  'rejection.intake.period-outside':
    'Period {period} is not of {year}. Take this row in with the report of its own year.',
  'rejection.intake.no-cost-centre': 'The cost centre is missing here.',
  'rejection.intake.no-account': 'The account is missing here.',
  'rejection.intake.not-a-code': '‘{value}’ is no code: use letters, digits, points, dashes and slashes.',
  'rejection.intake.no-amount': 'The amount is missing here.',
  'rejection.intake.no-side': '‘{value}’ does not say whether this is debit or credit. Use D or C.',
  'rejection.intake.not-a-day': '‘{value}’ is no date. Write 31-03-2025, for example.',
  'rejection.intake.pattern':
    '‘{value}’ cannot be used. Write a code (4711), a beginning (4711*) or a range (40000-40999).',
  'rejection.intake.rule-for-all':
    'This rule would catch every row. Fill in a cost centre, an account or a text.',
  'rejection.intake.months': 'The last month comes before the first.',
  'rejection.intake.reason-needed': 'Write down why. The reason is kept.',
  'rejection.intake.target-needed': 'Choose a measure or a theme.',
  'rejection.intake.fund-needed': 'Choose which fund paid for it.',
  'rejection.intake.unit-other': 'This unit has a report of its own. Book it there.',
  'rejection.intake.rule-changed':
    'Rule {number} was changed meanwhile. Nothing was saved; what you typed is still there.',
  'rejection.intake.unmapped':
    'Nothing is booked: {count, plural, one {one row} other {# rows}} of together {cents, number, ::currency/EUR scale/0.01} {count, plural, one {is} other {are}} still unexplained. Make a rule, or leave them out with a reason.',
  'rejection.intake.nothing-read': 'No file has been read yet.',
  'rejection.intake.changed-since':
    'Files, rules or bookings changed meanwhile. Nothing was booked: look again at what changes.',
  'rejection.intake.correction-reason':
    'Write down why amounts of closed periods change ({count, plural, one {one correction} other {# corrections}}).',
  'rejection.intake.period-closed': 'Period {period} was closed already.',
  'rejection.intake.period-not-over': 'Period {period} is not over yet.',
  'rejection.intake.period-of-scheme': 'Period {period} falls outside the years of the scheme.',
} as const;
