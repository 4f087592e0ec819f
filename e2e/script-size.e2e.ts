import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../build/client/assets');
const files = readdirSync(folder);
const kilobytes = (file: string) => readFileSync(join(folder, `${file}.br`)).length / 1024;

type Manifest = {
  entry: { module: string };
  routes: Record<string, { module: string; parentId?: string }>;
};
function manifest(): Manifest {
  const file = files.find((name) => /^manifest-.*\.js$/.test(name))!;
  return JSON.parse(readFileSync(join(folder, file), 'utf8').replace(/^[^{]*|;\s*$/g, '')) as Manifest;
}

/** A script and all that it imports before it runs. */
function withImports(module: string, found: Set<string>): Set<string> {
  const file = module.replace('/assets/', '');
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(join(folder, file), 'utf8');
  for (const [, name] of code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) withImports(name!, found);
  return found;
}

/** Each page: its scripts and those of what it stands in. */
function pages() {
  const { entry, routes } = manifest();
  return Object.entries(routes).map(([id, own]) => {
    const scripts = withImports(entry.module, new Set());
    for (let route: typeof own | undefined = own; route; route = routes[route.parentId ?? '']) {
      withImports(route.module, scripts);
    }
    return { id, scripts: [...scripts] };
  });
}

/** The words that scripts ask for (scripts/word-parts.ts), in one language. */
function wordsOf(scripts: readonly string[], locale: 'nl' | 'en'): string[] {
  const asked = scripts.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(/\(\[((?:[`"'][a-z-]+[`"'],?)+)\]\)/g),
  ]);
  const parts = new Set(asked.flatMap(([, list]) => list!.replace(/[`"']/g, '').split(',')));
  return files.filter((file) => {
    const [, part, language] = /^_words_([a-z-]+)-(nl|en)-.{8}\.js$/.exec(file) ?? [];
    return language === locale && parts.has(part!);
  });
}

const total = (list: readonly string[]) => Math.round(list.reduce((sum, file) => sum + kilobytes(file), 0));

test('no page carries more than 150 kB of compressed script', () => {
  const sizes = pages().map(({ id, scripts }) => ({ id, kB: total(scripts) }));
  expect(sizes.length).toBeGreaterThan(50);
  expect(sizes.filter(({ kB }) => kB > 150)).toEqual([]);
});

test('a page loads the words of what it shows: 65 kB at most, half of that for most', () => {
  for (const locale of ['nl', 'en'] as const) {
    const sizes = pages().map(({ id, scripts }) => ({ id, kB: total(wordsOf(scripts, locale)) }));
    expect(sizes.filter(({ kB }) => kB > 65)).toEqual([]);
    expect(sizes.filter(({ kB }) => kB > 33).length).toBeLessThan(sizes.length / 4);
    expect(sizes.find(({ id }) => id === 'report/money-page')!.kB).toBeGreaterThan(5);
    expect(sizes.find(({ id }) => id === 'report/money-page')!.kB).toBeLessThan(16);
  }
});

test('once per release comes the list of routes, in 12 kB', () => {
  const [routes] = files.filter((name) => /^manifest-.*\.js$/.test(name));
  expect(kilobytes(routes!)).toBeLessThan(12);
});
