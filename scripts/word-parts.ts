import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import type { Plugin } from 'vite';
import { permissions } from '../app/kernel/actor.ts';
import routes from '../app/routes.ts';

const app = join(import.meta.dirname, '../app');
/** What app/messages/part.ts imports: how each part is loaded. */
const table = 'virtual:word-parts';
const locales = ['nl', 'en'] as const;
type Locale = (typeof locales)[number];
type Words = Record<string, string>;
const rights = new Set<string>(permissions);

/**
 * Sends the words of a page with the scripts that show them. A part is the texts of one catalogue, without what every
 * module has some of. A script that mentions a key, or how one begins
 * (`plan.status.` of `plan.status.draft`), brings that part along, and a route waits for the parts of all its
 * scripts. In the browser only: the server has all words.
 */
export function wordParts(): Plugin {
  const files = cataloguesOf(readFileSync(join(app, 'messages/nl.ts'), 'utf8'));
  const pages = new Set(filesOf(routes as RouteConfigEntry[]));
  let parts: Map<string, string>;
  return {
    name: 'word-parts',
    applyToEnvironment: (environment) => environment.name === 'client',
    async buildStart() {
      parts = await readParts(files);
    },
    resolveId: (id) => (id === table || id.startsWith('words:') ? `\0${id}` : null),
    async load(id) {
      if (id === `\0${table}`) return loadersOf(new Set(parts.values()));
      const [, part, locale] = /^\0words:([\w-]+)-(nl|en)$/.exec(id) ?? [];
      if (!part) return null;
      for (const file of files) this.addWatchFile(`${file}.${locale}.ts`);
      const words = await Promise.all(files.map((file) => readWords(file, locale as Locale)));
      const own = words.flatMap((each) => Object.entries(each)).filter(([key]) => parts.get(key) === part);
      return `export const words = ${JSON.stringify(Object.fromEntries(own))}`;
    },
    transform(code, id) {
      const [file = ''] = id.split('?');
      const name = relative(app, file);
      if (name.startsWith('.') || !/\.tsx?$/.test(name) || /\.(nl|en)\.ts$/.test(name)) return null;
      const own = partsIn(code, parts);
      const page = pages.has(name);
      if (own.length === 0 && !page) return null;
      // at the end, so that lines keep their numbers
      const lines = [
        "import { needWords, wordsReady } from '#app/messages/part.ts';",
        ...(own.length > 0 ? [`needWords(${JSON.stringify(own)});`] : []),
        ...(page ? ['await wordsReady();'] : []),
      ];
      return { code: [code, ...lines].join('\n'), map: null };
    },
  };
}

/** What every module has some of, and pages show together. */
const together = [
  [/^(rejection|field)\./, 'refusal'],
  [/^(nav|scheme\.tab)\./, 'frame'],
] as const;

/** Paths of the catalogues that the one of all lists, without `.nl.ts`. */
function cataloguesOf(list: string): string[] {
  return [...list.matchAll(/from '(?:#app|(\.))\/([\w/-]+)\.nl\.ts'/g)].map(([, here, path]) =>
    join(app, here ? 'messages' : '', path!),
  );
}

async function readWords(file: string, locale: Locale): Promise<Words> {
  const { href } = pathToFileURL(`${file}.${locale}.ts`);
  const module = (await import(/* @vite-ignore */ href)) as Record<Locale, Words>;
  return module[locale];
}

/** The part of each key. */
async function readParts(files: readonly string[]): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const file of files) {
    const own = relative(app, file).replace('/', '-');
    for (const key of Object.keys(await readWords(file, 'nl'))) {
      parts.set(key, together.find(([begin]) => begin.test(key))?.[1] ?? own);
    }
  }
  return parts;
}

/** Parts of the keys that a script mentions: whole, or as the beginning of a text (`plan.status.`, `plan.status`). */
function partsIn(code: string, parts: Map<string, string>): string[] {
  const found = new Set<string>();
  for (const [, , text, end] of code.matchAll(/(['"`])([a-z][\w-]*\.[\w.-]*)(\1|\$\{)/g)) {
    const whole = parts.get(text!);
    // a right is called like the words it is about
    if (rights.has(text!)) continue;
    if (whole) found.add(whole);
    const beginning = end === '${' || text!.endsWith('.') ? text! : `${text}.`;
    for (const [key, part] of parts) if (key.startsWith(beginning)) found.add(part);
  }
  return [...found].sort();
}

/** A table of how each part is loaded, in each language. */
function loadersOf(parts: Set<string>): string {
  const loaders = [...parts].map((part) => {
    const each = locales.map((one) => `${one}: () => import('words:${part}-${one}')`);
    return `${JSON.stringify(part)}: { ${each.join(', ')} }`;
  });
  return `export const parts = { ${loaders.join(',\n')} };`;
}

function filesOf(entries: readonly RouteConfigEntry[]): string[] {
  return entries.flatMap(({ file, children }) => [file, ...filesOf(children ?? [])]);
}
