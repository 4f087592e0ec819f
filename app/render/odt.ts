import { escapeXml } from './clean.ts';
import { FIGURE } from './column-width.ts';
import type { Flow, FlowBlock } from './flow.ts';
import { flow, plainText } from './flow.ts';
import type { OdfFile } from './odf.ts';
import { odfMeta, odfPackage, odfPart } from './odf.ts';
import { odtStyles } from './odt-style.ts';
import { tableOdt } from './odt-table.ts';
import { isLandscape, measure, turnedBlocks } from './page.ts';
import { svgSize } from './picture.ts';
import type { Inline, Note, Report } from './report.ts';
import type { RenderTexts } from './texts.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';

/** The state of one writing: pictures and automatic styles pile up beside the text. */
type Writing = {
  landscape: boolean;
  pictures: OdfFile[];
  styles: string[];
  back: boolean;
  /** the next paragraph begins a page */
  breaks: boolean;
};

/**
 * The report as OpenDocument text (ODF 1.3): headings, lists, tables with repeated head rows, notes under
 * their table, drawings as SVG with their alternative text. The same report gives the same bytes.
 */
export async function toOdt(report: Report, texts: RenderTexts): Promise<Uint8Array> {
  const prepared = flow(report, texts);
  const writing: Writing = {
    landscape: isLandscape(prepared.blocks, FIGURE.chosen),
    pictures: [],
    styles: [],
    back: false,
    breaks: prepared.cover,
  };
  const turned = turnedBlocks(prepared.blocks, { landscape: writing.landscape, figure: FIGURE.chosen });
  const text = [
    titles(prepared, writing),
    prepared.contents ? contentsOdt(prepared, texts, writing) : '',
    ...prepared.blocks.map((block, i) => blockOdt(block, writing, turned[i])),
  ].join('\n');
  const content = odfPart(
    'content',
    `<office:automatic-styles>${writing.styles.join('')}</office:automatic-styles>` +
      `<office:body><office:text>\n${text}\n</office:text></office:body>`,
  );
  const meta = { title: prepared.title, institution: prepared.institution, language: prepared.language };
  return odfPackage(MEDIA_TYPE, [
    { path: 'content.xml', mediaType: 'text/xml', content },
    { path: 'styles.xml', mediaType: 'text/xml', content: odtStyles(prepared, texts, writing.landscape) },
    { path: 'meta.xml', mediaType: 'text/xml', content: odfMeta(meta) },
    ...writing.pictures,
  ]);
}

function titles(prepared: Flow, writing: Writing): string {
  if (prepared.cover) {
    const master = ownStyle(writing, 'Origin', 'style:master-page-name="Cover"');
    const low = ownStyle(writing, 'Title', '', 'fo:margin-top="7cm"');
    return [
      paragraphOdt(master, escapeXml(prepared.institution)),
      paragraphOdt(low, escapeXml(prepared.title)),
      prepared.subtitle ? paragraphOdt('Subtitle', escapeXml(prepared.subtitle)) : '',
      paragraphOdt('Origin', escapeXml(prepared.dates.join(' · '))),
    ].join('\n');
  }
  const lines = [paragraphOdt('Title', escapeXml(prepared.title))];
  if (prepared.subtitle) lines.push(paragraphOdt('Subtitle', escapeXml(prepared.subtitle)));
  lines.push(paragraphOdt('Origin', escapeXml([prepared.institution, ...prepared.dates].join(' · '))));
  return lines.join('\n');
}

/** Written out with its page numbers as references: an office program fills them when it lays the text out. */
function contentsOdt(prepared: Flow, texts: RenderTexts, writing: Writing): string {
  const entries = prepared.blocks.flatMap((block) => {
    if (block.kind !== 'heading' || block.level > 2) return [];
    const page = `<text:bookmark-ref text:reference-format="page" text:ref-name="${block.id}">–</text:bookmark-ref>`;
    const title = escapeXml(plainText(block.inlines));
    return [
      paragraphOdt(
        `Contents_20_${block.level}`,
        `<text:a xlink:type="simple" xlink:href="#${block.id}" text:style-name="Contents_link" text:visited-style-name="Contents_link">${title}</text:a><text:tab/>${page}`,
      ),
    ];
  });
  const head = 'Contents_20_head';
  const style = prepared.cover ? ownStyle(writing, head, 'style:master-page-name="Standard"') : head;
  return paragraphOdt(style, escapeXml(texts['render.contents'])) + entries.join('');
}

const paragraphOdt = (style: string, inner: string): string =>
  `<text:p text:style-name="${style}">${inner}</text:p>`;

