/**
 * What Universiteit Leiden printed in the joint plan of action on student well-being 2024-2027, chapter 3: costs
 * per pillar and sources, in euros, 2024-2028. The last digit of 2028 is lost in the text that was used; every
 * restored figure equals its neighbours and its column adds up.
 */
type Years = Record<number, number>;

export const tableYears = [2024, 2025, 2026, 2027, 2028] as const;

function each(first: number, later: number): Years {
  return Object.fromEntries(tableYears.map((year) => [year, year === 2024 ? first : later]));
}

function from2025(amount: number): Years {
  return Object.fromEntries(tableYears.slice(1).map((year) => [year, amount]));
}

export const costs: Record<string, Years> = {
  P1: each(257_500, 260_000),
  P2: each(99_000, 99_000),
  P3: each(527_592, 530_000),
  P4: each(180_000, 180_000),
  P5: each(155_000, 155_000),
};

/** Sources that are there already, by fund. */
export const present: Record<string, Years> = {
  npo: { 2024: 14_772 },
  kwaliteitsmiddelen: { 2024: 134_320 },
  'structureel-kader': from2025(154_000),
};

/** Sources that are proposed; those of the administrative agreement are a provisional statement. */
export const proposed: Record<string, Years> = {
  bestuursakkoord: each(605_000, 605_000),
  vernieuwingsmiddelen: each(465_000, 465_000),
};

/** Below the table and outside its totals: the officers of the faculties, and who pays them in which year. */
export const officers = {
  cost: each(295_680, 276_600),
  sources: {
    'kwaliteitsmiddelen-officers': { 2024: 295_680 } as Years,
    'structureel-kader-officers': from2025(276_600),
  },
};
