import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readable } from './text.tsx';

test('a refusal prints days as its reader writes them, and leaves all else as it is', () => {
  const params = {
    name: 'kerstreces',
    from: '2026-12-21',
    through: '2027-01-03',
    years: '2026-01-01, 2027-01-01',
    count: 3,
  };
  expect(readable(params, 'nl')).toEqual({
    ...{ name: 'kerstreces', from: '21 december 2026', through: '3 januari 2027' },
    ...{ years: '1 januari 2026, 1 januari 2027', count: 3 },
  });
  expect(readable(params, 'en').from).toBe('21 December 2026');
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/\d{4}-\d{2}-\d{2}/.test(text));
      expect(readable({ text }, 'nl')).toEqual({ text });
    }),
  );
});
