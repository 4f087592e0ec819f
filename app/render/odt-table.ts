import { escapeXml } from './clean.ts';
import { markIndent, markRoom } from './column-width.ts';
import type { Head, LaidOutCell, LaidOutRow, LaidOutTable } from './layout.ts';
import { type TableMeasure, WHOLE } from './page.ts';

/**
 * A table as ODF, with its automatic styles: column widths, and one cell style per kind of row. Head rows
 * repeat on every page; the table is named by its caption for those who navigate by name.
 */
export function tableOdt(
  table: LaidOutTable,
  id: string,
  measure: TableMeasure,
): { xml: string; styles: string[] } {
  const { widths } = measure;
  const styles = [
    `<style:style style:name="${id}" style:family="table"><style:table-properties style:width="${cm(measure.room)}" table:align="left" table:border-model="collapsing"${table.rows.length <= WHOLE ? ' style:may-break-between-rows="false"' : ''}/></style:style>`,
    ...widths.map(
      (width, c) =>
        `<style:style style:name="${id}.c${c}" style:family="table-column"><style:table-column-properties style:column-width="${cm(width)}"/></style:style>`,
    ),
    ...Object.keys(BORDERS).flatMap((kind) => [cellStyle(id, kind, '0.15cm'), cellStyle(id, kind, '0cm')]),
    ...TONES.flatMap((tone) => ['Label', 'Words'].map((name) => size(id, name + tone, measure))),
    ...TONES.flatMap((tone) => amounts(id, { tone, room: markRoom(table), measure })),
    `<style:style style:name="${id}.row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>`,
  ];
  const columns = widths.map((_, c) => `<table:table-column table:style-name="${id}.c${c}"/>`).join('');
  const heads = table.heads.map((row, level) => headRow(table, row, { level, id })).join('');
  const rows = table.rows.map((row) => bodyRow(row, id)).join('\n');
  const xml =
    `<table:table table:name="${escapeXml(id)}" table:style-name="${id}">` +
    `<table:title>${escapeXml(table.caption)}</table:title>` +
    `${columns}\n<table:table-header-rows>${heads}</table:table-header-rows>\n${rows}\n</table:table>`;
  return { xml, styles };
}

const cm = (points: number): string => `${((points * 2.54) / 72).toFixed(3)}cm`;

const RULE = '0.75pt solid #14161c';
const HAIR = '0.5pt solid #cfd3da';
const BORDERS: Record<string, string> = {
  line: `fo:border-bottom="${HAIR}"`,
  subtotal: `fo:border-bottom="${HAIR}"`,
  group: `fo:border-bottom="${HAIR}" style:vertical-align="bottom"`,
  plain: '',
  total: `fo:border-top="${RULE}" fo:border-bottom="${HAIR}"`,
  result: `fo:border-top="${HAIR}" fo:border-bottom="1.25pt solid #14161c"`,
  head: `fo:border-bottom="${RULE}" style:vertical-align="bottom"`,
  over: `fo:border-bottom="${HAIR}" style:vertical-align="bottom"`,
};

const TONES = ['', '_bold', '_quiet'];

/** The first column begins at the margin: its cells carry no padding there. */
const cellStyle = (id: string, kind: string, left: '0cm' | '0.15cm'): string =>
  `<style:style style:name="${id}.${kind}${left === '0cm' ? '0' : ''}" style:family="table-cell"><style:table-cell-properties fo:padding-left="${left}" fo:padding-right="0cm" fo:padding-top="0.09cm" fo:padding-bottom="0.09cm" ${BORDERS[kind]}/></style:style>`;

const size = (id: string, name: string, measure: TableMeasure): string =>
  `<style:style style:name="${id}.${name}" style:family="paragraph" style:parent-style-name="Table_20_${name}"><style:text-properties fo:font-size="${measure.size}pt"/></style:style>`;

