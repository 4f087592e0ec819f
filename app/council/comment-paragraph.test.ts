import { expect, test } from 'vitest';
import { fromPlainText } from '#app/document/rich-text.ts';
import { changedParagraph, paragraphHash } from './comment-paragraph.ts';

const before = fromPlainText('Het eerste.\n\nHet tweede.\n\nHet derde.');

test('the first paragraph that is not as it was is the one that a remark begins on', () => {
  const after = fromPlainText('Het eerste.\n\nHet tweede, anders.\n\nHet derde, ook.');
  expect(changedParagraph(before, after)).toBe(paragraphHash('Het tweede, anders.'));
});

test('what only went, or stands there for the first time, has none', () => {
  expect(changedParagraph(before, fromPlainText('Het eerste.\n\nHet derde.'))).toBeNull();
  expect(changedParagraph(null, before)).toBeNull();
});
