import { stringify } from 'csv-stringify/sync';
import type { Locale } from '#app/kernel/actor.ts';
import { formatExact } from '#app/kernel/amount-format.ts';
import { type FillIn, fillInXlsx, scaled } from '#app/render/fill-in.ts';
import { fillInOds } from '#app/render/fill-in-ods.ts';
import type { Report } from './report.server.ts';
import type { ReportRow } from './report-row.ts';
import type { TemplateFormat } from './template-format.ts';

const labels = ['unit', 'measure', 'name', 'component', 'fund', 'costKind', 'year', 'budget'] as const;
const fields = [
  { key: 'cents', decimals: 2, width: 16 },
  { key: 'fteMilli', decimals: 3, width: 12 },
  { key: 'note', decimals: null, width: 40 },
  { key: 'memo', decimals: null, width: 16 },
] as const;

type Words = (key: string) => string;
type Asked = { format: TemplateFormat; locale: Locale; words: Words };

/**
 * A file to fill in: a row per measure and part, with what is booked already, under the heads that the
 * upload finds again. Name and budget are there to read; the upload passes over them.
 */
export async function writeTemplate(
  report: Report,
  rows: readonly ReportRow[],
  { format, locale, words }: Asked,
): Promise<Uint8Array> {
  const table = tableOf(report, rows, { format, locale, words });
  if (format === 'xlsx') return fillInXlsx(table);
  if (format === 'ods') return fillInOds(table, { institution: table.title });
  const head = [...table.labels, ...table.fields].map((column) => column.head);
  const body = table.rows.map((row) => [
    ...row.labels,
    ...row.values.map((value, c) => scaled(value, fields[c]!.decimals, locale)),
  ]);
  // Excel takes the list separator and the decimal mark from the reader's region; a mark tells it UTF-8
  const mark = locale === 'nl' ? ',' : '.';
  const text = stringify([head, ...body.map((cells) => cells.map((cell) => csvCell(cell, mark)))], {
    delimiter: locale === 'nl' ? ';' : ',',
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
  return new TextEncoder().encode(`\ufeff${text}`);
}

function tableOf(report: Report, rows: readonly ReportRow[], { locale, words }: Asked): FillIn {
  return {
    name: `${report.unit.code} ${report.year}`,
    title: `${report.unit.code} ${report.year}`,
    lead: [words('realisation.template.lead')],
    stamp: `${report.unit.code}/${report.year}`,
    language: locale,
    labels: labels.map((key) => ({
      head: words(`realisation.column.${key}`),
      key: key !== 'name' && key !== 'budget',
      width: key === 'name' ? 40 : 16,
    })),
    fields: fields.map((field) => ({ ...field, head: words(`realisation.column.${field.key}`) })),
    rows: rows
      .filter((row) => row.closed === null)
      .map(({ place, name, code, budget, booked }) => ({
        labels: [
          place.unit,
          code ?? '',
          name ?? place.node ?? '',
          place.component,
          place.fund,
          place.costKind,
          String(report.year),
          budget?.cents == null ? '' : formatExact(budget.cents, 2, locale),
        ],
        decimals: null,
        values: bookedValues(booked, report.lines),
      })),
  };
}

/** What is booked already, as the upload reads it: pm as a word, a star where only some amounts are provisional. */
function bookedValues(booked: ReportRow['booked'], lines: Report['lines']): (number | string | null)[] {
  if (!booked) return [null, null, '', ''];
  const { cents, fteMilli } = booked.memo ?? booked;
  const some = lines.some((line) => line.mark !== 'provisional');
  const said = (value: number | null) =>
    value !== null && some && booked.mark === 'provisional' ? `${value}*` : value;
  const pm = booked.mark === 'pm' && cents === null;
  return [pm ? 'pm' : said(cents), said(fteMilli), booked.note, booked.memo ? 'memo' : ''];
}

function csvCell(cell: string | number | null, mark: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', mark);
  // what a spreadsheet would take for a formula
  return /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
}
