/** Woorden van plannen: van concept tot vaststelling. */
export const nl = {
  'rejection.plan.no-draft':
    'Dit plan heeft geen concept (meer): het is al ingediend, of er is nog geen nieuwe versie begonnen. Ververs de pagina, of begin een nieuwe versie.',
  'rejection.plan.unknown': '{what} bestaat hier niet. Kies een code uit de lijst.',
  'rejection.plan.wrong-unit-kind': 'Een eenheid als {unit} schrijft dit soort plan niet.',
  'rejection.plan.years':
    'Kies een jaar binnen de regeling: {first} tot en met {last}, en het eerste jaar niet na het laatste.',
  'rejection.plan.incomplete':
    'Indienen kan nog niet: {count, plural, one {er ontbreekt één ding} other {er ontbreken # dingen}}. Het concept is bewaard; vul aan en dien opnieuw in.',
  'rejection.plan.unanswered': 'De vraag “{question}” is nog niet beantwoord.',
  'rejection.plan.unanswered-theme': 'Bij {theme} is de vraag “{question}” nog niet beantwoord.',
  'rejection.plan.no-measure': 'Het plan heeft nog geen maatregelen. Voeg er ten minste één toe.',
  'rejection.plan.theme-without-measure': '{theme} heeft nog geen maatregel.',
  'rejection.plan.measure-without-owner': 'Maatregel “{measure}” heeft nog geen verantwoordelijke.',
  'rejection.plan.measure-without-ambition': 'Maatregel “{measure}” is nog aan geen ambitie gekoppeld.',
  'rejection.plan.measure-without-budget':
    'Maatregel “{measure}” heeft geen bedrag in {years}. Vul een bedrag in, 0 als het niets kost, of pm als het nog niet bekend is.',
  'rejection.plan.budget-outside-period':
    'Maatregel “{measure}” loopt van {first} tot en met {last}, maar heeft ook een bedrag in {years}. Haal dat weg of pas de looptijd aan.',
  'rejection.plan.over-remainder':
    'Begroot in {year} uit {fund}: € {euros, number} meer dan er aan de eenheid is toegekend. Verlaag de begroting van {year}, of wacht op een hogere toekenning.',
  'rejection.section.emptied':
    'Hier stond tekst, en die maakt u nu leeg. Vink aan dat dit de bedoeling is; de oude tekst blijft in het logboek bewaard.',
  'rejection.measure.exists': 'Er is al een maatregel met code {code}. Kies een andere code.',
  'rejection.measure.years':
    'Kies jaren binnen het plan: {first} tot en met {last}, en het eerste niet na het laatste.',
  'rejection.measure.excluded-theme':
    'De regeling laat thema {theme} buiten beschouwing: daar kan geen maatregel onder vallen.',
  'rejection.budget.year-outside': 'Het jaar {year} valt buiten het plan ({first} tot en met {last}).',
  'rejection.budget.twice': 'Dezelfde cel staat er twee keer in (maatregel {measure}, {year}).',
};
