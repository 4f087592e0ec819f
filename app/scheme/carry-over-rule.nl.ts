/** Woorden van de regel over overheveling. */
export const nl = {
  'carry-over-rule.title': 'Overheveling',
  'carry-over-rule.none': 'Documenten van deze soort verdelen geld; zij hevelen niets over.',
  'carry-over-rule.add': 'Voor overheveling gebruiken',
  'carry-over-rule.said':
    'Documenten van deze soort hevelen over wat een jaar overlaat: {share, select, all {alles wat over is} other {ten hoogste {share}% van wat een eenheid dat jaar kreeg}}, tot en met {last}. Een later jaar {advance, select, true {mag} other {mag niet}} betalen voor een eerder jaar (voorinvestering). Grondslag: {source}',
  'carry-over-rule.share.hint': 'Van wat een eenheid in het jaar kreeg. Leeg: alles wat over is.',
  'carry-over-rule.source.hint': 'Wat dit bepaalt: een afspraak of een financiële regeling.',
  'field.share': 'Ten hoogste',
  'field.carryLastYear': 'Tot en met jaar',
  'field.advance': 'Een later jaar mag betalen voor een eerder jaar (voorinvestering)',
  'rejection.carry-over-rule.stage':
    'Soort {kind} verdeelt geen geld. Kies voor overheveling een soort met de fase ‘toegewezen’.',
  'rejection.carry-over-rule.in-use':
    'Er zijn al documenten van soort {code}. Wat hun regels betekenen, mag niet achteraf veranderen. Maak een eigen soort voor overheveling.',
  'rejection.carry-over-rule.share': '‘{raw}’ is geen percentage van 0 tot 100. Typ bijvoorbeeld 12,5.',
};
