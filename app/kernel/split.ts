import { exact } from './money.ts';
import { Rejection } from './rejection.ts';

/**
 * Splits a total over weights so that the parts always sum to it (largest remainder, Hamilton's method).
 * Equal remainders go to the larger weight first, then to the smaller key, so the order in which the
 * weights are given does not matter.
 *
 * @param total whole units (cents, thousandths of FTE); may be negative
 * @param weights by key; whole numbers, at least 0, not all 0
 * @returns the part of each key, in the order given
 * @throws Rejection `split.negative-weight`, `split.no-weight`
 */
export function split<K extends string>(total: number, weights: ReadonlyMap<K, number>): Map<K, number> {
  exact(total);
  let whole = 0n;
  for (const [key, weight] of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) {
      throw new Rejection('split.negative-weight', { key, weight });
    }
    whole += BigInt(weight);
  }
  if (whole === 0n) throw new Rejection('split.no-weight', {});
  const sign = total < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(total));
  const rows = [...weights].map(([key, weight]) => {
    const exactPart = amount * BigInt(weight);
    return { key, weight, part: exactPart / whole, remainder: exactPart % whole };
  });
  let left = Number(amount - rows.reduce((given, row) => given + row.part, 0n));
  const byRemainder = rows.toSorted(
    (a, b) => compare(b.remainder, a.remainder) || b.weight - a.weight || (a.key < b.key ? -1 : 1),
  );
  for (const row of byRemainder) {
    if (left === 0) break;
    row.part += 1n;
    left -= 1;
  }
  return new Map(rows.map((row) => [row.key, exact(Number(row.part) * sign || 0)]));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
