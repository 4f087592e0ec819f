import type { RichBlock, RichDocument, RichInline, RichItem, RichList } from '#app/kernel/rich-text.ts';

export type { RichDocument } from '#app/kernel/rich-text.ts';

/** Deeper lists than this are no longer read by anyone, and a bound keeps hostile input cheap. */
export const maxDepth = 4;

/** The document without any text. */
export const emptyDocument: RichDocument = { type: 'doc', content: [] };

/** Whether a document says nothing: no text beyond white space. */
export function isEmptyRichText(document: RichDocument): boolean {
  return toPlainText(document).trim() === '';
}

/**
 * Text without mark-up: paragraphs parted by an empty line, `### ` and `#### ` before headings, `- ` and
 * `1. ` before list items, two spaces deeper per level. Bold, italic and links lose their marks.
 */
export function toPlainText(document: RichDocument): string {
  return document.content.map((block) => blockText(block)).join('\n\n');
}

function blockText(block: RichBlock): string {
  if (block.type === 'paragraph') return inlineText(block.content);
  if (block.type === 'heading') return `${'#'.repeat(block.attrs.level)} ${inlineText(block.content)}`;
  return listText(block, 0);
}

function listText(block: RichList, depth: number): string {
  const start = block.type === 'orderedList' ? (block.attrs?.start ?? 1) : 1;
  const lines: string[] = [];
  for (const [index, item] of block.content.entries()) {
    const bullet = block.type === 'orderedList' ? `${start + index}. ` : '- ';
    const [first, ...rest] = item.content;
    const lead = '  '.repeat(depth) + bullet;
    lines.push(first?.type === 'paragraph' ? lead + inlineText(first.content) : lead.trimEnd());
    if (first && first.type !== 'paragraph') rest.unshift(first);
    for (const part of rest) {
      lines.push(
        part.type === 'paragraph'
          ? `${'  '.repeat(depth + 1)}${inlineText(part.content)}`
          : listText(part, depth + 1),
      );
    }
  }
  return lines.join('\n');
}

function inlineText(content: RichInline[] | undefined): string {
  return (content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join('');
}

/**
 * A document from text as a plain text area sends it, in the notation of toPlainText. Any text is taken;
 * what is not a heading or a list item is a paragraph, and a single line end within it a line break.
 */
export function fromPlainText(text: string): RichDocument {
  const content: RichBlock[] = [];
  for (const part of text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n+/)) {
    const lines = part.split('\n').filter((line) => line.trim() !== '');
    const [first = ''] = lines;
    if (lines.length === 0) continue;
    const head = /^(#{3,4}) +(.+)$/.exec(first);
    if (head && lines.length === 1) {
      const level = head[1]?.length === 4 ? 4 : 3;
      content.push({ type: 'heading', attrs: { level }, content: inlineOf([head[2] ?? '']) });
    } else if (lines.every((line) => itemPattern.test(line))) content.push(...listsOf(lines, 1));
    else content.push({ type: 'paragraph', content: inlineOf(lines) });
  }
  return { type: 'doc', content };
}

const itemPattern = /^( *)(-|\*|\d{1,4}\.) +(.+)$/;

function inlineOf(lines: string[]): RichInline[] {
  return lines.flatMap((line, index): RichInline[] =>
    index === 0
      ? [{ type: 'text', text: line.trim() }]
      : [{ type: 'hardBreak' }, { type: 'text', text: line.trim() }],
  );
}

/** Lists from lines that all are items: deeper indented lines form lists within the item above them. */
function listsOf(lines: string[], depth: number): RichList[] {
  const lists: RichList[] = [];
  const indentOf = (line: string) => (itemPattern.exec(line)?.[1] ?? '').length;
  const base = Math.min(...lines.map(indentOf));
  for (let i = 0; i < lines.length; ) {
    const [, , bullet = '-', text = ''] = itemPattern.exec(lines[i] ?? '') ?? [];
    let end = i + 1;
    while (end < lines.length && indentOf(lines[end] ?? '') > base) end += 1;
    const inner = lines.slice(i + 1, end);
    const item: RichItem = { type: 'listItem', content: [{ type: 'paragraph', content: inlineOf([text]) }] };
    if (inner.length > 0 && depth < maxDepth) item.content.push(...listsOf(inner, depth + 1));
    else for (const line of inner) item.content.push({ type: 'paragraph', content: inlineOf([line]) });
    const type = /\d/.test(bullet) ? 'orderedList' : 'bulletList';
    const last = lists.at(-1);
    if (last?.type === type) last.content.push(item);
    else if (type === 'bulletList') lists.push({ type, content: [item] });
    else lists.push({ type, attrs: { start: Math.max(1, Number.parseInt(bullet, 10)) }, content: [item] });
    i = end;
  }
  return lists;
}
