import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRichText, richDocument } from './rich-text.input.ts';
import { fromPlainText, type RichDocument, toPlainText } from './rich-text.ts';

const doc: RichDocument = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Begeleiding' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Elke student krijgt een ' },
        { type: 'text', text: 'tutor', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' (', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] },
        { type: 'text', text: 'uitleg).' },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'bachelor' }] },
            {
              type: 'orderedList',
              attrs: { start: 1 },
              content: [
                {
                  type: 'listItem',
                  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'jaar 1' }] }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

it('takes any text and keeps every word of it', () => {
  const words = (text: string) => text.split(/[^\p{L}]+/u).filter(Boolean);
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('\n', '\n\n', '- a', '1. b', '### c', '  - d')),
      (free, parts) => {
        const text = parts.join('\n') + free;
        const document = fromPlainText(text);
        expect(richDocument.safeParse(document).success).toBe(true);
        expect(words(toPlainText(document))).toEqual(words(text));
      },
    ),
  );
});

it('reads back the structure that it prints', () => {
  const plain = toPlainText(doc);
  expect(plain).toBe('### Begeleiding\n\nElke student krijgt een tutor (uitleg).\n\n- bachelor\n  1. jaar 1');
  expect(toPlainText(fromPlainText(plain))).toBe(plain);
  expect(fromPlainText(plain).content.map((block) => block.type)).toEqual([
    'heading',
    'paragraph',
    'bulletList',
  ]);
});

it('accepts the limited document and refuses scripts, other nodes and other links', () => {
  expect(richDocument.parse(doc)).toEqual(doc);
  const withBlock = (block: unknown) => richDocument.safeParse({ type: 'doc', content: [block] }).success;
  const linked = (href: string) =>
    withBlock({
      type: 'paragraph',
      content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
    });
  expect(linked('https://example.org/a')).toBe(true);
  expect(linked('javascript:alert(1)')).toBe(false);
  expect(withBlock({ type: 'image', attrs: { src: 'x' } })).toBe(false);
  expect(withBlock({ type: 'heading', attrs: { level: 1 }, content: [] })).toBe(false);
});

it('keeps bold and links when a plain editor sends the text unchanged', () => {
  const form = new FormData();
  form.set('text', toPlainText(doc).replaceAll('\n', '\r\n'));
  expect(readRichText(form, 'text', doc)).toBe(doc);
  form.set('text', 'Anders');
  expect(readRichText(form, 'text', doc)).toEqual(fromPlainText('Anders'));
  form.set('text:json', '{"type":"doc","content":[{"type":"script"}]}');
  expect(readRichText(form, 'text', doc)).toBeNull();
});
