import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '#app/messages/en.ts';
import { nl } from '#app/messages/nl.ts';

test('whatever is recorded has words in the trail: its noun and its verb', () => {
  const app = join(import.meta.dirname, '..');
  const sources = globSync('**/*.server.ts', { cwd: app }).map((name) =>
    readFileSync(join(app, name), 'utf8'),
  );
  const actions = sources.flatMap((source) => [
    ...source.matchAll(/\brecord\(\s*tx,\s*actor,\s*'([a-z-]+)\.([a-z.-]+)'/g),
  ]);
  expect(actions.length).toBeGreaterThan(100);
  const keys = actions.flatMap(([, noun, verb]) => [`audit.noun.${noun}`, `audit.verb.${verb}`]);
  // what is recorded under one of several names: the acts on a moment, and a publication
  keys.push(...['finish', 'cancel', 'move', 'reopen', 'publish'].map((verb) => `audit.verb.${verb}`));
  expect([...new Set(keys)].filter((key) => !(key in nl) || !(key in en))).toEqual([]);
});
