/** Woorden van mijlpalen en van wat een oordeel met het geld doet. */
export const nl = {
  'milestone.title': 'Mijlpalen',
  'milestone.link': 'Mijlpalen en maandbalken',
  'milestone.back': 'Alle stappen van de cyclus',
  'milestone.caption': 'Mijlpalen, {year}',
  'milestone.moment': 'Moment',
  'milestone.level':
    '{kind, select, none {Niveau} institution {Instellingsbreed} faculty {Faculteit} institute {Instituut} programme {Opleiding} service {Dienst} other {{kind}}}',
  'milestone.product': 'Mijlpaal',
  'milestone.right': 'Medezeggenschap',
  'milestone.meeting': 'Vergadering',
  'milestone.deadline': 'Uiterlijk {when}.',
  'milestone.none': 'Deze cyclus heeft geen mijlpalen.',
  'milestone.none.next':
    'Geef een stap van de cyclus een plaats in de mijlpalentabel, dan komt zij hier te staan.',
  'milestone.bars': 'In welke maanden, {year}',
  'milestone.bars.note':
    'Een balk loopt van het begin van het werk tot en met de mijlpaal; een nummer is de mijlpaal in de tabel hierboven.{unknown, select, true { Van sommige mijlpalen is niet bekend wanneer het werk begint: daar staat alleen het nummer.} other {}}',
  'milestone.bars.said':
    '{level}: {runs, select, none {wanneer het werk loopt, is niet bekend} other {loopt in {runs}}}; {due, select, none {geen mijlpaal} other {mijlpaal {due}}}.',
  'milestone.bars.runs': 'loopt',
  'sanction.title': 'Wat een oordeel met het geld doet',
  'sanction.link': 'Wat een slecht oordeel zou kosten',
  'sanction.lead':
    'Bij elk oordeel dat slecht kan aflopen: hoeveel geld er dan niet komt, gerekend met wat nu is toegekend en verdeeld. Of het zover komt, beslist wie beoordeelt.',
  'sanction.none': 'Voor deze regeling is niet vastgelegd wat een slecht oordeel met het geld doet.',
  'sanction.none.next':
    'Wie regelingen beheert, legt hier per oordeel vast wat er dan niet wordt uitgekeerd.',
  'sanction.caption': 'Wat er dan niet komt',
  'sanction.unit': 'in euro’s',
  'sanction.total': 'Samen',
  'sanction.row.amount': 'Toegekend of verwacht',
  'sanction.row.loss': 'Niet uitgekeerd',
  'sanction.unallocated': 'Nog niet verdeeld',
  'sanction.note.expected': 'Nog niet toegekend: dit is wat er wordt verwacht.',
  'sanction.note.partial': 'Zonder de jaren waarvan het bedrag niet bekend is.',
  'sanction.formula.withhold':
    'Per jaar van {from} tot en met {last}: {share, select, all {alles} other {{share}}} van wat is toegekend, of anders verwacht.',
  'sanction.formula.no-growth':
    'Wat er in {year} meer is toegekend (of anders verwacht) dan in {over}; niets als het niet meer is.',
  'sanction.formula.units':
    'Per eenheid naar verhouding van wat zij in dat jaar kreeg toegewezen; wat nog niet is verdeeld, draagt zijn eigen deel. Zo zou het zijn als niemand wordt ontzien: een besluit daarover is er niet.',
  'sanction.change': 'Wat is vastgelegd',
  'sanction.add': 'Gevolg toevoegen',
  'sanction.effect': 'Wat er dan gebeurt',
  'sanction.effect.kind': 'Gevolg',
  'sanction.effect.kind.withhold': 'jaren worden niet (geheel) uitgekeerd',
  'sanction.effect.kind.no-growth': 'de groei van een jaar komt niet',
  'sanction.effect.fromYear': 'Vanaf',
  'sanction.effect.lastYear': 'Tot en met',
  'sanction.effect.share': 'Deel dat niet komt, in procenten',
  'sanction.effect.year': 'Jaar',
  'sanction.effect.over': 'Vergeleken met',
  'field.causeNl': 'Bij welk oordeel',
  'field.causeEn': 'Bij welk oordeel, in het Engels',
  'rejection.sanction.years': 'Dit jaar ligt vóór het eerste. Draai de jaren om.',
  'rejection.sanction.share': '“{raw}” is geen percentage boven 0 en tot en met 100.',
};
