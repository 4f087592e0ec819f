/** Verslagen die uit verslagen putten, en de bestanden die ervan worden gemaakt. */
export const nl = {
  'chain.in-keur': 'in duizenden euro’s',
  'chain.total': 'Totaal',
  'chain.slice':
    '{rows, select, theme {Per thema} unit {Per eenheid} fund {Per geldstroom} other {Per maatregel}}, {place}, {years}',
  'chain.chart': '{title}: staven in duizenden euro’s',
  'chain.no-money': '{title}: er is nog geen geld vastgesteld.',
  'chain.not-kept':
    'De cijfers van deze versie zijn niet met haar bewaard: zij werd ingediend voordat dit gebeurde, of elders.',
  'chain.notes': 'Noten',
  'chain.open': 'Nog niet beantwoord.',
  'chain.draft': 'Concept',
  'chain.subtitle': '{kind} · {unit} · versie {version}',
  'chain.guide.line':
    '{part, select, annex {bijlage} other {{filled, select, true {vast hoofdstuk met de cijfers die van kracht zijn} other {{per, select, theme {een deel per thema} unit {een deel per eenheid} other {antwoord van de schrijver}}}}}}{reports, plural, =0 {} one {, met één verslag ernaast} other {, met # verslagen ernaast}}{quoted, plural, =0 {} one {, één aanhaling} other {, # aanhalingen}}.',
  'chain.guide.rests': '{count, number} × {kind}',
  'chain.guide.sources': 'Dit verslag put uit {list}.',
  'chain.guide.draft': 'Zolang dit een concept is, volgen de cijfers de stand van vandaag.',
  'chain.lower.none': 'Geen verslag ingediend.',
  'chain.lower.of': '{title}, versie {version} ({hash}).',
} as const;
