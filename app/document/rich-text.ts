import { z } from 'zod';
import type { RichBlock, RichDocument, RichInline, RichItem, RichList } from '#app/kernel/rich-text.ts';

export type { RichDocument } from '#app/kernel/rich-text.ts';

/** Deeper lists than this are no longer read by anyone, and a bound keeps hostile input cheap. */
const maxDepth = 4;
/** Characters of text in one section; a whole faculty plan has some 60,000. */
const maxLength = 200_000;

const link = z.strictObject({
  type: z.literal('link'),
  attrs: z
    .object({
      href: z
        .string()
        .max(2000)
        .regex(/^(https?:\/\/|mailto:)\S+$/i),
    })
    .transform(({ href }) => ({ href })),
});
const mark = z.union([
  z.object({ type: z.enum(['bold', 'italic']) }).transform(({ type }) => ({ type })),
  link,
]);
const inline = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).optional() }),
  z.object({ type: z.literal('hardBreak') }).transform(({ type }) => ({ type })),
]);
const paragraph = z.object({ type: z.literal('paragraph'), content: z.array(inline).optional() });
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(3), z.literal(4)]) }),
  content: z.array(inline).optional(),
});

function list(depth: number): z.ZodType<RichList> {
  const inner = depth < maxDepth ? z.union([paragraph, z.lazy(() => list(depth + 1))]) : paragraph;
  const item = z.object({ type: z.literal('listItem'), content: z.array(inner).min(1) });
  return z.union([
    z.object({ type: z.literal('bulletList'), content: z.array(item).min(1) }),
    z.object({
      type: z.literal('orderedList'),
      attrs: z
        .object({ start: z.int().min(1).max(9999) })
        .optional()
        .transform((attrs) => attrs && { start: attrs.start }),
      content: z.array(item).min(1),
    }),
  ]) as z.ZodType<RichList>;
}

/**
 * Section text as people and machines send it: paragraphs, headings 3 and 4, lists, bold, italic, links
 * (http, https, mailto). Anything else is refused; unknown attributes are dropped.
 */
export const richDocument: z.ZodType<RichDocument> = z
  .object({ type: z.literal('doc'), content: z.array(z.union([paragraph, heading, list(1)])) })
  .refine((document) => toPlainText(document as RichDocument).length <= maxLength, {
    error: 'text.too-long',
  }) as never;

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

/**
 * Reads a section text field of a form: `<name>:json` (the editor's document) when there is one, else
 * the plain text of `<name>`. Plain text that says what the stored document says leaves it untouched, so
 * that its bold, italic and links survive an editor without script.
 * @returns the document, or null when the JSON is not a document we allow
 */
export function readRichText(
  form: FormData,
  name: string,
  stored: RichDocument = emptyDocument,
): RichDocument | null {
  const json = form.get(`${name}:json`);
  if (typeof json === 'string' && json !== '') {
    try {
      const parsed = richDocument.safeParse(JSON.parse(json));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }
  const text = form.get(name);
  if (typeof text !== 'string') return null;
  const plain = text.replace(/\r\n?/g, '\n');
  return plain.trim() === toPlainText(stored).trim() ? stored : fromPlainText(plain);
}
