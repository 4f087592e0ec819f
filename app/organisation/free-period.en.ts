/** Words of the calendar and of joint bodies. */
export const en = {
  'admin.calendar': 'Calendar',
  'calendar.lead':
    'Recess periods and free days of the institution. No term in working days runs then; what was asked before keeps its last day.',
  'calendar.none': 'No recess or free days yet',
  'calendar.none.next': 'Without a calendar a term counts all working days from Monday to Friday.',
  'calendar.recess': 'recess',
  'calendar.free-day': 'free day',
  'calendar.add': 'Add a period or a day',
  'calendar.year': '{year}',
  'calendar.days': '{from} until {through}',
  'field.periodKind': 'Kind',
  'rejection.free-period.overlaps':
    'These days coincide with “{name}”. Change that one, or choose other days.',
  'rejection.free-period.long': '{days} days is not a recess. Check the dates.',
  'bodies.parts': 'Made of other bodies',
  'bodies.parts.none': 'This body stands on its own.',
  'bodies.parts.hint':
    'Codes, by commas. The members of those bodies are then its members, as in a joint meeting.',
  'bodies.parts.change': 'Change the composition',
  'field.parts': 'Made of',
  'rejection.body.part-unknown': 'There is no body with the code {code}.',
  'rejection.body.part-itself': 'A body is not made of itself ({code}).',
  'rejection.body.part-nested': '{code} is itself made of other bodies. Name those bodies themselves.',
};
