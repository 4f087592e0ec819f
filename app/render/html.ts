import { escapeXml } from './clean.ts';
import type { Flow, FlowBlock } from './flow.ts';
import { flow, plainText } from './flow.ts';
import { standaloneCss } from './html-style.ts';
import { tableHtml } from './html-table.ts';
import type { Inline, Note, Report } from './report.ts';
import type { RenderTexts } from './texts.ts';

/**
 * The report as HTML: an `<article class="report">` for the app's own pages, whose stylesheet dresses the
 * class names; or, standalone, a whole document that carries its style and needs nothing else.
 */
export function toHtml(report: Report, texts: RenderTexts, options: { standalone?: boolean } = {}): string {
  const prepared = flow(report, texts);
  const article = [
    `<article class="report" lang="${prepared.language}">`,
    header(prepared),
    prepared.contents ? contents(prepared, texts) : '',
    ...prepared.blocks.map(blockHtml),
    '</article>',
  ]
    .filter(Boolean)
    .join('\n');
  return options.standalone ? documentHtml(prepared, article) : article;
}

function documentHtml(prepared: Flow, article: string): string {
  return [
    '<!doctype html>',
    `<html lang="${prepared.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(prepared.title)}</title>`,
    `<style>${standaloneCss}</style>`,
    '</head>',
    `<body>\n<main>\n${article}\n</main>\n</body>`,
    '</html>\n',
  ].join('\n');
}

function header(prepared: Flow): string {
  const line = [prepared.institution, ...prepared.dates].map(escapeXml).join(' · ');
  return [
    '<header class="report-head">',
    `<h1>${escapeXml(prepared.title)}</h1>`,
    prepared.subtitle ? `<p class="report-subtitle">${escapeXml(prepared.subtitle)}</p>` : '',
    `<p class="report-origin">${line}</p>`,
    prepared.notice ? `<p class="report-notice">${escapeXml(prepared.notice)}</p>` : '',
    '</header>',
  ]
    .filter(Boolean)
    .join('\n');
}

function contents(prepared: Flow, texts: RenderTexts): string {
  const entries = prepared.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level <= 3
      ? [
          `<li class="level-${block.level}"><a href="#${block.id}">${escapeXml(plainText(block.inlines))}</a></li>`,
        ]
      : [],
  );
  const label = escapeXml(texts['render.contents']);
  return `<nav class="report-contents" aria-label="${label}">\n<ol>\n${entries.join('\n')}\n</ol>\n</nav>`;
}

function blockHtml(block: FlowBlock): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${Math.min(6, block.level + 1)}`;
      return `<${tag} id="${block.id}">${inlinesHtml(block.inlines)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${inlinesHtml(block.inlines)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${item.map(blockHtml).join('')}</li>`);
      return `<${tag}>${items.join('')}</${tag}>`;
    }
    case 'quote': {
      const source = `<figcaption>${inlinesHtml(block.source)}</figcaption>`;
      return `<figure class="report-quote"><blockquote>${block.blocks.map(blockHtml).join('')}</blockquote>${source}</figure>`;
    }
    case 'table':
      return tableHtml(block.table, block.id, noteHtml);
    case 'notes':
      return [
        '<section class="report-notes">',
        block.title ? `<p class="report-notes-title">${escapeXml(block.title)}</p>` : '',
        `<ul>${block.notes.map(noteHtml).join('')}</ul>`,
        '</section>',
      ].join('');
    case 'figure': {
      // As an image, so that a script in the drawing can never run.
      const source = `data:image/svg+xml;base64,${Buffer.from(block.svg).toString('base64')}`;
      const caption = block.caption ? `<figcaption>${escapeXml(block.caption)}</figcaption>` : '';
      return `<figure class="report-figure"><img src="${source}" alt="${escapeXml(block.alt)}">${caption}</figure>`;
    }
    case 'keyFigures': {
      const items = block.figures.map(({ label, value, note }) => {
        const small = note ? `<dd class="note">${escapeXml(note)}</dd>` : '';
        return `<div><dt>${escapeXml(label)}</dt><dd class="value">${escapeXml(value)}</dd>${small}</div>`;
      });
      return `<dl class="key-figures">${items.join('')}</dl>`;
    }
  }
}

const noteHtml = (note: Note): string =>
  `<li><span class="mark">${escapeXml(note.mark)}</span> ${inlinesHtml(note.inlines)}</li>`;

function inlinesHtml(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      let html = escapeXml(inline.text).replace(/\n/g, '<br>');
      if (inline.italic) html = `<em>${html}</em>`;
      if (inline.bold) html = `<strong>${html}</strong>`;
      if (inline.href) html = `<a href="${escapeXml(inline.href)}">${html}</a>`;
      if (inline.mark) html += `<sup class="mark">${escapeXml(inline.mark)}</sup>`;
      return html;
    })
    .join('');
}
