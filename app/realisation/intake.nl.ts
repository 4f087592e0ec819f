/** Texts of the finance intake, in Dutch. */
export const nl = {
  'intake.title': 'Financiën inlezen: {unit} {year}',
  'intake.lead':
    'Lees de periodebestanden uit uw financiële systeem in. Regels zeggen welke kostenplaats en rekening bij welke maatregel horen; u ziet cel voor cel wat er verandert voordat er iets wordt geboekt.',
  'intake.back': 'Terug naar het verslag',
  'intake.steps': 'Stappen',
  'intake.step.files': 'Bestanden',
  'intake.step.files.state':
    '{files, plural, =0 {nog geen bestand} one {# bestand gelezen} other {# bestanden gelezen}}{waiting, plural, =0 {} other {, # wacht op kolommen}}',
  'intake.step.rules': 'Regels',
  'intake.step.rules.state':
    '{rules, plural, =0 {nog geen regel} one {# regel} other {# regels}}{unmapped, plural, =0 {} one {, # rij onverklaard} other {, # rijen onverklaard}}',
  'intake.step.preview': 'Bekijken en boeken',
  'intake.step.preview.none': 'nog niet uit bestanden geboekt',
  'intake.step.preview.state': 'laatst geboekt: versie {number}',
  'intake.month':
    '{month, select, 01 {jan} 02 {feb} 03 {mrt} 04 {apr} 05 {mei} 06 {jun} 07 {jul} 08 {aug} 09 {sep} 10 {okt} 11 {nov} other {dec}} {year}',
  'intake.quarter': 'kwartaal {quarter} {year}',
  'intake.closing': 'periode {number} {year}',
  'intake.rows': '{count, plural, one {# rij} other {# rijen}}',
  'intake.balance': 'Waar de rijen van de bestanden blijven',
  'intake.total.file': 'In de bestanden',
  'intake.total.booked': 'volgens regels naar maatregelen',
  'intake.total.excluded': 'met reden buiten gelaten',
  'intake.total.replaced': 'vervangen door een later bestand',
  'intake.total.unmapped': 'onverklaard',
  'intake.read':
    '{name} is gelezen: {count, plural, one {# rij} other {# rijen}}, samen {cents, number, ::currency/EUR scale/0.01}.',
  'intake.read.duplicates':
    '{count, plural, one {1 rij is gelijk aan een andere: beide tellen} other {# rijen zijn gelijk aan een andere: alle tellen}} mee, zoals het financiële systeem zegt. Is dat een vergissing, trek het bestand dan terug.',
  'intake.read.totals':
    '{count, plural, one {1 rij herhaalt het totaal van de rijen erboven en telt} other {# rijen herhalen het totaal van de rijen erboven en tellen}} niet mee.',
  'intake.read.formulas':
    '{count, plural, one {1 cel is een formule} other {# cellen zijn een formule}}: de uitkomst die in het bestand staat, telt. Er is niets uitgerekend.',
  'intake.to-preview': 'Bekijk wat er verandert',

  'intake.files': 'Bestanden',
  'intake.files.none': 'Er is voor dit jaar nog geen bestand ingelezen.',
  'intake.files.none.next':
    'Exporteer de boekingen van uw kostenplaatsen uit het financiële systeem en kies het bestand hieronder.',
  'intake.files.caption': 'Ingelezen bestanden, in euro; kosten zijn positief',
  'intake.files.note':
    'Overlappen bestanden elkaar, dan telt de latere stand. De volgorde van inlezen maakt niet uit en niets telt dubbel.',
  'intake.file': 'Bestand',
  'intake.file.state': 'Staat',
  'intake.file.as-of': 'Stand per',
  'intake.file.rows': 'Rijen',
  'intake.file.amount': 'Bedrag',
  'intake.file.act': 'Handelingen',
  'intake.file.waiting': 'wacht op kolommen',
  'intake.file.read': 'gelezen',
  'intake.file.withdrawn': 'teruggetrokken',
  'intake.file.partial': 'alleen aanvullingen',
  'intake.file.continue': 'Kolommen bevestigen',
  'intake.upload': 'Bestand uit het financiële systeem',
  'intake.upload.hint':
    'CSV, XLSX of ODS, ten hoogste 20 MB: een rij per boeking met periode, kostenplaats, rekening en bedrag.',
  'intake.upload.go': 'Inlezen',
  'intake.upload.busy': 'Bezig met inlezen…',
  'intake.example': 'Voorbeeldbestand met verzonnen bedragen, om te proberen:',
  'intake.example.stray': 'Inhuur fotograaf open dag',
  'intake.withdraw': 'Terugtrekken…',
  'intake.withdraw.reason': 'Waarom telt dit bestand niet meer mee?',
  'intake.withdraw.go': 'Trek het bestand terug',

  'intake.map.title': 'Kolommen van {name}',
  'intake.map.lead':
    'Bestanden met deze koppen zijn nieuw. Bevestig één keer wat er in elke kolom staat; daarna wordt de indeling herkend.',
  'intake.map.known': 'Deze indeling is bekend',
  'intake.map.known.by': 'Bevestigd door {name} op {date}. Kijk haar na en lees het bestand.',
  'intake.map.wrong': 'De kolommen kloppen nog niet. Er is niets gelezen.',
  'intake.map.not': 'Er is niets gelezen.',
  'intake.map.columns': 'Kolommen in het bestand',
  'intake.map.columns.note':
    'Nodig zijn periode of boekdatum, kostenplaats, rekening en een bedrag: één kolom, of debet en credit.',
  'intake.map.column': 'Kop',
  'intake.map.is': 'Dit is',
  'intake.map.is.of': 'Wat er in kolom {column} staat',
  'intake.map.row': 'Rij {number}',
  'intake.map.grouping': 'Getallen',
  'intake.map.grouping.hint': 'Getallen die een rekenblad zelf als getal bewaart, hebben dit niet nodig.',
  'intake.map.grouping.point': '1.234,56 (punt tussen duizendtallen)',
  'intake.map.grouping.comma': '1,234.56 (komma tussen duizendtallen)',
  'intake.map.grouping.ask': 'Vraag het bij twijfel',
  'intake.map.dates': 'Datums',
  'intake.map.dates.dmy': 'dag-maand-jaar, zoals 31-03-2025',
  'intake.map.dates.mdy': 'maand/dag/jaar, zoals 3/31/2025',
  'intake.map.costs': 'Kosten staan in dit bestand als',
  'intake.map.costs.plus': 'positieve bedragen (of debet)',
  'intake.map.costs.minus': 'negatieve bedragen',
  'intake.map.complete': 'Wat bevat het bestand?',
  'intake.map.complete.complete': 'Alle boekingen van zijn kostenplaatsen en perioden',
  'intake.map.complete.complete.hint':
    'Het vervangt wat eerdere bestanden over dezelfde kostenplaats en periode zeggen, ook wat er niet meer in staat.',
  'intake.map.complete.partial': 'Alleen aanvullingen en correcties',
  'intake.map.complete.partial.hint':
    'Het vervangt alleen boekingen met dezelfde periode, kostenplaats, rekening en boekstuk.',
  'intake.map.as-of': 'Stand per',
  'intake.map.as-of.hint': 'De dag waarop het bestand uit het financiële systeem kwam.',
  'intake.map.go': 'Lees de rijen',
  'intake.map.busy': 'Bezig met lezen…',
  'intake.map.already': 'Dit bestand is al gelezen.',
  'intake.field.none': 'niet nodig',
  'intake.field.period': 'Periode',
  'intake.field.costCentre': 'Kostenplaats',
  'intake.field.account': 'Rekening',
  'intake.field.description': 'Omschrijving',
  'intake.field.amount': 'Bedrag',
  'intake.field.debit': 'Debet',
  'intake.field.credit': 'Credit',
  'intake.field.side': 'D/C',
  'intake.field.bookedOn': 'Boekdatum',
  'intake.field.reference': 'Boekstuk',

  'intake.bucket': 'Onverklaarde rijen',
  'intake.bucket.empty': 'Elke rij is verklaard: geboekt volgens een regel, of met reden buiten gelaten.',
  'intake.bucket.lead':
    '{count, plural, one {Eén rij van} other {# rijen van samen}} {cents, number, ::currency/EUR scale/0.01} {count, plural, one {valt} other {vallen}} onder geen regel. Zolang hier iets staat, wordt er niets geboekt.',
  'intake.bucket.caption': 'Rijen zonder regel, grootste bedrag eerst',
  'intake.bucket.pages': 'Bladzijden van de bak',
  'intake.bucket.page': 'Bladzijde {page} van {pages}; {count} groepen, de grootste bedragen eerst.',
  'intake.bucket.page.previous': 'Vorige',
  'intake.bucket.page.next': 'Volgende',
  'intake.bucket.what': 'Kostenplaats, rekening en omschrijving',
  'intake.bucket.act': 'Verklaren',
  'intake.bucket.target': 'Waaraan {name} is besteed',
  'intake.bucket.choose': 'Kies een maatregel',
  'intake.bucket.map': 'Maak regel',
  'intake.bucket.exclude': 'Buiten laten…',
  'intake.bucket.exclude.go': 'Laat buiten',
  'intake.bucket.reason': 'Waarom is dit geen besteding van de regeling?',
  'intake.bucket.exact': 'Alleen rijen met ‘{description}’',
  'intake.bucket.wider': 'Ruimere regel',
  'intake.target.themes': 'Thema’s, zonder maatregel',
  'intake.excluded': 'Met reden buiten gelaten',
  'intake.excluded.reason': 'Reden',

  'intake.periods': 'Afgesloten perioden',
  'intake.periods.lead':
    'De cijfers van een afgesloten periode zijn definitief. Een later bestand met andere bedragen wordt niet stil verwerkt, maar apart geboekt als correctie met een reden.',
  'intake.periods.none': 'Er is in dit jaar nog geen periode afgesloten.',
  'intake.periods.all': 'Elke periode van dit jaar die voorbij is, is afgesloten.',
  'intake.periods.by': 'afgesloten door {name} op',
  'intake.periods.which': 'Periode',
  'intake.periods.note': 'Toelichting',
  'intake.periods.close': 'Sluit de periode af',
  'intake.periods.who': 'Perioden sluit de controller van de instelling af, voor alle eenheden tegelijk.',

  'intake.rule': 'Regel',

  'intake.preview.lead':
    'Er is nog niets geboekt. Per maatregel en periode ziet u wat er stond en wat het wordt; u boekt precies dit.',
  'intake.preview.to-bucket': 'Naar de onverklaarde rijen',
  'intake.preview.to-rules': 'Naar de regels',
  'intake.preview.problems': 'Zo kan dit niet worden geboekt',
  'intake.preview.problem': 'Regel {rules}: {reason}',
  'intake.preview.nothing': 'Er is nog niets om te boeken: lees een bestand in en maak regels.',
  'intake.preview.counts':
    '{changed, plural, =0 {Geen cel verandert} one {Eén cel verandert} other {# cellen veranderen}} in {rows, plural, one {één rij} other {# rijen}}.',
  'intake.preview.caption': 'Besteed per maatregel en periode, in euro',
  'intake.preview.note': 'Wat verandert, is gemerkt en zegt wat er stond.',
  'intake.preview.year': 'Jaar tot nu toe',
  'intake.preview.why': 'Waarom',
  'intake.preview.rules': 'regel {rules}',
  'intake.preview.was': 'was',
  'intake.preview.dropped':
    '{count, plural, one {Eén bedrag is} other {# bedragen zijn}} eerder met de hand geboekt en {count, plural, one {komt} other {komen}} in geen bestand voor. De bestanden zijn samen de stand van het jaar, dus {count, plural, one {dit wordt} other {deze worden}} 0.',
  'intake.corrections': 'Correcties op afgesloten perioden',
  'intake.corrections.lead':
    'Deze perioden zijn afgesloten. De verschillen worden als aparte regels geboekt, met de periode waar zij bij horen en uw reden.',
  'intake.corrections.caption': 'Wat verandert in afgesloten perioden, in euro',
  'intake.corrections.period': 'Periode',
  'intake.corrections.what': 'Maatregel',
  'intake.corrections.reason': 'Waarom veranderen deze bedragen?',
  'intake.corrections.reason.hint': 'De reden komt bij elke correctie in het verslag te staan.',

  'intake.source': 'Rijen uit het financiële systeem',
  'intake.source.lead':
    '{count, plural, one {Eén rij van} other {# rijen van samen}} {cents, number, ::currency/EUR scale/0.01} in versie {number} van het verslag van {unit} over {year}.',
  'intake.source.row': 'Bestand en rij',
  'intake.source.at': '{file}, rij {row}',
  'intake.source.more': 'De eerste {shown} van {count} rijen.',
  'intake.source.none':
    '{number, plural, =0 {Op dat moment was van dit verslag nog niets geboekt} other {Versie {number}, die toen gold, heeft achter dit bedrag geen rijen uit het financiële systeem}}',
  'intake.source.none.next': 'Kies een later moment, of ga naar de stand van nu.',
  'intake.source.open.of': 'Rijen uit het financiële systeem achter {name}',

  'intake.source.title': 'Herkomst uit het financiële systeem',
  'intake.link': 'Inlezen uit het financiële systeem',

  'rejection.intake.no-header':
    '{file}: geen rij met koppen gevonden. Zet boven de boekingen een rij met de namen van de kolommen.',
  'rejection.intake.same-file':
    'Dit bestand is al ingelezen als nummer {number} ({name}). Er is niets veranderd.',
  'rejection.intake.already-read':
    'Bestand {number} is al gelezen. Trek het terug als het niet klopt, en lees het verbeterde bestand in.',
  'rejection.intake.mixed-periods':
    'Het bestand en wat al is ingelezen noemen kwartaal {quarter} en ook maand {month}. Dat zou dubbel tellen: lees óf kwartalen óf maanden in.',
  'rejection.intake.column-twice':
    'Twee kolommen zijn aangewezen als {field, select, period {Periode} costCentre {Kostenplaats} account {Rekening} description {Omschrijving} amount {Bedrag} debit {Debet} credit {Credit} side {D/C} bookedOn {Boekdatum} other {Boekstuk}}. Kies er één.',
  'rejection.intake.column-needed':
    '{field, select, period {Wijs de periode aan, of een boekdatum.} costCentre {Wijs de kostenplaats aan.} account {Wijs de rekening aan.} other {Wijs het bedrag aan, of debet en credit.}}',
  'rejection.intake.ambiguous':
    '‘{value}’ kan op twee manieren worden gelezen. Kies hieronder bij Getallen wat het teken betekent.',
  'rejection.intake.no-period': 'Hier ontbreekt de periode.',
  'rejection.intake.not-a-period': '‘{value}’ is geen periode. Schrijf bijvoorbeeld 2025-03 of 2025-Q1.',
  'rejection.intake.period-outside':
    'Periode {period} hoort niet bij {year}. Lees deze rij in bij het verslag van haar eigen jaar.',
  'rejection.intake.no-cost-centre': 'Hier ontbreekt de kostenplaats.',
  'rejection.intake.no-account': 'Hier ontbreekt de rekening.',
  'rejection.intake.not-a-code':
    '‘{value}’ is geen code: gebruik letters, cijfers, punten, streepjes en schuine strepen.',
  'rejection.intake.no-amount': 'Hier ontbreekt het bedrag.',
  'rejection.intake.no-side': '‘{value}’ zegt niet of dit debet of credit is. Gebruik D of C.',
  'rejection.intake.not-a-day': '‘{value}’ is geen datum. Schrijf bijvoorbeeld 31-03-2025.',
  'rejection.intake.pattern':
    '‘{value}’ kan niet. Schrijf een code (4711), een begin (4711*) of een reeks (40000-40999).',
  'rejection.intake.rule-for-all':
    'Deze regel zou elke rij vangen. Vul een kostenplaats, een rekening of een tekst in.',
  'rejection.intake.months': 'De laatste maand ligt vóór de eerste.',
  'rejection.intake.reason-needed': 'Schrijf op waarom. De reden wordt bewaard.',
  'rejection.intake.target-needed': 'Kies een maatregel of een thema.',
  'rejection.intake.fund-needed': 'Kies uit welke middelen het is betaald.',
  'rejection.intake.unit-other': 'Deze eenheid heeft een eigen verslag. Boek het daar.',
  'rejection.intake.rule-changed':
    'Regel {number} is intussen gewijzigd. Er is niets bewaard; wat u typte staat er nog.',
  'rejection.intake.unmapped':
    'Er wordt niets geboekt: {count, plural, one {één rij} other {# rijen}} van samen {cents, number, ::currency/EUR scale/0.01} {count, plural, one {is} other {zijn}} nog onverklaard. Maak een regel, of laat ze met een reden buiten.',
  'rejection.intake.nothing-read': 'Er is nog geen bestand gelezen.',
  'rejection.intake.changed-since':
    'Intussen zijn er bestanden, regels of boekingen veranderd. Er is niets geboekt: bekijk opnieuw wat er verandert.',
  'rejection.intake.correction-reason':
    'Schrijf op waarom bedragen van afgesloten perioden veranderen ({count, plural, one {één correctie} other {# correcties}}).',
  'rejection.intake.period-closed': 'Periode {period} was al afgesloten.',
  'rejection.intake.period-not-over': 'Periode {period} is nog niet voorbij.',
  'rejection.intake.period-of-scheme': 'Periode {period} valt buiten de looptijd van de regeling.',
} as const;
