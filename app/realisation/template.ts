import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import type { Locale } from '#app/kernel/actor.ts';
import type { Report } from './report.server.ts';
import type { ReportRow } from './report-row.ts';
import type { TemplateFormat } from './template-format.ts';

const columns = [
  'unit',
  'measure',
  'name',
  'component',
  'fund',
  'costKind',
  'year',
  'budget',
  'cents',
  'fteMilli',
  'note',
] as const;

type Words = (key: string) => string;

/**
 * A file to fill in: a row per measure and part, with what is booked already, under the heads that the
 * upload finds again. Name and budget are there to read; the upload passes over them.
 */
export async function writeTemplate(
  report: Report,
  rows: readonly ReportRow[],
  { format, locale, words }: { format: TemplateFormat; locale: Locale; words: Words },
): Promise<Uint8Array> {
  const head = columns.map((column) => words(`realisation.column.${column}`));
  const body = rows.filter((row) => row.closed === null).map((row) => cellsOf(row, report.year));
  if (format === 'xlsx') {
    return writeXlsx({
      sheets: [
        {
          name: `${report.unit.code} ${report.year}`.slice(0, 31),
          rows: [head, ...body],
          freezePane: { rows: 1 },
          columns: columns.map((column) => ({ width: column === 'name' || column === 'note' ? 40 : 16 })),
        },
      ],
    });
  }
  // Excel takes the list separator and the decimal mark from the reader's region; a mark tells it UTF-8
  const mark = locale === 'nl' ? ',' : '.';
  const text = stringify([head, ...body.map((cells) => cells.map((cell) => csvCell(cell, mark)))], {
    delimiter: locale === 'nl' ? ';' : ',',
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
  return new TextEncoder().encode(`\ufeff${text}`);
}

function cellsOf({ place, name, code, budget, booked }: ReportRow, year: number): (string | number | null)[] {
  return [
    place.unit,
    code ?? '',
    name ?? place.node ?? '',
    place.component,
    place.fund,
    place.costKind,
    year,
    scaled(budget?.cents, 100),
    scaled(booked?.cents, 100),
    scaled(booked?.fteMilli, 1000),
    booked?.note ?? '',
  ];
}

function scaled(value: number | null | undefined, by: number): number | null {
  return value == null ? null : value / by;
}

function csvCell(cell: string | number | null, mark: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', mark);
  // what a spreadsheet would take for a formula
  return /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
}
