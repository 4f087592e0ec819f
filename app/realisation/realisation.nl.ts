/** Woorden van de realisatie. Bedragen komen in centen, fte in duizendsten; de notatie in de berichten schaalt ze. */
export const nl = {
  'realisation.closed': 'De boeken van dit jaar zijn gesloten, op {date} door {by}',
  'realisation.closed.means':
    'Wat nu nog wordt geboekt is een correctie. Zij staat met haar reden bij de versie.',
  'realisation.closed.why': 'Waarom de cijfers na het sluiten veranderen',
  'rejection.realisation.closed-year':
    'De boeken van {year} zijn gesloten door {by}. Zeg waarom de cijfers nog veranderen.',
  'realisation.title': 'Realisatie',
  'realisation.lead':
    'Wat elke eenheid werkelijk besteedde, per jaar, naast de begroting die van kracht is. In euro.',
  'realisation.caption': 'Geboekt per eenheid en jaar',
  'realisation.caption.note': 'in euro · daaronder het verschil met de begroting (gerealiseerd min begroot)',
  'realisation.unit': 'Eenheid',
  'realisation.bookers': 'Wie boekt',
  'realisation.bookers.none': 'nog niemand',
  'realisation.open': 'nog niet geboekt',
  'realisation.to-book': 'Boeken',
  'realisation.no-budget': 'geen begroting',
  'realisation.state.final': 'geboekt',
  'realisation.state.provisional': 'tussenstand',
  'realisation.state.waiting': 'versie {number} wacht op vaststelling',
  'realisation.none': 'In deze regeling boekt nog geen eenheid haar realisatie.',
  'realisation.none.next':
    'Voeg bij de inrichting van de regeling een soort document toe met het stadium gerealiseerd, en kies welke eenheden dat schrijven.',
  'realisation.difference-of':
    '{sign, select, plus {meer dan begroot} minus {minder dan begroot} other {gelijk aan de begroting}}',

  'realisation.back': 'Alle eenheden en jaren',
  'realisation.report': '{unit}, {year}',
  'realisation.years': 'Jaar',
  'realisation.budget': 'Begroot',
  'realisation.realised': 'Gerealiseerd',
  'realisation.difference': 'Verschil',
  'realisation.difference.lead': 'gerealiseerd min begroot',
  'realisation.checks': 'Vraagt om een toelichting',
  'realisation.check.over-budget': '{measure}: {spent} besteed, {over} meer dan de begrote {budget}.',
  'realisation.check.excluded': '{theme}: {spent} besteed op een thema dat buiten de regeling valt. {reason}',
  'realisation.check.without-budget': '{what}: {spent} besteed zonder begroting in dit jaar.',
  'realisation.read-only':
    'U kunt dit bekijken. Boeken kan wie daarvoor een mandaat heeft voor deze eenheid.',
  'realisation.waiting-version':
    'Versie {number} is ingediend en telt nog niet mee: deze regeling vraagt eerst om een besluit.',
  'realisation.waiting-decisions': 'Naar de besluiten',
  'realisation.done': 'Versie {number} is geboekt en van kracht.',
  'realisation.done.submitted': 'Versie {number} is ingediend. Zij gaat gelden zodra zij is vastgesteld.',

  'realisation.form': 'Zelf invullen',
  'realisation.form.caption': 'Besteed in {year}, per maatregel',
  'realisation.form.note':
    'Typ bedragen als 1.234,50 of 1234,50. Een leeg veld boekt niets; wat al geboekt was en leeg wordt gemaakt, wordt 0.',
  'realisation.form.measure': 'Maatregel en onderdeel',
  'realisation.form.eur': 'Gerealiseerd (EUR)',
  'realisation.form.fte': 'Fte',
  'realisation.form.fte-budget': 'begroot {fte}',
  'realisation.form.note-field': 'Toelichting',
  'realisation.form.cell.eur': 'Gerealiseerd in euro, {row}',
  'realisation.form.cell.fte': 'Gerealiseerd in fte, {row}',
  'realisation.form.cell.note': 'Toelichting, {row}',
  'realisation.form.total': 'Totaal',
  'realisation.form.no-measure': '(zonder maatregel)',
  'realisation.form.ended': 'loopt niet meer in dit jaar',
  'realisation.form.extra': 'Besteed buiten de begrote regels',
  'realisation.form.extra.what': 'Maatregel of thema',
  'realisation.form.extra.none': 'Kies zo nodig een maatregel of thema',
  'realisation.form.extra.measures': 'Maatregelen',
  'realisation.form.extra.themes': 'Thema’s, zonder maatregel',
  'realisation.form.extra.component': 'Onderdeel',
  'realisation.form.extra.fund': 'Middelen',
  'realisation.form.extra.costKind': 'Kostensoort',
  'realisation.form.extra.name': 'extra regel {number}',
  'realisation.form.add': 'Nog een regel',
  'realisation.form.preview': 'Bekijk wat er wordt geboekt',
  'realisation.form.empty': 'Er is voor dit jaar geen begroting van kracht en er loopt geen maatregel.',
  'realisation.form.empty.next':
    'Stel eerst het plan van de eenheid vast, of boek hieronder op een thema zonder maatregel.',
  'realisation.ask': 'Wat bedoelt u?',

  'realisation.upload': 'Bestand inlezen',
  'realisation.upload.lead':
    'Een CSV-, XLSX- of ODS-bestand met een regel per maatregel. U ziet eerst wat er wordt geboekt; één foute regel houdt het hele bestand tegen. De regels in het bestand zijn samen de stand van het hele jaar.',
  'realisation.upload.columns':
    'Kolommen, in elke volgorde: eenheid, maatregel (code of naam), thema, onderdeel, middelen, kostensoort, jaar, bedrag (EUR), fte en toelichting. Nodig zijn een maatregel of thema, en een bedrag of fte.',
  'realisation.upload.template': 'Invulbestand met uw maatregelen:',
  'realisation.upload.file': 'Bestand',
  'realisation.upload.hint': 'CSV, XLSX of ODS, ten hoogste 20 MB',
  'realisation.upload.read': 'Lees en bekijk',
  'realisation.upload.errors':
    '{file}: {count, plural, one {één fout} other {# fouten}}. Er is niets geboekt.',
  'realisation.upload.errors.next': 'Verbeter het bestand en lees het opnieuw in.',
  'realisation.upload.errors.caption': 'Wat er mis is',
  'realisation.upload.row': 'Rij',
  'realisation.upload.column': 'Kolom',
  'realisation.upload.reason': 'Wat er mis is en wat u kunt doen',
  'realisation.upload.more': 'en nog {count} fouten van dezelfde soort verderop',
  'realisation.upload.ask': 'Hoe moeten getallen als {example} in {file} worden gelezen?',
  'realisation.upload.ask.lead':
    'Niets anders in het bestand laat zien of het teken duizendtallen of decimalen scheidt. Kies; u hoeft het bestand niet opnieuw te kiezen.',
  'realisation.upload.ask.thousands': 'Duizendtallen: {example} is {value}',
  'realisation.upload.ask.decimals': 'Decimalen: {example} is {value}',
  'realisation.upload.ask.go': 'Lees het bestand zo',

  'realisation.preview': 'Dit wordt geboekt',
  'realisation.preview.lead':
    'Er is nog niets geboekt. Vergelijk met wat van kracht is, en boek precies dit of pas het aan.',
  'realisation.preview.caption': 'Wat verandert, in euro en fte',
  'realisation.preview.counts':
    '{new, plural, =0 {} one {# nieuwe regel, } other {# nieuwe regels, }}{changed, plural, =0 {} one {# gewijzigd, } other {# gewijzigd, }}{dropped, plural, =0 {} one {# vervalt naar 0, } other {# vervallen naar 0, }}{unchanged} ongewijzigd',
  'realisation.preview.dropped':
    '{count, plural, one {Eén geboekte regel staat} other {# geboekte regels staan}} er niet meer in. {count, plural, one {Die wordt} other {Die worden}} 0 en {count, plural, one {blijft} other {blijven}} zichtbaar.',
  'realisation.preview.unchanged': 'Ongewijzigde regels ({count})',
  'realisation.preview.state': 'Wat',
  'realisation.preview.before': 'Was',
  'realisation.preview.after': 'Wordt',
  'realisation.preview.difference': 'Verschil',
  'realisation.preview.nothing': 'Dit is al zo geboekt: er verandert niets.',
  'realisation.preview.final': 'Eindstand van het jaar',
  'realisation.preview.provisional': 'Tussenstand: alle bedragen zijn voorlopig',
  'realisation.preview.kind': 'Wat is dit?',
  'realisation.preview.note': 'Toelichting bij deze versie',
  'realisation.preview.note.hint': 'Bijvoorbeeld: BFR mei, of waarom het bedrag is gecorrigeerd.',
  'realisation.preview.book': 'Boek precies dit',
  'realisation.preview.book.submit': 'Dien precies dit in',
  'realisation.preview.edit': 'Terug en aanpassen',
  'realisation.preview.another': 'Ander bestand kiezen',
  'realisation.preview.binding':
    'De boeking is versie {number} van het verslag. Zij wordt bevroren en is {prior, select, yes {van kracht zodra zij is vastgesteld} other {meteen van kracht}}; een correctie is later een volgende versie.',
  'realisation.preview.formulas':
    '{count, plural, one {Eén cel bevat een formule} other {# cellen bevatten een formule}}: de bewaarde uitkomst is gebruikt.',
  'realisation.preview.ignored': 'Niet gebruikte kolommen: {columns}.',
  'realisation.preview.without-amount':
    '{count, plural, one {Eén rij heeft geen bedrag en telt niet mee.} other {# rijen hebben geen bedrag en tellen niet mee.}}',
  'realisation.preview.proven':
    'Getallen met één {mark, select, point {punt} other {komma}} vóór drie cijfers zijn als duizendtallen gelezen: andere cellen in het bestand laten dat zien.',
  'realisation.change.new': 'nieuw',
  'realisation.change.changed': 'gewijzigd',
  'realisation.change.unchanged': 'ongewijzigd',
  'realisation.change.dropped': 'wordt 0',

  'realisation.history': 'Versies van dit verslag',
  'realisation.history.none': 'Er is nog niets geboekt.',
  'realisation.history.version': 'Versie',
  'realisation.history.when': 'Geboekt op',
  'realisation.history.amount': 'Gerealiseerd',
  'realisation.history.note': 'Toelichting en bestand',
  'realisation.history.in-force': 'van kracht',
  'realisation.history.superseded': 'vervangen',
  'realisation.history.submitted': 'wacht op vaststelling',
  'realisation.history.returned': 'teruggegeven',
  'realisation.history.withdrawn': 'ingetrokken',

  'realisation.template.lead':
    'Vul alleen de gekleurde cellen in: wat er in dit jaar is besteed. De andere kolommen wijzen de regel aan en zijn op slot.',
  'realisation.column.unit': 'Eenheid',
  'realisation.column.measure': 'Maatregel',
  'realisation.column.name': 'Omschrijving',
  'realisation.column.component': 'Onderdeel',
  'realisation.column.fund': 'Middelen',
  'realisation.column.costKind': 'Kostensoort',
  'realisation.column.year': 'Jaar',
  'realisation.column.budget': 'Begroot (EUR)',
  'realisation.column.cents': 'Bedrag (EUR)',
  'realisation.column.fteMilli': 'FTE',
  'realisation.column.memo': 'Buiten totaal',
  'rejection.realisation.not-a-memo':
    '‘{value}’ in rij {row} is onduidelijk. Zet onder ‘Buiten totaal’ ja of memo, of laat de cel leeg.',
  'realisation.form.memo': 'Buiten totaal',
  'realisation.form.cell.memo': 'Memo, buiten het totaal, {row}',
  'realisation.column.note': 'Toelichting',

  'rejection.realisation.no-header':
    '{file}: geen kopregel gevonden. Er moet een rij zijn met de koppen Maatregel (of Thema) en Bedrag (of FTE).',
  'rejection.realisation.no-rows': '{file}: onder de kopregel staan geen gegevens.',
  'rejection.realisation.no-file': 'Kies een bestand.',
  'rejection.realisation.head-twice': 'De kop {column} staat er twee keer. Verwijder of hernoem er een.',
  'rejection.realisation.thousands':
    'De kop {column} noemt duizenden euro’s. Boeken gaat tot op de cent: zet de bedragen in euro’s.',
  'rejection.realisation.merged':
    'Deze cel is samengevoegd met een andere. Splits samengevoegde cellen, zodat elke rij op zichzelf staat.',
  'rejection.realisation.formula':
    'Hier staat een formule zonder bewaarde uitkomst. Reken het bestand door, sla het op, of zet de waarde er zelf in.',
  'rejection.realisation.not-a-number':
    '‘{value}’ is geen getal. Typ bijvoorbeeld 1.234,50 of 1234,50; laat de cel leeg als er geen bedrag is.',
  'rejection.realisation.not-a-year': '‘{value}’ is geen jaar. Typ vier cijfers, of laat de kolom weg.',
  'rejection.realisation.too-precise':
    '‘{value}’ heeft meer cijfers achter de komma dan wordt bewaard ({decimals, plural, other {ten hoogste #}}). Rond het getal af.',
  'rejection.realisation.ambiguous':
    '‘{value}’ kan op twee manieren worden gelezen. Geef aan of het teken duizendtallen of decimalen scheidt.',
  'rejection.realisation.ambiguous-typed':
    '‘{value}’ kan op twee manieren worden gelezen. Kies hieronder welke u bedoelt.',
  'rejection.realisation.unknown-unit':
    'De eenheid ‘{value}’ bestaat niet. Gebruik de code of de naam, of laat de cel leeg voor de eenheid van dit verslag.',
  'rejection.realisation.unit-mandate':
    'Voor de eenheid ‘{value}’ hebt u geen mandaat om te boeken. Verwijder de rij, of vraag wie daar boekt.',
  'rejection.realisation.unit-other': 'De eenheid ‘{value}’ heeft een eigen verslag. Boek deze rij daar.',
  'rejection.realisation.unknown-measure':
    'De maatregel ‘{value}’ staat in geen vastgesteld plan van deze eenheid. Gebruik de code of de naam uit het plan.',
  'rejection.realisation.measure-of-two-plans':
    'De maatregel ‘{value}’ staat in meer dan één plan ({plans}). Gebruik de naam, of boek op het formulier.',
  'rejection.realisation.no-measure': 'Noem een maatregel, of een thema als er geen maatregel is.',
  'rejection.realisation.measure-ended':
    '{measure} is beëindigd: vanaf {from, number, ::group-off} kan er niets meer op worden geboekt.',
  'rejection.realisation.measure-period':
    '{measure} loopt van {first, number, ::group-off} tot en met {last, number, ::group-off}; in {year, number, ::group-off} kan er niet op worden geboekt.',
  'rejection.realisation.unknown-theme':
    'Het thema ‘{value}’ hoort niet bij deze regeling. Gebruik de code of de naam.',
  'rejection.realisation.theme-differs':
    '{measure} valt niet onder het thema ‘{value}’. Laat het thema weg of verbeter het.',
  'rejection.realisation.unknown-fund':
    'De middelen ‘{value}’ horen niet bij deze regeling. Gebruik de code of de naam.',
  'rejection.realisation.fund-needed': 'Uit welke middelen is niet duidelijk. Noem er een: {funds}.',
  'rejection.realisation.year-outside':
    '{year, number, ::group-off} valt buiten de regeling ({first, number, ::group-off} tot en met {last, number, ::group-off}).',
  'rejection.realisation.year-other':
    'Deze rij gaat over {year, number, ::group-off}; u boekt {chosen, number, ::group-off}. Verwijder de rij of boek haar bij dat jaar.',
  'rejection.realisation.pm-beside':
    'pm en een getal gaan niet op één regel. Zet het open deel met pm op een eigen regel (een ander onderdeel), of maak de andere kant leeg.',
  'rejection.realisation.no-amount': 'Vul een bedrag of fte in, of verwijder de rij.',
  'rejection.realisation.twice':
    'Deze maatregel staat met hetzelfde onderdeel, dezelfde middelen en kostensoort ook in rij {first}. Voeg de rijen samen.',
  'rejection.realisation.changed-since':
    'Intussen is versie {number} van dit verslag geboekt. Er is niets van u geboekt en uw invoer staat er nog: bekijk opnieuw wat er verandert.',
  'rejection.realisation.nothing-new': 'Dit is al zo geboekt: er verandert niets.',
} as const;
