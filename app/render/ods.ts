import { clean, escapeXml } from './clean.ts';
import { odfMeta, odfPackage, odfPart } from './odf.ts';
import { columnStyles, odsSettings, odsStyles, StyleBook } from './ods-style.ts';
import type { Report } from './report.ts';
import type { SheetCell, SheetPlan, SheetRow } from './sheet.ts';
import { sheetPlans } from './sheet.ts';
import type { RenderTexts } from './texts.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/**
 * The tables of the report as ODS, one sheet each: real numbers with number formats, heads and labels
 * frozen, totals by weight and rule. Our own writer, on the package that ODT uses:
 * hucre 1.0 writes neither rules nor column widths nor frozen panes into ODS. Text is never a formula.
 */
export async function toOds(given: Report, texts: RenderTexts): Promise<Uint8Array> {
  const report = clean(given);
  const plans = sheetPlans(report, texts);
  const book = new StyleBook();
  const sheets = plans.map((plan, index) => sheetXml(plan, index, book)).join('\n');
  const body =
    sheets ||
    '<table:table table:name="Leeg"><table:table-row><table:table-cell/></table:table-row></table:table>';
  const content = odfPart(
    'content',
    `<office:automatic-styles>${columnStyles(plans)}${book.xml()}</office:automatic-styles>` +
      `<office:body><office:spreadsheet>\n${body}\n</office:spreadsheet></office:body>`,
  );
  const meta = { title: report.title, institution: report.institution, language: report.language };
  return odfPackage(MEDIA_TYPE, [
    { path: 'content.xml', mediaType: 'text/xml', content },
    { path: 'styles.xml', mediaType: 'text/xml', content: odsStyles(report.language) },
    { path: 'meta.xml', mediaType: 'text/xml', content: odfMeta(meta) },
    { path: 'settings.xml', mediaType: 'text/xml', content: odsSettings(plans) },
  ]);
}

function sheetXml(plan: SheetPlan, index: number, book: StyleBook): string {
  const columns = plan.widths
    .map((_, c) => `<table:table-column table:style-name="s${index}c${c}"/>`)
    .join('');
  const covered = new Set<string>();
  const spans = new Map<string, string>();
  for (const merge of plan.merges) {
    spans.set(
      `${merge.row},${merge.column}`,
      ` table:number-columns-spanned="${merge.columns}" table:number-rows-spanned="${merge.rows}"`,
    );
    for (let r = 0; r < merge.rows; r += 1) {
      for (let c = 0; c < merge.columns; c += 1) {
        if (r + c > 0) covered.add(`${merge.row + r},${merge.column + c}`);
      }
    }
  }
  const rows = plan.rows.map((row, r) => {
    const cells = row.cells.map((cell, c) =>
      covered.has(`${r},${c}`)
        ? '<table:covered-table-cell/>'
        : cellXml(cell, row, { book, span: spans.get(`${r},${c}`) ?? '' }),
    );
    return `<table:table-row table:style-name="row">${cells.join('') || '<table:table-cell/>'}</table:table-row>`;
  });
  return [
    `<table:table table:name="${escapeXml(plan.name)}" table:style-name="sheet">${columns}`,
    // Not in table:table-header-rows, which would repeat the heads in print: hucre 1.0 does not read rows in it.
    ...rows,
    '</table:table>',
  ].join('\n');
}

function cellXml(cell: SheetCell, row: SheetRow, at: { book: StyleBook; span: string }): string {
  const style = ` table:style-name="${at.book.nameOf(cell, row)}"${at.span}`;
  if (cell.kind === 'none') return `<table:table-cell${style}/>`;
  if (cell.kind === 'number') {
    const type = cell.percent ? 'percentage' : 'float';
    return `<table:table-cell${style} office:value-type="${type}" office:value="${cell.value}"/>`;
  }
  const text = escapeXml(cell.text);
  const linked =
    cell.href && /^(https?:|mailto:)/i.test(cell.href)
      ? `<text:a xlink:type="simple" xlink:href="${escapeXml(cell.href)}">${text}</text:a>`
      : text;
  const lines = linked.split('\n').map((line) => `<text:p>${line}</text:p>`);
  return `<table:table-cell${style} office:value-type="string">${lines.join('')}</table:table-cell>`;
}
