import { describe, expect, test } from 'vitest';
import { everyBlock, everyCell } from './fixtures/every-block.ts';
import { leidenTable } from './fixtures/leiden.ts';
import { flow } from './flow.ts';
import { headRows, layOut } from './layout.ts';
import { measure } from './page.ts';
import { en } from './render.en.ts';
import { nl } from './render.nl.ts';
import type { Table } from './report.ts';
import { money } from './report.ts';
import { richBlocks, safeHref } from './rich-text.ts';

const english = { texts: en, language: 'en' } as const;

describe('laying out a table', () => {
  test('heads over heads: neighbours share, years of one letter stand alone', () => {
    const spans = headRows(leidenTable.columns).map((row) =>
      row.map((head) => `${head.label}:${head.colSpan}x${head.rowSpan}`),
    );
    expect(spans).toEqual([
      ['Reeds vastgesteld:5x1', 'Aanvullend bestedingsplan:3x1'],
      ['2019:2x1', '2020:2x1', '2021:1x1', '2022:1x1', '2023:1x1', '2024:1x1'],
      Array.from('BRBRBBBB', (letter) => `${letter}:1x1`),
    ]);
  });

  test('a column without groups reaches down to the cells; equal heads apart do not join', () => {
    const rows = headRows([
      { key: 'a', label: 'a', groups: ['x'] },
      { key: 'b', label: 'b' },
      { key: 'c', label: 'c', groups: ['x'] },
    ]);
    expect(rows.map((row) => row.map((head) => `${head.label}${head.column}:${head.rowSpan}`))).toEqual([
      ['x0:1', 'b1:2', 'x2:1'],
      ['a0:1', 'c2:1'],
    ]);
  });

  test('what is unknown prints as such and is explained; only an exact nil is a dash', () => {
    const laid = layOut(everyCell, english);
    expect(laid.rows[2]!.cells.map((cell) => cell.text)).toEqual([
      'pm',
      'n/k',
      '',
      '<5',
      'awaits the grant letter',
    ]);
    expect(laid.rows[5]!.cells.map((cell) => cell.text)).toEqual(['−50', '–', '13', '–', '']);
    expect(laid.legend).toHaveLength(4);
    const nearly: Table = {
      caption: 'c',
      columns: [{ key: 'a', label: 'a' }],
      rows: [{ kind: 'line', label: 'l', cells: [money(400)] }],
    };
    expect(layOut(nearly, english).rows[0]!.cells[0]!.text).toBe('0');
    const exact = { ...nearly, nil: 'figure' as const, rows: [{ ...nearly.rows[0]!, cells: [money(0)] }] };
    expect(layOut(exact, english).rows[0]!.cells[0]!.text).toBe('0');
  });

  test('a value that a source states otherwise gets a note; the marks of the caller are kept free', () => {
    const laid = layOut(everyCell, english);
    expect(laid.footnotes.map((note) => [note.mark, note.inlines[0]!.text])).toEqual([
      ['1', 'Without what is pro memoria.'],
      ['a', 'The source document states −52.'],
      ['b', 'The parts add up to 35: this differs from the printed figure.'],
    ]);
    expect(laid.rows[5]!.cells[0]!.marks).toEqual(['a']);
    const taken = { ...everyCell, footnotes: [{ mark: 'a', inlines: [{ text: 'mine' }] }] };
    expect(layOut(taken, english).footnotes.map((note) => note.mark)).toEqual(['a', 'b', 'c']);
  });

  test('a stated value that prints the same needs no note', () => {
    const same: Table = {
      caption: 'c',
      columns: [{ key: 'a', label: 'a' }],
      rows: [{ kind: 'line', label: 'l', cells: [money(100_400, { stated: 100_000 })] }],
    };
    expect(layOut(same, english).footnotes).toEqual([]);
  });

  test('the two catalogues hold the same places', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort());
    for (const key of Object.keys(nl) as (keyof typeof nl)[])
      expect(places(en[key])).toEqual(places(nl[key]));
  });

  test('a wide table turns, a wider one shrinks, and neither runs off its page', () => {
    const wide = (columns: number): Table => ({
      caption: 'wide',
      columns: Array.from({ length: columns }, (_, i) => ({ key: `k${i}`, label: String(2000 + i) })),
      rows: [
        { kind: 'line', label: 'a', cells: Array.from({ length: columns }, () => money(123_456_789_00)) },
      ],
    });
    const fitted = (columns: number) => measure(layOut(wide(columns), english), { landscape: false });
    expect(fitted(4)).toMatchObject({ turned: false, size: 9 });
    expect(fitted(12)).toMatchObject({ turned: true, size: 9 });
    expect(fitted(16).size).toBeLessThan(9);
    for (const columns of [2, 8, 12, 16]) {
      const { room, widths } = fitted(columns);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(room, 6);
    }
  });
});

describe('the flow of a report', () => {
  test('headings never skip a level', () => {
    const report = {
      ...everyBlock,
      blocks: [1, 4, 5, 2, 5].map((level) => ({
        kind: 'heading' as const,
        level: level as 1 | 2 | 4 | 5,
        text: 'h',
      })),
    };
    const levels = flow(report, en).blocks.map((block) => block.kind === 'heading' && block.level);
    expect(levels).toEqual([1, 2, 3, 2, 3]);
  });

  test('rich text: nothing said is lost, unknown marks are dropped', () => {
    const doc = {
      type: 'doc',
      content: [
        { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'kept' }] }] },
        { type: 'unheardOf', content: [{ type: 'text', marks: [{ type: 'strike' }], text: 'also kept' }] },
        { type: 'paragraph' },
      ],
    };
    expect(richBlocks(doc)).toEqual([
      { kind: 'paragraph', inlines: [{ text: 'kept' }] },
      { kind: 'paragraph', inlines: [{ text: 'also kept' }] },
      { kind: 'paragraph', inlines: [] },
    ]);
    for (const nonsense of [null, undefined, 3, 'x', [], { content: 'x' }, { content: [null, 3] }]) {
      expect(richBlocks(nonsense)).toEqual([]);
    }
  });

  test('addresses: only those a reader may safely follow', () => {
    for (const good of ['https://example.org/?a=1', 'mailto:a@example.org', '/money?year=2020', '#t1']) {
      expect(safeHref(good)).toBe(good);
    }
    const bad = [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      '//evil.example',
    ];
    for (const href of [...bad, 'vbscript:x', 'file:///etc/passwd', '/\\evil.example']) {
      expect(safeHref(href), href).toBeUndefined();
    }
  });
});
