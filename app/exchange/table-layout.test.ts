import { parse } from 'csv-parse/sync';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#app/ledger/check.ts';
import { readSheets, textCell } from '#app/ledger/table-read.ts';
import { type Layout, layouts } from './fixtures/layouts.ts';
import { checkSheets } from './table-check.ts';
import { readValue } from './table-number.ts';

const delimiterOf = (layout: Layout) => layout.delimiter ?? ';';

function rowsOf(layout: Layout, spoiled: boolean): string[][] {
  const rows: string[][] = parse(layout.csv, { delimiter: delimiterOf(layout), relax_column_count: true });
  // csv-parse numbers rows as the file does, blank ones included
  if (spoiled) rows[layout.plant.row - 1]![layout.plant.column] = layout.plant.text;
  return rows;
}

function csvOf(layout: Layout, spoiled: boolean): Uint8Array {
  const quote = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rowsOf(layout, spoiled).map((row) => row.map(quote).join(delimiterOf(layout)));
  return new TextEncoder().encode(lines.join('\r\n'));
}

/** The same table as a spreadsheet: numbers as numbers, percentages as fractions with a format. */
async function bookOf(layout: Layout, spoiled: boolean, write: typeof writeXlsx): Promise<Uint8Array> {
  const dutch = delimiterOf(layout) === ';';
  const cells = new Map<string, { value: number; type: 'number'; style: { numFmt: string } }>();
  const rows = rowsOf(layout, spoiled).map((row, r) =>
    row.map((text, c) => {
      const value = readValue(textCell(text), dutch ? '.' : ',');
      if (c === 0 || value.state !== 'known' || /^\d{4}\*?$/.test(text)) return text === '' ? null : text;
      const number = Number(value.value) / 1e8;
      if (!value.percent) return number;
      const decimals = /[.,](\d+)%/.exec(text)?.[1]?.length ?? 0;
      const fraction = Number((number / 100).toFixed(decimals + 2));
      const numFmt = decimals ? `0.${'0'.repeat(decimals)}%` : '0%';
      cells.set(`${r},${c}`, { value: fraction, type: 'number', style: { numFmt } });
      return fraction;
    }),
  );
  return write({ sheets: [{ name: 'Blad1', rows, cells }] });
}

const errorsIn = (findings: Finding[]) => findings.filter((finding) => finding.class === 'error');

async function findingsOf(bytes: Uint8Array): Promise<Finding[]> {
  const report = checkSheets(await readSheets(bytes, 'layout'));
  expect(report.checked).toBeGreaterThan(0);
  return report.findings;
}

const forms = {
  csv: async (layout: Layout, spoiled: boolean) => csvOf(layout, spoiled),
  xlsx: (layout: Layout, spoiled: boolean) => bookOf(layout, spoiled, writeXlsx),
  ods: (layout: Layout, spoiled: boolean) => bookOf(layout, spoiled, writeOds),
};

describe.each(Object.entries(forms))('layouts as %s', (_, form) => {
  it.each(layouts)('$name: right, nothing wrong is reported', async (layout) => {
    const findings = await findingsOf(await form(layout, false));
    expect(findings.filter((finding) => finding.class !== 'note')).toEqual([]);
  });

  it.each(layouts)('$name: one wrong cell is found, there and nowhere else', async (layout) => {
    const errors = errorsIn(await findingsOf(await form(layout, true)));
    expect(errors.map(({ code, where }) => ({ code, row: where.row }))).toEqual([
      { code: layout.plant.code, row: layout.found?.row ?? layout.plant.row },
    ]);
  });
});
