import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepAnswers } from './public-cache.ts';

const answer = (state: string, size: number) => ({ state, headers: [], bytes: new Uint8Array(size) });

test('answers stand for the state they were made in; together they never take more than is allowed', () => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
    state: fc.constantFrom('1', '2'),
    size: fc.nat(200),
    put: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const answers = keepAnswers(800);
      for (const { key, state, size, put } of steps) {
        if (put) answers.put(key, answer(state, size));
        const found = answers.find(key, state);
        if (found) expect(found.state).toBe(state);
        if (put) expect(found?.bytes.byteLength).toBe(size > 100 ? undefined : size);
        expect(answers.bytes).toBeLessThanOrEqual(800);
      }
    }),
  );
});

test('what was asked for longest ago makes room', () => {
  const answers = keepAnswers(16);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) answers.put(key, answer('1', 2));
  answers.find('a', '1');
  answers.put('i', answer('1', 2));
  expect(['a', 'b', 'c', 'i'].map((key) => answers.find(key, '1') !== null)).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect(answers.find('a', '2')).toBeNull();
  expect(answers.find('a', '1')).toBeNull(); // an older state does not come back
});
