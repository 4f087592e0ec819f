/** Welke tabellen rondgaan en wat ze vragen. */
export const nl = {
  'fill-in.letter.lead':
    'Vul de bedragen in euro in; een * erachter zegt voorlopig, pm nog niet bekend. De regel memo staat buiten het totaal.',
  'fill-in.letter.which': 'Van welke eenheid is de brief?',
  'rejection.fill-in.letter.other':
    'Dit bestand is van een andere brief dan ‘{title}’ of van een andere eenheid. Lever het daar in.',
  'fill-in.letter.beside': 'Naast het totaal',
  'rejection.fill-in.letter.beside': 'In de kolom ‘Naast het totaal’ hoort memo of niets, niet ‘{what}’.',
  'rejection.fill-in.letter.both': 'Dit jaar staat in het totaal én als memo. Maak een van de twee leeg.',
  'fill-in.rules.sheet': 'Regels',
  'fill-in.rules.lead':
    'Vul de bedragen, tarieven, aandelen en gewichten in. Een * zegt voorlopig; pm mag bij een vast bedrag. Leeg haalt een bedrag of gewicht weg.',
  'fill-in.rules.rule': 'Regel',
  'fill-in.rules.group': 'Groep of jaar',
  'fill-in.rules.unit': 'Eenheid',
  'fill-in.rules.theme': 'Thema',
  'fill-in.rules.value': 'Waarde',
  'fill-in.rules.money': 'Te verdelen',
  'fill-in.rules.none':
    'Er is nog niets in te vullen. Voeg eerst een regel met een bedrag, tarief, aandeel of gewicht toe.',
  'fill-in.rules.in.euro': 'euro',
  'fill-in.rules.in.head': 'euro per hoofd',
  'fill-in.rules.in.percent': 'procent',
  'fill-in.rules.in.weight': 'gewicht',
  'rejection.fill-in.rules.no-row':
    'Regel {rule} heeft hier geen waarde: de regel is weg of gewijzigd. Haal de tabel opnieuw op.',
  'rejection.fill-in.rules.needed':
    'Deze regel kan niet zonder waarde. Vul een getal in, of haal de regel weg op het scherm.',
  'rejection.fill-in.rules.negative': 'Een bedrag, aandeel of gewicht is nul of meer.',
  'rejection.fill-in.rules.no-pm':
    'pm kan alleen bij een vast bedrag of bij het te verdelen geld. Vul een getal in.',
  'rejection.fill-in.rules.no-star': 'Een grens, aandeel of gewicht kan niet voorlopig zijn. Laat de * weg.',
  'fill-in.forecast.lead':
    'Vul alleen in wat u met de hand raamt: het bedrag in euro aan het einde van het jaar, en waarom. Een lege regel volgt de eigen manier.',
  'fill-in.forecast.plan': 'Plan',
  'rejection.fill-in.forecast.no-row': '{what} staat niet in deze prognose. Haal de tabel opnieuw op.',
  'rejection.fill-in.forecast.no-star': 'Een prognose is altijd een verwachting. Laat de * weg.',
  'rejection.fill-in.forecast.other':
    'Dit bestand is van een andere eenheid of een ander jaar. Lever het daar in.',
  'fill-in.carry.lead':
    'Vul in wat verplaatst, in euro, en waarom. Leeg of 0: er verplaatst niets. Wat over is, staat erbij; of het mag, ziet u bij het concept.',
  'rejection.fill-in.carry.no-row':
    '{what} staat niet in dit concept: er is niets over, of het jaar is gewijzigd. Haal de tabel opnieuw op.',
  'rejection.fill-in.carry.other': 'Dit bestand is van een ander document. Lever het daar in.',
  'rejection.fill-in.carry.too-much': 'Dit bedrag is te groot. Zie na of er geen cijfers te veel staan.',
  'fill-in.measures.lead':
    'Een regel per maatregel; een nieuwe code maakt een nieuwe maatregel. Thema: code of naam. Ambities: codes, gescheiden door puntkomma’s.',
  'rejection.fill-in.measures.long': 'Deze tekst is te lang: ten hoogste {most} tekens.',
  'rejection.fill-in.measures.new':
    '{code} is hier nog geen maatregel. Een nieuwe maatregel heeft een naam en een thema nodig.',
};
