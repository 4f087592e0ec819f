import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExact } from '#app/kernel/amount-format.ts';
import { readGridForm } from './grid-form.ts';
import { cellAt, type GridAction, type GridState, keyOf, reduceGrid, startGrid } from './grid-model.ts';
import { notationOf, parseBlock } from './grid-paste.ts';
import { askedCells, columnTotal, grandTotal, rowTotal } from './grid-totals.ts';

const rows = [
  { id: 'g1', label: 'Thema 1', kind: 'group' as const },
  { id: 'a', label: 'Kleinere werkgroepen' },
  { id: 'b', label: 'Tutoren' },
  { id: 'g2', label: 'Thema 2', kind: 'group' as const },
  { id: 'c', label: 'Studieadviseurs' },
  { id: 'f', label: 'Formatie', unit: 'fte' as const },
];
const columns = [2019, 2020, 2021, 2022, 2023, 2024].map((year) => ({ year, limit: 100_000_00 }));
const start = startGrid(rows, columns);
const run = (state: GridState, ...actions: GridAction[]) => actions.reduce(reduceGrid, state);
const at = (row: number, column: number) => ({ row, column });
const value = (state: GridState, row: string, year: number) => cellAt(state.cells, keyOf(row, year)).value;

const place = fc.record({ row: fc.nat(5), column: fc.nat(5) });
const text = fc.oneof(
  fc.constantFrom('', 'pm', 'n.v.t.', '1.234', '12.000,50', '1,234.5', '-3', '(40)', '€ 7'),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((cents) => formatExact(cents, 2, 'nl')),
);
const action: fc.Arbitrary<GridAction> = fc.oneof(
  fc.record({ type: fc.constant('edit' as const), at: place, text }),
  fc.record({
    type: fc.constant('paste' as const),
    at: place,
    block: fc.array(fc.array(text, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('move' as const),
    rows: fc.integer({ min: -9, max: 9 }),
    columns: fc.integer({ min: -9, max: 9 }),
  }),
  fc.constantFrom<GridAction>(
    { type: 'undo' },
    { type: 'redo' },
    { type: 'edge', to: 'end' },
    { type: 'edge', to: 'start' },
  ),
);
const actions = fc.array(action, { maxLength: 12 });

describe('any sequence of steps', () => {
  it('undone to the start gives the start, and redone gives the end', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const end = run(start, ...list);
        let back = end;
        while (back.past.length > 0) back = reduceGrid(back, { type: 'undo' });
        for (const key of Object.keys(back.cells))
          expect(cellAt(back.cells, key as never)).toEqual({ value: null });
        let again = back;
        for (let i = 0; i < end.past.length; i += 1) again = reduceGrid(again, { type: 'redo' });
        expect(again.cells).toEqual(end.cells);
      }),
    );
  });

  it('keeps the focus on a row that takes a value, inside the grid', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const { focus } = run(start, ...list);
        expect(rows[focus.row]?.kind).not.toBe('group');
        expect(columns[focus.column]).toBeDefined();
      }),
    );
  });

  it('adds up the same by row and by column, and total plus remainder is the limit', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const { cells } = run(start, ...list);
        const grand = grandTotal(columns.map((column) => columnTotal(cells, rows, { column, unit: 'eur' })));
        const byRow = ['a', 'b', 'c'].map((id) => rowTotal(cells, { id, label: id }, columns));
        expect(byRow.reduce((total, row) => total + row.value, 0)).toBe(grand.value);
        expect(byRow.reduce((total, row) => total + row.pm, 0)).toBe(grand.pm);
        for (const column of columns) {
          const total = columnTotal(cells, rows, { column, unit: 'eur' });
          expect(total.value + (total.remainder ?? Number.NaN)).toBe(column.limit);
        }
      }),
    );
  });

  it('loses no text: each cell is a value, pm, empty or keeps what was typed', () => {
    fc.assert(
      fc.property(place, text, (where, typed) => {
        const state = reduceGrid(start, { type: 'edit', at: where, text: typed });
        const row = rows[where.row]!;
        if (row.kind === 'group') {
          expect(state).toBe(start);
          return;
        }
        const cell = cellAt(state.cells, keyOf(row.id, columns[where.column]!.year));
        if (cell.mark === 'invalid' || cell.mark === 'ambiguous') expect(cell.raw).toBe(typed);
        else if (typed === '') expect(cell).toEqual({ value: null });
        else expect(cell.value !== null || cell.mark === 'pm').toBe(true);
      }),
    );
  });
});

