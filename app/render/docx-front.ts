import type { FileChild, IHeaderFooterGroup } from 'docx';
import { Footer, Header, PageNumber, Paragraph, SimpleField, TableOfContents, TextRun } from 'docx';
import { MARK, WIDTHS } from './docx-style.ts';
import type { Flow } from './flow.ts';
import type { RenderTexts } from './texts.ts';

/* What stands before and around the text of a DOCX: title, contents, running heads and page numbers. */

/** The title; a long report has it on a page of its own. */
export function titlesDocx(prepared: Flow): FileChild[] {
  const { cover } = prepared;
  const origin = [prepared.institution, ...prepared.dates].join(' · ');
  return [
    ...(cover ? [new Paragraph({ style: 'Origin', text: prepared.institution })] : []),
    new Paragraph({ style: 'Title', text: prepared.title, ...(cover && { spacing: { before: 4200 } }) }),
    ...(prepared.subtitle ? [new Paragraph({ style: 'Subtitle', text: prepared.subtitle })] : []),
    new Paragraph({ style: 'Origin', text: cover ? prepared.dates.join(' · ') : origin }),
  ];
}

/** Chapters and what stands directly below them. */
export function contentsDocx({ contents, cover }: Flow, texts: RenderTexts): FileChild[] {
  if (!contents) return [];
  const title = texts['render.contents'];
  return [
    new Paragraph({ style: 'ContentsHead', text: title, pageBreakBefore: cover }),
    new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-2' }),
  ];
}

/** On every page the notice and the number; in a long report the chapter too, and on its title page neither. */
export function aroundDocx(
  prepared: Flow,
  texts: RenderTexts,
  { turned, first }: { turned: boolean; first: boolean },
): { headers?: IHeaderFooterGroup<Header>; footers: IHeaderFooterGroup<Footer> } {
  const position = turned ? WIDTHS.landscape : WIDTHS.portrait;
  const tabStops = [{ type: 'right' as const, position }];
  const [before = '', between = '', after = ''] = texts['render.page'].split(/\{pages?\}/);
  const footer = new Paragraph({
    style: 'Footer',
    tabStops,
    children: [
      new TextRun({ text: `${prepared.institution} · ${prepared.title}` }),
      new TextRun({ children: ['\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
    ],
  });
  const footers = { default: new Footer({ children: [footer] }) };
  const notice = prepared.notice ?? '';
  const plain = new Header({ children: [new Paragraph({ style: 'Header', text: notice })] });
  if (!prepared.cover) return { footers, ...(notice && { headers: { default: plain } }) };
  const running = new Paragraph({
    style: 'Running',
    tabStops,
    children: [
      // the heading of the first level that a page is in, whatever the language of the program calls that style
      new SimpleField('STYLEREF 1', prepared.title),
      new TextRun({ text: `\t${notice}`, bold: true, color: MARK }),
    ],
  });
  const group = { default: new Header({ children: [running] }) };
  if (!first) return { footers, headers: group };
  return {
    headers: { ...group, first: plain },
    footers: { ...footers, first: new Footer({ children: [new Paragraph({ style: 'Footer' })] }) },
  };
}
