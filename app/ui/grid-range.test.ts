import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cells, type GridAction, type GridState, keyOf, reduceGrid, startGrid } from './grid-model.ts';
import { parseBlock } from './grid-paste.ts';
import { copyOf, rangeOf } from './grid-range.ts';
import { columnTotal, grandTotal } from './grid-totals.ts';

const rows = [
  { id: 'g', label: 'Thema', kind: 'group' as const },
  { id: 'a', label: 'Werkgroepen' },
  { id: 'h', label: 'Thema', kind: 'group' as const },
  { id: 'b', label: 'Tutoren' },
  { id: 'f', label: 'Tutoren', unit: 'fte' as const, euroRow: 'b' },
];
const years = [2022, 2023, 2024];
const columns = years.map((year) => ({ year, limit: 500_000_00 }));
const run = (state: GridState, ...actions: GridAction[]) => actions.reduce(reduceGrid, state);
const select = (state: GridState, from: [number, number], to: [number, number]) =>
  run(
    state,
    { type: 'focus', at: { row: from[0], column: from[1] } },
    { type: 'reach', to: { row: to[0], column: to[1] } },
  );

const cell = fc.oneof(
  fc.constant({ value: null }),
  fc.constant({ value: null, mark: 'pm' as const }),
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((value) => ({ value })),
  fc.constant({ value: null, mark: 'invalid' as const, raw: 'zie "nota"\t2' }),
);
const filled = fc
  .array(cell, { minLength: 9, maxLength: 9 })
  .map((list) =>
    Object.fromEntries(
      ['a', 'b', 'f'].flatMap((id, r) => years.map((year, c) => [keyOf(id, year), list[r * 3 + c]!])),
    ),
  );

describe('a block selected and copied', () => {
  it('pastes back as it was, in either notation, with marks and what could not be read', () => {
    fc.assert(
      fc.property(filled, fc.constantFrom('nl' as const, 'en' as const), (cells, locale) => {
        const whole = select(startGrid(rows, columns, cells as Cells), [1, 0], [4, 2]);
        const { text, cells: count, sure } = copyOf(whole, locale);
        expect({ count, sure }).toEqual({ count: 9, sure: true });
        const notation = locale === 'nl' ? '.' : ',';
        const empty = startGrid(rows, columns);
        const at = { row: 1, column: 0 };
        const pasted = reduceGrid(empty, { type: 'paste', at, block: parseBlock(text), notation });
        for (const [key, value] of Object.entries(cells)) {
          expect(pasted.cells[key as never] ?? { value: null }, key).toEqual(value);
        }
      }),
    );
  });

  it('writes what the reader sees, a line per row, headings left out', () => {
    const cells = {
      'a:2022': { value: 1_234_56 },
      'a:2023': { value: 2_000_000_00 },
      'b:2022': { value: 5 },
    };
    const state = select(startGrid(rows, columns, cells as Cells), [3, 1], [1, 0]);
    expect(copyOf(state, 'nl').text).toBe('1.234,56\t2.000.000\n0,05\t');
    expect(copyOf(state, 'en').text).toBe('1,234.56\t2,000,000\n0.05\t');
    expect(state.said).toEqual({ what: 'selected', cells: 4 });
  });

  it('does not send its notation along while a cell of it is still asked about', () => {
    const cells = { 'a:2022': { value: null, mark: 'ambiguous' as const, raw: '1.234' } };
    expect(copyOf(startGrid(rows, columns, cells as Cells), 'nl').sure).toBe(false);
  });

  it('shift with an arrow stretches it, an arrow ends it, Delete empties it as one step', () => {
    const cells = { 'a:2022': { value: 1 }, 'a:2023': { value: 2 }, 'b:2022': { value: 3 } };
    const stretched = run(
      startGrid(rows, columns, cells as Cells),
      { type: 'reach', to: { rows: 1, columns: 0 } },
      { type: 'reach', to: { rows: 0, columns: 1 } },
      { type: 'focus', at: { row: 3, column: 1 } },
    );
    expect(rangeOf(stretched)).toEqual({ top: 1, bottom: 3, left: 0, right: 1 });
    expect(rangeOf(reduceGrid(stretched, { type: 'move', rows: 0, columns: 1 }))).toBeNull();
    const emptied = reduceGrid(stretched, { type: 'clear' });
    expect(Object.values(emptied.cells).every((each) => each.value === null)).toBe(true);
    expect(reduceGrid(emptied, { type: 'undo' }).cells).toMatchObject(cells);
  });

  it('takes one value into every cell of it, and a block at its corner', () => {
    const at = { row: 3, column: 1 };
    const state = select(startGrid(rows, columns), [1, 0], [3, 1]);
    const one = reduceGrid(state, { type: 'paste', at, block: [['7']] });
    expect(['a:2022', 'a:2023', 'b:2022', 'b:2023'].map((key) => one.cells[key as never])).toEqual(
      Array(4).fill({ value: 700 }),
    );
    const block = reduceGrid(state, { type: 'paste', at, block: [['1', '2']] });
    expect(block.cells).toEqual({ 'a:2022': { value: 100 }, 'a:2023': { value: 200 } });
  });
});

describe('what is left of the limit', () => {
  const rates = [
    { fromYear: 2022, fteCents: 80_000_00 },
    { fromYear: 2024, fteCents: 90_000_00 },
  ];

  it('counts FTE at the rate of their year, unless the same amount stands in euros', () => {
    const cells: Cells = {
      'a:2022': { value: 100_000_00 },
      'f:2022': { value: 1_500 },
      'b:2023': { value: 10_000_00 },
      'f:2023': { value: 2_000 },
      'f:2024': { value: 500 },
    };
    const left = columns.map((column) => columnTotal(cells, rows, { column, unit: 'eur', rates }).remainder);
    expect(left).toEqual([280_000_00, 490_000_00, 455_000_00]);
    const all = grandTotal(columns.map((column) => columnTotal(cells, rows, { column, unit: 'eur', rates })));
    expect([all.converted, all.remainder]).toEqual([165_000_00, 1_225_000_00]);
  });

  it('names the FTE for which there is no rate, and leaves them out', () => {
    const cells: Cells = { 'f:2022': { value: 1_500 } };
    const at = { column: columns[0]!, unit: 'eur' as const, rates: rates.slice(1) };
    expect(columnTotal(cells, rows, at)).toMatchObject({ withoutRate: 1_500, remainder: 500_000_00 });
  });
});
