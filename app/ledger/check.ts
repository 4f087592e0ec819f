/**
 * Checks over figures: pure, exact, no I/O. A figure is a whole number of 10^-8 of its unit (euro, k EUR,
 * FTE, per cent), so nothing drifts; `unit` is the last digit that was printed. A printed figure stands at
 * most half a unit from the true one, so a sum of n printed parts may miss its printed total by half of
 * each part's unit plus half of the total's own: that, and no constant, divides `rounding` from `error`.
 */
import { divideHalfAway } from '#app/kernel/money.ts';

export const findingClasses = ['error', 'rounding', 'note'] as const;
export type FindingClass = (typeof findingClasses)[number];

/** Where a figure stands: `row` counts from 1 as a spreadsheet shows it, `column` is the printed heading. */
export type Where = { sheet: string; row: number; column: string; label: string };

/** One thing a check found. Amounts are in the unit the table prints; null where there is none. */
export type Finding = {
  code: string;
  class: FindingClass;
  where: Where;
  stated: number | null;
  computed: number | null;
  difference: number | null;
};

/** Decimals that a figure keeps: enough for cents, thousandths of FTE and spreadsheet fractions. */
export const DECIMALS = 8;
export const ONE = 10n ** BigInt(DECIMALS);

/**
 * `value` and `unit` in 10^-8. An unknown figure (*pm*, masked, unreadable) is not zero (law 4); `least`
 * and `most` bound it where something is known (`<5` lies between 0 and 4).
 */
export type Figure =
  | { kind: 'known'; value: bigint; unit: bigint }
  | { kind: 'unknown'; least: bigint | null; most: bigint | null };

export type Part = { figure: Figure; sign: 1 | -1 };

/** What recomputing a figure gives; amounts in 10^-8, `difference` is stated minus computed. */
export type Verdict =
  | { class: 'exact' | 'rounding' | 'error'; computed: bigint; difference: bigint }
  | { class: 'unjudged' };

/** A known figure from a whole number of 10^-decimals, printed to that many decimals. */
export function known(value: number | bigint, decimals = 0): Figure {
  const unit = 10n ** BigInt(DECIMALS - decimals);
  return { kind: 'known', value: BigInt(value) * unit, unit };
}

/** A figure of which nothing is known. */
export const unknown: Figure = { kind: 'unknown', least: null, most: null };

/** 10^-8 as an ordinary number, for showing only. */
export function toNumber(value: bigint): number {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(DECIMALS + 1, '0');
  const number = Number(`${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`);
  return negative ? -number : number;
}

/**
 * A stated sum (or difference, through the signs) against its parts. With an unknown part the sum cannot
 * be judged wrong, unless the bounds of the unknown parts make it impossible: an unknown part bounded from
 * below (an amount that cannot be negative) can never bring the total under the known parts.
 */
export function judgeSum(stated: Figure, parts: readonly Part[]): Verdict {
  if (stated.kind === 'unknown') return { class: 'unjudged' };
  let computed = 0n;
  let slack = stated.unit;
  let least: bigint | null = 0n;
  let most: bigint | null = 0n;
  let open = false;
  for (const { figure, sign } of parts) {
    if (figure.kind === 'known') {
      computed += BigInt(sign) * figure.value;
      slack += figure.unit;
      continue;
    }
    open = true;
    const [low, high]: [bigint | null, bigint | null] =
      sign === 1 ? [figure.least, figure.most] : [negate(figure.most), negate(figure.least)];
    least = least === null || low === null ? null : least + low;
    most = most === null || high === null ? null : most + high;
  }
  const difference = stated.value - computed;
  if (!open) return classed(difference, computed, slack);
  const below = least !== null && 2n * (least - difference) > slack;
  const above = most !== null && 2n * (difference - most) > slack;
  return below || above ? { class: 'error', computed, difference } : { class: 'unjudged' };
}

/**
 * A stated percentage of `part` in `whole`. The true one lies between the outermost quotients of the two
 * printed figures; half a unit of the percentage itself is added. `computed` is rounded as printed.
 */
export function judgeShare(stated: Figure, part: Figure, whole: Figure): Verdict {
  if (stated.kind === 'unknown' || part.kind === 'unknown' || whole.kind === 'unknown') {
    return { class: 'unjudged' };
  }
  if (whole.value === 0n) return { class: 'unjudged' };
  return judgeQuotient(stated, part, whole, 100n * ONE);
}

/** A stated quotient (students per teacher, euro per FTE): `part / whole`, in the unit of `stated`. */
export function judgeRatio(stated: Figure, part: Figure, whole: Figure): Verdict {
  if (stated.kind === 'unknown' || part.kind === 'unknown' || whole.kind === 'unknown') {
    return { class: 'unjudged' };
  }
  if (whole.value === 0n) return { class: 'unjudged' };
  return judgeQuotient(stated, part, whole, ONE);
}

/** A stated amount against quantity x rate (FTE x price): the half units of both factors carry through. */
export function judgeProduct(stated: Figure, quantity: Figure, rate: Figure): Verdict {
  if (stated.kind === 'unknown' || quantity.kind === 'unknown' || rate.kind === 'unknown') {
    return { class: 'unjudged' };
  }
  const product = quantity.value * rate.value;
  const computed = roundTo(divideHalfAway(product, ONE), stated.unit);
  // |dq·r| + |q·dr| + |dq·dr|, each factor off by half its unit: in 4·10^-16, rounded up to 10^-8
  const spread =
    2n * quantity.unit * abs(rate.value) + 2n * rate.unit * abs(quantity.value) + quantity.unit * rate.unit;
  const exactDifference = stated.value * ONE - product;
  const difference = stated.value - computed;
  if (difference === 0n) return { class: 'exact', computed, difference };
  const within = 4n * abs(exactDifference) <= spread + 2n * stated.unit * ONE;
  return { class: within ? 'rounding' : 'error', computed, difference };
}

type Known = Extract<Figure, { kind: 'known' }>;

function judgeQuotient(stated: Known, part: Known, whole: Known, scale: bigint): Verdict {
  const exactQuotient = divideHalfAway(part.value * scale, whole.value);
  const computed = roundTo(exactQuotient, stated.unit);
  const difference = stated.value - computed;
  // a spreadsheet keeps more digits than it shows: equal as printed is equal
  if (roundTo(stated.value, stated.unit) === computed) return { class: 'exact', computed, difference: 0n };
  const least = abs(whole.value) * 2n - whole.unit;
  // a whole that may be zero itself bounds nothing
  if (least <= 0n) return { class: 'rounding', computed, difference };
  const largest = divideHalfAway((abs(part.value) * 2n + part.unit) * scale, least);
  const spread = largest - abs(exactQuotient);
  const off = abs(stated.value - exactQuotient);
  const within = 2n * off <= stated.unit + 2n * spread;
  return { class: within ? 'rounding' : 'error', computed, difference };
}

function classed(difference: bigint, computed: bigint, slack: bigint): Verdict {
  if (difference === 0n) return { class: 'exact', computed, difference };
  return { class: 2n * abs(difference) <= slack ? 'rounding' : 'error', computed, difference };
}

function roundTo(value: bigint, unit: bigint): bigint {
  return divideHalfAway(value, unit) * unit;
}

function negate(value: bigint | null): bigint | null {
  return value === null ? null : -value;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