function blockOdt(block: FlowBlock, writing: Writing, turned = false): string {
  switch (block.kind) {
    case 'heading': {
      const style = turnedStyle(`Heading_20_${block.level}`, { turned, writing });
      return `<text:h text:style-name="${style}" text:outline-level="${block.level}"><text:bookmark text:name="${block.id}"/>${inlinesOdt(block.inlines)}</text:h>`;
    }
    case 'paragraph':
      return paragraphOdt(pageStyle('Text_20_body', writing), inlinesOdt(block.inlines));
    case 'list': {
      const items = block.items.map(
        (item) =>
          `<text:list-item>${item.map((inner) => blockOdt(inner, writing)).join('')}</text:list-item>`,
      );
      return `<text:list text:style-name="${block.ordered ? 'Numbers' : 'Dashes'}">${items.join('')}</text:list>`;
    }
    case 'quote':
      return [
        ...block.blocks.map((inner) =>
          inner.kind === 'paragraph'
            ? paragraphOdt(pageStyle('Quotations', writing), inlinesOdt(inner.inlines))
            : blockOdt(inner, writing),
        ),
        paragraphOdt('Quote_20_source', inlinesOdt(block.source)),
      ].join('');
    case 'notes': {
      const head = block.title ?? '';
      const title = head ? paragraphOdt(pageStyle('Note_20_head', writing), escapeXml(head)) : '';
      return title + block.notes.map(noteOdt).join('');
    }
    case 'table': {
      const size = measure(block.table, { landscape: writing.landscape, figure: FIGURE.chosen });
      const caption = turnedStyle('Table_20_caption', { turned, writing });
      const unit = block.table.unitNote ? paragraphOdt('Table_20_unit', escapeXml(block.table.unitNote)) : '';
      const { xml, styles } = tableOdt(block.table, block.id, size);
      writing.styles.push(...styles);
      const legend = block.table.legend.join(' · ');
      return [
        paragraphOdt(caption, escapeXml(block.table.caption)),
        unit,
        xml,
        ...block.table.footnotes.map(noteOdt),
        paragraphOdt('Table_20_legend', escapeXml(legend)),
      ].join('\n');
    }
    case 'figure':
      return pictureOdt(block, writing);
    case 'keyFigures':
      return block.figures
        .map(({ label, value, note }) => {
          const small = note ? `<text:line-break/>${escapeXml(note)}` : '';
          return (
            paragraphOdt('Key_20_label', escapeXml(label)) +
            paragraphOdt('Key_20_value', escapeXml(value)) +
            (small ? paragraphOdt('Key_20_label', escapeXml(note ?? '')) : '')
          );
        })
        .join('');
  }
}

/** After a turned table the next text block returns to upright paper. */
function pageStyle(style: string, writing: Writing): string {
  return turnedStyle(style, { turned: false, writing });
}

function turnedStyle(style: string, at: { turned: boolean; writing: Writing }): string {
  const { turned, writing } = at;
  const { breaks } = writing;
  writing.breaks = false;
  if (turned === writing.back) return breaks ? ownStyle(writing, style, '', 'fo:break-before="page"') : style;
  writing.back = turned;
  return ownStyle(writing, style, `style:master-page-name="${turned ? 'Turned' : 'Standard'}"`);
}

/** A style of this text alone, like another but for its place on a page. */
function ownStyle(writing: Writing, parent: string, page: string, look = ''): string {
  const name = `P${writing.styles.length}`;
  writing.styles.push(
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}" ${page}><style:paragraph-properties ${look}/></style:style>`,
  );
  return name;
}

function pictureOdt(block: Extract<FlowBlock, { kind: 'figure' }>, writing: Writing): string {
  const path = `Pictures/figure-${writing.pictures.length + 1}.svg`;
  writing.pictures.push({ path, mediaType: 'image/svg+xml', content: block.svg });
  const { width, height } = svgSize(block.svg, writing.landscape ? 25 : 16.5);
  const frame =
    `<draw:frame draw:name="figure-${writing.pictures.length}" text:anchor-type="as-char" svg:width="${width}cm" svg:height="${height}cm">` +
    `<draw:image xlink:href="${path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="image/svg+xml"/>` +
    `<svg:title>${escapeXml(block.alt)}</svg:title><svg:desc>${escapeXml(block.alt)}</svg:desc></draw:frame>`;
  const caption = block.caption ? paragraphOdt('Table_20_legend', escapeXml(block.caption)) : '';
  return paragraphOdt(pageStyle('Picture', writing), frame) + caption;
}

const noteOdt = (note: Note): string =>
  paragraphOdt(
    'Table_20_note',
    `<text:span text:style-name="Mark">${escapeXml(note.mark)}</text:span><text:tab/>${inlinesOdt(note.inlines)}`,
  );

/** Runs of text; spaces beyond one and line breaks need their own elements in ODF. */
export function inlinesOdt(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      let xml = textOdt(inline.text);
      const style = `${inline.bold ? 'Bold' : ''}${inline.italic ? 'Italic' : ''}`;
      if (style) xml = `<text:span text:style-name="${style}">${xml}</text:span>`;
      if (inline.href && !inline.href.startsWith('#')) {
        xml = `<text:a xlink:type="simple" xlink:href="${escapeXml(inline.href)}">${xml}</text:a>`;
      }
      if (inline.mark) xml += `<text:span text:style-name="Raised">${escapeXml(inline.mark)}</text:span>`;
      return xml;
    })
    .join('');
}

const textOdt = (text: string): string =>
  escapeXml(text)
    .replace(/\n/g, '<text:line-break/>')
    .replace(/\t/g, '<text:tab/>')
    .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
