import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The modules, each of which may import those before it and itself: the direction of the whole house. */
const order = (
  'kernel audit identity organisation framework scheme document ledger funding allocation plan participation ' +
  'realisation indicator consultation progress cycle council notice report review portal exchange'
).split(' ');

/** Folders without domain words, which import the kernel only. */
const frames = ['ui', 'render'];

/** Puts the texts of all modules together, as root.tsx and routes.ts do with the screens. */
const composition = ['messages'];

const root = fileURLToPath(new URL('..', import.meta.url));

type Source = { path: string; lines: number; text: string; imports: string[] };

const sources: Source[] = ['app', 'server', 'cli', 'scripts', 'test', 'e2e', 'bench']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((p) => join(folder, p)),
  )
  .filter((path) => /\.(tsx?|mjs)$/.test(path) && !path.endsWith('.gen.ts'))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) };
  });

/** What a file imports: our own files as paths from the root, packages by name. */
function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => {
    if (name.startsWith('#')) return name.slice(1);
    return name.startsWith('.') ? normalize(join(dirname(path), name)) : name;
  });
}

const moduleOf = (path: string): string | null => path.match(/^app\/([^/]+)\//)?.[1] ?? null;
const isTest = (path: string) =>
  /\.(test|e2e)\.tsx?$/.test(path) || /^(test|e2e|bench)\/|\/fixtures\//.test(path);
function violations(rule: (source: Source) => string[]): string[] {
  return sources.flatMap((source) => rule(source).map((what) => `${source.path}: ${what}`));
}

describe('the architecture', () => {
  test('knows every folder of app', () => {
    const folders = readdirSync(join(root, 'app'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(
      folders.map(({ name }) => name).filter((name) => ![...order, ...frames, ...composition].includes(name)),
    ).toEqual([]);
  });

  test('modules import leftward only', () => {
    expect(
      violations(({ path, imports }) => {
        const from = order.indexOf(moduleOf(path) ?? '');
        if (from < 0 || isTest(path)) return [];
        return imports.filter((name) => order.indexOf(moduleOf(name) ?? '') > from);
      }),
    ).toEqual([]);
  });

  test('frames import the kernel and themselves only', () => {
    expect(
      violations(({ path, imports }) => {
        const from = moduleOf(path) ?? '';
        if (!frames.includes(from) || isTest(path)) return [];
        return imports.filter((name) => ![null, 'kernel', from].includes(moduleOf(name)));
      }),
    ).toEqual([]);
  });

  test('only pages and their parts (.tsx) import ui', () => {
    expect(
      violations(({ path, imports }) => {
        const free =
          path.endsWith('.tsx') || [...frames, ...composition].includes(moduleOf(path) ?? '') || isTest(path);
        return free ? [] : imports.filter((name) => moduleOf(name) === 'ui');
      }),
    ).toEqual([]);
  });

  test('what runs without a build (.ts, .mjs) imports no screen: the command line would not start', () => {
    expect(
      violations(({ path, text }) => {
        if (path.endsWith('.tsx') || isTest(path)) return [];
        const types = new Set([...text.matchAll(/import type [^;]*?'([^']+)'/g)].map(([, name]) => name));
        const named = [...text.matchAll(/(?:from|import\() ?'([^']+\.tsx)'/g)].map(([, name]) => name!);
        return named.filter((name) => !types.has(name));
      }),
    ).toEqual([]);
  });

  test('app imports nothing of the server, the command or the tests', () => {
    expect(
      violations(({ path, imports }) =>
        path.startsWith('app/') && !isTest(path)
          ? imports.filter((n) => /^(server|cli|test|e2e|bench)\//.test(n))
          : [],
      ),
    ).toEqual([]);
  });

  test('rules are pure: a file that is not named .server or .api has no database driver', () => {
    const serverOnly = (path: string) => /\.(server|api)\.tsx?$/.test(path) || isTest(path);
    expect(
      violations(({ path, text, imports }) => {
        if (!path.startsWith('app/') || serverOnly(path) || !/\.tsx?$/.test(path)) return [];
        const types = new Set([...text.matchAll(/import type [^;]*?'([^']+)'/g)].map(([, name]) => name));
        return imports.filter((name) => !types.has(name) && /^(pg|kysely)$/.test(name));
      }),
    ).toEqual([]);
  });

  test('files stay short: 250 lines, tests 400', () => {
    expect(
      violations(({ path, lines }) => (lines > (isTest(path) ? 400 : 250) ? [`${lines} lines`] : [])),
    ).toEqual([]);
  });

  test('two folder levels, kebab-case, and no name that says nothing', () => {
    expect(
      violations(({ path }) => {
        const parts = path.split('/');
        const name = parts.at(-1)!;
        return [
          ...(parts.length > 3 && parts[2] !== 'fixtures' ? ['too deep'] : []),
          ...(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(name) ? [] : ['not kebab-case']),
          ...(/(^|[-.])(utils?|helpers?|common|services?|managers?)([-.]|$)/.test(name)
            ? ['says nothing']
            : []),
        ];
      }),
    ).toEqual([]);
  });
});
