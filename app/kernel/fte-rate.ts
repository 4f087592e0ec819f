import { type Cents, divideHalfAway, exact } from './money.ts';

/** FTE in euros at a dated rate: the server and the live grid count alike. */

/** From a year on, what one FTE costs, in cents. */
export type Rate = { fromYear: number; fteCents: Cents };

/** Amounts that are printed and never add. */
export type Memo = { cents: Cents | null; fteMilli: number | null };

/** An amount of one year: whole cents, thousandths of FTE, either or both; `mark` when it is no number. */
export type EuroQuantity = {
  year: number;
  cents: number | null;
  fteMilli: number | null;
  mark: string | null;
  /** what a memo line prints beside the total; it has no other amounts, and is never in the sum */
  memo?: Memo | null;
  /** how many lines it stands for; one when left out */
  count?: number;
};

/** The rate that holds in a year, or null when none is known by then. */
export function rateIn(year: number, rates: readonly Rate[]): Rate | null {
  return rates.filter((rate) => rate.fromYear <= year).toSorted((a, b) => b.fromYear - a.fromYear)[0] ?? null;
}

/** FTE thousandths at a rate, in cents, rounded half away from zero. */
export function fteToCents(fteMilli: number, rate: Rate): Cents {
  return exact(Number(divideHalfAway(BigInt(fteMilli) * BigInt(rate.fteCents), 1000n)));
}

/** Cents at a rate, in FTE thousandths, rounded half away from zero. */
export function centsToFte(cents: Cents, rate: Rate): number {
  return exact(Number(divideHalfAway(BigInt(cents) * 1000n, BigInt(rate.fteCents))));
}

/** The euros, in whole cents, that an FTE in thousandths stands for: it is exact to half of its last digit. */
export function euroWindow(fteMilli: number, { fteCents }: Rate): { least: Cents; most: Cents } {
  const at = (doubled: number) => BigInt(doubled) * BigInt(fteCents);
  const floor = (value: bigint) => value / 2000n - (value < 0n && value % 2000n !== 0n ? 1n : 0n);
  return {
    least: exact(Number(-floor(-at(2 * fteMilli - 1)))),
    most: exact(Number(floor(at(2 * fteMilli + 1)))),
  };
}

/** A sum of amounts in euros, saying how it came about. */
export type EuroSum = {
  cents: Cents;
  /** of which converted from FTE at the scheme's rate */
  convertedCents: Cents;
  /** the FTE that no rate converts: the sum is at least this incomplete */
  withoutRateMilli: number;
  /** lines without any figure (pm) */
  unknown: number;
  /** lines whose figure is provisional */
  provisional: number;
};

/**
 * Sums quantities in euros. A line with a euro figure counts with it; one with FTE only is converted at the
 * rate of its year. The FTE of one year are converted as one sum, so that rounding happens once.
 */
export function inEuros(lines: readonly EuroQuantity[], rates: readonly Rate[]): EuroSum {
  const fteByYear = new Map<number, number>();
  const sum: EuroSum = { cents: 0, convertedCents: 0, withoutRateMilli: 0, unknown: 0, provisional: 0 };
  for (const line of lines) {
    if (line.memo) continue;
    if (line.cents !== null) sum.cents += line.cents;
    else if (line.fteMilli !== null) {
      fteByYear.set(line.year, (fteByYear.get(line.year) ?? 0) + line.fteMilli);
    }
    if (line.mark === 'pm' || line.mark === 'masked') sum.unknown += line.count ?? 1;
    if (line.mark === 'provisional') sum.provisional += line.count ?? 1;
  }
  for (const [year, fteMilli] of fteByYear) {
    const rate = rateIn(year, rates);
    if (rate) sum.convertedCents += fteToCents(fteMilli, rate);
    else sum.withoutRateMilli += fteMilli;
  }
  sum.cents = exact(sum.cents + sum.convertedCents);
  return sum;
}
