import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en as publicEn } from '#app/portal/public.en.ts';
import { nl as publicNl } from '#app/portal/public.nl.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

const app = join(import.meta.dirname, '..');

test('every text that a screen names by its whole key is there, in Dutch and in English', () => {
  const screens = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  const mentioned = screens.flatMap((name) =>
    [...readFileSync(join(app, name), 'utf8').matchAll(/\btext\(\s*'([\w.-]+)'/g)].map(([, key]) => ({
      name,
      key: key!,
    })),
  );
  expect(mentioned.length).toBeGreaterThan(1000);
  // public pages have words of their own
  const [dutch, english] = [
    { ...nl, ...publicNl },
    { ...en, ...publicEn },
  ];
  expect(mentioned.filter(({ key }) => !(key in dutch && key in english))).toEqual([]);
});
