import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { clean } from './clean.ts';
import type { Report } from './report.ts';
import type { SheetCell, SheetPlan, SheetRow } from './sheet.ts';
import { numberCode, sheetPlans } from './sheet.ts';
import type { RenderTexts } from './texts.ts';

/**
 * The tables of the report as XLSX, one sheet each: real numbers (unrounded, in the printed unit, formatted),
 * heads and labels frozen, totals set apart by weight and rule. Text is text: never a formula.
 */
export async function toXlsx(given: Report, texts: RenderTexts): Promise<Uint8Array> {
  const report = clean(given);
  const plans = sheetPlans(report, texts);
  // A fixed date: the same report gives the same file.
  const date = new Date(`${report.asOf ?? '2000-01-01'}T00:00:00Z`);
  return writeXlsx({
    sheets: plans.length > 0 ? plans.map(sheetOf) : [{ name: 'Leeg', rows: [] }],
    properties: { title: report.title, creator: report.institution, created: date, modified: date },
    defaultFont: FONT,
  });
}

function sheetOf(plan: SheetPlan): WriteSheet {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  plan.rows.forEach((row, r) => {
    rows.push(
      row.cells.map((cell) =>
        cell.kind === 'number' ? cell.value : cell.kind === 'text' ? cell.text : null,
      ),
    );
    row.cells.forEach((cell, c) => {
      cells.set(`${r},${c}`, cellOf(cell, row));
    });
  });
  return {
    name: plan.name,
    rows,
    cells,
    columns: plan.widths.map((width) => ({ width })),
    merges: plan.merges.map((merge) => ({
      startRow: merge.row,
      startCol: merge.column,
      endRow: merge.row + merge.rows - 1,
      endCol: merge.column + merge.columns - 1,
    })),
    freezePane: { rows: plan.frozenRows, columns: 1 },
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: plan.widths.reduce((sum, width) => sum + width, 0) > 90 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${plan.headRows[0] + 1}:$${plan.headRows[1] + 1}`,
    },
    a11y: { summary: plan.table.caption, headerRow: plan.headRows[1] },
  };
}

function cellOf(cell: SheetCell, row: SheetRow): Partial<Cell> {
  const style = styleOf(cell, row);
  if (cell.kind === 'none') return { value: null, type: 'empty', style };
  const hyperlink = cell.href && /^(https?:|mailto:)/i.test(cell.href) ? { target: cell.href } : undefined;
  return cell.kind === 'number'
    ? { value: cell.value, type: 'number', style, hyperlink }
    : { value: cell.text, type: 'string', style, hyperlink };
}

const FONT = { name: 'Calibri', size: 11, family: 2 };
const BOLD = new Set<SheetRow['role']>(['subtotal', 'total', 'result', 'group', 'caption']);

function styleOf(cell: SheetCell, row: SheetRow): CellStyle {
  const style: CellStyle = {};
  const group = cell.kind === 'text' && cell.group;
  const quiet = row.role === 'note' || row.role === 'plain' || (row.role === 'head' && !group);
  style.font = {
    ...FONT,
    bold: BOLD.has(row.role) || group || undefined,
    size: row.role === 'caption' ? 14 : FONT.size,
    color: quiet ? { rgb: '5B616E' } : undefined,
  };
  if (cell.kind === 'number') style.numFmt = numberCode(cell);
  if (cell.kind === 'text' && cell.right) style.alignment = { horizontal: 'right' };
  if (cell.kind === 'text' && cell.indent) style.alignment = { indent: cell.indent };
  const border = borderOf(row.role);
  if (border) style.border = border;
  return style;
}

function borderOf(role: SheetRow['role']): CellStyle['border'] {
  const grey = { rgb: 'CFD3DA' };
  switch (role) {
    case 'head':
      return { bottom: { style: 'thin' } };
    case 'line':
    case 'subtotal':
      return { bottom: { style: 'hair', color: grey } };
    case 'total':
      return { top: { style: 'thin' } };
    case 'result':
      return { top: { style: 'hair', color: grey }, bottom: { style: 'double' } };
    default:
      return undefined;
  }
}
