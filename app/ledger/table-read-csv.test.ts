import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWith, readCsvRows, sniffDelimiter } from './table-read-csv.ts';

const piece = fc.constantFrom('a', '1,5', '"', '""', '"x"', ';', ',', '\n', '\r\n', '\r', ' ', 'é');

test('delimited text falls into the fields that csv-parse finds, whatever its quotes and line ends', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.boolean(), (pieces, mark) => {
      const text = (mark ? '\ufeff' : '') + pieces.join('');
      const delimiter = sniffDelimiter(text);
      let expected: string[][] | null;
      try {
        expected = parseWith(text, delimiter);
      } catch {
        expected = null;
      }
      if (expected === null) expect(() => readCsvRows(text, 'x.csv')).toThrow();
      else expect([...readCsvRows(text, 'x.csv')]).toEqual(expected);
    }),
    { numRuns: 600 },
  );
});

test('rows can be gone through again', () => {
  const rows = readCsvRows('a;b\n"c ""d""";e\n', 'x.csv');
  expect([...rows]).toEqual([...rows]);
  expect([...rows]).toEqual([
    ['a', 'b'],
    ['c "d"', 'e'],
  ]);
});