describe('a block from a spreadsheet', () => {
  it('gives the same cents in Dutch and in English notation when one cell proves it', () => {
    const cents = fc.array(
      fc.array(fc.integer({ min: 0, max: 500_000_000 }), { minLength: 6, maxLength: 6 }),
      {
        minLength: 1,
        maxLength: 2,
      },
    );
    fc.assert(
      fc.property(cents, (block) => {
        const proof = block.map((line, i) => (i === 0 ? [123_456_78, ...line.slice(1)] : line));
        for (const locale of ['nl', 'en'] as const) {
          const printed = proof.map((line) => line.map((each) => formatExact(each, 2, locale)));
          const state = reduceGrid(start, { type: 'paste', at: at(1, 0), block: printed });
          proof.forEach((line, r) => {
            line.forEach((each, c) => {
              expect(value(state, ['a', 'b'][r]!, 2019 + c)).toBe(each);
            });
          });
        }
      }),
    );
  });

  it('passes over heading rows and counts what falls outside', () => {
    const state = reduceGrid(start, { type: 'paste', at: at(2, 5), block: [['1', '2'], ['3', ''], ['4,5']] });
    expect(value(state, 'b', 2024)).toBe(100);
    expect(value(state, 'c', 2024)).toBe(300);
    expect(value(state, 'f', 2024)).toBe(4500);
    expect(state.said).toEqual({ what: 'pasted', cells: 3, wrong: 0, outside: 1 });
  });

  it('keeps the rest when a cell holds text, and marks that cell with it', () => {
    const state = reduceGrid(start, { type: 'paste', at: at(1, 0), block: [['10', 'zie nota', '30']] });
    expect(value(state, 'a', 2019)).toBe(1000);
    expect(cellAt(state.cells, 'a:2020')).toEqual({ value: null, mark: 'invalid', raw: 'zie nota' });
    expect(value(state, 'a', 2021)).toBe(3000);
  });

  it('asks when every number reads two ways, and answers as one with the paste', () => {
    const pasted = reduceGrid(start, { type: 'paste', at: at(1, 0), block: [['1.234', '5.678', '900']] });
    const keys = askedCells(pasted.cells, rows, columns);
    expect(keys).toEqual(['a:2019', 'a:2020']);
    expect(value(pasted, 'a', 2021)).toBe(90_000);
    const thousands = reduceGrid(pasted, { type: 'answer', keys, grouping: '.' });
    expect(value(thousands, 'a', 2019)).toBe(123_400);
    const undone = reduceGrid(thousands, { type: 'undo' });
    expect(cellAt(undone.cells, 'a:2019')).toEqual({ value: null });
  });

  it('reads what Excel puts on the clipboard', () => {
    expect(parseBlock('1\t2\r\n3\t"a ""b""\nc"\r\n')).toEqual([
      ['1', '2'],
      ['3', 'a "b"\nc'],
    ]);
    expect(notationOf(['1.234', '12,5'])).toBe('.');
    expect(notationOf(['1.234', '0.5'])).toBe(',');
    expect(notationOf(['12,5', '0.5'])).toBe('mixed');
    expect(notationOf(['1.234', 'pm', '12'])).toBe('none');
  });
});

describe('the form of a grid', () => {
  const unitOf = (row: string) => (row === 'f' ? ('fte' as const) : row === 'x' ? null : ('eur' as const));

  it('gives back any amount that the page printed, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom('nl' as const, 'en' as const),
        fc.constantFrom('a', 'f'),
        (n, locale, row) => {
          const printed = formatExact(n, row === 'f' ? 3 : 2, locale);
          const fields = [
            [`cell:${row}:2021`, printed],
            ['grid-grouping', locale === 'nl' ? '.' : ','],
          ] as const;
          expect(readGridForm(fields, unitOf)).toEqual({
            cells: [{ rowId: row, year: 2021, value: n, mark: null }],
            errors: [],
          });
        },
      ),
    );
  });

  it('keeps the readable cells and names each of the others', () => {
    const { cells, errors } = readGridForm(
      [
        ['grid-grouping', '.'],
        ['cell:a:2019', '12.000'],
        ['cell:a:2020', 'pm'],
        ['cell:a:2021', 'veel'],
        ['cell:a:2022', '1.234'],
        ['ask:a:2022', '1'],
        ['cell:x:2019', '1'],
        ['cell:a:2023', '5'],
        ['resolve:a:2023', 'theirs'],
      ],
      unitOf,
    );
    expect(cells.map((cell) => [cell.year, cell.value, cell.mark])).toEqual([
      [2019, 1_200_000, null],
      [2020, null, 'pm'],
    ]);
    expect(errors.map((error) => [error.path, error.code])).toEqual([
      ['cell:a:2021', 'grid.not-an-amount'],
      ['cell:a:2022', 'grid.ambiguous'],
      ['cell:x:2019', 'grid.unknown-row'],
    ]);
  });
});
