import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leidenTable } from './fixtures/leiden.ts';
import { nl } from './render.nl.ts';
import type { Cell, Row, Table } from './report.ts';
import { empty, money, pm, share } from './report.ts';
import { misses, partsOf, roundingNotes } from './rounding.ts';

const table = (rows: Row[], columns = 1): Table => ({
  caption: 'c',
  columns: Array.from({ length: columns }, (_, i) => ({ key: `k${i}`, label: `k${i}` })),
  rows,
});
const line = (...cells: Cell[]): Row => ({ kind: 'line', label: 'l', cells });
const total = (...cells: Cell[]): Row => ({ kind: 'total', label: 't', cells });

describe('rounded parts and their total', () => {
  test('the published table of Leiden: exactly the totals its printed lines miss', () => {
    const found = misses(leidenTable).map(({ row, column, kind, computed, printed }) => {
      const label = leidenTable.rows[row]!.label;
      return [label, leidenTable.columns[column]!.key, kind, computed, printed];
    });
    expect(found).toEqual([
      ['Totaal lasten', 'B2019', 'rounding', 7057, 7056],
      ['Totaal lasten', 'R2020', 'rounding', 7994, 7993],
      ['Totaal lasten', 'B2023', 'rounding', 17338, 17339],
      ['Totaal lasten', 'B2024', 'rounding', 17442, 17443],
      ['Resultaat', 'B2022', 'rounding', -160, -159],
      ['Resultaat', 'B2024', 'rounding', -85, -84],
    ]);
  });

  test('says what the parts add up to, once per total, and marks each cell', () => {
    let next = 0;
    const marks = ['p', 'q'];
    const nextMark = () => marks[next++] ?? '?';
    const notes = roundingNotes(leidenTable, { texts: nl, language: 'nl', nextMark });
    expect(notes).toEqual([
      {
        note: {
          mark: 'p',
          inlines: [
            {
              text: 'De afgeronde delen tellen op tot 7.057, 7.994, 17.338 en 17.442: verschil door afronding.',
            },
          ],
        },
        at: [0, 3, 6, 7].map((column) => ({ row: 7, column })),
      },
      {
        note: {
          mark: 'q',
          inlines: [{ text: 'De afgeronde delen tellen op tot −160 en −85: verschil door afronding.' }],
        },
        at: [5, 7].map((column) => ({ row: 9, column })),
      },
    ]);
  });

  test('parts that are exactly right but round differently are rounding, never a difference', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (parts) => {
        const sum = parts.reduce((a, b) => a + b, 0);
        const found = misses(table([...parts.map((part) => line(money(part))), total(money(sum))]));
        expect(found.every((miss) => miss.kind === 'rounding')).toBe(true);
        // Each part can be off by half a printed unit, and so can the total.
        for (const miss of found) {
          expect(Math.abs(miss.computed - miss.printed)).toBeLessThanOrEqual((parts.length + 1) / 2);
        }
      }),
    );
  });

  test('a miss beyond what rounding allows is a difference', () => {
    const rows = [line(money(100_000)), line(money(200_000)), total(money(500_000))];
    expect(misses(table(rows))).toMatchObject([{ kind: 'difference', computed: 3, printed: 5 }]);
  });

  test('cents that disagree are a difference, however small the miss', () => {
    const rows = [line(money(123_456)), line(money(60_000)), total(money(250_000))];
    expect(misses(table(rows))).toMatchObject([{ kind: 'difference', computed: 2, printed: 3 }]);
  });

  test('an unknown part leaves nothing to compare; an empty cell is no part', () => {
    expect(misses(table([line(pm), line(money(100_000)), total(money(900_000))]))).toEqual([]);
    expect(misses(table([line(empty), line(money(100_000)), total(money(100_000))]))).toEqual([]);
  });

  test('parts: lines under a subtotal, subtotals and bare lines under a total, plain rows never', () => {
    const row = (kind: Row['kind']): Row => ({ kind, label: kind, cells: [] });
    const kinds: Row['kind'][] = ['line', 'group', 'line', 'plain', 'line', 'subtotal', 'line', 'total'];
    const rows = kinds.map(row);
    expect(partsOf(rows, 5).map((part) => part.index)).toEqual([2, 4]);
    expect(partsOf(rows, 7).map((part) => part.index)).toEqual([0, 5, 6]);
  });

  test('a computed column is checked across, with its signs', () => {
    const wide: Table = {
      caption: 'c',
      columns: [
        { key: 'B', label: 'B' },
        { key: 'R', label: 'R' },
        {
          key: 'd',
          label: 'B − R',
          terms: [
            { key: 'B', sign: 1 },
            { key: 'R', sign: -1 },
          ],
        },
      ],
      rows: [
        { kind: 'plain', label: 'right', cells: [money(300_000), money(100_000), money(200_000)] },
        { kind: 'plain', label: 'rounded', cells: [money(249_999), money(100_001), money(149_998)] },
        { kind: 'plain', label: 'rounds away', cells: [money(250_000), money(149_000), money(101_000)] },
      ],
    };
    expect(misses(wide)).toMatchObject([{ row: 2, column: 2, along: 'columns', computed: 2, printed: 1 }]);
  });

  test('shares whose printed parts miss 100 say so', () => {
    const thirds = [share(3_334), share(3_333), share(3_333)].map((cell) => line(cell));
    expect(misses(table([...thirds, total(share(10_000))]))).toMatchObject([
      { kind: 'rounding', computed: 99, printed: 100 },
    ]);
  });
});