/** Figures by the number of their marks, so that the marks hang outside the digits. */
function amounts(id: string, at: { tone: string; room: number; measure: TableMeasure }): string[] {
  return Array.from({ length: at.room + 1 }, (_, marks) => {
    const right = markIndent(marks, at.room, at.measure.size);
    return `<style:style style:name="${id}.Amount${at.tone}${marks}" style:family="paragraph" style:parent-style-name="Table_20_Amount${at.tone}"><style:paragraph-properties fo:margin-right="${right}pt"/><style:text-properties fo:font-size="${at.measure.size}pt"/></style:style>`;
  });
}

function headRow(table: LaidOutTable, row: Head[], at: { level: number; id: string }): string {
  const { level, id } = at;
  const depth = table.heads.length;
  const covered = '<table:covered-table-cell/>';
  const label =
    level === 0
      ? `<table:table-cell table:style-name="${id}.head0" office:value-type="string"${spans(1, depth)}>${paragraph(`${id}.Label_quiet`, escapeXml(table.labelHead))}</table:table-cell>`
      : covered;
  const cells: string[] = [];
  for (let c = 0; c < table.columns.length; ) {
    const head = row.find((candidate) => candidate.column === c);
    if (!head) {
      cells.push(covered);
      c += 1;
      continue;
    }
    const leaf = level + head.rowSpan === depth;
    const tone = leaf ? '_quiet' : '_bold';
    const style = `${id}.${table.columns[c]!.numeric ? `Amount${tone}0` : `Words${tone}`}`;
    cells.push(
      `<table:table-cell table:style-name="${id}.${leaf ? 'head' : 'over'}" office:value-type="string"${spans(head.colSpan, head.rowSpan)}>${paragraph(style, escapeXml(head.label))}</table:table-cell>`,
      covered.repeat(head.colSpan - 1),
    );
    c += head.colSpan;
  }
  return `<table:table-row table:style-name="${id}.row">${label}${cells.join('')}</table:table-row>`;
}

const spans = (columns: number, rows: number): string =>
  (columns > 1 ? ` table:number-columns-spanned="${columns}"` : '') +
  (rows > 1 ? ` table:number-rows-spanned="${rows}"` : '');

function bodyRow(row: LaidOutRow, id: string): string {
  const heavy = row.kind !== 'line' && row.kind !== 'plain';
  const tone = heavy ? '_bold' : row.kind === 'plain' ? '_quiet' : '';
  // An em space per step: ODF would need a paragraph style for each depth.
  const label = '\u2003'.repeat(row.indent) + escapeXml(row.label);
  const cells = row.cells.map((cell) => bodyCell(cell, { id, kind: row.kind, tone, heavy })).join('');
  return `<table:table-row table:style-name="${id}.row"><table:table-cell table:style-name="${id}.${row.kind}0" office:value-type="string">${paragraph(`${id}.Label${tone}`, linked(label, row.href) + raised(row.marks))}</table:table-cell>${cells}</table:table-row>`;
}

function bodyCell(
  cell: LaidOutCell,
  row: { id: string; kind: string; tone: string; heavy: boolean },
): string {
  const tone = row.tone || (cell.quiet ? '_quiet' : '');
  const style = `${row.id}.${cell.numeric ? `Amount${tone}${cell.marks.join(' ').length}` : `Words${tone}`}`;
  const inner =
    linked(escapeXml(cell.text).replace(/\n/g, '<text:line-break/>'), cell.href) + raised(cell.marks);
  return `<table:table-cell table:style-name="${row.id}.${row.kind}" office:value-type="string">${paragraph(style, inner)}</table:table-cell>`;
}

const paragraph = (style: string, inner: string): string =>
  `<text:p text:style-name="${style}">${inner}</text:p>`;
const raised = (marks: string[]): string =>
  marks.length > 0 ? `<text:span text:style-name="Raised">${escapeXml(marks.join(' '))}</text:span>` : '';
// Paths on the site that made the report lead nowhere from a file.
const linked = (xml: string, href?: string): string =>
  href && /^(https?:|mailto:)/i.test(href)
    ? `<text:a xlink:type="simple" xlink:href="${escapeXml(href)}">${xml}</text:a>`
    : xml;
