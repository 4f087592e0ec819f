/** Woorden van documenten van elke soort: beginnen, vergelijken en schrijven per thema. */
export const nl = {
  'compare.title': 'Versies vergelijken',
  'compare.lead': '{before} naast {after}.',
  'compare.from': 'Oorspronkelijk',
  'compare.to': 'Vergeleken met',
  'compare.show': 'Vergelijken',
  'compare.swap': 'Omwisselen',
  'compare.view': 'Weergave',
  'compare.view.side': 'Naast elkaar',
  'compare.view.inline': 'In één tekst',
  'compare.read': 'Lees {document} in zijn geheel',
  'compare.link': 'Vergelijk met {other}',
  'compare.one': 'Er is nog niets om mee te vergelijken',
  'compare.one.next':
    'Van dit document is één versie te lezen. Zodra er een volgende versie of een aanvulling is, staan hier de verschillen.',
  'compare.money': 'Geld',
  'compare.money.none': 'Geen van beide versies heeft bedragen.',
  'compare.sum.money':
    '{cents, plural, =0 {In totaal niets veranderd} other {In totaal {cents, number, ::currency/EUR scale/0.01 precision-integer sign-always}}}',
  'compare.sum.measures':
    '{added, plural, =0 {geen nieuwe} one {# nieuwe} other {# nieuwe}}, {stopped, plural, =0 {geen gestopt} other {# gestopt}}, {changed, plural, =0 {geen gewijzigd} other {# gewijzigd}}',
  'compare.sum.texts':
    '{changed, plural, =0 {Geen antwoord gewijzigd} one {Eén antwoord gewijzigd of nieuw} other {# antwoorden gewijzigd of nieuw}}, {same, plural, =0 {geen gelijk gebleven} one {één gelijk gebleven} other {# gelijk gebleven}}',
  'compare.per-year': 'Per thema en jaar',
  'compare.per-year.caption': 'Begroting per thema en jaar',
  'compare.per-year.note': 'In k€; een thema dat niet verandert, staat op één regel',
  'compare.measures.none': 'De maatregelen zijn niet veranderd.',
  'compare.measures.same':
    '{same, plural, one {Eén andere maatregel is gelijk gebleven.} other {# andere maatregelen zijn gelijk gebleven.}}',
  'compare.nothing': 'niet ingevuld',
  'compare.texts': 'Teksten',
  'compare.legend': 'Wat vervalt is doorgestreept, wat nieuw is onderstreept.',
  'compare.texts.none': 'De antwoorden op de vragen zijn niet veranderd.',
  'compare.texts.same': '{same, plural, one {Eén antwoord is} other {# antwoorden zijn}} gelijk gebleven',
  'compare.absent': 'Hier staat in deze versie niets.',
  'compare.kind.new': 'nieuw',
  'compare.kind.gone': 'vervallen',
  'compare.kind.stopped': 'gestopt',
  'compare.kind.changed': 'gewijzigd',
};
