/** Aanhalen uit de verslagen eronder. */
export const nl = {
  'quote.lower': 'Wat de verslagen eronder zeggen',
  'quote.lower.explained':
    '{count, plural, =0 {Er is nog geen verslag ingediend waaruit dit antwoord kan putten.} one {Eén eenheid diende haar verslag in. Vink aan wat u wilt gebruiken.} other {# eenheden dienden hun verslag in. Vink aan wat u wilt gebruiken.}}',
  'quote.version': 'versie {version}, {status, select, adopted {vastgesteld} other {ingediend}}',
  'quote.quote': 'Aangevinkte aanhalen',
  'quote.take': 'Aangevinkte overnemen om samen te vatten',
  'quote.quote-whole': 'Haal dit antwoord aan',
  'quote.take-whole': 'Neem het over om samen te vatten',
  'quote.back': 'Terug naar uw tekst',
  'quote.acts.hint':
    'Aanhalen laat de woorden staan zoals zij zijn ingediend, met hun bron. Overnemen zet ze in uw tekst, met een voetnoot; daarna kunt u ze inkorten.',
  'quote.silent': 'Nog zonder antwoord',
  'quote.silent.why':
    '{why, select, none {{kind} nog niet begonnen} draft {{kind} nog niet ingediend} other {geen antwoord op deze vraag}}',
  'quote.quotes': 'Aangehaald in dit antwoord',
  'quote.from': '{title}, versie {version}',
  'quote.newer': 'versie {version} is nieuwer',
  'quote.compare': 'Toon het verschil',
  'quote.newer.says': 'De bron zegt nu:',
  'quote.newer.says-all': 'Het hele antwoord luidt nu, naast de aangehaalde passage:',
  'quote.newer.same': 'Dit antwoord is in de nieuwere versie gelijk gebleven.',
  'quote.newer.gone': 'De nieuwere versie heeft dit antwoord niet meer.',
  'quote.take-over': 'Neem versie {version} over',
  'quote.remove': 'Haal weg',
  'quote.note': '{unit}, {title}, versie {version} ({hash})',
  'quote.note-hint': 'Een voetnoot schrijft u in de tekst als [^de woorden van de noot].',
  'quote.taken': 'De passages staan onder uw tekst',
  'quote.taken.next': 'Vat ze samen en sla op; er is nog niets opgeslagen.',
  'quote.frozen-newer':
    '{count, plural, one {Eén bron is} other {# bronnen zijn}} na het indienen gecorrigeerd. Dit verslag blijft zoals het is ingediend; bij de aanhaling staat wat er nieuwer is.',
  'rejection.quote.choose': 'Vink eerst een of meer passages aan.',
  'rejection.quote.not-drawn': 'Deze vraag put niet uit {document}; daaruit kan hier niet worden aangehaald.',
  'rejection.quote.not-submitted':
    'Die versie van {document} is nog niet ingediend. Alleen wat vaststaat, kan worden aangehaald.',
  'rejection.quote.nothing-newer': 'Er is geen nieuwere versie van {document} die dit antwoord heeft.',
} as const;
