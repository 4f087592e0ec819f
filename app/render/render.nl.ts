/** Words that the writers add of themselves. `{name}` is filled in. */
export const nl = {
  'render.asOf': 'Stand op {date}',
  'render.knownOn': 'Zoals bekend op {date}',
  'render.contents': 'Inhoud',
  'render.page': 'Pagina {page} van {pages}',
  'render.rounding': 'De afgeronde delen tellen op tot {values}: verschil door afronding.',
  'render.difference': 'De delen tellen op tot {values}: dat verschilt van het gedrukte bedrag.',
  'render.stated': 'In het brondocument staat {values}.',
  'render.and': 'en',
  'render.pm': 'pm',
  'render.pm.legend': 'pm: pro memorie, het bedrag is nog niet bepaald en telt niet mee',
  'render.unknown': 'n.b.',
  'render.unknown.legend': 'n.b.: niet bekend, dus niet nul',
  'render.masked': '<{below}',
  'render.masked.legend': '<{below}: kleiner dan {below}, afgeschermd om herleiding te voorkomen',
  'render.nil.legend': '–: nihil',
  'render.label': 'Omschrijving',
} as const;
