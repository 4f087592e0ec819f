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
  'chapter.figures': 'Cijfers van dit thema',
  'chapter.now': 'Nu',
  'chapter.then': 'Oorspronkelijk',
  'chapter.sum': '{first}–{last}{share, plural, =-1 {} other {, # procent van alle thema’s samen}}',
  'chapter.euros':
    '{cents, number, ::currency/EUR scale/0.01 precision-integer}{pm, select, true { + pm} other {}}',
  'chapter.nothing': 'geen bedrag',
  'chapter.no-money': 'Op dit thema staat nog geen geld.',
  'chapter.years': 'Per jaar',
  'chapter.years.note': 'Begroot, in k€',
  'chapter.units': 'Wie het besteedt',
  'chapter.own-share': '{share} procent van de eigen begroting',
  'chapter.opening': 'Openingsalinea',
  'chapter.opening.explained':
    'Gemaakt uit deze cijfers. Voeg de alinea toe aan het begin van uw tekst en schrijf van daar verder.',
  'chapter.insert': 'Toevoegen aan mijn tekst',
  'chapter.inserted': 'De openingsalinea staat boven uw tekst',
  'chapter.inserted.next': 'Pas haar aan zoals u wilt. Er is nog niets opgeslagen.',
  'chapter.period': '{one, select, true {In {first}} other {Van {first} tot en met {last}}}',
  'chapter.says.now':
    '{period} is voor {theme} {cents, number, ::currency/EUR scale/0.01 precision-integer} begroot{share, plural, =-1 {} other {, # procent van het geheel}}{pm, select, true {, en een deel dat nog niet bekend is} other {}}.',
  'chapter.says.then':
    'In het oorspronkelijke plan was het aandeel {share} procent ({first}{one, select, true {} other {–{last}}}): {move, select, grows {het groeit met {points, plural, one {# procentpunt} other {# procentpunten}}} shrinks {het krimpt met {points, plural, one {# procentpunt} other {# procentpunten}}} other {het blijft gelijk}}.',
  'chapter.says.unit':
    '{unit} ({cents, number, ::currency/EUR scale/0.01 precision-integer}{share, plural, =-1 {} other {, # procent van de eigen begroting}})',
  'chapter.says.units':
    '{count, plural, one {Het geld gaat naar {units}} other {Het meest gaat naar {units}}}.',
  'chapter.says.and': 'en',
  'chapter.says.measures':
    'Er {all, plural, one {is # maatregel} other {zijn # maatregelen}}{fresh, plural, =0 {} one {, waarvan # nieuw} other {, waarvan # nieuw}}.',
  'document.questions': 'Vragen en antwoorden',
  'document.start': 'Nieuw document',
  'document.start.kind': 'Nieuw document: {kind}',
  'document.start.lead':
    'Het document begint als concept. U vult het in, dient het in, en vanaf dan ligt de inhoud vast.',
  'document.start.choose': 'Kies eerst wat voor document het wordt.',
  'document.start.asks':
    '{questions, plural, =0 {Geen vragen} one {Eén vraag} other {# vragen}}{measures, select, true {, maatregelen en een begroting} other {}}; {units, plural, one {voor één eenheid} other {voor # eenheden}}',
  'document.start.act': 'Beginnen',
  'document.start.back': 'Terug naar de lijst',
  'document.title': 'Titel',
  'document.amends.hint':
    'Alleen als dit document een ander aanvult: beide blijven leesbaar en zijn te vergelijken.',
  'document.amends.none': 'Vult geen ander document aan',
  'document.code.hint': 'Kort en blijvend; staat in het adres van de pagina.',
  'rejection.allocation.unanswered':
    'Indienen kan nog niet: {count, plural, one {er is nog een vraag} other {er zijn nog # vragen}} niet beantwoord. Beantwoord die op deze pagina en dien opnieuw in.',
  'plan.then.not-yet':
    'Op dat moment bestond dit plan nog niet, voor zover toen bekend. U ziet versie {number}, zoals die nu is.',
  'plan.then.not-in-force': 'Op dat moment was versie {number} niet van kracht.',
};
