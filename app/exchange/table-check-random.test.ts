import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '#app/ledger/check.ts';
import { type Sheet, textCell } from '#app/ledger/table-read.ts';
import { checkSheets } from './table-check.ts';

/** A right table: themes with lines, their totals above or below, or lines alone, and a grand total. */
type Shape = {
  themes: number[][][];
  layout: 'below' | 'above' | 'flat';
  numbered: boolean;
  words: { total: string; grand: string };
  /** a column that adds the years */
  across: boolean;
};

// not shrunk, and no favourite values: equal or tiny figures make several readings of a table true at once
const amount = fc.noShrink(fc.noBias(fc.integer({ min: 500, max: 99_999 })));
const shapes: fc.Arbitrary<Shape> = fc
  .record({
    years: fc.integer({ min: 3, max: 6 }),
    themes: fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 2, maxLength: 4 }),
  })
  .chain(({ years, themes }) =>
    fc.record({
      themes: fc.tuple(
        ...themes.map((lines) =>
          fc.array(fc.array(amount, { minLength: years, maxLength: years }), {
            minLength: lines,
            maxLength: lines,
          }),
        ),
      ),
      layout: fc.constantFrom('below' as const, 'above' as const, 'flat' as const),
      numbered: fc.boolean(),
      words: fc.constantFrom(
        { total: 'Totaal thema', grand: 'Totaal' },
        { total: 'Subtotaal', grand: 'Totaal generaal' },
        { total: 'Subtotal theme', grand: 'Grand total' },
      ),
      across: fc.boolean(),
    }),
  );

type Built = { rows: (string | number)[][]; totals: { row: number; parts: number }[] };

function build({ themes, layout, numbered, words, across }: Shape, unit = 1): Built {
  const years = themes[0]![0]!.length;
  const printed = (value: number) => Math.round(value / unit);
  const rows: (string | number)[][] = [
    ['Post', ...Array.from({ length: years }, (_, i) => 2019 + i), ...(across ? ['Totaal'] : [])],
  ];
  const totals: Built['totals'] = [];
  const put = (label: string, values: number[], parts: number) => {
    const sum = values.reduce((a, b) => a + b, 0);
    rows.push([label, ...values.map(printed), ...(across ? [printed(sum)] : [])]);
    if (parts > 0) totals.push({ row: rows.length, parts });
  };
  const sumOf = (lists: number[][]) =>
    Array.from({ length: years }, (_, y) => lists.reduce((a, list) => a + list[y]!, 0));
  themes.forEach((lines, t) => {
    const label = layout === 'above' && numbered ? `${t + 1}. Thema` : `${words.total} ${t + 1}`;
    if (layout === 'above') put(label, sumOf(lines), lines.length);
    for (const [l, line] of lines.entries()) {
      put(numbered ? `${t + 1}.${l + 1} Maatregel` : `Maatregel ${'abcd'[t]}${l}`, line, 0);
    }
    if (layout === 'below') put(label, sumOf(lines), lines.length);
  });
  put(words.grand, sumOf(themes.flat()), layout === 'flat' ? themes.flat().length : themes.length);
  return { rows, totals };
}

function findingsOf(rows: (string | number)[][]): Finding[] {
  const sheet: Sheet = { name: 'tabel', rows: rows.map((row) => row.map((cell) => textCell(String(cell)))) };
  return checkSheets([sheet]).findings;
}

it('finds nothing in a table that adds up', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      expect(findingsOf(build(shape).rows)).toEqual([]);
    }),
  );
});

it('finds one wrong total, there and nowhere else', () => {
  fc.assert(
    fc.property(
      shapes,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 10, max: 5_000 }),
      fc.boolean(),
      (shape, t, y, by, down) => {
        const { rows, totals } = build(shape);
        const { row } = totals[t % totals.length]!;
        const column = 1 + (y % (rows[0]!.length - 1));
        const right = rows[row - 1]![column] as number;
        // 2·10 > the number of parts plus one, and a few columns more: beyond any rounding here
        rows[row - 1]![column] = right + (down ? -1 : 1) * (by + rows.length);
        const errors = findingsOf(rows).filter((finding) => finding.class === 'error');
        expect(errors).toMatchObject([{ where: { row, column: String(rows[0]![column]) }, computed: right }]);
      },
    ),
  );
});

it('calls what rounding to thousands does rounding, never an error', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { rows } = build(
        { ...shape, themes: shape.themes.map((t) => t.map((l) => l.map((v) => v * 977))) },
        1000,
      );
      expect(findingsOf(rows).filter((finding) => finding.class !== 'rounding')).toEqual([]);
    }),
  );
});
