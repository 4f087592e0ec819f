import type { FileChild, ISectionOptions, ParagraphChild } from 'docx';
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  ImageRun,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { FIGURE } from './column-width.ts';
import { aroundDocx, contentsDocx, titlesDocx } from './docx-front.ts';
import { docxStyles, MARK, numbering } from './docx-style.ts';
import { tableDocx } from './docx-table.ts';
import type { Flow, FlowBlock } from './flow.ts';
import { flow } from './flow.ts';
import type { LaidOutTable } from './layout.ts';
import { isLandscape, measure, turnedBlocks } from './page.ts';
import { svgPng, svgSize } from './picture.ts';
import type { Inline, Note, Report } from './report.ts';
import type { RenderTexts } from './texts.ts';

/**
 * The report as DOCX: real headings and lists, tables with repeated head rows, notes under their table,
 * drawings with their alternative text; turned pages are sections of their own.
 */
export async function toDocx(report: Report, texts: RenderTexts): Promise<Uint8Array> {
  const prepared = flow(report, texts);
  const landscape = isLandscape(prepared.blocks, FIGURE.chosen);
  const at = { landscape, pictures: await picturesOf(prepared.blocks) };
  const front = [...titlesDocx(prepared), ...contentsDocx(prepared, texts)];
  const sections: Section[] = [{ turned: landscape, children: front }];
  if (prepared.cover) sections.push({ turned: landscape, children: [] });
  const turnedAt = turnedBlocks(prepared.blocks, { landscape, figure: FIGURE.chosen });
  prepared.blocks.forEach((block, i) => {
    const turned = landscape || turnedAt[i]!;
    if (sections.at(-1)!.turned !== turned) {
      if (sections.at(-1)!.children.length === 0) sections.pop();
      sections.push({ turned, children: [] });
    }
    sections.at(-1)!.children.push(...blockDocx(block, at));
  });
  const document = new Document({
    title: prepared.title,
    creator: prepared.institution,
    lastModifiedBy: prepared.institution,
    description: prepared.subtitle,
    styles: docxStyles(prepared.language),
    numbering,
    ...(prepared.contents && numbersOf(prepared)),
    sections: sections.map((section, i) => {
      const around = aroundDocx(prepared, texts, { turned: section.turned, first: i === 0 });
      return sectionOf(section, around, i === 0 && prepared.cover);
    }),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/**
 * The numbers of pages in the contents: written with the document, so that nothing is asked on opening; in one of a
 * hundred pages that would take longer than all the rest, and the program is asked to fill them in.
 */
const numbersOf = ({ blocks }: Flow) =>
  blocks.length <= NUMBERED ? { pageNumbers: estimatePageNumbers } : { features: { updateFields: true } };
const NUMBERED = 200;

/** Whether the report stands on its side, and its drawings as pictures, by the drawing. */
type Place = { landscape: boolean; pictures: ReadonlyMap<string, Buffer> };

async function picturesOf(blocks: readonly FlowBlock[]): Promise<Place['pictures']> {
  const drawings = new Set(blocks.flatMap(drawingsIn));
  return new Map(await Promise.all([...drawings].map(async (svg) => [svg, await svgPng(svg)] as const)));
}

function drawingsIn(block: FlowBlock): string[] {
  if (block.kind === 'figure') return [block.svg];
  if (block.kind === 'quote') return block.blocks.flatMap(drawingsIn);
  return block.kind === 'list' ? block.items.flat().flatMap(drawingsIn) : [];
}

type Section = { turned: boolean; children: FileChild[] };

function sectionOf(
  section: Section,
  around: ReturnType<typeof aroundDocx>,
  titlePage: boolean,
): ISectionOptions {
  const margin = convertMillimetersToTwip(22);
  const orientation = section.turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage,
      page: {
        // docx swaps the sides itself when the page is turned.
        size: {
          orientation,
          width: convertMillimetersToTwip(210),
          height: convertMillimetersToTwip(297),
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    ...around,
    children: section.children,
  };
}

function blockDocx(block: FlowBlock, at: Place): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ style: `Heading${block.level}`, children: runsDocx(block.inlines) })];
    case 'paragraph':
      return [new Paragraph({ children: runsDocx(block.inlines) })];
    case 'list':
      return listDocx(block, { level: 0, ...at });
    case 'quote':
      return [
        ...block.blocks.flatMap((inner) =>
          inner.kind === 'paragraph'
            ? [new Paragraph({ style: 'Quote', children: runsDocx(inner.inlines) })]
            : blockDocx(inner, at),
        ),
        new Paragraph({ style: 'QuoteSource', children: runsDocx(block.source) }),
      ];
    case 'table':
      return [
        new Paragraph({ style: 'TableCaption', text: block.table.caption }),
        ...(block.table.unitNote ? [new Paragraph({ style: 'TableUnit', text: block.table.unitNote })] : []),
        tableDocx(block.table, measured(block.table, at.landscape)),
        ...block.table.footnotes.map(noteDocx),
        new Paragraph({ style: 'TableLegend', text: block.table.legend.join(' · ') }),
      ];
    case 'notes':
      return [
        ...(block.title ? [new Paragraph({ style: 'NoteHead', text: block.title })] : []),
        ...block.notes.map(noteDocx),
      ];
    case 'figure':
      return pictureDocx(block, at);
    case 'keyFigures':
      return block.figures.flatMap(({ label, value, note }) => [
        new Paragraph({ style: 'KeyLabel', text: label }),
        new Paragraph({ style: 'KeyValue', text: value }),
        ...(note ? [new Paragraph({ style: 'KeyLabel', text: note })] : []),
      ]);
  }
}

