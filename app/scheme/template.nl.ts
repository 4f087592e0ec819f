/** Wat de sjabloon van een verslag zelf invult, en waaruit zij put. */
export const nl = {
  'question.template': 'Sjabloon van het verslag',
  'question.filled': 'door de sjabloon gevuld',
  'question.part.chapter': 'hoofdstuk',
  'question.part.annex': 'bijlage',
  'question.draws-on': 'put uit {list}',
  'question.prints': 'drukt af: {list}',
  'question.draws-on.hint':
    'Kies uit de lijst een vraag van een verslag een niveau lager (soort/vraag). Met een 1 erachter: het verslag van een jaar eerder. Maak leeg wat weg mag.',
  'question.blocks.hint':
    'Kies uit de lijst wat onder het antwoord wordt afgedrukt, of typ het: money theme budgeted,realised all, of indicators met de codes die u wilt.',
  'question.line': '{number, plural, =1 {{name}} other {{name}, nog een}}',
  'question.source':
    '{kind}: {question}{yearsBefore, plural, =0 {} one { (een jaar eerder)} other { (# jaar eerder)}}',
  'block.guide': 'de leeswijzer',
  'block.progress': 'de voortgang per maatregel',
  'block.lower': 'de antwoorden van de verslagen eronder, in hun geheel',
  'block.indicators':
    '{count, plural, =0 {alle indicatoren, met grafiek en reflectie} other {indicatoren {list}, met grafiek en reflectie}}',
  'block.table': 'tabel {name}',
  'block.slice':
    '{kind, select, chart {staafdiagram} other {tabel}} van het geld per {rows, select, theme {thema} unit {eenheid} fund {soort middelen} other {maatregel}}: {stages}, {years, select, all {alle jaren} other {de jaren van het verslag}}',
  'scheme-admin.burden': 'Lastenmeter: wat deze sjablonen vragen van wie ze invult',
  'field.drawsOn': 'Put uit',
  'field.blocks': 'Tabellen en grafieken',
  'field.fixedNl': 'Vaste tekst',
  'field.fixedEn': 'Vaste tekst in het Engels',
  'field.part': 'Plaats in het verslag',
  'field.filled': 'Hier hoeft niemand iets te schrijven: de sjabloon vult dit onderdeel',
  'rejection.question.chain-loop':
    'Zo draait de keten rond: {path}. Een verslag kan niet putten uit een verslag dat op zijn beurt uit dit verslag put.',
  'rejection.question.asked-before':
    'Dit wordt in deze keten al gevraagd: “{otherNl}” ({otherKindNl}). Vraag het niet nog eens: zet bij “Put uit” {otherKind}/{other}, dan staat dat antwoord hier klaar.',
  'rejection.question.asked-above':
    'Het verslag erboven vraagt dit al in dezelfde woorden: “{otherNl}” ({otherKindNl}). Sla deze vraag eerst in andere woorden op en laat {otherKind}/{other} eruit putten; daarna mogen de woorden gelijk zijn.',
  'rejection.question.source-unknown': 'Er is geen vraag {code} in deze regeling, of het is deze vraag zelf.',
  'rejection.question.drawsOn-unread': '“{line}” is geen soort verslag en vraag, zoals facultair/voortgang.',
  'rejection.question.blocks-unread':
    '“{line}” is niets wat een sjabloon kan afdrukken. Kijk naar de voorbeelden.',
  'rejection.question.drawn-on':
    'Uit vraag {code} put {by}. Haal het daar eerst weg; dan kan deze vraag vervallen.',
} as const;
