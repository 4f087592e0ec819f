import { z } from 'zod';
import type { RichDocument, RichList } from '#app/kernel/rich-text.ts';
import { emptyDocument, fromPlainText, maxDepth, toPlainText } from './rich-text.ts';

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
