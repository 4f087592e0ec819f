/** Which fund pays for a measure in which year: what stands in turn, and what is thereby not paid by the own funds. Pure. */

export type PayerLine = {
  measure: string;
  fund: string;
  year: number;
  cents: number | null;
  /** lines without an amount (pm) */
  unknown: number;
};

export type PayerFund = { code: string; own: boolean };

/** One measure: its funds with an amount a year, and the years in which another fund pays than in most. */
export type Payers = {
  measure: string;
  funds: { fund: string; own: boolean; years: Record<number, PayerLine> }[];
  /** years that another fund than the own ones pays, alone */
  substituted: { year: number; fund: string }[];
};

/** The measures that have any line, with who pays them; the order of measures and funds as given. */
export function payersOf(
  lines: readonly PayerLine[],
  measures: readonly string[],
  funds: readonly PayerFund[],
): Payers[] {
  return measures.flatMap((measure) => {
    const own = lines.filter((line) => line.measure === measure);
    if (own.length === 0) return [];
    const used = funds.filter((fund) => own.some((line) => line.fund === fund.code));
    const years = [...new Set(own.map((line) => line.year))].toSorted((a, b) => a - b);
    return [
      {
        measure,
        funds: used.map((fund) => ({
          fund: fund.code,
          own: fund.own,
          years: Object.fromEntries(
            own.filter((line) => line.fund === fund.code).map((line) => [line.year, line]),
          ),
        })),
        substituted: years.flatMap((year) => {
          const paying = used.filter((fund) =>
            own.some((line) => line.fund === fund.code && line.year === year),
          );
          const [only] = paying;
          return paying.length === 1 && only && !only.own ? [{ year, fund: only.code }] : [];
        }),
      },
    ];
  });
}
