/** Wat de sjabloon van een verslag zelf invult, en waaruit zij put. */
export const nl = {
  'question.template': 'Sjabloon van het verslag',
  'question.filled': 'door de sjabloon gevuld',
  'question.part.chapter': 'hoofdstuk',
  'question.part.annex': 'bijlage',
  'question.draws-on': 'put uit {list}',
  'question.prints': 'drukt af: {list}',
  'question.draws-on.hint':
    'Eén per regel: soort verslag/vraag van een niveau lager, zoals facultair/voortgang. Met een 1 erachter het verslag van een jaar eerder.',
  'question.blocks.hint':
    'Eén per regel. guide: leeswijzer. table CODE: een tabel van de regeling. money theme|unit|fund|measure STADIA [all] en chart …: het geld als tabel of staven. progress: voortgang per maatregel. indicators [CODES]. lower: de antwoorden van de verslagen eronder.',
  'field.drawsOn': 'Put uit',
  'field.blocks': 'Tabellen en grafieken',
  'field.fixedNl': 'Vaste tekst',
  'field.fixedEn': 'Vaste tekst in het Engels',
  'field.part': 'Plaats in het verslag',
  'field.filled': 'Hier hoeft niemand iets te schrijven: de sjabloon vult dit onderdeel',
  'rejection.question.chain-loop':
    'Zo draait de keten rond: {path}. Een verslag kan niet putten uit een verslag dat op zijn beurt uit dit verslag put.',
  'rejection.question.asked-before':
    'Dit wordt in deze keten al gevraagd: “{otherNl}” ({otherKind}). Vraag het niet nog eens: zet bij “Put uit” {otherKind}/{other}, dan staat dat antwoord hier klaar.',
  'rejection.question.source-unknown': 'Er is geen vraag {code} in deze regeling, of het is deze vraag zelf.',
  'rejection.question.drawsOn-unread': '“{line}” is geen soort verslag en vraag, zoals facultair/voortgang.',
  'rejection.question.blocks-unread':
    '“{line}” is niets wat een sjabloon kan afdrukken. Kijk naar de voorbeelden.',
  'rejection.question.drawn-on':
    'Uit vraag {code} put {by}. Haal het daar eerst weg; dan kan deze vraag vervallen.',
} as const;
