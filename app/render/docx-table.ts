import type { IBorderOptions, ITableCellOptions, ParagraphChild } from 'docx';
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { markIndent, markRoom } from './column-width.ts';
import { INK, LINE, MARK, QUIET } from './docx-style.ts';
import type { Head, LaidOutRow, LaidOutTable } from './layout.ts';
import { type TableMeasure, WHOLE } from './page.ts';
import type { RowKind } from './report.ts';

/** A table as DOCX: fixed widths, head rows that repeat, rows that do not break, rules instead of boxes. */
export function tableDocx(table: LaidOutTable, measure: TableMeasure): Table {
  const widths = measure.widths.map((points) => Math.round(points * 20));
  const size = Math.round(measure.size * 2);
  const room = markRoom(table);
  // a short table stays whole: each row holds on to the next
  const whole = table.rows.length <= WHOLE;
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: NONE,
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
    rows: [
      ...table.heads.map((row, level) => headRow(table, row, { level, size, widths, room })),
      ...table.rows.map((row, r) =>
        bodyRow(row, { size, widths, room, keep: whole && r < table.rows.length - 1 }),
      ),
    ],
  });
}

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const RULE: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: INK };
const HAIR: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const CLOSE: IBorderOptions = { style: BorderStyle.DOUBLE, size: 6, color: INK };

const BORDERS: Record<RowKind, ITableCellOptions['borders']> = {
  line: { bottom: HAIR },
  subtotal: { bottom: HAIR },
  group: { bottom: HAIR },
  plain: {},
  total: { top: RULE, bottom: HAIR },
  result: { top: HAIR, bottom: CLOSE },
};

/** `hang`: points between the figure and the right edge, left for marks. */
type Look = {
  size: number;
  bold?: boolean;
  color?: string;
  right?: boolean;
  hang?: number;
  keepNext?: boolean;
};

function headRow(
  table: LaidOutTable,
  row: Head[],
  at: { level: number; size: number; widths: number[]; room: number },
): TableRow {
  const depth = table.heads.length;
  const cells = row.map((head) => {
    const leaf = at.level + head.rowSpan === depth;
    const look = {
      size: at.size,
      right: table.columns[head.column]!.numeric,
      hang: markIndent(0, at.room, at.size / 2),
      keepNext: true,
      bold: !leaf,
      color: leaf ? QUIET : INK,
    };
    const width = at.widths
      .slice(head.column + 1, head.column + 1 + head.colSpan)
      .reduce((sum, w) => sum + w, 0);
    return cellOf([run(head.label, look)], look, {
      width,
      columnSpan: head.colSpan > 1 ? head.colSpan : undefined,
      rowSpan: head.rowSpan > 1 ? head.rowSpan : undefined,
      borders: { bottom: leaf ? RULE : HAIR },
      verticalAlign: VerticalAlignTable.BOTTOM,
    });
  });
  if (at.level === 0) {
    const look = { size: at.size, color: QUIET };
    const corner = cellOf([run(table.labelHead, look)], look, {
      width: at.widths[0]!,
      first: true,
      rowSpan: depth > 1 ? depth : undefined,
      borders: { bottom: RULE },
      verticalAlign: VerticalAlignTable.BOTTOM,
    });
    cells.unshift(corner);
  }
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function bodyRow(
  row: LaidOutRow,
  at: { size: number; widths: number[]; room: number; keep: boolean },
): TableRow {
  const bold = row.kind !== 'line' && row.kind !== 'plain';
  const look: Look = {
    size: at.size,
    bold,
    color: row.kind === 'plain' ? QUIET : undefined,
    // A head of rows stays with the first of them.
    keepNext: at.keep || row.kind === 'group',
  };
  const borders = BORDERS[row.kind];
  const label = cellOf([...linked(row.label, row.href, look), ...raised(row.marks, look)], look, {
    width: at.widths[0]!,
    borders,
    indent: row.indent,
    first: true,
  });
  const cells = row.cells.map((cell, c) => {
    const own = {
      ...look,
      right: cell.kind !== 'text',
      hang: markIndent(cell.marks.join(' ').length, at.room, at.size / 2),
      color: look.color ?? (cell.quiet && !bold ? QUIET : undefined),
    };
    return cellOf([...linked(cell.text, cell.href, own), ...raised(cell.marks, own)], own, {
      width: at.widths[c + 1]!,
      borders,
    });
  });
  return new TableRow({ cantSplit: true, children: [label, ...cells] });
}

type CellOptions = Pick<ITableCellOptions, 'columnSpan' | 'rowSpan' | 'borders' | 'verticalAlign'> & {
  width: number;
  indent?: number;
  /** The first column begins at the margin. */
  first?: boolean;
};

function cellOf(children: ParagraphChild[], look: Look, options: CellOptions): TableCell {
  const { width, indent, first, ...rest } = options;
  return new TableCell({
    ...rest,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: first ? 0 : 100, right: 0 },
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext: look.keepNext,
        alignment: look.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent:
          look.right && look.hang ? { right: look.hang * 20 } : indent ? { left: indent * 200 } : undefined,
        children,
      }),
    ],
  });
}

const run = (text: string, look: Look): TextRun =>
  new TextRun({ text, size: look.size, bold: look.bold, color: look.color });

function linked(text: string, href: string | undefined, look: Look): ParagraphChild[] {
  const runs = text
    .split('\n')
    .map((line, i) =>
      i === 0
        ? run(line, look)
        : new TextRun({ text: line, break: 1, size: look.size, bold: look.bold, color: look.color }),
    );
  // Paths on the site that made the report lead nowhere from a file.
  return href && /^(https?:|mailto:)/i.test(href)
    ? [new ExternalHyperlink({ link: href, children: runs })]
    : runs;
}

const raised = (marks: string[], look: Look): TextRun[] =>
  marks.length > 0
    ? [new TextRun({ text: marks.join(' '), size: look.size, superScript: true, bold: true, color: MARK })]
    : [];
