/** Euros and FTE of a budget beside each other: what the rate makes of the side that was not entered. Pure. */
import { centsToFte, fteToCents, type Rate, rateIn } from '#app/kernel/fte-rate.ts';
import { type Cents, divideHalfAway, type FteMilli, sum } from '#app/kernel/money.ts';
import { ONE } from '#app/ledger/check.ts';
import { impliedRate, type RatePair } from '#app/ledger/implied-rate.ts';
import type { Quantity } from './budget.ts';

type Dated = Pick<Quantity, 'cents' | 'fteMilli'> & { year: number };

/** The side that nobody entered, at the rate of each year; whole cents or thousandths of FTE. */
export type OtherSide = { side: 'eur'; cents: Cents } | { side: 'fte'; fteMilli: FteMilli };

/**
 * What lines that were entered on one side come to on the other. The amounts of one year are converted as one
 * sum, so that rounding happens once.
 * @returns null where both sides were entered, or none, or a year has no rate
 */
export function otherSide(lines: readonly Dated[], rates: readonly Rate[]): OtherSide | null {
  const used = lines.filter((line) => line.cents !== null || line.fteMilli !== null);
  const inEuros = used.every((line) => line.cents !== null && line.fteMilli === null);
  const inFte = used.every((line) => line.cents === null && line.fteMilli !== null);
  if (used.length === 0 || (!inEuros && !inFte)) return null;
  const parts: number[] = [];
  for (const [year, own] of Map.groupBy(used, (line) => line.year)) {
    const rate = rateIn(year, rates);
    if (!rate) return null;
    parts.push(
      inEuros
        ? centsToFte(sum(own.map((line) => line.cents)), rate)
        : fteToCents(sum(own.map((line) => line.fteMilli)), rate),
    );
  }
  return inEuros ? { side: 'fte', fteMilli: sum(parts) } : { side: 'eur', cents: sum(parts) };
}

/** What the amounts of a year imply about the price of one FTE, in cents, beside the price that is stated. */
export type YearRate = {
  year: number;
  /** null: the scheme has no rate for the year */
  stated: Cents | null;
  /** the lowest and highest price that give every amount, rounded to cents; null: no one price does */
  window: { least: Cents; most: Cents } | null;
  /** the stated price gives every amount */
  within: boolean;
  /** amounts that were entered on both sides */
  of: number;
};

/**
 * Per year with amounts on both sides: the prices that give them all, FTE being entered to the hundredth
 * (finer where it was) and euros to the cent.
 */
export function yearRates(lines: readonly Dated[], rates: readonly Rate[]): YearRate[] {
  const both = lines.filter((line) => (line.cents ?? 0) > 0 && (line.fteMilli ?? 0) > 0);
  return [...Map.groupBy(both, (line) => line.year)]
    .toSorted(([a], [b]) => a - b)
    .map(([year, own]) => {
      const stated = rateIn(year, rates)?.fteCents ?? null;
      const implied = impliedRate(own.map(pairOf));
      const price = stated === null ? null : (BigInt(stated) * ONE) / 100n;
      return {
        year,
        stated,
        window: implied && { least: toCents(implied.least), most: toCents(implied.most) },
        within: implied !== null && price !== null && implied.least <= price && price <= implied.most,
        of: own.length,
      };
    });
}

function pairOf({ year, cents, fteMilli }: Dated): RatePair {
  return {
    column: String(year),
    euros: { kind: 'known', value: (BigInt(cents!) * ONE) / 100n, unit: ONE / 100n },
    fte: {
      kind: 'known',
      value: (BigInt(fteMilli!) * ONE) / 1000n,
      unit: fteMilli! % 10 === 0 ? ONE / 100n : ONE / 1000n,
    },
  };
}

function toCents(value: bigint): Cents {
  return Number(divideHalfAway(value * 100n, ONE));
}
