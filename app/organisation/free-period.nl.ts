/** Woorden van de kalender en van samengestelde organen. */
export const nl = {
  'admin.calendar': 'Kalender',
  'calendar.lead':
    'Recesperioden en vrije dagen van de instelling. Een termijn in werkdagen loopt dan niet; wat al is gevraagd houdt zijn laatste dag.',
  'calendar.none': 'Nog geen recessen of vrije dagen',
  'calendar.none.next': 'Zonder kalender telt een termijn alle werkdagen van maandag tot en met vrijdag.',
  'calendar.recess': 'recesperiode',
  'calendar.free-day': 'vrije dag',
  'calendar.add': 'Periode of dag toevoegen',
  'calendar.year': '{year}',
  'calendar.days': '{from} tot en met {through}',
  'field.periodKind': 'Soort',
  'rejection.free-period.overlaps': 'Deze dagen vallen samen met “{name}”. Wijzig die, of kies andere dagen.',
  'rejection.free-period.long': '{days} dagen is geen recesperiode. Controleer de data.',
  'bodies.parts': 'Samengesteld uit andere organen',
  'bodies.parts.none': 'Dit orgaan staat op zichzelf.',
  'bodies.parts.hint':
    'Codes met komma’s. De leden van die organen zijn dan ook zijn leden, zoals bij een gezamenlijke vergadering.',
  'bodies.parts.change': 'Samenstelling wijzigen',
  'field.parts': 'Bestaat uit',
  'rejection.body.part-unknown': 'Er is geen orgaan met de code {code}.',
  'rejection.body.part-itself': 'Een orgaan bestaat niet uit zichzelf ({code}).',
  'rejection.body.part-nested': '{code} is zelf uit andere organen samengesteld. Noem die organen zelf.',
};
