import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '#app/messages/en.ts';
import { nl } from '#app/messages/nl.ts';

test('every reason why a file cannot be read has words on the pages that read files', () => {
  const folder = import.meta.dirname;
  const files = readdirSync(folder).filter((name) => /^(table-read|zip-guard).*(?<!test)\.ts$/.test(name));
  const codes = files.flatMap((name) => [
    ...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/'(table\.[a-z-]+)'/g),
  ]);
  const keys = [...new Set(codes.map(([, code]) => `rejection.${code}`))];
  expect(keys.length).toBeGreaterThan(4);
  expect(keys.filter((key) => !(key in nl) || !(key in en))).toEqual([]);
});
