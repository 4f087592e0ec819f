import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readSheets } from '#app/ledger/table-read.ts';
import { findIntakeHeader, type IntakeMapping, missingFields, proposeMapping } from './intake-layout.ts';
import { intakeRows } from './intake-read.ts';
import { nothingFound } from './intake-row.ts';

async function read(text: string | Uint8Array, change: Partial<IntakeMapping> = {}, year = 2025) {
  const sheets = await readSheets(
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
    'grootboek.csv',
  );
  const header = findIntakeHeader(sheets)!;
  const sheet = sheets[header.sheet]!;
  const mapping = { ...proposeMapping(header, sheet), ...change };
  const found = nothingFound();
  const rows = [...intakeRows(sheet, { header, mapping, year }, found)];
  return { header, mapping, rows, ...found };
}

const codes = (result: { errors: { code: string; path: string }[] }) =>
  result.errors.map((error) => `${error.path}: ${error.code}`);

describe('finance workbooks', () => {
  const rows = [
    ['Periode', 'Kostenplaats', 'Rekening', 'Bedrag'],
    ['2025-01', '4711', '40100', 1234.56],
    ['2025-02', '4711', '40100', null],
    ['2025-03', '4711', '40100', null],
  ];
  const book = (extra: object = {}) => ({ sheets: [{ name: 'Grootboek', rows, ...extra }] });

  test.each([
    ['XLSX', writeXlsx],
    ['ODS', writeOds],
  ])('%s: its own numbers are exact, and a row without an amount is named', async (_, write) => {
    const result = await read(await write(book()));
    expect(result.rows).toMatchObject([{ rowNumber: 2, period: '2025-01', cents: 123_456 }]);
    expect(codes(result)).toEqual([
      'row 3, column Bedrag (D): intake.no-amount',
      'row 4, column Bedrag (D): intake.no-amount',
    ]);
  });

  test('of a formula the value counts that the spreadsheet kept; one without a value is refused', async () => {
    const cells = new Map([
      ['2,3', { value: null, type: 'formula' as const, formula: 'D2*2', formulaResult: 2469.12 }],
      ['3,3', { value: null, type: 'formula' as const, formula: 'SUM(D2:D3)' }],
    ]);
    const result = await read(await writeXlsx(book({ cells })));
    expect(result.rows.map((row) => row.cents)).toEqual([123_456, 246_912]);
    expect(result.notes.formulas).toBe(1);
    expect(codes(result)).toEqual(['row 4, column Bedrag (D): realisation.formula']);
  });

  test('merged cells among the rows are refused, each with its place', async () => {
    const merges = [{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }];
    const whole = rows.map((row, i) => (i > 1 ? [...row.slice(0, 3), 1] : row));
    const result = await read(await writeXlsx(book({ rows: whole, merges })));
    expect(codes(result)).toEqual(['row 3, column Kostenplaats (B): realisation.merged']);
  });
});

