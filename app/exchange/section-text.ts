import { canonical, type Json } from '#app/kernel/hash.ts';
import type { SectionBody } from './document-file.ts';

type Node = { type: string; text?: string; content?: Node[] };

/** Plain text as the editor keeps it: blank lines divide paragraphs, single line ends become breaks. */
export function richText(body: SectionBody): Json {
  if (typeof body !== 'string') return body;
  const paragraphs = body.split(/\n{2,}/).map((paragraph): Json => {
    const content = paragraph
      .split('\n')
      .flatMap((line, index): Json[] => [
        ...(index > 0 ? [{ type: 'hardBreak' }] : []),
        ...(line ? [{ type: 'text', text: line }] : []),
      ]);
    return content.length ? { type: 'paragraph', content } : { type: 'paragraph' };
  });
  return { type: 'doc', content: paragraphs };
}

/** Rich text as the file carries it: plain when nothing is lost by that, else as it is. */
export function fileText(body: Json): SectionBody {
  const plain = ((body as unknown as Node).content ?? [])
    .map((paragraph) =>
      (paragraph.content ?? [])
        .map((inline) => (inline.type === 'hardBreak' ? '\n' : (inline.text ?? '')))
        .join(''),
    )
    .join('\n\n');
  return canonical(richText(plain)) === canonical(body) ? plain : (body as Exclude<SectionBody, string>);
}
