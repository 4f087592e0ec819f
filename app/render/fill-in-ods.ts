import type { Locale } from '#app/kernel/actor.ts';
import { cleanText, escapeXml } from './clean.ts';
import { decimalsIn, type FillIn, keptRows, openRows, scaled, starred, tablesOf } from './fill-in.ts';
import { odfMeta, odfPackage, odfPart } from './odf.ts';
import { odsStyles } from './ods-style.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** The table to fill in as ODS: the sheet protected, the fields open, what stood there in a hidden sheet. */
export async function fillInOds(
  table: FillIn,
  { institution }: { institution: string },
): Promise<Uint8Array> {
  const { language } = table;
  const tables = tablesOf(table).map((one, t) => ({ ...one, t, widths: widthsOf(one.table) }));
  const decimals = [
    ...new Set(
      tables.flatMap(({ table: one }) =>
        [...one.rows, ...openRows(one).slice(0, 1)].flatMap((row) =>
          row.values.flatMap((_, c) => decimalsIn(one, row, c) ?? []),
        ),
      ),
    ),
  ];
  const columns = tables.flatMap(({ t, widths }) =>
    widths.map((width, c) => columnStyle(width, columnOf(t, c))),
  );
  const body =
    `<office:automatic-styles>${SHEETS}${columns.join('')}${decimals.map(numberStyle).join('')}${CELLS}</office:automatic-styles>` +
    `<office:body><office:spreadsheet>${tables.map(open).join('')}</office:spreadsheet></office:body>`;
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
  cellStyle('field', { cell: `${UNLOCKED} fo:wrap-option="wrap"` }) +
  cellStyle('star', { cell: UNLOCKED, paragraph: 'fo:text-align="end"' });

const widthsOf = ({ labels, fields }: FillIn) => [
  ...labels.map(({ width }) => width),
  ...fields.map(({ width = 14 }) => width),
];

const columnOf = (t: number, c: number) => `co${t}-${c}`;

function columnStyle(width: number, name: string): string {
  return `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.23).toFixed(2)}cm"/></style:style>`;
}

function numberStyle(decimals: number): string {
  const digits = `<number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1" number:grouping="true"/>`;
  return (
    `<number:number-style style:name="n${decimals}">${digits}</number:number-style>` +
    cellStyle(`field${decimals}`, { cell: UNLOCKED, data: `n${decimals}` })
  );
}

type Placed = { table: FillIn; kept: string; t: number; widths: readonly number[] };

function open({ table, kept, t, widths }: Placed): string {
  const columns = widths.map((_, c) => `<table:table-column table:style-name="${columnOf(t, c)}"/>`).join('');
  const rows = [
    [textCell(table.title, 'title')],
    ...table.lead.map((line) => [textCell(line, 'quiet')]),
    [...table.labels, ...table.fields].map(({ head }) => textCell(head, 'head')),
    ...table.rows.map((row) => [
      ...row.labels.map((label) => textCell(label, 'quiet')),
      ...row.values.map((value, c) => fieldCell(value, decimalsIn(table, row, c), table.language)),
    ]),
    ...openRows(table).map((row) => [
      ...table.labels.map(({ key }) => textCell('', key ? 'field' : 'quiet')),
      ...row.values.map((value, c) => fieldCell(value, decimalsIn(table, row, c), table.language)),
    ]),
  ];
  return (
    `<table:table table:name="${escapeXml(cleanText(table.name.slice(0, 31)))}" table:style-name="open" table:protected="true">` +
    `<loext:table-protection loext:select-protected-cells="true" loext:select-unprotected-cells="true"/>` +
    `${columns}${rows.map(rowXml).join('')}</table:table>${hidden(table, kept)}`
  );
}

function hidden(table: FillIn, name: string): string {
  const rows = keptRows(table).map((row) => row.map((text) => textCell(text, '')));
  return `<table:table table:name="${name}" table:style-name="kept" table:protected="true"><table:table-column/>${rows.map(rowXml).join('')}</table:table>`;
}

const rowXml = (cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

function textCell(text: string, style: string): string {
  const named = style && ` table:style-name="${style}"`;
  if (text === '') return `<table:table-cell${named}/>`;
  // a line is a paragraph of its own: an office reads a line end within one as a space
  const lines = cleanText(text)
    .split('\n')
    .map((line) => `<text:p>${escapeXml(line)}</text:p>`);
  return `<table:table-cell${named} office:value-type="string">${lines.join('')}</table:table-cell>`;
}

function fieldCell(value: number | string | null, decimals: number | null, language: Locale): string {
  const style = decimals === null ? 'field' : starred(value) === null ? `field${decimals}` : 'star';
  const shown = scaled(value, decimals, language);
  if (typeof shown !== 'number') return textCell(shown ?? '', style);
  return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${shown}"><text:p>${shown}</text:p></table:table-cell>`;
}
