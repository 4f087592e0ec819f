import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centsToFte, fteToCents, inEuros, rateIn } from '#app/kernel/fte-rate.ts';
import { type Quantity, remainders, sideOf, withSide } from './budget.ts';

const rates = [
  { fromYear: 2019, fteCents: 84_000_00 },
  { fromYear: 2022, fteCents: 90_000_00 },
];
const eur = (year: number, cents: number) => ({ year, cents, fteMilli: null, mark: null });
const fte = (year: number, fteMilli: number) => ({ year, cents: null, fteMilli, mark: null });

describe('euros and FTE', () => {
  test('the rate of a year is the newest that began by then', () => {
    expect([2018, 2019, 2021, 2022, 2030].map((year) => rateIn(year, rates)?.fteCents ?? null)).toEqual([
      null,
      84_000_00,
      84_000_00,
      90_000_00,
      90_000_00,
    ]);
  });

  test('5.30 FTE at EUR 84,000 is EUR 445,200 and back', () => {
    expect(fteToCents(5_300, rates[0]!)).toBe(445_200_00);
    expect(centsToFte(445_200_00, rates[0]!)).toBe(5_300);
  });

  test('a sum says what was converted, what had no rate and what is unknown', () => {
    const pm = { year: 2019, cents: null, fteMilli: null, mark: 'pm' as const };
    const both = { year: 2019, cents: 1_00, fteMilli: 5_000, mark: null };
    expect(inEuros([eur(2019, 2_00), fte(2019, 1_000), fte(2018, 500), both, pm], rates)).toEqual({
      cents: 84_003_00,
      provisional: 0,
      convertedCents: 84_000_00,
      withoutRateMilli: 500,
      unknown: 1,
    });
  });

  test('FTE of a year convert as one sum: the order and the cut of the lines do not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50_000 }), { maxLength: 30 }), (parts) => {
        const whole = parts.reduce((a, b) => a + b, 0);
        const cut = inEuros(
          parts.map((part) => fte(2020, part)),
          rates,
        ).cents;
        const turned = inEuros(
          parts.toReversed().map((part) => fte(2020, part)),
          rates,
        ).cents;
        expect(cut).toBe(inEuros([fte(2020, whole)], rates).cents);
        expect(turned).toBe(cut);
      }),
    );
  });
});

const value = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.constant('pm' as const), fc.constant(null));
const quantity: fc.Arbitrary<Quantity | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ cents: fc.integer(), fteMilli: fc.option(fc.integer()), mark: fc.constant(null) }),
  fc.record({
    cents: fc.constant(null),
    fteMilli: fc.option(fc.integer()),
    mark: fc.constant('pm' as const),
  }),
  fc.record({
    ...{ cents: fc.constant(null), fteMilli: fc.constant(null), mark: fc.constant('provisional' as const) },
    memo: fc.record({ cents: fc.integer(), fteMilli: fc.option(fc.integer()) }),
  }),
);

test('what is typed into a side is what that side shows, and the other side’s number stays', () => {
  fc.assert(
    fc.property(quantity, fc.constantFrom('eur' as const, 'fte' as const), value, (before, side, typed) => {
      const after = withSide(before, { side, value: typed }) ?? undefined;
      const other = side === 'eur' ? 'fte' : 'eur';
      const kept = sideOf(before, other);
      if (typeof kept === 'number') expect(sideOf(after, other)).toBe(kept);
      if (typed !== 'pm') expect(sideOf(after, side)).toBe(typed);
      else expect(after?.mark).toBe('pm');
    }),
  );
});

describe('remainder', () => {
  const of = { funds: ['sv'], years: [2022], rates };
  const given = (cents: number | null, ours: boolean, mark: 'pm' | null = null) => ({
    fund: 'sv',
    year: 2022,
    cents,
    fteMilli: null,
    mark,
    ours,
  });

  test('allocated less budgeted, to the cent', () => {
    const [left] = remainders(
      of,
      [{ fund: 'sv', ...fte(2022, 1_000) }],
      [given(100_000_01, true), given(5, false)],
    );
    expect(left).toMatchObject({ allocated: 100_000_01, budgeted: 90_000_00, left: 10_000_01 });
  });

  test('nothing allocated to anybody is unknown; to others only is zero; pm keeps it unknown', () => {
    const left = (allocated: Parameters<typeof remainders>[2]) =>
      remainders(of, [{ fund: 'sv', ...eur(2022, 1_00) }], allocated)[0]?.left;
    expect(left([])).toBeNull();
    expect(left([given(7_00, false)])).toBe(-1_00);
    expect(left([given(7_00, true), given(null, true, 'pm')])).toBeNull();
  });
});