function listDocx(block: Extract<FlowBlock, { kind: 'list' }>, at: Place & { level: number }): FileChild[] {
  const reference = block.ordered ? 'numbers' : 'dashes';
  return block.items.flatMap((item) =>
    item.flatMap((inner, i) => {
      if (inner.kind === 'list') return listDocx(inner, { ...at, level: Math.min(4, at.level + 1) });
      if (inner.kind !== 'paragraph') return blockDocx(inner, at);
      const children = runsDocx(inner.inlines);
      // Only the first paragraph of an item carries its number; the others stand under it.
      return [
        i === 0
          ? new Paragraph({
              numbering: { reference, level: at.level, instance: instanceOf(block) },
              children,
            })
          : new Paragraph({ indent: { left: 340 * (at.level + 1) }, children }),
      ];
    }),
  );
}

const measured = (table: LaidOutTable, landscape: boolean) =>
  measure(table, { landscape, figure: FIGURE.chosen });

const instances = new WeakMap<object, number>();
let instance = 0;
/** Each list counts from one: Word needs an instance per list for that. */
function instanceOf(block: object): number {
  const known = instances.get(block);
  if (known !== undefined) return known;
  instance += 1;
  instances.set(block, instance);
  return instance;
}

function pictureDocx(block: Extract<FlowBlock, { kind: 'figure' }>, at: Place): FileChild[] {
  const { width, height } = svgSize(block.svg, at.landscape ? 25 : 16.5);
  const pixels = (cm: number) => Math.round((cm / 2.54) * 96);
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(block.svg),
    fallback: { type: 'png', data: at.pictures.get(block.svg)! },
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { name: block.alt.slice(0, 60), title: block.alt, description: block.alt },
  });
  return [
    new Paragraph({
      alignment: AlignmentType.LEFT,
      keepNext: block.caption !== undefined,
      children: [picture],
    }),
    ...(block.caption ? [new Paragraph({ style: 'TableLegend', text: block.caption })] : []),
  ];
}

const noteDocx = (note: Note): Paragraph =>
  new Paragraph({
    style: 'TableNote',
    children: [
      new TextRun({ text: note.mark, bold: true, color: MARK }),
      new TextRun({ text: '\t' }),
      ...runsDocx(note.inlines),
    ],
  });

function runsDocx(inlines: Inline[]): ParagraphChild[] {
  return inlines.flatMap((inline) => {
    const link = inline.href && /^(https?:|mailto:)/i.test(inline.href) ? inline.href : undefined;
    const runs = inline.text.split('\n').map(
      (text, i) =>
        new TextRun({
          text,
          break: i > 0 ? 1 : undefined,
          bold: inline.bold,
          italics: inline.italic,
          style: link ? 'Hyperlink' : undefined,
        }),
    );
    const children: ParagraphChild[] = link ? [new ExternalHyperlink({ link, children: runs })] : runs;
    if (inline.mark)
      children.push(new TextRun({ text: inline.mark, superScript: true, bold: true, color: MARK }));
    return children;
  });
}
