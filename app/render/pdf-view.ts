import type { Flow, FlowBlock } from './flow.ts';
import type { LaidOutTable } from './layout.ts';
import { columnOf, drawingShare, isLandscape, measure, turnedBlocks, WHOLE } from './page.ts';
import type { Inline } from './report.ts';
import type { RenderTexts } from './texts.ts';

/**
 * What `report.typ` reads: every key is there (none instead of absent), addresses that lead nowhere from
 * paper (paths on this site) are left out, and each table knows its widths.
 */
export function pdfView(prepared: Flow, texts: RenderTexts): unknown {
  const landscape = isLandscape(prepared.blocks);
  return {
    title: prepared.title,
    subtitle: prepared.subtitle ?? null,
    institution: prepared.institution,
    language: prepared.language,
    notice: prepared.notice ?? null,
    // PDF/A wants the date of the document; nothing here takes today's, so that the bytes stay the same
    date: prepared.asOf?.split('-').map(Number) ?? null,
    origin: [prepared.institution, ...prepared.dates].join(' · '),
    pageText: texts['render.page'],
    contents: prepared.contents ? texts['render.contents'] : null,
    landscape,
    compact: prepared.compact,
    cover: prepared.cover,
    dates: [...prepared.dates],
    blocks: turnedTogether(prepared.blocks, landscape),
  };
}

/** The blocks, what stands on turned paper together with its headings. */
function turnedTogether(blocks: FlowBlock[], landscape: boolean): unknown[] {
  const turned = turnedBlocks(blocks, { landscape });
  const view: unknown[] = [];
  let page: unknown[] | null = null;
  blocks.forEach((block, i) => {
    const shown = blockView(block, landscape);
    if (!turned[i]) {
      view.push(shown);
      return;
    }
    if (page === null) {
      page = [];
      view.push({ kind: 'turned', blocks: page });
    }
    page.push(shown);
    // each table has its page
    if (block.kind === 'table') page = null;
  });
  return view;
}

function blockView(block: FlowBlock, landscape: boolean): unknown {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, inlines: inlinesView(block.inlines) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((inner) => blockView(inner, landscape))) };
    case 'notes':
      return {
        kind: 'notes',
        title: block.title ?? null,
        notes: block.notes.map((note) => ({ mark: note.mark, inlines: inlinesView(note.inlines) })),
      };
    case 'quote':
      return {
        kind: 'quote',
        blocks: block.blocks.map((inner) => blockView(inner, landscape)),
        source: inlinesView(block.source),
      };
    case 'figure':
      return {
        ...block,
        caption: block.caption ?? null,
        share: drawingShare(block.svg, columnOf(landscape)),
      };
    case 'keyFigures':
      return { kind: 'keyFigures', figures: block.figures.map((f) => ({ ...f, note: f.note ?? null })) };
    case 'table':
      return tableView(block.table, landscape);
  }
}

const absolute = (href: string | undefined): string | null =>
  href && /^(https?:|mailto:)/i.test(href) ? href : null;
const inlinesView = (inlines: Inline[]) =>
  inlines.map((inline) => ({ ...inline, href: absolute(inline.href) }));

function tableView(table: LaidOutTable, landscape: boolean): unknown {
  const { size, gap, widths } = measure(table, { landscape });
  return {
    kind: 'table',
    whole: table.rows.length <= WHOLE,
    size,
    gap,
    caption: table.caption,
    unitNote: table.unitNote ?? null,
    labelHead: table.labelHead,
    columns: table.columns.map(({ numeric }) => ({ numeric })),
    widths,
    heads: table.heads.map((row) =>
      row.map((head) => ({ ...head, numeric: table.columns[head.column]!.numeric })),
    ),
    rows: table.rows.map((row) => ({
      kind: row.kind,
      label: row.label,
      indent: row.indent,
      marks: row.marks.join(' '),
      href: absolute(row.href),
      bare: (row.kind === 'group' || row.kind === 'plain') && row.cells.every((cell) => cell.text === ''),
      cells: row.cells.map((cell) => [cell.text, cell.marks.join(' '), absolute(cell.href), tone(cell)]),
    })),
    footnotes: table.footnotes.map((note) => ({ mark: note.mark, inlines: inlinesView(note.inlines) })),
    legend: table.legend.join(' · '),
  };
}

/** 1 quiet, 2 running text, 0 neither. */
function tone(cell: LaidOutTable['rows'][number]['cells'][number]): 0 | 1 | 2 {
  if (cell.kind === 'text') return 2;
  const sign = cell.kind === 'pm' || cell.kind === 'unknown' || cell.kind === 'masked';
  return cell.quiet || sign || cell.text === '–' ? 1 : 0;
}
