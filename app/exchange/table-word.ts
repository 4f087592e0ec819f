/** What a label of a row or column says about its figures, in Dutch and English. */
export type Role =
  | 'total'
  | 'result'
  | 'revenue'
  | 'cost'
  | 'carry'
  | 'budget'
  | 'actual'
  | 'percent'
  | 'rate'
  | 'fte'
  | 'memo';

const words: [Role, RegExp][] = [
  [
    'total',
    /\b(?:sub|eind|deel|generaal |grand )?-?tota(?:al|len|le|l|ls)\b|\bsubtotals?\b|(?:^|\s)(?:som|sum|gesamt|tot\.)(?:\s|$|:)|Σ/i,
  ],
  [
    'result',
    /resulta(?:at|ten)\b|\bsaldo\b|\bsaldi\b|\bresult\b|\bbalance\b|verschil|afwijking|difference|variance|\bdelta\b|Δ|overschot|tekort|surplus|deficit|resteert|\brestant\b|\bresterend|remaining|remainder|mutatie|onderbesteding|underspend|overbesteding|overspend|\bchange\b|\bmarge\b/i,
  ],
  [
    'revenue',
    /baten|inkomsten|opbrengst|revenue|income|ontvangst|rijksbijdrage|beschikbaar|available|\bgrant|toegekend|middelen\b|funding/i,
  ],
  ['cost', /lasten|kosten|uitgaven|besteding|\bcosts?\b|expenditure|expenses?|spending|\bspent\b|besteed/i],
  [
    'carry',
    /nog te (?:alloceren|verdelen|bestemmen|besteden)|not (?:yet )?allocated|unallocated|yet to be allocated|carr(?:y|ied)[- ]?(?:over|forward)|doorgeschoven|overheveling|overloop|onverdeeld|niet (?:gealloceerd|verdeeld|toegewezen)/i,
  ],
  [
    'budget',
    /begro(?:ot|ting)|\bbudget|(?:^|\s)b(?:\s?(?:19|20)\d\d)?(?:\s|$)|\bplan(?:ned|ning)?\b|geraamd|raming/i,
  ],
  [
    'actual',
    /realis|werkelijk|\bactuals?\b|(?:^|\s)r(?:\s?(?:19|20)\d\d)?(?:\s|$)|\bspent\b|\bbesteed\b|\boutturn\b|gerealiseerd/i,
  ],
  ['percent', /%|aandeel|\bshare\b|percent|procent|\bpct\b/i],
  [
    'rate',
    /\btarief|\brate\b|\bprijs\b|\bprice\b|gemiddeld|average|\bper (?:fte|student|hoofd|head|eenheid|unit)\b|€\s?\/\s?fte/i,
  ],
  ['fte', /\bfte/i],
  ['memo', /^\s*(?:-\s*)?(?:waarvan|w\.v\.|of which|thereof|inclusief|incl\.)/i],
];

/** The roles that the words of a label give it. */
export function rolesOf(label: string): Set<Role> {
  return new Set(words.filter(([, pattern]) => pattern.test(label)).map(([role]) => role));
}

/** Years named in a heading (`B2022`, `2023`), as printed. */
export function yearsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((match) => match[0]))];
}

/** A cell that only names a year: `2024`, `B 2024`, `2024*`, `R2020`. */
export function isYearText(text: string): boolean {
  return /^(?:[A-Za-z]{1,12}\.?\s?)?(?:19|20)\d\d\s?(?:[*¹²³)]|\(.*\))*$/.test(text.trim());
}

/** The number before a label (`1.`, `1.2`, `a.`), as its parts; null when there is none. */
export function numberingOf(label: string): string[] | null {
  const match = /^\s*(\d{1,2}(?:\.\d{1,2})*)(?:[.):]|\s|$)/.exec(label);
  return match ? match[1]!.split('.') : null;
}
