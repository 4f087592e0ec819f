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

test('no page carries more than 150 kB of compressed script', () => {
  const { entry, routes } = manifest();
  const sizes = Object.entries(routes).map(([id, own]) => {
    const found = withImports(entry.module, new Set());
    for (let route: typeof own | undefined = own; route; route = routes[route.parentId ?? '']) {
      withImports(route.module, found);
    }
    return { id, kB: Math.round([...found].reduce((sum, file) => sum + kilobytes(file), 0)) };
  });
  expect(sizes.length).toBeGreaterThan(50);
  expect(sizes.filter(({ kB }) => kB > 150)).toEqual([]);
});

test('beside it come, once per release, the words of a language (75 kB) and the list of routes (10 kB)', () => {
  const words = files.filter((name) => /^(nl|en)-.*\.js$/.test(name));
  expect(words).toHaveLength(2);
  for (const file of words) expect(kilobytes(file), file).toBeLessThan(75);
  const [routes] = files.filter((name) => /^manifest-.*\.js$/.test(name));
  expect(kilobytes(routes!)).toBeLessThan(10);
});
