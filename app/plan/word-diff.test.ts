import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from './word-diff.ts';

const words = fc.array(fc.constantFrom('de', 'raad', 'stemt', 'in', 'niet', 'plan.'), { maxLength: 25 });

test('what stays and comes is the new text; what stays and goes has the old words', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const pieces = compareWords(a.join(' '), b.join(' '));
      const kept = pieces.filter((piece) => piece.kind !== 'gone').map((piece) => piece.text);
      const old = pieces.filter((piece) => piece.kind !== 'new').map((piece) => piece.text);
      expect(kept.join('').trim().split(/\s+/)).toEqual(b.join(' ').trim().split(/\s+/));
      expect(old.join('').trim().split(/\s+/).filter(Boolean)).toEqual(a);
    }),
  );
});

test('a text compared with itself is one piece, and nothing is added or taken', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(compareWords(text, text).every((piece) => piece.kind === 'same')).toBe(true);
      expect(compareWords(text, text).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('within a change what goes stands before what comes, so that a sentence can still be read', () => {
  expect(compareWords('De raad stemt in met het plan.', 'De raad adviseert over het plan.')).toEqual([
    { kind: 'same', text: 'De raad ' },
    { kind: 'gone', text: 'stemt in met ' },
    { kind: 'new', text: 'adviseert over ' },
    { kind: 'same', text: 'het plan. ' },
  ]);
});

test('a word changed in the middle of a very long text is found, though the text is beyond the limit', () => {
  const long = Array.from({ length: 20_000 }, (_, i) => `woord${i}`);
  const changed = long.with(10_000, 'anders');
  expect(compareWords(long.join(' '), changed.join(' ')).map((piece) => piece.kind)).toEqual([
    'same',
    'gone',
    'new',
    'same',
  ]);
});
