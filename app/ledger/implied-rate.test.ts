import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, ONE, unknown } from './check.ts';
import { impliedRate } from './implied-rate.ts';

const years = ['2019', '2020', '2021', '2022', '2023', '2024'];
const euros = [
  [446_609, 446_609, 455_606, 568_523, 600_442, 677_721],
  [297_739, 297_739, 303_738, 379_015, 400_295, 451_814],
  [148_870, 148_870, 151_869, 189_508, 200_147, 225_907],
  [893_217, 893_217, 911_213, 1_137_046, 1_200_884, 1_355_443],
];
const fte = [
  [530, 530, 541, 675, 713, 804],
  [353, 353, 360, 450, 475, 536],
  [177, 177, 180, 225, 237, 268],
  [1060, 1060, 1081, 1349, 1426, 1608],
];

describe('the price of an FTE that printed figures imply', () => {
  it('lies between 84,267.50 and 84,288.10 in the tables of a faculty that prints 84,000', () => {
    const implied = impliedRate(
      euros.flatMap((row, r) =>
        row.map((amount, c) => ({ column: years[c]!, euros: known(amount), fte: known(fte[r]![c]!, 2) })),
      ),
    )!;
    const tenCents = (value: bigint) => Math.round(Number(value) / Number(ONE / 10n)) / 10;
    expect([tenCents(implied.least), tenCents(implied.most)]).toEqual([84_267.5, 84_288.1]);
    expect(implied).toMatchObject({ fitting: 20, of: 24, without: ['2023'] });
  });

  it('contains the price that the figures were made with', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 20_000_000 }),
        fc.array(fc.integer({ min: 1_000_000, max: 1_000_000_000 }), { minLength: 1, maxLength: 20 }),
        (cents, amounts) => {
          const pairs = amounts.map((amount, i) => ({
            column: String(i % 4),
            euros: known(Math.round(amount / 100)),
            fte: known(Math.round((amount * 100) / cents), 2),
          }));
          const implied = impliedRate(pairs);
          const price = (BigInt(cents) * ONE) / 100n;
          expect(implied!.without).toEqual([]);
          expect(implied!.least <= price && price <= implied!.most).toBe(true);
        },
      ),
    );
  });

  it('is not known without a figure, or when columns need prices apart', () => {
    expect(impliedRate([{ column: 'a', euros: unknown, fte: known(1) }])).toBeNull();
    expect(impliedRate([{ column: 'a', euros: known(5), fte: known(0, 2) }])).toBeNull();
    const pair = (column: string, amount: number) => ({
      column,
      euros: known(amount),
      fte: known(10_000, 2),
    });
    expect(impliedRate([pair('a', 8_400_000), pair('b', 9_000_000)])).toBeNull();
  });
});
