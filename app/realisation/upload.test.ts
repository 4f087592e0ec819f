import { Buffer } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it, test } from 'vitest';
import yazl from 'yazl';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { Notation } from './upload-cell.ts';
import { readUploadFile } from './upload-file.ts';

const read = (text: string | Uint8Array, notation: Notation | null = null) =>
  readUploadFile(typeof text === 'string' ? Buffer.from(text) : text, { file: 'verslag.csv', notation });

async function codes(promise: Promise<unknown>): Promise<string[]> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof InvalidInput ? error.errors.map(({ code }) => code) : [String(error)];
}

const errorsOf = async (text: string | Uint8Array) =>
  (await read(text)).errors.map(({ path, code }) => `${path}: ${code}`);

const book = (rows: (string | number | null)[][], more: object = {}) => ({
  sheets: [{ name: 'Blad 1', rows, ...more }],
});

describe('columns', () => {
  it.each([
    ['Dutch', 'Eenheid;Maatregel;Onderdeel;Middelen;Kostensoort;Jaar;Bedrag (EUR);FTE;Toelichting'],
    ['English', 'Unit;Measure;Component;Fund;Cost kind;Year;Amount (EUR);FTE;Note'],
  ])('%s heads, in any order, below a title', async (_, head) => {
    const { entries, errors } = await read(
      `Financieel verslag\n\n${head}\nrecht;w1;c;kwaliteit;docenten;2022;1.250,50;0,4;klaar\n`,
    );
    expect(errors).toEqual([]);
    expect(entries).toEqual([
      {
        ...{
          unit: 'recht',
          measure: 'w1',
          theme: '',
          component: 'c',
          fund: 'kwaliteit',
          costKind: 'docenten',
        },
        ...{ year: 2022, cents: 125_050, fteMilli: 400, note: 'klaar' },
      },
    ]);
  });

  it('names heads that it does not use, and does not take a budget for spending', async () => {
    const { entries, notes } = await read(
      'Maatregel;Begroot (EUR);Bedrag (EUR);Projectleider\nw1;100;90;X\n',
    );
    expect(entries).toMatchObject([{ measure: 'w1', cents: 9000 }]);
    expect(notes.ignored).toEqual(['Begroot (EUR)', 'Projectleider']);
  });

  it('refuses a head that stands twice and amounts in thousands', async () => {
    expect(await errorsOf('Maatregel;Bedrag (k€);Jaar;Boekjaar\nw1;1;2022;2022\n')).toEqual([
      'row 1, column Bedrag (k€): realisation.thousands',
      'row 1, column Boekjaar: realisation.head-twice',
    ]);
  });

  it('refuses a file without heads, with heads only, and an empty one', async () => {
    expect(await codes(read('w1;100\nw2;200\n'))).toEqual(['realisation.no-header']);
    expect(await codes(read('Maatregel;Bedrag\n;\n'))).toEqual(['realisation.no-rows']);
    expect(await codes(read(''))).toEqual(['table.empty']);
  });
});

