import { clean } from './clean.ts';
import { formatDate } from './format.ts';
import type { LaidOutTable, Words } from './layout.ts';
import { cellText, layOut } from './layout.ts';
import type { Block, Inline, Note, Report } from './report.ts';
import type { RichBlock } from './rich-text.ts';
import { richBlocks, safeHref } from './rich-text.ts';
import type { RenderTexts } from './texts.ts';
import { word } from './texts.ts';

/**
 * The report as the document writers walk it: cleaned, rich text resolved, addresses checked, headings
 * numbered without a gap, tables laid out, every figure in words.
 */
export type Flow = {
  title: string;
  subtitle?: string;
  language: Report['language'];
  institution: string;
  notice?: string;
  /** "Stand op 1 juli 2021", "Zoals bekend op …". */
  dates: string[];
  asOf?: string;
  contents: boolean;
  compact: boolean;
  /** a title page, and the contents on a page of their own: what fills more than a few pages */
  cover: boolean;
  blocks: FlowBlock[];
};

/** From so many blocks on a report with contents has a title page: some six pages. */
const LONG = 40;

export type FlowBlock =
  | { kind: 'heading'; level: number; inlines: Inline[]; id: string }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; ordered: boolean; items: FlowBlock[][] }
  /** paragraphs and lists only: a quote heads nothing */
  | { kind: 'quote'; blocks: FlowBlock[]; source: Inline[] }
  | { kind: 'table'; table: LaidOutTable; id: string }
  | { kind: 'notes'; title?: string; notes: Note[] }
  | { kind: 'figure'; svg: string; alt: string; caption?: string }
  | { kind: 'keyFigures'; figures: { label: string; value: string; note?: string }[] };

/**
 * Prepares a report for a document writer. Headings start at 1 and never skip a level.
 * @throws RangeError when a figure has no alternative text: those who cannot see it would get nothing.
 */
export function flow(report: Report, texts: RenderTexts): Flow {
  const source = clean(report);
  const words: Words = { texts, language: source.language };
  const blocks = source.blocks.flatMap((block, index) => flowBlocks(block, index, words));
  closeGaps(blocks);
  const dates: string[] = [];
  if (source.asOf) dates.push(word(texts, 'render.asOf', { date: formatDate(source.asOf, source.language) }));
  if (source.knownOn) {
    dates.push(word(texts, 'render.knownOn', { date: formatDate(source.knownOn, source.language) }));
  }
  return {
    title: source.title,
    subtitle: source.subtitle,
    language: source.language,
    institution: source.institution,
    notice: source.notice,
    dates,
    asOf: source.asOf,
    contents: source.contents ?? false,
    compact: source.compact ?? false,
    cover: (source.contents ?? false) && !source.compact && blocks.length >= LONG,
    blocks,
  };
}

function flowBlocks(block: Block, index: number, words: Words): FlowBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level, inlines: [{ text: block.text }], id: `s${index}` }];
    case 'paragraph':
      return [{ kind: 'paragraph', inlines: checked(block.inlines) }];
    case 'richText':
      return richBlocks(block.document).map((rich, i) => flowRich(rich, `s${index}-${i}`));
    case 'quote': {
      const blocks = richBlocks(block.document).map((rich, i): FlowBlock => {
        const inner = flowRich(rich, `s${index}-${i}`);
        if (inner.kind !== 'heading') return inner;
        return { kind: 'paragraph', inlines: inner.inlines.map((inline) => ({ ...inline, bold: true })) };
      });
      return [{ kind: 'quote', blocks, source: checked(block.source) }];
    }
    case 'table':
      return [{ kind: 'table', table: checkedTable(layOut(block.table, words)), id: `t${index}` }];
    case 'notes':
      return [{ ...block, notes: block.notes.map(checkedNote) }];
    case 'figure':
      if (block.alt.trim() === '') throw new RangeError('figure without alternative text');
      return [block];
    case 'keyFigures': {
      const figures = block.figures.map(({ label, cell, format, note }) => {
        return { label, value: cellText(cell, format, words), note };
      });
      return [{ kind: 'keyFigures', figures }];
    }
  }
}

function flowRich(block: RichBlock, id: string): FlowBlock {
  if (block.kind === 'list') {
    const items = block.items.map((item, i) => item.map((inner, j) => flowRich(inner, `${id}-${i}-${j}`)));
    return { kind: 'list', ordered: block.ordered, items };
  }
  const inlines = checked(block.inlines);
  return block.kind === 'heading'
    ? { kind: 'heading', level: block.level, inlines, id }
    : { kind: 'paragraph', inlines };
}

const checked = (inlines: Inline[]): Inline[] =>
  inlines.map((inline) => ({ ...inline, href: safeHref(inline.href) }));
const checkedNote = (note: Note): Note => ({ mark: note.mark, inlines: checked(note.inlines) });
const checkedTable = (table: LaidOutTable): LaidOutTable => ({
  ...table,
  footnotes: table.footnotes.map(checkedNote),
});

/** PDF/UA and WCAG ask for headings that never skip a level; a deeper jump is drawn back to one step. */
function closeGaps(blocks: FlowBlock[]): void {
  let previous = 0;
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    block.level = Math.min(block.level, previous + 1);
    previous = block.level;
  }
}

/** The words of a run of inlines, without their looks. */
export const plainText = (inlines: Inline[]): string => inlines.map((inline) => inline.text).join('');
