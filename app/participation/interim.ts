/**
 * What may be spent while consent on a budget is missing when its year begins: a share of what stood there the year
 * before, per item (WHW 9.40(5) says four twelfths). The share, of what, and on what ground are data of the right.
 * Pure; it computes and does not say that anything may.
 */

export type InterimRule = {
  parts: number;
  of: number;
  stage: 'budgeted' | 'allocated' | 'realised';
  basis: string;
  certainty: 'text' | 'known' | 'uncertain';
};

/** An item of the budget of the year before; cents null: no amount is known of it. */
export type InterimItem = { node: string | null; cents: number | null; unknown: number };
/** The same with the most that may be spent of it. */
export type InterimRow = InterimItem & { mostCents: number | null };

/**
 * The year of a document in which spending would begin without consent: the first whose new year's day comes after
 * the asking; null when its last year had begun by then.
 */
export function interimYear(
  { firstYear, lastYear }: { firstYear: number; lastYear: number },
  askedOn: string,
): number | null {
  const next = Number(askedOn.slice(0, 4)) + 1;
  const year = Math.max(firstYear, next);
  return year <= lastYear ? year : null;
}

/** The most per item, in whole cents and never rounded up, and of all together; unknown stays unknown. */
export function interimSpending(
  rule: Pick<InterimRule, 'parts' | 'of'>,
  items: readonly InterimItem[],
): { rows: InterimRow[]; cents: number; mostCents: number; incomplete: boolean } {
  const rows = items.map((item) => ({
    ...item,
    mostCents: item.cents === null ? null : Math.max(0, Math.floor((item.cents * rule.parts) / rule.of)),
  }));
  return {
    rows,
    cents: rows.reduce((sum, row) => sum + (row.cents ?? 0), 0),
    mostCents: rows.reduce((sum, row) => sum + (row.mostCents ?? 0), 0),
    incomplete: rows.some((row) => row.cents === null || row.unknown > 0),
  };
}
