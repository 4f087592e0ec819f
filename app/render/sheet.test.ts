import { parse } from 'csv-parse/sync';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { toCsv, toCsvMetadata } from './csv.ts';
import { everyBlock, everyCell } from './fixtures/every-block.ts';
import { hostileReport, hostileTexts } from './fixtures/hostile.ts';
import { leidenReport, leidenTable } from './fixtures/leiden.ts';
import { toOds } from './ods.ts';
import { en } from './render.en.ts';
import { nl } from './render.nl.ts';
import type { Report } from './report.ts';
import { money, quantity } from './report.ts';
import { toXlsx } from './xlsx.ts';

const dutch = { texts: nl, language: 'nl' } as const;
const english = { texts: en, language: 'en' } as const;

/** Leiden's figures in k EUR by label, from the fixture. */
const published = leidenTable.rows.map((row) => [
  row.label,
  ...row.cells.map((cell) => (quantity(cell) === null ? null : quantity(cell)! / 100_000)),
]);

const formats = [
  ['XLSX', toXlsx, readXlsx],
  ['ODS', toOds, readOds],
] as const;

describe.each(formats)('%s', (name, write, read) => {
  test('reads back as the published figures, as numbers, under their heads', async () => {
    const book = await read(await write(leidenReport, nl), { readStyles: true });
    const sheet = book.sheets[0]!;
    expect(sheet.name).toBe('Bestedingen per thema');
    expect(sheet.rows[0]![0]).toBe('Bestedingen per thema');
    expect(sheet.rows[1]![0]).toBe(
      'in duizenden euro’s; B begroot, R gerealiseerd · Universiteit Leiden · Stand op 1 juli 2021',
    );
    expect(sheet.rows[4]!.slice(1, 9)).toEqual(Array.from('BRBRBBBB'));
    expect(sheet.rows[3]![1]).toBe('2019');
    const figures = sheet.rows
      .slice(5, 16)
      .map((row) => Array.from({ length: 9 }, (_, c) => (row[c] === '' ? null : (row[c] ?? null))));
    expect(figures).toEqual(published);
    expect(sheet.merges).toContainEqual({ startRow: 2, startCol: 1, endRow: 2, endCol: 5 });
    const notes = sheet.rows.slice(16).flatMap((row) => (row[0] ? [String(row[0])] : []));
    expect(notes).toContain(
      'a (B13, E13, H13, I13) De afgeronde delen tellen op tot 7.057, 7.994, 17.338 en 17.442: verschil door afronding.',
    );
  });

  test('keeps what the printed format rounds away, and percentages as fractions', async () => {
    const report: Report = { ...everyBlock, blocks: [{ kind: 'table', table: everyCell }] };
    const rows = (await read(await write(report, en))).sheets[0]!.rows;
    expect(rows[4]!.slice(0, 6)).toEqual([
      'History',
      1234.56789,
      12.34,
      0.3456,
      1234,
      'reviewed by the council',
    ]);
    expect(rows[5]!.slice(0, 3)).toEqual(['Law', 'pm', 'n/k']);
    expect(rows[5]![4]).toBe('<5');
  });

  test('text never becomes a formula', async () => {
    const book = await read(await write(hostileReport, nl), { readStyles: true });
    const sheet = book.sheets[0]!;
    for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
    const labels = sheet.rows.map((row) => row[0]);
    for (const text of ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)']) expect(labels).toContain(text);
    expect(labels).toContain(hostileTexts[0]);
    expect(sheet.name).toBe('=1+1');
  });

  test('one sheet per table, each with a name that spreadsheets accept', async () => {
    const caption = `Bestedingen [per/thema]: ${'lang '.repeat(10)}`;
    const blocks = Array.from({ length: 3 }, () => ({
      kind: 'table' as const,
      table: { ...leidenTable, caption },
    }));
    const names = (await read(await write({ ...leidenReport, blocks }, nl))).sheets.map((s) => s.name);
    expect(new Set(names).size).toBe(3);
    for (const sheet of names) {
      expect(sheet.length).toBeLessThanOrEqual(31);
      expect(sheet).not.toMatch(/[[\]:*?/\\]/);
    }
  });

  test(`the same report gives the same bytes (${name})`, async () => {
    const [one, two] = [await write(leidenReport, nl), await write(leidenReport, nl)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});

describe('XLSX', () => {
  test('freezes heads and labels, sets totals in bold, formats numbers with a dash for nil', async () => {
    const book = await readXlsx(await toXlsx(leidenReport, nl), { readStyles: true });
    const sheet = book.sheets[0]!;
    expect(sheet.freezePane).toEqual({ rows: 5, columns: 1 });
    const total = sheet.cells?.get('12,1');
    expect(total).toMatchObject({ type: 'number', value: 7056, style: { font: { bold: true } } });
    expect(sheet.cells?.get('6,1')?.style?.numFmt).toBe('#,##0');
    expect(sheet.cells?.get('11,1')?.style?.numFmt).toBe('#,##0;-#,##0;"–"');
  });
});

describe('CSV', () => {
  test('reads back as the published figures', () => {
    const rows = parse(toCsv(leidenTable, dutch)) as string[][];
    expect(rows[0]!.slice(0, 3)).toEqual(['Omschrijving', 'kind', 'Reeds vastgesteld 2019 B']);
    expect(
      rows
        .slice(1)
        .map(([label, , ...values]) => [label, ...values.map((v) => (v === '' ? null : Number(v)))]),
    ).toEqual(published);
  });

  test('keeps every cent, and the signs of what is unknown', () => {
    const rows = parse(toCsv(everyCell, english)) as string[][];
    expect(rows[2]).toEqual([
      'History',
      'line',
      '1234.56789',
      '12.34',
      '34.56',
      '1234',
      'reviewed by the council',
    ]);
    expect(rows[3]).toEqual(['Law', 'line', 'pm', 'n/k', '', '<5', 'awaits the grant letter']);
  });

  test('text that a spreadsheet would run is disarmed; a negative figure is not', () => {
    const table = hostileReport.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[0]!;
    const values = (parse(toCsv(table, dutch)) as string[][]).flat();
    expect(values.filter((value) => /^\s*[=+\-@]/.test(value))).toEqual([]);
    expect(values).toContain("'=1+1");
    const minus = {
      ...leidenTable,
      rows: [{ kind: 'line' as const, label: '-x', cells: [money(-7_500_000)] }],
    };
    expect((parse(toCsv(minus, dutch)) as string[][])[1]!.slice(0, 3)).toEqual(["'-x", 'line', '-75']);
  });

  test('metadata names each column in order, its type and its signs of no figure', () => {
    const metadata = JSON.parse(toCsvMetadata(everyCell, english, 'table.csv'));
    const header = (parse(toCsv(everyCell, english)) as string[][])[0];
    const columns: { titles: string | Record<string, string>; datatype: string; null?: string[] }[] =
      metadata.tableSchema.columns;
    expect(metadata).toMatchObject({
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
      url: 'table.csv',
    });
    expect(columns.map(({ titles }) => (typeof titles === 'string' ? titles : titles.en))).toEqual(header);
    expect(columns.map((column) => column.datatype)).toEqual([
      ...['string', 'string', 'decimal', 'decimal', 'decimal', 'decimal', 'string'],
    ]);
    expect(columns[2]!.null).toEqual(['', 'pm']);
    expect(columns[5]!.null).toEqual(['', '<5']);
  });
});
