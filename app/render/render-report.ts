import { cleanText } from './clean.ts';
import { toCsv, toCsvMetadata } from './csv.ts';
import { toDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { toJson } from './json.ts';
import type { Words } from './layout.ts';
import { zip } from './odf.ts';
import { toOds } from './ods.ts';
import { toOdt } from './odt.ts';
import { toPdf } from './pdf.ts';
import type { Report, Table } from './report.ts';
import type { RenderTexts } from './texts.ts';
import { toXlsx } from './xlsx.ts';

/** Formats a report can be asked in; `csvw` is the metadata that stands beside the CSV. */
export const FORMATS = ['html', 'pdf', 'docx', 'odt', 'xlsx', 'ods', 'csv', 'csvw', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export type Rendered = { bytes: Uint8Array; mediaType: string; fileName: string };

const OOXML = 'application/vnd.openxmlformats-officedocument';
const MEDIA: Record<Format, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: `${OOXML}.wordprocessingml.document`,
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: `${OOXML}.spreadsheetml.sheet`,
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
  csvw: 'application/csvm+json',
  json: 'application/json',
};

/** The media type of a format, as a file of one report carries it. */
export const mediaTypeOf = (format: Format): string => MEDIA[format];

/**
 * The report in the asked format, with its media type and a file name (ASCII, from title and date). CSV
 * holds one table; a report with several gives a ZIP of one CSV and its metadata per table.
 */
export async function renderReport(report: Report, format: Format, texts: RenderTexts): Promise<Rendered> {
  const name = reportFileName(report);
  const named = (bytes: Uint8Array | string, extension: string = format): Rendered => ({
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    mediaType: MEDIA[format],
    fileName: `${name}.${extension}`,
  });
  switch (format) {
    case 'html':
      return named(toHtml(report, texts, { standalone: true }));
    case 'pdf':
      return named(await toPdf(report, texts));
    case 'docx':
      return named(await toDocx(report, texts));
    case 'odt':
      return named(await toOdt(report, texts));
    case 'xlsx':
      return named(await toXlsx(report, texts));
    case 'ods':
      return named(await toOds(report, texts));
    case 'json':
      return named(toJson(report));
    case 'csv':
    case 'csvw':
      return renderCsv(report, format, texts);
  }
}

async function renderCsv(report: Report, format: 'csv' | 'csvw', texts: RenderTexts): Promise<Rendered> {
  const words: Words = { texts, language: report.language };
  const name = reportFileName(report);
  const tables = report.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const encode = (value: string) => new TextEncoder().encode(value);
  if (tables.length === 1) {
    const table = tables[0]!;
    return format === 'csv'
      ? { bytes: encode(toCsv(table, words)), mediaType: MEDIA.csv, fileName: `${name}.csv` }
      : {
          bytes: encode(toCsvMetadata(table, words, `${name}.csv`)),
          mediaType: MEDIA.csvw,
          fileName: `${name}.csv-metadata.json`,
        };
  }
  const entries = tables.flatMap((table: Table, i) => {
    const file = `${String(i + 1).padStart(2, '0')}-${slug(table.caption)}.csv`;
    return [
      { path: file, content: toCsv(table, words) },
      { path: `${file}-metadata.json`, content: toCsvMetadata(table, words, file) },
    ];
  });
  return { bytes: await zip(entries), mediaType: 'application/zip', fileName: `${name}-csv.zip` };
}

/** What the files of a report are called, without their ending. */
export const reportFileName = (report: Report): string =>
  [slug(report.title), report.asOf].filter(Boolean).join('-');

/** A name that every file system and header carries: lower-case ASCII words, at most 80 characters. */
function slug(text: string): string {
  const plain = cleanText(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 80).replace(/-+$/, '') || 'report';
}
