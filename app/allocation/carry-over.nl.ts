/** Woorden van overheveling: wat een jaar overlaat, of te vroeg uitgaf, in een ander jaar. */
export const nl = {
  'carry.title': 'Overheveling',
  'carry.lead':
    'Wat een eenheid in een jaar niet uitgaf, blijft in dat jaar staan tot er een besluit is. Hier staat wat er over is, en wordt voorgesteld om het naar een later jaar te verplaatsen.',
  'carry.to-page': 'Overheveling',
  'carry.rule':
    'Overhevelen mag: {share, select, all {alles wat over is} other {ten hoogste {share}% van wat een eenheid in het jaar kreeg}}, tot en met {last}. {advance, select, true {Een later jaar mag betalen voor een eerder jaar dat meer uitgaf (voorinvestering).} other {Een later jaar mag niet betalen voor een eerder jaar.}}',
  'carry.rule.source': 'Grondslag: {source}',
  'carry.no-rule': 'Deze regeling staat geen overheveling toe.',
  'carry.no-rule.next':
    'Wat over is, blijft in zijn jaar staan. Een beheerder kan bij de regeling een documentsoort voor overheveling aanwijzen.',
  'carry.left': 'Over per jaar, {fund}',
  'carry.left.note':
    'Toegewezen min uitgegeven, na de overhevelingen die gelden. Onbekend: van dat jaar is nog geen definitief verslag; dat is iets anders dan nul.',
  'carry.left.none': 'Er is nog niets toegewezen.',
  'carry.left.none.next': 'Wat over is, blijkt uit de verdeling en uit de financiële verslagen.',
  'carry.unit': 'Eenheid',
  'carry.total': 'Totaal bekend',
  'carry.documents': 'Overhevelingen',
  'carry.documents.none': 'Er is nog niets overgeheveld of voorgesteld.',
  'carry.document': 'Document',
  'carry.amount.sum': 'Verplaatst',
  'carry.start': 'Overheveling voorstellen',
  'carry.start.lead':
    'Het concept begint met alles wat over is, zo ver als de regeling toestaat. Bedragen, jaren en redenen past u daarna aan.',
  'carry.from': 'Van jaar',
  'carry.to': 'Naar jaar',
  'carry.document.lead': 'Versie {number} · {count, plural, one {# overheveling} other {# overhevelingen}}',
  'carry.effect':
    'Elke overheveling is twee regels die samen nul zijn: er komt geen geld bij en er gaat geen geld weg. Zij telt zodra het besluit van kracht is.',
  'carry.reason.all': 'Reden',
  'carry.reason.all.hint':
    'Geldt voor elke regel zonder eigen reden. Zonder reden kan een regel niet worden ingediend.',
  'carry.table': 'Wat verplaatst',
  'carry.table.note':
    'In euro’s. Over: zonder deze overheveling. Een negatief bedrag: het latere jaar betaalt voor het eerdere (voorinvestering).',
  'carry.column.fund': 'Middelen',
  'carry.column.from': 'Van',
  'carry.column.to': 'Naar',
  'carry.column.allocated': 'Toegewezen',
  'carry.column.realised': 'Uitgegeven',
  'carry.column.left': 'Over',
  'carry.column.cents': 'Overhevelen',
  'carry.column.reason': 'Eigen reden',
  'carry.cents.label': 'Overhevelen, {unit}, {year}',
  'carry.to.label': 'Naar jaar, {unit}, {year}',
  'carry.reason.label': 'Reden, {unit}, {year}',
  'carry.theirs': 'nu opgeslagen: {value}',
  'carry.save': 'Opslaan',
  'carry.submit': 'Opslaan en indienen',
  'carry.submit.hint': 'Na indienen liggen bedragen en redenen vast; wie bevoegd is, neemt dan het besluit.',
  'carry.saved': 'Opgeslagen.',
  'carry.problems': 'Zo kan het niet worden ingediend',
  'carry.problems.submitted': 'Zo kan het niet meer worden vastgesteld',
  'carry.next': 'Nieuwe versie beginnen',
  'carry.total.moved': 'Samen',
  'rejection.carry.no-rule':
    'Deze regeling staat geen overheveling toe. Een beheerder kan bij de regeling een documentsoort voor overheveling aanwijzen.',
  'rejection.carry.nothing-left':
    'Van {year} is niets over te hevelen: er is niets over, of er is nog geen definitief verslag van.',
  'rejection.carry.no-longer':
    'De cijfers zijn sinds het indienen veranderd: {count, plural, one {# regel kan zo niet meer} other {# regels kunnen zo niet meer}}. Geef de overheveling terug en pas haar aan.',
  'rejection.carry.none': 'Er staat nog niets om over te hevelen. Vul ten minste één bedrag in.',
  'rejection.carry.reason': 'Geef een reden: waarom verplaatst het geld van {unit} van {year} naar {to}?',
  'rejection.carry.marked':
    'Alleen wat zeker over is, kan worden overgeheveld: een bedrag zonder * of pm. Wacht op het definitieve verslag van het jaar.',
  'rejection.carry.zero': 'Nul verplaatst niets. Vul een bedrag in of laat de regel weg.',
  'rejection.carry.twice': '{unit} staat tweemaal van {year} naar {to}. Tel de bedragen op in één regel.',
  'rejection.carry.not-later': 'Naar een later jaar dan {year}: kies een jaar daarna.',
  'rejection.carry.too-late': 'Overhevelen mag tot en met {last}; {to} is later.',
  'rejection.carry.year-outside':
    'Jaar {year} valt buiten de regeling, die van {first} tot en met {last} loopt.',
  'rejection.carry.year': 'Kies een jaar.',
  'rejection.carry.no-money':
    '{unit} kreeg uit {fund} niets in {year}. Kies een eenheid en een jaar met geld.',
  'rejection.carry.not-final':
    'Van {unit} is over {year} nog geen definitief financieel verslag van kracht. Wat over is, is dus nog niet bekend.',
  'rejection.carry.over-left':
    '{unit} heeft over {year} {left, number, ::currency/EUR scale/0.01} over; {cents, number, ::currency/EUR scale/0.01} is meer dan dat.',
  'rejection.carry.over-share':
    'De regeling laat {share}% overhevelen: {unit} over {year} ten hoogste {most, number, ::currency/EUR scale/0.01}, en dit is {cents, number, ::currency/EUR scale/0.01}.',
  'rejection.carry.no-advance':
    'De regeling laat een later jaar niet betalen voor {year}. Vul een positief bedrag in of laat de regel weg.',
  'rejection.carry.over-spent':
    '{unit} gaf in {year} {left, number, ::currency/EUR scale/0.01} meer uit dan er was; een later jaar kan niet {asked, number, ::currency/EUR scale/0.01} betalen.',
  'rejection.carry.both-ways': 'Voor {unit} gaat geld van {year} zowel vooruit als terug. Kies één richting.',
  'rejection.carry.to-short':
    '{unit} heeft in {to} {cents, number, ::currency/EUR scale/0.01}; daar kan niet {asked, number, ::currency/EUR scale/0.01} van af.',
};