describe('finance files', () => {
  test('Dutch, debit and credit, a title above, a total below', async () => {
    const { rows, errors, notes, mapping } = await read(
      [
        'Grootboekmutaties 2025;;;;;;;',
        'Periode;Kostenplaats;Grootboekrekening;Omschrijving;Debet;Credit;Boekdatum;Boekstuk',
        '2025-01;4711;40100;Salaris januari;1.234,56;;31-01-2025;M1',
        '2025-02;4711;40100;Correctie;;34,56;28-02-2025;M2',
        ';;;Totaal;1.200,00;;;',
      ].join('\n'),
    );
    expect(errors).toEqual([]);
    expect(mapping).toMatchObject({ grouping: '.', dates: 'dmy' });
    expect(
      rows.map(({ rowNumber, period, cents, bookedOn }) => ({ rowNumber, period, cents, bookedOn })),
    ).toEqual([
      { rowNumber: 3, period: '2025-01', cents: 123_456, bookedOn: '2025-01-31' },
      { rowNumber: 4, period: '2025-02', cents: -3456, bookedOn: '2025-02-28' },
    ]);
    expect(notes.totals).toBe(1);
  });

  test('English, signed, costs negative, minus behind, side by letter', async () => {
    const signed = await read(
      'Posting period,Cost center,GL account,Amount,Posting date\n3,4711,40100,"1,234.50-",3/31/2025',
      { costs: 'minus' },
    );
    expect(signed.rows).toMatchObject([{ period: '2025-03', cents: 123_450, bookedOn: '2025-03-31' }]);
    const side = await read(
      'Periode;Kpl;Rekening;Bedrag;D/C\n1;4711;40100;12,50;D\n1;4711;40100;2,50;C\n1;4711;40100;1,00;X',
    );
    expect(side.rows.map((row) => row.cents)).toEqual([1250, -250]);
    expect(codes(side)).toEqual(['row 4, column D/C (E): intake.no-side']);
  });

  test('the period follows from the booking date when there is no period', async () => {
    const { rows } = await read('Boekdatum;Kostenplaats;Rekening;Bedrag\n15-04-2025;4711;40100;10,00');
    expect(rows).toMatchObject([{ period: '2025-04' }]);
  });

  test('what two readers would read differently is asked, and remembered once it is told', async () => {
    const text = 'Periode;Kostenplaats;Rekening;Bedrag\n1;4711;40100;1.234\n1;4711;40100;2.500';
    expect(codes(await read(text))).toEqual([
      'row 2, column Bedrag (D): intake.ambiguous',
      'row 3, column Bedrag (D): intake.ambiguous',
    ]);
    expect((await read(text, { grouping: '.' })).rows.map((row) => row.cents)).toEqual([123_400, 250_000]);
  });

  test('half of the rows wrong: every one is told with its row and column, once', async () => {
    const result = await read(
      [
        'Periode;Kostenplaats;Rekening;Omschrijving;Bedrag',
        '1;4711;40100;goed;10,00',
        '99;4711;40100;periode;10,00',
        '1;;40100;geen kostenplaats;10,00',
        '1;4711;;geen rekening;10,00',
        '1;4711;40100;tekst;tien euro',
        '1;4711;40100;leeg;',
        '2024-12;4711;40100;ander jaar;10,00',
        '1;47 11;=cmd();code;10,00',
      ].join('\n'),
    );
    expect(result.rows).toHaveLength(1);
    expect(codes(result)).toEqual([
      'row 3, column Periode (A): intake.not-a-period',
      'row 4, column Kostenplaats (B): intake.no-cost-centre',
      'row 5, column Rekening (C): intake.no-account',
      'row 6, column Bedrag (E): realisation.not-a-number',
      'row 7, column Bedrag (E): intake.no-amount',
      'row 8, column Periode (A): intake.period-outside',
      'row 9, column Rekening (C): intake.not-a-code',
    ]);
  });

  test('Latin-1, and rows that stand twice', async () => {
    const text =
      'Periode;Kostenplaats;Rekening;Omschrijving;Bedrag\n1;4711;40100;Café;1,00\n1;4711;40100;Café;1,00';
    const { rows, notes } = await read(Buffer.from(text, 'latin1'));
    expect(rows.map((row) => row.description)).toEqual(['Café', 'Café']);
    expect(notes.duplicates).toBe(1);
  });

  test('heads nobody knows still make a layout to fill in by hand', async () => {
    const { header, mapping } = await read('Alfa;Beta;Gamma;Delta\n1;2;3;4,00');
    expect(header.heads).toEqual(['Alfa', 'Beta', 'Gamma', 'Delta']);
    expect(missingFields(mapping)).toEqual(['period', 'costCentre', 'account', 'amount']);
  });

  test('the signature follows the heads, not the rows, capitals or spaces', async () => {
    const one = await read('Periode;Kostenplaats;Rekening;Bedrag\n1;1;1;1,00');
    const same = await read(' periode ;KOSTENPLAATS;Rekening;Bedrag\n2;2;2;2,00\n3;3;3;3,00');
    const other = await read('Periode;Rekening;Kostenplaats;Bedrag\n1;1;1;1,00');
    expect(same.header.signature).toBe(one.header.signature);
    expect(other.header.signature).not.toBe(one.header.signature);
  });

  test('the sum of what is read is the sum of the file, whatever the notation', async () => {
    const amounts = fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(amounts, fc.boolean(), async (list, dutch) => {
        const print = (cents: number) => {
          const [whole = '', fraction] = (Math.abs(cents) / 100).toFixed(2).split('.');
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, dutch ? '.' : ',');
          return `${cents < 0 ? '-' : ''}${grouped}${dutch ? ',' : '.'}${fraction}`;
        };
        const body = list.map((cents, i) => `1;4711;40100;${i};${print(cents)}`);
        const { rows, errors } = await read(
          ['Periode;Kostenplaats;Rekening;Boekstuk;Bedrag', ...body].join('\n'),
        );
        expect(errors).toEqual([]);
        expect(rows.map((row) => row.cents)).toEqual(list);
      }),
      { numRuns: 40 },
    );
  });
});
