import type { Cell as BookCell, Sheet as BookSheet, CellValue } from 'hucre';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { withPlainRows } from './ods-header.ts';
import { type Cell, refused, type Sheet, textCell } from './table-read.ts';
import { inspectZip } from './zip-guard.ts';

/**
 * The sheets of an XLSX or ODS file, after its ZIP was found harmless.
 * @throws InvalidInput `table.zip-bomb`, `table.damaged`, `table.encrypted`, `table.not-a-table`
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<Sheet[]> {
  const entries = await inspectZip(bytes, fileName);
  const read = entries.has('xl/workbook.xml') ? readXlsx : entries.has('content.xml') ? readOds : null;
  if (read === null) throw refused(fileName, 'table.not-a-table');
  try {
    const plain = read === readOds ? await withPlainRows(bytes) : bytes;
    const workbook = await read(plain, { readStyles: true });
    return workbook.sheets.map((sheet) => ({ name: sheet.name, rows: cellsOf(sheet) }));
  } catch (error) {
    const encrypted = error instanceof Error && /Encrypted|Decryption/.test(error.name);
    throw refused(fileName, encrypted ? 'table.encrypted' : 'table.damaged');
  }
}

function cellsOf(sheet: BookSheet): Cell[][] {
  const rows = sheet.rows.map((row, r) =>
    row.map((value, c) => cellOf(value, sheet.cells?.get(`${r},${c}`))),
  );
  for (const merge of sheet.merges ?? []) {
    for (let r = merge.startRow; r <= Math.min(merge.endRow, rows.length - 1); r++) {
      const row = rows[r]!;
      for (let c = merge.startCol; c <= merge.endCol && c < 16_384; c++) {
        if (r === merge.startRow && c === merge.startCol) continue;
        while (row.length <= c) row.push(textCell(''));
        row[c] = { ...textCell(''), mergedFrom: { row: merge.startRow, column: merge.startCol } };
      }
    }
  }
  return rows;
}

function cellOf(value: CellValue, detail: BookCell | undefined): Cell {
  // only the first section (positive numbers); a quoted or escaped % is decoration, not a format
  const format = (detail?.style?.numFmt ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';')[0]!;
  const formula = detail?.formula !== undefined;
  const number = typeof value === 'number' && Number.isFinite(value) ? value : null;
  return {
    text: textOf(value),
    number,
    percent: number !== null && format.includes('%'),
    decimals: number === null ? null : shownDecimals(format),
    formula,
    mergedFrom: null,
    bold: detail?.style?.font?.bold === true || detail?.richText?.every((run) => run.font?.bold) === true,
    indent: detail?.style?.alignment?.indent ?? 0,
  };
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}

/** `0.00` shows 2, `#,##0` shows 0, `#,##0,` shows thousands: -3. */
function shownDecimals(format: string): number | null {
  const match = /[0#?](?:\.([0#?]+))?(,*)(?![0#?,])/.exec(format);
  return match === null ? null : (match[1]?.length ?? 0) - 3 * match[2]!.length;
}
