import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// @ts-expect-error: a set-up script without types
import { renewed } from '../scripts/requirements.mjs';

test('docs/requirements.md says what the test titles prove', () => {
  const text = readFileSync(new URL('../docs/requirements.md', import.meta.url), 'utf8');
  expect(renewed(text), 'run: node scripts/requirements.mjs').toBe(text);
});
