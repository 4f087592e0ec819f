import { inEuros, type Rate } from '#app/kernel/fte-rate.ts';
import type { Quantity } from './realisation.ts';
import type { ReportRow } from './report-row.ts';

type Frame = { year: number; rates: readonly Rate[] };

/** A sum in cents of amounts of one year; FTE without a euro figure at the scheme's rate. Null: there are none. */
export function rowEuros(lines: readonly Quantity[], { year, rates }: Frame): number | null {
  if (lines.length === 0) return null;
  return inEuros(
    lines.map(({ cents, fteMilli }) => ({ cents, fteMilli, mark: null, year })),
    rates,
  ).cents;
}

/** The budget of rows in cents; null when none of them has one. */
export function budgetEuros(rows: readonly ReportRow[], frame: Frame): number | null {
  return rowEuros(
    rows.flatMap((row) => (row.budget ? [row.budget] : [])),
    frame,
  );
}
