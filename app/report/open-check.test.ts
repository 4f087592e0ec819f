import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellChecks } from './cell-check.ts';
import {
  centsCheck,
  type FundTerm,
  inOrder,
  type PricedLine,
  rateChecks,
  termChecks,
  tieCheck,
} from './open-check.ts';
import { judgeTie } from './tie.ts';

function priced(cents: number, fteMilli: number, rateCents = 8_400_000): PricedLine {
  return {
    key: 'd/m',
    cents,
    fteMilli,
    rateCents,
    year: 2024,
    unit: 'Recht',
    what: 'Werkgroepen',
    href: '/',
  };
}

function term(fund: string, fromYear: number | null, toYear: number | null): FundTerm {
  const rest = { nationalCents: null, shareBasis: null, basis: '', source: 'Plan' };
  return { fund, fundName: fund, fromYear, toYear, ...rest };
}

describe('FTE times rate', () => {
  test('half a hundredth of an FTE is rounding, more is an error with both figures', () => {
    // 0,33 FTE at 84.000 is 27.720; half a hundredth of the rate is 420
    expect(rateChecks([priced(2_814_000, 330)])).toEqual([]);
    expect(rateChecks([priced(2_820_000, 330)])).toMatchObject([
      { code: 'fte-rate', class: 'error', stated: 2_820_000, computed: 2_772_000, difference: 48_000 },
    ]);
  });

  test('an amount that follows from FTE as entered is never an error', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 20_000_000 }),
        (hundredths, rate) => {
          const cents = Math.round((hundredths * rate) / 100);
          expect(rateChecks([priced(cents, hundredths * 10, rate)])).toEqual([]);
        },
      ),
    );
  });
});

describe('the period of a fund', () => {
  test('money outside every period is named, and two periods are a note', () => {
    const amounts = [2021, 2024, 2028].map((year) => ({ fund: 'f', year, cents: 100 }));
    const found = termChecks([term('f', 2022, 2027), term('f', 2024, null)], amounts, 's');
    expect(found).toMatchObject([
      { code: 'term-outside', whereKey: 'f/2021', class: 'error', stated: 100 },
      { code: 'term-differs', class: 'note', stated: null },
    ]);
  });

  test('a fund of which no source gives a period is never outside it', () => {
    expect(termChecks([term('f', null, null)], [{ fund: 'f', year: 2024, cents: 1 }], 's')).toEqual([]);
  });
});

describe('checks', () => {
  test('a tie that holds is none; rounding, broken and unknown are of their own class', () => {
    const of = (left: number | null, right: number) =>
      tieCheck(
        { code: 't', name: 'T', owner: 's' },
        judgeTie({ figures: [left], unitCents: 100_000 }, { figures: [right], unitCents: 100 }),
        '/',
      ).map((one) => one.class);
    expect([of(100_000, 100_000), of(100_000, 140_000), of(100_000, 160_000), of(null, 1)]).toEqual([
      [],
      ['rounding'],
      ['error'],
      ['note'],
    ]);
  });

  test('stand in the same order whatever order they came in', () => {
    const one = fc.record({
      code: fc.constantFrom('a', 'b'),
      whereKey: fc.constantFrom('1', '2', '3'),
      kind: fc.constantFrom('error' as const, 'rounding' as const, 'note' as const),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (check) => JSON.stringify(check) }), (list) => {
        const checks = list.map(({ kind, ...rest }) =>
          centsCheck({ ...rest, class: kind, stated: 1, computed: 0, place: [], href: '/' }),
        );
        expect(inOrder(checks.toReversed())).toEqual(inOrder(checks));
      }),
    );
  });

  test('hang at the cell they are about; of a cell that is not shown nothing hangs anywhere', () => {
    const table = {
      rows: [
        { kind: 'line' as const, key: 'a', label: 'A', cells: [] },
        { kind: 'line' as const, key: 'b', label: 'B', cells: [] },
      ],
      columns: [{ key: 'x', label: 'X' }],
    };
    const at = (row: string) =>
      centsCheck({
        ...{ code: 'c', whereKey: row, class: 'error', stated: 1, computed: 0, place: [], href: '/' },
        cell: { row, column: 'x' },
      });
    expect(Object.keys(cellChecks(table, [at('b'), at('zoek')]))).toEqual(['1 0']);
  });
});
