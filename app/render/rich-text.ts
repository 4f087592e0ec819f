import type { Inline } from './report.ts';

/** What the writers know of section text; headings are relative to the block that holds them. */
export type RichBlock =
  | { kind: 'heading'; level: number; inlines: Inline[] }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; ordered: boolean; items: RichBlock[][] };

type Node = {
  type?: unknown;
  text?: unknown;
  attrs?: Record<string, unknown>;
  marks?: { type?: unknown; attrs?: Record<string, unknown> }[];
  content?: unknown;
};

const asNode = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});
const children = (node: Node): Node[] => (Array.isArray(node.content) ? node.content.map(asNode) : []);

/**
 * Reads a ProseMirror document of the section schema (paragraph, heading, bulletList, orderedList,
 * hardBreak, text with bold, italic, link, and note: a reference to a note). The text of a node of another type is kept as a paragraph, so
 * that nothing said is lost; other marks are dropped.
 */
export function richBlocks(document: unknown): RichBlock[] {
  return children(asNode(document)).flatMap(readBlock);
}

function readBlock(node: Node): RichBlock[] {
  switch (node.type) {
    case 'heading': {
      const level = Number(node.attrs?.level);
      return [{ kind: 'heading', level: level >= 1 && level <= 5 ? level : 1, inlines: readInlines(node) }];
    }
    case 'paragraph':
      return [{ kind: 'paragraph', inlines: readInlines(node) }];
    case 'bulletList':
    case 'orderedList': {
      const items = children(node).map((item) => children(item).flatMap(readBlock));
      return [{ kind: 'list', ordered: node.type === 'orderedList', items }];
    }
    default: {
      const blocks = children(node).some((child) => child.type !== 'text' && child.type !== 'hardBreak');
      if (blocks) return children(node).flatMap(readBlock);
      const inlines = readInlines(node);
      return inlines.length > 0 ? [{ kind: 'paragraph', inlines }] : [];
    }
  }
}

function readInlines(node: Node): Inline[] {
  if (node.type === 'text') return [inlineOf(node)];
  return children(node).flatMap((child) => {
    if (child.type === 'text') return [inlineOf(child)];
    if (child.type === 'hardBreak') return [{ text: '\n' }];
    return readInlines(child);
  });
}

function inlineOf(node: Node): Inline {
  const inline: Inline = { text: typeof node.text === 'string' ? node.text : '' };
  for (const mark of node.marks ?? []) {
    if (mark.type === 'bold' || mark.type === 'strong') inline.bold = true;
    if (mark.type === 'italic' || mark.type === 'em') inline.italic = true;
    if (mark.type === 'note' && typeof mark.attrs?.mark === 'string') inline.mark = mark.attrs.mark;
    if (mark.type === 'link' && typeof mark.attrs?.href === 'string') inline.href = mark.attrs.href;
  }
  return inline;
}

/**
 * An address that a reader may safely follow: http(s), mailto, a path on this site or a place in this text.
 * Anything else (`javascript:`, `data:`, …) comes back as undefined and prints as plain text.
 */
export function safeHref(href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  const trimmed = href.trim();
  // Control characters inside a scheme are skipped by browsers ("java\nscript:"), hence refused.
  if (/\p{Cc}/u.test(trimmed)) return undefined;
  if (/^(https?:\/\/|mailto:)/i.test(trimmed)) return trimmed;
  // A backslash is a slash to a browser, so `/\\host` leads to another site.
  if (/^\/(?![/\\])/.test(trimmed) || /^#/.test(trimmed) || /^\?/.test(trimmed)) return trimmed;
  return undefined;
}
