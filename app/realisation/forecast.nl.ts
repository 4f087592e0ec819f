/** Texts of the forecast, in Dutch. */
export const nl = {
  'forecast.short': 'prognose',
  'forecast.title': 'Prognose {unit} {year}',
  'forecast.link': 'Prognose tot het einde van het jaar',
  'forecast.lead':
    'Begroot, tot nu toe gerealiseerd, en hoe het jaar naar verwachting eindigt. Een prognose is een eigen versie en telt nooit mee als besteed.',
  'forecast.version': 'versie {number}',
  'forecast.version.at':
    'Versie {number}, met {months, plural, one {# maand} other {# maanden}} realisatie, vastgelegd op',
  'forecast.proposal': 'voorstel',
  'forecast.saved': 'Versie {number} van de prognose is vastgelegd.',
  'forecast.months': 'De realisatie dekt',
  'forecast.months.value': '{months, plural, one {# maand} other {# maanden}}',
  'forecast.months.go': 'Reken zo',
  'forecast.caption': 'Begroot, gerealiseerd en verwacht in {year}, in euro',
  'forecast.note':
    'Tempo tot nu toe: realisatie gedeeld door {months, plural, one {# maand} other {# maanden}}, maal twaalf.',
  'forecast.forecast': 'Prognose',
  'forecast.difference': 'Prognose min begroot',
  'forecast.share': 'In % van begroot',
  'forecast.how': 'Hoe',
  'forecast.method.pace': 'Tempo tot nu toe',
  'forecast.method.budget': 'Rest van de begroting wordt besteed',
  'forecast.method.hand': 'Met de hand',
  'forecast.method.of': 'Hoe {name} wordt geraamd',
  'forecast.hand.of': 'Prognose in euro voor {name}',
  'forecast.reason': 'Reden',
  'forecast.reason.of': 'Reden voor {name}',
  'forecast.remark': 'Toelichting bij deze prognose',
  'forecast.save': 'Leg versie {number} vast',
  'rejection.forecast.no-kind':
    'Deze regeling heeft nog geen documentsoort voor prognoses van deze eenheid. De beheerder kan er een toevoegen met het stadium prognose.',
  'rejection.forecast.changed-since':
    'Intussen is versie {number} van de prognose vastgelegd. Er is niets van u bewaard; wat u typte staat er nog.',
  'rejection.forecast.unknown-row': 'Deze rij bestaat niet meer. Bekijk de prognose opnieuw.',
  'rejection.forecast.reason-needed': 'Schrijf op waarom u met de hand raamt.',
  'rejection.forecast.amount-needed': 'Vul een bedrag in.',
  'rejection.forecast.not-a-number': '‘{value}’ is geen bedrag. Schrijf bijvoorbeeld 1.234,50.',
  'rejection.forecast.no-basis': 'Hiervoor is niets gerealiseerd of begroot. Kies een andere manier.',
  'rejection.forecast.empty': 'Er is nog niets om te ramen.',
} as const;
