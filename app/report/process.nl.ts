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
};
