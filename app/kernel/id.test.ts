import { expect, test } from 'vitest';
import { newId } from './id.ts';

test('ids are UUIDs of version 7, and keep the order in which they were made, also within a millisecond', () => {
  const before = Date.now();
  const made = Array.from({ length: 20_000 }, newId);
  expect(
    made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  const first = Number.parseInt(made[0]!.replace('-', '').slice(0, 12), 16);
  expect(first).toBeGreaterThanOrEqual(before);
  expect(first).toBeLessThan(before + 1000);
});