describe('numbers', () => {
  it('asks what 1.234 means, and reads it as it was answered', async () => {
    const text = 'Maatregel;Bedrag\nw1;1.234\nw2;200\n';
    expect(await errorsOf(text)).toEqual(['row 2, column Bedrag (B): realisation.ambiguous']);
    expect((await read(text, 'thousands')).entries.map((entry) => entry.cents)).toEqual([123_400, 20_000]);
    const fte = 'Maatregel;FTE\nw1;1.234\n';
    expect((await read(fte, 'decimals')).entries).toMatchObject([{ fteMilli: 1234 }]);
    expect((await read(text, 'decimals')).errors).toMatchObject([{ code: 'realisation.too-precise' }]);
  });

  it('asks nothing when another cell proves the notation, and says so', async () => {
    const { entries, notes } = await read('Maatregel;Bedrag\nw1;1.234\nw2;12,50\n');
    expect(entries.map((entry) => entry.cents)).toEqual([123_400, 1250]);
    expect(notes.proven).toBe('.');
    expect(await errorsOf('Measure;Amount\nw1;1.234\nw2;12,50\nw3;0.5\n')).toEqual([
      'row 2, column Amount (B): realisation.ambiguous',
    ]);
  });

  it('names text, percentages and too many decimals in a number cell, each with row and column', async () => {
    expect(await errorsOf('Maatregel;Bedrag;FTE;Jaar\nw1;veel;x;dit jaar\nw2;10,1234;0,4;2022\n')).toEqual([
      'row 2, column Jaar (D): realisation.not-a-year',
      'row 2, column Bedrag (B): realisation.not-a-number',
      'row 2, column FTE (C): realisation.not-a-number',
      'row 3, column Bedrag (B): realisation.too-precise',
    ]);
  });

  it('counts a row without any amount, and books nothing for it', async () => {
    const { entries, notes, errors } = await read('Maatregel;Bedrag\nw1;\nw2;0\n');
    expect(entries).toMatchObject([{ measure: 'w2', cents: 0 }]);
    expect({ errors, without: notes.withoutAmount }).toEqual({ errors: [], without: 1 });
  });
});

describe('spreadsheets', () => {
  const rows = [
    ['Maatregel', 'Bedrag', 'FTE'],
    ['w1', 1234.56, 0.4],
    ['w2', null, null],
    ['w3', null, null],
  ];
  const cells = new Map([
    ['2,1', { value: null, type: 'formula' as const, formula: 'B2*2', formulaResult: 2469.12 }],
    ['3,1', { value: null, type: 'formula' as const, formula: 'SUM(B2:B3)' }],
  ]);

  it.each([
    ['XLSX', writeXlsx],
    ['ODS', writeOds],
  ])('%s: its own numbers are exact', async (_, write) => {
    const { entries, errors } = await read(await write(book(rows.slice(0, 2))));
    expect(errors).toEqual([]);
    expect(entries).toMatchObject([{ cents: 123_456, fteMilli: 400 }]);
  });

  it('takes the value a formula kept and counts it; a formula without one is named', async () => {
    const { entries, errors, notes } = await read(await writeXlsx(book(rows, { cells })));
    expect(entries.slice(0, 2).map((entry) => entry.cents)).toEqual([123_456, 246_912]);
    expect(notes.formulas).toBe(1);
    expect(errors).toMatchObject([{ path: 'row 4, column Bedrag (B)', code: 'realisation.formula' }]);
  });

  it('names merged cells among the data', async () => {
    const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }];
    const { errors } = await read(await writeXlsx(book([...rows.slice(0, 2), ['', 5, null]], { merges })));
    expect(errors.map(({ path, code }) => `${path}: ${code}`)).toEqual([
      'row 3, column Maatregel (A): realisation.merged',
    ]);
  });
});

describe('files', () => {
  test('Latin-1, as Excel writes CSV on Windows', async () => {
    const text = 'Maatregel;Bedrag;Toelichting\nCoördinatie;100;één keer\n';
    const { entries } = await read(Buffer.from(text, 'latin1'));
    expect(entries).toMatchObject([{ measure: 'Coördinatie', note: 'één keer' }]);
  });

  test('50 MB, a PDF, and a ZIP bomb are refused before they are read', async () => {
    expect(await codes(read(Buffer.alloc(50 * 1024 * 1024, 'a;1\n')))).toEqual(['table.too-large']);
    expect(await codes(read(Buffer.from('%PDF-1.7\n')))).toEqual(['table.not-a-table']);
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from('<a/>'), 'xl/workbook.xml');
    zip.addBuffer(Buffer.alloc(80 * 1024 * 1024), 'xl/worksheets/sheet1.xml');
    zip.end();
    expect(await codes(read(await buffer(zip.outputStream)))).toEqual(['table.zip-bomb']);
  });
});
