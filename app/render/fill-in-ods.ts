import type { Locale } from '#app/kernel/actor.ts';
import { cleanText, escapeXml } from './clean.ts';
import { decimalsIn, type FillIn, keptRows, keptSheet, scaled, starred } from './fill-in.ts';
import { odfMeta, odfPackage, odfPart } from './odf.ts';
import { odsStyles } from './ods-style.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** The table to fill in as ODS: the sheet protected, the fields open, what stood there in a hidden sheet. */
export async function fillInOds(
  table: FillIn,
  { institution }: { institution: string },
): Promise<Uint8Array> {
  const { language } = table;
  const widths = [...table.labels.map(({ width }) => width), ...table.fields.map(({ width = 14 }) => width)];
  const decimals = [
    ...new Set(table.rows.flatMap((row) => row.values.flatMap((_, c) => decimalsIn(table, row, c) ?? []))),
  ];
  const body =
    `<office:automatic-styles>${SHEETS}${widths.map(columnStyle).join('')}${decimals.map(numberStyle).join('')}${CELLS}</office:automatic-styles>` +
    `<office:body><office:spreadsheet>${open(table, widths)}${kept(table)}</office:spreadsheet></office:body>`;
  return odfPackage(MEDIA_TYPE, [
    { path: 'content.xml', mediaType: 'text/xml', content: odfPart('content', body) },
    { path: 'styles.xml', mediaType: 'text/xml', content: odsStyles(language) },
    {
      path: 'meta.xml',
      mediaType: 'text/xml',
      content: odfMeta({ title: table.title, institution, language }),
    },
  ]);
}

const SHEETS =
  '<style:style style:name="open" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>' +
  '<style:style style:name="kept" style:family="table" style:master-page-name="Default"><style:table-properties table:display="false"/></style:style>';

const cellStyle = (name: string, { cell = '', paragraph = '', text = '', data = '' }) =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${data && ` style:data-style-name="${data}"`}>` +
  `<style:table-cell-properties ${cell}/>${paragraph && `<style:paragraph-properties ${paragraph}/>`}<style:text-properties ${text}/></style:style>`;

const UNLOCKED =
  'style:cell-protect="none" fo:background-color="#f2f6fc" fo:border-bottom="0.5pt solid #cfd3da"';

const CELLS =
  cellStyle('title', { text: 'fo:font-weight="bold" fo:font-size="14pt"' }) +
  cellStyle('quiet', { text: 'fo:color="#5b616e"' }) +
  cellStyle('head', { cell: 'fo:border-bottom="0.75pt solid #14161c"', text: 'fo:font-weight="bold"' }) +
  cellStyle('field', { cell: UNLOCKED }) +
  cellStyle('star', { cell: UNLOCKED, paragraph: 'fo:text-align="end"' });

function columnStyle(width: number, c: number): string {
  return `<style:style style:name="co${c}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.23).toFixed(2)}cm"/></style:style>`;
}

function numberStyle(decimals: number): string {
  const digits = `<number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1" number:grouping="true"/>`;
  return (
    `<number:number-style style:name="n${decimals}">${digits}</number:number-style>` +
    cellStyle(`field${decimals}`, { cell: UNLOCKED, data: `n${decimals}` })
  );
}

function open(table: FillIn, widths: readonly number[]): string {
  const columns = widths.map((_, c) => `<table:table-column table:style-name="co${c}"/>`).join('');
  const rows = [
    [textCell(table.title, 'title')],
    ...table.lead.map((line) => [textCell(line, 'quiet')]),
    [...table.labels, ...table.fields].map(({ head }) => textCell(head, 'head')),
    ...table.rows.map((row) => [
      ...row.labels.map((label) => textCell(label, 'quiet')),
      ...row.values.map((value, c) => fieldCell(value, decimalsIn(table, row, c), table.language)),
    ]),
  ];
  return (
    `<table:table table:name="${escapeXml(cleanText(table.name.slice(0, 31)))}" table:style-name="open" table:protected="true">` +
    `<loext:table-protection loext:select-protected-cells="true" loext:select-unprotected-cells="true"/>` +
    `${columns}${rows.map(rowXml).join('')}</table:table>`
  );
}

function kept(table: FillIn): string {
  const rows = keptRows(table).map((row) => row.map((text) => textCell(text, '')));
  return `<table:table table:name="${keptSheet}" table:style-name="kept" table:protected="true"><table:table-column/>${rows.map(rowXml).join('')}</table:table>`;
}

const rowXml = (cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

function textCell(text: string, style: string): string {
  const named = style && ` table:style-name="${style}"`;
  if (text === '') return `<table:table-cell${named}/>`;
  return `<table:table-cell${named} office:value-type="string"><text:p>${escapeXml(cleanText(text))}</text:p></table:table-cell>`;
}

function fieldCell(value: number | string | null, decimals: number | null, language: Locale): string {
  const style = decimals === null ? 'field' : starred(value) === null ? `field${decimals}` : 'star';
  const shown = scaled(value, decimals, language);
  if (typeof shown !== 'number') return textCell(shown ?? '', style);
  return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${shown}"><text:p>${shown}</text:p></table:table-cell>`;
}
