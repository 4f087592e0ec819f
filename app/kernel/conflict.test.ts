import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenTheirs, meet } from './conflict.ts';

describe('a field that two people changed', () => {
  test('asks only when both changed it and do not agree', () => {
    expect(meet({ seen: 'a', theirs: 'b', mine: 'c' })).toEqual({ kind: 'choose', value: 'c', theirs: 'b' });
    expect(meet({ seen: 'a', theirs: 'a', mine: 'c' })).toEqual({ kind: 'mine', value: 'c' });
    expect(meet({ seen: 'a', theirs: 'b', mine: 'a' })).toEqual({ kind: 'took', value: 'b' });
    expect(meet({ seen: 'a', theirs: 'x\ny', mine: 'x\r\ny ' })).toEqual({ kind: 'mine', value: 'x\r\ny ' });
  });

  test('never loses what only one of them changed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (seen, changed) => {
        expect(meet({ seen, theirs: seen, mine: changed }).value).toBe(changed);
        expect(meet({ seen, theirs: changed, mine: seen }).value.trim()).toBe(
          changed.replace(/\r\n?/g, '\n').trim() === seen.replace(/\r\n?/g, '\n').trim()
            ? seen.trim()
            : changed.trim(),
        );
      }),
    );
  });

  test('takes the other value where it was chosen, and nothing a form cannot say', () => {
    const stood = JSON.stringify({ name: 'hers', kind: 'x' });
    expect(chosenTheirs({ stood, 'resolve:name': 'theirs', 'resolve:kind': 'mine', name: 'his' })).toEqual({
      name: 'hers',
    });
    expect(chosenTheirs({ stood: '{', 'resolve:name': 'theirs' })).toEqual({});
    expect(chosenTheirs({ stood, 'resolve:other': 'theirs' })).toEqual({});
  });
});
