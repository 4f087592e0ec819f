export const nl = {
  'permission.publication.write': 'openbaar maken en intrekken',
  'scheme.tab.publications': 'Openbaar',
  'field.confidential': 'Vertrouwelijk: niet openbaar te maken',
  'publication.title': 'Openbaar',
  'publication.lead': 'Wat iedereen zonder in te loggen kan lezen.',
  'publication.none': 'Van deze regeling is niets openbaar',
  'publication.none.next': 'Een versie die van kracht is, kan openbaar worden gemaakt.',
  'publication.open-page': 'De openbare pagina van deze regeling',
  'publication.could': 'Kan openbaar worden gemaakt',
  'publication.version': 'Versie {number}, openbaar vanaf {date}',
  'publication.withdrawn-why': '· ingetrokken op {date}: {reason}',
  'publication.public': 'openbaar',
  'publication.publish': 'Openbaar maken',
  'publication.withdraw': 'Intrekken',
  'publication.sure': '{title} openbaar maken',
  'publication.act': 'Openbaar maken',
  'publication.effect.version':
    'Versie {number} ({hash}) wordt voor iedereen leesbaar, zoals zij is ingediend.',
  'publication.effect.address':
    'Het adres eindigt op {document} en blijft hetzelfde; ook zoekmachines vinden het.',
  'publication.effect.printed':
    'Te lezen: {chapters, plural, one {# hoofdstuk} other {# hoofdstukken}} met {tables, plural, one {# tabel} other {# tabellen}}, ook als PDF, Word, OpenDocument, JSON en CSV.',
  'publication.effect.decisions': 'Erbij staat wie besloot en wanneer, zonder personen: {list}.',
  'publication.effect.not':
    'Niet te lezen: bewijsstukken, opmerkingen, namen van schrijvers en leden, stemmingen en andere versies. Wat is afgeschermd (<5) blijft afgeschermd.',
  'publication.effect.older': 'Versie {number} houdt haar eigen adres en verwijst naar de nieuwe.',
  'publication.from': 'Openbaar vanaf',
  'publication.from.hint': 'Tot die dag is er op het adres niets te zien.',
  'publication.leave-out': 'Weglaten',
  'publication.chapter':
    '{tables, plural, =0 {} one {# tabel } other {# tabellen }}{figures, plural, =0 {} one {# grafiek } other {# grafieken }}{confidential, select, true {vertrouwelijk} other {}}',
  'publication.reason': 'Waarom iets wegblijft',
  'publication.reason.hint': 'Staat op de plaats van wat wegblijft, voor iedereen.',
  'publication.names': 'In de tekst staan namen: {names}. Die mogen er staan.',
  'publication.preview': 'Zo komt het er te staan',
  'publication.withdraw.sure': 'Versie {number} intrekken',
  'publication.withdraw.reason': 'De reden, voor iedereen leesbaar',
  'publication.withdraw.effect.gone':
    'De tekst, de cijfers en de bestanden zijn binnen een minuut niet meer te lezen.',
  'publication.withdraw.effect.why': 'Op het adres staat voortaan dat het is ingetrokken, wanneer en waarom.',
  'publication.withdraw.effect.older':
    '{left, plural, =0 {Er blijft geen andere versie openbaar.} one {Een andere versie blijft openbaar.} other {# andere versies blijven openbaar.}}',
  'rejection.publish.refused':
    'Dit kan niet openbaar worden gemaakt: {count, plural, one {er staat iets in de weg} other {er staan # dingen in de weg}}',
  'rejection.publish.draft':
    'Versie {number} is een concept. Openbaar wordt wat is ingediend en vastgesteld.',
  'rejection.publish.not-adopted': 'Versie {number} is niet vastgesteld.',
  'rejection.publish.not-in-force': 'Versie {number} is nog niet, of niet meer van kracht.',
  'rejection.publish.superseded': 'Versie {number} is vervangen; versie {other} is van kracht.',
  'rejection.publish.not-kept':
    'De cijfers van versie {number} zijn niet bij het indienen bewaard. Dien een nieuwe versie in en stel die vast.',
  'rejection.publish.public-already': 'Versie {number} is al openbaar.',
  'rejection.publish.confidential': '“{title}” is vertrouwelijk. Laat het weg.',
  'rejection.publish.hash': 'De versie is een andere dan u zag. Bekijk haar opnieuw.',
  'rejection.publish.from-past': 'Openbaar worden kan op zijn vroegst vandaag, {date}',
  'rejection.publish.reason': 'Zeg waarom iets wegblijft',
  'rejection.publish.chapter': 'Er zijn maar {count} hoofdstukken',
  'rejection.publish.names': 'Bevestig dat deze namen er mogen staan: {names}',
  'rejection.publish.not-public': 'Versie {number} is niet openbaar.',
  'audit.action.publication.publish': 'Openbaar gemaakt',
  'audit.action.publication.withdraw': 'Openbaarmaking ingetrokken',
  'audit.field.leftOut': 'Weggelaten',
};
