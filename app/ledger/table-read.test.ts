import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { checkSheets } from '#app/exchange/table-check.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { readLimits, readSheets } from './table-read.ts';

const texts = async (bytes: Uint8Array, name = 'tabel.csv') =>
  (await readSheets(bytes, name)).map((sheet) => sheet.rows.map((row) => row.map((cell) => cell.text)));

async function codeOf(bytes: Uint8Array, name = 'bestand'): Promise<string[]> {
  const error = await readSheets(bytes, name).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof InvalidInput ? error.errors.map(({ code }) => code) : [String(error)];
}

async function zip(entries: Record<string, Buffer>): Promise<Buffer> {
  const file = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) file.addBuffer(content, name);
  file.end();
  return buffer(file.outputStream);
}

describe('delimited text', () => {
  it.each([
    ['semicolon with Dutch decimals', 'a;1,5;2,5\nb;3,5;4,5\n'],
    ['tab', 'a\t1,5\t2,5\nb\t3,5\t4,5\n'],
    ['comma with quotes', 'a,"1,5","2,5"\nb,"3,5","4,5"\n'],
  ])('%s', async (_, text) => {
    expect(await texts(Buffer.from(text))).toEqual([
      [
        ['a', '1,5', '2,5'],
        ['b', '3,5', '4,5'],
      ],
    ]);
  });

  it('keeps blank lines, so that row numbers are those of the file', async () => {
    const [rows] = await texts(Buffer.from('a;1\r\n\r\nb;2\r\n'));
    expect(rows?.[2]).toEqual(['b', '2']);
  });

  it('reads Latin-1 (Windows-1252), UTF-8 with a mark, and UTF-16', async () => {
    const text = 'Coördinatie;€ 5\n';
    const latin = Buffer.from([...text].map((c) => (c === '€' ? 0x80 : c.charCodeAt(0))));
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const bytes of [latin, Buffer.from(`\ufeff${text}`), wide]) {
      expect(await texts(bytes)).toEqual([[['Coördinatie', '€ 5']]]);
    }
  });
});

describe('spreadsheets', () => {
  const book = {
    sheets: [
      {
        name: 'Blad 1',
        rows: [
          ['Post', 'Bedrag', null],
          ['a', 1.5, 0.48],
          ['b', null, null],
          ['Totaal', null, null],
        ],
        merges: [{ startRow: 0, startCol: 1, endRow: 0, endCol: 2 }],
        cells: new Map([
          ['1,2', { value: 0.48, type: 'number' as const, style: { numFmt: '0%' } }],
          ['2,1', { value: null, type: 'formula' as const, formula: '1+1', formulaResult: 2 }],
          ['3,1', { value: null, type: 'formula' as const, formula: 'SUM(B2:B3)' }],
        ]),
      },
    ],
  };

  it.each([
    ['XLSX', writeXlsx],
    ['ODS', writeOds],
  ])('%s: numbers, percentages, merged cells', async (_, write) => {
    const [sheet] = await readSheets(await write(book), 'tabel');
    expect(sheet).toMatchObject({ name: 'Blad 1' });
    expect(sheet?.rows[1]?.[1]).toMatchObject({ number: 1.5, percent: false, formula: false });
    expect(sheet?.rows[1]?.[2]).toMatchObject({ number: 0.48, percent: true });
    expect(sheet?.rows[0]?.[2]).toMatchObject({ text: '', mergedFrom: { row: 0, column: 1 } });
    expect(sheet?.rows[3]?.[1]).toMatchObject({ formula: true, number: null });
  });

  it('uses the value a formula kept, and says so when it kept none', async () => {
    const sheets = await readSheets(await writeXlsx(book), 'tabel.xlsx');
    expect(sheets[0]?.rows[2]?.[1]).toMatchObject({ formula: true, number: 2 });
    const notes = checkSheets(sheets).findings.filter(({ code }) => code === 'formula-without-value');
    expect(notes).toMatchObject([{ class: 'note', where: { row: 4, label: 'Totaal' } }]);
  });
});

describe('what is refused', () => {
  it('an empty file, and one of blank cells', async () => {
    expect(await codeOf(Buffer.alloc(0))).toEqual(['table.empty']);
    expect(await codeOf(Buffer.from(';;\n;;\n'))).toEqual(['table.empty']);
  });

  it('a file of 50 MB', async () => {
    expect(await codeOf(Buffer.alloc(50 * 1024 * 1024, 'a;1\n'))).toEqual(['table.too-large']);
  });

  it('a PDF under another name, an image, an old or protected spreadsheet', async () => {
    expect(await codeOf(Buffer.from('%PDF-1.7\n1 0 obj'), 'tabel.xlsx')).toEqual(['table.not-a-table']);
    expect(await codeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).toEqual(['table.not-a-table']);
    expect(await codeOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual(['table.encrypted']);
    const locked = await writeXlsx({
      sheets: [{ name: 'a', rows: [['b', 1]] }],
      encryption: { password: 'x', spinCount: 10 },
    });
    expect(await codeOf(locked)).toEqual(['table.encrypted']);
  });

  it('a ZIP that is no spreadsheet, is cut off, or is garbage', async () => {
    const other = await zip({ 'brief.txt': Buffer.from('hallo') });
    expect(await codeOf(other)).toEqual(['table.not-a-table']);
    const whole = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows: [['b', 1]] }] }));
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toEqual(['table.damaged']);
    expect(await codeOf(Buffer.from('PK\x03\x04 garbage'))).toEqual(['table.damaged']);
    expect(await codeOf(await zip({ 'xl/workbook.xml': Buffer.from('<not') }))).toEqual(['table.damaged']);
  });

  it('a ZIP bomb, by its size, and by its ratio', async () => {
    const sheet = 'xl/worksheets/sheet1.xml';
    const large = await zip({
      'xl/workbook.xml': Buffer.from('<a/>'),
      [sheet]: Buffer.alloc(80 * 1024 * 1024),
    });
    expect(large.length).toBeLessThan(1024 * 1024);
    expect(await codeOf(large)).toEqual(['table.zip-bomb']);
    const dense = await zip({
      'xl/workbook.xml': Buffer.from('<a/>'),
      [sheet]: Buffer.alloc(8 * 1024 * 1024),
    });
    expect(await codeOf(dense)).toEqual(['table.zip-bomb']);
  });

  it('a ZIP whose directory lies about the size', async () => {
    const honest = await zip({ 'xl/workbook.xml': Buffer.alloc(6 * 1024 * 1024) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(6 * 1024 * 1024);
    let at = honest.indexOf(size);
    while (at !== -1) {
      honest.writeUInt32LE(1000, at);
      at = honest.indexOf(size);
    }
    expect(await codeOf(honest)).toEqual(['table.damaged']);
  });

  it('more cells than the limit', async () => {
    const text = `${'1;'.repeat(999)}1\n`.repeat(readLimits.cells / 1000 + 1);
    expect(await codeOf(Buffer.from(text))).toEqual(['table.too-many-cells']);
  });
});
